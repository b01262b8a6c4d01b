"""Tags of a Word template whose values nobody could read: in a covered cell, white, tiny, off the page."""

from collections.abc import Callable, Iterator
from typing import Final

from reportgen.model.phrase import phrase
from reportgen.render.word.fields import Fault
from reportgen.render.word.places import CELL, PARAGRAPH, RUN, Element, Tag, W

_VAL: Final = f"{W}val"
_SMALLEST: Final = 8
"""Half points: letters of four points are read by nobody."""

_NARROWEST: Final = 34
"""Per cent of a letter's width; Word's own dialogue goes down to 1."""

_FARTHEST: Final = 5000
"""Twentieths of a point, some 9 cm, beyond the margin: no page has so much."""

_PAPER: Final = frozenset({"auto", "FFFFFF", "ffffff", ""})


def unseen(tag: Tag) -> Iterator[Fault]:
    """Tell why what a tag prints could not be read."""
    if tag.text.startswith("{{"):
        for reason in filter(None, (look(tag.texts[0]) for look in _LOOKS)):
            yield Fault("word-tag-unseen", tag.place, {"tag": tag.text, "reason": reason})


def _covered(text: Element) -> str:
    cell = next(text.iterancestors(CELL), None)
    merged = cell.find(f"{W}tcPr/{W}vMerge") if cell is not None else None
    if merged is None or merged.get(_VAL) == "restart":
        return ""
    return phrase("its cell is merged into the one above, and only that is shown")


def _colourless(text: Element) -> str:
    if _said(text, "color") not in {"FFFFFF", "ffffff"}:
        return ""
    sorts = ("rPr", "pPr", "tcPr", "tblPr")
    grounds = (one.find(f"{W}{sort}/{W}shd") for one in text.iterancestors() for sort in sorts)
    dark = any(ground is not None and ground.get(f"{W}fill", "") not in _PAPER for ground in grounds)
    return "" if dark else phrase("its letters are white")


def _tiny(text: Element) -> str:
    size, width = _number(_said(text, "sz")), _number(_said(text, "w"))
    if size is not None and size < _SMALLEST:
        return phrase("its letters are smaller than 4 points")
    return phrase("its letters are pressed together") if width is not None and width < _NARROWEST else ""


def _outside(text: Element) -> str:
    paragraph = next(text.iterancestors(PARAGRAPH), None)
    indent = paragraph.find(f"{W}pPr/{W}ind") if paragraph is not None else None
    sides = ("left", "right", "start", "end", "firstLine")
    said = [] if indent is None else [_number(indent.get(f"{W}{side}", "")) for side in sides]
    away = any((one or 0) < -_FARTHEST for one in said)
    return phrase("its paragraph begins off the page") if away else ""


_LOOKS: Final[tuple[Callable[[Element], str], ...]] = (_covered, _colourless, _tiny, _outside)


def _said(text: Element, name: str) -> str:
    """Give what the run itself says of its letters; what a style says is the style's affair."""
    run = next(text.iterancestors(RUN), None)
    found = run.find(f"{W}rPr/{W}{name}") if run is not None else None
    return "" if found is None else found.get(_VAL, "")


def _number(said: str) -> int | None:
    return int(said) if said.lstrip("-").isdecimal() else None
