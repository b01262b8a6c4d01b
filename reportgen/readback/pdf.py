"""Read a PDF's text in the order of its tags.

Each run of text carries a marked-content id, and the structure tree names the ids in reading order. What
WeasyPrint 70 does, as far as it matters here:

- page numbers and all else in margin boxes have ids that no element of the tree names, so they drop out;
- a table that goes on is a new Table on each page, and its repeated heading is tagged once more; the press
  titles it `REPEATED`, and it drops out;
- list markers are Lbl elements and drop out; ``::before`` and ``::after`` look like any other inline text;
- one run per text box and line: the space at a line's end is gone, a hyphen at which a line breaks is not
  (pdfium, though, reads it as U+0002 between letters);
- ligatures read as their letters, characters without ink (soft hyphens, zero-width spaces) are gone, and a
  glyph shared by two spellings reads as the one that came first: so all text is given in NFC;
- a drawing (``svg``) is one run, its words in the order in which they were drawn.

A run that sticks out of its page is left out: nobody can read it. A file without tags is read as drawn.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.model.reading import REPEATED, Reading
from reportgen.readback.pdf_file import opened

Handle = Any
"""A pointer of pdfium's: to an object on a page, or to an element of the structure tree."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_HYPHEN = "\x02"
_SIDES = tuple(ctypes.c_float() for _ in range(4))
"""Room for where a run begins and ends: left, bottom, right, top."""

_AT_ONCE = 250
"""So many pages are read before the file is opened again."""

_SLACK = 1.0
"""How far, in points, a run may stick out of its page: slanted letters and accents overhang."""


def read_pdf(content: bytes) -> Reading:
    """Read what a PDF shows, page by page in the order of its tags, and the fonts it shows it with."""
    fonts: dict[str, None] = {}
    return reading_of(list(_pages(content, fonts)), fonts)


def reading_of(pages: Sequence[Sequence[str]], fonts: Iterable[str]) -> Reading:
    """Put together what was read page by page."""
    starts = list(accumulate(map(len, pages[:-1]), initial=0))
    return Reading(list(chain.from_iterable(pages)), len(pages), tuple(fonts), starts)


def some_pages(content: bytes, numbers: Iterable[int], fonts: dict[str, None]) -> dict[int, list[str]]:
    """Read some pages; fonts that are met are added."""
    with opened(content) as document:
        return {number: _read_page(document[number], fonts) for number in numbers}


def _pages(content: bytes, fonts: dict[str, None]) -> Iterator[list[str]]:
    """Read page by page; the file is opened again now and then, for pdfium keeps all that it has seen."""
    begin, count = 0, 1
    while begin < count:
        with opened(content) as document:
            count = len(document)
            end = min(begin + _AT_ONCE, count)
            yield from (_read_page(document[number], fonts) for number in range(begin, end))
        begin = end


def foreign_fonts(reading: Reading, family: str) -> list[str]:
    """List the fonts of other families than the one that was meant."""
    own = family.replace(" ", "-")
    return [name for name in reading.fonts if name != own and not name.startswith(f"{own}-")]


def _read_page(page: pypdfium2.PdfPage, fonts: dict[str, None]) -> list[str]:
    textpage = page.get_textpage()
    runs = _Runs(textpage.raw, page.get_bbox())
    runs.add_all(_drawn_on(page.raw))
    fonts.update(dict.fromkeys(runs.fonts.values()))
    marks = _marks(page.raw)
    textpage.close()
    page.close()
    if not marks:
        return [text for texts in runs.texts.values() for text in texts]
    return ["".join(runs.texts[mark]) for mark in marks if mark in runs.texts]


@dataclass(slots=True)
class _Runs:
    """The runs of text on one page by marked-content id, each as it was drawn, and their fonts' names."""

    textpage: Handle
    page: tuple[float, float, float, float]
    texts: dict[int, list[str]] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)

    def add_all(self, objects: Iterable[Handle], *, grouped: bool = False) -> None:
        """Go through the objects of a page or of a group on it; a group has its own measures."""
        for drawn in objects:
            sort = pdfium.FPDFPageObj_GetType(drawn)
            if sort == pdfium.FPDF_PAGEOBJ_FORM:
                self.add_all(_drawn_in(drawn), grouped=True)
            elif sort == pdfium.FPDF_PAGEOBJ_TEXT and (grouped or self._is_on_page(drawn)):
                self._add(drawn)

    def _add(self, drawn: Handle) -> None:
        size = pdfium.FPDFTextObj_GetText(drawn, self.textpage, _ROOM, _SHORT)
        if size > _SHORT:
            text = _wide(lambda room, size: pdfium.FPDFTextObj_GetText(drawn, self.textpage, room, size))
        else:
            text = _text_of(_ROOM, size)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        text = text if text.isascii() else unicodedata.normalize("NFC", text)
        self.texts.setdefault(mark, []).append(text.replace(_HYPHEN, "-"))
        font = pdfium.FPDFTextObj_GetFont(drawn)
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            self.fonts[address] = _font_name(font)

    def _is_on_page(self, drawn: Handle) -> bool:
        pdfium.FPDFPageObj_GetBounds(drawn, *_SIDES)
        left, bottom, right, top = [side.value for side in _SIDES]
        return (
            left >= self.page[0] - _SLACK
            and bottom >= self.page[1] - _SLACK
            and right <= self.page[2] + _SLACK
            and top <= self.page[3] + _SLACK
        )


def _drawn_on(page: Handle) -> Iterator[Handle]:
    return (pdfium.FPDFPage_GetObject(page, n) for n in range(pdfium.FPDFPage_CountObjects(page)))


def _drawn_in(group: Handle) -> Iterator[Handle]:
    return (pdfium.FPDFFormObj_GetObject(group, n) for n in range(pdfium.FPDFFormObj_CountObjects(group)))


def _font_name(font: Handle) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    room = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, room, size)
    return _SUBSET.sub("", room.value.decode(errors="replace"))


_KNOWN_BELOW = {"TR": "a cell"}
"""What need not be asked for: what stands below the cells of a row may be of any sort."""


def _marks(page: Handle, *, everything: bool = False) -> list[int]:
    """List the marked-content ids of a page in the order of its tags, or of ``everything``."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
    elements = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in tops)
    found: list[int] = []
    for element in filter(None, elements):
        _take_marks(element, found, everything=everything)
    pdfium.FPDF_StructTree_Close(tree)
    return found


def all_marks(page: Handle) -> list[int]:
    """List the ids that any tag of a page names, those included that no reading takes up."""
    return _marks(page, everything=True)


def _take_marks(element: Handle, found: list[int], above: str = "", *, everything: bool = False) -> None:
    """Take the marks below an element; a cell is never left out, and most elements are cells."""
    sort = _KNOWN_BELOW.get(above) or _sort(element)
    if not everything and _is_left_out(element, sort):
        return
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            _take_marks(child, found, sort, everything=everything)
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)) >= 0:
            found.append(mark)


def _sort(element: Handle) -> str:
    return _wide(lambda room, size: pdfium.FPDF_StructElement_GetType(element, room, size))


def _is_left_out(element: Handle, sort: str) -> bool:
    if sort != "THead":
        return sort == "Lbl"
    return _wide(lambda room, size: pdfium.FPDF_StructElement_GetTitle(element, room, size)) == REPEATED


_SHORT = 512
_ROOM = (ctypes.c_ushort * (_SHORT // 2))()
"""Most texts are short: there is room for them before anybody asks how long they are."""


def _wide(call: Callable[[Any, int], int]) -> str:
    """Ask pdfium for a UTF-16 text, once more where it is long."""
    size = call(_ROOM, _SHORT)
    room: Any = _ROOM
    if size > _SHORT:
        room = (ctypes.c_ushort * (size // 2 + 1))()
        call(room, size)
    return _text_of(room, size)


def _text_of(room: Any, size: int) -> str:
    """Take a text that pdfium gave, with a zero at its end."""
    return ctypes.string_at(room, size).decode("utf-16-le", errors="replace").rstrip("\0")
