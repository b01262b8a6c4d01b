"""The mark-up of a Word template as tags and words, in the order in which they stand."""

import re
from collections.abc import Iterator
from typing import Final

from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.plate.state import TEXT, said
from reportgen.render.word.places import W
from reportgen.render.word.text import SIGNS

Pieces = tuple[tuple[str, bool], ...]
"""What a stretch of the template puts on the page."""

_TOKEN: Final = re.compile(
    r'<(?:/(?P<end>[\w:.-]+)|(?P<tag>[\w:.-]+)(?P<said>(?:\s+[\w:.-]+="[^"<]*")*)(?P<empty>/)?)\s*>'
    r"|(?P<words>[^<]+)"
)
_ON_PAGE: Final = {tag.replace(W, "w:"): sign for tag, sign in SIGNS.items()}
_NARROW: Final = re.compile(rf"<{TEXT}>(?=\s|[^<]*(?:\s<|\Z))")
"""A text whose spaces at its ends Word would leave out, or whose end is not known yet."""

_WIDE: Final = f'<{TEXT} xml:space="preserve">'
_OF_PARAGRAPH: Final = re.compile(r'\s[\w.-]+:paraId="[^"]*"')
_MARKS: Final = frozenset({"w:bookmarkStart", "w:bookmarkEnd"})
_CONTROL: Final = "w:sdtPr"
_STYLE: Final = "w:pStyle"


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Take mark-up apart; a tag that is cut in two has no proof."""
    end = 0
    for token in _TOKEN.finditer(text):
        if token.start() != end:
            break
        end = token.end()
        yield token
    if end != len(text):
        raise UnprovenError(Detour.MARK_UP)


def fitted(text: str, *, again: bool) -> str:
    """Fit the template's own text for printing; what is printed ``again`` and again has no identifiers."""
    text = _NARROW.sub(_WIDE, text)
    return _OF_PARAGRAPH.sub("", text) if again else text


def sign_of(tag: str) -> Pieces:
    """Tell what an element of this tag puts on the page of its own, such as a tab."""
    return ((_ON_PAGE[tag], False),) if tag in _ON_PAGE else ()


def style_of(token: re.Match[str]) -> str | None:
    """Tell which style a tag gives its paragraph."""
    return said(token["said"]).get("w:val", "") if token["tag"] == _STYLE else None


def identifiers(tag: str, attributes: str, outer: str) -> Iterator[tuple[str, str]]:
    """Find what may stand only once in a document: of which sort it is, and its name."""
    if tag in _MARKS or (tag == "w:id" and outer == _CONTROL) or tag.endswith(":docPr"):
        names = said(attributes)
        yield tag, names.get("w:id") or names.get("w:val") or names.get("id", "")
    elif "paraId=" in attributes:
        yield from (("paraId", name) for name in _OF_PARAGRAPH.findall(attributes))
