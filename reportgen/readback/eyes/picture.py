"""A page of a PDF as a picture in shades of grey: what an eye sees, notes that lie over it included."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.readback.pdf_letters import turned

_SCALE: Final = 2.0
"""Points of the picture for each point of the page: 144 to an inch."""

_LARGER: Final = 12.0
_WIDEST: Final = 2_600
"""So many points has the longer side of a picture at most."""

_LARGE: Final = 54.0
"""Points: letters of such a size lie behind the words, as the mark of a draft may, and are not looked at."""

_DEEPEST: Final = 8
_BLACK: Final = (0, 0, 0, 255)

Box = tuple[int, int, int, int]
"""Left, top, right, bottom of a part of a picture, in its points; the last two are not in it."""


Place = Callable[[float, float], tuple[float, float]]
"""From a place on a page to one in its picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, a byte for each point, 255 for white; ``stride`` bytes for each row."""

    points: bytes
    width: int
    height: int
    stride: int

    def rows(self, box: Box) -> list[bytes]:
        """Give the rows of a part."""
        left, top, right, bottom = box
        wide, stride = right - left, self.stride
        begins = range(top * stride + left, bottom * stride + left, stride)
        return [self.points[begin : begin + wide] for begin in begins] if wide > 0 else []


def seen(page: pypdfium2.PdfPage) -> Picture:
    """Draw a page as a program for PDF shows it."""
    drawn = page.render(scale=_scale(page), grayscale=True)
    return Picture(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)


def bared(page: pypdfium2.PdfPage) -> Picture:
    """Draw nothing of a page but its letters, in black; the page itself is of no use afterwards.

    What cuts letters off or switches them off does so here, too: then there is no ink in their place.
    """
    _strip(
        [pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw))],
        lambda drawn: pdfium.FPDFPage_RemoveObject(page.raw, drawn),
        0,
    )
    drawn = page.render(scale=_scale(page), grayscale=True, draw_annots=False)
    return Picture(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)


def enlarged(page: pypdfium2.PdfPage, picture: Picture, part: tuple[float, float, float, float]) -> Picture:
    """Draw a part of a page once more, as large as no letter needs more; in points of its picture."""
    across, down = page.get_size()
    wide, high = across / picture.width, down / picture.height
    left, top, right, bottom = part
    cut = (left * wide, down - bottom * high, across - right * wide, top * high)
    drawn = page.render(scale=_LARGER, grayscale=True, draw_annots=False, crop=cut)
    return Picture(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)


def places(page: pypdfium2.PdfPage, picture: Picture) -> Place:
    """Say where in its picture a place of a page is."""
    turn = turned(page)
    across, down = page.get_size()
    wide, high = picture.width / across, picture.height / down

    def place(x: float, y: float) -> tuple[float, float]:
        right, below = turn(x, y)
        return right * wide, below * high

    return place


def _scale(page: pypdfium2.PdfPage) -> float:
    longest: float = max(*page.get_size(), 1.0)
    return min(_SCALE, _WIDEST / longest)


def _strip(objects: list[Any], remove: Callable[[Any], object], depth: int) -> None:
    """Take everything out but letters, and make these black."""
    for drawn in objects:
        sort = pdfium.FPDFPageObj_GetType(drawn)
        if sort == pdfium.FPDF_PAGEOBJ_TEXT and not is_large(drawn):
            pdfium.FPDFTextObj_SetTextRenderMode(drawn, pdfium.FPDF_TEXTRENDERMODE_FILL)
            pdfium.FPDFPageObj_SetFillColor(drawn, *_BLACK)
        elif sort == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            _strip(*_inside(drawn), depth + 1)
        else:
            remove(drawn)
            pdfium.FPDFPageObj_Destroy(drawn)


def is_large(drawn: Any) -> bool:
    """Ask whether letters are too large to be words of a paper."""
    size, own = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(drawn, size)
    pdfium.FPDFPageObj_GetMatrix(drawn, own)
    return size.value * sqrt(abs(own.a * own.d - own.b * own.c)) > _LARGE


def _inside(group: Any) -> tuple[list[Any], Callable[[Any], object]]:
    count = pdfium.FPDFFormObj_CountObjects(group)
    held = [pdfium.FPDFFormObj_GetObject(group, n) for n in range(count)]
    return held, lambda drawn: pdfium.FPDFFormObj_RemoveObject(group, drawn)
