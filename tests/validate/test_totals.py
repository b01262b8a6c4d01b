"""Total rows are held against the rows they add up, wherever they stand and however many there are."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.kinds import Shelf
from reportgen.model.origin import Origin, Sources
from reportgen.model.raw import TotalRow
from reportgen.validate.spans import spans
from tests.helpers.written import Written, write_kind, written_as

KIND = """
fields:
  units:
    rows:
      district: text
      classes: {type: count, label: Số lớp}
      area: {type: number, optional: true, label: Diện tích}
      rate: {type: percent, optional: true, label: Tỷ lệ}
    columns:
      doubled: units.classes * 2
figures: {all: sum(units.classes)}
"""


def table(folder: Path, text: str) -> Written:
    write_kind(folder, "k", KIND.removeprefix("\n"))
    (folder / "units.csv").write_text(textwrap.dedent(text).removeprefix("\n"), encoding="utf-8")
    (folder / "data.yaml").write_text('kind: k\nunits: {from: units.csv, delimiter: ";"}\n', encoding="utf-8")
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def told(written: Written) -> list[tuple[str, str]]:
    notes = written.study().dataset.notes
    return [(one.code, str(one.origin).removeprefix(f"{written.folder}/units.csv:")) for one in notes]


def differing(written: Written) -> list[tuple[str, str]]:
    """Give the places of the wrong totals, each with what its rows add up to."""
    found = written.complaints()
    assert {one.code for one in found} == {"total-differs"}
    return [
        (str(one.origin).removeprefix(f"{written.folder}/units.csv:"), dict(one.values)["sum"])
        for one in found
    ]


def test_a_total_that_agrees_is_told_once_and_not_counted(tmp_path: Path) -> None:
    written = table(tmp_path, "district;Số lớp\nA;1.200\nB;34\nTổng cộng;1.234\n")

    assert told(written) == [("totals-agree", "4:1")]
    assert written.printed("all") == "1.234"


def test_a_total_that_differs_is_an_error_at_its_cell_with_both_numbers(tmp_path: Path) -> None:
    written = table(tmp_path, "district;Số lớp\nA;12\nB;34\nTổng cộng;64\n")

    complaint = written.complaint()
    assert complaint.code == "total-differs"
    assert str(complaint.origin).endswith("units.csv:4:11")
    assert dict(complaint.values)["value"] == "64"
    assert dict(complaint.values)["sum"] == "46"
    assert dict(complaint.values)["difference"] == "18"
    assert [str(origin).rpartition("/")[2] for _, origin in complaint.related] == [
        "units.csv:2:3",
        "units.csv:3:3",
    ]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("A;1\nB;2\nCộng huyện I;3\nC;4\nCộng huyện II;4\nToàn tỉnh;7\n", []),
        ("A;1\nB;2\nCộng huyện I;4\nC;4\nCộng huyện II;4\nToàn tỉnh;8\n", [("4:14", "3"), ("7:11", "7")]),
        # the last block has no total of its own, and what calls itself the whole is all of it
        ("A;1\nB;2\nCộng;3\nC;4\nTổng cộng;4\n", [("6:11", "7")]),
        # a sum that begins too high up in the sheet
        ("A;1\nB;2\nCộng;3\nC;4\nCộng;7\n", [("6:6", "4")]),
        ("Toàn tỉnh;7\nA;1\nB;2\nC;4\n", []),
        ("Toàn tỉnh;7\nCộng huyện I;3\nA;1\nB;2\nCộng huyện II;5\nC;4\n", [("6:15", "4")]),
        ("Toàn tỉnh;7\nA;1\nB;2\nCộng huyện I;3\nC;4\nCộng huyện II;4\n", []),
        ("A;1\nCộng xã I;1\nB;2\nCộng xã II;2\nCộng huyện;3\nC;4\nCộng xã III;4\nCộng huyện;4\nTổng;7\n", []),
        ("A;1\nB;2\nTổng cộng;3\nToàn huyện An Dương;3\n", []),
    ],
)  # fmt: skip
def test_each_total_is_held_against_its_own_rows(
    tmp_path: Path, rows: str, wrong: list[tuple[str, str]]
) -> None:
    written = table(tmp_path, f"district;Số lớp\n{rows}")

    if wrong:
        assert differing(written) == wrong
    else:
        assert {code for code, _ in told(written)} == {"totals-agree"}


def test_all_wrong_numbers_of_a_total_are_shown_at_once(tmp_path: Path) -> None:
    written = table(tmp_path, "district;Số lớp;Diện tích\nA;1;0,5\nB;2;0,25\nCộng;4;1,75\n")

    assert differing(written) == [("4:6", "3"), ("4:8", "0,75")]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("A;1;0,125\nB;2;0,25\nCộng;3;0,4\n", ["totals-agree"]),
        ("A;1;33,3\nB;2;33,3\nC;1;33,3\nCộng;4;100,0\n", ["total-rounded"]),
        ("A;1;33,3333333333333\nB;2;33,3333333333333\nCộng;3;66,6666666666667\n", ["totals-agree"]),
    ],
)  # fmt: skip
def test_rounding_is_no_mistake(tmp_path: Path, rows: str, codes: list[str]) -> None:
    assert [code for code, _ in told(table(tmp_path, f"district;Số lớp;Diện tích\n{rows}"))] == codes


def test_what_cannot_be_added_up_is_told_as_not_compared(tmp_path: Path) -> None:
    written = table(
        tmp_path,
        "district;Số lớp;Tỷ lệ;doubled;Diện tích\nA;1;50%;2;1\nB;2;60%;4;\nCộng;3;56,7%;6;khoảng 1\n",
    )

    assert told(written) == [("totals-agree", "4:1"), ("totals-unchecked", "4:8")]
    (note,) = (one for one in written.study().dataset.notes if one.code == "totals-unchecked")
    assert all(text in note.message for text in ('"56,7%"', '"6"', '"khoảng 1"'))


def test_a_total_of_rows_that_are_not_all_known_waits_for_them(tmp_path: Path) -> None:
    written = table(tmp_path, "district;Số lớp\nA;1\nB;\nCộng;3\n")

    assert [code for code, _ in told(written)] == ["missing-cells", "totals-apart"]


def test_a_total_in_two_files_is_compared_in_each(tmp_path: Path) -> None:
    written = table(tmp_path, "district;Số lớp\nA;1\nB;2\nCộng;3\n")
    (tmp_path / "more.csv").write_text("district;Số lớp\nC;5\nD;6\nCộng;14\n", encoding="utf-8")
    written.data.write_text("kind: k\nunits: [{from: units.csv}, {from: more.csv}]\n", encoding="utf-8")

    assert [(one.code, dict(one.values)["sum"]) for one in written.complaints()] == [("total-differs", "11")]


@pytest.mark.parametrize("words", ["Tồng cộng", "Tông cộng", "Tổng công", "Tong số", "Tồng sô"])
def test_a_total_with_a_slip_in_its_tones_is_not_counted(tmp_path: Path, words: str) -> None:
    right = table(tmp_path / "right", f"district;Số lớp\nA;12\nB;34\n{words};46\n")
    wrong = table(tmp_path / "wrong", f"district;Số lớp\nA;12\nB;34\n{words};47\n")

    assert right.printed("all") == "46"
    assert wrong.complaint().code == "total-unclear"


@written_as(
    KIND + "---\nunits: {from: units.xlsx}\n--- units.xlsx\ndistrict | Số lớp\nA | 1\nB | 2\nCộng | 4\n"
)
def test_a_cell_of_a_worksheet_is_named(written: Written) -> None:
    assert str(written.complaint().origin).endswith("units.xlsx:Sheet!B4")


# --- properties ---------------------------------------------------------------------------------------------


def total(above: int, words: str) -> TotalRow:
    return TotalRow(0, above, words, Origin("x"), (), Sources("x"))


@given(
    districts=st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=1, max_size=4),
    heads=st.booleans(),
)
def test_totals_of_communes_districts_and_all_find_their_rows(
    districts: list[list[int]], *, heads: bool
) -> None:
    """Lay out communes of some rows each, their totals, those of their districts, and one of all."""
    found: list[TotalRow] = []
    expected: list[range] = []
    row = 0
    for district in districts:
        begin = row
        for rows in district:
            row += rows
            found.append(total(row, "Cộng xã"))
            expected.append(range(row - rows, row))
        found.append(total(row, "Cộng huyện"))
        expected.append(range(begin, row))
    found.append(total(row, "Tổng cộng"))
    expected.append(range(row))
    if heads:
        found = [total(row - one.above, one.words) for one in reversed(found)]
        expected = [range(row - one.stop, row - one.start) for one in reversed(expected)]

    assert spans(found, row) == expected


@given(
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["Cộng", "Tổng cộng", "Toàn huyện"])), min_size=1)
)
def test_every_total_has_rows_of_the_table(places: list[tuple[int, str]]) -> None:
    found = [total(above, words) for above, words in sorted(places)]

    for rows in spans(found, 20):
        assert 0 <= rows.start <= rows.stop <= 20


def test_a_total_among_the_rows_of_a_data_file_is_refused(written: Written) -> None:
    """
    fields: {groups: {rows: {group: text, present: count}}}
    figures: {present: sum(groups.present)}
    ---
    groups:
      - {group: Hiệu trưởng, present: 11}
      - {present: 35, group: Tổng cộng}
      - {group: Khách mời, present: 24}
    """
    assert written.complaint().code == "total-row"
    assert written.place() == ("data.yaml", 4, 26)


def test_a_total_that_stands_alone_is_counted(written: Written) -> None:
    """
    fields: {groups: {rows: {group: text, present: count}}}
    figures: {present: sum(groups.present)}
    ---
    groups: [{group: Tổng cộng, present: 35}]
    """
    assert written.printed("present") == "35"
