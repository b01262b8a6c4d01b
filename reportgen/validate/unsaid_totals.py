"""Rows that do not say that they are totals, and have what the rows beside them add up to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import prod
from typing import Final

from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import phrase, strung
from reportgen.model.totals import is_short, names_group
from reportgen.model.values import Known, Number
from reportgen.validate.doubtful import added_up
from reportgen.validate.table_files import TableFile

_FEWEST: Final = 2
"""How many rows a sum must have: a row that is like its neighbour is nothing odd."""

_SURE: Final = 20
_LIKELY: Final = 4
"""How much rarer than once in a table chance must be, to refuse a row like any other, or to warn."""

_NAMED: Final = 80
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of counts: each value, and what they add up to from the top down to it."""

    spec: FieldSpec
    texts: Sequence[str | None]
    values: Sequence[Number]
    upto: Sequence[Number]

    @classmethod
    def of(cls, spec: FieldSpec, texts: Sequence[str | None], cells: Sequence[Known]) -> "_Column":
        values = [cell if isinstance(cell, int | Fraction) else 0 for cell in cells]
        return cls(spec, texts, values, list(accumulate(values, initial=0)))

    def sum(self, rows: range) -> Number:
        """Add up some rows."""
        return self.upto[rows.stop] - self.upto[rows.start]


@dataclass(frozen=True, slots=True)
class _Found:
    """A row, the rows that it adds up, and in which columns."""

    row: int
    rows: range
    columns: Sequence[_Column]
    named: bool = False
    """Whether it is called as groups are, and its rows are not."""

    all: bool = True
    """Whether every number that it has is such a sum."""


def judge_unsaid(
    file: TableFile, columns: Mapping[str, Sequence[Known]], passed_over: AbstractSet[int]
) -> set[int]:
    """Complain of rows that add up the rows above or below them; give those that were refused."""
    counted = _counted(file, columns)
    if not counted or len(file.raw.rows) < _FEWEST:
        return set()
    refused: set[int] = set()
    added = added_up(file, columns)
    passed_over = passed_over | file.raw.settled
    for found in sorted({one.row: one for one in _candidates(file, counted)}.values(), key=_by_row):
        if found.row in passed_over or added[found.row]:
            continue
        rarity = _rarity(found) / (1 if _is_all(found, file) else len(file.raw.rows))
        odd = found.named or _lacks(found, file) or _is_short_total(found, file)
        if odd or rarity >= _LIKELY:
            _tell(found, file, "row-adds-up" if odd or rarity >= _SURE else "row-may-add-up")
        if odd or rarity >= _SURE:
            refused.add(found.row)
    return refused


def _by_row(found: _Found) -> int:
    return found.row


def _counted(file: TableFile, cells: Mapping[str, Sequence[Known]]) -> list[_Column]:
    """Take the columns of counts; of a table that has none, those of numbers, where none is below zero."""
    for type_ in ("count", "number"):
        specs = [s for name, s in file.spec.fields.items() if s.type == type_ and name in file.places]
        columns = [_Column.of(spec, file.texts(spec.name), cells[spec.name]) for spec in specs]
        if columns:
            return [column for column in columns if min(column.values, default=0) >= 0]
    return []


def _candidates(file: TableFile, columns: Sequence[_Column]) -> Iterator[_Found]:
    """Find rows whose every number is a sum, and those called as groups are of which some number is one."""
    for row in _large(columns[0]):
        stated = _stated(row, columns)
        if stated and (rows := _beside(row, stated, _FEWEST)):
            yield _Found(row, rows, stated)
    for row, place in _named(file):
        yield from filter(_is_telling, _of_group(file, row, place, _stated(row, columns)))


def _of_group(file: TableFile, row: int, place: int, stated: Sequence[_Column]) -> Iterator[_Found]:
    """Look at each number of a row that is called as groups are: one of them may be wrong."""
    for column in stated:
        rows = _beside(row, [column], 1)
        if rows and not any(names_group(file.raw.rows[other][place] or "") for other in rows):
            same = [one for one in stated if one.values[row] == one.sum(rows) > 0]
            yield _Found(row, rows, same, named=True, all=len(same) == len(stated))


def _is_telling(found: _Found) -> bool:
    """Tell whether it is more than one number that happens to be that of a neighbour."""
    return (found.all and len(found.columns) > 1) or _rarity(found) >= _LIKELY


def _stated(row: int, columns: Sequence[_Column]) -> list[_Column]:
    """Take the columns in which a row says a number; where it says none but 0, nothing is to be compared."""
    stated = [column for column in columns if column.texts[row]]
    return stated if any(column.values[row] for column in stated) else []


def _large(column: _Column) -> Iterator[int]:
    """Find the rows that are no less than the two above or the two below, which is quickly seen."""
    values = column.values
    for row, value in enumerate(values):
        above = row >= _FEWEST and value >= values[row - 1] + values[row - 2]
        below = row + _FEWEST < len(values) and value >= values[row + 1] + values[row + 2]
        if above or below or not column.texts[row]:
            yield row


def _named(file: TableFile) -> list[tuple[int, int]]:
    """Find the rows that are called as groups are, with the column; where all are, none is odd."""
    texts = ((n, place, text) for n, row in enumerate(file.raw.rows) for place, text in enumerate(row))
    named = {n: place for n, place, text in texts if text and names_group(text)}
    return [*named.items()] if len(named) < len(file.raw.rows) else []


def _beside(row: int, columns: Sequence[_Column], fewest: int) -> range | None:
    """Find the rows right above a row, or right below, that add up to it in all columns."""
    above = [(one.upto, one.upto[row] - one.values[row]) for one in columns]
    first = max(bisect_left(upto, value, hi=row + 1) for upto, value in above)
    last = min(bisect_right(upto, value, hi=row + 1) for upto, value in above) - 1
    if first <= last and row - first >= fewest:
        return range(first, row)
    below = [(one.upto, one.upto[row + 1] + one.values[row]) for one in columns]
    first = max(bisect_left(upto, value, lo=row + 1) for upto, value in below)
    last = min(bisect_right(upto, value, lo=row + 1) for upto, value in below) - 1
    return range(row + 1, last) if first <= last and last - row - 1 >= fewest else None


def _rarity(found: _Found) -> Fraction:
    """Say how seldom chance would do it: about once in as many rows as the product of what rows have.

    Columns that say the same, row by row, count once.
    """
    different = {tuple(column.values[row] for row in found.rows[:_MOST]): column for column in found.columns}
    means = (Fraction(column.sum(found.rows)) / len(found.rows) for column in different.values())
    return prod(means, start=Fraction(1))


def _is_all(found: _Found, file: TableFile) -> bool:
    """Tell whether a row adds up all others."""
    return len(found.rows) + 1 == len(file.raw.rows)


def _lacks(found: _Found, file: TableFile) -> bool:
    """Tell whether a row leaves blank what its rows all have, such as a number in turn."""
    own, others = file.raw.rows[found.row], [file.raw.rows[row] for row in found.rows]
    return any(not text and all(row[place] for row in others) for place, text in enumerate(own))


def _is_short_total(found: _Found, file: TableFile) -> bool:
    return _is_all(found, file) and is_short(_words(found, file))


def _tell(found: _Found, file: TableFile, code: str) -> None:
    raw = file.raw
    shown = [
        phrase("{name} = {value}", name=column.spec.title, value=column.values[found.row])
        for column in found.columns
        if not column.spec.personal
    ]
    file.desk.complaints.add(
        code, raw.sources.nearest((found.row,)), words=_words(found, file),
        line=raw.lines[found.row], rows=_rows(found, raw.lines), sums=strung("; ", shown),
    )  # fmt: skip


def _rows(found: _Found, lines: Sequence[int]) -> str:
    first, last = lines[found.rows[0]], lines[found.rows[-1]]
    if first == last:
        return phrase("line {line}", line=first)
    return phrase(
        "the {count} rows on lines {first} to {last}", count=len(found.rows), first=first, last=last
    )


def _words(found: _Found, file: TableFile) -> str:
    """Give the row's first text, unless it is a number, or personal."""
    personal = {
        file.places[s.name] for s in file.spec.fields.values() if s.personal and s.name in file.places
    }
    texts = (text for at, text in enumerate(file.raw.rows[found.row]) if text and at not in personal)
    return next((text[:_NAMED] for text in texts if not text.strip(".) ").isdigit()), "…")
