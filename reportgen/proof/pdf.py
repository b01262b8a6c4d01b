"""PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as far as a program can tell.

What only a person can tell is not looked at: whether a heading is one, whether words beside a picture say
what it shows.
"""

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import Foreign, phrase
from reportgen.proof import access, document, fonts, metadata, objects, structure
from reportgen.proof.content import read_pages
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper

_OF_ALL: Final = "ISO 32000-1"

_DAMAGED: Final = (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError, struct.error)
"""What reading says where a file holds something of another sort than its place is for."""

_CHECKS: Final[tuple[Callable[[Paper], Iterator[Fault]], ...]] = (
    document.check,
    objects.check,
    metadata.check,
    fonts.check,
    structure.check,
    access.check,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """Every rule that a file breaks, and the standards that it says it keeps."""

    faults: tuple[Fault, ...]
    promised: frozenset[str]

    def breaks_promise(self, fault: Fault) -> bool:
        """Ask whether a fault is of a standard that is promised; what all PDFs must keep is of each."""
        own = fault.clause.startswith(tuple(self.promised))
        return own or (bool(self.promised) and fault.clause.startswith(_OF_ALL))


def prove(file: bytes) -> Proof:
    """Hold a PDF against both standards.

    Raises:
        DataError: it is no PDF that can be opened, or it is locked.

    """
    try:
        with pikepdf.open(io.BytesIO(file)) as pdf:
            found = [*document.check_bytes(file), *_found(pdf)]
            return Proof(tuple(dict.fromkeys(found)), metadata.promised(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise DataError([report("unreadable-pdf", reason=Foreign(error))]) from error


def _found(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    try:
        paper = Paper(pdf, read_pages(pdf))
        for check in _CHECKS:
            yield from check(paper)
    except _DAMAGED:
        yield Fault(_OF_ALL, phrase("parts of the file are damaged: the rest was not looked at"))


def faults(file: bytes) -> list[Fault]:
    """List every rule that a PDF breaks."""
    return list(prove(file).faults)
