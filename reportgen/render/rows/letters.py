"""Words set as Pango was seen to set them: how far a letter moves on follows from its neighbours alone.

Pango is asked for a text when a letter stands between two between which it was not seen before. The
arithmetic of WeasyPrint 70 (`draw_first_line`) is followed here, in one place, and held against what it
draws (`measure`). Where a letter between the same two comes out otherwise, nothing is taken for granted.

Imported only when a PDF is made: the engine loads Pango.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import create_layout

from reportgen.render.rows.reasons import LaidOut, NotWrittenError

PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00a9\u00ab\u00ac\u00ae-\u02ff\u1e00-\u1eff"
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ab]*"
)
"""Letters of Latin script and what goes with any: Pango takes a text of these for one run."""

_LETTER: Final = re.compile("[A-Za-zªµºÀ-ÖØ-öø-ʸḀ-ỿ]")
_EDGE: Final = "\0"

Drawn = tuple[str, int]
"""What a letter adds to a line of text in a PDF, and how far it moves on, in 1/1024 CSS pixels."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line: as a PDF shows them (`TJ`), and how wide they are, in CSS pixels."""

    shown: str
    width: float


def scratch(fonts: dict[Any, Any]) -> Stream:
    """Open a stream that nobody reads, to draw in; faces and their letters are noted in ``fonts``."""
    return Stream(fonts, None, {"ExtGState": {}}, {}, None, {}, None)


@dataclass(slots=True)
class Hand:
    """Sets words in one style; ``fonts`` are the faces that the file will have."""

    style: Any
    fonts: dict[Any, Any]
    font: Any = None
    size: float = 0
    seen: dict[str, Drawn] = field(default_factory=dict)
    seen_alone: dict[str, Drawn] = field(default_factory=dict)
    known: dict[str, Text] = field(default_factory=dict)

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
        seen = self.seen if _LETTER.search(text) else self.seen_alone
        between = f"{_EDGE}{text}{_EDGE}"
        try:
            return [seen[between[place : place + 3]] for place in range(len(text))]
        except KeyError:
            self._look(text, seen)
            return [seen[between[place : place + 3]] for place in range(len(text))]

    def _look(self, text: str, seen: dict[str, Drawn]) -> None:
        """See what Pango does with a text."""
        found = list(self._glyphs(text))
        if len(found) != len(text):
            raise NotWrittenError(LaidOut.UNPROVEN)
        between = f"{_EDGE}{text}{_EDGE}"
        for place, drawn in enumerate(found):
            if seen.setdefault(between[place : place + 3], drawn) != drawn:
                raise NotWrittenError(LaidOut.UNPROVEN)

    def _glyphs(self, text: str) -> Iterator[Drawn]:
        """Ask Pango for the glyphs of a text, and note them in their face."""
        layout = create_layout(text, self.style, None, None, 0)
        line, _ = layout.get_first_line()
        stream, run, letters = scratch(self.fonts), line.runs[0], iter(text)
        while run != ffi.NULL:
            item, run = run.data, run.next
            self._take_face(stream, item.item.analysis.font)
            glyphs = item.glyphs
            for glyph in glyphs.glyphs[0 : glyphs.num_glyphs]:
                yield self._drawn(stream, item.item.analysis.font, glyph, next(letters, ""))

    def _take_face(self, stream: Stream, face: Any) -> None:
        font, size = stream.add_font(face)
        if self.font not in {None, font} or font.bitmap or font.png or font.svg or font.colr:
            raise NotWrittenError(LaidOut.LETTERS)
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
