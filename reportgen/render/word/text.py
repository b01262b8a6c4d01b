"""What the page of a filled Word part says: the marks read and taken out, line breaks and tabs put in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reportgen.render.template.marks import OPEN, pieces, strip_marks
from reportgen.render.template.marks import emitted_in as emitted_in_text
from reportgen.render.word.controls import Controls
from reportgen.render.word.places import PARAGRAPH, TEXT, Element, W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIELD, _CODE, _SIMPLE, _HIDDEN = (f"{W}{name}" for name in ("fldChar", "instrText", "fldSimple", "vanish"))
_COUNTS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORDS: Final = "words"
"""What can be read on a chart, until the page is written."""

BREAKS: Final = re.compile("([\n\t\u00ad])")
ELEMENTS: Final = {"\n": f"{W}br", "\t": f"{W}tab", "\u00ad": f"{W}softHyphen"}
SIGNS: Final = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    PARAGRAPH: "\n",
}


@dataclass(slots=True)
class PageText:
    """A part's text in its order: pieces with what was emitted, and what was emitted where no page shows it.

    ``content`` is the part without its marks, ``parts`` are others that it wants changed; it is the ``same``
    for other papers where no value stands in it.
    """

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    content: bytes = b""
    parts: Mapping[str, bytes] = field(default_factory=dict)
    same: bool = False

    def add(self, text: str, emitted: bool = False, name: str = "") -> None:  # noqa: FBT001, FBT002  (a piece)
        """Write a piece down."""
        self.pieces.append((text, emitted))
        self.names.append(name)


def _add_other(page: PageText, element: Element, charts: Mapping[str, Sequence[str]]) -> None:
    """Write down what a sign or a chart says; a chart of the template's own says what it always says."""
    if element.tag != CHART:
        page.add(SIGNS[str(element.tag)])
    elif WORDS in element.attrib:
        for word in str(element.attrib.pop(WORDS)).split("\n"):
            page.add(word, emitted=True)
    else:
        for word in charts.get(element.get(_RELATION, ""), ()):
            page.add(f"\n{word}\n")


def take_text(root: Element, controls: Controls, charts: Mapping[str, Sequence[str]]) -> PageText:
    """Read a filled part and leave it as Word shall have it, without marks; figures become controls.

    ``charts`` gives the words of the template's own charts, by the relation that leads to each.
    """
    page, before = PageText(), controls.made
    double = _texts_under(root.iter(_FALLBACK))
    hidden = _hidden_texts(root) | _texts_under(one for one in root.iter(_FALLBACK) if not _repeats(one))
    for element in list(root.iter(TEXT, CHART, *SIGNS)):
        if element.tag != TEXT:
            _add_other(page, element, charts)
            continue
        found = list(pieces(element.text or ""))
        emitted = [text for text, is_value, _ in found if is_value]
        if element in hidden:
            page.unseen += emitted
        elif element not in double:
            for piece in found:
                page.add(*piece)
            if controls.can_bind(element, found):
                controls.bind(element, found, _write)
                continue
        _write(element, "".join(text for text, *_ in found))
    if controls.made > before:
        controls.declare(root)
    page.content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if OPEN.encode() in page.content:
        page.unseen += emitted_in_text(page.content.decode())
    return page


def emitted_in(root: Element) -> list[str]:
    """List the emitted values by their marks, also those that Word keeps twice for older programs."""
    return [text for element in root.iter(TEXT) for text in emitted_in_text(element.text or "")]


def _write(element: Element, text: str) -> None:
    """Give a run its text; line breaks, tabs and soft hyphens are elements of their own in Word."""
    first, *rest = BREAKS.split(text)
    _set(element, first)
    place = element
    for sign, words in zip(rest[::2], rest[1::2], strict=True):
        for tag, content in ((ELEMENTS[sign], None), (TEXT, words)):
            following = etree.Element(tag)
            if content is not None:
                _set(following, content)
                following.set(_SPACE, "preserve")
            place.addnext(following)
            place = following


def _set(element: Element, text: str) -> None:
    element.text = strip_marks(text)
    if text != text.strip():
        element.set(_SPACE, "preserve")


def _texts_under(holders: Iterable[Element]) -> set[Element]:
    return {text for holder in holders for text in holder.iter(TEXT)}


def _repeats(fallback: Element) -> bool:
    """Tell whether older programs are shown the same words as Word shows."""
    words = _words(fallback)
    return any(_words(choice) == words for choice in fallback.itersiblings(preceding=True))


def _words(holder: Element) -> str:
    return "".join(text.text or "" for text in holder.iter(TEXT))


def _hidden_texts(root: Element) -> set[Element]:
    """Find text that is hidden, and the numbers of pages, which Word writes anew."""
    simple = (one for one in root.iter(_SIMPLE) if counts(one.get(f"{W}instr", "")))
    runs = (
        one.getparent() for one in root.iter(_HIDDEN) if one.get(f"{W}val", "1") not in {"0", "false", "off"}
    )
    holders = [run.getparent() for run in runs if run is not None]
    return _texts_under(simple) | _texts_under(run for run in holders if run is not None) | _counted(root)


def _counted(root: Element) -> set[Element]:
    """Follow fields from their beginning to their end; they nest."""
    fields: list[str] = []
    found: set[Element] = set()
    for element in root.iter(_FIELD, _CODE, TEXT):
        sort = element.get(f"{W}fldCharType")
        if sort == "begin":
            fields.append("")
        elif sort == "end" and fields:
            fields.pop()
        elif element.tag == _CODE and fields:
            fields[-1] += element.text or ""
        elif element.tag == TEXT and any(counts(code) for code in fields):
            found.add(element)
    return found


def counts(code: str) -> bool:
    """Tell whether a field gives the number of a page, or of pages."""
    return bool(_COUNTS.intersection(code.upper().split()[:1]))
