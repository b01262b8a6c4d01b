"""Sums of a manifest held against each other: the same sum is the same everywhere, and groups make totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reportgen.model.manifest import TOTAL, Aggregate, Entry, Manifest, Recorded

_ADDITIVE: Final = ("sum(", "count(")
"""What begins so of all rows is what it is of the groups, added up."""


@dataclass(frozen=True, slots=True)
class Discord:
    """A figure one of whose sums is recorded otherwise elsewhere."""

    recorded: Recorded
    entry: Entry
    text: str


def discords(manifest: Manifest) -> Iterator[Discord]:
    """Find sums that contradict each other, each once."""
    yield from _same_sums(manifest)
    for recorded in manifest.figures:
        yield from _totals(recorded)


def _same_sums(manifest: Manifest) -> Iterator[Discord]:
    known: dict[tuple[str, str, str], Aggregate] = {}
    for _, recorded, entry in manifest.entries:
        for one in entry.aggregates:
            table = recorded.name.rpartition(".")[0] if entry.at else ""
            first = known.setdefault((table, entry.at, one.text), one)
            if (first.gives, first.rows) != (one.gives, one.rows):
                yield Discord(recorded, entry, one.text)


def _totals(recorded: Recorded) -> Iterator[Discord]:
    """Add up the groups of a derived table, where all of them are recorded."""
    total = next((entry for entry in recorded.entries if entry.at == TOTAL), None)
    groups = [entry for entry in recorded.entries if entry.at != TOTAL]
    for one in total.aggregates if total and groups else ():
        parts = [part for entry in groups for part in entry.aggregates if part.text == one.text]
        if one.text.startswith(_ADDITIVE) and sum(part.rows for part in parts) == one.rows:
            gives = [_number(part) for part in parts]
            if total and None not in (*gives, _number(one)) and sum(filter(None, gives)) != one.gives:
                yield Discord(recorded, total, one.text)


def _number(one: Aggregate) -> Fraction | None:
    known = isinstance(one.gives, int | Fraction) and not isinstance(one.gives, bool)
    return Fraction(one.gives) if known else None  # type: ignore[arg-type]  # mypy does not follow `known`
