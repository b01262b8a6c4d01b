"""Cells that a template merges, widens or colours: signs in the filled text become properties of the cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from markupsafe import Markup

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.plain import exact_number
from reportgen.render.template.failures import UnfitError
from reportgen.render.template.marks import strip_marks
from reportgen.render.word.places import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element, Tag, W

_BEGIN: Final = "\ue002"
_END: Final = "\ue003"
_LOOKS: Final = re.compile("\ue004\\d+ |\ue005")
"""The signs of rich text, whose numbers differ where the words do not."""

_SIGN: Final = re.compile(f"{_BEGIN}(\\w+) (\\d+) (\\w+){_END}")
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6}|auto)")
_MOST_COLUMNS: Final = 63
"""A table of Word has no more."""

_BEFORE: Final = {
    "gridSpan": ("cnfStyle", "tcW"),
    "vMerge": ("cnfStyle", "tcW", "gridSpan", "hMerge"),
    "shd": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"),
}
"""What stands before a property in the order that Word wants."""


def merged_down(loop: object, number: int) -> Markup:
    """Sign a cell that is one with those of the following turns."""
    return _sign("down", number, "first" if getattr(loop, "first", True) else "later")


def merged_across(loop: object, number: int) -> Markup:
    """Sign a cell that takes the place of those of the following turns."""
    return _sign("across", number, getattr(loop, "length", 1) if getattr(loop, "first", True) else "later")


def columns(value: object, number: int) -> Markup:
    """Sign a cell that goes over several columns."""
    count = exact_number(int(value) if isinstance(value, str) and value.isdecimal() else value)
    if count is None or count.denominator != 1 or not 1 <= count <= _MOST_COLUMNS:
        raise UnfitError(phrase("colspan: '{value}' is no number of columns", value=str(value)))
    return _sign("columns", number, int(count))


def colour(value: object, number: int) -> Markup:
    """Sign a cell that has a colour."""
    if (found := _COLOUR.fullmatch(str(value))) is None:
        raise UnfitError(phrase("cellbg: '{value}' is no colour such as FFCC00", value=str(value)))
    return _sign("colour", number, found[1])


FILTERS: Final = {
    "cell_merged_down": merged_down,
    "cell_merged_across": merged_across,
    "cell_columns": columns,
    "cell_colour": colour,
}
"""What the tags ``vm``, ``hm``, ``colspan`` and ``cellbg`` are typed as."""


@dataclass(slots=True)
class Cells:
    """Works through the signs of one part; ``firsts`` are the cells that later ones become one with."""

    file: str
    tags: Sequence[Tag]
    firsts: dict[int, Element] = field(default_factory=dict)
    mistakes: list[Diagnostic] = field(default_factory=list)

    def settle(self, root: Element) -> None:
        """Turn every sign into what it says, and take it out."""
        for cell, sort, number, said in list(_signed(root)):
            if sort == "columns":
                _set(cell, "gridSpan", val=said)
            elif sort == "colour":
                _set(cell, "shd", val="clear", color="auto", fill=said)
            elif said != "later":
                self.firsts[number] = cell
                self.begin(cell, sort, said)
            else:
                self.join(cell, sort, number)

    def begin(self, cell: Element, sort: str, said: str) -> None:
        """Make the first of several cells."""
        if sort == "down":
            _set(cell, "vMerge", val="restart")
        else:
            _set(cell, "gridSpan", val=str(_span(cell) * int(said)))

    def join(self, cell: Element, sort: str, number: int) -> None:
        """Make a cell one with the first; what it says must be what that one says."""
        shown, lost = _words(self.firsts[number]), _words(cell)
        if lost not in {shown, ""}:
            place = Origin(self.file, place=self.tags[number].place)
            self.mistakes.append(report("word-merge-loses", place, shown=shown, lost=lost))
        if sort == "down":
            _set(cell, "vMerge", val="continue")
            _empty(cell)
        elif (row := cell.getparent()) is not None:
            row.remove(cell)


def fit_grid(table: Element) -> None:
    """Give a table as many columns as its widest row has, and keep its width."""
    grid = table.find(f"{W}tblGrid")
    widest = max(
        (sum(map(_span, row.iterchildren(CELL))) for row in table.iter(ROW) if _of(row, table)), default=0
    )
    if grid is None or not widest or widest == len(old := grid.findall(f"{W}gridCol")):
        return
    width = sum(int(column.get(f"{W}w", "0")) for column in old)
    for column in old[widest:]:
        grid.remove(column)
    for _ in range(widest - len(old)):
        etree.SubElement(grid, f"{W}gridCol")
    _share(grid, width, [int(column.get(f"{W}w", "0")) for column in old])


def _share(grid: Element, width: int, before: list[int]) -> None:
    """Share the width of a table among its columns as it was shared before, new ones at the average."""
    columns_now = grid.findall(f"{W}gridCol")
    wanted = [before[n] if n < len(before) else width // max(len(before), 1) for n in range(len(columns_now))]
    for column, part in zip(columns_now, wanted, strict=True):
        if total := sum(wanted):
            column.set(f"{W}w", str(part * width // total))


def _of(row: Element, table: Element) -> bool:
    return next(row.iterancestors(TABLE), None) is table


def _sign(sort: str, number: int, said: object) -> Markup:
    return Markup(f"{_BEGIN}{sort} {number} {said}{_END}")  # noqa: S704  # digits and words of this module


def _signed(root: Element) -> Iterator[tuple[Element, str, int, str]]:
    """Give every cell that has a sign, with what it says, and take the sign out."""
    for text in list(root.iter(TEXT)):
        found = _SIGN.findall(text.text or "")
        cell = next(text.iterancestors(CELL), None)
        if not found or cell is None:
            continue
        text.text = _SIGN.sub("", text.text or "")
        yield from ((cell, sort, int(number), said) for sort, number, said in found)


def _words(cell: Element) -> str:
    words = (strip_marks(_LOOKS.sub("", _SIGN.sub("", text.text or ""))) for text in cell.iter(TEXT))
    return " ".join("".join(words).split())


def _empty(cell: Element) -> None:
    """Leave of a cell what it must have: its properties and a paragraph."""
    paragraphs = [child for child in cell if child.tag == PARAGRAPH]
    for child in list(cell):
        if child.tag != f"{W}tcPr" and child is not paragraphs[0]:
            cell.remove(child)
    for child in list(paragraphs[0]):
        if child.tag != f"{W}pPr":
            paragraphs[0].remove(child)


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val", "1")) if span is not None else 1


def _set(cell: Element, name: str, **values: str) -> None:
    """Give a cell a property, in place of the one it has."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    before = {f"{W}{other}" for other in _BEFORE[name]}
    place = sum(child.tag in before for child in properties)
    element = etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in values.items()})
    properties.insert(place, element)
