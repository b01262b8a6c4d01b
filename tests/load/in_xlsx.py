"""Worksheets written for tests, and what is told of them."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.load import Fixed, load_table
from reportgen.model.errors import DataError


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


def complaints(path: Path, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path, Fixed(**options))
    assert all(one.message and one.hint for one in caught.value.diagnostics)
    return [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]
