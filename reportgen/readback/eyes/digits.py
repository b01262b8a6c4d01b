"""Which digit a picture shows: held against the digits of faces that every PDF program has built in.

A font may call the shape of a six a five; its text then says five, and the eye reads six.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.readback.eyes.picture import Box, Picture

DIGITS: Final = "0123456789"
_FACES: Final = (
    b"Times-Roman", b"Times-Bold", b"Times-Italic", b"Times-BoldItalic",
    b"Helvetica", b"Helvetica-Bold", b"Helvetica-Oblique", b"Helvetica-BoldOblique",
    b"Courier", b"Courier-Bold", b"Courier-Oblique", b"Courier-BoldOblique",
)  # fmt: skip
_ACROSS: Final = 8
_DOWN: Final = 12
_SIZE: Final = 30.0
_STEP: Final = 40
_INK: Final = 200
"""What is darker is ink."""

_LEAST: Final = 7
"""A digit that is fewer points high is too small to be told from others."""

_SURE: Final = 0.06
"""By so much must another digit be more alike."""

_LIKE: Final = 0.6
"""And so much alike at the least: of other faces nobody knows all digits."""

_SLIM: Final = 0.7
"""What a difference counts between how wide two digits are for their height: a one is slim."""

_SOFTENED: Final = 2
"""Times that a shape is softened: faces differ in where just a stroke lies."""

Cells = list[list[float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """How dark each part of a digit is, on one scale for all; and how wide it is for its height."""

    parts: tuple[float, ...]
    width: float


def looks_like(picture: Picture, box: Box, written: str) -> str:
    """Tell which digit stands in a part of a picture, where it is surely another than is written."""
    return _looked(tuple(picture.rows(box)), written)


@lru_cache(maxsize=4096)
def _looked(rows: tuple[bytes, ...], written: str) -> str:
    cut = _cut(rows)
    if len(cut) < _LEAST:
        return ""
    shape = _shape(cut)
    found = {digit: max(_alike(shape, one) for one in shapes) for digit, shapes in known().items()}
    best = max(found, key=lambda digit: found[digit])
    return best if found[best] > max(found[written] + _SURE, _LIKE) else ""


@lru_cache(maxsize=1)
def known() -> dict[str, list[Shape]]:
    """Draw the digits of the faces that are built in."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(_STEP * len(DIGITS), _STEP * len(_FACES))
    for row, face in enumerate(_FACES):
        font = pdfium.FPDFText_LoadStandardFont(document.raw, face)
        for place, digit in enumerate(DIGITS):
            drawn = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, _SIZE)
            text = (pdfium.FPDF_WCHAR * 2)(ord(digit), 0)
            pdfium.FPDFText_SetText(drawn, text)
            pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, place * _STEP + 10, row * _STEP + 10)
            pdfium.FPDFPage_InsertObject(page.raw, drawn)
        pdfium.FPDFFont_Close(font)
    made = page.render(scale=1, grayscale=True)
    picture = Picture(bytes(made.buffer), made.width, made.height, made.stride)
    page.close()
    document.close()
    shapes: dict[str, list[Shape]] = {digit: [] for digit in DIGITS}
    for row in range(len(_FACES)):
        for place, digit in enumerate(DIGITS):
            box = (place * _STEP, row * _STEP, (place + 1) * _STEP, (row + 1) * _STEP)
            shapes[digit].append(_shape(_cut(tuple(picture.rows(box)))))
    return shapes


def _cut(rows: Sequence[bytes]) -> list[bytes]:
    """Cut white sides away."""
    inked = [number for number, row in enumerate(rows) if row and min(row) < _INK]
    if not inked:
        return []
    kept = rows[inked[0] : inked[-1] + 1]
    columns = [number for number, column in enumerate(zip(*kept, strict=True)) if min(column) < _INK]
    return [row[columns[0] : columns[-1] + 1] for row in kept]


def _shape(rows: Sequence[bytes]) -> Shape:
    """Measure how dark each part is, of few parts for all sizes, and soften that."""
    high, wide = len(rows), len(rows[0])
    cells = [
        [sum(_weighted(rows[y], across) * part for y, part in down) for across in _parts(wide, _ACROSS)]
        for down in _parts(high, _DOWN)
    ]
    for _ in range(_SOFTENED):
        cells = _softened(cells)
    apart = [cell - sum(map(sum, cells)) / (_ACROSS * _DOWN) for row in cells for cell in row]
    length = sqrt(sum(one * one for one in apart)) or 1.0
    return Shape(tuple(one / length for one in apart), wide / high)


def _softened(cells: Cells) -> Cells:
    """Let each part take from those around it."""
    across = [[a + 2 * b + c for a, b, c in _around(row)] for row in cells]
    down = [[a + 2 * b + c for a, b, c in _around(column)] for column in zip(*across, strict=True)]
    return [list(row) for row in zip(*down, strict=True)]


def _around(line: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """Give each of a line with those before and after it; the first and the last stand beside themselves."""
    return zip([line[0], *line[:-1]], line, [*line[1:], line[-1]], strict=True)


def _weighted(row: bytes, parts: Sequence[tuple[int, float]]) -> float:
    return sum(row[x] * part for x, part in parts)


@lru_cache(maxsize=512)
def _parts(length: int, count: int) -> list[list[tuple[int, float]]]:
    """Part a side: which points each part takes in, and how much of each."""
    return [list(_part(number * length / count, (number + 1) * length / count)) for number in range(count)]


def _part(begin: float, end: float) -> Iterator[tuple[int, float]]:
    at = int(begin)
    while at < end - 1e-9:
        inside = min(at + 1, end) - max(at, begin)
        yield at, inside / (end - begin)
        at += 1


def _alike(one: Shape, other: Shape) -> float:
    """Tell how alike two shapes are, 1 for the same."""
    same = sum(a * b for a, b in zip(one.parts, other.parts, strict=True))
    return same - _SLIM * abs(one.width - other.width)
