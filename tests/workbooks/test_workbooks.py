"""Workbooks that people are given: safe to open, and the same bytes every time."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reportgen.load import load_table
from reportgen.workbooks.cells import content, write_text


def made(*texts: str) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row, text in enumerate(("heading", *texts), 1):
        write_text(sheet.cell(row, 1), text)
    return content(workbook)


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("x")', "007", "3/4"])
def test_a_text_is_never_a_formula_nor_a_number(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(made(text))

    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix
    assert load_table(tmp_path / "a.xlsx").rows == [[text]]


def test_the_bytes_have_no_clock_in_them() -> None:
    packed = zipfile.ZipFile(io.BytesIO(made("a")))

    assert {part.date_time[0] for part in packed.infolist()} == {2000}
    assert re.findall(r"(\d{4})-\d\d-\d\dT", packed.read("docProps/core.xml").decode()) == ["2000"] * 2
