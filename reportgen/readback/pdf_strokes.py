"""The straight lines that are drawn on a PDF's page: as lines, as thin boxes, or as the edges of boxes."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.model.layout import Stroke
from reportgen.readback.pdf_letters import Turn, turned

Handle = Any
Point = tuple[float, float]

_TWIPS: Final = 20
_THIN: Final = 60
_SHORT: Final = 200
"""Twips: what is thicker is no line, and what is shorter is part of something else."""

_PALE: Final = 0xF0
_DEEPEST: Final = 20
_MOST: Final = 20_000
"""So many corners of one drawing are looked at."""


def strokes(page: pypdfium2.PdfPage, number: int) -> list[Stroke]:
    """List the lines of a page, long enough to be meant as such."""
    on_page = (pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw)))
    found = _of_all(on_page, _Frame(), turned(page))
    return [Stroke(number, *box) for box in dict.fromkeys(found)]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the measures of a group on a page come to: ``x' = a x + c y + e``, ``y' = b x + d y + f``."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0
    depth: int = 0

    def of(self, point: Point) -> Point:
        """Place a point of the group."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, drawn: Handle) -> "_Frame":
        """Give the frame of what stands in this one."""
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(drawn, own)
        e, f = self.of((own.e, own.f))
        a, b = self.a * own.a + self.c * own.b, self.b * own.a + self.d * own.b
        c, d = self.a * own.c + self.c * own.d, self.b * own.c + self.d * own.d
        return _Frame(a, b, c, d, e, f, self.depth + 1)


Box = tuple[int, int, int, int]


def _of_all(objects: Iterable[Handle], frame: _Frame, turn: Turn) -> Iterator[Box]:
    for drawn in objects:
        sort = pdfium.FPDFPageObj_GetType(drawn)
        if sort == pdfium.FPDF_PAGEOBJ_FORM and frame.depth < _DEEPEST:
            inner = (
                pdfium.FPDFFormObj_GetObject(drawn, n) for n in range(pdfium.FPDFFormObj_CountObjects(drawn))
            )
            yield from _of_all(inner, frame.inside(drawn), turn)
        elif sort == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(drawn, frame.inside(drawn), turn)


def _of_path(path: Handle, frame: _Frame, turn: Turn) -> Iterator[Box]:
    """Find the lines of one drawing: its straight edges where it is drawn, itself where it is thin."""
    fill, drawn = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, drawn)
    if not _has_ink(path, drawn=bool(drawn.value)) or not (fill.value or drawn.value):
        return
    for corners in _figures(path, frame, turn):
        whole = _around(corners)
        edges = [_around(pair) for pair in pairwise(corners)] if drawn.value else []
        candidates = [whole] if _is_line(whole) else edges
        yield from (box for box in candidates if _is_line(box))


def _has_ink(path: Handle, *, drawn: bool) -> bool:
    shares = [ctypes.c_uint() for _ in range(4)]
    ask = pdfium.FPDFPageObj_GetStrokeColor if drawn else pdfium.FPDFPageObj_GetFillColor
    if not ask(path, *shares):
        return True
    red, green, blue, cover = (share.value for share in shares)
    return cover > 0 and min(red, green, blue) < _PALE


def _figures(path: Handle, frame: _Frame, turn: Turn) -> Iterator[list[Point]]:
    """Give the corners of each figure of a drawing."""
    corners: list[Point] = []
    for number in range(min(pdfium.FPDFPath_CountSegments(path), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and corners:
            yield corners
            corners = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(turn(*frame.of((x.value, y.value))))
        if pdfium.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners:
        yield corners


def _around(corners: Iterable[Point]) -> Box:
    xs, ys = zip(*corners, strict=True)
    left, top, right, bottom = (round(side * _TWIPS) for side in (min(xs), min(ys), max(xs), max(ys)))
    return left, top, right, bottom


def _is_line(box: Box) -> bool:
    left, top, right, bottom = box
    sides = sorted((right - left, bottom - top))
    return sides[0] <= _THIN and sides[1] >= _SHORT
