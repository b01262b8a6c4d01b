"""Words set as Pango was seen to set them: how far a letter moves on follows from its neighbours alone.

Pango is asked for a text when a letter stands before one before which it was not seen, and now and then
without need; for each text in a face whose letters look further (`sight`), and for words of other scripts.
Where the face says so, or the same two come out otherwise, the letter before them is looked at as well; where
this does not explain it either, nothing is taken for granted. The arithmetic of WeasyPrint 70
(`draw_first_line`) is followed here, in one place, and held against what it draws (`measure`).

Imported only when a PDF is made: the engine loads Pango.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import create_layout

from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.scripts import PLAIN, has_latin
from reportgen.render.sight import Sight, sight

_EDGE: Final = "\0"
_OFTEN: Final = 64
"""Each so many-th text is looked at without need."""

_COUNTING: Final = 16
"""After so many texts with a letter that was not seen there, all figures are looked at together."""

_DIGIT: Final = re.compile("[0-9]")

Drawn = tuple[str, int]
"""What a letter adds to a line of text in a PDF, and how far it moves on, in 1/1024 CSS pixels."""


_FACE: Final = (
    "font_family", "font_size", "font_weight", "font_style", "font_stretch", "font_kerning",
    "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
    "font_variation_settings", "font_language_override", "lang", "white_space",
)  # fmt: skip
"""The styles by which words are set in another face, or otherwise in the same."""


@dataclass(slots=True)
class Hands:
    """The hands that set a table, one for each face and size; ``fonts`` are the faces of the file."""

    fonts: dict[Any, Any] = field(default_factory=dict)
    known: dict[tuple[Any, ...], "Hand"] = field(default_factory=dict)

    @property
    def closeness(self) -> list[int]:
        """Tell how closely letters are looked at."""
        return [seen.before for hand in self.known.values() for seen in hand.seen]

    def of(self, style: Any) -> "Hand":
        """Give the one that sets words of a style."""
        key = tuple(style[name] for name in _FACE)
        if key not in self.known:
            self.known[key] = Hand(style, self.fonts)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line: as a PDF shows them (`TJ`), and how wide they are, in CSS pixels."""

    shown: str
    width: float


def scratch(fonts: dict[Any, Any]) -> Stream:
    """Open a stream that nobody reads, to draw in; faces and their letters are noted in ``fonts``."""
    return Stream(fonts, None, {"ExtGState": {}}, {}, None, {}, None)


@lru_cache
def _figures() -> str:
    """Write figures so that each stands once between each two, which rows would tell one by one."""
    written, met = "000", {"000"}
    while free := [figure for figure in "9876543210" if written[-2:] + figure not in met]:
        written += free[0]
        met.add(written[-3:])
    return written


@dataclass(slots=True)
class _Seen:
    """What letters were seen to do, by the one after them, and by the one ``before`` if that matters."""

    before: int = 0
    letters: dict[str, Drawn] = field(default_factory=dict)
    looks: int = 0
    """How often a letter stood where it was not seen before."""

    def of(self, text: str) -> list[Drawn]:
        """Tell what the letters of a text do; one that was not seen is a `KeyError`."""
        between, first, letters = f"{_EDGE}{text}{_EDGE}", 1 - self.before, self.letters
        return [letters[between[place + first : place + 3]] for place in range(len(text))]

    def agrees(self, text: str, found: Sequence[Drawn]) -> bool:
        """Note what the letters of a text do, and tell whether they did the same before."""
        between, first = f"{_EDGE}{text}{_EDGE}", 1 - self.before
        keys = [between[place + first : place + 3] for place in range(len(text))]
        return all(self.letters.setdefault(key, one) == one for key, one in zip(keys, found, strict=True))


@dataclass(slots=True)
class Hand:
    """Sets words in one style; ``fonts`` are the faces that the file will have."""

    style: Any
    fonts: dict[Any, Any]
    font: Any = None
    size: float = 0
    seen: tuple[_Seen, _Seen] = field(default_factory=lambda: (_Seen(), _Seen()))
    """In texts without a letter of Latin script, and in texts with one."""

    sights: tuple[Sight, Sight] = (Sight.FAR, Sight.FAR)
    """How far letters look in these; nothing is taken for granted before the face is known."""

    known: dict[str, Text] = field(default_factory=dict)
    layout: Any = None

    def open(self) -> None:
        """Look at the face, if no word was set in it yet."""
        if self.font is None:
            self.set("0")

    def set(self, text: str) -> Text:
        """Set words on one line.

        Raises:
            NotWrittenError: it takes another face for some of them.

        """
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._set(text)
        return found

    def width(self, text: str) -> float:
        """Tell how wide words are on one line."""
        return self._set(text).width

    def _set(self, text: str) -> Text:
        drawn = self._letters(text)
        shown = "<" + "".join([piece for piece, _ in drawn])
        shown = shown[:-1] if shown[-1] == "<" else f"{shown}>"
        return Text(shown, sum([units for _, units in drawn]) * FROM_UNITS)

    def _letters(self, text: str) -> list[Drawn]:
        latin = has_latin(text)
        seen = self.seen[latin]
        if self.sights[latin] is Sight.FAR or not PLAIN.fullmatch(text):
            return self._asked(text)
        if len(self.known) % _OFTEN == 0:
            self._look(text, seen)
        try:
            return seen.of(text)
        except KeyError:
            self._look(text, seen)
            seen.looks += 1
            if seen.looks == _COUNTING and seen.before and _DIGIT.search(text):
                self._look(f"{text} {_figures()}", seen)
            return seen.of(text)

    def _look(self, text: str, seen: _Seen) -> None:
        """See what Pango does with a text."""
        found = self._asked(text)
        if not seen.agrees(text, found) and not self._looked_closer(text, found, seen):
            raise NotWrittenError(LaidOut.UNPROVEN)

    def _asked(self, text: str) -> list[Drawn]:
        """Ask Pango for the letters of a text, each a glyph."""
        found = list(self._glyphs(text))
        if len(found) != len(text):
            raise NotWrittenError(LaidOut.UNPROVEN)
        return found

    def _looked_closer(self, text: str, found: Sequence[Drawn], seen: _Seen) -> bool:
        """Begin anew with the letter before as well; what was set until now is set again."""
        if seen.before:
            return False
        seen.before = 1
        seen.letters.clear()
        self.known.clear()
        return seen.agrees(text, found)

    def _glyphs(self, text: str) -> Iterator[Drawn]:
        """Ask Pango for the glyphs of a text, and note them in their face."""
        line, _ = self._laid_out(text).get_first_line()
        stream, run, letters = scratch(self.fonts), line.runs[0], iter(text)
        while run != ffi.NULL:
            item, run = run.data, run.next
            self._take_face(stream, item.item.analysis.font)
            glyphs = item.glyphs
            for glyph in glyphs.glyphs[0 : glyphs.num_glyphs]:
                yield self._drawn(stream, item.item.analysis.font, glyph, next(letters, ""))

    def _laid_out(self, text: str) -> Any:
        """Give Pango a text; where that leaves nothing behind, one layout takes all texts of a style."""
        if self.style["word_spacing"] or self.style["letter_spacing"] != "normal":
            return create_layout(text, self.style, None, None, 0)
        if self.layout is None:
            self.layout = create_layout(text, self.style, None, None, 0)
        self.layout.set_text(text)
        return self.layout

    def _take_face(self, stream: Stream, face: Any) -> None:
        font, size = stream.add_font(face)
        if self.font not in {None, font} or font.bitmap or font.png or font.svg or font.colr:
            raise NotWrittenError(LaidOut.LETTERS)
        if self.font is None:
            self.sights = (sight(font, self.style, latin=False), sight(font, self.style))
            for seen, far in zip(self.seen, self.sights, strict=True):
                seen.before = int(far is Sight.AROUND)
        self.font, self.size = font, size

    def _drawn(self, stream: Stream, face: Any, info: Any, letter: str) -> Drawn:
        glyph, width, font = info.glyph, info.geometry.width, self.font
        if (
            glyph in {0, pango.PANGO_GLYPH_EMPTY}
            or glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG
            or info.geometry.y_offset
        ):
            raise NotWrittenError(LaidOut.LETTERS)
        if font.to_unicode.setdefault(glyph, letter) != letter and not letter.isspace():
            raise NotWrittenError(LaidOut.LETTERS)
        if glyph not in font.widths:
            pango.pango_font_get_glyph_extents(face, glyph, stream.ink_rect, stream.logical_rect)
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / self.size)
        offset = info.geometry.x_offset / self.size
        kerning = int(font.widths[glyph] + offset - width * 1000 * FROM_UNITS / self.size)
        before, after = f">{-offset}<" if offset else "", f">{kerning}<" if kerning else ""
        return f"{before}{glyph:04x}{after}", width
