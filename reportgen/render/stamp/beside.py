"""What stands beside a paragraph, which the engine does not see when it is asked for the paragraph alone.

Lines make way for what floats (`weasyprint.layout.float.avoid_collisions`), and may come to lie upon words at
a place of their own. Words as long and as short as lines allow (`proof`) do not tell of it: they change the
last line of a paragraph, and something may stand in the way of any other. Nor do they tell of a style sheet
that has the first letter of a paragraph stand elsewhere. What is not clear of all that is left to the engine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox

_TELLING: Final = ("content", "string_set", "bookmark_label")
"""Styles by which words of an element stand elsewhere; as long as it is all of them, the proof sees that."""

_HAIR: Final = 0.1
"""Paragraphs that touch by less than so many CSS pixels do not lie upon each other."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A part of a page, in CSS pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Area") -> bool:
        """Ask whether it shares more than a hair with another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _HAIR and down > _HAIR


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What floats on a page, and where its paragraphs stand, by the identity of their boxes."""

    floating: Sequence[_Area]
    paragraphs: dict[int, _Area]
    tells_letters: bool

    @classmethod
    def of(cls, page: Any) -> "Surroundings":
        """Look at the box of a page that is laid out."""
        found = list(page.descendants(placeholders=True))
        return cls(
            [_floating(box) for box in found if box.is_floated()],
            {id(box): _lines(box) for box in found if isinstance(next(iter(box.children), None), LineBox)},
            any("first-letter" in str(box.style[name]) for box in found for name in _TELLING),
        )

    def leave_alone(self, block: Any) -> bool:
        """Ask whether lines of a paragraph, however long they are, meet nothing else."""
        area = self.paragraphs[id(block)]
        others = [*self.floating, *(one for box, one in self.paragraphs.items() if box != id(block))]
        return not self.tells_letters and not any(map(area.meets, others))


def _floating(box: Any) -> _Area:
    """Give the strip of the page beside something that floats: all of it where it was moved afterwards."""
    if box.style["position"] != "static":
        return _Area(-inf, -inf, inf, inf)
    return _Area(-inf, box.position_y, inf, box.position_y + box.margin_height())


def _lines(block: Any) -> _Area:
    """Give the place of a paragraph's lines, as wide as they may become."""
    left, first, last = block.content_box_x(), block.children[0], block.children[-1]
    return _Area(left, first.position_y, left + block.width, last.position_y + last.height)
