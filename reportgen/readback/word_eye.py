"""What of a Word file's letters can be read: not struck out, hidden, of the colour behind them, or tiny."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from reportgen.readback.word_styles import Properties, Styles, W, is_on

_OUT: Final = ("vanish", "strike", "dstrike")
_WHITE: Final = re.compile(r"([Ff][0-9A-Fa-f]){3}")
_TINIEST: Final = 8
"""Half points: what is no larger than 4 pt is not meant to be read."""

_NARROWEST: Final = 30
"""Percent: letters that are no wider than so much of their width are strokes."""

_PILED: Final = -4
"""Twentieths of a point for each half point of size: closer letters lie upon each other."""

_USUAL_SIZE: Final = 22
_LOWEST_ROW: Final = 80
"""Twentieths of a point: a row of a table that is no higher shows nothing."""

_NEAR: Final = 0x20
"""Colours whose red, green and blue differ by less look alike."""

_HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "00008B", "darkCyan": "008B8B",
    "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000",
    "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}  # fmt: skip
_PICTURES: Final = ("wingdings", "webdings", "zapf", "marlett")
_LETTERS: Final = frozenset("0123456789.,%+-")
_BACKS: Final = ("rPr", "pPr", "tcPr", "tblPr")


@dataclass(slots=True, eq=False)
class Eye:
    """Looks at runs as people do; ``seen`` keeps what runs set alike came to."""

    styles: Styles
    seen: dict[tuple[str, bytes], Properties] = field(default_factory=dict)

    def reads(self, run: Any) -> bool:
        """Ask whether a run's letters can be read, and are not struck out."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is None:
            return True
        look = self._look(run, paragraph)
        size = look.get("sz", {}).get("val", "")
        if any(is_on(look, name) for name in _OUT) or (size.isdecimal() and int(size) <= _TINIEST):
            return False
        if _is_squeezed(look) or _is_of_its_ground(look) or any(map(_hides, run.iterancestors(*_HIDERS))):
            return False
        white = _WHITE.fullmatch(look.get("color", {}).get("val", ""))
        return not white or self._is_backed(run, paragraph, look)

    def _look(self, run: Any, paragraph: Any) -> Properties:
        own, named = run.find(f"{W}rPr"), paragraph.find(f"{W}pPr/{W}pStyle")
        key = (
            "" if named is None else named.get(f"{W}val", ""),
            b"" if own is None else etree.tostring(own, with_tail=False),
        )
        if key not in self.seen:
            self.seen[key] = self.styles.run(run, paragraph)
        return self.seen[key]

    def _is_backed(self, run: Any, paragraph: Any, look: Properties) -> bool:
        """Ask whether white letters may stand on a colour: of their own, a cell's, a table's or a box's."""
        looks = (look, self.styles.paragraph(paragraph))
        if "highlight" in look or any(_is_colour(one.get("shd", {}).get("fill")) for one in looks):
            return True
        return any(self._backs(one) for one in run.iterancestors())

    def _backs(self, element: Any) -> bool:
        named = element.find(f"{W}tblPr/{W}tblStyle")
        if named is not None and self.styles.tints(named.get(f"{W}val", "")):
            return True
        found = (element.find(f"{W}{name}/{W}shd") for name in _BACKS)
        shades = any(shade is not None and _is_colour(shade.get(f"{W}fill")) for shade in found)
        return shades or element.tag == f"{W}txbxContent"


def symbol(element: Any) -> str:
    """Read a symbol that looks like a digit or a number's sign; pictures are none."""
    code = element.get(f"{W}char", "")
    font = element.get(f"{W}font", "").casefold()
    if not re.fullmatch(r"(?:[Ff]0|00)[0-9A-Fa-f]{2}", code) or font.startswith(_PICTURES):
        return ""
    letter = chr(int(code, 16) & 0xFF)
    return letter if letter in _LETTERS else ""


_HIDERS: Final = (f"{W}tr", f"{W}bdo")


def _hides(element: Any) -> bool:
    """Ask whether a row of a table shows nothing, or letters are turned round by what they stand in."""
    if element.tag == f"{W}bdo":
        return bool(element.get(f"{W}val") == "rtl")
    properties = element.find(f"{W}trPr")
    if properties is None:
        return False
    hidden, height = properties.find(f"{W}hidden"), properties.find(f"{W}trHeight")
    if hidden is not None and is_on({"hidden": {"val": hidden.get(f"{W}val", "1")}}, "hidden"):
        return True
    low = height is not None and height.get(f"{W}hRule") == "exact"
    return low and _number(height.get(f"{W}val"), _LOWEST_ROW + 1) <= _LOWEST_ROW


def _is_squeezed(look: Properties) -> bool:
    """Ask whether letters are strokes, lie upon each other, or are pictures of a font."""
    slots = look.get("rFonts", {})
    fonts = (slots.get(slot, "").casefold() for slot in ("ascii", "hAnsi"))
    size = _number(look.get("sz", {}).get("val"), _USUAL_SIZE)
    piled = _number(look.get("spacing", {}).get("val"), 0) <= _PILED * size
    narrow = _number(look.get("w", {}).get("val"), 100) <= _NARROWEST
    return piled or narrow or any(font.startswith(_PICTURES) for font in fonts)


def _is_of_its_ground(look: Properties) -> bool:
    """Ask whether letters have the colour that they stand on; without a colour they are black."""
    colour = look.get("color", {}).get("val", "auto")
    lit = _HIGHLIGHTS.get(look.get("highlight", {}).get("val", ""))
    if colour == "auto":  # Word makes such letters white on a dark shade, and leaves them on a highlight
        return lit is not None and _alike("000000", lit)
    shade = look.get("shd", {}).get("fill", "auto")
    ground = lit or (shade if _is_colour(shade) else None)
    return ground is not None and _alike(colour, ground)


def _alike(one: str, other: str) -> bool:
    try:
        pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
        return all(abs(a - b) < _NEAR for a, b in pairs)
    except ValueError:
        return False


def _number(text: str | None, default: int) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default


def _is_colour(fill: str | None) -> bool:
    return bool(fill) and fill != "auto" and not _WHITE.fullmatch(fill or "")
