"""PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as far as a program can tell.

What only a person can tell is not looked at: whether a heading is one, whether words beside a picture say
what it shows.
"""

import io
from collections.abc import Callable, Iterator
from typing import Final

import pikepdf

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import Foreign
from reportgen.proof import access, document, fonts, metadata, objects, structure
from reportgen.proof.content import read_pages
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper

_CHECKS: Final[tuple[Callable[[Paper], Iterator[Fault]], ...]] = (
    document.check,
    objects.check,
    metadata.check,
    fonts.check,
    structure.check,
    access.check,
)


def faults(file: bytes) -> list[Fault]:
    """List every rule that a PDF breaks.

    Raises:
        DataError: it is no PDF that can be opened, or it is locked.

    """
    try:
        with pikepdf.open(io.BytesIO(file)) as pdf:
            paper = Paper(pdf, read_pages(pdf))
            found = [*document.check_bytes(file), *(fault for check in _CHECKS for fault in check(paper))]
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise DataError([report("unreadable-pdf", reason=Foreign(error))]) from error
    return list(dict.fromkeys(found))
