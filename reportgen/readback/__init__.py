"""The reading room: what a finished file shows, whoever made it."""

from importlib import import_module

from reportgen.model.artifact import DOCX, PDF
from reportgen.model.reading import Reading
from reportgen.readback.compare import Lost, missing
from reportgen.readback.differences import Difference, differences

_READERS = {
    DOCX: ("reportgen.readback.docx", "read_docx"),
    PDF: ("reportgen.readback.pdf", "read_pdf"),
}


def read_back(content: bytes, media_type: str) -> Reading:
    """Read a finished file; its text in reading order, its pages and fonts."""
    module, name = _READERS[media_type]
    reading: Reading = getattr(import_module(module), name)(content)
    return reading


def drawings(content: bytes, media_type: str) -> tuple[str, ...]:
    """Digest what each page of a PDF draws; Word's pages are set anew wherever they are opened."""
    if media_type != PDF:
        return ()
    pages: tuple[str, ...] = import_module("reportgen.readback.drawing").drawn(content)
    return pages


__all__ = ["Difference", "Lost", "differences", "drawings", "missing", "read_back"]
