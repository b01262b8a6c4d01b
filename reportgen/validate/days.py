"""Days and times of day as people write them: read where they mean one thing, else explained."""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from reportgen.model.phrase import phrase
from reportgen.model.values import told
from reportgen.validate.misread import Misread

_MIDNIGHT = r"(?:[ T]00:00(?::00)?)?"
_DATES = (
    re.compile(
        rf"(?P<d>[0-9]{{1,2}})(?P<sign>[/.-])(?P<m>[0-9]{{1,2}})(?P=sign)(?P<y>[0-9]{{4}}){_MIDNIGHT}"
    ),
    re.compile(
        rf"(?P<y>[0-9]{{4}})(?P<sign>[/.-])(?P<m>[0-9]{{1,2}})(?P=sign)(?P<d>[0-9]{{1,2}}){_MIDNIGHT}"
    ),
    re.compile(r"(?:ngày )?(?P<d>[0-9]{1,2}) tháng (?P<m>[0-9]{1,2}) năm (?P<y>[0-9]{4})", re.IGNORECASE),
)
"""Ways to write a day that mean one only, in Vietnam: the day comes first, or the year."""

_TIME = re.compile(
    r"(?P<h>[0-9]{1,2})\s*(?:h|g|giờ)\s*(?:(?P<m>[0-9]{1,2})\s*(?:phút|ph|p|['’′])?)?"
    r"|(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{1,2})(?::00)?",
    re.IGNORECASE,
)
_LAST_MONTH = 12
_FIRST_SERIAL = dt.date(1899, 12, 30)


def read_date(text: str) -> dt.date:
    """Read ``19/01/2020`` (day first, T-7), ``19-01-2020``, ``19.01.2020`` or ``2020-01-19``."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            return _day(int(found["d"]), int(found["m"]), int(found["y"]))
    raise next((make(found) for pattern, make in _ODD_DATES if (found := pattern.fullmatch(text))))


def read_time(text: str) -> dt.time:
    """Read ``7h30``, ``07:30``, ``7 giờ 30`` or ``7h``."""
    if (found := _TIME.fullmatch(text.strip())) is None:
        raise Misread("not-a-time", way=_time_way(text.strip()))
    hours, minutes = int(found["h"] or found["hours"]), int(found["m"] or found["minutes"] or 0)
    try:
        return dt.time(hours, minutes)
    except ValueError:
        raise Misread("not-a-time", way=_USUAL_TIME) from None


def _day(day: int, month: int, year: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise _no_day(day, month, year) from None


def _no_day(day: int, month: int, year: int) -> Misread:
    """Say what is wrong with a day that the calendar does not have."""
    if 1 <= month <= _LAST_MONTH and year:
        days = calendar.monthrange(year, month)[1]
        return Misread("no-such-day", month=f"{month}/{year}", days=days)
    if 1 <= day <= _LAST_MONTH and year and 1 <= month <= calendar.monthrange(year, day)[1]:
        return Misread("month-first", meant=told(dt.date(year, day, month)), month=month)
    return Misread("no-such-month", month=month)


def _short_year(found: re.Match[str]) -> Misread:
    new, old = (f"{int(found[1]):02}/{int(found[2]):02}/{century}{found[3]}" for century in (20, 19))
    return Misread("date-short-year", new=new, old=old)


def _serial(found: re.Match[str]) -> Misread:
    return Misread("date-serial", day=told(_FIRST_SERIAL + dt.timedelta(days=int(found[0]))))


def _with_time(found: re.Match[str]) -> Misread:
    return Misread("date-with-time", day=found[1])


def _incomplete(part: str) -> Callable[[re.Match[str]], Misread]:
    return lambda _: Misread("date-incomplete", part=part)


_ODD_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Misread]], ...] = (
    (re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})"), _short_year),
    (re.compile(r"(?:năm )?[0-9]{4}", re.IGNORECASE), _incomplete(phrase("only a year"))),
    (
        re.compile(r"(?:tháng )?[0-9]{1,2}(?:[/.-]| năm )[0-9]{4}", re.IGNORECASE),
        _incomplete(phrase("only a month and a year")),
    ),
    (re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}"), _incomplete(phrase("only a day and a month"))),
    (re.compile(r"[1-9][0-9]{4}"), _serial),
    (re.compile(r"(\S*[0-9]{4}\S*)[ T]+[0-9]{1,2}[:h].*", re.DOTALL), _with_time),
    (re.compile(r".*", re.DOTALL), lambda _: Misread("not-a-date")),
)
"""What is written for days and means none for sure; the first that fits counts, and the last always does."""

_USUAL_TIME = phrase("write it as 7h30 or 07:30")
_ODD_TIMES = (
    (re.compile(r"[0-9]{1,2}[:h][0-9]{1,2}:[0-9]{1,2}.*"), phrase("leave the seconds out, as in 7h30")),
    (
        re.compile(r"[0-9].*(?:sáng|trưa|chiều|tối|sa|ch|am|pm)", re.IGNORECASE),
        phrase("count the hours from 0 to 23, as in 13h30"),
    ),
    (re.compile(r"0?[,.][0-9]{3,}"), phrase("give the cell a time format in Excel, or write 7h30")),
)


def _time_way(text: str) -> str:
    """Say how to write what is no time of day."""
    return next((way for pattern, way in _ODD_TIMES if pattern.fullmatch(text)), _USUAL_TIME)
