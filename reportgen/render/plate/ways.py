"""The ways through a Word template: which of its own texts are printed, and where values stand among them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reportgen.render.plate.closing import is_whole
from reportgen.render.plate.proof import Proven
from reportgen.render.template.marks import OPEN

_MOST_KNOWN: Final = 64
_LONGEST_KNOWN: Final = 5000
"""Stretches of a way that is worth keeping: a table of thousands of rows does not come twice."""

_VALUE: Final = ("", True)


@dataclass(frozen=True, slots=True)
class Way:
    """What one way through a template puts on the page.

    ``pieces`` and ``names`` have gaps for values at ``places``; ``slots`` tells where values stand among the
    stretches, and ``looks`` what the runs look like in which they stand. It is ``whole`` unless an element
    has nothing of what it must hold.
    """

    pieces: Sequence[tuple[str, bool]]
    names: Sequence[str]
    places: Sequence[int]
    slots: Sequence[int]
    looks: Sequence[str | None]
    whole: bool

    def told(self, emitted: Sequence[str], named: Sequence[str]) -> tuple[list[tuple[str, bool]], list[str]]:
        """Put values, and their names, where they stand on the page."""
        pieces, names = list(self.pieces), list(self.names)
        for place, text, name in zip(self.places, emitted, named, strict=True):
            pieces[place] = text, True
            names[place] = name
        return pieces, names

    def written(self, stretches: Sequence[str], texts: Sequence[str]) -> bytes:
        """Put values where they stand in the part: half as much as bytes, of a long page 35 MB."""
        found = list(stretches)
        for slot, text in zip(self.slots, texts, strict=True):
            found[slot] = text
        return "".join(found).encode()


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways through one template; those that documents of a batch have in common are worked out once."""

    proven: Proven
    known: dict[tuple[str, ...], Way] = field(default_factory=dict)

    def of(self, stretches: Sequence[str]) -> Way:
        """Tell what a template's own texts, with a sign for each value, come to."""
        if len(stretches) > _LONGEST_KNOWN:
            return self._way(stretches)
        key = tuple(stretches)
        if (way := self.known.get(key)) is None:
            if len(self.known) == _MOST_KNOWN:
                self.known.clear()
            way = self.known[key] = self._way(stretches)
        return way

    def _way(self, stretches: Sequence[str]) -> Way:
        look: str | None = None
        pieces: list[tuple[str, bool]] = []
        places: list[int] = []
        looks: list[str | None] = []
        for stretch in stretches:
            if stretch is OPEN:
                places.append(len(pieces))
                pieces.append(_VALUE)
                looks.append(look)
            else:
                pieces += self.proven.pieces[stretch]
                look = self.proven.looks.get(stretch, look)
        slots = [slot for slot, stretch in enumerate(stretches) if stretch is OPEN]
        whole = is_whole("".join(stretches), self.proven.unsure)
        return Way(pieces, [""] * len(pieces), places, slots, looks, whole)
