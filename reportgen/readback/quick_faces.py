"""What the faces of a PDF say of their glyphs: for which letters each stands, and how wide they are.

Only faces as our press embeds them are known: two bytes a glyph, with lists that name each glyph by itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

_SUBSET: Final = re.compile(r"^/(?:[A-Z]{6}\+)?")
_SECTION: Final = re.compile(rb"\d+\s+beginbf(char|range)\s+(.*?)\s*endbf(?:char|range)", re.DOTALL)
_CHARS: Final = re.compile(rb"(?:<([0-9a-fA-F]{4})>\s*<((?:[0-9a-fA-F]{4})+)>\s*)+")
_CHAR: Final = re.compile(rb"<([0-9a-fA-F]{4})>\s*<((?:[0-9a-fA-F]{4})+)>")
_WIDTH: Final = re.compile(r"\d+(?:\.\d+)?")
_FIRST_SURROGATE: Final = 0xD800
_EM: Final = 1000

DIGITS: Final = 4
"""Hexadecimal digits of a glyph."""

_OTHERS: Final = -1
"""Stands for the glyphs of which nothing is said."""


class Spelling(dict[int, str]):
    """What each glyph of a face stands for; of others nobody knows."""

    def __missing__(self, glyph: int) -> str:
        """Read a glyph of which the file does not say what it is as the sign for that."""
        return "\ufffd"


@dataclass(frozen=True, slots=True)
class Face:
    """A face's name, what its glyphs stand for, and how wide they are, in parts of the letters' size."""

    name: str
    spelling: Spelling
    widths: Mapping[int, float]
    widest: float

    def width(self, run: str) -> float:
        """Tell how wide a run of glyphs is."""
        glyphs = (int(run[place : place + DIGITS], 16) for place in range(0, len(run), DIGITS))
        return sum(self.widths.get(glyph, self.widest) for glyph in glyphs)

    def read(self, runs: list[str]) -> list[str]:
        """Read runs of glyphs, four hexadecimal digits each.

        Raises:
            UnicodeDecodeError, ValueError: there are glyphs that no face of ours has.

        """
        glyphs = bytes.fromhex("ffff".join(runs)).decode("utf-16-be")
        return glyphs.translate(self.spelling).split(_BETWEEN)


_BETWEEN: Final = "\uffff"
"""Stands between runs."""


def face_of(font: Any) -> Face | None:
    """Read what a file says of a face; nothing where it says it in another way than our press."""
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        return None
    below, says = font.get("/DescendantFonts"), font.get("/ToUnicode")
    if not isinstance(below, pikepdf.Array) or not isinstance(says, pikepdf.Stream):
        return None
    spelling, widths = _spelling(says.read_bytes()), _widths(below[0])
    if spelling is None or widths is None:
        return None
    name = _SUBSET.sub("", str(font.get("/BaseFont")))
    return Face(name, spelling, widths, max(widths.values()))


def _spelling(says: bytes) -> Spelling | None:
    """Read which letters glyphs stand for, where it is said of each by itself."""
    found = Spelling({ord(_BETWEEN): _BETWEEN})
    for sort, pairs in _SECTION.findall(says):
        if sort != b"char" or not _CHARS.fullmatch(pairs):
            return None
        for glyph, letters in _CHAR.findall(pairs):
            found[int(glyph, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be", errors="replace")
    return None if any(_FIRST_SURROGATE <= glyph < ord(_BETWEEN) for glyph in found) else found


def _widths(below: Any) -> dict[int, float] | None:
    """Read how wide glyphs are, where it is said of each by itself."""
    said = list(below.get("/W", ()))
    if below.get("/CIDToGIDMap") != "/Identity" or not all(
        isinstance(run, pikepdf.Array) for run in said[1::2]
    ):
        return None
    widths = {_OTHERS: float(below.get("/DW", _EM)) / _EM}
    for first, run in zip(said[::2], said[1::2], strict=True):
        widths |= {int(first) + place: float(width) / _EM for place, width in enumerate(run)}
    return widths
