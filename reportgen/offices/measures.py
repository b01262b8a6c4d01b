"""The measures of a blank: lengths in millimetres, sizes of letters, and how words stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase
from reportgen.model.values import Number
from reportgen.offices.entries import Entries

_NUMBER: Final = re.compile(r"([-+]?)(\d{1,4})(?:[.,](\d{1,3}))?(?: ?(?:mm|pt))?")
_SIZE: Final = re.compile(r"(.+?)\s*[x×X]\s*(.+)")
_FLAGS: Final = {"có": True, "yes": True, "true": True, "không": False, "no": False, "false": False}
SMALLEST: Final = 10
"""No blank is smaller; who writes so means centimetres."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Reads measures, and complains of others."""

    entries: Entries

    def size(self, raw: Any, path: DataPath) -> tuple[Number, Number]:
        """Read ``190 x 130``: across and down."""
        text = self.entries.text(raw, path)
        found = _SIZE.fullmatch(text)
        width, height = (read_length(found[1]), read_length(found[2])) if found else (None, None)
        if width is not None and height is not None and min(width, height) >= SMALLEST:
            return width, height
        if text:
            self.entries.wants(phrase("a width and a height in millimetres"), path)
        return SMALLEST, SMALLEST

    def number(self, raw: Any, path: DataPath) -> Number | None:
        """Read a length that may be negative."""
        text = self.entries.text(raw, path)
        number = read_length(text)
        if text and number is None:
            self.entries.wants(phrase("a number of millimetres, or of points for letters"), path)
        return number

    def length(self, raw: Any, path: DataPath) -> Number | None:
        """Read a length above zero."""
        number = self.number(raw, path)
        if number is not None and number <= 0:
            self.entries.wants(phrase("a number above 0"), path)
            return None
        return number

    def count(self, raw: Any, path: DataPath) -> int:
        """Read how many lines there are; one where nothing is said."""
        number = self.length(raw, path)
        if number is None or isinstance(number, int):
            return number or 1
        self.entries.wants(phrase("a whole number"), path)
        return 1

    def one_of(self, raw: Any, path: DataPath, known: Sequence[str]) -> str:
        """Read one of some words; the first where nothing is said."""
        text = self.entries.text(raw, path)
        if text and text not in known:
            self.entries.wants(phrase("one of {words}", words=", ".join(known)), path)
        return text if text in known else known[0]

    def flag(self, raw: Any, path: DataPath) -> bool:
        """Read yes or no; no where nothing is said."""
        text = self.entries.text(raw, path).casefold()
        if text and text not in _FLAGS:
            self.entries.wants(phrase("có or không"), path)
        return _FLAGS.get(text, False)


def read_length(text: str) -> Number | None:
    """Read ``62``, ``62.5`` or ``62,5 mm`` exactly."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, decimals = found[1], found[2], found[3] or ""
    number = Fraction(int(f"{sign}{whole}{decimals}"), 10 ** len(decimals))
    return number.numerator if number.denominator == 1 else number
