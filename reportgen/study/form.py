"""In which form a document is: what is said of it names lines of a data file, or sheets of a workbook."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.load import BOOKS
from reportgen.model.diagnostics import of_form
from reportgen.model.errors import DataError
from reportgen.model.messages.entry import Form


def form_of(data_file: Path) -> Form:
    """Tell whether a document is a workbook."""
    return Form.WORKBOOK if data_file.suffix.lower() in BOOKS else Form.DATA_FILE


@contextmanager
def telling_of(data_file: Path) -> Iterator[None]:
    """Let mistakes that are raised here say what to do in the form that the document has."""
    try:
        yield
    except DataError as error:
        raise DataError(of_form(error.diagnostics, form_of(data_file))) from error
