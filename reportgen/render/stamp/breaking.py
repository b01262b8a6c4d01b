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

from reportgen.render.scripts import WORD
from reportgen.render.stamp.fount import Fount, Word
from reportgen.render.stamp.lesson import EDGE

_SIMPLE: Final = re.compile(WORD)
"""Words between two of which a line may end, and in which it may not."""

_HAIR: Final = 0.1 * TO_UNITS


_End = tuple[str, list[str]]
"""A line, and the words that are left."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How long the first line of a paragraph is, and the others; in Pango's units, as all lengths here.

    As ``near`` as this to the end of a line, it counts how a letter is moved towards the next one.
    """

    fount: Fount
    first: float
    others: float
    near: float
    language: str | None

    def broken(self, text: str) -> list[str] | None:
        """Break words into lines; nothing where a letter lacks in their fount, or the engine must look."""
        words, lines = text.split(" "), list[str]()
        while words:
            end = self._end(words, self.others if lines else self.first)
            if end is None:
                return None
            line, words = end
            lines.append(line)
        return lines

    def _end(self, words: Sequence[str], free: float) -> _End | None:
        """Fill a line."""
        before = EDGE
        for place, word in enumerate(words):
            behind = words[place + 1 : place + 2]
            around = self.fount.word(f"{before}{word}{' ' if behind else EDGE}")
            if around is None:
                return None
            beyond = self._beyond(around.advance - free, f"{before}{word}{EDGE}", free)
            if beyond is None:
                return None
            if beyond > 0:
                return self._cut(words, place, around, free)
            if behind:
                space = self.fount.word(f"{word[-1:]} {behind[0][:1]}")
                if space is None:
                    return None
                free, before = free - around.advance - space.advance, " "
        return " ".join(words), []

    def _beyond(self, beyond: float, last: str, free: float) -> float | None:
        """Tell how far a line would be beyond its end; nothing where that hangs on what is behind it.

        Near it, its ``last`` word counts as it would end the line.
        """
        if abs(beyond) >= self.near:
            return beyond
        word = self.fount.word(last)
        both = (beyond, word.advance - free) if word else (0.0, 0.0)
        return beyond if min(both) > _HAIR or max(both) < -_HAIR else None

    def _cut(self, words: Sequence[str], place: int, around: Word, free: float) -> _End | None:
        """End a line before a word that does not fit, or in it."""
        word, line = words[place], " ".join(words[:place])
        if line and _SIMPLE.fullmatch(word) and _SIMPLE.fullmatch(words[place - 1]):
            return line, list(words[place:])
        before = " " if line else EDGE
        for end in _ends(words, place, self.language):
            if not end:
                return (line, list(words[place:])) if line else None
            width = sum([letter.advance for letter in around.letters[:end]])
            beyond = self._beyond(width - free, f"{before}{word[:end]}{EDGE}", free)
            if beyond is None:
                return None
            if beyond < 0:
                return " ".join([*words[:place], word[:end]]), [word[end:], *words[place + 1 :]]
        return None


def _ends(words: Sequence[str], place: int, language: str | None) -> Iterator[int]:
    """Give the letters of a word before which a line may end, from the last to the first."""
    begin = sum(len(word) + 1 for word in words[:place])
    attributes = get_log_attrs(" ".join(words), language)
    for letter in reversed(range(len(words[place]))):
        if attributes[begin + letter].is_line_break:
            yield letter
