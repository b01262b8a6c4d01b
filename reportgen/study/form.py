"""In which form a document is: what is said of it names lines of a data file, or sheets of a workbook."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.load import BOOKS
from reportgen.model.diagnostics import of_document
from reportgen.model.errors import DataError


def is_workbook(data_file: Path) -> bool:
    """Tell whether a document is a workbook."""
    return data_file.suffix.lower() in BOOKS


@contextmanager
def telling_of(data_file: Path) -> Iterator[None]:
    """Let mistakes that are raised here say what to do in the form that the document has."""
    try:
        yield
    except DataError as error:
        raise DataError(of_document(error.diagnostics, workbook=is_workbook(data_file))) from error
