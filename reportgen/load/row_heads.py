"""Rows that head others: ``I``, ``II`` over ``1``, ``2``, as the column shows that numbers the rows."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportgen.load.row_marks import Ranks

_NUMBER = "number"
_NONE = "none"
_SMALL = ("small letter", "small roman")


def heads(ranks: Ranks, passed_over: AbstractSet[int]) -> dict[int, int]:
    """Find the rows that head others, each with the row at which those end."""
    if ranks.index is None or ranks.only_numbered():
        return {}
    rows = [number for number in range(len(ranks.rows)) if number not in passed_over]
    return _by_sort(ranks, rows) | _by_step(ranks, rows)


def _by_sort(ranks: Ranks, rows: Sequence[int]) -> dict[int, int]:
    sorts = {number: _sort(ranks, number) for number in rows}
    order = list(dict.fromkeys(sorts.values()))
    heading = [sort for sort in order if _heads_others(sort, order, [sorts[number] for number in rows])]
    return {
        number: _end(rows, place, sorts, order)
        for place, number in enumerate(rows)
        if sorts[number] in heading
    }


def _sort(ranks: Ranks, number: int) -> str:
    if ranks.ordinal(number) is not None:
        return _NUMBER
    return ranks.part(number) or _NONE


def _heads_others(sort: str, order: Sequence[str], sorts: Sequence[str]) -> bool:
    """Tell whether most rows of a sort have rows under them of one that comes later."""
    later = {each for each in order[order.index(sort) + 1 :] if sort != _NUMBER or each in _SMALL}
    if sort == _NONE or not later:
        return False
    after = [below for own, below in zip(sorts, [*sorts[1:], ""], strict=True) if own == sort]
    return 2 * sum(below in later for below in after) >= len(after)


def _end(rows: Sequence[int], place: int, sorts: Mapping[int, str], order: Sequence[str]) -> int:
    """Find the next row of the same sort, or of one above it."""
    level = order.index(sorts[rows[place]])
    below = (rows[each] for each in range(place + 1, len(rows)))
    return next((other for other in below if order.index(sorts[other]) <= level), rows[-1] + 1)


def _by_step(ranks: Ranks, rows: Sequence[int]) -> dict[int, int]:
    """Find ``1`` over ``1.1`` and ``1.2``."""
    steps = [ranks.step(number) or "" for number in rows]
    found: dict[int, int] = {}
    for place, step in enumerate(steps[:-1]):
        if step and steps[place + 1].startswith(f"{step}."):
            below = next(
                (at for at in range(place + 1, len(rows)) if not steps[at].startswith(f"{step}.")), None
            )
            found[rows[place]] = rows[-1] + 1 if below is None else rows[below]
    return found
