"""The end of a paper that a plate prints: what is done to a tree when it was filled, done to its bytes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.plate.proof import KEPT_BEGINS

_END: Final = b"</w:p>"
_BEGINS: Final = (b"<w:p>", b"<w:p ")
_ROW_ENDS: Final = b"</w:tr>"
_ROW_BEGINS: Final = (b"<w:tr>", b"<w:tr ")
_PROPERTIES: Final = re.compile(rb"<w:p(?: [^>]*)?><w:pPr>(.*?)</w:pPr>", re.DOTALL)
_STYLE: Final = re.compile(rb"<w:pStyle [^>]*/>")
_SECTION: Final = b"<w:sectPr"
_SECTION_ENDS: Final = b"</w:sectPr>"
_BODY_ENDS: Final = b"</w:body>"
_BLOCKS: Final = ("</w:p>", "<w:p/>", "</w:sdt>")
_BEFORE: Final[Mapping[str, Sequence[str]]] = {"w:tbl": ("</w:tr>",), "w:tr": ("</w:tc>",)}
"""What stands before the end of an element that has what it must have."""

_KEEP: Final = b"<w:keepNext/>"
_KEPT_BEGINS: Final = KEPT_BEGINS.encode()


def kept_together(text: bytes) -> bytes:
    """Keep what stands above a closing paragraph or a row of totals with it.

    Each stretch is looked at alone, unless what it ends with begins further above: a page may be long.
    """
    *above, last = text.split(_KEPT_BEGINS)
    found: list[bytes] = []
    for one in above:
        begins = _BEGINS if one.endswith(_END) else _ROW_BEGINS
        if any(begin in one for begin in begins):
            found.append(_kept(one))
        else:
            found = [_kept(b"".join([*found, one]))]
    return b"".join([*found, last])


def with_last_section(text: bytes) -> bytes:
    """Take a last section away in which nothing is left."""
    place = text.rfind(_SECTION)
    if (
        place < 0
        or not text.startswith(_BODY_ENDS, _section_ends(text, place))
        or not text.endswith(_END, 0, place)
    ):
        return text
    begin = _last(text, _BEGINS, _END, place)
    own = text.find(_SECTION, begin, place)
    if own < 0:
        return text
    end = _section_ends(text, own)
    return b"".join((text[:own], text[end:place], text[own:end], text[_section_ends(text, place) :]))


def _section_ends(text: bytes, place: int) -> int:
    tag = text.index(b">", place) + 1
    return tag if text[tag - 2 : tag - 1] == b"/" else text.index(_SECTION_ENDS, tag) + len(_SECTION_ENDS)


def is_whole(text: str, unsure: Iterable[str]) -> bool:
    """Tell that no element of these sorts is left without what it must hold."""
    for tag in unsure:
        end = f"</{tag}>"
        if text.count(end) != sum(text.count(f"{before}{end}") for before in _BEFORE.get(tag, _BLOCKS)):
            return False
    return True


def _last(text: bytes, begins: Iterable[bytes], ends: bytes, place: int) -> int:
    """Find the beginning of the element that ends at a place; it holds none of its own sort.

    It begins behind the end of the one before: nothing above that is looked at, for a page may be long.
    """
    before = text.rfind(ends, 0, place - len(ends)) + 1
    begin = max(text.rfind(one, before, place) for one in begins)
    if begin < 0:
        raise UnprovenError(Detour.CLOSING)
    return begin


def _kept(text: bytes) -> bytes:
    """Keep the last paragraph or row, where one is what a text ends with."""
    if text.endswith(_END):
        begin = _last(text, _BEGINS, _END, len(text))
    elif text.endswith(_ROW_ENDS):
        begin = _last(text, _ROW_BEGINS, _ROW_ENDS, len(text))
    else:
        return text
    return text[:begin] + _PROPERTIES.sub(_keeping, text[begin:])


def _keeping(properties: re.Match[bytes]) -> bytes:
    style = _STYLE.search(properties[1])
    if style is None or b"<w:keepNext" in properties[1]:
        return properties[0]
    place = properties.start(1) - properties.start() + style.end()
    return properties[0][:place] + _KEEP + properties[0][place:]
