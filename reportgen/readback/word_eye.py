"""What of a Word file's letters can be read: not struck out, hidden by a style, white on white, or tiny."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from reportgen.readback.word_styles import Properties, Styles, W, is_on

_OUT: Final = ("vanish", "strike", "dstrike")
_WHITE: Final = re.compile(r"([Ff][0-9A-Fa-f]){3}")
_TINIEST: Final = 8
"""Half points: what is no larger than 4 pt is not meant to be read."""

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
        return any(_backs(one) for one in run.iterancestors())


def symbol(element: Any) -> str:
    """Read a symbol that looks like a digit or a number's sign; pictures are none."""
    code = element.get(f"{W}char", "")
    font = element.get(f"{W}font", "").casefold()
    if not re.fullmatch(r"(?:[Ff]0|00)[0-9A-Fa-f]{2}", code) or font.startswith(_PICTURES):
        return ""
    letter = chr(int(code, 16) & 0xFF)
    return letter if letter in _LETTERS else ""


def _backs(element: Any) -> bool:
    if element.tag == f"{W}txbxContent" or element.find(f"{W}tblPr/{W}tblStyle") is not None:
        return True
    found = (element.find(f"{W}{name}/{W}shd") for name in _BACKS)
    return any(shade is not None and _is_colour(shade.get(f"{W}fill")) for shade in found)


def _is_colour(fill: str | None) -> bool:
    return bool(fill) and fill != "auto" and not _WHITE.fullmatch(fill or "")
