"""Reading one value as its declared type: exactly, by Vietnamese writing habits, never by guessing."""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction

from reportgen.model.diagnostics import did_you_mean
from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded
from reportgen.model.values import Number, Scalar
from reportgen.validate.days import read_date, read_time
from reportgen.validate.misread import Misread, PointOnly
from reportgen.validate.numerals import MOST_DIGITS, Shape, exact, shape, way_out

_FLAGS = {
    "có": True, "yes": True, "true": True, "x": True,
    "không": False, "no": False, "false": False,
}  # fmt: skip

_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
"""What Excel leaves of ``251234567890`` in a CSV file."""


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
        raise Misread("not-a-count", example="2.960")
    return number


def read_percent(text: str) -> Fraction:
    """Read ``41,9%`` as 419/1000."""
    if not text.endswith("%"):
        raise Misread("percent-without-sign", example="41,9%")
    return Fraction(read_number(text[:-1].rstrip())) / 100


def read_flag(text: str) -> bool:
    """Read ``có`` or ``không``."""
    if (flag := _FLAGS.get(text.casefold())) is None:
        raise Misread("not-a-flag")
    return flag


def read_code(text: str) -> str:
    """Keep a code as it is, unless Excel has made a rounded number of it."""
    if _SHORTENED.fullmatch(text):
        raise Misread("code-shortened")
    return text


def read_text(text: str) -> str:
    """Read a text with one ordinary space in each gap: nobody sees that there are two, or an odd one."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


READERS: dict[str, Callable[[str], Scalar]] = {
    "text": read_text,
    "code": read_code,
    "count": read_count,
    "number": read_number,
    "percent": read_percent,
    "date": read_date,
    "time": read_time,
    "flag": read_flag,
    "photo": read_text,
}
"""One reader per scalar type; adding a type is one entry here."""


def reader(spec: FieldSpec) -> Callable[[str], Scalar]:
    """Give the reader of a field's type."""
    read = _choice(spec) if spec.type == "choice" else READERS[spec.type]
    return _without(spec.without, read) if spec.without else read


def _without(sign: str, read: Callable[[str], Scalar]) -> Callable[[str], Scalar]:
    def read_part(text: str) -> Scalar:
        before, found, _ = text.partition(sign)
        if found:
            raise Misread("code-holds", sign=sign, before=before.rstrip())
        return read(text)

    return read_part


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
