"""Words put together from letters that the engine set before, each between the same neighbours.

A line of plain letters in one face is, for Pango, a row of glyphs. What the engine drew for a letter between
two others is kept (`fount`), as a printer keeps letters in a case, and the next name with the same three in a
row takes it from there. Where a letter lies between others than before, where one glyph stands for two
letters, in a line that is not of Latin script (`scripts`) and where the end of the line is near, the engine
sets the words; where nothing but spaces and digits is new, a line of such (`lesson`).

That it would have come to the same is looked at for the first lines of each paragraph and for some of all
others; a case that was wrong once is not used any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint.text.ffi import FROM_UNITS

from reportgen.render.page.faces import unused
from reportgen.render.scripts import is_latin
from reportgen.render.stamp.fount import Fount, Letter, Word, letters_of
from reportgen.render.stamp.lesson import lesson
from reportgen.render.stamp.run import Run

_SLACK: Final = 1.0
"""So many CSS pixels before the end of a line the engine is asked."""

_COMPARED: Final = 16
"""So many lines the engine sets in any case; they are held against their letters, known or learnt of them."""

_PUT_TOGETHER: Final = 8
_EVERY: Final = 64
"""So many lines of letters that others had are set by it in any case, and from then on each so-manieth."""


@dataclass(slots=True)
class Case:
    """A paragraph of one line; ``block`` is its box, ``indent`` how far its line stands in.

    Its letters are in a ``fount``, which all paragraphs of the page that are set alike share.
    """

    block: Any
    fount: Fount = field(default_factory=Fount)
    sample: Run | None = None
    down: float = 0
    indent: float = 0
    align: str = ""
    composed: int = 0
    compared: int = 0
    is_sound: bool = True

    def compose(self, text: str) -> Run | None:
        """Put words together; nothing where a letter is not in the fount, or the engine must look."""
        if self.sample is None or not self.is_sound or not self.fount.is_sound:
            return None
        words = self.fount.words_of(text)
        if words is None:
            return None
        if not any([word.has_latin for word in words]):  # noqa: C419  # a list is quicker, for every line
            return None
        across = self._across(sum([word.advance for word in words]) * FROM_UNITS)
        if across is None:
            return None
        whole = partial(self._whole, self.sample, text, words, across)
        if not all([word.is_usual for word in words]):  # noqa: C419
            return whole()
        items = self._items(self.sample, b"".join([word.drawn for word in words]), across)
        read = "".join([word.text for word in words])
        return Run(items, self.sample.key, None, b"\n".join(items), read, whole)

    def _whole(self, sample: Run, text: str, words: Sequence[Word], across: float) -> Run:
        return self._run(sample, text, [letter for word in words for letter in word.letters], across)

    def lesson(self, text: str) -> str:
        """Give a line of spaces and digits to be studied, where words lack nothing else to be put together.

        It is empty where other letters lack, which the engine then sets in their place, and where to study
        others was of no use.
        """
        is_ready = self.sample is not None and self.is_sound and self.fount.is_sound
        if not is_ready or not self.fount.can_study or not is_latin(text):
            return ""
        return lesson(self.fount.lacking(text), self.fount.letters)

    @property
    def must_be_compared(self) -> bool:
        """Ask whether the words that were put together last are to be set by the engine as well."""
        self.composed += 1
        is_early = self.compared < _COMPARED or self.composed <= _PUT_TOGETHER
        return is_early or self.composed % _EVERY == 0

    def learn(self, text: str, box: Any, run: Run) -> None:
        """Keep the letters of words that the engine set on one line; put together, they must be that line."""
        letters = list(letters_of(text, box, run)) if is_latin(text) else []
        across = self._across(box.width) if letters else None
        if across is None or not self.is_sound or self.fount.looks_far:
            return
        self.sample, self.down = self.sample or run, box.position_y + box.baseline
        self.fount.keep(text, letters)
        self.compared += 1
        self.is_sound &= across == box.position_x and self._run(self.sample, text, letters, across) == run

    def study(self, text: str, box: Any, run: Run | None) -> None:
        """Keep the letters of words that the engine set anywhere."""
        letters = list(letters_of(text, box, run)) if run and is_latin(text) else []
        self.fount.can_study = bool(letters)
        self.fount.keep(text, letters)

    def _across(self, width: float) -> float | None:
        """Tell where words of a width begin (`weasyprint.layout.inline`); nothing where the line is full."""
        block = self.block
        begin = block.content_box_x() + self.indent
        free = block.width - (begin + width - block.content_box_x())
        if free < _SLACK:
            return None
        moved = {"left": 0, "start": 0, "justify": 0, "center": free / 2, "right": free, "end": free}
        self.align = self.align or _align(block.style)
        return begin + moved[self.align] if self.align in moved else None

    def _items(self, sample: Run, drawn: bytes, across: float) -> list[Any]:
        """Write a line as the engine does."""
        place = pydyf.Stream()
        place.set_text_matrix(1, 0, 0, -1, across, self.down)
        begin, _, face, _, end = sample.items
        return [begin, *place.stream, face, b"[<%b] TJ" % drawn, end]

    def _run(self, sample: Run, text: str, letters: Sequence[Letter], across: float) -> Run:
        cut = unused(sample.face)
        for letter, read in zip(letters, text, strict=True):
            cut.to_unicode.setdefault(letter.glyph, read)
            cut.widths[letter.glyph] = letter.width
        items = self._items(sample, b"".join([letter.drawn for letter in letters]), across)
        return Run.of(items, sample.key, cut)


def _align(style: Any) -> str:
    asked: str = style["text_align_all" if style["text_align_last"] == "auto" else "text_align_last"]
    return asked
