"""What is no text, such as a picture: a sign stands for it until its page is filled."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any, Final

from lxml import etree
from markupsafe import Markup

from reportgen.model.attached import Enclosure, Picture
from reportgen.model.chart import Chart
from reportgen.model.phrase import phrase
from reportgen.model.plain import Block, Paragraphs
from reportgen.render.drawings import Hangings
from reportgen.render.enclosure import Enclosures
from reportgen.render.failures import UnfitError
from reportgen.render.photos import photo_of
from reportgen.render.places import ALT, PARAGRAPH, PICTURE, TEXT, WORD, Element, W

_BEGIN: Final = "\ue006"
_END: Final = "\ue007"
_PARAGRAPH: Final = "\ue008"
_SIGN: Final = re.compile(f"{_BEGIN}(\\d+){_END}")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def whole_picture(value: object) -> Picture:
    """Take what a picture's alternative text names for the picture that takes its place."""
    if not isinstance(value, Picture):
        raise UnfitError(phrase("the alternative text of a picture names no picture of the data"))
    return value


@dataclass(frozen=True, slots=True)
class Whole:
    """What takes the place of its tag's paragraph."""

    value: Enclosure | Paragraphs


def whole_paragraph(value: object) -> object:
    """Take several paragraphs for the one that the tag is alone in; everything else is printed in it."""
    return Whole(value) if isinstance(value, Enclosure | Paragraphs) else value


FILTERS: Final = {"whole_picture": whole_picture, "whole_paragraph": whole_paragraph}
"""What tags outside the words of a page are typed as."""

_USUAL_ALT: Final = "Hình ảnh"
"""What a PDF says of a picture of which the data says nothing; it must say something."""

Inserts = dict[int, Any]
"""What is printed on one part, by the number of its sign."""


def inserted(inserts: Inserts, value: object) -> Markup:
    """Note what is printed, and give the sign that stands for it."""
    inserts[id(value)] = value
    return Markup(f"{_BEGIN}{id(value)}{_END}")  # noqa: S704  # digits


def begun(inserts: Inserts, block: Block) -> Markup:
    """Give the sign at which a paragraph begins."""
    inserts[id(block)] = block
    return Markup(f"{_PARAGRAPH}{id(block)} ")  # noqa: S704  # digits


def part_paragraphs(root: Element, inserts: Inserts) -> None:
    """Give every paragraph that was begun an element of its own, like the one in which all were printed."""
    for text in [one for one in root.iter(TEXT) if _PARAGRAPH in (one.text or "")] if inserts else ():
        paragraph = next(text.iterancestors(PARAGRAPH))
        _, *begun_there = (text.text or "").split(_PARAGRAPH)
        for piece in begun_there:
            number, _, words = piece.partition(" ")
            text.text = words
            text.set(_SPACE, "preserve")
            paragraph.addprevious(_styled(deepcopy(paragraph), inserts[int(number)]))
        _remove(paragraph)


def _styled(paragraph: Element, block: Block) -> Element:
    """Make a paragraph look as its style says and as nothing else does, or, without one, as its tag."""
    if block.style:
        for own in [*paragraph.findall(f"{W}pPr"), *paragraph.iter(f"{W}rPr")]:
            _remove(own)
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    style = properties.find(f"{W}pStyle")
    if block.new_page:
        properties.insert(int(style is not None), etree.Element(f"{W}pageBreakBefore"))
    if block.style:
        properties.insert(0, etree.Element(f"{W}pStyle", {f"{W}val": block.style}))
    return paragraph


def put_in(root: Element, inserts: Inserts, hangings: Hangings) -> None:
    """Put everything where its sign stands."""
    if not inserts:
        return
    for text in list(root.iter(TEXT)):
        if any(
            isinstance(inserts[int(number)], Picture | Chart) for number in _SIGN.findall(text.text or "")
        ):
            _hang(text, inserts, hangings)
    _enclose(root, inserts, hangings)
    for properties in list(root.iter(PICTURE)):
        if sign := _SIGN.fullmatch(properties.get(ALT, "")):
            hangings.replace(_drawing(properties), inserts[int(sign[1])])


def _enclose(root: Element, inserts: Inserts, hangings: Hangings) -> None:
    enclosures = Enclosures(hangings.part, hangings.assembly)
    for text in list(root.iter(TEXT)):
        if sign := _SIGN.fullmatch((text.text or "").strip()):
            enclosures.put_in(inserts[int(sign[1])], next(text.iterancestors(PARAGRAPH)))


def in_html(picture: Picture) -> Markup:
    """Write a picture as an element of a page."""
    sides = {"width": picture.width, "height": picture.height}
    if not any(sides.values()):
        sides["width"] = photo_of(picture).width
    style = ";".join(f"{name}:{_points(size)}" for name, size in sides.items() if size)
    room = "" if picture.width or picture.height else ";max-width:100%"
    alt = escape(picture.alt or _USUAL_ALT, quote=True)
    return Markup(f'<img src="{address(picture)}" style="{style}{room}" alt="{alt}">')  # noqa: S704  # escaped


def paragraph_in_html(block: Block, words: Markup) -> Markup:
    """Write one paragraph as an element of a page."""
    style = ' style="break-before:page"' if block.new_page else ""
    name = f' class="{escape(block.style, quote=True)}"' if block.style else ""
    return Markup(f"<p{name}{style}>") + words + Markup("</p>")  # noqa: S704  # escaped


def address(picture: Picture) -> str:
    """Tell under which address a page finds a picture of its data; it leads nowhere else."""
    photo = photo_of(picture)
    return f"https://data.invalid/{sha256(photo.content).hexdigest()[:16]}.{photo.suffix}"


def _points(size: int) -> str:
    hundredths = size * 100 // 12_700
    return f"{hundredths // 100}.{hundredths % 100:02d}pt"


def _hang(text: Element, inserts: Inserts, hangings: Hangings) -> None:
    """Write the words around the signs anew, and pictures between them."""
    first, *rest = _pieces(text.text or "", inserts, hangings, text)
    place = text
    for piece in rest:
        place.addnext(piece)
        place = piece
    text.text = first.text
    text.set(_SPACE, "preserve")


def _pieces(words: str, inserts: Inserts, hangings: Hangings, place: Element) -> Iterator[Element]:
    for number, piece in enumerate(_SIGN.split(words)):
        if number % 2:
            yield hangings.drawing(inserts[int(piece)], place)
        elif piece or not number:
            words_again = etree.Element(f"{W}t", nsmap={"w": WORD})
            words_again.text = piece
            words_again.set(_SPACE, "preserve")
            yield words_again


def _remove(element: Element) -> None:
    if (holder := element.getparent()) is not None:
        holder.remove(element)


def _drawing(properties: Element) -> Element:
    return next(properties.iterancestors(f"{W}drawing"))
