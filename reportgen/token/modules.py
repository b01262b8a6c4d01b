"""The modules of a QR code (ISO/IEC 18004:2015), a large number for all of them: a fraction of a millisecond.

The library draws a code module by module, and looks at each of the eight masks module by module; for a code
of 250 bytes that takes as long as a hundred certificates. What it knows is taken from it: tables of error
correction, where modules go, what masks and frames look like. What is done for each code is done here, to
whole rows at once: the same codewords, the same modules, and the same choice of a mask, by the same marks.
The first code of each size is drawn by the library as well, and must be the same.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import count, islice, product, zip_longest
from operator import itemgetter
from typing import Any, Final

import segno

from reportgen.token.base45 import LETTERS
from reportgen.token.marks import APART, LIGHT, marks

consts: Final[Any] = import_module("segno.consts")
encoder: Final[Any] = import_module("segno.encoder")
"""Without types, as the library wants them used by itself alone."""

LEVEL: Final = "M"
"""The error level: an eighth of a code may be covered or worn off."""

_ERROR: Final = consts.ERROR_LEVEL_M
_MODE: Final = "0010"
"""Letters of base45, two in eleven bits (7.4.4)."""

_PAIRS: Final = {
    a + b: f"{45 * x + y:011b}" for (x, a), (y, b) in product(enumerate(LETTERS), enumerate(LETTERS))
}
_SINGLE: Final = {letter: f"{value:06b}" for value, letter in enumerate(LETTERS)}
_PADDING: Final = ("11101100", "00010001")
_COUNTED: Final = ((9, 9), (26, 11), (40, 13))
"""In how many bits codes up to a version tell how many letters there are (7.4.1)."""

_FREE: Final = 2
"""How the library marks modules that are not of a frame."""


def rows_of(text: str) -> tuple[str, ...]:
    """Draw a text, a line for each row, ``1`` where a module is dark; letters of base45 only."""
    size = None if text.isdigit() else _size_of(len(text))
    return size.drawn(text) if size else _by_library(text)


def _by_library(text: str) -> tuple[str, ...]:
    code = segno.make_qr(text, error=LEVEL, boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)


@dataclass(frozen=True, slots=True)
class _Mask:
    """A mask: the modules that it turns, by rows and by columns, and the frame that names it."""

    rows: int
    columns: int
    named: int


@dataclass(frozen=True, slots=True)
class _Size:
    """All codes of so many rows: how codewords are cut, where modules go, what the frames look like."""

    side: int
    counted: str
    blocks: Sequence[tuple[int, int, Sequence[int]]]
    capacity: int
    room: int
    woven: Callable[[bytes], tuple[int, ...]]
    by_rows: Callable[[str], tuple[str, ...]]
    masks: Sequence[_Mask]
    inside: int

    def drawn(self, text: str) -> tuple[str, ...]:
        """Draw a text, in the mask that is marked best."""
        bits = f"{self._message(text):0<{self.room}}01"
        line = "".join(self.by_rows(bits))
        rows, columns = int(line, 2), int(self._turned(line), 2)
        inside, side = self.inside, self.side
        best = min(self.masks, key=lambda mask: marks(rows ^ mask.rows, columns ^ mask.columns, inside, side))
        whole = f"{rows ^ best.rows ^ best.named:0{self.side * (self.side + APART)}b}"
        return tuple(whole[start : start + self.side] for start in range(0, len(whole), self.side + APART))

    def _turned(self, rows: str) -> str:
        """Write columns as rows: each module of a column is as far from the last as a row is long."""
        return "".join([f"{rows[column :: self.side + APART]}{LIGHT}" for column in range(self.side)])

    def _message(self, text: str) -> str:
        """Write the codewords, those of error correction too, as bits (7.4 to 7.6)."""
        pairs = map("".join, zip(text[::2], text[1::2], strict=False))
        single = _SINGLE[text[-1]] if len(text) % 2 else ""
        bits = "".join((_MODE, f"{len(text):0{self.counted}}", *map(_PAIRS.__getitem__, pairs), single))
        bits += "0" * min(4, self.capacity - len(bits))
        if (
            len(bits) < self.capacity
        ):  # where no bit is lacking the library takes a word more, which says nothing
            bits += "0" * (8 - len(bits) % 8)
        lacking = (self.capacity - len(bits)) // 8
        bits += "".join(_PADDING) * (lacking // 2) + _PADDING[0] * (lacking % 2)
        words = self._words(int(bits, 2).to_bytes(self.capacity // 8))
        return f"{int.from_bytes(words):0{8 * len(words)}b}"

    def _words(self, data: bytes) -> bytes:
        errors, start = [], 0
        for many, checks, table in self.blocks:
            errors.append(_checked(data[start : start + many], checks, table))
            start += many
        return bytes(self.woven(b"".join((data, *errors))))


def _checked(data: bytes, checks: int, table: Sequence[int]) -> bytes:
    """Divide a block by the polynomial of its length (7.5.2): what is left corrects errors."""
    rest, high, kept = 0, 8 * (checks - 1), (1 << 8 * checks) - 1
    for word in data:
        rest = (rest << 8 & kept) ^ table[word ^ rest >> high]
    return rest.to_bytes(checks)


@lru_cache(maxsize=64)
def _size_of(length: int) -> _Size | None:
    """Find the size that a text needs, and hold its first code against the library's."""
    sample = (LETTERS[::-1] * (length // len(LETTERS) + 1))[:length]
    code = segno.make_qr(sample, error=LEVEL, boost_error=False)
    if code.mode != "alphanumeric":
        return None
    size = _size(int(code.version))
    return size if size.drawn(sample) == tuple("".join(map(str, row)) for row in code.matrix) else None


@lru_cache(maxsize=8)
def _size(version: int) -> _Size:
    """Take from the library what all codes of a size have in common."""
    side = encoder.calc_matrix_size(version)
    frame = _frame(side)
    free = [[module == _FREE for module in row] for row in frame]
    order = {place: number for number, place in enumerate(_snake(free))}
    fixed = {0: len(order), 1: len(order) + 1}
    places = [[order.get((i, j), fixed.get(frame[i][j])) for j in range(side)] for i in range(side)]
    blocks = [
        (one.num_data, one.num_total - one.num_data, _table(one.num_total - one.num_data))
        for one in consts.ECC[version][_ERROR]
        for _ in range(one.num_blocks)
    ]
    return _Size(
        side, f"0{next(bits for most, bits in _COUNTED if version <= most)}b", blocks,
        consts.SYMBOL_CAPACITY[version][_ERROR], len(order), itemgetter(*_woven(blocks)),
        itemgetter(*_lined(places, len(order))),
        [_mask(number, version, frame, free) for number in range(8)],
        _number([[1] * side for _ in range(side)]),
    )  # fmt: skip


def _woven(blocks: Sequence[tuple[int, int, Sequence[int]]]) -> Iterator[int]:
    """Tell in which order codewords of several blocks are drawn: the first of each, the second (7.6)."""
    place = count(0)
    for many in zip(*((one[0], one[1]) for one in blocks), strict=True):
        cut = [list(islice(place, length)) for length in many]
        yield from (word for words in zip_longest(*cut) for word in words if word is not None)


def _frame(side: int) -> Any:
    frame = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(frame, side, side)
    encoder.add_alignment_patterns(frame, side, side)
    return frame


def _snake(free: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int]]:
    """Go where codewords go: up and down, in columns of two, from the right; past the sixth one (7.7.3)."""
    side = len(free)
    for number, right in enumerate((*range(side - 1, 6, -2), 5, 3, 1)):
        downwards = number % 2
        for row in range(side) if downwards else range(side - 1, -1, -1):
            for column in (right, right - 1):
                if free[row][column]:
                    yield row, column


def _mask(number: int, version: int, frame: Any, free: Sequence[Sequence[bool]]) -> _Mask:
    turns = encoder.get_data_mask_functions(False)[number]  # noqa: FBT003  # the library's
    side = len(free)
    turned = [[int(free[i][j] and turns(i, j)) for j in range(side)] for i in range(side)]
    before = [[int(module == 1) for module in row] for row in frame]
    after = [list(row) for row in before]
    encoder.add_format_info(after, version, _ERROR, number)
    encoder.add_version_info(after, version)
    named = _number(before) ^ _number(after)
    return _Mask(_number(turned), _number(_turned(turned)), named)


def _turned(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Write columns as rows."""
    return list(zip(*rows, strict=True))


def _lined(rows: Sequence[Sequence[Any]], light: int) -> list[Any]:
    """Write rows one after the other, light modules between them."""
    return [one for row in rows for one in (*row, *[light] * APART)]


def _number(rows: Sequence[Sequence[int]]) -> int:
    return int("".join(map(str, _lined(rows, 0))), 2)


def _table(checks: int) -> list[int]:
    """Multiply the polynomial of a length by each word there is."""
    powers = consts.GEN_POLY[checks]
    logs, exps = consts.GALIOS_LOG, consts.GALIOS_EXP
    rows = (bytes(exps[logs[word] + power] for power in powers) for word in range(1, 256))
    return [0, *map(int.from_bytes, rows)]
