"""Words broken into lines, as many on each as fit.

WeasyPrint 70 lets Pango fill a line, whose last letter is moved towards the space behind it, and takes one
more word where that fits without its space (`weasyprint.text.line_break.split_first_line`). So a line ends at
the last place before which all fits, of those at which Unicode lets one end (UAX 14, asked of Pango); the
space there is dropped. What fits or not by a hair, or only with its space or without, is left to the engine,
and so is a word as wide as a line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from weasyprint.text.ffi import TO_UNITS
from weasyprint.text.line_break import get_log_attrs

from reportgen.render.stamp.fount import Fount, Letter
from reportgen.render.stamp.lesson import EDGE

_SIMPLE: Final = re.compile("[0-9A-Za-zÀ-ɏḀ-ỿ][0-9A-Za-zÀ-ɏḀ-ỿ.,:;]*")
"""Words between two of which a line may end, and in which it may not."""

_HAIR: Final = 0.1 * TO_UNITS


@dataclass(frozen=True, slots=True)
class Room:
    """How long the first line is, and the others, in Pango's units, as all lengths; the words' language.

    As ``near`` as this to the end of a line, it counts how a letter is moved towards a space.
    """

    first: float
    others: float
    near: float
    language: str | None

    def is_sure(self, *beyond: float) -> bool:
        """Ask whether words are all beyond the end of a line, or none is, and not by a hair."""
        return all(one > _HAIR for one in beyond) or all(one < -_HAIR for one in beyond)


def broken(text: str, fount: Fount, room: Room) -> list[str] | None:
    """Break words into lines; nothing where a letter lacks in their fount, or the engine must look."""
    words, lines = text.split(" "), list[str]()
    while words:
        end = _end(words, fount, room, room.others if lines else room.first)
        if end is None:
            return None
        line, words = end
        lines.append(line)
    return lines


def _end(words: Sequence[str], fount: Fount, room: Room, length: float) -> tuple[str, list[str]] | None:
    """Fill a line; give it, and the words that are left."""
    width, before = 0.0, EDGE
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 2]
        around = fount.word(f"{before}{word}{' ' if behind else EDGE}")
        if around is None:
            return None
        beyond = width + around.advance - length
        if abs(beyond) < room.near:
            last = fount.word(f"{before}{word}{EDGE}")
            if last is None or not room.is_sure(beyond, width + last.advance - length):
                return None
        if beyond > 0:
            return _cut(words, place, around.letters, length - width, room)
        if behind:
            space = fount.word(f"{word[-1:]} {behind[0][:1]}")
            if space is None:
                return None
            width, before = width + around.advance + space.advance, " "
    return " ".join(words), []


def _cut(
    words: Sequence[str], place: int, letters: Sequence[Letter], free: float, room: Room
) -> tuple[str, list[str]] | None:
    """End a line before a word that does not fit, or in it; ``free`` is what is left for it."""
    word, line = words[place], " ".join(words[:place])
    if line and _SIMPLE.fullmatch(word) and _SIMPLE.fullmatch(words[place - 1]):
        return line, list(words[place:])
    for end in _ends(words, place, room.language):
        beyond = sum(letter.advance for letter in letters[:end]) - free
        if end and not room.is_sure(beyond):
            return None
        if end and beyond < 0:
            return " ".join([*words[:place], word[:end]]), [word[end:], *words[place + 1 :]]
        if line and not end:
            return line, list(words[place:])
    return None


def _ends(words: Sequence[str], place: int, language: str | None) -> Iterator[int]:
    """Give the letters of a word before which a line may end, from the last to the first."""
    begin = sum(len(word) + 1 for word in words[:place])
    attributes = get_log_attrs(" ".join(words), language)
    for letter in reversed(range(len(words[place]))):
        if attributes[begin + letter].is_line_break:
            yield letter
