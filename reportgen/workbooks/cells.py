"""Cells and files that are safe to open: no text becomes a formula, the same input gives the same bytes."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

_LONG_AGO = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (a workbook's properties know no zone)
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,4})")
_STAMP = (2000, 1, 1, 0, 0, 0)


def write_text(cell: Any, text: str) -> None:
    """Write a text that stays one, whether it begins with = + - @ or looks like a number or a date."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.number_format = "@"


def write_value(cell: Any, text: str | None, number_format: str) -> None:
    """Write a value as a whole number where the format is one of numbers and it is one, else as a text."""
    if text is not None and number_format != "@" and _WHOLE.fullmatch(text.strip()):
        cell.value = int(text.replace(".", ""))
    elif text is not None:
        write_text(cell, text)
    cell.number_format = number_format if cell.data_type != "s" else "@"


def content(workbook: Any) -> bytes:
    """Give the bytes of a workbook; no clock is in them."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415  # half a second that most runs do not need

    workbook.properties.created = workbook.properties.modified = _LONG_AGO
    packed = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(packed, "w")).save()
    return _stamped(packed)


def _stamped(packed: io.BytesIO) -> bytes:
    """Pack the parts once more, each with the same date."""
    target = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _STAMP)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, source.read(name))
    return target.getvalue()
