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


_DRAWINGS = {
    DOCX: ("reportgen.readback.word_drawings", "drawn_in_word"),
    PDF: ("reportgen.readback.drawing", "drawn"),
}


def read_back(content: bytes, media_type: str) -> Reading:
    """Read a finished file; its text in reading order, its pages and fonts."""
    module, name = _READERS[media_type]
    reading: Reading = getattr(import_module(module), name)(content)
    return reading


def read_strange(content: bytes, media_type: str) -> Reading:
    """Read a file that anybody may have made: a PDF only where its pages come to an end."""
    if media_type == PDF:
        from reportgen.readback.pdf_size import refuse_endless  # noqa: PLC0415  # likewise

        refuse_endless(content)
    return read_back(content, media_type)


def read_fresh(content: bytes, media_type: str) -> Reading:
    """Read a file that our press has just made: long PDFs by their bytes, where these are as usual."""
    if media_type == PDF:
        from reportgen.readback.quick_pdf import read_long  # noqa: PLC0415  # Word papers wait for no library

        if reading := read_long(content):
            return reading
    return read_back(content, media_type)


def drawings(content: bytes, media_type: str) -> tuple[str, ...]:
    """Digest what each page of a PDF draws, or each picture and chart of a Word file."""
    module, name = _DRAWINGS[media_type]
    digests: tuple[str, ...] = getattr(import_module(module), name)(content)
    return digests


__all__ = [
    "Difference",
    "Lost",
    "differences",
    "drawings",
    "missing",
    "read_back",
    "read_fresh",
    "read_strange",
]
