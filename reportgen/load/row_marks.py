"""What a table's rows have in common: which columns hold numbers, and which one numbers the rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from reportgen.load.foot_words import is_foot
from reportgen.load.grid import Cells, cell_of
from reportgen.model.names import folded

_SAMPLE = 200
_NEAR = 20
_NUMBER = re.compile(r"[-+]?\d[\d.,/:\s]*%?")
_EXACT = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ORDINAL = re.compile(r"(\d+)[.)]?")
_PART = re.compile(r"(?:([IVXL]+|[A-Z])|([ivxl]+|[a-zđ]))[.)/]?")
_STEP = re.compile(r"(\d+(?:[.,]\d+)*)[.)]?")
_HEADINGS = frozenset(map(folded, ("STT", "TT", "Số TT", "S TT", "Số thứ tự", "Thứ tự", "No", "No.", "#")))


@dataclass(frozen=True, slots=True)
class Ranks:
    """The rows of a table file.

    ``index`` is the column that numbers them, ``numeric`` are those of numbers, ``widest`` is how many cells
    the fullest of the first rows has.
    """

    rows: Sequence[Cells]
    index: int | None
    numeric: Sequence[int]
    widest: int

    @classmethod
    def of(cls, heading: Cells, rows: Sequence[Cells]) -> "Ranks":
        """Look at the first rows."""
        index = next(
            (place for place, name in enumerate(heading) if name and folded(name) in _HEADINGS), None
        )
        sample = [*takewhile(lambda row: not _ends(row, index), rows[:_SAMPLE])]
        widths = [_filled(row, index) for row in sample]
        widest = max(widths, default=0)
        wide = [row for row, width in zip(sample, widths, strict=True) if 2 * width >= widest]
        columns = [place for place in range(len(heading)) if place != index and _counts(wide, place)]
        return cls(rows, index, columns, widest)

    def is_thin(self, number: int) -> bool:
        """Tell whether a row has no number where the others have some, and little else."""
        row = self.rows[number]
        if self.numeric:
            return not any((text := cell_of(row, place)) and is_number(text) for place in self.numeric)
        return _filled(row, self.index) * 2 <= self.widest

    def thin(self) -> list[int]:
        """List the thin rows; most rows are none, which their first number shows."""
        probe = self.numeric[0] if self.numeric else None
        return [
            number
            for number, row in enumerate(self.rows)
            if (probe is None or not ((text := cell_of(row, probe)) and is_number(text)))
            and self.is_thin(number)
        ]

    def is_bare(self, number: int) -> bool:
        """Tell whether a row has one text, besides its mark."""
        return _filled(self.rows[number], self.index) <= 1

    def only_numbered(self) -> bool:
        """Tell at once whether the rows are numbered without parts: 1, 2, 3."""
        marks = (cell_of(row, self.index or 0) for row in self.rows)
        return all(mark is None or mark.isdigit() for mark in marks)

    def lacks(self, number: int, others: Sequence[int]) -> bool:
        """Tell whether a row leaves a column blank that others all fill."""
        near = [self.rows[each] for each in others]
        blank = [place for place in range(len(self.rows[number])) if self.rows[number][place] is None]
        return bool(near) and any(all(cell_of(row, place) for row in near) for place in blank)

    def ordinal(self, number: int) -> int | None:
        """Give the number that a row has in the column for it."""
        found = _ORDINAL.fullmatch(self._mark(number))
        return int(found[1]) if found else None

    def part(self, number: int) -> str | None:
        """Tell which sort of mark a row has that heads others: ``I`` and ``A``, or nothing."""
        found = _PART.fullmatch(self._mark(number))
        if found is None:
            return None
        letter = found[1] or found[2]
        sort = "roman" if set(letter.upper()) <= set("IVXL") else "letter"
        return sort if found[1] else f"small {sort}"

    def step(self, number: int) -> str | None:
        """Give a number such as ``2`` or ``2.1``, with its parts apart."""
        found = _STEP.fullmatch(self._mark(number))
        return found[1].replace(",", ".") if found else None

    def goes_on(self, number: int) -> bool:
        """Tell whether a row is numbered, and next after the row above it, or first of all."""
        own = self.ordinal(number)
        if own is None:
            return False
        near = range(number - 1, max(number - _NEAR, 0) - 1, -1)
        above = next((each for up in near if (each := self.ordinal(up)) is not None), 0)
        return own == above + 1

    def first_text(self, number: int) -> tuple[int, str] | None:
        """Give the first words of a row and their place, passing over its mark and its numbers."""
        texts = [(place, text) for place, text in enumerate(self.rows[number]) if text is not None]
        words = ((place, text) for place, text in texts if place != self.index and not is_number(text))
        return next(words, texts[0] if texts else None)

    def _mark(self, number: int) -> str:
        return "" if self.index is None else cell_of(self.rows[number], self.index) or ""


def is_number(text: str) -> bool:
    """Tell whether a text looks like a number, or a date in digits."""
    return _NUMBER.fullmatch(text) is not None


def exact(text: str) -> int | Fraction | None:
    """Read a number that can be read in one way only."""
    if _EXACT.fullmatch(text) is None:
        return None
    whole, _, decimals = text.replace(".", "").partition(",")
    return Fraction(f"{whole}.{decimals}") if decimals else int(whole)


def numbers(row: Cells, index: int | None) -> Iterator[tuple[int, int | Fraction]]:
    """List the exact numbers of a row, but for the first filled cell, which may number or name it."""
    first = next((place for place, text in enumerate(row) if text is not None), 0)
    for place, text in enumerate(row):
        if text is not None and place not in {first, index} and (value := exact(text)) is not None:
            yield place, value


def _ends(row: Cells, index: int | None) -> bool:
    """Tell whether a row begins with what stands below tables."""
    return is_foot(next((text for place, text in enumerate(row) if text is not None and place != index), ""))


def _filled(row: Cells, index: int | None) -> int:
    return sum(text is not None for place, text in enumerate(row) if place != index)


def _counts(rows: Sequence[Cells], place: int) -> bool:
    """Tell whether most rows have a number in a column."""
    texts = [text for row in rows if (text := cell_of(row, place)) is not None]
    return 2 * sum(map(is_number, texts)) > len(texts) and 2 * len(texts) >= len(rows)
