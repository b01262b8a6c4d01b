"""A PDF that was made by anybody, opened."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import Foreign


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
        raise DataError([report("unreadable-pdf", reason=Foreign(str(error).rstrip(".")))]) from error
