"""Which sheet of a workbook is read, where its table begins, and what is hidden or merged on it."""

import pickle
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from reportgen.load import Fixed, load_table
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable
from tests.load.in_xlsx import complaints, saved, sheet_of


def told(table: RawTable) -> list[tuple[str, str]]:
    return [(note.code, str(note.origin).removeprefix(f"{table.file}:")) for note in table.notes]


# --- the table ---------------------------------------------------------------------------------------------


def test_cells_have_addresses_wherever_the_table_begins(tmp_path: Path) -> None:
    sheet = sheet_of()
    for address, value in {
        "B3": "Đơn vị",
        "C3": "Số lớp",
        "B5": "Lê Chân",
        "C5": "12",
        "B6": "Kiến An",
    }.items():
        sheet[address] = value
    path = saved(tmp_path, sheet)

    table = load_table(path)
    assert (table.columns, table.rows) == (["Đơn vị", "Số lớp"], [["Lê Chân", "12"], ["Kiến An", None]])
    assert str(table.sources.key_origin(("Số lớp",))) == f"{path}:Sheet!C3"
    assert str(table.sources.origin((0, "Số lớp"))) == f"{path}:Sheet!C5"
    assert str(table.sources.origin((1, "Số lớp"))) == f"{path}:Sheet!C6"
    assert str(table.sources.origin((1,))) == f"{path}:Sheet!A6"
    assert table.file == str(path)


def test_a_table_can_be_sent_to_another_process(tmp_path: Path) -> None:
    path = saved(tmp_path, sheet_of(["a"], [1]))

    table = pickle.loads(pickle.dumps(load_table(path, shown="data/u.xlsx")))  # noqa: S301  # our own
    assert str(table.sources.origin((0, "a"))) == "data/u.xlsx:Sheet!A2"


def test_the_only_sheet_with_something_on_it_needs_no_name(tmp_path: Path) -> None:
    sheet = sheet_of(["first"])
    assert sheet.parent is not None
    sheet.parent.create_sheet("Sheet2")["A1"].number_format = "0.00"
    hidden = sheet.parent.create_sheet("Lists")
    hidden.append(["công lập"])
    hidden.sheet_state = "hidden"

    assert load_table(saved(tmp_path, sheet)).columns == ["first"]


def test_rows_on_a_second_sheet_are_not_left_out_in_silence(tmp_path: Path) -> None:
    sheet = sheet_of(["first"])
    assert sheet.parent is not None
    sheet.parent.create_sheet(unicodedata.normalize("NFD", "Quý 3")).append(["third"])
    path = saved(tmp_path, sheet)

    assert complaints(path) == [("sheet-not-named", str(path))]
    assert load_table(path, Fixed(sheet="Sheet")).columns == ["first"]
    assert load_table(path, Fixed(sheet="Quý 3")).columns == ["third"]
    assert str(load_table(path, Fixed(sheet="Quý 3")).sources.key_origin(("third",))) == f"{path}:Quý 3!A1"
    assert complaints(path, sheet="Quý 4") == [("sheet-missing", str(path))]


def test_a_hidden_first_sheet_is_not_taken_for_the_one_people_see(tmp_path: Path) -> None:
    sheet = sheet_of(["old"])
    sheet.sheet_state = "hidden"
    assert sheet.parent is not None
    sheet.parent.create_sheet("Shown").append(["new"])
    path = saved(tmp_path, sheet)

    table = load_table(path)
    assert table.columns == ["new"]
    assert told(table) == [("sheet-passed-over", "Shown!A1")]
    assert load_table(path, Fixed(sheet="Sheet")).columns == ["old"]


def test_no_sheet_is_chosen_where_all_are_hidden(tmp_path: Path) -> None:
    sheet = sheet_of(["old"])
    sheet.sheet_state = "hidden"
    assert sheet.parent is not None
    sheet.parent.create_sheet("Shown")
    path = saved(tmp_path, sheet)

    assert complaints(path) == [("sheet-hidden", str(path))]


def test_a_sheet_that_is_not_the_first_is_read_where_no_other_has_anything(tmp_path: Path) -> None:
    sheet = sheet_of()
    assert sheet.parent is not None
    sheet.parent.create_sheet("Filled").append(["a"])

    assert load_table(saved(tmp_path, sheet)).columns == ["a"]


def test_hidden_rows_are_read_and_told_in_runs_unless_they_are_blank(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b"], *[[None, number] for number in range(2, 9)])
    sheet["B8"] = None
    for row in (4, 5, 6, 8, 9):
        sheet.row_dimensions[row].hidden = True
    sheet.row_dimensions[2].hidden = True
    path = saved(tmp_path, sheet)

    table = load_table(path)
    assert [row[0] for row in table.rows[:5]] == [None] * 5
    assert told(table) == [("hidden-row", "Sheet!B2")]
    assert [note.message for note in table.notes] == ["rows 2, 4-6 are hidden, but counted"]


def test_rows_that_a_filter_hides_are_read_and_told(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b"], ["x", 1], ["y", 2], ["x", 3])
    sheet.auto_filter.ref = "A1:B4"
    sheet.row_dimensions[3].hidden = True

    assert told(load_table(saved(tmp_path, sheet))) == [("filtered-row", "Sheet!A3")]


def test_a_hidden_row_of_which_the_data_file_speaks_is_not_told(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b"], ["x", 1], ["y", 2])
    sheet.row_dimensions[3].hidden = True
    path = saved(tmp_path, sheet)

    assert told(load_table(path)) == [("hidden-row", "Sheet!A3")]
    assert told(load_table(path, Fixed(lines={(3, 3): "note"}))) == []


def test_a_column_without_heading_that_has_nothing_is_none(tmp_path: Path) -> None:
    table = load_table(saved(tmp_path, sheet_of(["a", None, "c"], ["x", None, 3], ["y", None, 4])))

    assert (table.columns, table.rows) == (["a", "c"], [["x", "3"], ["y", "4"]])
    assert table.sources.nearest((1, "c")).cell == "C3"


def test_hidden_columns_are_read_and_told_unless_they_are_blank(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b", "c", "d"], [1, 2, 3, 4])
    for letter in "BDF":
        sheet.column_dimensions[letter].hidden = True

    table = load_table(saved(tmp_path, sheet))
    assert table.columns == ["a", "b", "c", "d"]
    assert told(table) == [("hidden-column", "Sheet!B1")]
    assert table.notes[0].message == "columns B, D are hidden, but read"


def test_merged_cells_among_the_data_are_refused(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b"], ["x", 1], [None, 2], ["y", 3])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A9:B9")
    path = saved(tmp_path, sheet)

    assert complaints(path) == [("merged-cells", "Sheet!A2")]
    with pytest.raises(DataError, match="A2:A3"):
        load_table(path)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], [("table-empty", "Sheet!A1")]),
        ([["a", None, "c"], [1, None, 3], [1, 2, 3]], [("blank-heading", "Sheet!B1")]),
        ([["a"], [1, 2]], [("blank-heading", "Sheet!B1")]),
        ([["a", "A "], [1, 2]], [("heading-twice", "Sheet!B1")]),
        (
            [["a", "b"], [1e15, "=1+1"]],
            [("number-too-long", "Sheet!A2"), ("formula-not-calculated", "Sheet!B2")],
        ),
    ],
)
def test_a_table_must_be_whole(
    tmp_path: Path, rows: list[list[Any]], expected: list[tuple[str, str]]
) -> None:
    assert complaints(saved(tmp_path, sheet_of(*rows))) == expected


def test_a_stray_format_far_away_costs_nothing(tmp_path: Path) -> None:
    sheet = sheet_of(["a"], [1])
    sheet["XFD1048576"].number_format = "0%"

    assert load_table(saved(tmp_path, sheet)).rows == [["1"]]
