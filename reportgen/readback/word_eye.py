"""What of a Word file's letters can be read: not struck out, hidden, of the colour behind them, or tiny."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from reportgen.readback.word_colours import Colour, alike, ground, ink
from reportgen.readback.word_places import (
    is_unseen_cell,
    is_unseen_paragraph,
    is_unseen_row,
    is_unseen_table,
    number,
)
from reportgen.readback.word_styles import Properties, Styles, W, is_on

_OUT: Final = ("vanish", "strike", "dstrike", "rtl", "cs")
"""Hidden, struck out, or of a script that runs the other way, whose letters have sizes of their own."""

_WHITE: Final = re.compile(r"([Ff][0-9A-Fa-f]){3}")
_TINIEST: Final = 8
"""Half points: what is no larger than 4 pt is not meant to be read."""

_NARROWEST: Final = 30
"""Percent: letters that are no wider than so much of their width are strokes."""

_PILED: Final = -4
"""Twentieths of a point for each half point of size: closer letters lie upon each other."""

_APART: Final = 600
"""Twentieths of a point: letters with more between them are none of one word."""

_RAISED: Final = 80
"""Half points: letters that stand higher, or lower, belong to no line."""

_FITTED: Final = 40
"""Twentieths of a point for each letter: into less none fits."""

_USUAL_SIZE: Final = 22
_SHEET: Final = (255, 255, 255)
_BLACK: Final = (0, 0, 0)
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_UNSEEN: Final = {f"{W}tr": is_unseen_row, f"{W}tc": is_unseen_cell, f"{W}tbl": is_unseen_table}
_PICTURES: Final = ("wingdings", "webdings", "zapf", "marlett")
_SLOTS: Final = ("ascii", "hAnsi")
_SIGNS: Final = frozenset(".,%+-")
_SYMBOL: Final = "symbol"
_BACKS: Final = ("rPr", "pPr", "tcPr", "tblPr")


@dataclass(slots=True, eq=False)
class Eye:
    """Looks at runs as people do; ``seen`` keeps what runs set alike came to."""

    styles: Styles
    theme: Mapping[str, str]
    seen: dict[tuple[str, bytes], Properties] = field(default_factory=dict)
    tables: dict[str, list[Properties]] = field(default_factory=dict)

    def reads(self, run: Any) -> bool:
        """Ask whether a run's letters can be read, and are not struck out."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is None:
            return True
        look = self._look(run, paragraph)
        if any(is_on(look, name) for name in _OUT) or _is_tiny(look) or self._is_picture(look):
            return False
        if _is_squeezed(look, sum(len(one.text or "") for one in run.iter(f"{W}t"))):
            return False
        if _is_without_ink(run.find(f"{W}rPr")) or any(map(_is_turned, run.iterancestors(*_TURNED))):
            return False
        return self._stands_out(run, paragraph, look) and not self._is_hidden_by_table(run, look)

    def finds(self, place: Any) -> bool:
        """Ask whether a paragraph, or a row, a cell or a table, is where it can be seen."""
        if place.tag == f"{W}p":
            return not is_unseen_paragraph(self._paragraph(place))
        return not _UNSEEN[place.tag](place)

    def _paragraph(self, paragraph: Any) -> Properties:
        own = paragraph.find(f"{W}pPr")
        key = ("p", b"" if own is None else etree.tostring(own, with_tail=False))
        if key not in self.seen:
            self.seen[key] = self.styles.paragraph(paragraph)
        return self.seen[key]

    def _is_picture(self, look: Properties) -> bool:
        """Ask whether letters are pictures of a font."""
        slots = {name: font for name, font in look.get("rFonts", {}).items() if name.startswith(_SLOTS)}
        return any(font.casefold().startswith(_PICTURES) for font in self.styles.fonts({"rFonts": slots}))

    def _stands_out(self, run: Any, paragraph: Any, look: Properties) -> bool:
        """Ask whether letters have another colour than they stand on; those of no colour are black."""
        said = look.get("color", {})
        colours = list(ink(said, self.theme))
        if said.get("val", "auto") == "auto" and not said.get("themeColor"):
            # Word makes such letters white on a dark shade, and leaves them on a highlight
            lit = ground(look, self.theme) if "highlight" in look else []
            return not any(alike(_BLACK, one) for one in lit)
        backs = self._behind(run, paragraph, look)
        if any(alike(one, back) for one in colours for back in backs):
            return False
        white = any(alike(one, _SHEET) for one in colours)
        return not white or self._is_backed(run, paragraph, look)

    def _behind(self, run: Any, paragraph: Any, look: Properties) -> list[Colour]:
        """Find what lies behind letters: their own shade, else the paragraph's, the cell's or the table's."""
        looks = (look, self._paragraph(paragraph))
        if found := next(filter(None, (ground(one, self.theme) for one in looks)), None):
            return found
        for one in run.iterancestors(f"{W}tc", f"{W}tbl"):
            for name in _BACKS:
                if (shade := one.find(f"{W}{name}/{W}shd")) is not None:
                    said = {key.removeprefix(W): value for key, value in shade.attrib.items()}
                    if found := ground({"shd": said}, self.theme):
                        return found
        return []

    def _is_hidden_by_table(self, run: Any, look: Properties) -> bool:
        """Ask whether the style of a table hides its letters, where they do not say otherwise themselves."""
        for table in run.iterancestors(f"{W}tbl"):
            named = table.find(f"{W}tblPr/{W}tblStyle")
            name = "" if named is None else named.get(f"{W}val", "")
            if name not in self.tables:
                self.tables[name] = self.styles.in_table(name)
            for said in self.tables[name]:
                left = {one: value for one, value in said.items() if one not in look}
                if any(is_on(left, one) for one in _OUT) or _is_tiny(said):
                    return True
                white = any(alike(one, _SHEET) for one in ink(left.get("color", {}), self.theme))
                if white and not self._is_backed(run, next(run.iterancestors(f"{W}p")), look):
                    return True
        return False

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
        looks = (look, self._paragraph(paragraph))
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


def _is_tiny(look: Properties) -> bool:
    size = look.get("sz", {}).get("val", "")
    return size.isdecimal() and int(size) <= _TINIEST


def symbol(element: Any) -> str:
    """Read a symbol that looks like a digit, a number's sign or a letter; pictures are none, nor is Greek."""
    code = element.get(f"{W}char", "")
    font = element.get(f"{W}font", "").casefold()
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code) or font.startswith(_PICTURES):
        return ""
    own = code[:2].upper() == "F0"  # where fonts keep what is no letter of any script
    letter = chr(int(code[2:] if own else code, 16))
    plain = letter.isnumeric() or letter in _SIGNS or (letter.isalpha() and not font.startswith(_SYMBOL))
    return letter if plain else ""


_TURNED: Final = (f"{W}bdo", f"{W}dir")


def _is_turned(element: Any) -> bool:
    """Ask whether letters are turned round by what they stand in."""
    return bool(element.get(f"{W}val") == "rtl")


def _is_squeezed(look: Properties, letters: int) -> bool:
    """Ask whether letters are strokes, lie upon each other, or stand far from their line or each other."""
    size = number(look.get("sz", {}).get("val"), _USUAL_SIZE)
    space = number(look.get("spacing", {}).get("val"), 0)
    piled = not _PILED * size < space < _APART
    narrow = number(look.get("w", {}).get("val"), 100) <= _NARROWEST
    raised = abs(number(look.get("position", {}).get("val"), 0)) > _RAISED
    fitted = "fitText" in look and number(look["fitText"].get("val"), 0) < _FITTED * letters
    return piled or narrow or raised or fitted


def _is_without_ink(own: Any) -> bool:
    """Ask whether letters are filled with something else than a plain dark colour, as newer programs do."""
    filled = None if own is None else own.find(f"{_W14}textFill")
    if filled is None:
        return False
    plain = filled.find(f"{_W14}solidFill/{_W14}srgbClr")
    colour = "" if plain is None or len(plain) else plain.get(f"{_W14}val", "")
    return not colour or bool(_WHITE.fullmatch(colour))


def _is_colour(fill: str | None) -> bool:
    return bool(fill) and fill != "auto" and not _WHITE.fullmatch(fill or "")
