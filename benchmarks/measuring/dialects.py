"""One paper as a template of each engine: Word files with tags of several sorts, and pages for PDF."""

import io
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from measuring.works import Block, Line, Table, Work, parts

Cells = Sequence[Sequence[str]]
"""The rows of a table of a template, below its headings."""

_STYLE: Final = (
    "@page { size: A4; margin: 2cm } body { font: 13pt '%s' } .middle { text-align: center }"
    " table { width: 100%%; border-collapse: collapse } td, th { border: 1px solid }"
)


def jinja(block: Table) -> Cells:
    """Repeat a row as docxtpl does."""
    empty = [""] * (len(block.columns) - 1)
    row = [f"{{{{ row.{name} }}}}" for name in block.columns]
    return [f"{{%tr for row in {block.rows} %}}", *empty], row, ["{%tr endfor %}", *empty]


def braces(block: Table) -> Cells:
    """Repeat a row as docxtemplater and easy-template-x do: it begins and ends inside the row."""
    first, *between, last = (f"{{{name}}}" for name in block.columns)
    return [[f"{{#{block.rows}}}{first}", *between, f"{last}{{/{block.rows}}}"]]


def carbone(block: Table) -> Cells:
    """Repeat a row as Carbone does: by the next one."""
    return [[f"{{d.{block.rows}[{place}].{name}}}" for name in block.columns] for place in ("i", "i+1")]


def fields(block: Table) -> Cells:
    """Repeat the row in which a merge field stands."""
    return [[f"\0{block.rows}_{name}" for name in block.columns]]


WORD: Final[Mapping[str, tuple[str, Callable[[Table], Cells]]]] = {
    "jinja": ("{{ %s }}", jinja),
    "braces": ("{%s}", braces),
    "carbone": ("{d.%s}", carbone),
    "fields": ("\0%s\0", fields),
}
"""How a value is written, and a table; between zeros stands the name of a merge field."""


def word(work: Work, dialect: str) -> bytes:
    """Write a Word template, with python-docx and its own styles, as anybody would."""
    tag, cells = WORD[dialect]
    document = docx.Document()
    for block in work.blocks:
        if isinstance(block, Line):
            paragraph = document.add_paragraph()
            if block.middle:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _write(
                paragraph, "".join(tag % part if is_value else part for part, is_value in parts(block.text))
            )
        else:
            _write_table(document, [[*block.columns.values()], *cells(block)])
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write_table(document: Any, rows: Cells) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], text)


def _write(paragraph: Any, text: str) -> None:
    for place, part in enumerate(text.split("\0")):
        if place % 2 == 0:
            paragraph.add_run(part) if part else None
            continue
        holder = OxmlElement("w:fldSimple")
        holder.set(qn("w:instr"), f" MERGEFIELD {part} ")
        paragraph._p.append(holder)  # noqa: SLF001  # python-docx has no merge fields
        run = paragraph.add_run(f"«{part}»")._r  # noqa: SLF001
        holder.append(run)


def html(work: Work, face: str) -> bytes:
    """Write a page for Jinja and WeasyPrint."""
    style, body = _STYLE % face, "".join(map(_html, work.blocks))
    return f"<!DOCTYPE html><html lang=vi><title>t</title><style>{style}</style><body>{body}</html>".encode()


def _html(block: Block) -> str:
    if isinstance(block, Line):
        text = "".join(
            f"{{{{ {part} }}}}" if is_value else escape(part) for part, is_value in parts(block.text)
        )
        return f"<p{' class=middle' if block.middle else ''}>{text}</p>"
    above = "".join(f"<th>{escape(words)}</th>" for words in block.columns.values())
    cells = "".join(f"<td>{{{{ row.{name} }}}}</td>" for name in block.columns)
    rows = f"{{% for row in {block.rows} %}}<tr>{cells}</tr>{{% endfor %}}"
    return f"<table><thead><tr>{above}</tr></thead><tbody>{rows}</tbody></table>"


def typst(work: Work) -> bytes:
    """Write a page for typst; the values come as JSON."""
    head = (
        '#set page(paper: "a4", margin: 2cm)\n#set text(font: "Liberation Serif", size: 13pt, lang: "vi")\n'
    )
    return f"{head}#let d = json(bytes(sys.inputs.data))\n{''.join(map(_typst, work.blocks))}".encode()


def _typst(block: Block) -> str:
    if isinstance(block, Line):
        text = " + ".join(f"d.{part}" if is_value else f'"{part}"' for part, is_value in parts(block.text))
        return f"#align({'center' if block.middle else 'left'}, par[#({text})])\n"
    above = ", ".join(f"[{words}]" for words in block.columns.values())
    cells = ", ".join(f"r.{name}" for name in block.columns)
    rows = f"..d.{block.rows}.map(r => ({cells})).flatten()"
    return f"#table(columns: {len(block.columns)}, table.header({above}), {rows})\n"
