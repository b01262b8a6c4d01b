"""The lines of pages put together to paragraphs, with what can be measured of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportgen.model.layout import (
    BOTH,
    CENTRE,
    LEFT,
    RIGHT,
    TWIPS_PER_MM,
    Block,
    Cell,
    Letters,
    Line,
    Stroke,
)
from reportgen.readback.page_lines import Printed, middle

_SLACK: Final = round(1.5 * TWIPS_PER_MM)
_INSET: Final = round(3 * TWIPS_PER_MM)
_SINGLE: Final = 1.149
"""Lines that stand single, in their size: so Times New Roman has it."""

_MANY: Final = 40
"""Of so many lines one may stick out."""

_MARGIN: Final = round(10 * TWIPS_PER_MM)
_LOOSE: Final = 2.6
_ENOUGH: Final = 120
"""Twips said to lie before a paragraph at the top of a page, where nobody can measure them."""

_ITEM: Final = re.compile(r"^(?:[-–•+*]|\(?[0-9]{1,3}[.)]|[IVXLC]+\.|[a-zđ]\))(?:\s|$)|^Điều\s")
_ENDS: Final = (".", ";", ":", ",")
_ITEM_ENDS: Final = (".", ";")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what edges the text runs; not so in a column, whose edges nobody sees."""

    left: int
    right: int

    @property
    def centre(self) -> int:
        """Give the middle."""
        return (self.left + self.right) // 2


def bounds(lines: Sequence[Line], strokes: Sequence[Stroke], width: int) -> Bounds:
    """Find the edges of the text: as far out as many lines reach, or any of few that keeps a margin.

    Where no line reaches far enough to tell, the tables do.
    """
    if not lines:
        return Bounds(0, width)
    least = len(lines) // _MANY
    lefts = sorted(one.left for one in lines if least or one.left >= _MARGIN)
    rights = sorted((one.right for one in lines if least or one.right <= width - _MARGIN), reverse=True)
    left, right = _shared(lefts or [0], least), _shared(rights or [width], least)
    far_left = min((one.left for one in strokes), default=left)
    far_right = max((one.right for one in strokes), default=right)
    around = far_left <= left + _SLACK and far_right >= right - _SLACK
    wider = not least and around and (far_left < left - _INSET or far_right > right + _INSET)
    if (centre := _middle_of_all(lines)) is not None:
        reach = min(centre, width - centre) - _MARGIN
        return Bounds(centre - reach, centre + reach)
    return Bounds(far_left, far_right) if wider else Bounds(left, right)


def _middle_of_all(lines: Sequence[Line]) -> int | None:
    """Find the middle on which all lines stand, where they are of several widths."""
    centre, lefts = middle(one.centre for one in lines), [one.left for one in lines]
    even = all(abs(one.centre - centre) <= _SLACK for one in lines)
    return centre if even and max(lefts) - min(lefts) > _INSET else None


def _shared(places: Sequence[int], least: int) -> int:
    """Take the first of places that so many share."""
    for first, last in zip(places, places[max(0, least - 1) :], strict=False):
        if abs(first - last) <= _SLACK:
            return first
    return places[0]


def paragraphs(lines: Sequence[Printed], edges: Bounds) -> list[Block]:
    """Put lines together that run on, over the end of a page too, and measure them."""
    found: list[Block] = []
    for group in _groups(lines, edges):
        found.append(_measured(group, edges, found[-1] if found else None))
    return found


def columns(lines: Sequence[Printed], cell: Cell) -> list[Block]:
    """Give the lines of a column one by one; those of a list are put together."""
    middles = middle(one.line.centre for one in lines)
    found = []
    for group in _items(lines):
        align = _within(group[0].line, middles, lines) if len(lines) > 1 else ""
        found.append(
            Block(_letters(group), align, group[0].line.place, line=None, cell=cell, lines=_lines(group))
        )
    return found


def _within(line: Line, middles: int, lines: Sequence[Printed]) -> str:
    flush = sum(abs(line.left - other.line.left) <= _SLACK for other in lines) > 1
    if abs(line.centre - middles) <= _SLACK and not (flush and _are_flush(lines)):
        return CENTRE
    return LEFT


def _are_flush(lines: Sequence[Printed]) -> bool:
    lefts, centres = [one.line.left for one in lines], [one.line.centre for one in lines]
    return max(lefts) - min(lefts) < max(centres) - min(centres)


def _items(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    group: list[Printed] = []
    for one in sorted(lines, key=lambda one: one.line.base):
        if group and not _goes_on(group, one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(group: Sequence[Printed], one: Printed) -> bool:
    """Ask whether an item of a list goes on: it has not ended, and no other begins."""
    return bool(
        group[0].line.text.startswith("-")
        and not group[-1].line.text.endswith(_ITEM_ENDS)
        and not _ITEM.match(one.line.text)
        and one.line.base - group[-1].line.base <= _LOOSE * one.em
        and one.line.size == group[-1].line.size
    )


def _groups(lines: Sequence[Printed], edges: Bounds) -> Iterator[list[Printed]]:
    group: list[Printed] = []
    for one in lines:
        if group and not _runs_on(group, one, edges):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _runs_on(group: Sequence[Printed], one: Printed, edges: Bounds) -> bool:
    """Ask whether a line goes on with the one above: that one was full, and this one begins nothing."""
    above = group[-1]
    room = (
        edges.right - edges.left - above.line.width
        if _is_inset(one, edges)
        else edges.right - above.line.right
    )
    full = room < _first_word(one) + above.em // 4
    same = one.line.size == above.line.size and one.is_bold == above.is_bold
    down = one.line.base - above.line.base
    near = one.line.page != above.line.page or down <= _LOOSE * one.em
    even = len(group) == 1 or one.line.page != above.line.page or down <= _pitch(group) + one.em // 6
    indented = one.line.left - edges.left > _SLACK and not _is_inset(one, edges)
    begins = indented or (_ITEM.match(one.line.text) and above.line.text.endswith(_ENDS))
    return bool(full and same and near and even and not begins)


def _is_inset(one: Printed, edges: Bounds) -> bool:
    """Ask whether a line stands in the middle."""
    return one.line.left - edges.left > _INSET and abs(one.line.centre - edges.centre) <= _SLACK


def _first_word(one: Printed) -> int:
    words = one.line.text.split()
    return one.line.width * len(words[0]) // max(1, len(one.line.text))


def _pitch(group: Sequence[Printed]) -> int:
    """Measure how far apart the lines of a paragraph stand."""
    steps = [b.line.base - a.line.base for a, b in pairwise(group) if a.line.page == b.line.page]
    return middle(steps) if steps else round(_SINGLE * group[0].em)


def _measured(group: Sequence[Printed], edges: Bounds, above: Block | None) -> Block:
    align = _align(group, edges)
    rest = min((one.line.left for one in group[1:]), default=edges.left)
    indented = align in (BOTH, LEFT)
    many = any(a.line.page == b.line.page for a, b in pairwise(group))
    return Block(
        _letters(group),
        align,
        group[0].line.place,
        first_indent=group[0].line.left - rest if indented else 0,
        left=max(0, rest - edges.left) if indented else 0,
        before=_before(group, above),
        line=round(240 * _pitch(group) / (_SINGLE * group[0].em)) if many else None,
        lines=_lines(group),
    )


def _align(group: Sequence[Printed], edges: Bounds) -> str:
    lines = [one.line for one in group]
    even = all(abs(line.centre - edges.centre) <= _SLACK for line in lines)
    if even and _is_inset(group[-1], edges):
        return CENTRE
    if all(abs(line.right - edges.right) <= _SLACK for line in lines[:-1] or lines):
        return BOTH if len(lines) > 1 or lines[0].left - edges.left < edges.centre - edges.left else RIGHT
    return LEFT


def _before(group: Sequence[Printed], above: Block | None) -> int:
    if above is None or above.lines[-1].page != group[0].line.page:
        return _ENOUGH
    return max(0, group[0].line.base - above.lines[-1].base - _pitch(group))


def _letters(group: Iterable[Printed]) -> tuple[Letters, ...]:
    """Put the letters of lines one after the other, a space between the lines."""
    found: list[Letters] = []
    for one in group:
        if found:
            found.append(Letters(" ", found[-1].look))
        found += one.letters
    return tuple(found)


def _lines(group: Iterable[Printed]) -> tuple[Line, ...]:
    return tuple(one.line for one in group)
