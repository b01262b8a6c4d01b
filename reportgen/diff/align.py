"""Which row of the one file is which row of the other."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest

Pair = tuple[int | None, int | None]
"""The places of one row in the old and in the new file; ``None`` where it is not."""

_MOST_COMPARED = 4_000_000
"""Pairs of rows that are looked at to find which stayed; longer tables are matched by place alone."""


def matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pair what has the same key: first what went, then the rest in the new order."""
    before = {key: place for place, key in enumerate(_numbered(old))}
    after = dict.fromkeys(_numbered(new))
    went: list[Pair] = [(place, None) for key, place in before.items() if key not in after]
    return went + [(before.get(key), place) for place, key in enumerate(after)]


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pair what is equal, in the order of both; between that, as many old rows as new ones are changed."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    tail = zip(range(len(old) - end, len(old)), range(len(new) - end, len(new)), strict=True)
    return [*((place, place) for place in range(start)), *_moved_on(middle, start), *tail]


def in_order(pairs: Iterable[Pair]) -> bool:
    """Tell whether the rows that are in both files follow each other alike."""
    places = [old for old, new in pairs if old is not None and new is not None]
    return all(one < other for one, other in pairwise(places))


def _numbered(keys: Iterable[Hashable]) -> Iterator[Hashable]:
    """Tell equal keys apart by counting them: keys with gaps may stand several times."""
    met: dict[Hashable, int] = {}
    for key in keys:
        met[key] = met.get(key, 0) + 1
        yield key, met[key]


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def _middle(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    if len(old) * len(new) > _MOST_COMPARED:
        yield from zip_longest(range(len(old)), range(len(new)))
        return
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if j - i == m - k:
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from ((place, None) for place in range(i, j))
            yield from ((None, place) for place in range(k, m))


def _moved_on(pairs: Iterable[Pair], start: int) -> Iterator[Pair]:
    for old, new in pairs:
        yield (None if old is None else old + start, None if new is None else new + start)
