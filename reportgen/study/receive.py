"""A data file of any form, with the kind that it names: the sheets of a workbook mean nothing without it."""

from dataclasses import dataclass
from pathlib import Path

from reportgen.kinds import Shelf, find_kind
from reportgen.load import load, load_book, sheet_table, with_files
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.messages.entry import Form
from reportgen.model.raw import Loaded
from reportgen.study.form import form_of
from reportgen.workbooks import document, facts_of, kind_named


@dataclass(frozen=True, slots=True)
class Received:
    """A data file as read, and its kind; ``hidden`` tells of kinds that this one hides."""

    loaded: Loaded
    kind: Kind
    hidden: list[Diagnostic]


def receive(path: Path, shelf: Shelf, *, shown: str | None = None) -> Received:
    """Read a data file; ``shown`` is what origins call it.

    Raises:
        KindError: the kind it names has mistakes.
        DataError: the file cannot be read, or names no kind.

    """
    return (_workbook if form_of(path) is Form.WORKBOOK else _text)(path, shelf, shown)


def _text(path: Path, shelf: Shelf, shown: str | None) -> Received:
    loaded = load(path, shown=shown)
    origin = loaded.sources.nearest(("kind",))
    name = loaded.values.get("kind")
    unread = [note for note in loaded.notes if note.stops]
    if not isinstance(name, str):
        raise DataError([*unread, report("no-kind", origin)])
    try:
        return Received(loaded, *find_kind(shelf, name, origin))
    except DataError as error:
        raise DataError([*unread, *error.diagnostics]) from error


def _workbook(path: Path, shelf: Shelf, shown: str | None) -> Received:
    book = load_book(path, shown=shown)
    kind, hidden = find_kind(shelf, *kind_named(facts_of(book)))
    loaded = with_files(document(book, kind, sheet_table), path)
    return Received(loaded, kind, hidden)
