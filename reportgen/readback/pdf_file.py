"""A PDF that was made by anybody, opened."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import Foreign

_STREAM: Final = re.compile(r"stream <[^>]*>(?: \(object [^)]*\))?: ")
"""What the engine calls bytes that have no name: otherwise in each run."""


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF as long as it is read.

    Raises:
        DataError: it is none, it is locked, or a page of it is damaged.

    """
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise unreadable(error) from error


def unreadable(error: Exception) -> DataError:
    """Say that a PDF cannot be read, in a library's words, without what only that calls its parts."""
    return DataError([report("unreadable-pdf", reason=Foreign(_STREAM.sub("", str(error)).rstrip(".")))])
