"""What stands between and below the rows of a table, as offices lay tables out, is never one of its units."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.kinds import Shelf
from reportgen.model.errors import ReportgenError
from tests.helpers.written import Written, write_kind

KIND = """
fields:
  units:
    rows:
      school: {type: text, label: Tên đơn vị}
      managers: {type: count, label: CBQL}
      trained: {type: count, default: 0, label: Đã bồi dưỡng}
figures: {all: sum(units.managers), trained: sum(units.trained), schools: count(units)}
"""
HEADING = "STT;Tên đơn vị;CBQL;Đã bồi dưỡng\n"
ROWS = "1;Hoa Ban;12;1\n2;Bản Đông;30;2\n"


def table(folder: Path, text: str, beside: str = "") -> Written:
    write_kind(folder, "k", KIND.removeprefix("\n"))
    (folder / "units.csv").write_text(text, encoding="utf-8")
    (folder / "data.yaml").write_text(
        f'kind: k\nunits: {{from: units.csv, delimiter: ";"{beside}}}\n', encoding="utf-8"
    )
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def sheet(folder: Path, text: str, *merged: str) -> Written:
    written = table(folder, text)
    book = openpyxl.Workbook()
    page: Any = book.active
    for line in text.splitlines():
        page.append([int(cell) if cell.isdigit() else cell or None for cell in line.split(";")])
    for cells in merged:
        page.merge_cells(cells)
    book.save(folder / "units.xlsx")
    written.data.write_text("kind: k\nunits: {from: units.xlsx}\n", encoding="utf-8")
    return written


def told(written: Written) -> list[tuple[str, str]]:
    """Give what is told of rows, with the place in the table file."""
    notes = written.study().notes
    return [
        (one.code, str(one.origin).rpartition("units.")[2].partition(":")[2])
        for one in notes
        if one.code != "column-not-used"
    ]


def refused(written: Written) -> list[tuple[str, str]]:
    return [
        (one.code, str(one.origin).rpartition("units.")[2].partition(":")[2]) for one in written.complaints()
    ]


FOOTS = [
    "Danh sách này có 2 người\n",
    ";Người lập biểu\n",
    ";(Ký tên)\n",
    "Ghi chú: số liệu tính đến 30/4/2025\n",
    ";;;Ngày 5 tháng 5 năm 2025\n;Người lập biểu;;Hiệu trưởng\n;(Ký);;(Ký, đóng dấu)\n;Mai A;;Lê B\n",
    ";Người lập biểu;;HIỆU TRƯỞNG\n;Mai Thị A;;Lê B\n",
    ";Người tổng hợp;\n;Mai Thị A\n;ĐT: 0912 345 678\n",
]


@pytest.mark.parametrize("foot", FOOTS)
def test_what_stands_below_a_total_neither_counts_nor_hides_a_wrong_total(tmp_path: Path, foot: str) -> None:
    right = table(tmp_path / "right", f"{HEADING}{ROWS};Tổng cộng;42;3\n{foot}")
    wrong = table(tmp_path / "wrong", f"{HEADING}{ROWS};Tổng cộng;43;3\n{foot}")

    assert [code for code, _ in told(right)] == ["below-apart", "totals-agree"]
    assert (right.printed("all"), right.printed("schools")) == ("42", "2")
    assert refused(wrong) == [("total-differs", "4:12")]


@pytest.mark.parametrize("foot", FOOTS)
def test_what_stands_below_a_table_without_total_is_told_with_its_words(tmp_path: Path, foot: str) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS}{foot}")

    assert written.printed("schools") == "2"
    (note,) = (one for one in written.study().notes if one.code == "below-apart")
    assert foot.splitlines()[0].strip(";").partition(";")[0] in note.message
    assert "lines: {4" in note.message


def test_of_a_school_alone_those_who_sign_are_no_schools(tmp_path: Path) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL\nHoa Ban;12\n;Hiệu trưởng\n;Lê Thị B\n")

    assert (written.printed("all"), written.printed("schools")) == ("12", "1")


def test_a_school_that_has_not_reported_stays_a_school(tmp_path: Path) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS}3;Suối Bạc;;\n;Cộng;42;3\n")

    assert written.printed("schools") == "3"
    assert told(written) == [("missing-cells", "4:12"), ("totals-agree", "5:2")]


@pytest.mark.parametrize(
    "rows",
    [
        "I;Huyện Hòa An;;\n{}II;Huyện Hạ Lang;;\n1;Mai;5;2\n;Tổng cộng;47;5\n",
        "I;Huyện Hòa An;42;3\n{}II;Huyện Hạ Lang;5;2\n1;Mai;5;2\n;Tổng cộng;47;5\n",
        "A;Công lập;42;3\nI;Huyện Hòa An;42;3\n{}B;Tư thục;5;2\nII;Huyện Hạ Lang;5;2\n1;Mai;5;2\n",
        "I;Huyện Hòa An;;\n{};Cộng I;42;3\nII;Huyện Hạ Lang;;\n1;Mai;5;2\n;Cộng II;5;2\n;Cộng (I+II);47;5\n",
        ";I. Huyện Hòa An;;\n{};II. Huyện Hạ Lang;;\n3;Mai;5;2\n",
        "Huyện Hòa An;;;\n{}Huyện Hạ Lang;;;\n3;Mai;5;2\n",
    ],
)
def test_a_line_that_names_a_group_is_no_unit_but_is_compared_where_it_has_numbers(
    tmp_path: Path, rows: str
) -> None:
    written = table(tmp_path, HEADING + rows.format(ROWS))

    assert (written.printed("all"), written.printed("trained"), written.printed("schools")) == (
        "47",
        "5",
        "3",
    )
    assert {code for code, _ in told(written)} <= {"headings-apart", "totals-agree"}


def test_a_group_line_whose_numbers_are_not_those_of_its_rows_is_refused_at_the_cell(tmp_path: Path) -> None:
    rows = f"I;Huyện Hòa An;43;3\n{ROWS}II;Huyện Hạ Lang;5;1\n1;Mai;5;2\n"

    assert refused(table(tmp_path, HEADING + rows)) == [("total-differs", "2:16"), ("total-differs", "5:20")]


def test_numbers_in_steps_head_those_below(tmp_path: Path) -> None:
    rows = "1;Huyện Hòa An;42;3\n1.1;Hoa Ban;12;1\n1.2;Bản Đông;30;2\n2;Huyện Hạ Lang;5;2\n2.1;Mai;5;2\n"

    assert table(tmp_path, HEADING + rows).printed("all") == "47"


def test_a_place_over_its_schools_without_any_mark_is_refused(tmp_path: Path) -> None:
    rows = "Tên đơn vị;CBQL\nHuyện Hòa An;\nHoa Ban;12\nBản Đông;30\n"

    assert refused(table(tmp_path, rows)) == [("row-unclear", "2:1")]


@pytest.mark.parametrize(
    ("below", "code"),
    [
        (";Trong đó: nữ;20;2\n", "row-unclear"),
        (";Danh sách này có;2;\n", "row-unclear"),
        (";Tỷ lệ;71;7\n", "row-unclear"),
        (";Nữ;20;2\n", "row-unclear"),
    ],
)
def test_numbers_below_the_total_that_are_of_no_unit_are_refused(
    tmp_path: Path, below: str, code: str
) -> None:
    assert refused(table(tmp_path, f"{HEADING}{ROWS};Cộng;42;3\n{below}")) == [(code, "5:2")]


@pytest.mark.parametrize("after", ["", "2;Mai;5;2\nCộng huyện Hạ Lang;;5;2\n"])
def test_a_part_of_people_below_their_total_is_refused_though_it_is_numbered(
    tmp_path: Path, after: str
) -> None:
    rows = f"{HEADING}{ROWS};Cộng huyện Hòa An;42;3\n1;Nữ;20;2\n{after}"

    assert ("row-unclear", "5:3") in refused(table(tmp_path, rows))


def test_men_and_women_below_their_total_are_rows_where_nothing_else_is(tmp_path: Path) -> None:
    written = table(tmp_path, f"{HEADING};Tổng số;42;3\n1;Nam;22;1\n2;Nữ;20;2\n")

    assert (written.printed("all"), told(written)) == ("42", [("totals-agree", "2:2")])


def test_what_looks_like_a_row_below_a_total_is_counted_and_told(tmp_path: Path) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS};Cộng huyện Hòa An;42;3\n3;Mai;5;2\n")

    assert ("rows-below-total", "5:3") in told(written)
    assert written.printed("all") == "47"


# --- words that may say a total -----------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Cộng công lập", "Tổng công", "Toàn phòng", "CỘNG TƯ THỤC", "Cộng dồn"])
def test_what_begins_like_a_total_and_does_not_add_up_is_refused_with_both_numbers(
    tmp_path: Path, words: str
) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS};{words};43;3\n3;Mai;5;2\n")

    complaint = written.complaint()
    assert (complaint.code, str(complaint.origin).rpartition("units.csv:")[2]) == ("total-unclear", "4:2")
    assert all(text in complaint.message for text in (words, "CBQL: 43", "add up to 42"))


@pytest.mark.parametrize(
    "rows",
    [
        "1;Hoa Ban;12;1\n2;Cộng Hiền;30;2\n3;Mai;5;2\n",  # numbered in turn
        ";Hoa Ban;30;2\n;Cộng Hiền;12;1\n;Mai;5;2\n",  # less than one of the rows above
        ";Hoa Ban;12;1\n;Toàn Thắng;30;2\n;Mai;5;2\n;Tổng cộng;47;5\n",  # the total counts it
    ],
)
def test_a_place_that_begins_like_a_total_is_counted_and_told(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, HEADING + rows)

    assert written.printed("all") == "47"
    assert "total-as-row" in {code for code, _ in told(written)}


def test_a_commune_that_begins_like_a_total_in_a_column_of_communes_is_no_matter(tmp_path: Path) -> None:
    rows = "Tên đơn vị;Xã;CBQL\nHoa Ban;Cộng Hiền;12\nBản Đông;Cộng Hiền;30\nMai;Tổng Cọt;5\n"

    assert told(table(tmp_path, rows)) == []


@pytest.mark.parametrize("words", ["Cộng công lập", "Tổng các trường"])
def test_a_wrong_total_is_refused_though_it_has_a_number_in_turn(tmp_path: Path, words: str) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS}3;{words};43;3\n")

    assert refused(written) == [("total-unclear", "4:3")]


# --- totals that do not say so ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (f";Huyện Hòa An;42;3\n{ROWS};Huyện Hạ Lang;9;4\n3;Mai;5;2\n4;Lan;4;2\n", "2:1"),
        (f"{ROWS};Hòa An;42;3\n", "4:1"),  # has no number in turn
        ("1;Hoa Ban;12;9\n2;Bản Đông;30;20\n3;Hòa An;42;29\n", "4:1"),  # looks like any other
        ("1;Hòa An;42;29\n2;Hoa Ban;12;9\n3;Bản Đông;30;20\n", "2:1"),
        ("1;Hoa Ban;2;\n2;Mai;1;\n3;TC;3;\n", "4:1"),  # may be short for a total
        ("1;Hoa Ban;312;\n2;Bản Đông;430;\n3;Hòa An;742;\n4;Mai;80;\n", "4:1"),  # one large sum
    ],
)
def test_a_row_that_adds_up_its_neighbours_is_refused_without_any_word_of_a_total(
    tmp_path: Path, rows: str, place: str
) -> None:
    assert refused(table(tmp_path, HEADING + rows))[0] == ("row-adds-up", place)


def test_what_a_line_adds_up_is_shown_with_its_lines_and_sums(tmp_path: Path) -> None:
    complaint = table(tmp_path, f"{HEADING}{ROWS};Hòa An;42;3\n").complaint()

    assert all(text in complaint.message for text in ('"Hòa An"', "2 rows on lines 2 to 3", "CBQL = 42"))
    assert "lines: {4: total}" in str(complaint.hint)


def test_a_groups_line_with_one_wrong_number_is_refused_by_the_other(tmp_path: Path) -> None:
    rows = ";Huyện Hòa An;47;40\n1;Hoa Ban;12;10\n2;Bản Đông;34;30\n3;Mai;5;2\n"

    assert refused(table(tmp_path, HEADING + rows)) == [("row-adds-up", "2:1")]
    settled = table(tmp_path / "settled", HEADING + rows, ", lines: {2: total}")
    assert [code for code, _ in refused(settled)] == ["total-differs"]


def test_a_groups_line_that_the_data_file_calls_a_total_is_held_against_its_own_rows(tmp_path: Path) -> None:
    rows = f"3;Mai;5;2\n;Hòa An;42;3\n{ROWS};Hạ Lang;9;4\n4;Lan;4;2\n5;Cúc;5;2\n;Tổng cộng;56;9\n"
    written = table(tmp_path, HEADING + rows, ", lines: {3: total, 6: total}")

    assert written.printed("all") == "56"
    assert told(written) == [("totals-agree", "3:2")]


@pytest.mark.parametrize(
    "rows",
    [
        "1;Hoa Ban;2;1\n2;Bản Đông;1;1\n3;Hòa An;3;2\n4;Mai;5;2\n",  # so small that it means nothing
        "1;Hoa Ban;12;9\n2;Bản Đông;30;20\n3;Hòa An;42;29\n;Tổng cộng;84;58\n",  # the total counts it
        "1;Phường 1;30;20\n2;Phường 2;12;9\n3;Phường 3;2;1\n",
        "1;ĐH;2;1\n2;CĐ;3;1\n3;TC;4;3\n",
        "1;Hoa Ban;2;1\n2;Nhóm trẻ Sao Mai;2;1\n3;Mai;5;2\n",
    ],
)
def test_an_ordinary_row_that_happens_to_be_a_sum_counts(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, HEADING + rows)

    assert "row-may-add-up" not in {code for code, _ in told(written)}
    assert written.printed("schools") == str(rows.count("\n") - rows.count("Tổng"))


def test_a_row_that_is_perhaps_a_sum_counts_with_a_warning_until_the_data_file_says_so(
    tmp_path: Path,
) -> None:
    rows = f"{HEADING}1;Hoa Ban;12;3\n2;Bản Đông;20;4\n3;Suối Bạc;32;7\n4;Mai;25;2\n"

    assert told(table(tmp_path / "not said", rows)) == [("row-may-add-up", "4:1")]
    assert told(table(tmp_path / "said", rows, ", lines: {4: row}")) == []


# --- what the data file says --------------------------------------------------------------------------------


def test_the_data_file_says_what_lines_are_and_nothing_is_guessed(tmp_path: Path) -> None:
    rows = f"{HEADING}{ROWS};Cộng Hiền;43;3\n;Cộng công lập;85;6\n;Nữ;20;2\n;Người lập;;\n"
    written = table(tmp_path, rows, ", lines: {4: row, 5: total, 6-7: note}")

    assert told(written) == [("totals-agree", "5:2")]
    assert (written.printed("all"), written.printed("schools")) == ("85", "3")


def test_a_line_that_is_said_to_be_a_total_is_compared(tmp_path: Path) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS};Của cả phòng;43;3\n", ", lines: {4: total}")

    assert refused(written) == [("total-differs", "4:15")]


def test_a_row_that_seems_to_number_the_columns_can_be_one(tmp_path: Path) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\n1;2;3\nHoa Ban;5;1\n", ", lines: {2: row}")

    assert written.printed("all") == "7"


def test_a_column_that_may_be_one_of_the_table_is_a_warning_with_the_heading_it_lacks(tmp_path: Path) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;CBQL được bồi dưỡng;Ghi chú\nHoa Ban;12;3;-\n")

    warnings = {str(one.origin).rpartition(":")[2]: one for one in written.study().notes}
    assert warnings["17"].code == "column-perhaps-meant"
    assert "'Đã bồi dưỡng'" in warnings["17"].message
    assert warnings["37"].code == "column-not-used"


# --- worksheets ---------------------------------------------------------------------------------------------


def test_merged_lines_between_and_below_the_rows_of_a_worksheet_are_none(tmp_path: Path) -> None:
    rows = f"{HEADING}Khối mầm non;;;\n{ROWS}Tổng cộng;;42;3\nNgười lập;;Hiệu trưởng\nMai A;;Lê B\n"
    written = sheet(tmp_path, rows, "A2:D2", "A5:B5", "A6:B6", "C6:D6", "A7:B7", "C7:D7")

    assert told(written) == [
        ("headings-apart", "Sheet!A2"),
        ("below-apart", "Sheet!A6"),
        ("totals-agree", "Sheet!A5"),
    ]
    assert written.printed("all") == "42"


# --- properties ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Layout:
    """A table as an office lays it out, and what is true of it."""

    text: str
    units: list[tuple[int, int]]
    honest: bool


NOTES = st.sampled_from(["", "Ghi chú: không có\n", *FOOTS])
WHOLE = st.sampled_from(["", "Tổng cộng", "TỔNG CỘNG:", "Cộng", "Toàn huyện", "* Tổng số", "Tổng công"])
OF_GROUP = st.sampled_from(["", "Cộng huyện {}", "Cộng {}", "Tổng {}", "Cộng nhóm {}", "Huyện {}"])
HEADS = st.sampled_from(
    ["", "{};Huyện {};;", "{};Huyện {};{};{}", "Huyện {1};;;", ";{}. Huyện {};;", ";Huyện {1};{2};{3}"]
)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Lay out groups of units with heads or totals, a total, and a foot; some numbers are wrong."""
    number = st.integers(4, 60)  # a line of a group says nothing where smaller ones are alike
    groups = draw(
        st.lists(st.lists(st.tuples(number, number), min_size=1, max_size=4), min_size=1, max_size=3)
    )
    head, of_group, whole = draw(HEADS), draw(OF_GROUP), draw(WHOLE)
    numbered = draw(st.booleans()) or head.startswith("{}")
    slips: list[int] = draw(st.lists(st.integers(-9, 90), max_size=1))
    sums: list[str] = []

    def said(units: list[tuple[int, int]]) -> tuple[int, int]:
        now = draw(st.booleans())
        slip = slips.pop() if slips and now else 0
        sums.append("wrong" if slip else "right")
        return sum(one for one, _ in units) + slip, sum(other for _, other in units)

    lines, stt = [], 0
    for mark, name, units in zip(("I", "II", "III"), ("Hòa An", "Hạ Lang", "Vân Khê"), groups, strict=False):
        if head:
            numbers = said(units) if head.count("{") > 2 else ()
            lines.append(head.format(mark, name, *numbers))
        for unit in units:
            stt += 1
            lines.append(f"{stt if numbered else ''};Trường {mark}{stt};{unit[0]};{unit[1]}")
        if of_group:
            one, other = said(units)
            lines.append(f";{of_group.format(name)};{one};{other}")
    every = [unit for units in groups for unit in units]
    if whole:
        one, other = said(every)
        lines.append(f";{whole};{one};{other}")
    return Layout(HEADING + "\n".join(lines) + "\n" + draw(NOTES), every, "wrong" not in sums)


@given(layout=layouts())
@settings(max_examples=300)
def test_in_whatever_layout_the_sum_of_units_is_right_or_refused(
    tmp_path_factory: pytest.TempPathFactory, layout: Layout
) -> None:
    written = table(tmp_path_factory.mktemp("layout"), layout.text)
    try:
        found = written.study()
    except ReportgenError:
        return
    if any(one.severity == "warning" for one in found.notes):
        return
    figures = {name: found.figures.named[name].value for name in ("all", "trained", "schools")}

    assert layout.honest, "a wrong total is not passed over"
    assert figures == {
        "all": sum(one for one, _ in layout.units),
        "trained": sum(other for _, other in layout.units),
        "schools": len(layout.units),
    }


@pytest.mark.parametrize(
    "row",
    [
        "Kế hoạch giao;50;10", "Chỉ tiêu;50;10", "Năm học 2023-2024;40;2", "Năm trước;40;2", "So sánh;2;1",
        "Tăng (+), giảm (-);2;1", "Trung bình cộng;21;2", "Trang trước chuyển sang;42;2", "Mang sang;42;2",
        "Trung bình;21;2", "TB;21;2", "TRUNG BÌNH;21;2", "Trung Bình;21;2", "Bình quân;21;2", "Lớn nhất;30;2",
        "Thực hiện;43;4", "Đạt;86;40", "Còn lại;9;7", "Phát sinh;1;1", "Năm nay;40;3", "Cả nước;43;3",
    ],
)  # fmt: skip
def test_what_units_are_compared_with_is_no_unit_without_being_asked(tmp_path: Path, row: str) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n" + row + "\n")

    assert written.complaint().code in {"row-unclear", "total-unclear"}
    assert written.place() == ("units.csv", 4, 1)

    settled = table(
        tmp_path / "settled",
        "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\n" + row + "\n",
        ", lines: {3: note}",
    )
    assert settled.printed("all") == "12"


@pytest.mark.parametrize(
    "rows",
    [
        "Năm học 2022-2023;12;1\nNăm học 2023-2024;30;2\n",
        "Tốt;12;1\nTrung bình;5;2\n",
        "Kế Sách;12;1\nTrung Bình;30;2\nTăng Nhơn Phú;3;1\n",
        "KẾ SÁCH;12;1\nHÒA AN;40;9\nTRUNG BÌNH;30;2\n",
        "Đạt;12;1\nChưa đạt;5;2\n",
        "Kế hoạch;12;1\nThực hiện;5;2\n",
        "Năm học 2021-2022;12;1\nNăm học 2022-2023;30;2\nNăm học 2023-2024;3;1\nTổng cộng;45;4\n",
    ],
)
def test_rows_that_are_years_marks_or_places_are_units(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\n" + rows)

    assert written.printed("schools") == str(rows.count("\n") - rows.count("Tổng"))


def test_a_plan_and_what_was_done_are_both_refused_though_they_are_half_of_the_rows(tmp_path: Path) -> None:
    rows = "Kế hoạch;50;10\nThực hiện;42;3\n"
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n" + rows)

    assert refused(written) == [("row-unclear", "4:1"), ("row-unclear", "5:1")]


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


@pytest.mark.parametrize("words", ["Σ", "∑:", "T ổ n g   c ộ n g", "TỔNG  CỘNG", "C Ộ N G"])
def test_a_total_may_be_a_sign_or_have_its_letters_set_apart(tmp_path: Path, words: str) -> None:
    text = f"Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n{words};42;3\n"

    assert table(tmp_path, text).printed("all") == "42"

    wrong = table(tmp_path / "wrong", text.replace("42", "43"))
    assert wrong.complaint().code == "total-differs"
    assert wrong.place()[:2] == ("units.csv", 4)


def test_rows_well_below_the_others_are_counted_and_told(tmp_path: Path) -> None:
    written = table(tmp_path, HEADING + ROWS + ";;;\n;;;\n3;Suối Bạc;9;2\n")

    assert told(written) == [("rows-after-gap", "6:1")]
    assert written.printed("all") == "51"


@pytest.mark.parametrize(
    ("rows", "beside"),
    [
        (ROWS + ";;;\n3;Suối Bạc;9;2\n", ""),
        (ROWS + ";;;\n;;;\n3;Suối Bạc;9;2\n", ", lines: {6: row}"),
        (ROWS + '3;"Suối\n\n\nBạc";9;2\n4;Mây;9;2\n', ""),
    ],
)
def test_one_empty_line_a_long_cell_and_what_is_said_are_no_gap(
    tmp_path: Path, rows: str, beside: str
) -> None:
    assert told(table(tmp_path, HEADING + rows, beside)) == []


def test_a_column_is_known_by_what_stands_below_its_group_where_no_other_column_may_be_meant(
    tmp_path: Path,
) -> None:
    rows = "Hoa Ban;12;3\nHoa Mai;11;2\n"
    once = table(tmp_path, f"Tên đơn vị;Cán bộ;\n;CBQL;Nữ\n{rows}")
    assert "headings-below" in {note.code for note in once.study().notes}

    for name, heads in {"a": "Năm trước;Năm nay\n;CBQL;CBQL", "b": "CBQL;Năm trước\n;;CBQL"}.items():
        folder = tmp_path / name
        folder.mkdir()
        again = table(folder, f"Tên đơn vị;{heads}\n{rows}")
        codes = {note.code for note in (again.complaints() if name == "a" else again.study().notes)}
        assert "headings-below" not in codes
