"""Reading one value as its declared type: exactly, by Vietnamese writing habits, never by guessing."""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from reportgen.model.diagnostics import did_you_mean
from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded
from reportgen.model.values import Number, Scalar
from reportgen.validate.numerals import MOST_DIGITS, Shape, exact, shape, way_out

_DATES = (
    re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9][0-9])-(?P<d>[0-9][0-9])"),
)
_TIME = re.compile(r"([0-9]{1,2})\s*(?::|h|giờ)\s*(?:([0-9]{1,2})(?:\s*phút)?)?", re.IGNORECASE)

_FLAGS = {
    "có": True, "yes": True, "true": True, "x": True,
    "không": False, "no": False, "false": False,
}  # fmt: skip


class Misread(Exception):  # noqa: N818  (it is carried to a diagnostic, never raised to a user)
    """A text is not what it should be: the code of a diagnostic, and what that needs besides the text."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class PointOnly(Misread):
    """A text is a number only if its point stands before the decimals."""


def read_number(text: str) -> Number:
    """Read ``1.234``, ``12.345.678,5``, ``-3`` or ``1 234`` exactly (T-1)."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    if len(text) > MOST_DIGITS and sum(letter.isdigit() for letter in text) > MOST_DIGITS:
        raise Misread("too-many-digits", most=MOST_DIGITS)
    if (number := exact(text)) is None:
        sort = PointOnly if shape(text) is Shape.POINT and not text.endswith("%") else Misread
        raise sort("not-a-number", way=way_out(text))
    return number


def read_count(text: str) -> int:
    """Read a whole number that is not negative."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    number = read_number(text)
    if number < 0 or not isinstance(number, int):
        raise Misread("not-a-count")
    return number


def read_percent(text: str) -> Fraction:
    """Read ``41,9%`` as 419/1000."""
    if not text.endswith("%"):
        raise Misread("percent-without-sign")
    return Fraction(read_number(text[:-1].rstrip())) / 100


def read_date(text: str) -> dt.date:
    """Read ``19/01/2020`` (day first, T-7) or ``2020-01-19``."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            try:
                return dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                raise Misread("no-such-day") from None
    raise Misread("not-a-date")


def read_time(text: str) -> dt.time:
    """Read ``7h30``, ``07:30``, ``7 giờ 30`` or ``7h``."""
    found = _TIME.fullmatch(text.strip())
    if not found or (":" in text and not found[2]):
        raise Misread("not-a-time")
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Misread("not-a-time") from None


def read_flag(text: str) -> bool:
    """Read ``có`` or ``không``."""
    if (flag := _FLAGS.get(text.casefold())) is None:
        raise Misread("not-a-flag")
    return flag


def read_text(text: str) -> str:
    """Read a text with one ordinary space in each gap: nobody sees that there are two, or an odd one."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


READERS: dict[str, Callable[[str], Scalar]] = {
    "text": read_text,
    "code": str,
    "count": read_count,
    "number": read_number,
    "percent": read_percent,
    "date": read_date,
    "time": read_time,
    "flag": read_flag,
}
"""One reader per scalar type; adding a type is one entry here."""


def reader(spec: FieldSpec) -> Callable[[str], Scalar]:
    """Give the reader of a field's type."""
    return _choice(spec) if spec.type == "choice" else READERS[spec.type]


def _choice(spec: FieldSpec) -> Callable[[str], str]:
    known = {folded(option): option for option in spec.choices}

    def read_choice(text: str) -> str:
        if (option := known.get(folded(text))) is None:
            listed = ", ".join(f"'{choice}'" for choice in spec.choices)
            raise Misread("not-a-choice", choices=listed, meant=did_you_mean(text, spec.choices))
        return option

    return read_choice


_PYTHON: dict[str, tuple[type, ...]] = {
    "number": (int, Fraction),
    "percent": (int, Fraction),
    "date": (dt.date,),
    "time": (dt.time,),
    "flag": (bool,),
}


def fits(spec: FieldSpec, value: object) -> bool:
    """Tell whether a computed value is of a field's type."""
    if spec.type == "count":
        return isinstance(value, int) and value >= 0
    if spec.type == "choice":
        return value in spec.choices
    return isinstance(value, _PYTHON.get(spec.type, (str,)))
