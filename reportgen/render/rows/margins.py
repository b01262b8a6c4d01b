"""Page numbers of pages that are copied: all else in their margins is alike.

Imported only when a PDF is made: the engine loads Pango.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.formatting_structure.boxes import MarginBox, TextBox

from reportgen.render.rows.letters import Hand, Hands
from reportgen.render.rows.lines import SHARES
from reportgen.render.rows.reasons import LaidOut, NotWrittenError

_DIGITS: Final = re.compile(r"(\d+)")
_NEAR: Final = 0.02


@dataclass(frozen=True, slots=True)
class Number:
    """A page number as it is drawn on one page, with the words around it."""

    before: str
    number: int
    after: str
    across: float
    down: float
    width: float
    share: float
    hand: Hand

    def at(self, number: int) -> tuple[str, float]:
        """Give what a PDF shows on another page, and where it begins."""
        text = self.hand.set(f"{self.before}{number}{self.after}")
        return text.shown, self.across + self.share * (self.width - text.width)

    def said(self, step: int) -> bytes:
        """Say in a PDF's stream which number stands so many pages on: matrix, face and words."""
        shown, across = self.at(self.number + step)
        face = f"/{self.hand.font.hash} {_plain(self.hand.size)} Tf"
        return f"1 0 0 -1 {across:.6f} {self.down:.6f} Tm\n{face}\n[{shown}] TJ".encode()


def numbers(first: Any, last: Any, steps: int, hands: Hands) -> Sequence[Number]:
    """Find the page numbers in the margins of two pages of a table, so many pages apart.

    Raises:
        NotWrittenError: something else in their margins is not alike.

    """
    ones, others = list(_texts(first)), list(_texts(last))
    if len(ones) != len(others):
        raise NotWrittenError(LaidOut.PAGES)
    found = []
    for one, other in zip(ones, others, strict=True):
        is_near = abs(one.position_y + one.baseline - other.position_y - other.baseline) < _NEAR
        if not is_near:
            raise NotWrittenError(LaidOut.PAGES)
        if one.text == other.text and abs(one.position_x - other.position_x) < _NEAR:
            continue
        found.append(_number(one, other, steps, hands))
    return found


def _number(one: Any, other: Any, steps: int, hands: Hands) -> Number:
    """Take a text for a page number if it counts on, and stands where it should on the other page."""
    share = SHARES.get(one.style["text_align_all"])
    parts, others = _DIGITS.split(one.text), _DIGITS.split(other.text)
    places = [place for place, pair in enumerate(zip(parts, others, strict=False)) if len(set(pair)) > 1]
    if len(parts) != len(others) or len(places) != 1 or not places[0] % 2 or share is None:
        raise NotWrittenError(LaidOut.PAGES)
    before, number, after = (
        "".join(parts[: places[0]]),
        int(parts[places[0]]),
        "".join(parts[places[0] + 1 :]),
    )
    down, last = one.position_y + one.baseline, number + steps
    found = Number(before, number, after, one.position_x, down, one.width, share, hands.of(one.style))
    is_there = abs(found.at(last)[1] - other.position_x) < _NEAR
    if other.text != f"{before}{last}{after}" or not is_there:
        raise NotWrittenError(LaidOut.PAGES)
    return found


def _texts(page: Any) -> Iterator[Any]:
    """Go through the words in a page's margins."""
    for box in page._page_box.children:  # noqa: SLF001  # nothing public
        if isinstance(box, MarginBox):
            yield from (one for one in box.descendants() if isinstance(one, TextBox) and one.text.strip())


def copied(stream: Sequence[Any], found: Sequence[Number]) -> Sequence[tuple[int, Number]]:
    """Find the places in a page's stream where its numbers are drawn.

    Raises:
        NotWrittenError: one is not found once.

    """
    places = []
    for number in found:
        matrix = f"1 0 0 -1 {_plain(number.across)} {_plain(number.down)} Tm".encode()
        at = [place for place, item in enumerate(stream) if item == matrix]
        if len(at) != 1 or not bytes(stream[at[0] + 2]).endswith(b"TJ"):
            raise NotWrittenError(LaidOut.PAGES)
        places.append((at[0], number))
    return places


def _plain(number: float) -> str:
    return f"{number:f}".rstrip("0").rstrip(".")
