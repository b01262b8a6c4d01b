"""What is stuck upon a page: the pictures of signatures, and notes of anybody."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

_ROOM: Final = 400
_SMALL: Final = 0.15
"""Of a page, the largest part that the picture of a signature takes."""

_HELD: Final = (pdfium.FPDF_OBJECT_DICTIONARY, pdfium.FPDF_OBJECT_REFERENCE)
_UNSEEN: Final = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
_NAMES: Final = {
    pdfium.FPDF_ANNOT_FREETEXT: "FreeText", pdfium.FPDF_ANNOT_STAMP: "Stamp", pdfium.FPDF_ANNOT_TEXT: "Text",
    pdfium.FPDF_ANNOT_INK: "Ink", pdfium.FPDF_ANNOT_SQUARE: "Square", pdfium.FPDF_ANNOT_LINE: "Line",
    pdfium.FPDF_ANNOT_WIDGET: "Widget",
}  # fmt: skip
"""What the standard calls those that are met most (ISO 32000-1, table 169)."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page."""


def signatures(page: pypdfium2.PdfPage) -> Iterator[Rectangle]:
    """Give the places of small fields that are signed, whose pictures may lie over words."""
    across, down = page.get_size()
    for note in _all(page):
        if _is_field(note) and _is_signed(note):
            sides = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, sides)
            if (sides.right - sides.left) * (sides.top - sides.bottom) < _SMALL * across * down:
                yield sides.left, sides.bottom, sides.right, sides.top


def notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Tell what other notes say, or of what sort they are; links are none, nor fields to sign in."""
    for note in _all(page):
        sort = pdfium.FPDFAnnot_GetSubtype(note)
        shown = sort != pdfium.FPDF_ANNOT_UNKNOWN or pdfium.FPDFAnnot_HasKey(note, b"AP")
        quiet = sort in _UNSEEN or (_is_field(note) and (_is_signed(note) or not _is_drawn(note)))
        if shown and not quiet:
            yield _text(note, b"Contents").strip() or _NAMES.get(sort, str(sort))


def _is_field(note: Any) -> bool:
    """Ask whether it is a field for a signature."""
    return pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET and _text(note, b"FT") == "Sig"


def _is_signed(note: Any) -> bool:
    """Ask whether a field says that it is signed; whether it is, verification tells."""
    return bool(pdfium.FPDFAnnot_GetValueType(note, b"V") in _HELD)


def _is_drawn(note: Any) -> bool:
    return bool(pdfium.FPDFAnnot_GetObjectCount(note) > 0)


def _all(page: pypdfium2.PdfPage) -> Iterator[Any]:
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        with _closing(pdfium.FPDFPage_GetAnnot(page.raw, number)) as note:
            if note:  # of a damaged list anything may be one
                yield note


@contextmanager
def _closing(note: Any) -> Iterator[Any]:
    try:
        yield note
    finally:
        if note:
            pdfium.FPDFPage_CloseAnnot(note)


def _text(note: Any, name: bytes) -> str:
    """Read an entry, as far as there is room for it."""
    room = (pdfium.FPDF_WCHAR * _ROOM)()
    size = pdfium.FPDFAnnot_GetStringValue(note, name, room, ctypes.sizeof(room))
    return bytes(room)[: min(size, ctypes.sizeof(room))].decode("utf-16-le", "replace").partition("\0")[0]
