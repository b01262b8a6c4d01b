"""Dates and times as Decree 30/2020/NĐ-CP and office habit write them."""

import datetime as dt

_LAST_PADDED_MONTH = 2


def long_date(date: dt.date) -> str:
    """Write ``ngày 05 tháng 3 năm 2020``: a zero before days below 10 and months 1 and 2 only (H-16)."""
    return f"ngày {day(date)} tháng {month(date)} năm {year(date)}"


def day(date: dt.date) -> str:
    """Write the day alone, where ``ngày`` stands on the paper already."""
    return f"{date.day:02d}"


def month(date: dt.date) -> str:
    """Write the month alone."""
    return f"{date.month:02d}" if date.month <= _LAST_PADDED_MONTH else str(date.month)


def year(date: dt.date) -> str:
    """Write the year alone."""
    return f"{date.year:04d}"


def short_date(date: dt.date) -> str:
    """Write ``dd/mm/yyyy``, for tables (T-5)."""
    return f"{date.day:02d}/{date.month:02d}/{date.year:04d}"


def clock(time: dt.time) -> str:
    """Write ``07 giờ 30 phút``, as minutes of a meeting do."""
    return f"{time.hour:02d} giờ {time.minute:02d} phút"


def short_clock(time: dt.time) -> str:
    """Write ``7h30``, for agendas and tables."""
    return f"{time.hour}h{time.minute:02d}"
