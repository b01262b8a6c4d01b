"""Which rows look like headings: the first wide row of words above numbers, or two with groups."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.load.grid import Cells, Grid, cell_of, group_over
from reportgen.model.totals import is_total

_SAMPLE = 200
_NEAR = 5
_NUMBER = re.compile(r"[-+]?\d[\d.,/:\s]*[%hg]?\d*")
_IN_BRACKETS = re.compile(r"[(\[]\s*\w{1,2}\s*[)\]](\s*[=:+*/x×-].*)?")


@dataclass(frozen=True, slots=True)
class Found:
    """The first and the last row of headings, and whether somebody should say so instead."""

    first: int = 0
    last: int = 0
    clear: bool = True


def search(grid: Grid) -> Found:
    """Find the rows of headings: row 0 where nothing speaks for another."""
    look = _Look(grid, grid.rows[:_SAMPLE])
    filled = [sum(text is not None for text in row) for row in look.rows]
    top = next(number for number, count in enumerate(filled) if 2 * count > max(filled))
    for first, last in ((top, top + 1), (top - 1, top)):
        if look.are_groups(first, last):
            return Found(first, last)
    if top == 0 or not _is_text(look.rows[top]):
        return Found()
    return Found(top, top, clear=look.is_clear(top, filled))


def numbers_columns(grid: Grid, row: int) -> bool:
    """Tell whether a row below the headings only numbers the columns: (1) (2) (3), A B 1 2, or 1 2 3."""
    texts = [text for text in grid.rows[row] if text is not None]
    if len(texts) < 2 or None in grid.rows[row][: len(texts)]:  # noqa: PLR2004  # one cell is no row of numbers
        return False
    if all(_IN_BRACKETS.fullmatch(text) for text in texts):
        return True
    letters = next((n for n, text in enumerate(texts) if text != chr(ord("A") + n)), len(texts))
    if texts[letters:] != [str(number + 1) for number in range(len(texts) - letters)]:
        return False
    below = grid.rows[row + 1 : row + 1 + _NEAR]
    worded = [_has_words(below, index) for index in range(len(texts))]
    return letters > 1 or any(worded[letters:]) or (letters == 1 and worded[0] and not _has_letter(below))


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks at the first rows of a grid."""

    grid: Grid
    rows: Sequence[Cells]

    def is_clear(self, top: int, filled: Sequence[int]) -> bool:
        """Ask for rows below that are as wide and have numbers, and for no more than a title above."""
        below = sorted(filled[top + 1 :])
        near = self.grid.lines[top - 1] + 1 == self.grid.lines[top]
        return (
            bool(below)
            and filled[top] >= below[(len(below) - 1) // 2]
            and not (near and filled[top - 1] > 1)
            and any(self._has_numbers_below(top, index) for index in range(len(self.rows[top])))
        )

    def are_groups(self, first: int, last: int) -> bool:
        """Tell whether two rows are groups and what is in them: the lower fills the gaps of the upper."""
        if first < 0 or last + 1 >= len(self.rows):
            return False
        upper, lower = self.rows[first], self.rows[last]
        below = [index for index, text in enumerate(lower) if text is not None]
        grouped = [index for index in below if cell_of(upper, index) is None]
        if not grouped or not (_is_text(upper) and _is_text(lower) and self._cover_all(upper, lower, last)):
            return False
        if any(group_over(upper, lower, index) is None for index in grouped):
            return False
        return self._are_merged(first, grouped) or (
            _has_gap(lower, upper) and any(self._has_numbers_below(last, index) for index in below)
        )

    def _cover_all(self, upper: Cells, lower: Cells, last: int) -> bool:
        """Ask that no column which the next row fills is without a heading."""
        filled = [index for index, text in enumerate(self.rows[last + 1]) if text is not None]
        return all(cell_of(upper, index) or cell_of(lower, index) for index in filled)

    def _are_merged(self, row: int, grouped: Sequence[int]) -> bool:
        """Tell whether a worksheet has merged cells over all these columns, and none over all there are."""
        line, whole = self.grid.lines[row], self.grid.width
        spans = [(left, right) for top, left, bottom, right in self.grid.merged if top == bottom == line]
        places = [self.grid.first + index for index in grouped]
        return all(
            any(left <= place <= right and right - left + 1 < whole for left, right in spans)
            for place in places
        )

    def _has_numbers_below(self, row: int, index: int) -> bool:
        near = self.rows[row + 1 : row + 1 + _NEAR]
        return any(_NUMBER.fullmatch(cell_of(each, index) or "") for each in near)


def _is_text(row: Cells) -> bool:
    return not any(_NUMBER.fullmatch(text) for text in row if text is not None)


def _has_gap(row: Cells, filled: Cells) -> bool:
    return any(text is not None and cell_of(row, index) is None for index, text in enumerate(filled))


def _has_letter(rows: Sequence[Cells]) -> bool:
    """Tell whether letters name the rows: A, B, C are classes where others of them stand below."""
    return any(len(cell_of(row, 0) or "") == 1 for row in rows)


def _has_words(rows: Sequence[Cells], index: int) -> bool:
    texts = [text for row in rows if (text := cell_of(row, index)) is not None and not is_total(text)]
    return bool(texts) and not any(_NUMBER.fullmatch(text) for text in texts)
