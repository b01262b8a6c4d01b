"""A whole workbook comes in sheet by sheet, each with its own complaints."""

from pathlib import Path

from reportgen.load import load_book
from reportgen.model.book import Book
from tests.helpers.cases import workbook


def book(folder: Path, *lines: str) -> Book:
    (folder / "b.xlsx").write_bytes(workbook(list(lines)))
    return load_book(folder / "b.xlsx", shown="b.xlsx")


def test_every_cell_has_its_row_and_column(tmp_path: Path) -> None:
    first, second = book(tmp_path, "! sheet One", "a | b", " | '07", "! sheet Two", "c").sheets

    assert first.rows == {1: {1: "a", 2: "b"}, 2: {2: "07"}}
    assert str(first.origin(2, 2)) == "b.xlsx:One!B2"
    assert (second.name, second.rows, second.visible) == ("Two", {1: {1: "c"}}, True)


def test_what_is_wrong_on_one_sheet_is_told_of_that_sheet(tmp_path: Path) -> None:
    first, second = book(tmp_path, "! sheet One", "a", "! sheet Two", "c | #DIV/0!").sheets

    assert first.notes == ()
    assert [(note.code, str(note.origin)) for note in second.notes] == [("cell-error", "b.xlsx:Two!B1")]


def test_hidden_sheets_and_rows_are_known(tmp_path: Path) -> None:
    (sheet, _) = book(tmp_path, "a", "b", "! hide row 2", "! merge A1:B1", "! hide sheet").sheets

    assert (sheet.visible, sheet.hidden, sheet.merged) == (False, [2], [(1, 1, 1, 2)])


def test_a_cell_that_may_be_legacy_is_kept_and_told(tmp_path: Path) -> None:
    (sheet,) = book(tmp_path, "Tên | Nơi", "Lê Lợi | Hồng Bàng", "TrÇn | ôt", "TrÇn | Kiến An").sheets

    assert sheet.rows[3] == {1: "TrÇn", 2: "ôt"}
    assert [(note.code, str(note.origin), note.stops) for note in sheet.notes] == [
        ("letters-doubtful", "b.xlsx:Sheet!A3", False),
        ("letters-doubtful", "b.xlsx:Sheet!B3", False),
    ]


def test_a_cell_that_fits_both_is_kept_where_a_column_mixes_both(tmp_path: Path) -> None:
    words = ["Tr\xadêng MÇm non", "Hoµng ThÞ Lóa", "Phßng Gi¸o dôc vµ §µo t¹o"]
    (sheet,) = book(tmp_path, "Tên trường", "Lê Lợi", "Vân", *words).sheets

    assert [row[1] for row in sheet.rows.values()][2:4] == ["Vân", "Trường Mầm non"]
    assert [(note.code, str(note.origin)) for note in sheet.notes] == [
        ("letters-doubtful", "b.xlsx:Sheet!A3"),
        ("letters-read", "b.xlsx:Sheet!A4"),
    ]


def test_legacy_letters_are_read_on_every_sheet(tmp_path: Path) -> None:
    words = ["Tr\xadêng MÇm non", "Hoµng ThÞ Lóa", "Phßng Gi¸o dôc vµ §µo t¹o"]
    (sheet,) = book(tmp_path, "Tên", *words).sheets

    assert [row[1] for row in sheet.rows.values()][1:3] == ["Trường Mầm non", "Hoàng Thị Lúa"]
    (note,) = sheet.notes
    assert (note.code, str(note.origin)) == ("letters-read", "b.xlsx:Sheet!A2")
    assert note.message.endswith('read as "Trường Mầm non"; likewise A3, A4')
    assert "Unicode" in note.hint


def test_a_name_that_is_right_as_it_stands_is_kept_beside_legacy_letters(tmp_path: Path) -> None:
    words = ["Lê Chân", "TrÇn Phó", "Tr­êng S¬n Hång LÜnh"]
    (sheet,) = book(tmp_path, "Trường", *words).sheets

    assert [row[1] for row in sheet.rows.values()][1:] == ["Lê Chân", "Trần Phú", "Trường Sơn Hồng Lĩnh"]
    assert [note.code for note in sheet.notes] == ["letters-doubtful", "letters-read"]
