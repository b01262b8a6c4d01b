"""The forms of a long table's rows: which cells they have, and where the printed values stand in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.render.rows.cut import Own, Row
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.marks import marked
from reportgen.render.template.script import NOT_LAID_OUT, read_sheet, spelled

_SIGN: Final = "reportgen-value-{}-"
_SIGNS: Final = re.compile(r"reportgen-value-(\d+)-")
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_CELLS: Final = {"td": "TD", "th": "TH"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its tag, what it heads, over how many columns it goes, and the words round its values.

    ``own`` has one more piece than there are ``values``: they stand between.
    """

    tag: str
    scope: str
    columns: int
    own: Sequence[str]
    values: Sequence[int]


@dataclass(slots=True)
class Spelling:
    """How values are laid out and read, each worked out once."""

    laid_out: dict[str, str] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def words(self, value: str) -> str:
        """Give a value as the engine sets it: white space closed up, line breaks kept."""
        if value not in self.laid_out:
            lines = unescape(value).translate(NOT_LAID_OUT).split("\n")
            words = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in lines)
            self.laid_out[value] = value if words == value else words
        return self.laid_out[value]

    def text(self, value: str) -> str:
        """Give a value as it is read back."""
        if value not in self.read:
            words = spelled(unescape(value))
            self.read[value] = value if words == value else words
        return self.read[value]


@dataclass(frozen=True)
class Form:
    """What rows of one form have in common."""

    cells: Sequence[Cell]
    spelling: Spelling

    def words(self, row: Row) -> list[str]:
        """Give what stands in the cells of a row, as the engine sets it."""
        values, spell = row.values, self.spelling.words
        return [
            spell(values[plain]) if plain is not None else self._mixed(cell, values)
            for cell, plain in self._plain
        ]

    @cached_property
    def _plain(self) -> list[tuple[Cell, int | None]]:
        """Pair cells with their only value, where they have no words of their own."""
        return [
            (cell, cell.values[0] if len(cell.values) == 1 and not "".join(cell.own).strip() else None)
            for cell in self.cells
        ]

    def _mixed(self, cell: Cell, values: Sequence[str]) -> str:
        words = [cell.own[0]]
        for number, after in zip(cell.values, cell.own[1:], strict=True):
            words += [unescape(values[number]).translate(NOT_LAID_OUT).replace("\n", "\0"), after]
        lines = _SPACES.sub(" ", "".join(words)).split("\0")
        return "\n".join(line.strip(" ") for line in lines)

    def pieces(self, row: Row) -> Iterator[tuple[tuple[str, bool], str]]:
        """Give the pieces of the script that a row prints, each with its name."""
        for cell in self.cells:
            if cell.own[0].strip():
                yield (spelled(cell.own[0]), False), ""
            for number, after in zip(cell.values, cell.own[1:], strict=True):
                if (value := row.values[number]).strip():
                    yield (self.spelling.text(value), True), row.names[number]
                if after.strip():
                    yield (spelled(after), False), ""


def form_of(own: Own, spelling: Spelling) -> Form:
    """Read a row's own mark-up.

    Raises:
        NotWrittenError: a cell holds more than words, goes over several rows, or a value stands elsewhere.

    """
    signs = [marked(_SIGN.format(number)) for number in range(len(own) - 1)]
    text = "".join(f"{words}{sign}" for words, sign in zip(own, [*signs, ""], strict=True))
    sheet = read_sheet(f"<table><tbody><tr{text}</tbody></table>")
    rows = list(sheet.root.iter("tr"))
    cells = [_cell(element) for row in rows for element in row]
    met = [number for cell in cells for number in cell.values]
    if len(rows) != 1 or not cells or sheet.unseen or met != list(range(len(signs))):
        raise NotWrittenError(LaidOut.MARK_UP)
    return Form(tuple(cells), spelling)


def _cell(element: Element) -> Cell:
    parts = _SIGNS.split(element.text or "")
    plain = element.tag in _CELLS and not len(element) and not (element.tail or "").strip()
    if not plain or element.get("rowspan", "1") != "1" or "hidden" in element.attrib:
        raise NotWrittenError(LaidOut.MARK_UP)
    columns = element.get("colspan", "1")
    if not columns.isdecimal():
        raise NotWrittenError(LaidOut.MARK_UP)
    numbers = tuple(map(int, parts[1::2]))
    scope = "/Row" if element.get("scope") in {"row", "rowgroup"} else "/Column"
    return Cell(_CELLS[str(element.tag)], scope, int(columns), tuple(parts[::2]), numbers)
