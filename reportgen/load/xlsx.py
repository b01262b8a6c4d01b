"""Workbooks of Excel since 2007: cells as they were last calculated, with their number formats."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from reportgen.load.markup import START, TEXT, events
from reportgen.load.serials import stored_number
from reportgen.load.stored import Layout, Page, Placed, Stored
from reportgen.load.xlsx_comments import comments_of
from reportgen.load.xlsx_parts import Parts
from reportgen.model.book import Range

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,5})?")
_YES: Final = ("1", "true")
_MOST_COMMENTS: Final = 10_000


def xlsx_pages(archive: zipfile.ZipFile) -> list[Page]:
    """List the worksheets; charts and dialogs are none."""
    parts = Parts.of(archive)
    return [Page(name, visible, _Sheet(parts, part).cells) for name, visible, part in parts.sheets]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One worksheet in the archive."""

    parts: Parts
    part: str

    def cells(self, layout: Layout) -> Iterator[Placed]:
        """Go through the cells that have something in them."""
        place = _Place()
        cell = _Cell({})
        with self.parts.archive.open(self.part) as stream:
            for kind, name, attributes in events(stream):
                if kind == TEXT:
                    cell.hear(name)
                elif kind == START and name == "c":
                    cell = _Cell(attributes)
                    place.at_cell(attributes.get("r"))
                elif kind == START and name == "row":
                    place.at_row(attributes.get("r"))
                    if attributes.get("hidden") in _YES:
                        layout.hidden.append(place.row)
                elif kind == START:
                    cell.begin(name)
                    _lay_out(layout, name, attributes)
                elif name == "c":
                    if (stored := self._stored(cell)) is not None:
                        yield place.row, place.column, self._seen(cell, stored)
                    cell = _Cell({})
                else:
                    cell.end(name)
        layout.comments.extend(
            (*_corner(ref), text)
            for ref, text in islice(comments_of(self.parts.archive, self.part), _MOST_COMMENTS)
        )

    def _stored(self, cell: "_Cell") -> Stored | None:
        text = "".join(cell.value)
        sort = cell.attributes.get("t", "n")
        if cell.formula and (self.parts.outdated or (not text and sort != "str")):
            return Stored(None, fault="formula-not-calculated")
        if cell.inline:
            return Stored("".join(cell.inline))
        return self._typed(cell, text, sort) if text else None

    def _typed(self, cell: "_Cell", text: str, sort: str) -> Stored:
        """Take what is written for a cell as the sort of value that it says it is."""
        match sort:
            case "s":
                return Stored(self.parts.strings[_index(text)])
            case "str":
                return Stored(text)
            case "e":
                return Stored(text, fault="cell-error")
            case "b":
                return Stored(text in _YES)
            case "d":
                return Stored(dt.datetime.fromisoformat(text), self._format(cell))
        return stored_number(_number(text), self._format(cell), from_1904=self.parts.from_1904)

    def _seen(self, cell: "_Cell", stored: Stored) -> Stored:
        """Look whether a line goes through a cell, or through some of its words."""
        struck = cell.struck or int(cell.attributes.get("s", 0)) in self.parts.struck
        words = self.parts.struck_strings and cell.attributes.get("t") == "s"
        if struck or (words and int("".join(cell.value)) in self.parts.struck_strings):
            return replace(stored, struck=True)
        return stored

    def _format(self, cell: "_Cell") -> str:
        return self.parts.formats[_index(cell.attributes.get("s", "0"))] if self.parts.formats else "General"


@dataclass(slots=True)
class _Place:
    """Where the reading is; rows and cells that do not say where they are follow each other."""

    row: int = 0
    column: int = 0

    def at_row(self, number: str | None) -> None:
        """Go to a row."""
        self.row = int(number) if number else self.row + 1
        self.column = 0

    def at_cell(self, name: str | None) -> None:
        """Go to a cell, which lies in the row that it stands in."""
        if name is None:
            self.column += 1
            return
        letters = name.rstrip("0123456789")
        if name[len(letters) :] != str(self.row):
            raise ValueError(name)
        self.column = _letters(letters)


@dataclass(slots=True)
class _Cell:
    """What was heard of one cell so far."""

    attributes: Mapping[str, str]
    value: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    formula: bool = False
    struck: bool = False
    inside: str = ""

    def begin(self, name: str) -> None:
        """Go into a part of the cell; a reading aid for sounds is no part of its text."""
        self.formula = self.formula or name == "f"
        self.struck = self.struck or name == "strike"
        self.inside = name if self.inside != "rPh" else self.inside

    def hear(self, text: str) -> None:
        """Take over text of the part that it belongs to."""
        if self.inside == "v":
            self.value.append(text)
        elif self.inside == "t":
            self.inline.append(text)

    def end(self, name: str) -> None:
        """Leave a part of the cell."""
        if self.inside == name:
            self.inside = ""


def _lay_out(layout: Layout, name: str, attributes: Mapping[str, str]) -> None:
    if name == "mergeCell":
        layout.merged.append(_range(attributes["ref"]))
    elif name == "autoFilter":
        layout.filtered = True
    elif name == "col" and attributes.get("hidden") in _YES:
        layout.hidden_columns.extend(range(int(attributes["min"]), min(int(attributes["max"]), 16384) + 1))


def _range(ref: str) -> Range:
    first, _, last = ref.partition(":")
    top, bottom = (_PLACE.fullmatch(each) for each in (first, last or first))
    if top is None or bottom is None:
        raise ValueError(ref)
    return int(top[2]), _letters(top[1]), int(bottom[2]), _letters(bottom[1])


def _corner(ref: str) -> tuple[int, int]:
    top, left, *_ = _range(ref)
    return top, left


@lru_cache(maxsize=16384)
def _letters(letters: str) -> int:
    """Count a column named by letters: A is 1, AA is 27."""
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:  # noqa: PLR2004  # XFD is the last
        raise ValueError(letters)
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters.upper())))


def _index(text: str) -> int:
    """Read the number of a shared text or style; one below 0 would count from the end."""
    if not text.strip().isdigit():
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if _NUMBER.fullmatch(text.strip()) is None:
        raise ValueError(text)
    return int(text) if text.strip().lstrip("+-").isdigit() else float(text)
