"""Numbers written in words: ``hai mươi bốn``, ``một nghìn không trăm linh năm``."""

from collections.abc import Mapping, Sequence
from typing import Final

SCALES: Final[Mapping[str, int]] = {
    "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3,
}  # fmt: skip
"""What a number before it is multiplied with, the largest first: ``2,5 triệu``."""

_DIGITS: Final[Mapping[str, int]] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_LAST: Final[Mapping[str, int]] = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_HUNDREDS: Final[Mapping[str, int]] = {**_DIGITS, "không": 0}

VOCABULARY: Final = frozenset({*SCALES, *_LAST, *_HUNDREDS, "trăm", "mười", "mươi", "linh", "lẻ"})
"""Every word that a number may hold."""


def read_words(words: Sequence[str]) -> int | None:
    """Read a whole number in words; ``None`` where they make none."""
    return _scaled(tuple(words), tuple(SCALES.items())) if words else None


def read_denominator(word: str) -> int | None:
    """Read what a share in words is of: ``ba phần tư``."""
    return _LAST.get(word) or read_words([word])


def _scaled(words: Sequence[str], scales: Sequence[tuple[str, int]]) -> int | None:
    for place, (name, size) in enumerate(scales):
        if name in words:
            cut = words.index(name)
            many, rest = _below_thousand(words[:cut]), words[cut + 1 :]
            few = _scaled(rest, scales[place + 1 :]) if rest else 0
            return None if not many or few is None else many * size + few
    return _below_thousand(words)


def _below_thousand(words: Sequence[str]) -> int | None:
    match words:
        case [hundreds, "trăm"] if hundreds in _HUNDREDS:
            return _HUNDREDS[hundreds] * 100
        case [hundreds, "trăm", "linh" | "lẻ", last] if hundreds in _HUNDREDS and last in _LAST:
            return _HUNDREDS[hundreds] * 100 + _LAST[last]
        case [hundreds, "trăm", *rest] if hundreds in _HUNDREDS and (len(rest) > 1 or "mười" in rest):
            tens = _below_hundred(rest)
            return None if tens is None else _HUNDREDS[hundreds] * 100 + tens
        case _:
            return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    match words:
        case [digit] if digit in _DIGITS:
            return _DIGITS[digit]
        case ["mười", *last] if len(last) <= 1 and all(word in _LAST for word in last):
            return 10 + sum(_LAST[word] for word in last)
        case [tens, "mươi", *last] if tens in _DIGITS and len(last) <= 1 and all(w in _LAST for w in last):
            return _DIGITS[tens] * 10 + sum(_LAST[word] for word in last)
        case _:
            return None
