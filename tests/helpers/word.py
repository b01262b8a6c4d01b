"""Small Word files for tests: some made by python-docx, some written part by part."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import docx
from docx.document import Document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def written(path: Path, *paragraphs: str, rows: Iterable[Sequence[str]] = (), header: str = "") -> Path:
    """Save a document of paragraphs, then one table; a paragraph's ``|`` splits it into runs."""
    document = docx.Document()
    for text in paragraphs:
        runs(document, text)
    for number, row in enumerate(rows):
        table = document.tables[0] if number else document.add_table(rows=0, cols=len(row))
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path


def runs(document: Document, text: str) -> None:
    """Add a paragraph whose runs are told apart by ``|``."""
    paragraph = document.add_paragraph()
    for run in text.split("|"):
        paragraph.add_run(run)


def paragraph(text: str, *, style: str = "") -> str:
    """Write a paragraph of one run as XML."""
    return f'<w:p><w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: Sequence[str]) -> str:
    """Write a table as XML."""
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    lines = "".join(f"<w:tr>{''.join(_cell(text) for text in row)}</w:tr>" for row in rows)
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def minimal(path: Path, body: str, *, header: str = "", extra: dict[str, str] | None = None) -> Path:
    """Save a document of the fewest parts that Word opens."""
    reference = '<w:headerReference w:type="default" r:id="rId7"/>' if header else ""
    inside = f"<w:body>{body}<w:sectPr>{reference}</w:sectPr></w:body>"
    parts = {
        "[Content_Types].xml": _types(header),
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{_OFFICE}">{inside}</w:document>',
    }
    if header:
        parts["word/_rels/document.xml.rels"] = _relations(("rId7", "header", "header1.xml"))
        parts["word/header1.xml"] = f'<w:hdr xmlns:w="{WORD}">{header}</w:hdr>'
    path.write_bytes(zipped(parts | (extra or {})))
    return path


def related(sorts: Iterable[str]) -> dict[str, str]:
    """Give the parts that make the body's notes known: their types and their relations."""
    sorts = tuple(sorts)
    lines = [(f"rId{number}", sort, f"{sort}.xml") for number, sort in enumerate(sorts, 21)]
    types = "".join(
        f'<Override PartName="/word/{sort}.xml" ContentType="{_SORT}.{sort}+xml"/>' for sort in sorts
    )
    return {
        "word/_rels/document.xml.rels": _relations(*lines),
        "[Content_Types].xml": _types("").replace("</Types>", f"{types}</Types>"),
    }


def zipped(parts: dict[str, str]) -> bytes:
    """Put parts together as they are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _types(header: str) -> str:
    parts = {"document": "document.main"} | ({"header1": "header"} if header else {})
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_SORT}.{sort}+xml"/>'
        for name, sort in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*lines: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{sort}" Target="{target}"/>'
        for name, sort, target in lines
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def reworded(content: bytes, old: str, new: str) -> bytes:
    """Write other words in the body of a Word file."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            after.writestr(name, part)
    return changed.getvalue()
