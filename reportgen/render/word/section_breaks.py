"""Section breaks in the paragraphs of tags, where people and LibreOffice put them: they stay."""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from reportgen.render.word.places import PARAGRAPH, Tag, W

_NO_ROOM: Final = f'<w:spacing xmlns:w="{W[1:-1]}" w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'


def set_apart(tags: Iterable[Tag]) -> None:
    """Move section breaks out of paragraphs that a tag takes away, each into one below that takes no room."""
    for tag in tags:
        holder = tag.holder if tag.prefix == "p" else None
        section = None if holder is None else holder.find(f"{W}pPr/{W}sectPr")
        if holder is None or section is None:
            continue
        below = etree.Element(PARAGRAPH)
        properties = etree.SubElement(below, f"{W}pPr")
        properties.extend([etree.fromstring(_NO_ROOM), section])
        holder.addnext(below)
