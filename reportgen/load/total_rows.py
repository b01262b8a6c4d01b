"""Rows that are totals: told apart from the others, so that nothing is counted twice."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from reportgen.load.foot_words import is_aside, is_average, is_mark, is_yardstick
from reportgen.load.grid import Cells
from reportgen.load.row_marks import Ranks, numbers
from reportgen.model.totals import is_total, may_be_total

_NAMES = frozenset(("tổng", "cộng", "total"))
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TotalWords:
    """The cells that say a total (``sure``), with them those that may, and those that speak of other rows.

    ``yardsticks`` may name what the others are compared with, ``averages`` an average, ``marks`` how good
    somebody is.
    """

    sure: AbstractSet[str]
    all: AbstractSet[str]
    aside: AbstractSet[str]
    yardsticks: AbstractSet[str]
    averages: AbstractSet[str]
    marks: AbstractSet[str]

    @classmethod
    def of(cls, rows: Sequence[Cells]) -> "TotalWords":
        """Look at each text once."""
        said = {text for text in set(chain.from_iterable(rows)) if text is not None}
        words = set(filter(is_total, said))
        begin = words | set(filter(may_be_total, said))
        return cls(
            words, begin, set(filter(is_aside, said)), set(filter(is_yardstick, said)),
            set(filter(is_average, said)), set(filter(is_mark, said)),
        )  # fmt: skip


def total_rows(ranks: Ranks, words: TotalWords, passed_over: AbstractSet[int]) -> dict[int, str]:
    """Find the totals among rows wherever they stand, each with the words that say so.

    A row alone is summed once, whatever it is called. What begins like a total is one where it adds up.
    """
    if len(ranks.rows) - len(passed_over) < _FEWEST or not words.all:
        return {}
    found: dict[int, str] = {}
    above = _Above(ranks.index)
    for number, row in enumerate(ranks.rows):
        if number in passed_over:
            continue
        if (said := _said(ranks, number, words, above)) is None:
            above.add(row)
        else:
            found[number] = said
            above.begin_part()
    return found


def doubtful_totals(ranks: Ranks, words: TotalWords, passed_over: AbstractSet[int]) -> dict[int, str]:
    """Find the rows that begin like totals and were not found to be any, each with the words that say so."""
    if len(ranks.rows) - len(passed_over) < _FEWEST or not words.all:
        return {}
    rest = (number for number in range(len(ranks.rows)) if number not in passed_over)
    return {number: said for number in rest if (said := _begins_so(ranks, number, words.all))}


class _Above:
    """What the rows above add up to: all of them, and those down from the last total."""

    def __init__(self, index: int | None) -> None:
        self.index = index
        self.whole: dict[int, int | Fraction] = defaultdict(int)
        self.part: dict[int, int | Fraction] = defaultdict(int)
        self.rows = 0

    def add(self, row: Cells) -> None:
        """Take in one row more."""
        self.rows += 1
        for place, value in numbers(row, self.index):
            self.whole[place] += value
            self.part[place] += value

    def begin_part(self) -> None:
        """Begin to add anew, below a total."""
        self.part.clear()

    def is_summed_by(self, row: Cells) -> bool:
        """Tell whether every number of a row is the sum of those above it."""
        values = list(numbers(row, self.index))
        return bool(values) and any(
            all(value == sums.get(place, 0) for place, value in values) for sums in (self.part, self.whole)
        )


def _said(ranks: Ranks, number: int, words: TotalWords, above: _Above) -> str | None:
    """Look at the first words of a row, then at the others, where "Cộng" may be somebody's name."""
    row = ranks.rows[number]
    if words.all.isdisjoint(row):
        return None
    said = [text for text in row if text is not None and text in words.all]
    sure = [text for text in said if text in words.sure]
    first, adds_up = ranks.first_text(number), above.is_summed_by(row)
    if sure and (first is None or first[1] in words.sure or adds_up):
        return sure[0]
    named = next((text for text in sure if text.casefold() not in _NAMES), None)
    return named or (said[0] if above.rows and adds_up else None)


def _begins_so(ranks: Ranks, number: int, texts: AbstractSet[str]) -> str | None:
    """Look at the first words, or at those behind a group's name; what neighbours share is a name."""
    row = ranks.rows[number]
    if texts.isdisjoint(row) or (first := ranks.first_text(number)) is None:
        return None
    place, text = first
    if text not in texts:
        after = next((at for at in range(place + 1, len(row)) if row[at] is not None), place)
        if row[after] not in texts or not _beside(ranks.rows, number, place, text):
            return None
        place, text = after, row[after] or ""
    return None if _beside(ranks.rows, number, place, text) else text


def _beside(rows: Sequence[Cells], number: int, place: int, text: str) -> bool:
    """Tell whether the row above or below says the same in a column."""
    near = [rows[each] for each in (number - 1, number + 1) if 0 <= each < len(rows)]
    return any(place < len(row) and row[place] == text for row in near)
