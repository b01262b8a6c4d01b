"""What loops and conditions leave behind, as Word wants it: identifiers once, no cell without a paragraph."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from lxml import etree

from reportgen.render.word.places import CELL, PARAGRAPH, ROW, TABLE, Element, W

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARAGRAPH_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_ID: Final = f"{W}id"


_SECTION: Final = f"{W}sectPr"
TEXTS: Final = tuple(f"{W}{name}" for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"))
"""What must have a paragraph, after a table too, or Word calls the file damaged."""


def tidy(root: Element) -> None:
    """Mend a filled part where a loop ran often or not at all, or a condition did not hold."""
    _make_whole(root)
    _make_unique(root)
    _end_last_section(root)


def _make_whole(root: Element) -> None:
    for sort, inside in ((ROW, CELL), (TABLE, ROW)):
        for element in list(root.iter(sort)):
            if next(element.iter(inside), None) is None:
                _remove(element)
    for holder in root.iter(*TEXTS):
        blocks = [child.tag for child in holder if child.tag in {PARAGRAPH, TABLE, f"{W}sdt"}]
        if not blocks or blocks[-1] == TABLE:
            etree.SubElement(holder, PARAGRAPH)


def _end_last_section(root: Element) -> None:
    """Take a last section away in which nothing is left: it would print an empty page."""
    for body in root.iterchildren(f"{W}body"):
        own = body[-2].find(f"{W}pPr/{_SECTION}") if len(body) > 1 and body[-1].tag == _SECTION else None
        if own is not None:
            _remove(own)
            body.replace(body[-1], own)


def _make_unique(root: Element) -> None:
    """Give copied drawings new numbers, and take the copied identifiers of other things away."""
    _number_drawings(list(root.iter(_DRAWING)))
    for element in _again(root.iter(f"{W}p", f"{W}tr"), _PARAGRAPH_ID):
        del element.attrib[_PARAGRAPH_ID]
    controls = (control for holder in root.iter(f"{W}sdtPr") for control in holder.iterchildren(_ID))
    bookmarks = (root.iter(f"{W}bookmarkStart"), root.iter(f"{W}bookmarkEnd"))
    for again in (_again(controls, f"{W}val"), *(_again(marks, _ID) for marks in bookmarks)):
        for element in again:
            _remove(element)


def _number_drawings(drawings: list[Element]) -> None:
    taken = {drawing.get("id") for drawing in drawings}
    free = (str(number) for number in count(1) if str(number) not in taken)
    for drawing in _again(drawings, "id"):
        drawing.set("id", next(free))


def _again(elements: Iterable[Element], key: str) -> list[Element]:
    """Find those whose key an earlier one has."""
    return list(_later(elements, key))


def _later(elements: Iterable[Element], key: str) -> Iterator[Element]:
    seen: set[str] = set()
    for element in elements:
        if (value := element.get(key)) is None:
            continue
        if value in seen:
            yield element
        seen.add(value)


def _remove(element: Element) -> None:
    if (holder := element.getparent()) is not None:
        holder.remove(element)
