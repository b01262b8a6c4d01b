"""Examples written down as one readable text: several files, workbooks and Word files among them.

A line ``--- NAME`` begins a file. ``--- NAME [ENCODING]`` says how its text is stored: ``tcvn3``, ``vni``,
``windows-1258`` or any other that Python knows, ``text`` for UTF-8 whatever the name ends in, ``escapes`` for
UTF-8 with letters such as ``\\u200b`` written out, ``bytes`` for bytes such as ``\\xd0`` written out. What
ends in .xlsx or .docx is made from its words: see `workbook` and `document`.
"""

import datetime as dt
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.helpers import word
from tests.helpers.legacy_letters import tcvn3, vni, windows_1258
from tests.helpers.other_books import ods_of_lines, xls_of_lines

_BEGINS = re.compile(r"--- (?P<name>.+?)(?: \[(?P<encoding>[\w-]+)\])?\n?")
_BAR = re.compile(r" *\| ?")


@dataclass(frozen=True)
class File:
    """One file of an example: its name, its text, and how that is stored."""

    name: str
    text: str
    encoding: str = "utf-8"

    def content(self) -> bytes:
        """Make the file's bytes."""
        made = _MADE.get(Path(self.name).suffix)
        if made and self.encoding == "utf-8":
            return made(self.text.splitlines())
        if self.encoding == "text":
            return self.text.encode()
        if self.encoding == "bytes":
            return unescaped(self.text).encode("latin-1").removesuffix(b"\n")
        if self.encoding == "escapes":
            return unescaped(self.text).encode()
        store = _STORED.get(self.encoding)
        return store(self.text) if store else self.text.encode(self.encoding)


def split(text: str, *, bare: str = "") -> tuple[str, list[File]]:
    """Give what stands before the first file, and the files; ``---`` alone begins the file ``bare``."""
    parts: list[tuple[str, str, list[str]]] = [("", "", [])]
    for line in text.splitlines(keepends=True):
        if bare and line.strip() == "---":
            parts.append((bare, "utf-8", []))
        elif begun := _BEGINS.fullmatch(line):
            parts.append((begun["name"], begun["encoding"] or "utf-8", []))
        else:
            parts[-1][2].append(line)
    (_, _, before), *files = parts
    return "".join(before), [File(name, "".join(lines), encoding) for name, encoding, lines in files]


def write(folder: Path, files: list[File]) -> None:
    """Put files into a folder."""
    for file in files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content())


def unescaped(text: str) -> str:
    r"""Read ``\x00`` and ``\u0000`` and leave all other letters as they are."""
    code = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4})")
    return code.sub(lambda found: chr(int.from_bytes(bytes.fromhex(found[0][2:]))), text)


# --- workbooks ----------------------------------------------------------------------------------------------


def workbook(lines: list[str]) -> bytes:
    """Make a workbook: cells between bars, as typed into Excel; lines with ``!`` say the rest.

    ``! sheet NAME`` begins a sheet, ``! hide row 3``, ``! hide column B`` and ``! hide sheet`` hide,
    ``! filter A1:B3`` sets a filter, ``! merge A2:A3`` merges, ``! format B2 CODE`` gives a number format,
    ``! comment B2 TEXT`` pins a comment to a cell,
    ``! part NAME TEXT`` adds a part, ``! pad 5`` one of 5 MB of nothing, ``! doctype`` says what its XML is.
    """
    import openpyxl  # noqa: PLC0415  # half a second that most tests do not need

    book = openpyxl.Workbook()
    parts: dict[str, bytes] = {}
    doctype = False
    sheet: Any = book.active
    for line in lines:
        if not line.startswith("!"):
            sheet.append([typed(cell) for cell in _BAR.split(line.strip())])
            continue
        _, what, *rest = line.split(maxsplit=2)
        if what == "sheet":
            sheet = sheet if sheet.title == "Sheet" else book.create_sheet()
            sheet.title = rest[0]
        elif what == "pad":
            parts["xl/nothing.bin"] = bytes(int(rest[0]) << 20)
        elif what == "part":
            name, text = rest[0].split(maxsplit=1)
            parts[name] = text.encode()
        elif what == "doctype":
            doctype = True
        else:
            _DONE[what](sheet, rest[0])
    target = io.BytesIO()
    book.save(target)
    return _with_parts(target, parts, b"<!DOCTYPE workbook>" if doctype else b"")


def _with_parts(book: io.BytesIO, parts: dict[str, bytes], before: bytes) -> bytes:
    """Add parts to a workbook, and put something before the markup of its first part."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(book) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in archive.namelist():
            content = archive.read(name)
            made.writestr(name, before + content if name == "xl/workbook.xml" else content)
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def typed(text: str) -> object:
    """Understand a cell as Excel does when it is typed in; an apostrophe keeps it text."""
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dt.datetime.fromisoformat(text)
    return text or None


def _hide(sheet: Any, what: str) -> None:
    if what == "sheet":
        sheet.sheet_state = "hidden"
        sheet.parent.create_sheet("Sheet2")
    elif what.startswith("column "):
        sheet.column_dimensions[what.removeprefix("column ")].hidden = True
    else:
        sheet.row_dimensions[int(what.removeprefix("row "))].hidden = True


def _strike(sheet: Any, cell: str) -> None:
    sheet[cell].font = Font(strike=True)


def _comment(sheet: Any, rest: str) -> None:
    cell, text = rest.split(maxsplit=1)
    sheet[cell].comment = Comment(text, "cô Hà")


def _merge(sheet: Any, cells: str) -> None:
    sheet.merged_cells.add(cells)


def _filter(sheet: Any, cells: str) -> None:
    sheet.auto_filter.ref = cells


def _format(sheet: Any, rest: str) -> None:
    cell, code = rest.split(maxsplit=1)
    sheet[cell].number_format = code


_DONE: dict[str, Callable[[Any, str], None]] = {
    "hide": _hide,
    "strike": _strike,
    "comment": _comment,
    "filter": _filter,
    "merge": _merge,
    "format": _format,
}


# --- Word files ---------------------------------------------------------------------------------------------


def document(lines: list[str]) -> bytes:
    """Make a Word file: a paragraph for each line, a row of a table for each line of cells between bars.

    ``<w:…`` is XML as it stands; ``! part NAME TEXT`` adds a part to the file.
    """
    parts = dict(line.split(maxsplit=3)[2:] for line in lines if line.startswith("! part "))
    body = "".join(_blocks([line for line in lines if not line.startswith("! ")]))
    with tempfile.TemporaryDirectory() as folder:
        return word.minimal(Path(folder) / "made.docx", body, extra=parts).read_bytes()


def _blocks(lines: list[str]) -> Iterator[str]:
    rows: list[list[str]] = []
    for line in lines:
        if " | " in line:
            rows.append(_BAR.split(line))
            continue
        if rows:
            yield word.table(*rows)
            rows = []
        yield line if line.startswith("<w:") else word.paragraph(line)
    if rows:
        yield word.table(*rows) + word.paragraph("")


_STORED = {"tcvn3": tcvn3, "vni": vni, "windows-1258": windows_1258}
_MADE: dict[str, Callable[[list[str]], bytes]] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb"), workbook),
    ".ods": ods_of_lines,
    ".xls": xls_of_lines,
    ".docx": document,
}
