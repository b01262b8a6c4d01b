"""Rows that are no units but what units are compared with: a plan, another year, an average."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Final

from reportgen.load.row_marks import Ranks, numbers
from reportgen.load.total_rows import TotalWords
from reportgen.model.names import folded

_FEWEST: Final = 2
_ROUNDED: Final = Fraction(1, 2)


def yardsticks(ranks: Ranks, words: TotalWords, passed_over: AbstractSet[int]) -> set[int]:
    """Find the rows of numbers that are called like a plan, a year or an average, where some row is not.

    Where rows are marks (``Tốt``, ``Khá``, ``Trung bình``), all of them are rows.
    """
    if not (words.yardsticks or words.averages) or not ranks.numeric:
        return set()
    rows = [number for number in range(len(ranks.rows)) if number not in passed_over]
    called = {number: _text(ranks, number) for number in rows}
    marks = {folded(text) for text in called.values() if text in words.marks}
    if len(marks) > 1:
        called = {number: text for number, text in called.items() if text not in words.marks}
    found = {number for number, text in called.items() if text in words.yardsticks}
    averages = [number for number, text in called.items() if text in words.averages]
    found |= {number for number in averages if _is_average(ranks, number, rows[: rows.index(number)])}
    return found if len(found) < len(rows) else set()


def _is_average(ranks: Ranks, number: int, above: Sequence[int]) -> bool:
    """Tell an average from the commune of ``Trung Bình``: by its letters, or by the rows above it."""
    if _text(ranks, number).split()[-1].islower():
        return True
    own = dict(numbers(ranks.rows[number], ranks.index))
    sums = dict.fromkeys(own, Fraction(0))
    for row in above:
        for place, value in numbers(ranks.rows[row], ranks.index):
            if place in sums:
                sums[place] += value
    away = [abs(value - sums[place] / len(above)) for place, value in own.items()] if above else []
    return len(above) >= _FEWEST and bool(away) and max(away) <= _ROUNDED


def _text(ranks: Ranks, number: int) -> str:
    first = ranks.first_text(number)
    return first[1] if first else ""
