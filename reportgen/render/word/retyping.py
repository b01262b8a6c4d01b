"""Tags of docxtpl's dialect that Jinja does not know, typed anew as it knows them, before translation."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reportgen.render.word.places import ALT, PARAGRAPH, PICTURE, TEXT, Element, Tag, Token, W

BRACES: Final[Mapping[str, str]] = {
    "{_{": "{{",
    "}_}": "}}",
    "{_%": "{%",
    "%_}": "%}",
    "{_#": "{#",
    "#_}": "#}",
}
"""How the dialect writes braces that shall be printed."""

CELL_TAGS: Final = frozenset({"vm", "hm", "colspan", "cellbg"})
"""Tags that say something of the cell they stand in."""

_TRIMS: Final = re.compile(r"^{%[-+]|[-+]%}$")
_SAID: Final = re.compile(r"{%[-+]?\s*\w+\s*(?P<rest>.*?)\s*[-+]?%}", re.DOTALL)
_WHITE: Final = " \t\r\n"
"""What a trim takes away; a space that does not break is meant to stay."""

_OF_LINES: Final = "textWrapping"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SEEN: Final = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "br", "tab", "footnoteReference", "fldChar")
)


def raw_as_words(tokens: Iterable[Token]) -> list[Token]:
    """Take what stands between ``{% raw %}`` and its end for words."""
    found: list[Token] = []
    inside = False
    for token in tokens:
        keyword = token.tag.keyword if token.tag else ""
        inside = inside and keyword != "endraw"
        found.append(_as_words(token) if inside else token)
        inside = inside or keyword == "raw"
    return found


def merge_paragraphs(tokens: Sequence[Token]) -> list[Token]:
    """Do what ``{%-`` and ``-%}`` ask for: take white space away, and the end of the paragraph with it."""
    trimmed = list(tokens)
    for number, token in enumerate(tokens):
        if token.tag is None or token.tag.prefix or not token.tag.keyword:
            continue
        if token.text.startswith("{%-"):
            _trim(trimmed, number, -1)
        if token.text.endswith("-%}"):
            _trim(trimmed, number, 1)
    return trimmed


def comment_out(tokens: Iterable[Token]) -> None:
    """Empty the paragraph, row or cell that ``{#p``, ``{#tr`` or ``{#tc`` takes away with it."""
    for token in tokens:
        tag = token.tag
        if tag is None or not tag.text.startswith("{#") or not tag.prefix or tag.holder is None:
            continue
        for element in list(tag.holder.iter(TEXT, *_SEEN)):
            if element.tag == TEXT and element not in tag.texts:
                element.text = ""
            elif element.tag != TEXT and (holder := element.getparent()) is not None:
                holder.remove(element)


def retyped(before: Iterable[Token], tokens: Iterable[Token]) -> list[Token]:
    """Type tags as Jinja knows them, and write every paragraph anew in which anything changed."""
    cells = 0
    found: list[Token] = []
    for token in tokens:
        tag = token.tag
        if tag is not None and tag.keyword in CELL_TAGS:
            found.append(_told(token, _cell_tag(tag, cells)))
            cells += 1
        else:
            found.append(token if tag is None else _told(token, _plain(tag)))
    changed = [(old, new) for old, new in zip(before, found, strict=True) if old.text != new.text]
    _write({_paragraph(token.element) for pair in changed for token in pair}, found)
    return found


def cell_tags(tokens: Iterable[Token]) -> list[Tag]:
    """List the tags that say something of their cell, in the order of their numbers."""
    return [token.tag for token in tokens if token.tag and token.tag.keyword in CELL_TAGS]


def _as_words(token: Token) -> Token:
    if token.tag is None:
        return token
    text = token.text
    for written, printed in BRACES.items():
        text = text.replace(printed, written)
    return Token(token.element, text)


def _told(token: Token, text: str) -> Token:
    """Give a tag another text; its places stay."""
    if text == token.text or token.tag is None:
        return token
    return Token(token.element, text, replace(token.tag, texts=(token.element,)))


def _plain(tag: Tag) -> str:
    """Write a tag without what was done already: trims, the limits of raw text, and where values stand."""
    if tag.keyword in {"raw", "endraw"}:
        return f"{{#{tag.prefix} {tag.keyword} #}}"
    if tag.texts[0].tag == PICTURE:
        return f"{{{{ ({tag.text[2:-2].strip('-+ ')})|whole_picture }}}}"
    if tag.text.startswith("{{") and tag.prefix == "p":
        return f"{{{{ ({tag.text[2:-2].lstrip('-+')[1:].rstrip('-+').strip()})|whole_paragraph }}}}"
    if tag.text.startswith("{{") and tag.prefix == "r":
        return "{{" + tag.text[2:].lstrip("-+")[1:]
    return _TRIMS.sub(lambda trim: trim.group().strip("-+"), tag.text) if not tag.prefix else tag.text


def _cell_tag(tag: Tag, number: int) -> str:
    said = _SAID.fullmatch(tag.text)
    return _CELL_TAGS[tag.keyword](said["rest"] if said else "", number)


_CELL_TAGS: Final[Mapping[str, Callable[[str, int], str]]] = {
    "vm": lambda _, number: f"{{{{ loop|cell_merged_down({number}) }}}}",
    "hm": lambda _, number: f"{{{{ loop|cell_merged_across({number}) }}}}",
    "colspan": lambda value, number: f"{{{{ ({value})|cell_columns({number}) }}}}",
    "cellbg": lambda value, number: f"{{{{ ({value})|cell_colour({number}) }}}}",
}


def _trim(tokens: list[Token], number: int, way: int) -> None:
    """Go from a tag to the edge of its paragraph, and over it when nothing stands between."""
    holder = _paragraph(tokens[number].element)
    place = number + way
    while 0 <= place < len(tokens) and _paragraph(tokens[place].element) is holder:
        token = tokens[place]
        bare = "" if token.tag else token.text.rstrip(_WHITE) if way < 0 else token.text.lstrip(_WHITE)
        if token.tag is None:
            tokens[place] = replace(token, text=bare)
        if token.tag or bare:
            _take_breaks(tokens[number], token)
            return
        place += way
    if holder is not None and not _sees(tokens[number].element, holder, way):
        _merge(holder, way)


def _take_breaks(tag: Token, other: Token) -> None:
    """Take the line breaks away that stand between a tag and the words or the tag beside it."""
    holder = _paragraph(tag.element)
    if holder is None or tag.element is other.element:
        return
    order = list(holder.iter(TEXT, f"{W}br"))
    ends = sorted((order.index(tag.element), order.index(other.element)))
    for element in order[ends[0] : ends[1]]:
        of_lines = element.tag != TEXT and element.get(f"{W}type", _OF_LINES) == _OF_LINES
        if of_lines and (run := element.getparent()) is not None:
            run.remove(element)


def _sees(text: Element, paragraph: Element, way: int) -> bool:
    """Ask whether a picture, a tab or the like stands between a tag and the edge of its paragraph."""
    order = list(paragraph.iter(TEXT, *_SEEN))
    place = order.index(text)
    beside = order[:place] if way < 0 else order[place + 1 :]
    return any(element.tag != TEXT for element in beside)


def _merge(paragraph: Element, way: int) -> None:
    """Join a paragraph with its neighbour; the first of the two says how they look."""
    other = paragraph.getprevious() if way < 0 else paragraph.getnext()
    if other is None or other.tag != PARAGRAPH:
        return
    first, second = (other, paragraph) if way < 0 else (paragraph, other)
    if next(second.iter(f"{W}sectPr"), None) is not None or (holder := second.getparent()) is None:
        return
    for child in list(second):
        if child.tag != f"{W}pPr":
            first.append(child)
    holder.remove(second)


def _paragraph(text: Element) -> Element | None:
    return next(text.iterancestors(PARAGRAPH), None)


def _write(changed: set[Element | None], tokens: Iterable[Token]) -> None:
    texts: dict[Element, str] = {}
    for token in tokens:
        if token.element.tag == PICTURE:
            token.element.set(ALT, token.text)
    for paragraph in changed:
        own = paragraph.iter(TEXT) if paragraph is not None else ()
        texts |= {text: "" for text in own if _paragraph(text) is paragraph}
    for token in tokens:
        if token.element in texts:
            texts[token.element] += token.text
    for element, text in texts.items():
        element.text = text
        element.set(_SPACE, "preserve")
