"""A workbook says the same as .xlsx, .ods and .xls, as LibreOffice stores it: nothing is blank in silence."""

import datetime as dt
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from reportgen.load import Fixed, load_book, load_table, spreadsheet
from reportgen.model.book import Worksheet
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable
from tests.helpers.other_books import long_text, ods, ods_of, xls

FORMATS = ("xlsx", "ods", "xls")

CELLS: Mapping[str, tuple[Any, str, str]] = {
    "number": (1234, "General", "1234"),
    "noise": (0.1 + 0.2, "General", "0,3"),
    "nearly": (1234.4999999999998, "0", "1234,5"),
    "zeros": (12, "000", "012"),
    "phone": (912345678, "0000\\ 000\\ 000", "0912 345 678"),
    "lettered code": (7, '"HS"000', "HS007"),
    "share": (0.845, "0.0%", "84,5%"),
    "money": (1234567, '#,##0\\ "đ"', "1234567"),
    "date": (dt.date(2020, 1, 19), "dd/mm/yyyy", "19/01/2020"),
    "moment": (dt.datetime(2020, 1, 19, 7, 30), "dd/mm/yyyy\\ hh:mm", "19/01/2020 07:30"),  # noqa: DTZ001
    "time": (dt.time(7, 30), "hh:mm", "07:30"),
    "duration": (dt.timedelta(hours=25, minutes=5), "[h]:mm", "25:05"),
    "flag": (True, "General", "có"),
    "text": ("  Lê  Chân ", "General", "Lê  Chân"),
    "lines": ("một\nhai", "General", "một\nhai"),
    "code": ("012", "@", "012"),
    "formula": ("=6*7", "General", "42"),
    "words": ('="x"&"y"', "General", "xy"),
}
"""By heading: what is typed into Excel, its number format, and how an office reads it."""

WRONG = {"division": "=1/0", "absent": "=NA()", "name": "=nobody(1)"}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Let LibreOffice calculate a workbook and store it in every format."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("books")
    typed().save(folder / "typed.xlsx")
    for sort in FORMATS:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", sort, "--outdir", str(folder / sort), str(folder / "typed.xlsx")]
        subprocess.run(command, check=True, capture_output=True)
    found = {sort: folder / sort / f"typed.{sort}" for sort in FORMATS}
    if not all(path.exists() for path in found.values()):
        pytest.skip("LibreOffice is installed without Calc")
    return found


def typed() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Số liệu"
    for column, (heading, (value, number_format, _)) in enumerate(CELLS.items(), 2):
        sheet.cell(3, column, heading)
        sheet.cell(4, column, value).number_format = number_format
        sheet.cell(5, column, value).number_format = number_format
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True
    wrong: Any = book.create_sheet("Lỗi")
    wrong.append(list(WRONG))
    wrong.append(list(WRONG.values()))
    merged: Any = book.create_sheet("Gộp")
    for row in (["a", "b"], ["x", 1], [None, 2]):
        merged.append(row)
    merged.merge_cells("A2:A3")
    struck: Any = book.create_sheet("Gạch")
    for row in (["a", "b"], ["x", 1], ["y", 2], ["z", 3]):
        struck.append(row)
    struck["B3"].font = Font(strike=True)
    struck["A4"].font = Font(strike=True, bold=True)
    struck["B4"].font = Font(bold=True)
    add_noted(book)
    hidden: Any = book.create_sheet("Ẩn")
    hidden.append(["old"])
    hidden.sheet_state = "hidden"
    return book


def add_noted(book: openpyxl.Workbook) -> None:
    noted: Any = book.create_sheet("Ghi chú")
    for row in (["a", "b"], ["x", 12], ["y", -2], ["z", 0]):
        noted.append(row)
    noted["B2"].comment = Comment("sửa lại là\n14", "cô Hà")
    for cell, number_format in (("B2", ";;;"), ("B3", "0;;"), ("B4", "0;-0;;@")):
        noted[cell].number_format = number_format


def told(table: RawTable) -> list[tuple[str, str]]:
    return [(note.code, str(note.origin).removeprefix(f"{table.file}:")) for note in table.notes]


def complaints(path: Path, fixed: Fixed | None = None) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path, fixed or Fixed())
    return [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]


def kept(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_a_line_through_some_words_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["a", "b"])
    sheet.append([CellRichText("x", TextBlock(InlineFont(strike=True), "y")), 1])
    book.save(tmp_path / "book.xlsx")

    found = told(load_table(tmp_path / "book.xlsx"))
    assert ("cells-struck", "Sheet!A2") in found


# --- as LibreOffice stores them -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("sort", FORMATS)
def test_cells_with_a_line_through_them_count_and_are_told(books: Mapping[str, Path], sort: str) -> None:
    table = load_table(books[sort], Fixed(sheet="Gạch"))

    assert table.rows == [["x", "1"], ["y", "2"], ["z", "3"]]
    (note,) = (one for one in table.notes if one.code == "cells-struck")
    assert str(note.origin).endswith(":Gạch!B3")
    assert "Gạch!B3" in note.message
    assert "Gạch!A4" in note.message
    assert "B4" not in note.message


@pytest.mark.slow
@pytest.mark.parametrize("sort", FORMATS)
def test_comments_and_numbers_that_nobody_sees_are_told(books: Mapping[str, Path], sort: str) -> None:
    table = load_table(books[sort], Fixed(sheet="Ghi chú"))

    assert table.rows == [["x", "12"], ["y", "-2"], ["z", "0"]]
    notes = {one.code: one for one in table.notes if one.code in {"cells-commented", "cells-unseen"}}
    assert [str(one.origin).rpartition("!")[2] for one in notes.values()] == ["B2", "B2"]
    assert notes["cells-commented"].message.endswith("Ghi chú!B2")  # what it says may be about a person
    assert "B3" in notes["cells-unseen"].message
    assert "B4" not in notes["cells-unseen"].message


@pytest.mark.slow
@pytest.mark.parametrize("sort", FORMATS)
def test_cells_read_as_in_the_office_with_their_addresses(books: Mapping[str, Path], sort: str) -> None:
    table = load_table(books[sort], Fixed(sheet="Số liệu", header=(3, 3)))

    assert table.columns == list(CELLS)
    expected = [text for _, _, text in CELLS.values()]
    assert [dict(zip(CELLS, row, strict=True)) for row in table.rows] == [
        dict(zip(CELLS, expected, strict=True))
    ] * 2
    assert str(table.sources.origin((1, "noise"))) == f"{books[sort]}:Số liệu!C5"
    assert told(table) == [("hidden-row", "Số liệu!B5"), ("hidden-column", "Số liệu!C3")]


@pytest.mark.slow
@pytest.mark.parametrize("sort", FORMATS)
def test_errors_of_formulas_are_errors_at_their_cells(books: Mapping[str, Path], sort: str) -> None:
    with pytest.raises(DataError) as caught:
        load_table(books[sort], Fixed(sheet="Lỗi"))

    found = {
        str(one.origin).rpartition("!")[2]: dict(one.values)["value"] for one in caught.value.diagnostics
    }
    assert found == {"A2": "#DIV/0!", "B2": "#N/A", "C2": "#NAME?"}


@pytest.mark.slow
@pytest.mark.parametrize("sort", FORMATS)
def test_merged_cells_and_sheets_are_known(books: Mapping[str, Path], sort: str) -> None:
    assert complaints(books[sort], Fixed(sheet="Gộp")) == [("merged-cells", "Gộp!A2")]
    assert complaints(books[sort]) == [("sheet-not-named", str(books[sort]))]
    assert complaints(books[sort], Fixed(sheet="Gop")) == [("sheet-missing", str(books[sort]))]
    assert load_table(books[sort], Fixed(sheet="Ẩn")).columns == ["old"]
    sheets = load_book(books[sort]).sheets
    assert [(sheet.name, sheet.visible) for sheet in sheets] == [
        ("Số liệu", True), ("Lỗi", True), ("Gộp", True), ("Gạch", True), ("Ghi chú", True),
        ("Ẩn", False),
    ]  # fmt: skip


@pytest.mark.slow
def test_the_content_tells_the_format_and_not_the_name(books: Mapping[str, Path], tmp_path: Path) -> None:
    for sort, path in books.items():
        for suffix in FORMATS:
            copy = kept(tmp_path, f"{sort}-as.{suffix}", path.read_bytes())
            assert load_table(copy, Fixed(sheet="Ẩn")).columns == ["old"]


# --- by hand ------------------------------------------------------------------------------------------------


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    manifest = '<manifest:manifest xmlns:manifest="x"><manifest:encryption-data/></manifest:manifest>'
    locked = ods_of("", **{"META-INF/manifest.xml": manifest})
    old = xls([["a"]]).replace(b"\x42\0\x02\0", b"\x2f\0\x02\0")  # the record that names a password
    for path in (kept(tmp_path, "a.ods", locked), kept(tmp_path, "a.xls", old)):
        assert complaints(path) == [("workbook-locked", str(path))]


def test_a_formula_of_an_old_workbook_that_shows_nothing_is_told(tmp_path: Path) -> None:
    path = kept(tmp_path, "units.xls", xls([["a", "b"], ["x", 1], ["y", "="], ["z", "="]]))

    table = load_table(path)
    assert table.rows == [["x", "1"], ["y", None], ["z", None]]
    assert told(table) == [("formula-empty", "Sheet1!B3")]
    assert "Sheet1!B4" in table.notes[0].message


def test_a_formula_that_was_never_calculated_is_refused(tmp_path: Path) -> None:
    row = '<table:table-row>{}<table:table-cell table:formula="of:=1+1"{}</table:table-row>'
    cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    for rest, expected in (
        ("/>", [("formula-not-calculated", "S!B1")]),
        ("><text:p/></table:table-cell>", None),
    ):
        path = kept(
            tmp_path,
            "units.ods",
            ods_of(f'<table:table table:name="S">{row.format(cell, rest)}</table:table>'),
        )
        if expected:
            assert complaints(path) == expected
        else:
            assert load_table(path).columns == ["a"]


def test_comments_and_spaces_of_opendocument_are_read_as_they_are_meant(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>bình luận</text:p>'
        '</office:annotation><text:p>Lê<text:s text:c="2"/>\n  <text:span>Chân</text:span>'
        "<text:line-break/>A</text:p><text:p>B</text:p></table:table-cell>"
    )
    text = f'<table:table table:name="S"><table:table-row>{cell}</table:table-row></table:table>'

    assert load_table(kept(tmp_path, "units.ods", ods_of(text))).columns == ["Lê   Chân\nA\nB"]


def test_repeated_rows_and_cells_have_addresses_of_their_own(tmp_path: Path) -> None:
    path = kept(tmp_path, "units.ods", ods([(1, ["a", "b"]), (1000, [None, None]), (3, ["x", 1])]))

    table = load_table(path)
    assert table.rows == [["x", "1"]] * 3
    assert str(table.sources.origin((2, "b"))) == f"{path}:Sheet1!B1004"


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet: Any = book.active
    sheet.append(["a"])
    sheet.append([dt.date(2020, 1, 19)])
    book.save(tmp_path / "mac.xlsx")

    assert load_table(tmp_path / "mac.xlsx").rows == [["19/01/2020"]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xls", b"<html><table><tr><td>x</td></tr></table></html>", "workbook-web-page"),
        ("b.xls", b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>", "workbook-web-page"),
        ("c.xls", b"a\tb\n1\t2\n", "workbook-broken"),
        ("d.ods", ods([(1, ["a"])])[:-200], "workbook-broken"),
        ("e.xls", xls([["a"]])[:2000], "workbook-broken"),
        ("f.ods", ods([(0, ["a"])]), "workbook-broken"),
        ("i.ods", ods([(102, ["#REF!"])]), "cells-not-read"),
        ("j.ods", ods([(1, [long_text(131_073)])]), "cell-too-long"),
        ("h.ods", ods([(30_000, ["a"]), (1, [*[None] * 999, "far"])]), "cell-far-away"),
    ],
)
def test_what_cannot_be_read_is_told_apart(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    found = complaints(kept(tmp_path, name, content))
    assert found[-1][0] == code
    assert {code for code, _ in found} <= {code, "cell-error"}


def test_filled_cells_are_counted_and_too_many_refused_where_they_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = kept(tmp_path, "k.ods", ods([(1, ["a", "b"]), (7, [None]), (2, ["c", 4])]))
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 5)
    assert complaints(book) == [("workbook-too-large", "Sheet1!B10")]

    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 6)
    assert len(load_table(book).rows) == 2


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_part(tmp_path: Path, name: str, encoding: str) -> None:
    typed().save(tmp_path / "typed.xlsx")
    bombs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = tmp_path / "doctype.xlsx"
    with zipfile.ZipFile(tmp_path / "typed.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            xml = f'<?xml version="1.0" encoding="{encoding}"?>{bombs}{text.partition("?>")[2] or text}'
            new.writestr(part, xml.encode(encoding) if part == name else text)

    assert complaints(path, Fixed(sheet="Số liệu")) == [("workbook-doctype", str(path))]


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_goes_on_without_end_is_refused(
    tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.load.markup.MOST_ELEMENTS", 1000)
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append([f"text {number}" for number in range(2000)] if "Strings" in part else [None] * 2000 + ["a"])
    for column in range(1, 2001):
        sheet.cell(2, column).number_format = "0.00"
    book.save(tmp_path / "long.xlsx")

    assert complaints(tmp_path / "long.xlsx") == [("workbook-too-large", str(tmp_path / "long.xlsx"))]


# --- properties ---------------------------------------------------------------------------------------------

TEXTS = (
    st.text("aăâbcđeêTtổ1,. -", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
)
"""An ODS file keeps a run of spaces as a tag of its own, or it is one space."""
VALUES = st.one_of(st.none(), TEXTS, st.integers(0, 10**14))


def sheet_of(path: Path) -> Worksheet:
    (sheet,) = load_book(path).sheets
    return sheet


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.lists(VALUES, max_size=6), max_size=8))
def test_every_cell_comes_back_at_its_place(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    expected = {
        (row, column): str(value)
        for row, cells in enumerate(rows, 1)
        for column, value in enumerate(cells, 1)
        if value is not None
    }

    for name, content in (("a.ods", ods([(1, row) for row in rows])), ("a.xls", xls(rows))):
        found = sheet_of(kept(folder, name, content)).rows
        assert {
            (row, column): text for row, cells in found.items() for column, text in cells.items()
        } == expected


@settings(max_examples=80, deadline=None)
@given(noise=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
@example(noise=[(30, 0)])  # the size of its sectors, by which xlrd divides
@pytest.mark.parametrize("name", ["a.ods", "a.xls"])
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, noise: list[tuple[int, int]]
) -> None:
    rows: list[list[object]] = [["a", "b"], ["x", 1], ["y", 2]]
    content = bytearray(xls(rows) if name == "a.xls" else ods([(1, row) for row in rows]))
    for place, byte in noise:
        content[place % len(content)] = byte

    try:
        load_table(kept(tmp_path_factory.mktemp("any"), name, bytes(content)))
    except DataError as error:
        assert all(one.message for one in error.diagnostics)  # noqa: PT017  # either may happen


@settings(max_examples=80, deadline=None)
@given(
    code=st.sampled_from([0x6, 0x203, 0x204, 0x205, 0x208, 0x7D, 0xE5, 0xFD, 0xBD, 0x1E, 0x22, 0x2F]),
    content=st.binary(max_size=30),
)
def test_any_record_of_an_old_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, code: int, content: bytes
) -> None:
    made = xls([["a", "b"], ["x", 1]])
    place = made.index(struct.pack("<HH", 0x203, 14))
    record = struct.pack("<HH", code, len(content)) + content
    path = kept(tmp_path_factory.mktemp("any"), "a.xls", made[:place] + record + made[place + len(record) :])

    try:
        load_table(path)
    except DataError as error:
        assert all(one.message for one in error.diagnostics)  # noqa: PT017  # either may happen
