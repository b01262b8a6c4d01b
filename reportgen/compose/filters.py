"""What a template may do to a value: print it, or print it in another form."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from reportgen.compose.dates import clock, day, long_date, month, short_clock, short_date, year
from reportgen.compose.numbers import two_digits
from reportgen.compose.numerals import list_letter, roman
from reportgen.compose.words import number_words
from reportgen.model.context import Filter, Quantity
from reportgen.model.phrase import phrase
from reportgen.model.values import Blank

GAP = "…………"
"""A required value that is not known yet, as printed."""

_Read = TypeVar("_Read")
_NOT_GIVEN = phrase("the value was not given; ask first, as in {{% if venue %}}")


def shown(value: object) -> str:
    """Print a value as it stands in a sentence; a bare int, such as ``loop.index``, is never grouped."""
    match value:
        case str() | Quantity():
            return str(value)
        case Blank():
            return GAP
        case int() if not isinstance(value, bool):
            return str(value)
        case dt.date():
            return short_date(value)
        case dt.time():
            return clock(value)
    raise _unfit(value, phrase("'{value}' is not printable", value=value))


def _filter(read: Callable[[object], _Read], form: Callable[[_Read], str], gap: str = GAP) -> Filter:
    def filtered(value: object) -> str:
        return gap if isinstance(value, Blank) else form(read(value))

    return filtered


def _date(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    raise _unfit(value, phrase("'{value}' is not a date", value=value))


def _time(value: object) -> dt.time:
    if isinstance(value, dt.time):
        return value
    raise _unfit(value, phrase("'{value}' is not a time", value=value))


def _text(value: object) -> str:
    return unicodedata.normalize("NFC", shown(value))


def _number(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Quantity(value, str(value))
    raise _unfit(value, phrase("'{value}' is not a number", value=value))


def _whole(value: object) -> int:
    number = _number(value).value
    if number.denominator == 1:
        return int(number)
    raise ValueError(phrase("{value} is not a whole number", value=value))


def _unfit(value: object, otherwise: str) -> TypeError:
    return TypeError(_NOT_GIVEN if value is None else otherwise)


def _words(value: object) -> str:
    """Say what is printed; what stands for a share of nothing, such as ``–``, stays as it is."""
    if isinstance(value, str) and not any(char.isdigit() for char in value):
        return value
    quantity = _number(value)
    if quantity.text.endswith("%"):
        return f"{number_words(quantity.value * 100)} phần trăm"
    return number_words(quantity.value)


def _two_digits(value: object) -> str:
    """Pad a number, or the number of a document, which is a code."""
    if isinstance(value, str):
        return f"0{value}" if len(value) == 1 and value.isdecimal() else value
    return two_digits(_whole(value))


def _as_it_is(value: object) -> object:
    return value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _one_line(text: str) -> str:
    """Say in a sentence what the head of a paper has in several lines."""
    return " ".join(text.split("\n"))


def _join(values: object, separator: object = ", ") -> str:
    """Print a list on one line."""
    if isinstance(values, Blank):
        return GAP
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise _unfit(values, phrase("'{value}' is not a list", value=values))
    if not isinstance(separator, str):
        raise _unfit(separator, phrase("'{value}' is not a text", value=separator))
    return separator.join(shown(value) for value in values)


FILTERS: dict[str, Filter] = {
    "long_date": _filter(_date, long_date, "ngày … tháng … năm …"),
    "short_date": _filter(_date, short_date, "…/…/…"),
    "day": _filter(_date, day, "…"),
    "month": _filter(_date, month, "…"),
    "year": _filter(_date, year, "…"),
    "clock": _filter(_time, clock, "… giờ … phút"),
    "short_clock": _filter(_time, short_clock, "…h…"),
    "words": _filter(_as_it_is, _words),
    "roman": _filter(_whole, roman),
    "letter": _filter(_whole, list_letter),
    "two_digits": _filter(_as_it_is, _two_digits),
    "upper": _filter(_text, str.upper),
    "lower": _filter(_text, str.lower),
    "capital": _filter(_text, _capital),
    "one_line": _filter(_text, _one_line),
    "join": _join,
}
"""The only filters a template may use; each prints a gap for a blank and refuses what was not given."""
