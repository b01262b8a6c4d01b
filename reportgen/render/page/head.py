"""The head of a PDF paper, measured before the page is laid out, and the decree's values for style sheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.model.decree import MEASURES, SETTINGS
from reportgen.render.head import Head, Line, Overlong, fit

CLASSES: Final = {
    "nation": "H-1", "motto": "H-2", "parent": "H-3", "office": "H-4", "number": "H-5", "place-date": "H-6",
}  # fmt: skip
"""The components of a head by their classes on a page."""

GAPS: Final = frozenset({"H-5", "H-6"})
"""Components whose spaces are all printed; see ``official.css``."""

ROOM: Final = {"certificate": 235.8}
"""How wide the text of other sheets is, in millimetres; see ``official.css``."""

_SINGLE: Final = 1.149
"""Single spacing in Times New Roman, as a multiple of the letters' size."""


def decree_sheet() -> str:
    """Write the sheet that the decree wants, and its sizes and lengths as custom values."""
    lengths = {name: one.ours for name, one in MEASURES.items()}
    values = [
        f"--indent: {lengths['indent']}mm",
        f"--between-paragraphs: {lengths['between-paragraphs']}pt",
        f"--single: {_SINGLE}",
        f"--lines: {lengths['lines'] * _SINGLE:.3f}",
        *(f"--{rule}-small: {one.sizes[0]}pt; --{rule}: {one.sizes[1]}pt" for rule, one in SETTINGS.items()),
        *(f"--{rule}-weight: {'bold' if one.bold else 'normal'}" for rule, one in SETTINGS.items()),
        *(f"--{rule}-style: {'italic' if one.italic else 'normal'}" for rule, one in SETTINGS.items()),
    ]
    margins = " ".join(f"{lengths[f'margin-{side}']}mm" for side in ("top", "right", "bottom", "left"))
    size = f"{lengths['sheet-width']}mm {lengths['sheet-height']}mm"
    number = f"@top-center {{ font-size: {SETTINGS['X-1'].ours}pt }}"
    return f"@page {{ size: {size}; margin: {margins}; {number} }}\n:root {{ {'; '.join(values)} }}\n"


def fit_heads(root: Element) -> Iterator[Overlong]:
    """Set the size and the columns of every head on a page; give those that do not fit."""
    for head in heads_of(root):
        found = fit_of([line for _, line in head.lines], head.room)
        if isinstance(found, Overlong):
            yield found
            continue
        if found.large:
            head.element.set("class", f"{head.element.get('class', '')} large")
        styles = {
            "header-left": f"width: {found.left:.2f}mm",
            "header-right": f"width: {head.room - found.left:.2f}mm",
            **({"place-date": f"margin-left: -{found.beyond:.2f}mm"} if found.beyond else {}),
        }
        for part in head.element.iter():
            if (style := styles.get(part.get("class", ""))) is not None:
                part.set("style", style)


@dataclass(frozen=True, slots=True)
class PageHead:
    """A head on a page: its element, its lines, each with its paragraph, and how wide the text is there."""

    element: Element
    lines: Sequence[tuple[Element, Line]]
    room: float


def heads_of(root: Element) -> Iterator[PageHead]:
    """Find the heads of a page that are measured."""
    for element, room in _heads(root, _text_width()):
        yield PageHead(element, list(_lines(element)), room)


def fit_of(lines: Iterable[Line], room: float) -> Head | Overlong:
    """Tell how lines that are not empty are set."""
    return fit([line for line in lines if line.text], room)


def _text_width() -> float:
    return MEASURES["sheet-width"].ours - MEASURES["margin-left"].ours - MEASURES["margin-right"].ours


def is_head(element: Element) -> bool:
    """Ask whether an element is the head of a paper, whose columns follow from the words in it."""
    return "header" in element.get("class", "").split()


def _heads(element: Element, room: float) -> Iterator[tuple[Element, float]]:
    """Find heads, and how wide the text is where each stands."""
    for child in element:
        sorts = child.get("class", "").split()
        wide = next((ROOM[sort] for sort in sorts if sort in ROOM), room)
        if is_head(child) and any(one.get("class") == "nation" for one in child.iter()):
            yield child, wide
        else:
            yield from _heads(child, wide)


def _lines(head: Element) -> Iterator[tuple[Element, Line]]:
    for part in head.iter("p"):
        if rule := CLASSES.get(part.get("class", "")):
            yield from ((part, Line(measured(text, rule), rule)) for text in _broken(part).split("\n"))


def measured(text: str, rule: str) -> str:
    """Give a line as it is set: gaps for a number and a day stay as wide as they were typed."""
    return text.strip().replace("\u00a0", " ") if rule in GAPS else " ".join(text.split())


def _broken(element: Element) -> str:
    """Give an element's words; only where a line is broken is a line break."""
    inner = (("\n" if child.tag == "br" else _broken(child)) + _flat(child.tail) for child in element)
    return _flat(element.text) + "".join(inner)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
