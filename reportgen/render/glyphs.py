"""Letters that the faces of a paper cannot print, told before anything is laid out."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportgen.model.artifact import Script
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.render.fonts import ALWAYS_THERE, FontChoice, uncovered

_AROUND: Final = 3
"""How many of the template's own words are shown on each side of a letter without a glyph."""


@lru_cache(maxsize=4096)
def is_usual(text: str) -> bool:
    """Ask whether all faces have the letters of a value: most are those of the paper before."""
    return ALWAYS_THERE.issuperset(text)


def missing_glyphs(script: Script, faces: FontChoice, place: Origin) -> Iterator[Diagnostic]:
    """Report each character that one of the faces cannot print, with the words that it stands in."""
    told: set[str] = set()
    for text, emitted in script.pieces:
        lacking = {letter for face in faces.files.values() for letter in uncovered(text, face)}
        for letter in sorted(lacking - told, key=text.index):
            told.add(letter)
            yield report(
                "glyph-missing",
                place,
                family=faces.family,
                character=letter if letter.isprintable() else phrase("letter"),
                point=f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip(),
                words=text if emitted else _around(text, letter),
            )


def _around(text: str, letter: str) -> str:
    words = text.split()
    at = next((place for place, word in enumerate(words) if letter in word), 0)
    return " ".join(words[max(at - _AROUND, 0) : at + _AROUND + 1])
