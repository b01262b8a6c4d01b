"""What is no text, such as a picture, put in where its sign stands on a filled part of a Word file."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from reportgen.model.attached import Picture
from reportgen.model.chart import Chart
from reportgen.model.plain import Block
from reportgen.render.template.inserts import PARAGRAPH_SIGN, SIGN, Inserts
from reportgen.render.word.drawings import Hangings
from reportgen.render.word.enclosure import Enclosures
from reportgen.render.word.places import ALT, PARAGRAPH, PICTURE, TEXT, WORD, Element, W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def part_paragraphs(root: Element, inserts: Inserts) -> None:
    """Give every paragraph that was begun an element of its own, like the one in which all were printed."""
    for text in [one for one in root.iter(TEXT) if PARAGRAPH_SIGN in (one.text or "")] if inserts else ():
        paragraph = next(text.iterancestors(PARAGRAPH))
        _, *begun_there = (text.text or "").split(PARAGRAPH_SIGN)
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
        if any(isinstance(inserts[int(number)], Picture | Chart) for number in SIGN.findall(text.text or "")):
            _hang(text, inserts, hangings)
    _enclose(root, inserts, hangings)
    for properties in list(root.iter(PICTURE)):
        if sign := SIGN.fullmatch(properties.get(ALT, "")):
            hangings.replace(_drawing(properties), inserts[int(sign[1])])


def _enclose(root: Element, inserts: Inserts, hangings: Hangings) -> None:
    enclosures = Enclosures(hangings.part, hangings.assembly)
    for text in list(root.iter(TEXT)):
        if sign := SIGN.fullmatch((text.text or "").strip()):
            enclosures.put_in(inserts[int(sign[1])], next(text.iterancestors(PARAGRAPH)))


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
    for number, piece in enumerate(SIGN.split(words)):
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
