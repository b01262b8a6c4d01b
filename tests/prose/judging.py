"""What the tests of sentences share: a paper, and what is said of its sentences."""

import datetime as dt

from reportgen.batch import Order
from reportgen.batch.plan import make_plan
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from tests.helpers.written import Written

DAY = dt.date(2026, 1, 1)


def found(written: Written) -> list[Diagnostic]:
    """Give everything that there is to say of sentences."""
    try:
        notes = make_plan(written.data, Order(written.shelf, DAY)).notes
    except DataError as error:
        notes = error.diagnostics
    return [note for note in notes if not note.code.endswith("not-quoted")]


def place(note: Diagnostic) -> tuple[int | None, int | None]:
    assert note.origin is not None
    return note.origin.line, note.origin.column


def codes(written: Written) -> list[str]:
    return [note.code for note in found(written)]
