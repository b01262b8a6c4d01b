"""Words put together from letters that the engine set before, each between the same neighbours.

A line of plain letters in one face is, for Pango, a row of glyphs: which glyph a letter is, how wide, and how
far it is moved for its neighbours depends on these two alone, in faces whose letters are kerned in pairs. So
what the engine drew for a letter between two others is kept, as a printer keeps letters in a case, and the
next name with the same three in a row takes it from there. Where a letter lies between others than before,
where one glyph stands for two letters, in a line that is not of Latin script (`scripts`) and where the end of
the line is near, the engine sets the words.

That it would have come to the same is looked at for the first lines of each paragraph and for some of all
others; a case that was wrong once is not used any more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint.text.ffi import FROM_UNITS, ffi

from reportgen.render.page.letters import unused
from reportgen.render.scripts import is_latin
from reportgen.render.stamp.run import Run

_EDGE: Final = "\n"
"""What stands before the first letter of a line and behind the last: no line has one."""

_GLYPHS: Final = re.compile(rb"([0-9a-f]{4})((?:>[^<]*(?:<|$))*)")
_SHOWN: Final = re.compile(rb"\[<(.*)\] TJ")
_ITEMS: Final = 5
"""Begin, place, face, words, end."""

_SLACK: Final = 1.0
"""So many CSS pixels before the end of a line the engine is asked."""

_COMPARED: Final = 16
_EVERY: Final = 64
"""So many lines are set both ways, and from then on each so-manieth."""

_MOST_KNOWN: Final = 20_000


class _Letter(NamedTuple):
    """A letter between two others: as it is drawn, how far the next one is, its glyph, how wide that is."""

    drawn: bytes
    advance: int
    glyph: int
    width: int


@dataclass(slots=True)
class Case:
    """The letters of a paragraph of one line; ``block`` is its box, ``indent`` how far its line stands in."""

    block: Any
    letters: dict[str, _Letter] = field(default_factory=dict)
    sample: Run | None = None
    down: float = 0
    indent: float = 0
    composed: int = 0
    is_sound: bool = True

    def compose(self, text: str) -> Run | None:
        """Put words together; nothing where a letter is not in the case, or the engine must look."""
        around = f"{_EDGE}{text}{_EDGE}"
        keys = [around[place : place + 3] for place in range(len(text))]
        if self.sample is None or not self.is_sound or not all(map(self.letters.__contains__, keys)):
            return None
        if not is_latin(text):
            return None
        letters = [self.letters[key] for key in keys]
        across = self._across(sum(letter.advance for letter in letters) * FROM_UNITS)
        return self._run(text, letters, across) if across is not None else None

    @property
    def must_be_compared(self) -> bool:
        """Ask whether the words that were put together last are to be set by the engine as well."""
        self.composed += 1
        return self.composed <= _COMPARED or self.composed % _EVERY == 0

    def learn(self, text: str, box: Any, run: Run) -> None:
        """Keep the letters of words that the engine set on one line."""
        letters = list(_letters(text, box, run)) if is_latin(text) else []
        across = self._across(box.width) if letters else None
        if across is None or not self.is_sound:
            return
        self.sample, self.down = self.sample or run, box.position_y + box.baseline
        around = f"{_EDGE}{text}{_EDGE}"
        known = [(around[place : place + 3], letter) for place, letter in enumerate(letters)]
        agree = across == box.position_x and all(self.letters.get(key, one) == one for key, one in known)
        if len(self.letters) < _MOST_KNOWN:
            self.letters.update(known)
        self.is_sound = agree and self._run(text, letters, across) == run

    def _across(self, width: float) -> float | None:
        """Tell where words of a width begin (`weasyprint.layout.inline`); nothing where the line is full."""
        block = self.block
        begin = block.content_box_x() + self.indent
        free = block.width - (begin + width - block.content_box_x())
        if free < _SLACK:
            return None
        align = block.style[
            "text_align_all" if block.style["text_align_last"] == "auto" else "text_align_last"
        ]
        moved = {"left": 0, "start": 0, "justify": 0, "center": free / 2, "right": free, "end": free}
        return begin + moved[align] if align in moved else None

    def _run(self, text: str, letters: Sequence[_Letter], across: float) -> Run | None:
        if self.sample is None:
            return None
        place = pydyf.Stream()
        place.set_text_matrix(1, 0, 0, -1, across, self.down)
        begin, _, face, _, end = self.sample.items
        shown = b"[<%b] TJ" % b"".join([letter.drawn for letter in letters])
        cut = unused(self.sample.face)
        for letter, read in zip(letters, text, strict=True):
            cut.to_unicode.setdefault(letter.glyph, read)
            cut.widths[letter.glyph] = letter.width
        return Run.of([begin, *place.stream, face, shown, end], self.sample.key, cut)


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
    run, place = line.runs[0], 0
    while run != ffi.NULL:
        item, run = run.data, run.next
        glyphs = item.glyphs
        for number in range(glyphs.num_glyphs):
            if item.item.offset + glyphs.log_clusters[number] != len(text[:place].encode()):
                return
            yield glyphs.glyphs[number].geometry.width
            place += 1
