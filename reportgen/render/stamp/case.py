"""Words put together from letters that the engine set before, each beside the same neighbours.

A line of plain letters in one face is, for Pango, a row of glyphs. What the engine drew for a letter beside
another is kept (`fount`), as a printer keeps letters in a case, and the next name with the same two in a row
takes it from there; longer texts are broken into lines (`breaking`), and these made as wide as they have
to be (`justified`). Where a letter lies beside others than before, where one glyph stands for two
letters, in a line that is not of Latin script (`scripts`) and where the end of the line is near, the engine
sets the words; where nothing but spaces and digits is new, a line of such (`lesson`).

That it would have come to the same is looked at for the first texts of each paragraph and for some of all
others; a case that was wrong once is not used any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS

from reportgen.render.page.faces import unused
from reportgen.render.scripts import is_latin
from reportgen.render.stamp.breaking import Measure
from reportgen.render.stamp.fount import Fount, Word, letters_of
from reportgen.render.stamp.justified import letters_alone, shown, size_of
from reportgen.render.stamp.lesson import EDGE, lesson
from reportgen.render.stamp.run import Run

_SLACK: Final = 0.1
"""So many CSS pixels before the end of a line the engine is asked."""

_NEAR: Final = 0.2
"""By less than this part of their size letters are moved towards the next one."""

_FIXED: Final = "\u00a0"
"""A space that ends no line; the engine makes it wider as well."""

_COMPARED: Final = 16
"""So many texts the engine sets in any case; they are held against their letters, known or learnt of them."""

_PUT_TOGETHER: Final = 8
_EVERY: Final = 64
"""So many texts of letters that others had are set by it in any case, and from then on each so-manieth."""


Line = tuple[str, Sequence[Word]]
"""What a line says, and its words with the spaces between them."""


@dataclass(slots=True)
class Case:
    """A paragraph: its box, how it is set, where its lines stand, and how far in the first one begins.

    Its letters are in a ``fount``, which all paragraphs of the page share that are set alike.
    """

    block: Any
    style: Any
    downs: Sequence[float]
    fount: Fount = field(default_factory=Fount)
    sample: Run | None = None
    indent: float = 0
    composed: int = 0
    compared: int = 0
    is_sound: bool = True

    def compose(self, text: str) -> Sequence[Run] | None:
        """Put the lines of a text together; none where it takes more or fewer of them.

        Nothing where a letter is not in the fount, or the engine must look.
        """
        lines, sample = self.lines(text), self.sample
        if lines is None or sample is None:
            return None
        if len(lines) != len(self.downs):
            return ()
        runs = [self._line(sample, number, line) for number, line in enumerate(lines)]
        whole = [run for run in runs if run]
        return whole if len(whole) == len(runs) else None

    def lines(self, text: str) -> Sequence[Line] | None:
        """Break words into lines; nothing where a letter lacks, or the engine must look."""
        if self.sample is None or not self.is_sound or not self.fount.is_sound:
            return None
        words = self.fount.words_of(text)
        if words is None:
            return None
        _, free = self._free(0, words)
        if free >= _SLACK:
            return [(text, words)]
        if self.style["white_space"] != "normal":
            return None
        first, others, near = (
            length * TO_UNITS
            for length in (self.block.width - self.indent, self.block.width, _NEAR * self.style["font_size"])
        )
        texts = Measure(self.fount, first, others, near, self.style["lang"]).broken(text)
        lines = [(one, self.fount.words_of(one)) for one in texts or ()]
        found = [(one, words) for one, words in lines if words]
        return found if found and len(found) == len(lines) else None

    def lesson(self, text: str) -> str:
        """Give a line of spaces and digits to be studied, where words lack nothing else to be put together.

        It is empty where other letters lack, which the engine then sets in their place, where it sets them in
        any case, and where to study others was of no use.
        """
        is_ready = self.compared >= _COMPARED and self.is_sound and self.fount.is_sound
        if not is_ready or not self.fount.can_study or not is_latin(text):
            return ""
        return lesson(self._lacking(text), self.fount.met)

    def _lacking(self, text: str) -> list[str]:
        """List the letters that lack for a text; any word of several lines may be set alone, or end one."""
        lacking = self.fount.lacking(text)
        if not self.breaks:
            return lacking
        ends = (key for key in self.fount.lacking(text, alone=True) if key[1] != " ")
        return [*(key for key in lacking if EDGE not in key), *(key.replace(EDGE, " ") for key in ends)]

    def lacks_alone(self, text: str) -> bool:
        """Ask whether letters lack for words that may end a line, or be set alone."""
        return self.breaks and _FIXED not in text and bool(self.fount.lacking(text, alone=True))

    @property
    def breaks(self) -> bool:
        """Ask whether it has several lines, at whose ends spaces are dropped."""
        return len(self.downs) > 1 and bool(self.style["white_space"] == "normal")

    @property
    def must_be_compared(self) -> bool:
        """Ask whether the words that were put together last are to be set by the engine as well."""
        self.composed += 1
        is_early = self.compared < _COMPARED or self.composed <= _PUT_TOGETHER
        return is_early or self.composed % _EVERY == 0

    def learn(self, text: str, runs: Sequence[Run]) -> None:
        """Hold lines that the engine set against the same, put together from what was studied of them."""
        self.sample = self.sample or runs[0]
        composed = self.compose(text)
        if composed is not None:
            self.compared += 1
            self.is_sound &= list(composed) == list(runs)

    def study(
        self, text: str, box: Any, run: Run | None, alone: tuple[Any, Run | None] | None = None
    ) -> bool:
        """Keep the letters of words that the engine set on one line, and ``alone``; tell if any were met."""
        if run is None or self.fount.looks_far or not is_latin(text):
            return False
        apart = letters_of(text, box, run)
        self.fount.keep(text, apart)
        if alone is None or alone[1] is None or " " not in text:
            return bool(apart)
        letters = letters_alone(text, apart, alone[0], alone[1]) if apart else []
        self.fount.keep(text, letters, alone=True)
        return bool(letters)

    def _free(self, number: int, words: Sequence[Word]) -> tuple[float, float]:
        """Tell where a line begins, and how much of it words leave free (`weasyprint.layout.inline`)."""
        left = self.block.content_box_x()
        begin = left + (0 if number else self.indent)
        width = sum([word.advance for word in words]) * FROM_UNITS
        return begin, self.block.width - (begin + width - left)

    def _line(self, sample: Run, number: int, line: Line) -> Run | None:
        text, words = line
        begin, free = self._free(number, words)
        align = self._align(is_last=number + 1 == len(self.downs))
        if free < _SLACK or not any([word.has_latin for word in words]):  # noqa: C419  # a list is quicker
            return None
        if align == "justify" and " " in text and self.style["white_space"] != "pre-wrap":
            alone = self.fount.words_of(text, alone=True) if _FIXED not in text else None
            full = shown(alone, free, size_of(self.style)) if alone else None
            return self._set(sample, text, alone, full, begin, number) if alone and full else None
        moved = {"left": 0, "start": 0, "justify": 0, "center": free / 2, "right": free, "end": free}
        if align not in moved:
            return None
        drawn = b"".join([word.drawn for word in words])
        return self._set(sample, text, words, drawn, begin + moved[align], number)

    def _align(self, *, is_last: bool) -> str:
        last: str = self.style["text_align_last"]
        asked: str = last if is_last and last != "auto" else self.style["text_align_all"]
        return asked

    def _set(  # noqa: PLR0913, PLR0917  # all that a line is made of
        self, sample: Run, text: str, words: Sequence[Word], drawn: bytes, across: float, number: int
    ) -> Run:
        """Write a line as the engine does."""
        place = pydyf.Stream()
        place.set_text_matrix(1, 0, 0, -1, across, self.downs[number])
        begin, _, face, _, end = sample.items
        items = [begin, *place.stream, face, b"[<%b] TJ" % drawn, end]
        whole = partial(_whole, items, sample, text, words)
        if not all([word.is_usual for word in words]):  # noqa: C419
            return whole()
        return Run(items, sample.key, None, b"\n".join(items), "".join([word.text for word in words]), whole)


def _whole(items: Sequence[Any], sample: Run, text: str, words: Sequence[Word]) -> Run:
    """Give a line with its face."""
    cut, letters = unused(sample.face), (letter for word in words for letter in word.letters)
    for letter, read in zip(letters, text, strict=True):
        cut.to_unicode.setdefault(letter.glyph, read)
        cut.widths[letter.glyph] = letter.width
    return Run.of(items, sample.key, cut)
