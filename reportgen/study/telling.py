"""Whether the figures of data with mistakes tell anything of what is said elsewhere."""

from collections.abc import Iterable, Iterator

from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import Kind
from reportgen.model.values import BLANK

DOUBTS = frozenset({"claim-differs", "check-failed", "over-limit"})
"""Errors that leave every figure known."""

_GAPS = frozenset({
    "ambiguous-number", "date-incomplete", "date-serial", "date-short-year", "date-with-time", "month-first",
    "missing-column", "no-such-day", "no-such-month", "not-a-choice", "not-a-count", "not-a-date",
    "not-a-flag", "not-a-list", "not-a-number", "not-a-single-value", "not-a-time", "not-whole",
    "percent-without-sign", "too-many-digits", "undefined-figure",
})  # fmt: skip
"""Errors that leave a gap or a failed figure where they stand; a row that is twice leaves none."""


def stay_known(kind: Kind, dataset: Dataset, mistakes: Iterable[Diagnostic]) -> bool:
    """Tell whether the figures that are known stay as they are when the mistakes are mended.

    A row whose key is a gap may belong to any group.
    """
    keys = ((of, name) for of, names in _keys(kind, dataset) if of in dataset.tables for name in names)
    placed = all(BLANK not in dataset.tables[of].columns[name].values for of, name in keys)
    return placed and all(note.code in DOUBTS | _GAPS for note in mistakes)


def _keys(kind: Kind, dataset: Dataset) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the columns of each table by which rows are grouped, or found in earlier files."""
    yield from ((rows.name, rows.key) for rows in kind.rows.values())
    yield from ((table.of, table.by) for table in kind.tables.values())
    if dataset.for_each:
        yield dataset.for_each.of, dataset.for_each.by
