"""Workbooks come in as an office reads them, every cell with its address, and nothing hidden is counted."""

import datetime as dt
import io
import pickle
import random
import re
import struct
import unicodedata
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.load import Fixed, load_table
from reportgen.load.cells import decimal, written
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable

INVISIBLE = "\xad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufffd\u2028\u2029" + "".join(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters=INVISIBLE)
TEXTS = st.text(LETTERS | st.sampled_from("\n\t ,\"'ế𝄞"), max_size=12).filter(lambda text: "#" not in text)

at = dt.datetime.fromisoformat


def sheet_of(*rows: list[Any]) -> Worksheet:
    sheet = openpyxl.Workbook()["Sheet"]
    for row in rows:
        sheet.append(row)
    return sheet


def saved(folder: Path, sheet: Worksheet) -> Path:
    path = folder / "units.xlsx"
    assert sheet.parent is not None
    sheet.parent.save(path)
    return path


def one_cell(folder: Path, value: Any, number_format: str = "General") -> Path:
    sheet = sheet_of(["a"], [value])
    sheet["A2"].number_format = number_format
    return saved(folder, sheet)


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """Replace text inside a part of a workbook, as another program might have written it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    assert re.search(old, text)
    parts[part] = re.sub(old, new, text).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def calculated(path: Path, results: dict[str, str]) -> Path:
    """Store results of formulas, as Excel does when it saves."""
    rewritten(path, "xl/workbook.xml", ' fullCalcOnLoad="1"', "")
    for formula, result in results.items():
        old = rf"<c ([^>]*)><f>{re.escape(formula)}</f><v\s*(?:/>|></v>)"
        new = rf'<c \1 t="str"><f>{formula}</f><v>{result}</v>'
        number = rf"<c \1><f>{formula}</f><v>{result}</v>"
        rewritten(path, "xl/worksheets/sheet1.xml", old, number if result[:1].isdigit() else new)
    return path


def complaints(path: Path, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path, Fixed(**options))
    assert all(one.message and one.hint for one in caught.value.diagnostics)
    return [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]


def told(table: RawTable) -> list[tuple[str, str]]:
    return [(note.code, str(note.origin).removeprefix(f"{table.file}:")) for note in table.notes]


# --- what a cell reads as ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234, "General", "1234"),
        (1234, "#,##0", "1234"),
        (-5, "0", "-5"),
        (0, "0", "0"),
        (24.5, "General", "24,5"),
        (24.5, "0.00", "24,5"),
        (85.0, "General", "85"),
        (0.1, "General", "0,1"),
        (0.1 + 0.2, "General", "0,3"),
        (1e-7, "General", "0,0000001"),
        (1e14, "0", "100000000000000"),
        (0.845, "0%", "84,5%"),
        (0.845, "0.0%", "84,5%"),
        (0.07, "0%;[Red]-0%", "7%"),
        (1, "0%", "100%"),
        (-0.005, "0.0%", "-0,5%"),
        (84.5, '0.0"%"', "84,5%"),
        (84.5, "0.0\\%", "84,5%"),
        (12, "000", "012"),
        (1234, "000", "1234"),
        (12, '"HS"000', "HS012"),
        (12, "[Blue]000", "012"),
        (912345678, "0000 000 000", "0912 345 678"),
        (12.5, "000", "12,5"),
        (5, '0" người"', "5"),
        (5, '0" nghìn"', "5 nghìn"),
        (2.5, '#,##0.0\\ "triệu đồng"', "2,5 triệu đồng"),
        (5, '"Tỷ lệ "0', "5"),
        (dt.date(2020, 1, 19), "dd/mm/yyyy", "19/01/2020"),
        (at("2020-01-19"), "mm-dd-yy", "19/01/2020"),
        (at("2020-01-19"), '"ngày "d" tháng "m" năm "yyyy', "19/01/2020"),
        (at("2020-01-19 07:30"), "d/m/yy h:mm", "19/01/2020 07:30"),
        (at("2020-01-19 07:30"), "h:mm", "07:30"),
        (dt.time(7, 30), "h:mm", "07:30"),
        (dt.time(7, 30, 15), "h:mm:ss", "07:30:15"),
        (dt.timedelta(hours=25, minutes=5), "[h]:mm", "25:05"),
        (True, "General", "có"),
        (False, "General", "không"),
        ("012", "General", "012"),
        (" x  y\xa0", "General", "x  y"),
        ("một\nhai", "General", "một\nhai"),
        ("một_x000D_\nhai", "General", "một\nhai"),
        (unicodedata.normalize("NFD", "Lê Chân"), "General", "Lê Chân"),
        ("1.234", "@", "1.234"),
        (3000, "#,##0", "3000"),
        (3000, '#,##0_);(#,##0)", "', "3000"),
        (3000, "_-* #,##0_-", "3000"),
        (0, "#,##0,", "0"),
    ],
)
def test_a_cell_reads_as_in_the_office(tmp_path: Path, value: Any, number_format: str, text: str) -> None:
    assert load_table(one_cell(tmp_path, value, number_format)).rows == [[text]]


@pytest.mark.parametrize(
    ("value", "number_format", "code"),
    [
        ("#DIV/0!", "General", "cell-error"),
        ("#N/A", "General", "cell-error"),
        ("=1+1", "General", "formula-not-calculated"),
        (10**15, "0", "number-too-long"),
        (1.2e300, "General", "number-too-long"),
        (79201001234567890, "0", "number-too-long"),
        (3000, "#,##0,", "number-scaled"),
        (3000, '0,"k"', "number-scaled"),
        (2500000, "0.0,,", "number-scaled"),
        (at("2026-02-10"), "d-mmm", "date-in-part"),
        (at("2026-02-01"), "mmm-yy", "date-in-part"),
        (at("1975-01-01"), "yyyy", "date-in-part"),
        (-5, "dd/mm/yyyy", "cell-error"),
        ("a\ue000b", "General", "private-character"),
    ],
)
def test_a_cell_that_cannot_be_trusted_is_refused(
    tmp_path: Path, value: Any, number_format: str, code: str
) -> None:
    path = one_cell(tmp_path, value, number_format)
    if value == -5:  # openpyxl itself knows no day before 1900 at all
        rewritten(path, "xl/worksheets/sheet1.xml", "<v>-5</v>", "<v>-500000000</v>")

    assert complaints(path) == [(code, "Sheet!A2")]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('(<c r="B2".*?</c>)', r'\1<c r="B2"><v>99</v></c>', "Sheet!B2"),
        ("</sheetData>", '<row r="2"><c r="B2"><v>99</v></c></row></sheetData>', "Sheet!B2"),
        ('<c r="B2"', '<c r="B7"', ""),
        ('<c r="B2"', '<c s="-1" r="B2"', ""),
        ('<c r="B2".*?</c>', '<c r="B2" t="s"><v>-1</v></c>', ""),
    ],
)
def test_a_cell_that_is_there_twice_or_out_of_its_row_is_no_last_word(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    path = saved(tmp_path, sheet_of(["a", "b"], ["x", 10]))
    rewritten(path, "xl/worksheets/sheet1.xml", old, new)

    ((code, where),) = complaints(path)
    assert (code, where.removeprefix(str(path))) == ("workbook-broken", place)


def test_results_of_formulas_are_read_even_empty_ones(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b", "c"], [1, "=A2+1", '=IF(A2,"","x")'], [2, "=A3+1", '=IF(0,"","x")'])
    path = calculated(saved(tmp_path, sheet), {"A2+1": "2", "A3+1": "3.5"})
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        r'<c r="C2"><f>(.*?)</f><v\s*(/>|></v>)',
        r'<c r="C2" t="str"><f>\1</f><v></v>',
    )
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        r'<c r="C3"><f>(.*?)</f><v\s*(/>|></v>)',
        r'<c r="C3" t="str"><f>\1</f><v>x</v>',
    )

    assert load_table(path).rows == [["1", "2", None], ["2", "3,5", "x"]]


def test_a_formula_without_result_is_refused_beside_those_that_have_one(tmp_path: Path) -> None:
    sheet = sheet_of(["a", "b"], [1, "=A2+1"], [2, "=A3+1"])
    path = calculated(saved(tmp_path, sheet), {"A2+1": "2"})

    assert complaints(path) == [("formula-not-calculated", "Sheet!B3")]


def test_results_that_wait_for_a_calculation_are_refused(tmp_path: Path) -> None:
    path = calculated(saved(tmp_path, sheet_of(["a", "b"], [1, "=A2+1"])), {"A2+1": "2"})
    rewritten(path, "xl/workbook.xml", "<calcPr ", '<calcPr fullCalcOnLoad="1" ')

    assert complaints(path) == [("formula-not-calculated", "Sheet!B2")]


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


# --- files that are no workbooks ---------------------------------------------------------------------------


def bomb(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * size)
    return stream.getvalue()


def boastful() -> bytes:
    """Claim 600 MB for a part of 4 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("big.xml", random.Random(1).randbytes(4 << 20))  # noqa: S311  # just noise
    content = stream.getvalue()
    entry = content.rindex(b"PK\x01\x02")
    return content[: entry + 24] + struct.pack("<I", 600 << 20) + content[entry + 28 :]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook-broken"),
        (b"a,b\n1,2\n", "workbook-broken"),
        (b"PK\x03\x04" + b"\0" * 100, "workbook-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-broken"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "workbook-locked",
        ),
        (bomb(20 << 20), "workbook-bomb"),
        (boastful(), "workbook-bomb"),
    ],
    ids=["empty", "csv", "torn", "old", "locked", "bomb", "boastful"],
)
def test_files_that_are_no_workbooks_are_told_apart(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "units.xlsx"
    path.write_bytes(content)

    assert complaints(path) == [(code, str(path))]


def test_merging_a_million_cells_is_refused_before_they_are_made(tmp_path: Path) -> None:
    path = saved(tmp_path, sheet_of(["a"], [1]))
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    rewritten(path, "xl/worksheets/sheet1.xml", "<pageMargins", merged)

    assert complaints(path) == [("workbook-merged", str(path))]


# --- properties --------------------------------------------------------------------------------------------


@given(
    digits=st.integers(-(10**15) + 1, 10**15 - 1),
    exponent=st.integers(-20, 0),
    percent=st.booleans(),
)
def test_a_decimal_of_15_digits_is_written_exactly(*, digits: int, exponent: int, percent: bool) -> None:
    exact = Fraction(digits) / 10**-exponent
    text = written(float(f"{digits}e{exponent}"), "0.0%" if percent else "General")

    assert text is not None
    assert text.endswith("%") == percent
    whole, _, decimals = text.removesuffix("%").partition(",")
    assert not decimals.endswith("0")
    assert Fraction(f"{whole}.{decimals or 0}") == exact * (100 if percent else 1)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_written_the_same_however_it_is_stored(number: int) -> None:
    assert written(number, "General") == written(float(number), "General") == decimal(number) == str(number)


@given(st.integers(0, 10**12), st.integers(2, 14))
def test_leading_zeros_of_a_format_are_kept(number: int, width: int) -> None:
    assert written(number, "0" * width) == str(number).rjust(width, "0")


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_any_text_comes_back_with_its_address(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    sheet = sheet_of(["heading"])
    for number, text in enumerate(texts := [*texts, "no total row"], 2):
        cell = sheet.cell(number, 1)
        cell.value, cell.data_type = text, "s"
    path = saved(tmp_path_factory.mktemp("any"), sheet)
    kept = [(number, unicodedata.normalize("NFC", text.strip())) for number, text in enumerate(texts, 2)]
    filled = [(number, text) for number, text in kept if text]

    table = load_table(path, Fixed(encoding="utf-8", header=(1, 1)))
    assert table.rows == [[text] for _, text in filled]
    for index, (number, _) in enumerate(filled):
        assert str(table.sources.origin((index, "heading"))) == f"{path}:Sheet!A{number}"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 30))
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: int, many: int
) -> None:
    path = saved(tmp_path_factory.mktemp("any"), sheet_of(["a", "b"], ["x", 1], ["=1+1", 2.5]))
    content = bytearray(path.read_bytes())
    noise = random.Random(seed)  # noqa: S311  # just noise
    for _ in range(many):
        content[noise.randrange(len(content))] = noise.randrange(256)
    path.write_bytes(content)

    try:
        load_table(path)
    except DataError as error:
        assert all(one.message for one in error.diagnostics)  # noqa: PT017  # either may happen


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32), st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
)
def test_a_workbook_with_damaged_words_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: int, part: str
) -> None:
    path = saved(tmp_path_factory.mktemp("any"), sheet_of(["a", "b"], ["x", 1], ["=1+1", 2.5]))
    noise = random.Random(seed)  # noqa: S311  # just noise
    with zipfile.ZipFile(path) as archive:
        words = re.findall(r'\w+(?==")|"[^"]*"|>[^<]+<', archive.read(part).decode())
    word = noise.choice(words)
    rewritten(path, part, re.escape(word), noise.choice(['"-1"', '""', '"x"', ">x<", ">-1<", "><"]))

    try:
        load_table(path)
    except DataError as error:
        assert all(one.message for one in error.diagnostics)  # noqa: PT017  # either may happen
