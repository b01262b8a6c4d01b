"""The end of a Word paper: signatures stand with more of the text than its last line."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from reportgen.render.places import PARAGRAPH, Element, W

CLOSING: Final = "Nội dung - kết thúc"
"""The style of the last paragraph before the signatures; Word keeps it with them."""

_STYLE: Final = f"{W}pPr/{W}pStyle"


def keep_last_lines(root: Element, names: Mapping[tuple[str, str], str]) -> None:
    """Keep the paragraph above the closing one with it; ``names`` gives the identifiers of styles."""
    closing = closing_style(names)
    for paragraph in root.iter(PARAGRAPH):
        style, above = paragraph.find(_STYLE), paragraph.getprevious()
        if style is not None and style.get(f"{W}val") == closing and above is not None:
            for named in above.findall(_STYLE) if above.find(f"{W}pPr/{W}keepNext") is None else ():
                named.addnext(etree.Element(f"{W}keepNext"))


def closing_style(names: Mapping[tuple[str, str], str]) -> str | None:
    """Find the style of the closing paragraph."""
    return names.get(("paragraph", CLOSING.casefold()))
