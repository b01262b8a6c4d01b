"""The functions a formula may call: one entry each.

A function gets its arguments already evaluated: a `Column` of values, or one value. ``where`` has picked the
rows before, so that a function only folds what counts.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from reportgen.model.names import folded
from reportgen.model.phrase import phrase
from reportgen.model.values import Cell, Hole

Values = Sequence[Any]

_YEAR = re.compile(r"\b[12][0-9]{3}\b", re.ASCII)


class Objection(Exception):  # noqa: N818  (it is carried to a diagnostic, never raised to a user)
    """A function cannot give a value: the code and words of a diagnostic."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Function:
    """One function: how it is called, and what it does with known values.

    ``folds`` is for functions over a column (all values known), ``maps`` for functions of single values.
    ``takes`` names the type of the arguments (``number``, ``ordered``, ``dated``, ``any``, ``rows``) and
    ``gives`` the type of the result (``same`` as the argument's).
    """

    usage: str
    takes: str
    gives: str
    fewest: int = 1
    most: int = 1
    where: bool = False
    folds: Callable[[Values], Cell] | None = None
    maps: Callable[..., Cell] | None = None


def share(part: int | Fraction, whole: int | Fraction) -> Cell:
    """Divide a part by its whole; a part over its whole, or below zero, is somebody's mistake."""
    if whole == 0 and part == 0:
        return Hole.NOTHING
    if not 0 <= part <= whole:
        raise Objection("part-over-whole", part_value=part, whole=whole)
    return Fraction(part) / whole


def divide(left: int | Fraction, right: int | Fraction) -> Cell:
    """Divide exactly; by zero there is nothing to show."""
    return Hole.NOTHING if right == 0 else Fraction(left) / right


def year(value: dt.date | str) -> int | None:
    """Give the year of a day; of a text such as ``2024-2025`` the one it begins with, if it names one."""
    if isinstance(value, dt.date):
        return value.year
    named = _YEAR.search(value)
    return int(named[0]) if named else None


def distinct(values: Values) -> int:
    """Count different values; a name in two spellings is one name."""
    return len({folded(value) if isinstance(value, str) else value for value in set(values)})


FUNCTIONS: dict[str, Function] = {
    "sum": Function("sum(table.column, where=...)", "number", "number", where=True, folds=sum),
    "count": Function("count(table, where=...)", "rows", "number", where=True, folds=len),
    "distinct": Function(
        "distinct(table.column, where=...)", "any", "number", where=True,
        folds=distinct,
    ),
    "min": Function(
        phrase("{one} or {other}", one="min(table.column, where=...)", other="min(a, b)"),
        "ordered", "same", most=9, where=True,
        folds=lambda values: min(values, default=Hole.NOTHING), maps=min,
    ),
    "max": Function(
        phrase("{one} or {other}", one="max(table.column, where=...)", other="max(a, b)"),
        "ordered", "same", most=9, where=True,
        folds=lambda values: max(values, default=Hole.NOTHING), maps=max,
    ),
    "share": Function("share(part, whole)", "number", "number", fewest=2, most=2, maps=share),
    "year": Function("year(date)", "dated", "number", maps=year),
    "given": Function("given(name)", "any", "flag"),
}  # fmt: skip
"""Adding a function is one entry here, and a line in docs/kinds.md."""
