"""What Word must not part: signatures and more of the text than its last line, totals and the row above."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from reportgen.render.word.places import PARAGRAPH, ROW, Element, W

CLOSING: Final = "Nội dung - kết thúc"
"""The style of the last paragraph before the signatures; Word keeps it with them."""

TOTALS: Final = ("Bảng - cộng, chữ", "Bảng - cộng, giữa", "Bảng - cộng, số")
"""The styles of a row of totals."""

_NAME: Final = f"{W}pStyle"
_STYLE: Final = f"{W}pPr/{_NAME}"


def keep_last_lines(root: Element, names: Mapping[tuple[str, str], str]) -> None:
    """Keep what stands above a closing paragraph or a row of totals with it; ``names`` are of styles."""
    kept = kept_styles(names)
    for style in root.iter(_NAME):
        tag = kept.get(style.get(f"{W}val", ""))
        block = next(style.iterancestors(tag), None) if tag else None
        if block is None or next(block.iter(_NAME)) is not style:
            continue
        for paragraph in _above(block):
            for named in paragraph.findall(_STYLE) if paragraph.find(f"{W}pPr/{W}keepNext") is None else ():
                named.addnext(etree.Element(f"{W}keepNext"))


def kept_styles(names: Mapping[tuple[str, str], str]) -> Mapping[str, str]:
    """Give the styles that begin what is kept with what stands above it, and the element that this is."""
    tags = {CLOSING: PARAGRAPH} | dict.fromkeys(TOTALS, ROW)
    found = ((names.get(("paragraph", name.casefold())), tag) for name, tag in tags.items())
    return {style: tag for style, tag in found if style}


def _above(block: Element) -> Iterator[Element]:
    above = block.getprevious()
    if above is not None and above.tag == block.tag:
        yield from [above] if above.tag == PARAGRAPH else above.iter(PARAGRAPH)
