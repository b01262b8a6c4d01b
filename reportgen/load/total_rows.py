"""Rows that are totals: told apart from the others, so that nothing is counted twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from reportgen.load.grid import Cells
from reportgen.model.totals import is_total, may_be_total

_INDEX = re.compile(r"(\d+|[ivxlcIVXLC]+|[A-Za-z])[.)]?")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_NAMES = frozenset(("tổng", "cộng"))


def total_rows(rows: Sequence[Cells]) -> dict[int, str]:
    """Find the totals among rows wherever they stand, each with the words that say so.

    A row alone is summed once, whatever it is called.
    """
    if len(rows) < 2:  # noqa: PLR2004
        return {}
    said = {text for text in set(chain.from_iterable(rows)) if text is not None}
    words = set(filter(is_total, said))
    texts = words | set(filter(may_be_total, said))
    found: dict[int, str] = {}
    begin = 0
    for number in range(len(rows)) if texts else ():
        text = _says_total(rows, number, begin, words) or _sums_up(rows, number, begin, texts)
        if text is not None:
            found[number] = text
            begin = number + 1
    return found


def _says_total(rows: Sequence[Cells], number: int, begin: int, words: set[str]) -> str | None:
    """Look at the first words of a row, then at the others, where "Cộng" may be somebody's name."""
    if words.isdisjoint(rows[number]):
        return None
    texts = [text for text in rows[number] if text is not None]
    first = next((text for text in texts if _INDEX.fullmatch(text) is None), None)
    said = [text for text in texts if text in words]
    if first in words or _adds_up(rows, begin, number):
        return said[0]
    return next((text for text in said if text.casefold() not in _NAMES), None)


def _sums_up(rows: Sequence[Cells], number: int, begin: int, texts: set[str]) -> str | None:
    """Take a row for a total whose words only begin like one's, if all its numbers say so too."""
    said = next((text for text in rows[number] if text in texts), None)
    return said if said is not None and number > begin and _adds_up(rows, begin, number) else None


def _adds_up(rows: Sequence[Cells], begin: int, number: int) -> bool:
    """Tell whether every number of a row is the sum of those above it, down from the total before."""
    sums = [(value, sum(_column(rows[begin:number], index))) for index, value in _numbers(rows[number])]
    return bool(sums) and all(value == total for value, total in sums)


def _numbers(row: Cells) -> Iterator[tuple[int, int]]:
    first = next((index for index, text in enumerate(row) if text is not None), 0)
    for index, text in enumerate(row):
        if text is not None and _NUMBER.fullmatch(text) and index > first:
            yield index, int(text.replace(".", ""))


def _column(rows: Sequence[Cells], index: int) -> Iterator[int]:
    for row in rows:
        if index < len(row) and (text := row[index]) is not None and _NUMBER.fullmatch(text):
            yield int(text.replace(".", ""))
