"""Bytes in the letters that a QR code packs best (RFC 9285): three letters for two bytes."""

from typing import Final

LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE: Final = len(LETTERS)
_TWO: Final = [first + second for second in LETTERS for first in LETTERS]
"""The first two letters of a value, the lower one first."""

_VALUES: Final = {letter: value for value, letter in enumerate(LETTERS)}


def encoded(content: bytes) -> str:
    """Write bytes as letters."""
    pairs = zip(content[::2], content[1::2], strict=False)
    values = [first << 8 | second for first, second in pairs]
    last = _TWO[content[-1]] if len(content) % 2 else ""
    return "".join([_TWO[value % len(_TWO)] + LETTERS[value // len(_TWO)] for value in values]) + last


def decoded(text: str) -> bytes:
    """Read letters as bytes.

    Raises:
        ValueError: this is no base45.

    """
    groups = (text[start : start + 3] for start in range(0, len(text), 3))
    return b"".join(map(_bytes, groups))


def _bytes(group: str) -> bytes:
    if len(group) == 1 or any(letter not in _VALUES for letter in group):
        raise ValueError("not base45")
    value: int = sum(_VALUES[letter] * (_BASE**place) for place, letter in enumerate(group))
    try:
        return value.to_bytes(len(group) - 1)
    except OverflowError as error:
        raise ValueError("not base45") from error
