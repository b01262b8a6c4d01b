"""Lines whose spaces are made wider until they are full.

WeasyPrint 70 shares what is free of a line out among its spaces (`weasyprint.layout.inline.justify_line`) and
has Pango set them wider (`Layout.set_text`). Each word is then shaped by itself, whatever spaces stand beside
it, and a space is drawn with half of what it got on either side (Pango's `distribute_letter_spacing`).
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS

from reportgen.render.stamp.fount import Letter, Word, advances_of, shown_of, taken
from reportgen.render.stamp.run import Run

_DOUBT: Final = 1e-6
"""So near a whole number of Pango's units nobody knows on which side of it the engine is."""

TAUGHT: Final = 1.5
"""So many CSS pixels wider are the spaces of a line that letters are learnt from."""


def shown(words: Sequence[Word], free: float, size: float) -> bytes | None:
    """Draw a line of words and spaces set alone, which lacks so many CSS pixels to be full.

    Nothing where each space gets a whole number of units, or one less: that hangs on where the engine added
    up fractions of a pixel.
    """
    spaces = words[1::2]
    share = free / len(spaces) * TO_UNITS
    if abs(share - round(share)) < _DOUBT:
        return None
    more, drawn = int(share), [word.drawn for word in words]
    drawn[1::2] = [_space(word.letters[0], more, size) for word in spaces]
    return b"<".join(drawn)


def letters_alone(text: str, apart: Sequence[Letter], box: Any, run: Run) -> list[Letter]:
    """Take a line with wider spaces apart, its words as they are set alone; nothing where that fails.

    ``apart`` are its letters with spaces as wide as they are.
    """
    more, size = int(box.justification_spacing * TO_UNITS), size_of(box.style)
    advances = advances_of(text, box)
    spaces = {
        Letter(b"%04x" % natural.glyph, advance - more, natural.glyph, natural.width)
        for letter, natural, advance in zip(text, apart, advances, strict=False)
        if letter == " "
    }
    if len(advances) != len(text) or len(spaces) != 1:
        return []
    (space,) = spaces
    words, left = text.split(" "), iter(advances)
    drawn = shown_of(run).split(b"<%b<" % _space(space, more, size))
    found = list(_taken(words, drawn, left, space, run)) if len(drawn) == len(words) else []
    return found[:-1] if len(found) == len(text) + 1 else []


def _taken(
    words: Sequence[str], drawn: Sequence[bytes], advances: Iterator[int], space: Letter, run: Run
) -> Iterator[Letter]:
    """Take words as they were drawn, a space behind each."""
    for word, one in zip(words, drawn, strict=True):
        yield from taken(one, list(islice(advances, len(word))), run.face)
        next(advances, None)
        yield space


def size_of(style: Any) -> float:
    """Tell how large letters are, in CSS pixels, as Pango has it (`weasyprint.text.fonts`)."""
    return float(int(style["font_size"] * TO_UNITS) * FROM_UNITS)


def _space(letter: Letter, more: int, size: float) -> bytes:
    """Draw a space, by so many of Pango's units wider (`weasyprint.draw.text.draw_first_line`)."""
    offset = _before(more) / size
    moved = letter.width + offset - (letter.advance + more) * 1000 * FROM_UNITS / size
    return b">%b<%04x>%b" % (str(-offset).encode(), letter.glyph, str(int(moved)).encode() if moved else b"")


def _before(more: int) -> int:
    """Tell how much of it stands before a space: whole pixels of whole pixels."""
    half = more // 2
    return half if more % TO_UNITS else (half + TO_UNITS // 2) // TO_UNITS * TO_UNITS
