"""The page of a paper after somebody changed its words: which values still stand where they stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reportgen.readback.stretches import Gap, Text, gaps

Named = tuple[str, str]
"""A piece of a page, and the name of the value that it prints."""


def rewritten(page: Sequence[Named], pieces: Sequence[str]) -> tuple[Named, ...]:
    """Give the page as it reads now: pieces that were changed are words now, all others keep their names."""
    ours, theirs = Text([text for text, _ in page]), Text(pieces)
    found: list[Named] = []
    at = 0
    for gap, first, last in _joined(_whole(one, ours) for one in gaps(ours.letters, theirs.letters)):
        found += page[at:first]
        if words := theirs.words(gap.from_, gap.to, len(theirs.letters)):
            found.append((words, ""))
        at = last
    return (*found, *page[at:])


_Place = tuple[Gap, int, int]
"""A gap that begins and ends with pieces of the page, and which they are."""


def _whole(gap: Gap, ours: Text) -> _Place:
    """Take in the rest of the pieces that a gap cuts."""
    last = bisect_left(ours.starts, gap.end)
    first = last if gap.start == gap.end == ours.starts[last] else bisect_right(ours.starts, gap.start) - 1
    before, behind = gap.start - ours.starts[first], ours.starts[last] - gap.end
    return Gap(gap.start - before, gap.end + behind, gap.from_ - before, gap.to + behind), first, last


def _joined(found: Iterator[_Place]) -> Iterator[_Place]:
    """Take gaps as one that cut the same piece."""
    last: _Place | None = None
    for gap, first, end in found:
        if last and first < last[2]:
            last = Gap(last[0].start, gap.end, last[0].from_, gap.to), last[1], end
            continue
        if last:
            yield last
        last = gap, first, end
    if last:
        yield last
