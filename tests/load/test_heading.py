"""Headings are found below titles and on two rows, totals are set apart; what was passed over is told."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.load import Fixed, load_table
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable

UNITS = "STT,Đơn vị,Số lớp\n1,Lê Chân,12\n2,Kiến An,7\n"
GROUPS = """STT,Đơn vị,CBQL,,Giáo viên,
,,Tổng số,Đã bồi dưỡng,Tổng số,Đã bồi dưỡng
1,Lê Chân,3,2,40,30
2,Kiến An,4,4,50,50
"""
NAMES = [
    "STT",
    "Đơn vị",
    "CBQL: Tổng số",
    "CBQL: Đã bồi dưỡng",
    "Giáo viên: Tổng số",
    "Giáo viên: Đã bồi dưỡng",
]


def written(folder: Path, text: str) -> Path:
    path = folder / "units.csv"
    path.write_text(text, encoding="utf-8")
    return path


def workbook(folder: Path, text: str, *merged: str) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book["Sheet"]
    for line in text.splitlines():
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in line.split(",")])
    for cells in merged:
        sheet.merged_cells.add(cells)
    book.save(folder / "units.xlsx")
    return folder / "units.xlsx"


def told(table: RawTable) -> list[tuple[str, str]]:
    assert {str(note.severity) for note in table.notes} <= {"note"}
    return [(note.code, str(note.origin).removeprefix(f"{table.file}:")) for note in table.notes]


def complaints(path: Path, fixed: Fixed | None = None) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path, fixed or Fixed())
    return [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]


# --- titles above the headings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("DANH SÁCH CÁC ĐƠN VỊ\n", 2),
        ("DANH SÁCH CÁC ĐƠN VỊ,,\n", 2),
        ('"DANH SÁCH\nCÁC ĐƠN VỊ, NĂM HỌC 2020",,\n\n', 4),
        ("PHÒNG GD&ĐT\n,,Biểu số 1\n\nDANH SÁCH\nNăm học 2020-2021\n", 6),
    ],
)
def test_titles_above_the_headings_are_passed_over_and_told(tmp_path: Path, above: str, line: int) -> None:
    path = written(tmp_path, above + UNITS)
    table = load_table(path)

    assert table.columns == ["STT", "Đơn vị", "Số lớp"]
    assert table.rows == [["1", "Lê Chân", "12"], ["2", "Kiến An", "7"]]
    assert told(table)[0] == ("header-guessed", f"{line}:1")
    assert told(table)[1][0] == "rows-passed-over"
    assert '1 "' in table.notes[1].message
    assert f"header: {line}" in table.notes[0].message
    assert str(table.sources.key_origin(("Số lớp",))) == f"{path}:{line}:12"
    assert str(table.sources.origin((1, "Số lớp"))) == f"{path}:{line + 2}:11"
    assert told(load_table(path, Fixed(header=(line, line)))) == []


def test_the_head_of_a_paper_may_have_two_sides(tmp_path: Path) -> None:
    head = (
        "PHÒNG GD&ĐT,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC,,,Độc lập - Tự do - Hạnh phúc\n\nBIỂU\n"
    )
    table = load_table(written(tmp_path, head + "TT,Đơn vị,Lớp,Trẻ\n1,Lê Chân,2,50\n"))

    assert table.columns == ["TT", "Đơn vị", "Lớp", "Trẻ"]
    assert told(table) == [("header-guessed", "5:1"), ("rows-passed-over", "1:1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DANH SÁCH\nTên;Quận;Cấp\nA;B;C\nD;E;F\n", ("header-unclear", "2:1")),
        ("DANH SÁCH,,\nTên,Quận,Số\nA,B,1\nC,D,2\nE,G,H,5\n", ("too-many-cells", "5:7")),
        ("DANH SÁCH,,,\nĐơn vị,,Lớp,\nTên,Quận,Mẫu giáo,Nhà trẻ\nA,B,1,2\n", ("header-unclear", "3:1")),
        ("DANH SÁCH,,,\nĐơn vị,2019,2020,2021\nA,1,2,3\n", ("blank-heading", "1:11")),
        ("a,,c\nx,y,z\nu,v,1\n", ("blank-heading", "1:3")),
    ],
)
def test_what_is_not_clear_is_asked_for(tmp_path: Path, text: str, expected: tuple[str, str]) -> None:
    assert complaints(written(tmp_path, text)) == [expected]


def test_what_is_not_clear_can_be_said(tmp_path: Path) -> None:
    path = written(tmp_path, "DANH SÁCH,,,\nĐơn vị,2019,2020,2021\nA,1,2,3\n")

    table = load_table(path, Fixed(header=(2, 2)))
    assert table.columns == ["Đơn vị", "2019", "2020", "2021"]
    assert told(table) == []


@pytest.mark.parametrize("header", [(2, 2), (3, 3), (6, 6), (1, 9)])
def test_a_line_where_no_row_begins_holds_no_headings(tmp_path: Path, header: tuple[int, int]) -> None:
    path = written(tmp_path, '"DANH\nSÁCH"\n\nĐơn vị\nA\n')

    assert complaints(path, Fixed(header=header)) == [("header-wrong", str(path))]


# --- two rows of headings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("above", ["", "DANH SÁCH\n", "DANH SÁCH,,,,,\n\n"])
def test_groups_and_what_is_in_them_are_joined(tmp_path: Path, above: str) -> None:
    path = written(tmp_path, above + GROUPS)
    first = above.count("\n") + 1

    table = load_table(path)
    assert table.columns == NAMES
    assert table.rows[1] == ["2", "Kiến An", "4", "4", "50", "50"]
    assert told(table)[0] == ("header-guessed", f"{first}:1")
    assert f"header: {first}-{first + 1}" in table.notes[0].message
    assert str(table.sources.key_origin(("Đơn vị",))) == f"{path}:{first}:5"
    assert str(table.sources.key_origin((NAMES[3],))) == f"{path}:{first + 1}:11"
    fixed = load_table(path, Fixed(header=(first, first + 1)))
    assert (fixed.columns, fixed.rows, told(fixed)) == (table.columns, table.rows, [])


def test_groups_of_a_worksheet_are_known_by_their_merged_cells(tmp_path: Path) -> None:
    text = "DANH SÁCH\nĐơn vị,,CBQL,\nTên,Quận,Tổng số,Nữ\nA,B,x,y\n"
    path = workbook(tmp_path, text, "A1:D1", "A2:B2", "C2:D2")

    table = load_table(path)
    assert table.columns == ["Đơn vị: Tên", "Đơn vị: Quận", "CBQL: Tổng số", "CBQL: Nữ"]
    assert told(table) == [("header-guessed", "Sheet!A2"), ("rows-passed-over", "Sheet!A1")]
    assert str(table.sources.key_origin(("CBQL: Nữ",))) == f"{path}:Sheet!D3"


def test_headings_merged_downwards_are_no_merged_data(tmp_path: Path) -> None:
    path = workbook(tmp_path, GROUPS, "A1:A2", "B1:B2", "C1:D1", "E1:F1")

    table = load_table(path)
    assert table.columns == NAMES
    assert str(table.sources.key_origin(("Đơn vị",))) == f"{path}:Sheet!B1"


def test_three_rows_of_headings_are_joined_when_the_data_file_says_so(tmp_path: Path) -> None:
    text = "Đơn vị,CBQL,,\n,Tổng số,Trong đó,\n,,Nữ,Đảng viên\nA,3,2,1\n"
    path = written(tmp_path, text)

    table = load_table(path, Fixed(header=(1, 3)))
    assert table.columns == ["Đơn vị", "CBQL: Tổng số", "CBQL: Trong đó: Nữ", "CBQL: Trong đó: Đảng viên"]
    assert str(table.sources.key_origin(("CBQL: Tổng số",))) == f"{path}:2:2"
    assert {code for code, _ in complaints(path)} == {"blank-heading"}


@pytest.mark.parametrize(
    "second",
    ["x,y,", "x,,z", ",y,z", "x,y,z"],
)
def test_rows_of_words_are_not_taken_for_groups(tmp_path: Path, second: str) -> None:
    table = load_table(written(tmp_path, f"Tên,Quận,Cấp\n{second}\nu,v,w\n"))

    assert table.columns == ["Tên", "Quận", "Cấp"]
    assert len(table.rows) == 2


@pytest.mark.parametrize("row", ["(1),(2),(3)", "(A),(B),(1)", "(1),(2),(3)=(1)+(2)", "A,B,1", "1,2,3"])
def test_a_row_that_numbers_the_columns_is_passed_over_and_told(tmp_path: Path, row: str) -> None:
    table = load_table(written(tmp_path, UNITS.replace("Số lớp\n", f"Số lớp\n{row}\n")))

    assert [cells[0] for cells in table.rows] == ["1", "2"]
    assert told(table) == [("numbers-passed-over", "2:1")]


@pytest.mark.parametrize("row", ["A,1", "1,2"])
def test_a_table_of_two_columns_may_number_them_too(tmp_path: Path, row: str) -> None:
    table = load_table(written(tmp_path, f"Trường,Số trẻ\n{row}\nMN Hoa,10\nMN Lan,20\n"))

    assert [cells[0] for cells in table.rows] == ["MN Hoa", "MN Lan"]
    assert told(table) == [("numbers-passed-over", "2:1")]


@pytest.mark.parametrize("rows", ["A,1\nB,2\nC,3", "A,1\nB,7", "A,1\n5A1,2\nC,8", "1,2\n2,4"])
def test_classes_called_by_a_letter_or_a_number_are_rows(tmp_path: Path, rows: str) -> None:
    table = load_table(written(tmp_path, f"Lớp,Số trẻ\n{rows}\n"))

    assert len(table.rows) == rows.count("\n") + 1


@pytest.mark.parametrize("row", ["1,2,3", "(1),x,(2)", "1,2,4", "A,C,1", "A,1,2"])
def test_a_row_of_numbers_may_be_data(tmp_path: Path, row: str) -> None:
    table = load_table(written(tmp_path, f"a,b,c\n{row}\n4,5,6\n"))

    assert len(table.rows) == 2


# --- totals -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines", "above"),
    [
        ("a,b\n1,2\nTổng cộng,2\n", [3], [1]),
        ("STT,a,b\n1,x,2\n,TỔNG SỐ:,2\n,,\n", [3], [1]),
        ("STT,a,b\nI.,x,2\nII.,Cộng,2\n", [3], [1]),
        ("a,b\nx,2\nToàn thành phố,2\n", [3], [1]),
        ("a,b\nToàn tỉnh,3\nx,2\ny,1\n", [2], [0]),
        ("a,b\nx,2\nCộng,2\ny,1\nz,1\nCộng,2\nToàn huyện,4\n", [3, 6, 7], [1, 3, 3]),
        ("Quận,Cấp,n\nA,M,1\nA,T,2\nA,Cộng,3\nB,M,4\nB,Tổng số,4\n", [4, 6], [2, 3]),
    ],
)
def test_totals_are_set_apart_with_their_place(
    tmp_path: Path, text: str, lines: list[int], above: list[int]
) -> None:
    path = written(tmp_path, text)
    table = load_table(path)

    assert [total.line for total in table.totals] == lines
    assert [total.above for total in table.totals] == above
    assert all(len(total.cells) == len(table.columns) for total in table.totals)
    assert [code for code, _ in told(table)] == ["totals-apart"]
    last = table.columns[-1]
    for total in table.totals:
        assert f"{path}:{total.line}:" in table.notes[0].message
        assert str(total.sources.origin((0, last))).startswith(f"{path}:{total.line}:")
    kept = [line for line in range(2, len(table.rows) + len(lines) + 2) if line not in lines]
    assert [str(table.sources.origin((row,))) for row in range(len(table.rows))] == [
        f"{path}:{line}:1" for line in kept
    ]


@pytest.mark.parametrize(
    "name", ["Tổng công ty Cảng", "Cộng Hòa", "Tổng hợp", "Toàn Thắng", "Tổng nhóm trẻ", "Tổng khối lượng"]
)
def test_names_that_only_begin_like_a_total_are_rows(tmp_path: Path, name: str) -> None:
    table = load_table(written(tmp_path, f"a,b\nx,1\n{name},2\n"))

    assert table.rows[1] == [name, "2"]
    assert not table.totals


def test_somebody_called_like_a_total_stays_a_row(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "Họ,Tên,Năm sinh\nLê,An,1980\nVũ,Cộng,1975\nTạ,Tổng,1981\n"))

    assert len(table.rows) == 3
    assert not table.totals


def test_a_row_alone_is_counted_whatever_it_is_called(tmp_path: Path) -> None:
    assert load_table(written(tmp_path, "a,b\nToàn quận,2\n")).rows == [["Toàn quận", "2"]]


def test_many_totals_are_told_shortly(tmp_path: Path) -> None:
    rows = "".join(f"x{number},1\nCộng,1\n" for number in range(30))
    table = load_table(written(tmp_path, f"a,b\n{rows}"))

    (note,) = table.notes
    assert len(table.totals) == 30
    assert note.message.endswith("and 18 more")


def test_a_total_of_a_worksheet_may_be_merged(tmp_path: Path) -> None:
    path = workbook(tmp_path, UNITS + "Tổng cộng,,19\n", "A4:B4")

    table = load_table(path)
    assert [total.cells for total in table.totals] == [["Tổng cộng", None, "19"]]
    assert str(table.totals[0].sources.origin((0, "Số lớp"))) == f"{path}:Sheet!C4"
    assert complaints(workbook(tmp_path, UNITS, "A3:B3")) == [("merged-cells", "Sheet!A3")]


def test_only_hidden_rows_of_the_table_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, "DANH SÁCH\n" + UNITS)
    book = openpyxl.load_workbook(path)
    book["Sheet"].row_dimensions[1].hidden = True
    book.save(path)

    assert len(load_table(path).rows) == 2


# --- properties ---------------------------------------------------------------------------------------------

CELLS = st.sampled_from(["Lê Chân", "Kiến An", "Cộng", "12", "3,5", "(1)", "A", "1", "2", ""])


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=8))
def test_every_filled_row_is_a_row_a_total_or_told(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = "".join(";".join(row) + "\n" for row in rows)
    path = written(tmp_path_factory.mktemp("any"), text)
    try:
        table = load_table(path, Fixed(delimiter=";"))
    except DataError:
        return
    filled = {number for number, row in enumerate(rows, 1) if any(row)}

    used = {int(str(table.sources.origin((row,))).split(":")[1]) for row in range(len(table.rows))}
    used |= table.apart
    begin = min(used, default=len(rows) + 1)
    codes = {note.code for note in table.notes}
    above = sorted(filled - used)
    assert above, "there are headings"
    assert len(above) == 1 or codes & {"header-guessed", "numbers-passed-over"}
    assert max(above) < begin


def test_a_row_whose_words_only_begin_like_a_total_is_one_where_it_adds_up(tmp_path: Path) -> None:
    """``Cộng công lập`` is the sum of two rows, ``Cộng tư thục`` of one, ``Cộng Hòa`` is a commune."""
    lines = ["a,b", "MN A,20", "MN B,30", "Cộng công lập,50", "MN C,7", "Cộng tư thục,7", "Cộng Hòa,9", ""]

    table = load_table(written(tmp_path, "\n".join(lines)))

    assert [row[0] for row in table.rows] == ["MN A", "MN B", "MN C", "Cộng Hòa"]
    assert [total.words for total in table.totals] == ["Cộng công lập", "Cộng tư thục"]
