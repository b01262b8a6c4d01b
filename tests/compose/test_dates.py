"""Dates and times, written out and short."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.dates import clock, long_date, short_clock, short_date

# --- dates and times


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (dt.date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (dt.date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (dt.date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (dt.date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (dt.date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_a_date_in_full_pads_days_and_the_first_two_months_only(date: dt.date, text: str) -> None:
    assert long_date(date) == text


@given(st.dates())
def test_a_date_in_full_always_has_the_decrees_form(date: dt.date) -> None:
    match = re.fullmatch(
        r"ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm (\d{4})", long_date(date)
    )

    assert match
    assert dt.date(int(match[3]), int(match[2]), int(match[1])) == date


@given(st.dates())
def test_a_short_date_reads_back_day_first(date: dt.date) -> None:
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", short_date(date))
    assert dt.date(*(int(part) for part in reversed(short_date(date).split("/")))) == date


def test_times_are_written_out_in_text_and_short_in_tables() -> None:
    assert clock(dt.time(7, 30)) == "07 giờ 30 phút"
    assert clock(dt.time(16, 0)) == "16 giờ 00 phút"
    assert short_clock(dt.time(7, 30)) == "7h30"
    assert short_clock(dt.time(16, 5)) == "16h05"
