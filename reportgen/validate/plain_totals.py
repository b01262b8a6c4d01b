"""Total rows of a table that no kind declares: held against their rows where these are numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import likewise
from reportgen.model.raw import Doubt, RawTable
from reportgen.model.values import Number
from reportgen.validate.decimals import turned
from reportgen.validate.desk import Desk
from reportgen.validate.numerals import exact
from reportgen.validate.spans import spans
from reportgen.validate.table_files import TableFile
from reportgen.validate.totals import check_totals

_LIKE_TOTALS: Final = (Doubt.TOTAL, Doubt.LIKELY_ROW)

_ALONE: Final = 2
"""Fewer rows have no average of their own."""


def compare_totals(table: RawTable) -> Iterator[Diagnostic]:
    """Tell which totals of a table agree with their rows, and complain of those that do not.

    Of the columns those are compared that hold nothing but numbers, unless a total is no sum but lies among
    its rows, as averages do. A row that only begins like a total is a row, which is told.
    """
    desk = Desk(table.sources)
    columns = {name: _numbers(table, place) for place, name in enumerate(table.columns)}
    summed = {name for name in columns if _is_summed(table, name, columns)}
    fields = {name: _spec(table, name, "number" if name in summed else "text") for name in table.columns}
    file = TableFile.opened(desk, replace(_spec(table, "rows", "rows"), fields=fields), table)
    check_totals(file, {name: columns[name] or [] for name in summed}, frozenset())
    _tell_rows(table, desk)
    yield from (found for found in desk.complaints if found.code.startswith("total"))


def _spec(table: RawTable, name: str, sort: str) -> FieldSpec:
    return FieldSpec(name, sort, table.sources.nearest(()), optional=True)


def _numbers(table: RawTable, place: int) -> list[Number | None] | None:
    """Read a column; None where something in it is no number, or nothing is one."""
    texts = [row[place] for row in table.rows]
    read = [exact(turned(text, None)) if text else None for text in texts]
    has_words = any(text and number is None for text, number in zip(texts, read, strict=True))
    return None if has_words or not any(texts) else read


def _is_summed(table: RawTable, name: str, columns: Mapping[str, Sequence[Number | None] | None]) -> bool:
    """Tell whether totals of a column may be sums: one that lies among its rows is something else."""
    numbers = columns[name]
    if numbers is None:
        return False
    for total, rows in zip(table.totals, spans(table.totals, len(table.rows)), strict=True):
        own = [number for number in numbers[rows.start : rows.stop] if number is not None]
        said = exact(turned(total.cells[table.columns.index(name)] or "", None))
        if said is not None and len(own) >= _ALONE and said != sum(own) and min(own) <= said <= max(own):
            return False
    return True


def _tell_rows(table: RawTable, desk: Desk) -> None:
    """Tell of rows that begin like totals and print as rows."""
    rows = [one for one in table.doubtful if one.doubt in _LIKE_TOTALS]
    if rows:
        first, others = rows[0], likewise([f'{one.place} "{one.words}"' for one in rows], len(rows))
        desk.complaints.add("total-as-row", first.place, words=first.words, line=first.line, others=others)
