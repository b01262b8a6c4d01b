"""The words of a cell, broken into lines and put where the cell's alignment wants them.

Words that fit are one line; others are broken at the places that Pango gives, as many as fit on each line.
Letters of other scripts, words that are longer than a line, and lines that fit by a hair are left to the
engine, one cell at a time.

Imported only when a PDF is made: the engine loads Pango.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Final

from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout.inline import iter_line_boxes
from weasyprint.text.line_break import create_layout, get_log_attrs, line_size

from reportgen.render.rows.letters import Hand, Text, scratch
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.scripts import PLAIN, WORD

_WORDS: Final = re.compile(f"(?:{WORD}(?: |$))*")
"""Words that are broken at their spaces and nowhere else."""

_HAIR: Final = 0.25
"""Who fits or does not by so few CSS pixels is left to the engine."""

NEAR: Final = 0.02
"""CSS pixels that nobody sees: 5 thousandths of a millimetre."""

_WITHOUT_EFFECT: Final = re.compile(r"(?<=>)0$|>0<")
"""What moves no letter, but is written by the engine."""

_KERNED: Final = 0.12
"""The same, in parts of the letters' size, where a space follows: letters move towards it."""

SHARES: Final = {"left": 0.0, "start": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
"""The part of what is left of a line that stands before its words."""

Line = tuple[str, str]
"""What a PDF says of a line before how far down the page it stands, and the words that it shows."""


@dataclass(slots=True)
class _Nothing:
    """What the engine wants to know of the page round a paragraph: no shape stands in its way."""

    excluded_shapes: list[Any] = field(default_factory=list)
    dictionaries: dict[Any, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Setter:
    """Sets words of one look in one cell of all rows of a form: its box, and such a text as laid out."""

    cell: Any
    text: Any
    hand: Hand
    known: dict[str, Sequence[Line]] = field(default_factory=dict)
    close: dict[float, bool] = field(default_factory=dict)
    naturals: dict[str, float] = field(default_factory=dict)
    """How wide texts are on one line."""

    words: dict[str, float] = field(default_factory=dict)

    def meet(self, texts: Iterable[str]) -> None:
        """Measure texts on one line."""
        for text in sorted(texts):
            self.naturals[text] = self.natural(text)

    def narrowest(self, text: str) -> float:
        """Tell how narrow a column may be in which a text stands: as wide as its longest word."""
        if not self._wraps:
            return self.naturals[text]
        parts = (part for line in text.split("\n") for part in _parts(line, self.text.style["lang"]))
        return max(map(self._word, parts), default=0)

    def _word(self, word: str) -> float:
        if word not in self.words:
            self.words[word] = self.natural(word)
        return self.words[word]

    def natural(self, text: str) -> float:
        """Tell how wide a text is on one line."""
        if not text or ("\n" not in text and PLAIN.fullmatch(text)):
            return self.hand.set(text).width if text else 0
        layouts = (create_layout(line, self.text.style, None, None, 0) for line in text.split("\n") if line)
        return max((line_size(one.get_first_line()[0], self.text.style)[0] for one in layouts), default=0)

    def lines(self, words: str) -> Sequence[Line]:
        """Break words into lines; no words are no line.

        Raises:
            NotWrittenError: a word is wider than the cell, or is set in another face.

        """
        found = self.known.get(words)
        if found is None:
            found = self.known[words] = list(self._set(words)) if words else []
        return found

    def forget(self) -> None:
        """Let go of what was noted while rows were set."""
        for known in (self.known, self.naturals, self.words, self.hand.known):
            known.clear()

    @property
    def ink(self) -> str:
        """Say the colour and the face of its words."""
        colour = self.text.style["color"]
        if colour.alpha != 1:
            raise NotWrittenError(LaidOut.STYLE)
        parts = " ".join(f"{part:g}" for part in colour.to("srgb").coordinates)
        size = f"{self.hand.size:f}".rstrip("0").rstrip(".")
        return f"{parts} rg\n/{self.hand.font.hash} {size} Tf\n"

    @property
    def _wraps(self) -> bool:
        return bool(self.text.style["white_space"] == "normal")

    def _set(self, words: str) -> Iterator[Line]:
        if "\n" in words or not PLAIN.fullmatch(words):
            yield from self._by_the_engine(words)
            return
        whole = self.hand.set(words)
        if self._fits(words, whole.width):
            yield self._placed(whole, whole.width)
        elif not self._wraps:
            raise NotWrittenError(LaidOut.ROOM)
        elif (broken := self._broken(words)) is None:
            yield from self._by_the_engine(words)
        else:
            *before, last = broken
            for line in before:  # the space keeps words apart for who reads the tags
                yield self._placed(self.hand.set(f"{line} "), self.hand.set(line).width)
            yield self._placed(self.hand.set(last), self.hand.set(last).width)

    def _fits(self, words: str, width: float) -> bool:
        if abs(width - self.cell.width) > _HAIR:
            return bool(width < self.cell.width)
        if width not in self.close:
            self.close[width] = not self._wraps or len(self._boxes(words)) == 1
        return self.close[width]

    def _placed(self, text: Text, width: float) -> Line:
        share = SHARES[self.text.style["text_align_all"]]
        return _line(text.shown, self.cell.content_box_x() + share * (self.cell.width - width))

    def _broken(self, words: str) -> list[str] | None:
        """Put as many words on each line as fit; nothing where that is not sure."""
        ends = list(_breaks(words, self.text.style["lang"]))
        lines, start = [], 0
        while start < len(words):
            fitting = None
            for end in (one for one in ends if one > start):
                beyond = self.hand.width(words[start:end].rstrip(" ")) - self.cell.width
                if abs(beyond) <= _KERNED * self.hand.size:
                    return None
                if beyond > 0:
                    break
                fitting = end
            if fitting is None:
                return None
            lines.append(words[start:fitting].rstrip(" "))
            start = fitting
        return lines

    def is_as(self, texts: Sequence[Any], line: Line, down: float) -> bool:
        """Ask whether a line, whose letters stand so far down, is as the engine has it."""
        (text,) = texts
        is_near = abs(down - text.position_y - text.baseline) <= NEAR
        return is_near and self.is_drawn_as(text, line)

    def is_drawn_as(self, text: Any, line: Line) -> bool:
        """Ask whether words are where the engine has them, and as it draws them."""
        across, _ = line
        drawn = self._drawn(text.copy())
        is_there = abs(float(across.split()[-1]) - text.position_x) < NEAR
        plain = PLAIN.fullmatch(text.text)
        return is_there and (not plain or self.hand.set(text.text).shown == _WITHOUT_EFFECT.sub("", drawn))

    def _boxes(self, words: str) -> list[Any]:
        """Let the engine break words into lines."""
        found = []
        for paragraph in words.split("\n"):
            whole = self.text.copy_with_text(paragraph)
            whole.justification_spacing = 0
            found += [child for line in broken(self.cell, [whole]) for child in line.children]
        return found

    def _by_the_engine(self, words: str) -> Iterator[Line]:
        yield from map(self.drawn, self._boxes(words))

    def drawn(self, box: Any) -> Line:
        """Take a line as the engine set it.

        Raises:
            NotWrittenError: it does not fit, or is set in another face.

        """
        self.hand.open()
        right = self.cell.content_box_x() + self.cell.width + _KERNED * self.hand.size
        if not isinstance(box, TextBox) or box.position_x + box.width > right:
            raise NotWrittenError(LaidOut.ROOM)
        return _line(self._drawn(box), box.position_x)

    def _drawn(self, box: Any) -> str:
        """Take what the engine draws of a line."""
        stream = scratch(self.hand.fonts)
        draw_text(stream, box, 0, "clip", "none")
        shown = [item for item in stream.stream if isinstance(item, bytes) and item.endswith(b"TJ")]
        faces = {
            item.split()[0] for item in stream.stream if isinstance(item, bytes) and item.endswith(b"Tf")
        }
        if len(shown) != 1 or faces != {b"/" + self.hand.font.hash.encode()}:
            raise NotWrittenError(LaidOut.LETTERS)
        return shown[0].removesuffix(b"TJ").strip().decode()[1:-1]


def broken(cell: Any, children: Sequence[Any]) -> list[Any]:
    """Let the engine break what stands in a cell into lines."""
    source = cell.children[0]
    inline = source.copy_with_children(children)
    laid = iter_line_boxes(_Nothing(), inline, source.position_y, -inf, None, cell, [], [], None, None)
    return [line for line, _ in laid]


def _line(shown: str, across: float) -> Line:
    return f"1 0 0 -1 {across:.3f} ", shown


def _parts(text: str, language: str | None) -> Iterator[str]:
    """Give the parts of a text that stay together."""
    begin = 0
    for end in _breaks(text, language) if text else ():
        yield text[begin:end].rstrip(" ")
        begin = end


def _breaks(words: str, language: str | None) -> Iterator[int]:
    """Give the places at which a line may end."""
    if _WORDS.fullmatch(words):
        yield from (found.end() for found in re.finditer(" +", words))
    else:
        attributes = get_log_attrs(words, language)
        yield from (place for place in range(1, len(words)) if attributes[place].is_line_break)
    yield len(words)
