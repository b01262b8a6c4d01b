"""Cells of workbooks come in as an office reads them, whatever is damaged."""

import datetime as dt
import io
import random
import re
import struct
import unicodedata
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.load import Fixed, load_table
from reportgen.load.cells import decimal, written
from reportgen.model.errors import DataError
from tests.load.in_xlsx import complaints, saved, sheet_of

INVISIBLE = "\xad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufffd\u2028\u2029" + "".join(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters=INVISIBLE)
TEXTS = st.text(LETTERS | st.sampled_from("\n\t ,\"'ế𝄞"), max_size=12).filter(lambda text: "#" not in text)

at = dt.datetime.fromisoformat


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
