"""A worksheet's values as an office reads them: Vietnamese convention, only Excel's own noise rounded."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.model.values import Numeral

CellValue = str | bool | int | float | dt.datetime | dt.date | dt.time | dt.timedelta | None

MOST_DIGITS = 15
"""Excel keeps no more significant digits than these."""

ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"))
"""What a formula shows that cannot be calculated."""

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|[_*].|(?P<bare>.)', re.DOTALL)
_PRINTED = re.compile(r'"[^"]+"|\\.', re.DOTALL)
_UNPRINTED = re.compile(r'""|\[[^\]]*\]|[_*].', re.DOTALL)
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
"""A comma behind the last digit of a number format: what is shown is a thousandth of what is stored."""

_MEASURE = re.compile(r"\s*(nghìn|ngàn|triệu|tỷ|tỉ)\b(?! lệ)", re.IGNORECASE)
"""Words that a number format prints and that make another number of the one in front: ``12 nghìn``."""

_CARRIAGE_RETURN = re.compile(r"_x000D_\n?")


@dataclass(frozen=True, slots=True)
class Look:
    """What a number format shows: its tokens up to the first semicolon, as ``(text, literal)``.

    ``bare`` are the symbols that have a meaning. ``percent`` says that they scale to hundredths, ``sign``
    that a percent sign is only printed, ``pads`` that they fill up with zeros, as codes want: ``000``,
    ``"HS"000``, ``0000 000 000``. ``measure`` is what it prints with a number
    that it counts in thousands or more.
    """

    tokens: tuple[tuple[str, bool], ...]
    bare: str
    percent: bool
    sign: bool
    pads: bool
    measure: str


@lru_cache(maxsize=512)
def look(number_format: str) -> Look:
    """Take a number format apart."""
    tokens = tuple(_tokens(number_format))
    bare = "".join(text for text, literal in tokens if not literal)
    sign = any("%" in text for text, literal in tokens if literal)
    pads = bare.count("0") > 1 and not bare.strip("0- ")
    literal = "".join(text for text, literal in tokens if literal)
    measure = literal.strip() if _MEASURE.match(literal) else ""
    return Look(tokens, bare, "%" in bare, sign, pads, measure)


def fault(value: CellValue, number_format: str) -> str | None:
    """Tell by which complaint's code a value cannot be read, if so."""
    if isinstance(value, int | float) and abs(value) >= 10**MOST_DIGITS:
        return "number-too-long"
    if isinstance(value, int | float) and value and _SCALED.search(look(number_format).bare):
        return "number-scaled"
    if isinstance(value, dt.datetime) and _shown_part(number_format) == "part":
        return "date-in-part"
    return None


def is_hidden(value: CellValue, number_format: str) -> bool:
    """Tell whether a number format such as ``;;;`` shows nothing of a number; a 0 may be left out."""
    if isinstance(value, bool) or not isinstance(value, int | float | dt.datetime) or not value:
        return False
    positive, negative, *_ = (*_UNPRINTED.sub("", _PRINTED.sub("x", number_format)).split(";"), None)
    negative = positive if negative is None else negative
    below = isinstance(value, int | float) and value < 0
    return ";" in number_format and not (negative if below else positive).strip()


def written(value: CellValue, number_format: str) -> str | None:
    """Write a value that has no fault."""
    match value:
        case None:
            return None
        case str():
            return _CARRIAGE_RETURN.sub("\n", value).strip() or None
        case bool():
            return "có" if value else "không"
        case int() | float():
            return _number(value, look(number_format))
        case dt.datetime():
            return _moment(value, number_format)
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case dt.time():
            return _time(value.hour, value.minute, value.second)
        case dt.timedelta():
            minutes, seconds = divmod(value.days * 86400 + value.seconds, 60)
            return _time(*divmod(minutes, 60), seconds)


def decimal(value: float, *, shift: int = 0) -> str:
    """Write a number of at most 15 digits with a decimal comma, moved right by ``shift`` places.

    Only digits are moved: nothing is multiplied, so nothing is rounded a second time.
    """
    mantissa, _, exponent = f"{abs(value):.{MOST_DIGITS - 1}e}".partition("e")
    digits = mantissa.replace(".", "").rstrip("0")
    point = int(exponent) + 1 + shift
    whole = digits[: max(point, 0)].ljust(point, "0") or "0"
    decimals = "0" * -point + digits[max(point, 0) :] if digits else ""
    sign = "-" if value < 0 else ""
    return f"{sign}{whole},{decimals}" if decimals else sign + (whole.lstrip("0") or "0")


def _tokens(number_format: str) -> Iterator[tuple[str, bool]]:
    for match in _TOKEN.finditer(number_format):
        if match["bare"] == ";":
            return
        literal = match["quoted"] or match["escaped"]
        if literal or match["bare"]:
            yield (literal or match["bare"], bool(literal))


def _number(value: float, shown: Look) -> str:
    if shown.percent:
        return Numeral(decimal(value, shift=2) + "%")
    text = str(value) if isinstance(value, int) else decimal(value)
    if shown.measure:
        return f"{text} {shown.measure}"
    if shown.pads and "," not in text:
        return _padded(text, shown)
    return Numeral(text + "%" if shown.sign else text)


def _padded(text: str, shown: Look) -> str:
    """Set digits into the zeros of a format, the surplus into the first."""
    zeros = shown.bare.count("0")
    digits = text.removeprefix("-").zfill(zeros)
    surplus = len(digits) - zeros
    slots = iter([digits[: surplus + 1], *digits[surplus + 1 :]])
    filled = (next(slots) if part == "0" and not literal else part for part, literal in shown.tokens)
    return ("-" if text.startswith("-") else "") + "".join(filled)


def _moment(value: dt.datetime, number_format: str) -> str:
    time = _time(value.hour, value.minute, value.second)
    if _shown_part(number_format) == "time":
        return time
    date = f"{value.day:02}/{value.month:02}/{value.year:04}"
    return date if value.time() == dt.time() else f"{date} {time}"


def _shown_part(number_format: str) -> str:
    """Tell whether a format shows the ``whole`` date, only the ``time``, or a ``part`` such as 10-Feb."""
    letters = {letter for letter in look(number_format).bare.lower() if letter in "dmyhs"}
    if letters & {"h", "s"} and not letters & {"d", "y"}:
        return "time"
    return "whole" if letters >= {"d", "m", "y"} or not letters else "part"


def _time(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
