"""A table below the table, headings that stand again, and units that are sent again."""

from pathlib import Path

import pytest

from tests.load.laid_out import HEADING, ROWS, refused, table, told

# --- a table below the table --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        ("", "5: note"),
        (";Số liệu năm trước;;\n", "5: note, 6: note"),
        (";;;\n;Số liệu năm trước;;\n", "6: note, 7: note"),
    ],
)
def test_a_second_table_is_refused_where_it_begins_and_nothing_more_is_said_of_it(
    tmp_path: Path, between: str, lines: str
) -> None:
    text = f"{HEADING}{ROWS};Tổng cộng;42;3\n{between}{HEADING}1;Hoa Ban;9;0\n2;Bản Đông;20;khoảng 3\n"
    complaint = table(tmp_path, text).complaint()
    first, last = lines[0], text.count("\n")

    assert (complaint.code, str(complaint.origin).rpartition("units.csv:")[2][0]) == ("second-table", first)
    assert f"lines: {{{lines}}}" in complaint.hint
    assert f"lines: {{{first}-{last}: note}}" in complaint.hint
    settled = table(tmp_path / "settled", text, f", lines: {{{first}-{last}: note}}")
    assert settled.printed("all") == "42"


def test_headings_that_stand_again_on_each_page_are_passed_over_once_that_is_said(tmp_path: Path) -> None:
    text = f"{HEADING}1;Hoa Ban;12;1\n{HEADING}2;Bản Đông;30;2\n{HEADING}3;Mai;5;2\n"

    assert "lines: {3: note, 5: note}" in table(tmp_path, text).complaint().hint
    assert table(tmp_path / "said", text, ", lines: {3: note, 5: note}").printed("all") == "47"


def test_what_stands_over_a_table_is_refused_without_headings_below_it_but_months_are_rows(
    tmp_path: Path,
) -> None:
    rows = f"{HEADING}{ROWS};Số liệu năm trước;;\n1;Hoa Ban;9;0\n2;Bản Đông;20;3\n"
    months = f"{HEADING};Tháng 10;12;1\n;Tháng 11;;\n;Tháng 12;;\n"

    assert refused(table(tmp_path / "over", rows)) == [("second-table", "4:2")]
    assert table(tmp_path / "months", months).printed("schools") == "3"


# --- sent again ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Hoa Ban (sửa)", "Hoa Ban - bổ sung", "Hoa Ban lần 2", "hoa ban (đã sửa 5/5)", "Hoa Ban (2)",
        "Hoa Ban: đính chính", "HOA BAN (MỚI)", "Hoa Ban gửi lại",
    ],
)  # fmt: skip
def test_a_unit_that_seems_to_be_sent_again_is_told_with_both_places_until_it_is_said(
    tmp_path: Path, name: str
) -> None:
    text = f"{HEADING}{ROWS}3;{name};13;2\n"
    (note,) = (one for one in table(tmp_path, text).study().notes if one.code == "row-again")

    assert [str(at).rpartition("units.csv:")[2] for at in (note.origin, note.related[0][1])] == ["4:3", "2:3"]
    assert table(tmp_path / "row", text, ", lines: {4: row}").printed("all") == "55"
    assert told(table(tmp_path / "said", text, ", lines: {4: row}")) == []
    assert table(tmp_path / "note", text, ", lines: {4: note}").printed("all") == "42"


@pytest.mark.parametrize("name", ["Hoa Ban (cơ sở 2)", "Hoa Ban 2", "Mai (sửa)", "Hoa Ban Mới", "Sửa"])
def test_other_names_that_are_like_are_no_matter(tmp_path: Path, name: str) -> None:
    assert told(table(tmp_path, f"{HEADING}{ROWS}3;{name};13;2\n")) == []


def test_a_unit_sent_again_in_another_file_is_told(tmp_path: Path) -> None:
    written = table(tmp_path, HEADING + ROWS)
    (tmp_path / "more.csv").write_text(f"{HEADING}1;Hoa Ban - số liệu sửa;14;2\n", encoding="utf-8")
    written.data.write_text("kind: k\nunits: [{from: units.csv}, {from: more.csv}]\n", encoding="utf-8")

    (note,) = (one for one in written.study().notes if one.code == "row-again")
    assert [at.file.rpartition("/")[2] for at in (note.origin, note.related[0][1]) if at] == [
        "more.csv",
        "units.csv",
    ]
