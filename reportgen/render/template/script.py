"""From a filled template to what the engine gets, and to what the page must show.

The words of the body are taken in their order, the template's own and the emitted ones; what no page shows
(head, hidden elements, attributes, comments) is left out, and an emitted value found there is handed back.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

from reportgen.model.artifact import Script
from reportgen.model.letters import UNSEEN, with_ink
from reportgen.model.phrase import phrase
from reportgen.render.template.budget import MOST_LAID_OUT, TooMuchError
from reportgen.render.template.marks import OPEN, emitted_in, pieces, strip_marks

_SVG = "{http://www.w3.org/2000/svg}"
_HIDDEN = frozenset(
    {"area", "base", "datalist", "head", "link", "meta", "noembed", "noframes", "param", "rp", "script"}
    | {"source", "style", "template", "title", "track"}
    | {f"{_SVG}title", f"{_SVG}desc", f"{_SVG}metadata"}
)
"""Elements that the engine never shows."""

WORDS = "data-words"
"""What can be read on a picture that is drawn here, a line for each piece."""

DRAWING = f"{_SVG}svg"
"""The element of a drawing on the page itself."""

_AS_READ: dict[int, str] = {
    point: unicodedata.normalize("NFKC", chr(point)) for point in range(0xFB00, 0xFB07)
}
"""What a page does not give back: ligatures are their letters."""

NOT_LAID_OUT: dict[int, None] = dict.fromkeys(map(ord, UNSEEN - {"\u00ad", "\u200b"}))
"""Letters without ink for which the engine would take another font; the others tell where a line may end."""

_BREAK = "\x00"

DEEPEST = 50
"""How many elements may stand inside one another."""

MOST_ELEMENTS = 100_000
"""How many elements one page may have; laid out, each takes some 20 KB."""


MOST_SPANNED = 1000
"""How many columns or rows a cell may go over: the engine makes something of each."""

_SPANS = ("colspan", "rowspan", "span")
_NUMBER = re.compile(r"^\s*\+?(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled template without its marks, what its page must show, and what was emitted out of sight."""

    root: Element
    script: Script
    unseen: tuple[str, ...]


@dataclass(slots=True)
class _Finds:
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)
    """What was emitted, wherever it was met."""


def read_sheet(html: str) -> Sheet:
    """Take a filled template apart as the engine sees it; a line break inside a value becomes ``<br>``.

    Raises:
        TooMuchError: it has too many letters, nests too deeply, or makes too many elements.

    """
    if len(html) > MOST_LAID_OUT and len(strip_marks(html)) > MOST_LAID_OUT:
        raise TooMuchError(phrase("prints more than {most} letters", most=MOST_LAID_OUT))
    root: Element = _Parser(namespace_html_elements=False).parse(html)
    _refuse_too_much(root)
    finds = _Finds()
    _visit(root, finds, shown=True)
    finds.unseen += _passed_over(html, finds.met)
    return Sheet(root, Script(tuple(finds.pieces), tuple(finds.names)), tuple(finds.unseen))


def _passed_over(html: str, met: Sequence[str]) -> Iterator[str]:
    """Find what was emitted where the parser keeps nothing, such as a frameset or above the first element."""
    if html.count(OPEN) != len(met):
        yield from (Counter(map(unescape, emitted_in(html))) - Counter(met)).elements()


class _OpenElements(list[Any]):
    """The elements that are open while a page is read: too many at once would take for ever."""

    def append(self, element: Any) -> None:
        """Open another."""
        if len(self) > DEEPEST:
            raise _too_deep()
        super().append(element)


class _Parser(HTMLParser):  # type: ignore[misc]  # the engine's parser has no types
    """Reads a page, and stops before it takes for ever."""

    def reset(self) -> None:
        """Begin."""
        super().reset()
        self.tree.open_elements = _OpenElements(self.tree.open_elements)


def _too_deep() -> TooMuchError:
    return TooMuchError(phrase("nests elements more than {most} deep", most=DEEPEST))


def _refuse_too_much(root: Element) -> None:
    """Go through the elements level by level: the engine would go down until Python stops it."""
    level, depth, count = [root], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > DEEPEST:
            raise _too_deep()
        if count > MOST_ELEMENTS:
            raise TooMuchError(phrase("makes more than {most} elements", most=MOST_ELEMENTS))
        if any(_span(element) > MOST_SPANNED for element in level):
            raise TooMuchError(phrase("spans more than {most} columns or rows", most=MOST_SPANNED))
        level = [child for element in level for child in element]


def _span(element: Element) -> int:
    """Tell over how many columns or rows a cell or a column says that it goes."""
    return max(int(number) for name in _SPANS for number in _NUMBER.findall(element.get(name, "0")) or ["0"])


def _visit(element: Element, finds: _Finds, *, shown: bool) -> None:
    shown = shown and isinstance(element.tag, str) and not _is_hidden(element)
    if words := element.attrib.pop(WORDS, ""):
        found = [(spelled(word), True) for word in words.split("\n")]
        finds.pieces += found
        finds.names += [""] * len(found)
    _clear_attributes(element, finds)
    children: list[Element] = []
    element.text, breaks = _take(element.text, finds, shown=shown)
    children += breaks
    for child in list(element):
        _visit(child, finds, shown=shown)
        child.tail, breaks = _take(child.tail, finds, shown=shown)
        children += [child, *breaks]
    element[:] = children


def _is_hidden(element: Element) -> bool:
    return element.tag in _HIDDEN or "hidden" in element.attrib


def _clear_attributes(element: Element, finds: _Finds) -> None:
    for name, value in element.attrib.items():
        if OPEN in value:
            emitted = emitted_in(value)
            finds.met += emitted
            finds.unseen += emitted
            element.set(name, strip_marks(value))


def _take(text: str | None, finds: _Finds, *, shown: bool) -> tuple[str, list[Element]]:
    """Write the pieces of one run of text down; give the text back without marks, and its line breaks."""
    found = [piece for piece in pieces(text or "") if piece[0]]
    finds.met += emitted_in(text or "")
    if shown:
        inked = [piece for piece in found if piece[0].strip()]
        finds.pieces += [(spelled(piece), emitted) for piece, emitted, _ in inked]
        finds.names += [name for *_, name in inked]
    else:
        finds.unseen += [piece for piece, emitted, _ in found if emitted]
    laid_out = "".join(_laid_out(piece) if emitted else piece for piece, emitted, _ in found)
    first, *rest = laid_out.split(_BREAK)
    return first, [_line_break(line) for line in rest]


def _laid_out(value: str) -> str:
    return value.translate(NOT_LAID_OUT).replace("\n", _BREAK)


def spelled(text: str) -> str:
    """Give words as they are read back from a page."""
    return unicodedata.normalize("NFC", with_ink(text).translate(_AS_READ))


def _line_break(tail: str) -> Element:
    element = Element("br")
    element.tail = tail
    return element
