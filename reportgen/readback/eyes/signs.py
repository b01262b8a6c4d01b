"""The letters of a page as its text has them, each with its place, and whether the tags name it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import degrees, isfinite
from typing import Any, Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.readback.eyes.picture import is_large
from reportgen.readback.pdf import all_marks

_ACTUAL: Final = b"ActualText"
UNSAID: Final = "\ufffd"
"""Stands for a shape that the text has for nothing, or for a space."""

_INKED: Final = "\x02\xad\r\n"
"""The hyphens at which lines break, and the ends of lines."""

_SPECK: Final = 0.5
"""Points: what is smaller has no shape."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Letters that are drawn together.

    ``tagged`` is false of what the tags of a page leave out, as they do page numbers; ``replaced`` tells that
    the file gives a text of its own for what it draws there; ``turn`` is how far it is turned as the page is
    shown, in degrees; a ``large`` one lies behind the words.
    """

    tagged: bool
    replaced: bool
    turn: int
    large: bool


class Sign(NamedTuple):
    """A letter: where its ink reaches, in points of the page; ``begins`` tells that a space is before it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    begins: bool
    run: Run


@dataclass(slots=True)
class _Runs:
    """What is known of the runs of text of a page, by their addresses."""

    textpage: pypdfium2.PdfTextPage
    marks: frozenset[int]
    turn: int
    known: dict[int, Run] = field(default_factory=dict)

    def of(self, drawn: Any, letter: int) -> Run:
        """Give the run in which a letter is drawn."""
        address = ctypes.addressof(drawn.contents)
        if address not in self.known:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            angle = round(degrees(pdfium.FPDFText_GetCharAngle(self.textpage.raw, letter)))
            tagged, turn = not self.marks or mark in self.marks, (angle + self.turn) % 360
            self.known[address] = Run(tagged, _is_replaced(drawn), turn, is_large(drawn))
        return self.known[address]


def signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    """Read the letters of a page that have ink, in the order in which they are drawn."""
    textpage = page.get_textpage()
    runs = _Runs(textpage, frozenset(all_marks(page.raw)), page.get_rotation())
    sides = [ctypes.c_double() for _ in range(4)]
    begins = True
    for number in range(textpage.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(textpage.raw, number))
        drawn = pdfium.FPDFText_GetTextObject(textpage.raw, number)
        blank = not text.isalnum() and (text.isspace() or not text.isprintable())
        if not drawn or (blank and text in _INKED):
            begins = True
            continue
        pdfium.FPDFText_GetCharBox(textpage.raw, number, sides[0], sides[2], sides[1], sides[3])
        left, bottom, right, top = (side.value for side in sides)
        if blank and min(right - left, top - bottom) < _SPECK:
            begins = True
        elif isfinite(left + bottom + right + top):  # of a damaged font they may be anything
            yield Sign(UNSAID if blank else text, left, bottom, right, top, begins, runs.of(drawn, number))
            begins = False
    textpage.close()


def _is_replaced(drawn: Any) -> bool:
    """Ask whether a run stands where the file gives a text in the place of what it draws."""
    count = pdfium.FPDFPageObj_CountMarks(drawn)
    marks = (pdfium.FPDFPageObj_GetMark(drawn, n) for n in range(max(count, 0)))
    kind = pdfium.FPDF_OBJECT_STRING
    return any(pdfium.FPDFPageObjMark_GetParamValueType(mark, _ACTUAL) == kind for mark in marks)
