"""Compare what a page must say with what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.artifact import Script
from reportgen.model.reading import Reading
from reportgen.readback.stretches import SHOWN, Gap, Text, gaps, letters


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that does not stand where it should: the words before it, and what stands there instead.

    ``value`` is an emitted value, or words of the template (``emitted`` False); it is empty where the page
    says more than it should.
    """

    value: str
    before: str
    found: str
    emitted: bool


def missing(script: Script, reading: Reading, *, extra: bool = False) -> list[Lost]:
    """List what the page does not say as it should; ``extra`` allows it pieces beyond the script's."""
    due = [text for text, _ in script.pieces]
    if letters(due) == letters(reading.pieces):
        return []
    ours, theirs = Text(due), Text(reading.pieces)
    losses: list[Lost] = []
    for gap in gaps(ours.letters, theirs.letters):
        surplus = theirs.slide(gap) is not None
        if not (surplus and extra):
            losses += _losses(gap, script, ours, theirs, surplus=surplus)
    return losses


def _losses(gap: Gap, script: Script, ours: Text, theirs: Text, *, surplus: bool) -> Iterator[Lost]:
    told = False
    for piece in () if surplus else _harmed(gap, script, ours, theirs):
        start, end = ours.starts[piece], ours.starts[piece + 1]
        found = theirs.words(gap.from_ - max(gap.start - start, 0), gap.to + max(end - gap.end, 0))
        yield Lost(script.pieces[piece][0], ours.words(start - SHOWN // 2, start), found, emitted=True)
        told = True
    if not told:
        before = ours.words(gap.start - SHOWN // 2, gap.start)
        yield Lost(ours.words(gap.start, gap.end), before, theirs.words(gap.from_, gap.to), emitted=False)


def _harmed(gap: Gap, script: Script, ours: Text, theirs: Text) -> Iterator[int]:
    """List the values that a gap overlaps, and those to which letters stick that are not theirs."""
    left = gap.start < gap.end or theirs.is_edge(gap.from_)
    right = gap.start < gap.end or theirs.is_edge(gap.to)
    for piece in ours.touching(gap.start, gap.end):
        start, end = ours.starts[piece], ours.starts[piece + 1]
        apart = (end == gap.start and left) or (start == gap.end and right)
        if script.pieces[piece][1] and start < end and not apart:
            yield piece
