"""Gaps in a laid out table, as tall as the rows that will stand in them.

The engine lays out the table's first two pages and its last two, each with a gap: what stands before and
after the table, heads and margins of these pages are its own. Pages between are copies of the second.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from reportgen.render.rows.ink import Set
from reportgen.render.rows.measure import Measured, rows_of, table_on
from reportgen.render.rows.paging import Room, Run, paged
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.sample import Sample

_NEAR: Final = 0.01
_TAIL: Final = 3
"""So many rows at the end may go on to another page, with what stands below them."""

_LAID_OUT: Final = 4
"""The engine lays out so many of the table's pages at most."""

_STYLE: Final = "reportgen-rows-{}"


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows of one page: the page's place in the file that the engine wrote, and how far down they begin."""

    page: int
    top: float
    run: Run


@dataclass(slots=True)
class Shared:
    """A table whose rows are shared out over pages.

    ``place`` is its own among long tables, ``first`` that of the page on which it begins; ``rooms`` are those
    on this page and on later ones.
    """

    made: Measured
    sample: Sample
    rows: Sequence[Set]
    place: int
    first: int
    rooms: tuple[Room, Room]
    begin: float
    """How far down the first row stands where the engine laid it out."""

    runs: Sequence[Run] = ()
    holes: list[tuple[Element, Run]] = field(default_factory=list)
    gaps: Sequence[Gap] = ()

    def leave_gaps(self) -> None:
        """Put gaps in the place of rows."""
        heights, kept = [stack.height for *_, stack in self.rows], self._kept()
        self.runs = paged(heights, kept, *self.rooms)
        self.holes = []
        for number, run in enumerate(self._shown()):
            for part, piece in enumerate(run.split(_TAIL) if run is self.runs[-1] else [run]):
                height = sum(heights[piece.start : piece.end])
                place = "avoid" if kept[piece.start] else "auto"
                place = "page" if number and not part else place
                hole = _hole(height, len(self.made.columns), place)
                self.holes.append((hole, piece))
        if not self.made.is_headed:  # half of the lines around are part of the table's size
            for hole, _ in self.holes:
                first = hole[0]
                first.set("style", f"{first.get('style')}; border: {self.made.grid.unseen}")
        last = self.holes[-1][0][0]
        last.set("style", f"{last.get('style')}; border-bottom: {self.made.grid.said(self.rows[-1][0].form)}")
        self.sample.body[:] = [hole for hole, _ in self.holes]
        self._count_on()

    @property
    def skipped(self) -> Sequence[Run]:
        """Give the runs whose pages are copies."""
        return self.runs[2:-2] if len(self.runs) > _LAID_OUT else []

    def _shown(self) -> Sequence[Run]:
        """Choose the runs whose pages the engine lays out."""
        return [*self.runs[:2], *self.runs[-2:]] if self.skipped else self.runs

    def _kept(self) -> list[bool]:
        """Tell of each row whether it must stand below the one before."""
        joined = [self.made.joined[row.form] for row, *_ in self.rows]
        afters = [False, *(after for _, after in joined[:-1])]
        return [before or after for (before, _), after in zip(joined, afters, strict=True)]

    def _count_on(self) -> None:
        """Let page numbers go on behind the pages that are left out."""
        head, sign = next(self.sample.root.iter("head")), _STYLE.format(self.place)
        for old in [one for one in head if one.get("id") == sign]:
            head.remove(old)
        if self.skipped:
            rule = f"@page :nth({self.first + 3}) {{ counter-increment: page {len(self.skipped) + 1} }}"
            SubElement(head, "style", id=sign).text = rule

    def look(self, pages: Sequence[Any]) -> bool:
        """See where the gaps are; share the rows out again where there is another room than was thought.

        Raises:
            NotWrittenError: they are not one on each page.

        """
        tops = self._tops(pages)
        starts = {run.start for run in self._shown()}
        heads = [top for top, (_, run) in zip(tops, self.holes, strict=True) if run.start in starts]
        first = tops[0][0]
        if [page for page, _ in heads] != list(range(first, first + len(starts))):
            raise NotWrittenError(LaidOut.PAGES)
        found = [Room(top, end_of(pages[page])) for page, top in heads]
        self.gaps = [Gap(*top, run) for top, (_, run) in zip(tops, self.holes, strict=True)]
        if self.made.grid.rules is not None and abs(found[0].top - self.begin) > _NEAR:
            raise NotWrittenError(LaidOut.BORDERS)  # the first row's line was the thicker one
        thought = [self.rooms[0], *([self.rooms[1]] * (len(found) - 1))]
        if first == self.first and all(map(_is_near, found, thought)):
            return False
        self.first, self.rooms = first, (found[0], found[1] if len(found) > 1 else self.rooms[1])
        self.leave_gaps()
        return True

    def _tops(self, pages: Sequence[Any]) -> list[tuple[int, float]]:
        """Find the page of each gap, and how far down it begins."""
        found: dict[int, tuple[int, float]] = {}
        for number, part in table_on(pages, self.sample.table):
            edges = [*part.column_positions, part.column_positions[-1] + part.column_widths[-1]]
            if any(abs(one - other) > _NEAR for one, other in zip(edges, self.made.grid.edges, strict=True)):
                raise NotWrittenError(LaidOut.PAGES)
            found |= {id(row.element): (number, row.position_y) for row in rows_of(part, self.sample.body)}
        if any(id(hole) not in found for hole, _ in self.holes):
            raise NotWrittenError(LaidOut.PAGES)
        return [found[id(hole)] for hole, _ in self.holes]


def _hole(height: float, columns: int, place: str) -> Element:
    """Make a row of a height with nothing in it, and with such a break before it."""
    style = f"height: {height!r}px; break-inside: avoid; break-before: {place}; border: none"
    row = Element("tr", style=f"{style}; background: none !important")
    lines = "border: none; border-left: hidden; border-right: hidden"
    plain = f"padding: 0; {lines}; background: none !important; height: auto"
    SubElement(row, "td", colspan=str(columns), style=plain)
    return row


def end_of(page: Any) -> float:
    """Tell how far down the text of a page may reach, in CSS pixels."""
    box = page._page_box  # noqa: SLF001  # nothing public
    return float(box.content_box_y() + box.height)


def _is_near(one: Room, other: Room) -> bool:
    return abs(one.top - other.top) <= _NEAR and abs(one.bottom - other.bottom) <= _NEAR
