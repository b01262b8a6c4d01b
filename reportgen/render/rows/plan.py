"""A long table step by step: laid out with a few rows, measured, shared out over pages, laid out with gaps.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from reportgen.model.artifact import Script
from reportgen.render.page.looks import LOOKS
from reportgen.render.rows.cut import Long, Row
from reportgen.render.rows.forms import Form
from reportgen.render.rows.gaps import Shared, end_of
from reportgen.render.rows.ink import Set
from reportgen.render.rows.letters import Hands
from reportgen.render.rows.measure import Measured, measured, rows_of, table_on
from reportgen.render.rows.paging import Room
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.sample import Sample, elements, shown
from reportgen.render.rows.sheets import Sheets

_MOST_TRIES: Final = 6
_NEAR: Final = 0.01


@dataclass(slots=True)
class Plan:
    """What is known of a long table, by its place among them.

    ``numbers`` are those of the sample's rows, of which those ``chosen`` are looked at: where rows are told
    apart by the rows ``beside`` them, these are there as well.
    """

    long: Long
    forms: Sequence[Form]
    words: Sequence[Sequence[str]]
    sample: Sample
    chosen: set[int]
    numbers: Sequence[int]
    beside: bool
    hands: Hands
    sheets: Sheets
    place: int = 0
    tries: int = 0
    known: Shared | None = None
    settled: bool = False

    @property
    def shared(self) -> Shared:
        """Give what became of the rows.

        Raises:
            NotWrittenError: nothing yet.

        """
        if self.known is None:
            raise NotWrittenError(LaidOut.PLACE)
        return self.known

    def settle(self, pages: Sequence[Any]) -> bool:
        """Look at laid out pages, and tell whether they are to be laid out again.

        Raises:
            NotWrittenError: the table cannot be written row by row.

        """
        self.tries += 1
        if self.tries > _MOST_TRIES:
            raise NotWrittenError(LaidOut.PAGES)
        if self.known is not None:
            return self.known.look(pages)
        self.known = self._learnt(pages)
        return True

    def mark(self, rows: Iterable[Element], numbers: Iterable[int]) -> None:
        """Give rows of the sample the classes of their places."""
        for row, number in zip(rows, numbers, strict=True):
            self.sheets.mark(row, number, len(self.long.rows))

    def _learnt(self, pages: Sequence[Any]) -> Shared | None:
        """Measure the table; nothing where the engine has to see more of its rows."""
        if any(found for look in LOOKS for found in look(pages)):
            raise NotWrittenError(LaidOut.COMPLAINT)
        parts = list(table_on(pages, self.sample.table))
        rows = zip(self.sample.body, self.numbers, strict=True)
        sample = [
            (element, self.long.rows[number], self.words[number])
            for element, number in rows
            if number in self.chosen
        ]
        body, beside = self.sample.body, self.beside
        made = measured([part for _, part in parts], body, sample, self.forms, self.hands, beside=beside)
        made.meet(self.long.rows, self.words)
        if not made.fixed and (wider := self._wider(made)):
            self.chosen |= set(wider)
            self.numbers = shown(self.chosen, len(self.long.rows), beside=beside)
            body[:] = elements(self.long, self.numbers)
            self.mark(body, self.numbers)
            return None
        page, table = parts[0]
        self._hold_columns(made)
        rooms = _rooms(pages[page], table, self.sample.body)
        shared = Shared(made, self.sample, self._set(made), self.place, page, rooms, rooms[0].top)
        shared.leave_gaps()
        return shared

    def _set(self, made: Measured) -> list[Set]:
        """Set all rows; what was set of the sample may have been with another eye."""
        for setter in made.setters.values():
            setter.known.clear()
        while True:
            before = made.hands.closeness
            rows = [
                self._row(made, row, words) for row, words in zip(self.long.rows, self.words, strict=True)
            ]
            made.forget()
            if made.hands.closeness == before:  # what was set with another eye is set again
                return rows

    @staticmethod
    def _row(made: Measured, row: Row, words: Sequence[str]) -> Set:
        lines = made.lines(row, words)
        return row, lines, made.stack(row, lines)

    def _wider(self, made: Measured) -> list[int]:
        """Find rows whose words would have made a column wider, had the engine seen them."""
        found = set()
        for (form, cell), setter in made.setters.items():
            seen = [self.words[n][cell] for n in self.chosen if self.long.rows[n].form == form]
            for width in (setter.naturals.__getitem__, setter.narrowest):
                most = max(map(width, seen)) + _NEAR
                wide = [text for text, natural in setter.naturals.items() if natural > most]
                if wide and width(text := max(wide, key=width)) > most:  # no word is wider than its text
                    found.add(self._place(form, cell, text))
        return sorted(found)

    def _place(self, form: int, cell: int, text: str) -> int:
        """Find the first row in which a text stands."""
        places = enumerate(zip(self.long.rows, self.words, strict=True))
        return next(n for n, (row, words) in places if row.form == form and words[cell] == text)

    def _hold_columns(self, made: Measured) -> None:
        """Let the table keep the columns that it has."""
        table = self.sample.table
        own = [one for one in table if one.tag in {"colgroup", "col"}]
        if any(name not in {"style", "span"} for group in own for one in group.iter() for name in one.attrib):
            raise NotWrittenError(LaidOut.STYLE)
        for group in own:
            table.remove(group)
        group = Element("colgroup")
        for width in made.columns:
            SubElement(group, "col", style=f"width: {width!r}px")
        table.insert(1 if table[0].tag == "caption" else 0, group)
        table.set("style", f"{table.get('style', '')}; table-layout: fixed; width: {made.width!r}px")


@dataclass(slots=True)
class Plans:
    """The long tables of a page, one after the other, and what it prints before, between and after them."""

    tables: Sequence[Plan]
    scripts: Sequence[Script]
    hands: Hands
    sheets: Sheets

    @property
    def root(self) -> Element:
        """Give the page."""
        return self.tables[0].sample.root

    @property
    def script(self) -> Script:
        """Give what the page must show, all rows in their place."""
        pieces, names = list(self.scripts[0].pieces), list(self.scripts[0].names)
        for plan, after in zip(self.tables, self.scripts[1:], strict=True):
            for row in plan.long.rows:
                for piece, name in plan.forms[row.form].pieces(row):
                    pieces.append(piece)
                    names.append(name)
            pieces += after.pieces
            names += after.names
        return Script(tuple(pieces), tuple(names))

    def settle(self, pages: Sequence[Any]) -> bool:
        """Look at laid out pages, for one table after the other: where one begins follows from those before.

        Raises:
            NotWrittenError: a table cannot be written row by row.

        """
        for plan in self.tables:
            if not plan.settled and plan.settle(pages):
                return True
            plan.settled = True
        if any(plan.shared.look(pages) for plan in self.tables):
            raise NotWrittenError(LaidOut.PAGES)
        total = len(pages) + sum(len(plan.shared.skipped) for plan in self.tables)
        return not self.sheets.count(self.root, total)


def _rooms(page: Any, table: Any, body: Element) -> tuple[Room, Room]:
    """Tell where rows begin on the table's first page, and guess it for later ones; the next layout shows."""
    begin = page._page_box.content_box_y()  # noqa: SLF001  # nothing public
    first = next(rows_of(table, body)).position_y
    head = sum(group.height for group in table.children if group.is_header)
    return Room(first, end_of(page)), Room(begin + head + table.border_top_width, end_of(page))
