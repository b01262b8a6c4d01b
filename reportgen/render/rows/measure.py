"""What the engine made of a few rows: columns, places and hands, held against what the row writer would do.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import TableBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from reportgen.render.page.tags import boxes
from reportgen.render.rows.borders import Fill, Grid, fills_of, grid_of
from reportgen.render.rows.cut import Row
from reportgen.render.rows.forms import Form
from reportgen.render.rows.geometry import Place, drop_of, is_plain_row, place_of, stacked, texts_of
from reportgen.render.rows.letters import Hands
from reportgen.render.rows.lines import Setter
from reportgen.render.rows.nodes import Mixed
from reportgen.render.rows.reasons import LaidOut, NotWrittenError

_NEAR: Final = 0.02
"""CSS pixels that nobody sees: 5 thousandths of a millimetre."""

_AVOID: Final = frozenset({"avoid", "avoid-page"})
_FREE: Final = frozenset({"auto", "avoid", "avoid-page"})

Spot = tuple[int, int]
"""A form of rows, and a cell of it."""


@dataclass(frozen=True, slots=True)
class Stack:
    """How the lines of a row are stacked: its height, and where each cell's first letters stand."""

    height: float
    tops: Sequence[float]


@dataclass(slots=True)
class Measured:
    """A table as the engine laid it out with some of its rows."""

    columns: Sequence[float]
    width: float
    grid: Grid
    hands: Hands
    fixed: bool
    places: Mapping[Spot, Place]
    setters: Mapping[Spot, Setter | Mixed]
    joined: Mapping[int, tuple[bool, bool]]
    """Of each form, whether its rows must stay with the one before, and with the one after."""

    fills: Mapping[int, Sequence[Fill]]
    """Of each form, the colours below its cells."""

    least: Mapping[int, float]
    """Of each form, how tall its rows are at least."""

    is_headed: bool
    """Whether the table has a heading: then the line above its rows is drawn with that."""

    stacks: dict[tuple[int, tuple[int, ...]], Stack] = field(default_factory=dict)

    def meet(self, rows: Sequence[Row], words: Sequence[Sequence[str]]) -> None:
        """Tell the hands all that they will set: how wide each text is on one line."""
        texts: dict[Spot, set[str]] = {}
        for row, own in zip(rows, words, strict=True):
            for cell, text in enumerate(own):
                texts.setdefault((row.form, cell), set()).add(text)
        for spot, found in texts.items():
            if spot in self.setters:
                self.setters[spot].meet(found)
            elif found != {""}:
                raise NotWrittenError(LaidOut.UNPROVEN)

    def settle(self, rows: Sequence[tuple[Row, Sequence[str]]]) -> None:
        """Set rows, again where hands look closer at letters meanwhile: all are to be set with one eye."""
        before = None
        while before != self.hands.closeness:
            before = self.hands.closeness
            self.forget()
            for row, words in rows:
                self.lines(row, words)

    def forget(self) -> None:
        """Let go of what was noted while rows were set: all of them are."""
        for setter in self.setters.values():
            setter.forget()

    def lines(self, row: Row, words: Sequence[str]) -> list[Sequence[Any]]:
        """Break the words of a row's cells into lines."""
        setters = self.setters
        return [setters[row.form, cell].lines(text) if text else () for cell, text in enumerate(words)]

    def stack(self, row: Row, lines: Sequence[Sequence[Any]]) -> Stack:
        """Stack the lines of a row."""
        key = row.form, tuple(map(len, lines))
        if key not in self.stacks:
            places = [self.places[row.form, cell] for cell in range(len(lines))]
            self.stacks[key] = Stack(*stacked(places, key[1], self.least[row.form]))
        return self.stacks[key]


def table_on(pages: Sequence[Any], table: Element) -> Iterator[tuple[int, Any]]:
    """Find the parts of a table on all pages."""
    for number, page in enumerate(pages):
        for box in boxes(page):
            if isinstance(box, AbsolutePlaceholder) and isinstance(box._box, TableBox):  # noqa: SLF001
                raise NotWrittenError(LaidOut.PLACE)
            if isinstance(box, TableBox) and box.element is table:
                yield number, box


def rows_of(table: Any, body: Element) -> Iterator[Any]:
    """Go through the rows of one of a table's bodies."""
    for group in table.children:
        if group.element is body:
            yield from group.children


def measured(  # noqa: PLR0913  # a table, its sample, and how it is looked at
    parts: Sequence[Any],
    body: Element,
    sample: Sequence[tuple[Element, Row, Sequence[str]]],
    forms: Sequence[Form],
    hands: Hands,
    *,
    beside: bool,
) -> Measured:
    """Measure a table, and hold each of its rows against what would be written.

    Raises:
        NotWrittenError: something of it is not as the row writer does it.

    """
    found = {id(row.element): row for part in parts for row in rows_of(part, body)}
    rows = [(found[id(element)], row, words) for element, row, words in sample if id(element) in found]
    is_footed = any(group.is_footer for part in parts for group in part.children)
    if len(rows) != len(sample) or len(found) != len(body) or is_footed:
        raise NotWrittenError(LaidOut.PLACE)
    places, setters = _cells_of(rows, forms, hands)
    table = parts[0]
    is_headed = any(group.is_header for group in table.children)
    if beside and not is_headed:
        raise NotWrittenError(LaidOut.HEAD)
    fixed = table.style["table_layout"] == "fixed" and table.style["width"] != "auto"
    joined = {row.form: _joined(box) for box, row, _ in rows}
    grid = grid_of(parts, body, [(box, row.form, forms[row.form]) for box, row, _ in rows], beside=beside)
    least = {row.form: _least(box) for box, row, _ in rows}
    fills = {row.form: fills_of(box, forms[row.form]) for box, row, _ in rows}
    made = Measured(
        table.column_widths, table.width, grid, hands, fixed, places, setters, joined, fills, least, is_headed
    )
    made.settle([(row, words) for _, row, words in rows])
    for box, row, words in rows:
        _prove(made, box, row, words)
    return made


def _take_row(box: Any, row: Row, form: Form) -> None:  # noqa: ARG001
    spans = [cell.colspan for cell in box.children]
    if not is_plain_row(box) or spans != [cell.columns for cell in form.cells]:
        raise NotWrittenError(LaidOut.STYLE)


def _cells_of(
    rows: Sequence[tuple[Any, Row, Sequence[str]]], forms: Sequence[Form], hands: Hands
) -> tuple[dict[Spot, Place], dict[Spot, Setter | Mixed]]:
    """Measure the cells of all forms: where words stand in them, and what sets these."""
    places: dict[Spot, Place] = {}
    setters: dict[Spot, Setter | Mixed] = {}
    for box, row, words in rows:
        _take_row(box, row, forms[row.form])
        for number, cell in enumerate(box.children):
            spot, nodes = (row.form, number), len(forms[row.form].cells[number].nodes)
            if cell.children or spot not in places:
                places[spot] = place_of(cell)
            if cell.children and spot not in setters:
                setters[spot] = _setter_of(cell, nodes, hands)
            setter = setters.get(spot)
            if isinstance(setter, Mixed):
                setter.take(cell, words[number], hands)
    return places, setters


def _setter_of(cell: Any, nodes: int, hands: Hands) -> Setter | Mixed:
    """Give what sets a cell's words: of one look, or of several."""
    line = cell.children[0]
    texts = texts_of(line)
    if nodes > 1 or len(texts) != 1 or abs(drop_of(texts[0], line)) > _NEAR:
        return Mixed(cell)
    return Setter(cell, texts[0], hands.of(texts[0].style))


def _least(row: Any) -> float:
    height = row.style["height"]
    if height == "auto":
        return 0
    if height.unit != "px":
        raise NotWrittenError(LaidOut.STYLE)
    return float(height.value)


def _joined(row: Any) -> tuple[bool, bool]:
    before, after = row.style["break_before"], row.style["break_after"]
    if not {before, after} <= _FREE:
        raise NotWrittenError(LaidOut.STYLE)
    return before in _AVOID, after in _AVOID


def _prove(made: Measured, box: Any, row: Row, words: Sequence[str]) -> None:
    """Hold a row against what would be written of it."""
    lines = made.lines(row, words)
    stack = made.stack(row, lines)
    if abs(stack.height - box.height) > _NEAR:
        raise NotWrittenError(LaidOut.UNPROVEN)
    for number, (cell, own) in enumerate(zip(box.children, lines, strict=True)):
        texts = [texts_of(line) for line in cell.children]
        said = "".join(text.text for line in texts for text in line)
        if len(cell.children) != len(own) or "".join(said.split()) != "".join(words[number].split()):
            raise NotWrittenError(LaidOut.UNPROVEN)
        place, setter = made.places[row.form, number], made.setters.get((row.form, number))
        for count, (line, written) in enumerate(zip(texts, own, strict=True)):
            down = box.position_y + stack.tops[number] + count * place.line
            if setter is None or not setter.is_as(line, written, down):
                raise NotWrittenError(LaidOut.UNPROVEN)
