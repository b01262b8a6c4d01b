"""The letters of a page put together to lines; what stands beside each other in columns stays apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from reportgen.model.layout import Letters, Line, Look, Stroke
from reportgen.readback.pdf_letters import Letter

_LABEL: Final = re.compile(r"^([-–•+*]|\(?[0-9]{1,3}[.)]|[IVXLC]+\.|[a-zđ]\)|\d+(\.\d+)+\.?)$")
"""What may stand far before the text that it belongs to."""

_NATION: Final = re.compile(r"CỘNGH(ÒA|OÀ)XÃHỘI")
"""The national title opens a column, however near the office beside it comes."""

_LEVEL = 0.2
_SPACE = 0.15
_WIDE = 0.9
_FAR = 3
"""In widths of an em: letters of one line, of one word, of one column at most."""

_UNEVEN = 2.2
"""A gap so much wider than the others of its line is none between words."""

_RAISED = 0.8
_MARKS = 6
_EM: Final = 10
"""Twips in an em, for each half point of size."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it was printed, and the looks of its letters."""

    line: Line
    letters: tuple[Letters, ...]

    @property
    def is_bold(self) -> bool:
        """Tell whether all of it is bold."""
        return all(one.look.bold for one in self.letters if one.text.strip())

    @property
    def em(self) -> int:
        """Measure its size in twips."""
        return self.line.size * _EM


def printed_lines(found: Iterable[Letter], strokes: Sequence[Stroke], page: int) -> list[Printed]:
    """Put the letters of one page together, from top to bottom and from left to right."""
    uprights = [stroke for stroke in strokes if not stroke.is_across]
    lines = [_printed(piece, strokes, page) for row in _rows(found) for piece in _pieces(row, uprights)]
    return [line for line in lines if line.line.text and not _is_raised(line, lines)]


def middle(numbers: Iterable[int]) -> int:
    """Give the one in the middle, or the lower of two."""
    ordered = sorted(numbers)
    return ordered[(len(ordered) - 1) // 2]


def _rows(found: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Gather what stands at one level, a little up or down."""
    row: list[Letter] = []
    for letter in sorted((one for one in found if one.look.size), key=lambda one: (one.base, one.left)):
        if row and letter.base - row[0].base > _LEVEL * _EM * max(letter.look.size, row[0].look.size):
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def _pieces(row: list[Letter], uprights: Sequence[Stroke]) -> Iterator[list[Letter]]:
    """Cut a row where a gap is wider than those between words, or where a drawn line stands."""
    inked = sorted(row, key=lambda one: one.left)
    pairs = list(pairwise(inked))
    gaps = [max(0, other.left - one.right) for one, other in pairs]
    usual = middle([gap for gap, pair in zip(gaps, pairs, strict=True) if _is_space(*pair)] or [0])
    titled = _NATION.search("".join(letter.text for letter in inked))
    title = inked[titled.start()] if titled else None
    piece: list[Letter] = []
    for letter, gap in zip(inked, [0, *gaps], strict=False):
        apart = letter is title or _parts(gap, usual, piece) if piece else False
        if piece and (apart or _stands_between(piece[-1], letter, uprights)):
            yield piece
            piece = []
        piece.append(letter)
    if piece:
        yield piece


def _is_space(one: Letter, other: Letter) -> bool:
    return other.begins or other.left - one.right > _SPACE * _EM * one.look.size


def _parts(gap: int, usual: int, piece: Sequence[Letter]) -> bool:
    em = _EM * piece[-1].look.size
    if gap <= _WIDE * em or _LABEL.match("".join(letter.text for letter in piece)):
        return gap > _FAR * em
    return gap > _UNEVEN * usual or gap > _FAR * em


def _stands_between(one: Letter, other: Letter, uprights: Sequence[Stroke]) -> bool:
    middle = one.base - _EM * one.look.size // 3
    return any(
        one.right - _EM <= stroke.left <= other.left + _EM and stroke.top <= middle <= stroke.bottom
        for stroke in uprights
    )


def _printed(piece: Sequence[Letter], strokes: Sequence[Stroke], page: int) -> Printed:
    runs = [_run(list(same), strokes) for _, same in groupby(_spaced(piece), key=lambda one: one.look)]
    text = "".join(run.text for run in runs).strip()
    base, size = middle([one.base for one in piece]), middle([one.look.size for one in piece])
    return Printed(Line(text, page, piece[0].left, piece[-1].right, base, size), tuple(runs))


def _spaced(piece: Sequence[Letter]) -> Iterator[Letter]:
    """Put spaces where words end; they look as the word before."""
    yield piece[0]
    for one, other in pairwise(piece):
        if _is_space(one, other):
            yield replace(one, text=" ", left=one.right, right=other.left)
        yield other


def _run(same: Sequence[Letter], strokes: Sequence[Stroke]) -> Letters:
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in same))
    return Letters(text, _underlined(same, strokes))


def _underlined(same: Sequence[Letter], strokes: Sequence[Stroke]) -> Look:
    """See a line right under the letters, where an underline is and no other line."""
    left, right, base, look = same[0].left, same[-1].right, same[0].base, same[0].look
    near = base - _EM, base + _LEVEL * _EM * look.size
    under = any(
        stroke.is_across
        and near[0] <= stroke.top <= near[1]
        and min(stroke.right, right) - max(stroke.left, left) > (right - left) * _RAISED
        for stroke in strokes
    )
    return replace(look, underlined=under)


def _is_raised(small: Printed, lines: Sequence[Printed]) -> bool:
    """Ask whether it is a small mark beside a line, which refers to a note."""
    return len(small.line.text) <= _MARKS and any(
        small.line.size <= _RAISED * other.line.size
        and 0 < other.line.base - small.line.base < other.em
        and other.line.left - other.em < small.line.left < other.line.right + other.em
        for other in lines
    )
