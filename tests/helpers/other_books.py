"""Small workbooks of OpenDocument and of Excel 97, written by hand so that each byte in them is known."""

import io
import re
import struct
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

Cells = Sequence[object]

_SPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()
)


# --- OpenDocument -------------------------------------------------------------------------------------------


def ods(rows: Sequence[tuple[int, Cells]], sheet: str = "Sheet1") -> bytes:
    """Make a workbook of rows, each repeated a number of times; a cell is a text or a whole number."""
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    body = "".join(row.format(times, "".join(map(_ods_cell, cells))) for times, cells in rows)
    return ods_of(f"<table:table table:name={quoteattr(sheet)}>{body}</table:table>")


def ods_of(tables: str, **parts: str) -> bytes:
    """Make a workbook of sheets in XML as it stands."""
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"<office:document-content{_SPACES}>{body}</office:document-content>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for name, text in {"content.xml": content, **parts}.items():
            archive.writestr(name, text)
    return target.getvalue()


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


# --- Excel 97 -----------------------------------------------------------------------------------------------

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(rows: Sequence[Cells], sheet: str = "Sheet1") -> bytes:
    """Make a workbook: texts, numbers, and ``=`` for a formula that shows nothing."""
    head = _record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0)) + _record(0x42, struct.pack("<H", 1200))
    head += _record(0xE0, bytes(20))
    name = sheet.encode("utf-16-le")
    named = struct.pack("<BB", len(sheet), 1) + name
    begin = len(head) + 4 + 6 + len(named) + 4
    bound = _record(0x85, struct.pack("<IBB", begin, 0, 0) + named)
    cells = b"".join(
        _xls_cell(row, column, value)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if value is not None
    )
    page = _record(0x809, struct.pack("<4H2I", 0x600, 16, 0, 0, 0, 0)) + cells + _record(0xA, b"")
    return _compound(head + bound + _record(0xA, b"") + page)


def _xls_cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<3H", row, column, 0)
    if value == "=":
        empty = b"\x03\0\0\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\0"
        return _record(0x6, place + empty)
    if isinstance(value, int | float):
        return _record(0x203, place + struct.pack("<d", value))
    text = str(value)
    return _record(0x204, place + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _record(code: int, content: bytes) -> bytes:
    return struct.pack("<HH", code, len(content)) + content


def _compound(stream: bytes) -> bytes:
    """Put a stream into an OLE file: the table of sectors, the directory, the stream."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // _SECTOR)
    tables = next(count for count in range(1, 110) if count * 128 >= count + 1 + sectors)
    chain = [_FAT] * tables + [_END] + [*range(tables + 2, tables + 1 + sectors), _END]
    chain += [_FREE] * (tables * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<4I", tables, tables, 0, 4096) + struct.pack("<4I", _END, 0, _END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, _END, 0, 1) + _entry("Workbook", 2, tables + 1, len(stream), _FREE)
    body = struct.pack(f"<{tables * 128}I", *chain) + directory.ljust(_SECTOR, b"\0")
    return header + body + stream.ljust(sectors * _SECTOR, b"\0")


def _entry(name: str, sort: int, start: int, size: int, child: int) -> bytes:
    raw = name.encode("utf-16-le").ljust(64, b"\0")
    return (
        raw
        + struct.pack("<HBB3I", len(name) * 2 + 2, sort, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


# --- from the lines of an example ---------------------------------------------------------------------------


def ods_of_lines(lines: list[str]) -> bytes:
    """Read cells between bars; ``! repeat 5 a | 1`` is a row five times, ``! letters 5`` a text as long."""
    lines = [re.sub(r"! letters (\d+)", lambda found: long_text(int(found[1])), line) for line in lines]
    rows = [re.fullmatch(r"(?:! repeat (\d+) )?(.*)", line) for line in lines]
    return ods([(int(row[1] or 1), _typed(row[2])) for row in rows if row])


def xls_of_lines(lines: list[str]) -> bytes:
    """Read cells between bars."""
    return xls([_typed(line) for line in lines])


def long_text(letters: int) -> str:
    """Write numbers till there are so many letters; one letter alone would look like a bomb when packed."""
    return " ".join(map(str, range(letters)))[:letters].replace(" ", "-")


def _typed(line: str) -> list[object]:
    texts = [text.strip() for text in line.split("|")]
    return [int(text) if text.isdigit() else text or None for text in texts]
