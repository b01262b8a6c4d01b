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
_INLINE: Final = frozenset({"b", "br", "em", "i", "small", "span", "strong", "sub", "sup"})
_LOOKS: Final = frozenset({"class", "style", "lang"})
"""What may stand in a cell beside words, and what may be said of it."""

NEXT: Final = "\x1f"
"""Stands between the nodes of a cell in its words."""

_CLOSED: Final = re.compile(f"( {NEXT}+)({NEXT}*) (?! )")
_AT_BEGINS: Final = re.compile(f"((?:^|\0){NEXT}*) ")
_AT_ENDS: Final = re.compile(f" ({NEXT}*(?:\0|$))")
_CELLS: Final = {"td": "TD", "th": "TH"}


@dataclass(frozen=True, slots=True)
class Node:
    """Words of one look in a cell: the template's own, one piece more than there are values between them.

    ``breaks`` tells that a new line begins before them.
    """

    own: Sequence[str]
    values: Sequence[int]
    breaks: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing ever stands there."""
        return not self.values and not self.own[0].strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its tag, what it heads, over how many columns it goes, and its words, a node for each look."""

    tag: str
    scope: str
    columns: int
    nodes: Sequence[Node]


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
        return [(cell, _only_value(cell)) for cell in self.cells]

    def _mixed(self, cell: Cell, values: Sequence[str]) -> str:
        """Give the words of a cell: white space closed up, also where one node ends and another begins."""
        said: list[str] = []
        for count, node in enumerate(cell.nodes):
            words = [NEXT if count else "", "\0" if node.breaks else "", node.own[0]]
            for number, after in zip(node.values, node.own[1:], strict=True):
                words += [unescape(values[number]).translate(NOT_LAID_OUT).replace("\n", "\0"), after]
            said += words
        closed = _CLOSED.sub(r"\1\2", _SPACES.sub(" ", "".join(said)))
        return _AT_ENDS.sub(r"\1", _AT_BEGINS.sub(r"\1", closed)).replace("\0", "\n")

    def pieces(self, row: Row) -> Iterator[tuple[tuple[str, bool], str]]:
        """Give the pieces of the script that a row prints, each with its name."""
        for node in (node for cell in self.cells for node in cell.nodes):
            if node.own[0].strip():
                yield (spelled(node.own[0]), False), ""
            for number, after in zip(node.values, node.own[1:], strict=True):
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
    met = [number for cell in cells for node in cell.nodes for number in node.values]
    if len(rows) != 1 or not cells or sheet.unseen or met != list(range(len(signs))):
        raise NotWrittenError(LaidOut.MARK_UP)
    return Form(tuple(cells), spelling)


def _cell(element: Element) -> Cell:
    plain = element.tag in _CELLS and not (element.tail or "").strip()
    if not plain or element.get("rowspan", "1") != "1" or "hidden" in element.attrib:
        raise NotWrittenError(LaidOut.MARK_UP)
    columns = element.get("colspan", "1")
    if not columns.isdecimal():
        raise NotWrittenError(LaidOut.MARK_UP)
    scope = "/Row" if element.get("scope") in {"row", "rowgroup"} else "/Column"
    return Cell(_CELLS[str(element.tag)], scope, int(columns), _trimmed(list(_nodes(element))))


def _nodes(element: Element) -> Iterator[Node]:
    """Go through the words of a cell and of what stands in it."""
    yield _node(element.text)
    for child in element:
        if child.tag not in _INLINE or not _LOOKS.issuperset(child.keys()):
            raise NotWrittenError(LaidOut.MARK_UP)
        if child.tag != "br":
            yield from _nodes(child)
        yield _node(child.tail, breaks=child.tag == "br")


def _node(text: str | None, *, breaks: bool = False) -> Node:
    parts = _SIGNS.split(text or "")
    return Node(tuple(parts[::2]), tuple(map(int, parts[1::2])), breaks)


def _trimmed(nodes: list[Node]) -> Sequence[Node]:
    """Leave out what is empty before and behind all others, and what stands for nothing between them."""
    while len(nodes) > 1 and nodes[-1].is_empty and not nodes[-1].breaks:
        nodes.pop()
    while len(nodes) > 1 and nodes[0].is_empty and not nodes[1].breaks:
        nodes.pop(0)
    return tuple(node for node in nodes if node.own[0] or node.values or node.breaks) or tuple(nodes)


def _only_value(cell: Cell) -> int | None:
    """Tell which value alone stands in a cell."""
    (node, *others) = cell.nodes
    is_alone = not others and len(node.values) == 1 and not "".join(node.own).strip()
    return node.values[0] if is_alone else None
