"""Days, times and codes as people and Excel write them: read where they mean one thing, else explained."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.dates import long_date
from reportgen.kinds.schema import _PATTERNS
from reportgen.validate.days import read_date, read_time
from reportgen.validate.misread import Misread
from tests.helpers.written import Written

DAYS = st.dates(min_value=dt.date(1000, 1, 1))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))


def said(text: str, read: Any = read_date) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Misread) as caught:
        read(text)
    return caught.value.code, caught.value.values


def there_is(day: int, month: int, year: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def workbook(folder: Path, *rows: list[Any], formats: dict[str, str] | None = None) -> None:
    sheet = openpyxl.Workbook()["Sheet"]
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    assert sheet.parent is not None
    sheet.parent.save(folder / "p.xlsx")


@given(DAYS, st.sampled_from("/.-"), st.sampled_from(["02", ""]))
def test_a_day_is_read_with_the_day_or_the_year_first(day: dt.date, sign: str, padding: str) -> None:
    parts = (f"{day.day:{padding}}", f"{day.month:{padding}}")

    assert read_date(sign.join([*parts, f"{day.year:04}"])) == day
    assert read_date(sign.join([f"{day.year:04}", *reversed(parts)])) == day
    assert read_date(f"{day.isoformat()} 00:00:00") == day


@given(DAYS)
def test_a_day_is_read_as_it_is_printed_in_words(day: dt.date) -> None:
    assert read_date(long_date(day)) == day


@given(st.integers(1, 31), st.integers(1, 40), st.integers(1000, 3000))
def test_what_is_no_day_is_never_made_one(day: int, month: int, year: int) -> None:
    if there_is(day, month, year):
        assert read_date(f"{day}/{month}/{year}") == dt.date(year, month, day)
        return
    code, _ = said(f"{day}/{month}/{year}")
    turned = there_is(month, day, year)
    assert code == ("no-such-day" if month <= 12 else "month-first" if turned else "no-such-month")


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("30/02/2020", "no-such-day", {"month": "2/2020", "days": 29}),
        ("31/04/2021", "no-such-day", {"month": "4/2021", "days": 30}),
        ("15/13/1980", "no-such-month", {"month": 13}),
        ("00/00/1980", "no-such-month", {"month": 0}),
        ("12/25/2020", "month-first", {"meant": "25/12/2020", "month": 25}),
        ("2020-13-01", "month-first", {"meant": "13/01/2020", "month": 13}),
        ("3/4/26", "date-short-year", {"new": "03/04/2026", "old": "03/04/1926"}),
        ("3.4.85", "date-short-year", {"new": "03/04/2085", "old": "03/04/1985"}),
        ("1975", "date-incomplete", {"part": "only a year"}),
        ("năm 1975", "date-incomplete", {"part": "only a year"}),
        ("05/1975", "date-incomplete", {"part": "only a month and a year"}),
        ("tháng 5 năm 1975", "date-incomplete", {"part": "only a month and a year"}),
        ("19/01", "date-incomplete", {"part": "only a day and a month"}),
        ("43849", "date-serial", {"day": "19/01/2020"}),
        ("27400", "date-serial", {"day": "06/01/1975"}),
        ("19/01/2020 07:30", "date-with-time", {"day": "19/01/2020"}),
        ("2020-01-19T07:30:00", "date-with-time", {"day": "2020-01-19"}),
        ("19/01-2020", "not-a-date", {}),
        ("19012020", "not-a-date", {}),
        ("0000-00-00", "no-such-month", {"month": 0}),
        ("", "not-a-date", {}),
    ],
)
def test_a_day_that_is_unclear_is_explained(text: str, code: str, values: dict[str, Any]) -> None:
    assert said(text) == (code, values)


@given(
    TIMES,
    st.sampled_from(["{:02}:{:02}", "{}:{:02}:00", "{}h{:02}", "{}g{:02}", "{} giờ {} phút", "{}H{:02}’"]),
)
def test_a_time_of_day_is_read_however_it_is_written(time: dt.time, pattern: str) -> None:
    assert read_time(pattern.format(time.hour, time.minute)) == time


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("7", "write it as"),
        ("7:", "write it as"),
        ("7h60", "write it as"),
        ("24:00", "write it as"),
        ("7.30", "write it as"),
        ("7:30:15", "seconds"),
        ("1:30 PM", "0 to 23"),
        ("2 giờ chiều", "0 to 23"),
        ("0,3125", "Excel"),
    ],
)
def test_a_time_that_is_unclear_is_explained(text: str, way: str) -> None:
    code, values = said(text, read_time)

    assert code == "not-a-time"
    assert way in values["way"]


@given(DAYS, TIMES)
def test_editors_accept_what_is_read(day: dt.date, time: dt.time) -> None:
    dates = (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", day.isoformat())
    assert all(re.search(_PATTERNS["date"], text) for text in dates)
    times = (f"{time:%H:%M}", f"{time:%Hh%M}", f"{time:%H:%M:00}", f"{time:%H giờ %M phút}")
    assert all(re.search(_PATTERNS["time"], text) for text in times)


def test_days_and_times_come_from_a_workbook_as_it_shows_them(written: Written, tmp_path: Path) -> None:
    """
    fields: {people: {rows: {born: date, comes: time, code: code}}}
    ---
    people: {from: p.xlsx}
    """
    day = dt.datetime(1980, 3, 15)  # noqa: DTZ001  # Excel has no zones
    workbook(
        tmp_path,
        ["born", "comes", "code"],
        [day, dt.time(7, 30), 12],
        ["15/03/1980", "7h30", "012"],
        [29295, 0.3125, 12],
        formats={"A2": "dd/mm/yyyy", "B2": "h:mm", "C2": "000", "A4": "d/m/yyyy", "B4": "hh:mm", "C4": "000"},
    )
    columns = written.study().dataset.tables["people"].columns

    assert columns["born"].values == [dt.date(1980, 3, 15)] * 3
    assert columns["comes"].values == [dt.time(7, 30)] * 3
    assert columns["code"].values == ["012"] * 3


def test_bare_numbers_in_a_column_of_days_are_explained_at_their_cells(
    written: Written, tmp_path: Path
) -> None:
    """
    fields: {people: {rows: {born: date}}}
    ---
    people: {from: p.xlsx}
    """
    workbook(tmp_path, ["born"], [29295], [1975], ["15/13/1980"], ["3/4/26"])
    found = [(one.code, one.origin and one.origin.cell) for one in written.complaints()]

    assert found == [
        ("date-serial", "A2"),
        ("date-incomplete", "A3"),
        ("no-such-month", "A4"),
        ("date-short-year", "A5"),
    ]


LOST = [
    (["'0912345678", 912345679, 987654321], ["A3", "A4"]),
    ([912345678, 812345678], ["A2", "A3"]),
    ([1087012345, 79087012345], ["A3"]),
    (["'012", 13, 140], ["A3"]),
    (["'0012", 12, 4512], ["A3"]),
    (["'0012", "'12", "'45"], ["A3"]),
    ([12, 13], []),
    (["'012345678", "'123456789"], []),
    (["'0912345678", "'912345679"], ["A3"]),
    (["'912345678"], []),
]


@pytest.mark.parametrize(("cells", "lost"), LOST)
def test_a_code_that_seems_to_have_lost_its_zero_is_told(
    written: Written, tmp_path: Path, cells: list[Any], lost: list[str]
) -> None:
    """
    fields: {people: {rows: {phone: {type: code, personal: true}}}}
    ---
    people: {from: p.xlsx}
    """
    texts = [cell[1:] if isinstance(cell, str) else cell for cell in cells]
    workbook(tmp_path, ["phone"], *([text] for text in texts))
    found = written.study()
    told = [note for note in found.notes if note.code == "zero-lost"]

    assert found.dataset.tables["people"].columns["phone"].values == [str(text) for text in texts]
    assert [note.origin.cell for note in told if note.origin] == lost[:1]
    assert all(f"Sheet!{cell}" in str(note.origin) + note.message for note in told for cell in lost)
    assert not any(str(text) in note.message for note in told for text in texts)


def test_a_format_with_zeros_has_lost_none(written: Written, tmp_path: Path) -> None:
    """
    fields: {people: {rows: {phone: code}}}
    ---
    people: {from: p.xlsx}
    """
    workbook(tmp_path, ["phone"], [912345678], formats={"A2": "0000000000"})
    found = written.study()

    assert found.dataset.tables["people"].columns["phone"].values == ["0912345678"]
    assert "zero-lost" not in [note.code for note in found.notes]


def test_messages_keep_what_is_personal_to_themselves(written: Written) -> None:
    """
    fields:
      people: {rows: {born: {type: date, personal: true}, score: {type: number, personal: true}}}
    ---
    people: {from: p.csv}
    --- p.csv
    born,score
    12/25/1980,1.234
    3/4/81,24.5
    27400,7.125
    """
    found = written.complaints()

    assert {one.code for one in found} == {
        "month-first",
        "date-short-year",
        "date-serial",
        "ambiguous-number",
    }
    told = " ".join(one.message + one.hint for one in found)
    assert not [text for text in ("1980", "1981", "/81", "1975", "27400", "234", "24.5") if text in told]
