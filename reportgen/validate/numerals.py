"""Numbers as people write them: read exactly, with a decimal comma unless somebody says otherwise."""

import re
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from reportgen.model.phrase import Phrase, phrase
from reportgen.model.values import Number

MOST_DIGITS = 60
"""No office counts further; Python would not even write some numbers down."""

_SPACES = " \u00a0\u2007\u2009\u202f"
_GROUPS = rf"[1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}})+|(?:[{_SPACES}][0-9]{{3}})+)"
_NUMBER = re.compile(rf"[-+−]?(?:{_GROUPS}|[0-9]+)(?:,[0-9]+)?")
_IN_GROUPS = re.compile(rf"[.{_SPACES}]")
_SWAPPED = str.maketrans(".,", ",.")
_DIGITS = 4096

_WAYS = (
    (re.compile(r"[-–—−]+"), phrase("write 0 if there is none, leave it empty if it is not known")),
    (
        re.compile(r"(?:không|ko|chưa)(?: có)?|k|x|0 có|none|no|nil", re.IGNORECASE),
        phrase("write 0 if there is none, leave it empty if it is not known"),
    ),
    (
        re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?: .*)?"),
        phrase("the cell shows a day: give it the number format General, and look which number it holds"),
    ),
    (re.compile(r".*(?![0-9])\d.*", re.DOTALL), phrase("write it with the digits 0 to 9 of the keyboard")),
    (re.compile(r"[0-9.,]*[oOlI][0-9.,oOlI]*"), phrase("write digits, not the letters o and l")),
    (
        re.compile(r"[-0-9.,\s]+%"),
        phrase("write it without %; a cell, too, must have a number format without %"),
    ),
    (re.compile(r"[–—].+", re.DOTALL), phrase("write a minus as -, without a space behind it")),
)
"""What to do instead, by what was written."""

USUAL = phrase("write digits only, such as 1.234 or 12,5")
POINTED = phrase("write digits only, such as 1,234 or 12.5")
"""What to do instead of anything else, by what stands before decimals."""


class Shape(Enum):
    """What the signs of a number show about how its decimals are written."""

    CLEAR = "no sign, or no number"
    COMMA = "only a decimal comma makes it a number: 24,5"
    POINT = "only a decimal point makes it a number: 24.5"
    EITHER_POINT = "1.234 may be a thousand and more, or one and a bit"
    EITHER_COMMA = "1,234 likewise"


@lru_cache(_DIGITS)
def shape(text: str) -> Shape:
    """Tell what a text shows, a percent sign aside."""
    bare = text.rstrip(f"%{_SPACES}")
    comma, point = _NUMBER.fullmatch(bare), _NUMBER.fullmatch(with_comma(bare))
    if comma and point:
        return Shape.EITHER_POINT if "." in bare else Shape.EITHER_COMMA if "," in bare else Shape.CLEAR
    return Shape.COMMA if comma else Shape.POINT if point else Shape.CLEAR


def with_comma(text: str) -> str:
    """Write a number that has a decimal point as one with a decimal comma, or the other way round."""
    return text.translate(_SWAPPED)


def exact(text: str) -> Number | None:
    """Read a number with a decimal comma: ``1.234``, ``12.345.678,5``, ``1 234``; None if it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    whole, _, decimals = _IN_GROUPS.sub("", text).replace("−", "-").partition(",")
    number = Fraction(int(whole + decimals), 10 ** len(decimals))
    return number.numerator if number.denominator == 1 else number


def way_out(text: str) -> Phrase:
    """Say how to write what is no number."""
    return next((way for pattern, way in _WAYS if pattern.fullmatch(text)), USUAL)
