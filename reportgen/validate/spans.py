"""Which rows a total adds up: read from where the totals stand, and from what they call themselves."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reportgen.model.raw import TotalRow
from reportgen.model.totals import is_whole


def spans(totals: Sequence[TotalRow], length: int) -> list[range]:
    """Tell for each total of a table which rows are its own; some say it by the marks they have."""
    unmarked = iter(_unmarked([total for total in totals if total.until is None], length))
    return [next(unmarked) if total.until is None else range(total.above, total.until) for total in totals]


def _unmarked(totals: Sequence[TotalRow], length: int) -> list[range]:
    """Tell it from where they stand: below their rows, or all above."""
    if not totals:
        return []
    whole = _say_whole(totals)
    above = [total.above for total in totals]
    if above[0] == 0 and (above[-1] < length or len(above) == 1):
        mirrored = _below([length - rows for rows in reversed(above)], whole[::-1], length)
        return [range(length - rows.stop, length - rows.start) for rows in reversed(mirrored)]
    leading = sum(rows == 0 for rows in above)
    return [range(length)] * leading + _below(above[leading:], whole[leading:], length)


def _below(ends: Sequence[int], whole: Sequence[bool], length: int) -> list[range]:
    """Take the rows down from the last total that is at least as high.

    A total is a level higher than the one it follows directly: ``Cộng huyện A``, then ``Tổng cộng``.
    """
    last: list[int] = []
    found: list[range] = []
    level = 0
    for before, end in pairwise([0, *ends]):
        level = level + 1 if found and end == before else 0
        last += [0] * (level + 1 - len(last))
        found.append(range(max(last[level:]), end))
        last[: level + 1] = [end] * (level + 1)
    if found and whole[-1]:
        found[-1] = range(length)
    return found


def _say_whole(totals: Sequence[TotalRow]) -> list[bool]:
    """Find the totals of everything: ``Tổng cộng`` or ``Toàn huyện``, in words that no other total has."""
    words = [" ".join(total.words.casefold().split()) for total in totals]
    times = Counter(words)
    return [times[each] == 1 and is_whole(each) for each in words]
