"""What stands between and below the rows of a table, as offices lay tables out, is never one of its units."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.errors import ReportgenError
from tests.helpers.written import Written
from tests.load.laid_out import HEADING, ROWS, refused, table, told


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
