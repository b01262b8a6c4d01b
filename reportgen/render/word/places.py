"""Every tag of a Word template, with its place in the words of somebody who looks at the page."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001  # lxml has no public name for it

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{WORD}}}"
TEXT, RUN, PARAGRAPH, CELL, ROW, TABLE = (f"{W}{name}" for name in ("t", "r", "p", "tc", "tr", "tbl"))

TAG: Final = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
"""What a drawing says of itself; where its description is a tag, a picture of the data takes its place."""

ALT: Final = "descr"

_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_HEAD: Final = re.compile(r"{[{%#][-+]?(?P<prefix>(?:tr|tc|p|r)(?=\s))?\s*(?P<keyword>\w*)")
_HOLDERS: Final[Mapping[str, str]] = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_AROUND: Final = 30


@dataclass(frozen=True, slots=True)
class Tag:
    """One Jinja tag as somebody typed it, over however many runs Word has split it."""

    text: str
    place: str
    texts: tuple[Element, ...] = field(repr=False, compare=False)

    @property
    def prefix(self) -> str:
        """Give docxtpl's letters for what the tag replaces: ``p``, ``tr``, ``tc``, ``r`` or none."""
        return self._head("prefix")

    @property
    def keyword(self) -> str:
        """Give the first word of a ``{% … %}``; of other tags nothing."""
        return self._head("keyword") if self.text.startswith("{%") else ""

    @property
    def holder(self) -> Element | None:
        """Find the paragraph, row or cell that the tag replaces."""
        sort = _HOLDERS.get(self.prefix, PARAGRAPH)
        return next(self.texts[0].iterancestors(sort), None)

    def _head(self, group: str) -> str:
        head = _HEAD.match(self.text)
        return (head[group] or "") if head else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph's own text, without that of text boxes in it."""

    element: Element = field(repr=False, compare=False)
    place: str
    texts: tuple[Element, ...] = field(repr=False, compare=False)
    text: str

    def at(self, start: int, end: int) -> str:
        """Tell the place of a stretch, with the words around it."""
        left, right = max(start - _AROUND, 0), min(end + _AROUND, len(self.text))
        dots = "…" if left else "", "…" if right < len(self.text) else ""
        return f'{self.place}, "{dots[0]}{self.text[left:right].strip()}{dots[1]}"'

    def tokens(self) -> Iterator["Token"]:
        """Take the paragraph apart into tags and the words between them, run by run."""
        spans = self._spans()
        place = 0
        for found in TAG.finditer(self.text):
            yield from self._words(spans, place, found.start())
            texts = tuple(text for text, *_ in _cut(spans, *found.span()))
            yield Token(texts[0], found.group(), Tag(found.group(), self.at(*found.span()), texts))
            place = found.end()
        yield from self._words(spans, place, len(self.text))

    def _words(self, spans: Sequence["_Span"], start: int, end: int) -> Iterator["Token"]:
        for text, left, right in _cut(spans, start, end):
            yield Token(text, self.text[left:right])

    def _spans(self) -> list["_Span"]:
        lengths = [len(text.text or "") for text in self.texts]
        return [
            (text, end - length, end)
            for text, length, end in zip(self.texts, lengths, accumulate(lengths), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, or a stretch of words within one run; ``element`` is the ``w:t`` in which it begins."""

    element: Element
    text: str
    tag: Tag | None = None


_Span = tuple[Element, int, int]


def _cut(spans: Sequence[_Span], start: int, end: int) -> list[_Span]:
    """Find the runs under a stretch, and how far it goes in each."""
    return [
        (text, max(left, start), min(right, end))
        for text, left, right in spans
        if left < end and start < right
    ]


def paragraphs(root: Element, label: str) -> list[Paragraph]:
    """List a part's paragraphs, each with its place: ``body, table 2, row 3, cell 1``."""
    places = dict(_placed(root, label))
    return [_paragraph(element, places[element]) for element in root.iter(PARAGRAPH)]


def has_strays(root: Element) -> bool:
    """Tell whether a paragraph stands where no office program puts one: in a row that has no table."""
    placed = {element for element, _ in _placed(root, "")}
    return any(element not in placed for element in root.iter(PARAGRAPH))


def tokens_in_order(root: Element, found: Iterable[Paragraph]) -> list[Token]:
    """List words and tags as they follow each other in the part, text boxes where they are anchored."""
    order = {element: number for number, element in enumerate(root.iter(TEXT, PICTURE))}
    tokens = (token for one in found for token in (*one.tokens(), *_pictures(one)))
    return sorted(tokens, key=lambda token: order[token.element])


def _pictures(paragraph: Paragraph) -> Iterator[Token]:
    """Find the pictures whose alternative text is a tag: it names the picture that takes their place."""
    for drawing in paragraph.element.iter(PICTURE):
        said = drawing.get(ALT, "").strip()
        own = next(drawing.iterancestors(PARAGRAPH), None) is paragraph.element
        shows = (holder := drawing.getparent()) is not None and next(holder.iter(_BLIP), None) is not None
        if own and shows and TAG.fullmatch(said) and said.startswith("{{"):
            place = f'{paragraph.place}, picture "{said}"'
            yield Token(drawing, said, Tag(said, place, (drawing,)))


def _paragraph(element: Element, place: str) -> Paragraph:
    texts = tuple(text for text in element.iter(TEXT) if next(text.iterancestors(PARAGRAPH), None) is element)
    return Paragraph(element, place, texts, "".join(text.text or "" for text in texts))


def _placed(root: Element, label: str) -> Iterator[tuple[Element, str]]:
    """Give paragraphs and tables their numbers within what holds them."""
    for element, place in _numbered(root, label):
        yield element, place
        if element.tag == PARAGRAPH:
            for box in _boxes(element):
                yield from _placed(box, f"{place}, text box")
        else:
            for row_number, row in enumerate(_children(element, ROW), 1):
                for cell_number, cell in enumerate(_children(row, CELL), 1):
                    yield from _placed_in_cell(cell, f"{place}, row {row_number}, cell {cell_number}")


def _placed_in_cell(cell: Element, place: str) -> Iterator[tuple[Element, str]]:
    """Leave the number of a cell's only paragraph away."""
    only = len(_children(cell, PARAGRAPH)) == 1
    for element, inner in _placed(cell, place):
        yield element, inner.replace(f"{place}, paragraph 1", place, 1) if only else inner


def _numbered(holder: Element, place: str) -> Iterator[tuple[Element, str]]:
    counts = {PARAGRAPH: 0, TABLE: 0}
    for element in _children(holder, PARAGRAPH, TABLE):
        counts[element.tag] += 1
        name = "paragraph" if element.tag == PARAGRAPH else "table"
        yield element, f"{place}, {name} {counts[element.tag]}"


def _boxes(paragraph: Element) -> list[Element]:
    boxes = paragraph.iter(f"{W}txbxContent")
    return [box for box in boxes if next(box.iterancestors(PARAGRAPH), None) is paragraph]


def _children(holder: Element, *sorts: str) -> list[Element]:
    """List the nearest elements of these sorts, through content controls and the like."""
    found: list[Element] = []
    for child in holder:
        if child.tag in sorts:
            found.append(child)
        elif child.tag not in {PARAGRAPH, TABLE, ROW, CELL}:
            found += _children(child, *sorts)
    return found
