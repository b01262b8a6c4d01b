"""Days and times as workbooks count them: 43849,3125 is half past seven on 19/01/2020."""

import datetime as dt
import re
from fractions import Fraction

from reportgen.load.cells import look
from reportgen.load.stored import Stored

_DAY = 86400
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NO_SUCH_DAY = 60
"""Excel believes in 29/02/1900; the days before it are counted from one day later."""


def stored_number(value: float, number_format: str, *, from_1904: bool = False) -> Stored:
    """Take a number as its format shows it: as a date, a time, or a number."""
    if not _shows_time(number_format):
        return Stored(value, number_format)
    seconds = (Fraction(value) * _DAY * 2 + 1) // 2
    if _ELAPSED.search(number_format):
        return Stored(dt.timedelta(seconds=int(seconds)), number_format)
    days, rest = divmod(int(seconds), _DAY)
    time = dt.time(rest // 3600, rest // 60 % 60, rest % 60)
    if days == 0:
        return Stored(time, number_format)
    day = _day(days, from_1904=from_1904)
    if day is None:
        return Stored("#####", fault="cell-error")
    return Stored(dt.datetime.combine(day, time), number_format)


def _day(days: int, *, from_1904: bool) -> dt.date | None:
    """Find the day; None where Excel shows ##### instead."""
    if days < 0 or (days == _NO_SUCH_DAY and not from_1904):
        return None
    first = dt.date(1904, 1, 1) if from_1904 else dt.date(1899, 12, 31 if days < _NO_SUCH_DAY else 30)
    try:
        return first + dt.timedelta(days)
    except OverflowError:
        return None


def _shows_time(number_format: str) -> bool:
    if number_format == "General":
        return False
    return not set("dmyhs").isdisjoint(look(number_format).bare.lower()) or bool(
        _ELAPSED.search(number_format)
    )
