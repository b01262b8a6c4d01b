"""Read a long PDF that our press has just made from its own bytes: what each page draws, and its tags.

pdfium takes 8 ms for a page full of numbers, 6 s for 20,000 rows. Here a page is read from the bytes by
which it is drawn (`quick_words`), in faces of which the file says what each glyph stands for
(`quick_faces`), in the order of the tags (`quick_tags`), in a third of that. pdfium reads the pages that are
drawn otherwise, and some of the others as well; where it finds other words there, it reads all.
"""

import io
from collections.abc import Mapping
from typing import Any, Final

import pikepdf

from reportgen.model.reading import Reading
from reportgen.readback.pdf import reading_of, some_pages
from reportgen.readback.quick_faces import Face, face_of
from reportgen.readback.quick_tags import OddTagsError, Order, orders_of
from reportgen.readback.quick_words import NotKnownError, Paper, words_of
from reportgen.readback.stretches import letters

LONG: Final = 40
"""Pages from which on a paper is long."""

_SECOND_OPINIONS: Final = 16
"""So many of its pages, spread over it, are read by pdfium as well."""

_ODD: Final = frozenset({"/CropBox", "/Rotate", "/UserUnit", "/Annots"})
"""What would have to be looked at more closely."""

Page = list[str]
"""What a page says, a piece for each mark."""


def read_long(content: bytes) -> Reading | None:
    """Read a file; nothing where it is short, made otherwise than ours, or has other words for pdfium."""
    fonts: dict[str, None] = {}
    pages = _quick_pages(content, fonts)
    if pages is None:
        return None
    asked = {*range(0, len(pages), len(pages) // _SECOND_OPINIONS + 1), len(pages) - 1}
    asked |= {number for number, page in enumerate(pages) if page is None}
    if len(asked) > len(pages) // 2:
        return None
    known = some_pages(content, sorted(asked), fonts)
    if any(
        letters(page) != letters(known[n]) for n, page in enumerate(pages) if n in known and page is not None
    ):
        return None
    return reading_of([known[n] if page is None else page for n, page in enumerate(pages)], fonts)


def _quick_pages(content: bytes, fonts: dict[str, None]) -> list[Page | None] | None:
    """Read the pages that can be read; nothing where the file has few, or other tags than ours have."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) < LONG:
                return None
            orders, faces = orders_of(pdf, content), _Faces(fonts)
            return [_read(page.obj, orders.get(page.obj.objgen[0]), faces) for page in pdf.pages]
    except (OddTagsError, pikepdf.PdfError):
        return None


class _Faces:
    """The faces of a file, each looked at once; the names of those on pages are noted."""

    def __init__(self, fonts: dict[str, None]) -> None:
        self._fonts = fonts
        self._known: dict[tuple[int, int], Mapping[str, Face]] = {}

    def of(self, fonts: Any) -> Mapping[str, Face]:
        """Give the faces that are known by their names on a page."""
        key = fonts.objgen
        if key not in self._known or not key[0]:
            found = {name.removeprefix("/"): face_of(font) for name, font in fonts.items()}
            self._known[key] = {name: face for name, face in found.items() if face is not None}
            self._fonts.update(dict.fromkeys(face.name for face in self._known[key].values()))
        return self._known[key]


def _read(page: Any, order: Order | None, faces: _Faces) -> Page | None:
    """Read a page; nothing where it is drawn in a way that is not known."""
    if order is None or not _ODD.isdisjoint(page.keys()):
        return None
    try:
        left, bottom, width, height = map(float, page.MediaBox)
        if _names_faces(page.Resources.get("/ExtGState", {})):
            return None
        paper = Paper(width, height, faces.of(page.Resources.Font))
        texts = words_of(page.Contents.read_bytes().decode("latin-1"), paper)
    except (AttributeError, LookupError, TypeError, ValueError, NotKnownError, pikepdf.PdfError):
        return None
    return None if left or bottom else ["".join(texts[mark]) for mark in order.marks if mark in texts]


def _names_faces(states: Any) -> bool:
    """Ask whether words may be drawn in other faces than the page's stream names."""
    return any("/Font" in state for state in states.values())
