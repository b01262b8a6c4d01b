"""What each row below the headings is: a row of the table, a total, a heading of others, or none of it."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from reportgen.load.foot_words import is_caption, is_foot, is_part, is_share, is_title
from reportgen.load.grid import Cells
from reportgen.load.row_heads import heads
from reportgen.load.row_marks import Ranks
from reportgen.load.total_rows import TotalWords, doubtful_totals, total_rows
from reportgen.load.yardsticks import yardsticks
from reportgen.model.raw import Doubt
from reportgen.model.totals import is_whole, may_be_total, names_group

ROW: Final = "row"
TOTAL: Final = "total"
NOTE: Final = "note"

_NEAR: Final = 5
_SAMPLE: Final = 200
_FIRST: Final = 3
"""In how many of a row's first cells its words are looked for."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The rows that are no rows of the table, by number, each with its words.

    ``totals`` are set apart and compared; ``ends`` tells of what has a mark to head others where these end;
    ``heads`` only name what is below them, ``below`` stands under the table; ``said`` was said to be none of
    it. ``doubts`` are rows that may be something else.
    """

    totals: Mapping[int, str]
    ends: Mapping[int, int]
    heads: Mapping[int, str]
    below: Mapping[int, str]
    said: AbstractSet[int]
    doubts: Mapping[int, tuple[Doubt, str]]

    @property
    def apart(self) -> set[int]:
        """Give all that are set apart."""
        return {*self.totals, *self.heads, *self.below, *self.said}


def roles(heading: Cells, rows: Sequence[Cells], said: Mapping[int, str], across: AbstractSet[int]) -> Roles:
    """Tell what each row is; ``said`` is what the data file says, ``across`` are rows of one merged cell."""
    return _Sorter(Ranks.of(heading, rows), said, across).sorted()


@dataclass(slots=True)
class _Sorter:
    """Goes through the rows of one table."""

    ranks: Ranks
    said: Mapping[int, str]
    across: AbstractSet[int]
    words: TotalWords = field(init=False)
    settled: set[int] = field(init=False)
    notes: set[int] = field(init=False)
    thin: set[int] = field(init=False)
    odd: dict[Callable[[str], bool], bool] = field(default_factory=dict)
    last: list[int] = field(init=False)
    """The thin rows at the end."""

    naming: int = field(init=False)
    """The first column that neither numbers the rows nor holds numbers."""

    def __post_init__(self) -> None:
        self.words = TotalWords.of(self.ranks.rows)
        self.settled = {number for number, role in self.said.items() if role == ROW}
        self.notes = {number for number, role in self.said.items() if role == NOTE}
        columns = range(len(self.ranks.rows[0]) if self.ranks.rows else 0)
        named = (place for place in columns if place not in {self.ranks.index, *self.ranks.numeric})
        self.naming = next(named, 0)
        free = (number for number in self.ranks.thin() if number not in self.said)
        self.thin = {number for number in free if self.ranks.ordinal(number) is None}
        self.last = self._last_thin()

    def sorted(self) -> Roles:
        """Find the foot first, then what heads others, then totals, and what is left of the odd."""
        foot = self._foot()
        asides = {*foot, *self.notes}
        worded = total_rows(self.ranks, self.words, {*asides, *self.settled})
        ends = heads(self.ranks, {*asides, *worded, *self.settled})
        if ends:
            worded = total_rows(self.ranks, self.words, {*asides, *self.settled, *ends})
        worded |= {number: self._text(number) for number, role in self.said.items() if role == TOTAL}
        worded = dict(sorted(worded.items()))
        if not self._rows_besides({*worded, *asides}):
            worded = {}
        begin = self._begin_below(worded)
        below = foot | self._under(begin, worded)
        headings = self._headings({*worded, *below}, ends)
        marked = {number: self._text(number) for number in ends if number not in {*headings, *below}}
        totals = dict(sorted({**marked, **worded}.items()))
        known = {*totals, *below, *headings, *self.notes, *self.settled}
        return Roles(totals, ends, headings, below, self.notes, self._doubts(known, begin, worded.keys()))

    def _rows_besides(self, known: AbstractSet[int]) -> bool:
        """Tell whether anything is left to add up; a total that stands alone is the only row there is."""
        return any(number not in known and number not in self.thin for number in range(len(self.ranks.rows)))

    def _foot(self) -> dict[int, str]:
        """Find the thin rows at the end, down from the first that says what stands below tables."""
        marked = (number for number in self.last if number in self.across or self._is_foot(number))
        begin = next(marked, len(self.ranks.rows))
        return {number: self._text(number) for number in self.last if number >= begin}

    def _last_thin(self) -> list[int]:
        """List the thin rows at the end of the table, from the top down."""
        found: list[int] = []
        for number in range(len(self.ranks.rows) - 1, -1, -1):
            if number in self.thin:
                found.append(number)
            elif number not in self.notes:
                break
        return found[::-1]

    def _begin_below(self, totals: Mapping[int, str]) -> int:
        """Tell where the rows below the last total begin; where totals stand above their rows, nowhere."""
        rows = len(self.ranks.rows)
        if not totals:
            return rows
        others = {*totals, *self.thin, *self.notes}
        full = [number for number in range(rows) if number not in others]
        above = not full or full[0] > min(totals)
        return rows if above and full and full[-1] > max(totals) else max(totals) + 1

    def _under(self, begin: int, totals: Mapping[int, str]) -> dict[int, str]:
        """Take what is thin below the last total, unless that is a group's and a group may come after it."""
        under = [number for number in self.last if number >= begin]
        words = list(totals.values())
        sure = len(words) == 1 or (words and is_whole(words[-1]) and words.count(words[-1]) == 1)
        return {number: self._text(number) for number in under} if sure else {}

    def _headings(self, known: AbstractSet[int], ends: Mapping[int, int]) -> dict[int, str]:
        """Find the thin rows that only name what is below them."""
        free = [number for number in sorted(self.thin) if number not in known]
        return {n: self._text(n) for n in free if n in ends or self._is_heading(n)}

    def _is_heading(self, number: int) -> bool:
        """Tell whether a thin row says by its looks that it heads others."""
        first = self.ranks.first_text(number)
        if first is None or not self.ranks.is_bare(number) or number + 1 == len(self.ranks.rows):
            return False
        in_index = first[0] == self.ranks.index and self.ranks.part(number) is None
        return number in self.across or in_index or (is_part(first[1]) and self._is_odd(is_part))

    def _is_odd(self, holds: Callable[[str], bool]) -> bool:
        """Tell whether most rows do not begin so: asked once, whatever the number of rows that do."""
        if holds not in self.odd:
            others = [each for each in range(min(len(self.ranks.rows), _SAMPLE)) if each not in self.thin]
            self.odd[holds] = 2 * sum(holds(self._text(each)) for each in others) < len(others)
        return self.odd[holds]

    def _doubts(
        self, known: AbstractSet[int], begin: int, totals: AbstractSet[int]
    ) -> dict[int, tuple[Doubt, str]]:
        """List the rows that may be something else, by why."""
        doubts: dict[int, tuple[Doubt, str]] = {}
        for number, words in doubtful_totals(self.ranks, self.words, known).items():
            likely = self.ranks.goes_on(number) or self._names_all(number)
            doubts[number] = (Doubt.LIKELY_ROW if likely else Doubt.TOTAL, words)
        rows = range(len(self.ranks.rows))
        asides = {number for number in rows if self._is_aside(number)} if self.words.aside else set()
        asides |= self._shares(totals) | yardsticks(self.ranks, self.words, {*known, *self.thin})
        doubts |= {number: (Doubt.ASIDE, self._text(number)) for number in asides - known - doubts.keys()}
        for number in sorted({*self.thin, *rows[begin:]} - known - doubts.keys()):
            if doubt := self._doubt(number, known, begin):
                doubts[number] = (doubt, self._text(number))
        return dict(sorted(doubts.items()))

    def _doubt(self, number: int, known: AbstractSet[int], begin: int) -> Doubt | None:
        if number in self.thin:
            signs = self._signs(number) and bool(self.last) and number >= self.last[0]
            odd = signs or self._is_foot(number) or may_be_total(self._text(number))
            heads = self._is_bare(number, names_group) or self._is_bare(number, is_caption)
            return Doubt.STRAY if odd or heads or number >= begin else None
        if number < begin:
            return None
        ordinary = (each for each in range(begin) if each not in known and each not in self.thin)
        lacks = self.ranks.lacks(number, [*islice(ordinary, _NEAR)])
        return Doubt.STRAY if lacks else Doubt.UNDER_TOTAL

    def _is_aside(self, number: int) -> bool:
        return not self.words.aside.isdisjoint(self.ranks.rows[number][:_FIRST])

    def _shares(self, totals: AbstractSet[int]) -> set[int]:
        """Find what stands below totals and says a part of them; where totals stand first, parts add up."""
        found: set[int] = set()
        if 0 not in totals:
            for number in range(min(totals, default=len(self.ranks.rows)) + 1, len(self.ranks.rows)):
                if (number - 1 in totals or number - 1 in found) and is_share(self._text(number)):
                    found.add(number)
        return found

    def _is_bare(self, number: int, holds: Callable[[str], bool]) -> bool:
        """Tell whether a row says nothing but what is odd among the others."""
        return self.ranks.is_bare(number) and holds(self._text(number)) and self._is_odd(holds)

    def _is_foot(self, number: int) -> bool:
        """Tell whether a row begins with a note, or says only who signs, and not in its first cell alone."""
        first = self.ranks.first_text(number)
        return first is not None and (
            is_foot(first[1])
            or (self._signs(number) and not (self.ranks.is_bare(number) and first[0] <= self.naming))
        )

    def _signs(self, number: int) -> bool:
        texts = [text for text in self.ranks.rows[number] if text is not None]
        return all(is_foot(text) or is_title(text) for text in texts)

    def _names_all(self, number: int) -> bool:
        """Tell whether a row fills several columns of words, as totals do not."""
        passed_over = {self.ranks.index, *self.ranks.numeric}
        row = self.ranks.rows[number]
        return sum(text is not None and place not in passed_over for place, text in enumerate(row)) > 1

    def _text(self, number: int) -> str:
        first = self.ranks.first_text(number)
        return first[1] if first else ""
