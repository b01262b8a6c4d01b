"""Words put together from letters that the engine set before, each between the same neighbours.

A line of plain letters in one face is, for Pango, a row of glyphs: which glyph a letter is, how wide, and how
far it is moved for its neighbours depends on these two alone, in faces whose letters are kerned in pairs. So
what the engine drew for a letter between two others is kept, as a printer keeps letters in a case, and the
next name with the same three in a row takes it from there. Where a letter lies between others than before,
where one glyph stands for two letters, in a line that is not of Latin script (`scripts`) and where the end of
the line is near, the engine sets the words; where nothing but spaces is new, a line of such (`lesson`). Words
that were met before stay put together.

That it would have come to the same is looked at for the first lines of each paragraph and for some of all
others; a case that was wrong once is not used any more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint.text.ffi import FROM_UNITS, ffi

from reportgen.render.page.faces import unused
from reportgen.render.page.letters import Alphabet
from reportgen.render.scripts import has_latin, is_latin
from reportgen.render.stamp.lesson import spaces
from reportgen.render.stamp.run import Run, as_read

_EDGE: Final = "\n"
"""What stands before the first letter of a line and behind the last: no line has one."""

_GLYPHS: Final = re.compile(rb"([0-9a-f]{4})((?:>[^<]*(?:<|$))*)")
_SHOWN: Final = re.compile(rb"\[<(.*)\] TJ")
_ITEMS: Final = 5
"""Begin, place, face, words, end."""

_SLACK: Final = 1.0
"""So many CSS pixels before the end of a line the engine is asked."""

_COMPARED: Final = 16
"""So many lines the engine sets in any case; they are held against their letters, known or learnt of them."""

_PUT_TOGETHER: Final = 8
_EVERY: Final = 64
"""So many lines of letters that others had are set by it in any case, and from then on each so-manieth."""

_MOST_KNOWN: Final = 20_000
_MOST_WORDS: Final = 4_000


class _Letter(NamedTuple):
    """A letter between two others: as it is drawn, how far the next one is, its glyph, how wide that is."""

    drawn: bytes
    advance: int
    glyph: int
    width: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word between two spaces, or a space between two letters: ``text`` is what its glyphs are read as.

    It ``is_usual`` where the alphabet of its face has all of it.
    """

    letters: Sequence[_Letter]
    drawn: bytes
    advance: int
    text: str
    is_usual: bool
    has_latin: bool


@dataclass(slots=True)
class Case:
    """The letters of a paragraph of one line; ``block`` is its box, ``indent`` how far its line stands in.

    ``alphabet`` are the letters that the file has whatever it says. Where those of its face look further than
    at the letters around them (`sight`), the case stays empty.
    """

    block: Any
    letters: dict[str, _Letter] = field(default_factory=dict)
    words: dict[str, _Word] = field(default_factory=dict)
    alphabet: Alphabet = field(default_factory=Alphabet)
    sample: Run | None = None
    down: float = 0
    indent: float = 0
    align: str = ""
    composed: int = 0
    compared: int = 0
    is_sound: bool = True
    looks_far: bool = False
    can_study: bool = True

    def compose(self, text: str) -> Run | None:
        """Put words together; nothing where a letter is not in the case, or the engine must look."""
        if self.sample is None or not self.is_sound:
            return None
        words: list[_Word] = []
        for around in _apart(text):
            word = self.words.get(around) or self._word(around)
            if word is None:
                return None
            words.append(word)
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

    def _whole(self, sample: Run, text: str, words: Sequence[_Word], across: float) -> Run:
        return self._run(sample, text, [letter for word in words for letter in word.letters], across)

    def lesson(self, text: str) -> str:
        """Give a line of spaces to be studied, where words lack nothing else to be put together.

        It is empty where other letters lack, which the engine then sets in their place, and where to study
        others was of no use.
        """
        if self.sample is None or not self.is_sound or not self.can_study or not is_latin(text):
            return ""
        unknown = [around for around in _apart(text) if self._word(around) is None]
        are_spaces = unknown and all(around[1:-1] == " " for around in unknown)
        return spaces(unknown, self.letters) if are_spaces else ""

    @property
    def must_be_compared(self) -> bool:
        """Ask whether the words that were put together last are to be set by the engine as well."""
        self.composed += 1
        is_early = self.compared < _COMPARED or self.composed <= _PUT_TOGETHER
        return is_early or self.composed % _EVERY == 0

    def learn(self, text: str, box: Any, run: Run) -> None:
        """Keep the letters of words that the engine set on one line; put together, they must be that line."""
        letters = list(_letters(text, box, run)) if is_latin(text) else []
        across = self._across(box.width) if letters else None
        if across is None or not self.is_sound or self.looks_far:
            return
        self.sample, self.down = self.sample or run, box.position_y + box.baseline
        self._keep(text, letters)
        self.compared += 1
        self.is_sound &= across == box.position_x and self._run(self.sample, text, letters, across) == run

    def study(self, text: str, box: Any, run: Run | None) -> None:
        """Keep the letters of words that the engine set anywhere."""
        letters = list(_letters(text, box, run)) if run and is_latin(text) else []
        self.can_study = bool(letters)
        self._keep(text, letters)

    def _keep(self, text: str, letters: Sequence[_Letter]) -> None:
        around = f"{_EDGE}{text}{_EDGE}"
        known = [(around[place : place + 3], letter) for place, letter in enumerate(letters)]
        self.is_sound &= all(self.letters.get(key, one) == one for key, one in known)
        if len(self.letters) < _MOST_KNOWN:
            self.letters.update(known)

    def _word(self, around: str) -> _Word | None:
        """Put a word together, as it stands between two letters; nothing where one is not in the case."""
        if around not in self.words:
            keys = [around[place : place + 3] for place in range(len(around) - 2)]
            if not keys or not all(map(self.letters.__contains__, keys)):
                return None
            if len(self.words) >= _MOST_WORDS:
                self.words.clear()
            self.words[around] = self._put_together(around[1:-1], [self.letters[key] for key in keys])
        return self.words[around]

    def _put_together(self, text: str, letters: Sequence[_Letter]) -> _Word:
        drawn = b"".join([letter.drawn for letter in letters])
        stands_for = {letter.glyph: read for letter, read in zip(letters, text, strict=True)}
        usual = self.alphabet.holds(stands_for, {letter.glyph: letter.width for letter in letters})
        read = as_read(b"<%b>" % drawn, self.alphabet)
        advance = sum(letter.advance for letter in letters)
        return _Word(letters, drawn, advance, read, usual, has_latin(text))

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

    def _run(self, sample: Run, text: str, letters: Sequence[_Letter], across: float) -> Run:
        cut = unused(sample.face)
        for letter, read in zip(letters, text, strict=True):
            cut.to_unicode.setdefault(letter.glyph, read)
            cut.widths[letter.glyph] = letter.width
        items = self._items(sample, b"".join([letter.drawn for letter in letters]), across)
        return Run.of(items, sample.key, cut)


def _apart(text: str) -> list[str]:
    """Take a line apart, words and the spaces between them, each with the letters around it."""
    words, before = text.split(" "), _EDGE
    found: list[str] = []
    for word, after in pairwise(words):
        found += f"{before}{word} ", f"{word[-1:]} {after[:1]}"
        before = " "
    found.append(f"{before}{words[-1]}{_EDGE}")
    return found


def _align(style: Any) -> str:
    asked: str = style["text_align_all" if style["text_align_last"] == "auto" else "text_align_last"]
    return asked


def _letters(text: str, box: Any, run: Run) -> Iterator[_Letter]:
    """Take a line apart; nothing where it is not a letter a glyph, one after the other."""
    shown = _SHOWN.fullmatch(run.items[-2]) if len(run.items) == _ITEMS else None
    drawn = _GLYPHS.findall(shown[1]) if shown else []
    box.pango_layout.reactivate(box.style)
    advances = list(_advances(box, text))
    box.pango_layout.deactivate()
    if not shown or b"".join(map(b"".join, drawn)) != shown[1]:
        return
    if not len(drawn) == len(advances) == len(text) or sum(advances) * FROM_UNITS != box.width:
        return
    for (glyph, moved), advance in zip(drawn, advances, strict=True):
        number = int(glyph, 16)
        yield _Letter(glyph + moved, advance, number, run.face.widths[number])


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
