"""The head of a paper of which a line changes: its number, its date, its office.

The columns of a head are as wide as its lines, and its letters as large as all of these allow. That is
worked out before the engine sees the page (`page.head`); where it comes to what it was, only words change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.render.head import Head, Line, Overlong
from reportgen.render.page.head import fit_of, heads_of, measured

_MOST_KNOWN: Final = 1024


@dataclass(frozen=True, slots=True)
class Heading:
    """A head with lines that change: the place of each in the head, and among the paper's slots."""

    lines: Sequence[Line]
    room: float
    changing: Mapping[int, int]
    found: Head | Overlong
    known: dict[tuple[str | None, ...], bool] = field(default_factory=dict, compare=False)
    """Whether it stayed as it was, by what stood in its lines: most are those of the paper before."""

    def stays(self, texts: Mapping[int, str]) -> bool:
        """Ask whether it is set as it was, with other words in some slots of the paper."""
        said = tuple([texts.get(slot) for slot in self.changing.values()])
        if said not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[said] = self._stays(said)
        return self.known[said]

    def _stays(self, said: Sequence[str | None]) -> bool:
        lines = list(self.lines)
        for place, text in zip(self.changing, said, strict=True):
            if text is not None:
                lines[place] = replace(lines[place], text=measured(text, lines[place].rule))
        return fit_of(lines, self.room) == self.found


def changing_heads(root: Element, slots: Sequence[Element]) -> Iterator[Heading]:
    """Find the heads of a page in which some of its elements stand, the paper's ``slots`` in their order."""
    numbers = {id(element): number for number, element in enumerate(slots)}
    for head in heads_of(root):
        parts, lines = [id(part) for part, _ in head.lines], [line for _, line in head.lines]
        if changing := {place: numbers[part] for place, part in enumerate(parts) if part in numbers}:
            yield Heading(lines, head.room, changing, fit_of(lines, head.room))


def fixed_parts(root: Element, heads: Sequence[Element]) -> set[int]:
    """Tell which elements in heads stay as they are, by identity: all but lines that are measured."""
    measured = {id(part) for head in heads_of(root) for part, _ in head.lines}
    return {id(part) for head in heads for part in head.iter()} - measured
