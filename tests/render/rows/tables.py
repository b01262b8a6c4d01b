"""Long tables printed row by row and by the engine alone, to be compared."""

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from math import dist
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.model.artifact import Artifact
from reportgen.proof import faults
from reportgen.readback import missing, read_back
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, by_rows, lay_out
from reportgen.render.rows.cut import Cut, cut_out
from reportgen.render.template.pages import fill
from tests.helpers.pressing import context, solid

A_HUNDREDTH_OF_A_MILLIMETRE = 0.01 * 72 / 25.4
SMALL = "@page { size: 120mm 70mm; margin: 15mm 8mm 8mm }"

HEAD = """<h1>Báo cáo</h1><section class="appendix"><h2>Phụ lục {{ title }}</h2>
<table><caption>Danh sách</caption><thead>
<tr><th rowspan="2">TT</th><th rowspan="2">Trường</th><th colspan="2">Số liệu</th></tr>
<tr><th>Số</th><th>Ghi chú</th></tr></thead><tbody>"""
ROW = """<tr>
  <td class="centre">{{ row.index }}</td><th scope="row">{{ row.school }}</th>
  <td class="number">{{ row.number }}</td><td>{{ row.note }}</td>
</tr>"""
GROUP = '<tr><th scope="rowgroup" colspan="4">Cụm {{ row.group }}</th></tr>'
TOTAL = '<tr class="total"><td colspan="2">Tổng cộng</td><td class="number">{{ sum }}</td><td></td></tr>'
TABLE = (
    f"{HEAD}{{% for row in rows %}}{{% if row.group %}}{GROUP}{{% endif %}}{ROW}{{% endfor %}}{TOTAL}"
    "</tbody></table><p>Lập ngày {{ day }}, in ra để lưu.</p></section>"
)


class Drawn(NamedTuple):
    """Words as they stand on a page."""

    text: str
    place: tuple[float, float]


def rows_of(names: Sequence[str]) -> list[dict[str, str]]:
    """Make rows for names, some with a group above, some without a note."""
    return [
        {
            "index": str(place + 1),
            "school": name,
            "number": f"{place * 7919 % 100_000:_},{place % 10}".replace("_", "."),
            "note": "" if place % 3 else f"Phường số {place} – ngõ {place}/2",
            "group": f"{place // 7 + 1}" if place % 7 == 0 else "",
        }
        for place, name in enumerate(names)
    ]  # fmt: skip


NAMES = [
    f"Trường Mầm non {'tư thục Hoa Sen và những người bạn nhỏ ' * (number % 5 == 2)}số {number}"
    for number in range(1, 41)
]
GIVEN = {"rows": rows_of(NAMES), "sum": "1.234,5", "title": "A", "day": "19/01/2020"}


def both(template: Path, **values: object) -> tuple[Artifact, Artifact]:
    """Print a page by either way."""
    given_here = context(**values)
    filled = fill(template, given_here)
    task = Task(template, (), "Báo cáo", "", dt.date(2020, 1, 19), given_here.draft, find_faces())
    return by_rows(task, cut(filled.html)), lay_out(task, filled.html)


def cut(html: str) -> Cut:
    """Take a table for a long one from ten rows on."""
    found = cut_out(html, 10)
    assert found is not None
    return found


def written(template: Path, html: str) -> Artifact:
    return by_rows(Task(template, (), "Báo cáo", "", date=None, draft=False, faces=find_faces()), cut(html))


def drawn(content: bytes) -> list[list[Drawn]]:
    """Find the words on each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [list(_on(one)) for one in document]


def _on(one: pypdfium2.PdfPage) -> Iterator[Drawn]:
    texts = one.get_textpage()
    for found in one.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = pdfium.FPDFTextObj_GetText(found.raw, texts.raw, None, 0)
        room = (pdfium.c_ushort * (size // 2 + 1))()
        pdfium.FPDFTextObj_GetText(found.raw, texts.raw, room, size)
        text = bytes(room).decode("utf-16-le").rstrip("\0")
        if text.strip():
            matrix = found.get_matrix()
            yield Drawn(text.strip(), (matrix.e, matrix.f))


def refuse_other_looks(written: Artifact, laid: Artifact) -> None:
    """Lay two papers side by side: the same pages, the same words in the same places and the same order."""
    assert faults(written.content) == faults(laid.content)
    assert misspelt(written.content) == []
    assert written.script == laid.script
    ours, theirs = drawn(written.content), drawn(laid.content)
    assert [[words.text for words in one] for one in ours] == [
        [words.text for words in one] for one in theirs
    ]
    for one, other in zip(chain.from_iterable(ours), chain.from_iterable(theirs), strict=True):
        assert dist(one.place, other.place) < A_HUNDREDTH_OF_A_MILLIMETRE, (one, other)
    reading, other_reading = (read_back(one.content, one.media_type) for one in (written, laid))
    assert solid(reading.pieces) == solid(other_reading.pieces)
    assert bool(missing(written.script, reading)) == bool(missing(laid.script, other_reading))


def misspelt(content: bytes) -> list[str]:
    """List what of a file has to be mended before it can be read."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return pdf.check_pdf_syntax()
