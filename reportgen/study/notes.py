"""What is told of many files alike, told once."""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.model.diagnostics import Diagnostic, Severity
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

_FEW = 3
"""As often as this the same may be told."""

_SHOWN = 2
"""How many of the other places are named, before the last."""

_GUESSED = frozenset({"encoding-guessed"})
"""Warnings that a folder of files gives rise to one by one."""

_OWN = frozenset({"sample", "places", "rows"})
"""What a message quotes from the file that it is about."""


def believable(notes: Iterable[Diagnostic], unread: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is said of cells that could not be read: something else stands in their place."""
    told = list(unread)
    cells = {note.origin for note in told if note.origin and note.origin.cell}
    return (note for note in notes if note in told or note.origin not in cells)


def together(notes: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out what was told already, and of what is told of many files give the first, with the others."""
    alike: dict[object, list[Diagnostic]] = {}
    for note in dict.fromkeys(notes):
        alike.setdefault(_sort(note), []).append(note)
    return tuple(note for group in alike.values() for note in _told(group))


def _sort(note: Diagnostic) -> object:
    if note.severity is not Severity.NOTE and note.code not in _GUESSED:
        return note
    return note.code, tuple(value for value in note.values if value[0] not in _OWN)


def _told(group: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if len(group) <= _FEW:
        return group
    first, *others = group
    return [Diagnostic(first.code, first.origin, first.values, (*first.related, *_places(others)))]


def _places(others: Sequence[Diagnostic]) -> Iterable[tuple[str, Origin]]:
    places = [other.origin for other in others if other.origin]
    yield from ((phrase("also"), place) for place in places[:_SHOWN])
    if left := places[_SHOWN:]:
        yield phrase("and {count} more, to", count=len(left)), left[-1]
