"""The letters of a PDF's page, one by one: what each is, where it stands, and how it looks.

Measures are twips from the top left corner of the page as it is shown, turned pages turned back.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.model.layout import Look

Handle = Any
"""A pointer of pdfium's."""

Turn = Callable[[float, float], tuple[float, float]]
"""From a place in the page's own measures to points from its top left corner."""

_TWIPS: Final = 20
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_BOLD: Final = re.compile(r"bold|black|heavy|[-,]bd", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique", re.IGNORECASE)
_HYPHEN: Final = "\x02"
_FILLED_AND_DRAWN: Final = 2
_UNSEEN: Final = 3
_SLANT: Final = 0.1
_DARK: Final = 0x40
"""Black ink comes out a little lighter than black."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with ink; ``seen`` is false of those that lie unseen over the picture of a scanned page.

    ``begins`` tells that a space comes before it.
    """

    text: str
    left: int
    right: int
    base: int
    look: Look
    seen: bool = True
    begins: bool = False


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the letters of one run are drawn; ``upright`` is false of what is turned, such as a water mark."""

    look: Look
    seen: bool
    upright: bool


def turned(page: pypdfium2.PdfPage) -> Turn:
    """Say how places on a page are turned, as the page is shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation()]


def letters(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> Iterator[Letter]:
    """Read the letters of a page in the order in which they are drawn."""
    turn = turned(page)
    manners: dict[int, _Manner] = {}
    begins = False
    for number in range(textpage.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(textpage.raw, number))
        drawn = pdfium.FPDFText_GetTextObject(textpage.raw, number)
        if text.isspace() or not drawn:
            begins = True
            continue
        address = ctypes.addressof(drawn.contents)
        if address not in manners:
            manners[address] = _manner(textpage.raw, number, drawn, turn)
        if manners[address].upright:
            left, right, base = _place(textpage, number, turn)
            look, seen = manners[address].look, manners[address].seen
            yield Letter("-" if text == _HYPHEN else text, left, right, base, look, seen, begins)
        begins = False


def _place(textpage: pypdfium2.PdfTextPage, number: int, turn: Turn) -> tuple[int, int, int]:
    """Tell from where to where a letter reaches, and on what line it stands."""
    x0, y0, x1, y1 = textpage.get_charbox(number, loose=True)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage.raw, number, x, y)
    ends = sorted((turn(x0, y0)[0], turn(x1, y1)[0]))
    left, right, base = (round(place * _TWIPS) for place in (*ends, turn(x.value, y.value)[1]))
    return left, right, base


def _manner(textpage: Handle, number: int, drawn: Handle, turn: Turn) -> _Manner:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, number, matrix)
    start, along, up = turn(0, 0), turn(matrix.a, matrix.b), turn(matrix.c, matrix.d)
    right, down = along[0] - start[0], along[1] - start[1]
    high, aslant = start[1] - up[1], up[0] - start[0]
    font = _font(textpage, number)
    size = pdfium.FPDFText_GetFontSize(textpage, number) * abs(high)
    look = Look(
        size=round(size * 2),
        bold=bool(_BOLD.search(font)) or mode == _FILLED_AND_DRAWN,
        italic=bool(_ITALIC.search(font)) or aslant > _SLANT * abs(high),
        colour=_colour(textpage, number),
        fonts=(font,),
    )
    return _Manner(look, mode != _UNSEEN, right > 0 and abs(down) < _SLANT * right)


def _font(textpage: Handle, number: int) -> str:
    """Name the font, without the letters that tell one subset from another."""
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(textpage, number, None, 0, flags)
    room = ctypes.create_string_buffer(size)
    pdfium.FPDFText_GetFontInfo(textpage, number, room, size, flags)
    return _SUBSET.sub("", room.value.decode(errors="replace"))


def _colour(textpage: Handle, number: int) -> str:
    shares = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(textpage, number, *shares)
    ink = [share.value for share in shares[:3]]
    return "000000" if max(ink) < _DARK else "".join(f"{share:02X}" for share in ink)
