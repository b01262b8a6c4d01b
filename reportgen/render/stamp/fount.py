"""The letters of a face in one size and style, each as the engine set it beside the same neighbours.

Which glyph a letter is, how wide, and how far it is moved depends, in most faces, on the letter behind alone,
in some on the one before as well (`sight`), whichever paragraph of a page it stands in: so all that are set
alike share a fount. Words that were met before stay put together.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi

from reportgen.render.page.letters import Alphabet
from reportgen.render.scripts import has_latin
from reportgen.render.sight import Sight
from reportgen.render.stamp.lesson import ANY, EDGE
from reportgen.render.stamp.run import Run, as_read

_GLYPHS: Final = re.compile(rb"([0-9a-f]{4})((?:>[^<]*(?:<|$))*)")
_SHOWN: Final = re.compile(rb"\[<(.*)\] TJ")
_PARTS: Final = re.compile(" |[^ ]+")
_ITEMS: Final = 5
"""Begin, place, face, words, end."""

_MOST_KNOWN: Final = 20_000
_MOST_WORDS: Final = 4_000


class Letter(NamedTuple):
    """A letter beside others: as it is drawn, how far the next one is, its glyph, how wide that is."""

    drawn: bytes
    advance: int
    glyph: int
    width: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word between two spaces, or a space between two letters: ``text`` is what its glyphs are read as.

    It ``is_usual`` where the alphabet of its face has all of it.
    """

    letters: Sequence[Letter]
    drawn: bytes
    advance: int
    text: str
    is_usual: bool
    has_latin: bool


@dataclass(slots=True)
class Fount:
    """Letters by themselves and those around that they look at; one in which two differ ``is_sound`` no more.

    One that learnt nothing from a line that was made up for it ``can_study`` no other.
    ``alphabet`` are the letters that the file has whatever it says. Where those of its face look further than
    at the letters around them, the fount stays empty.
    """

    alphabet: Alphabet = field(default_factory=Alphabet)
    sight: Sight = Sight.AROUND
    is_sound: bool = True
    can_study: bool = True
    letters: dict[str, Letter] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)

    def words_of(self, text: str, *, alone: bool = False) -> list[Word] | None:
        """Give the words of a line and the spaces between them; nothing where a letter lacks.

        Those of a line whose spaces are made wider are each set ``alone`` (`justified`).
        """
        words: list[Word] = []
        for around in _alone(text) if alone else _apart(text):
            word = self.words.get(around) or self.word(around)
            if word is None:
                return None
            words.append(word)
        return words

    @property
    def looks_far(self) -> bool:
        """Ask whether nothing can be kept of these letters."""
        return self.sight is Sight.FAR

    def lacking(self, text: str, *, alone: bool = False) -> list[str]:
        """List the letters that lack for a line, each between two; where it does not look before it, any."""
        lacking = [key for key in self._keys(text, alone=alone) if key not in self.letters]
        return [f"{ANY}{key}" for key in lacking] if self.sight is Sight.BEHIND else lacking

    @property
    def met(self) -> Collection[str]:
        """List the letters that are kept with the two around them."""
        return () if self.sight is Sight.BEHIND else self.letters

    def keep(self, text: str, letters: Sequence[Letter], *, alone: bool = False) -> None:
        """Keep the letters of a line, if they were taken of it."""
        known = list(zip(self._keys(text, alone=alone), letters, strict=True)) if letters else []
        taken = dict(known)
        self.is_sound &= all(taken[key] == one == self.letters.get(key, one) for key, one in known)
        if len(self.letters) < _MOST_KNOWN:
            self.letters.update(taken)

    def _keys(self, text: str, *, alone: bool = False) -> list[str]:
        """Write each letter of a line with those that it looks at; words alone have none around them."""
        lines = _PARTS.findall(text) if alone else [text]
        return [key for line in lines for key in self._around(f"{EDGE}{line}{EDGE}")]

    def _around(self, text: str) -> list[str]:
        """Do that for all letters but the first and the last one."""
        first = int(self.sight is Sight.BEHIND)
        return [text[place + first : place + 3] for place in range(len(text) - 2)]

    def word(self, around: str) -> Word | None:
        """Put a word together, as it stands between two letters; nothing where one is not in the fount."""
        if around not in self.words:
            keys = self._around(around)
            if not keys or not all(map(self.letters.__contains__, keys)):
                return None
            if len(self.words) >= _MOST_WORDS:
                self.words.clear()
            self.words[around] = self._put_together(around[1:-1], [self.letters[key] for key in keys])
        return self.words[around]

    def _put_together(self, text: str, letters: Sequence[Letter]) -> Word:
        drawn = b"".join([letter.drawn for letter in letters])
        stands_for = {letter.glyph: read for letter, read in zip(letters, text, strict=True)}
        usual = self.alphabet.holds(stands_for, {letter.glyph: letter.width for letter in letters})
        read = as_read(b"<%b>" % drawn, self.alphabet)
        advance = sum(letter.advance for letter in letters)
        return Word(letters, drawn, advance, read, usual, has_latin(text))


def letters_of(text: str, box: Any, run: Run) -> list[Letter]:
    """Take a line that the engine set apart; nothing where it is not a letter a glyph, one by one."""
    advances = [] if box.justification_spacing else advances_of(text, box)
    if len(advances) != len(text) or sum(advances) * FROM_UNITS != box.width:
        return []
    return taken(shown_of(run), advances, run.face)


def shown_of(run: Run) -> bytes:
    """Give the glyphs of a line as they are drawn; nothing where it is drawn in several pieces."""
    shown = _SHOWN.fullmatch(run.items[-2]) if len(run.items) == _ITEMS else None
    return shown[1] if shown else b""


def taken(shown: bytes, advances: Sequence[int], face: Any) -> list[Letter]:
    """Take the letters of what is drawn, of which it is known how far each carries the next."""
    drawn = _GLYPHS.findall(shown)
    if len(drawn) != len(advances) or b"".join(map(b"".join, drawn)) != shown:
        return []
    return [
        Letter(glyph + moved, advance, int(glyph, 16), face.widths[int(glyph, 16)])
        for (glyph, moved), advance in zip(drawn, advances, strict=True)
    ]


def advances_of(text: str, box: Any) -> list[int]:
    """List how far each glyph of a line carries the next, in Pango's units, as long as each is a letter."""
    box.pango_layout.reactivate(box.style)
    advances = list(_advances(box, text))
    box.pango_layout.deactivate()
    return advances


def _alone(text: str) -> list[str]:
    return [f"{EDGE}{part}{EDGE}" for part in _PARTS.findall(text)]


def _apart(text: str) -> list[str]:
    """Take a line apart, words and the spaces between them, each with the letters around it."""
    words, before = text.split(" "), EDGE
    found: list[str] = []
    for word, after in pairwise(words):
        found += f"{before}{word} ", f"{word[-1:]} {after[:1]}"
        before = " "
    found.append(f"{before}{words[-1]}{EDGE}")
    return found


def _advances(box: Any, text: str) -> Iterator[int]:
    """List how far each glyph carries the next, in Pango's units, as long as each is a letter."""
    line, _ = box.pango_layout.get_first_line()
    starts = accumulate((len(letter.encode()) for letter in text), initial=0)
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        glyphs = item.glyphs
        for number in range(glyphs.num_glyphs):
            if item.item.offset + glyphs.log_clusters[number] != next(starts, None):
                return
            yield glyphs.glyphs[number].geometry.width
