"""Reading single values: exactly, by Vietnamese habits, never by guessing."""

import contextlib
import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose import exact_text, number_text, percent_text
from reportgen.model.values import told
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import (
    READERS,
    read_count,
    read_flag,
    read_number,
    read_percent,
    read_text,
)
from tests.helpers.written import Written

EXACT = st.fractions(-(10**9), 10**9).map(
    lambda value: Fraction(value.numerator, 10 ** (value.numerator % 4))
)


@given(EXACT)
def test_a_number_is_read_as_it_is_printed(value: Fraction) -> None:
    assert read_number(exact_text(value)) == value


@given(st.integers(0, 10**15))
def test_a_count_is_read_with_and_without_its_dots(value: int) -> None:
    assert read_count(str(value)) == read_count(number_text(value, 0)) == value


@given(EXACT)
def test_a_percentage_is_read_as_it_is_printed(value: Fraction) -> None:
    assert read_percent(percent_text(value)) == value


@given(st.lists(st.text("aả/.,“”", min_size=1), min_size=1), st.data())
def test_gaps_between_words_are_all_alike(words: list[str], data: st.DataObject) -> None:
    gaps = st.text(" \t\u00a0\u2009", min_size=1, max_size=3)
    written = "".join(part for word in words for part in (word, data.draw(gaps))).strip()

    assert read_text(written) == read_text(" ".join(words)) == " ".join(words)


def test_lines_of_a_text_stay_lines() -> None:
    assert read_text("a  b\nc\u00a0d") == "a b\nc d"


def test_one_name_written_with_two_gaps_is_one_name(written: Written) -> None:
    """
    fields: {schools: {rows: {name: text, sector: {choice: [công lập, tư thục]}, staff: count}, key: name}}
    ---
    schools: {from: s.csv}
    --- s.csv
    name,sector,staff
    Hoa Ban,công lập,4
    Hoa  Ban,công \u00a0lập,5
    """
    assert written.complaint().code == "duplicate-row"
    assert written.place() == ("s.csv", 3, 1)


@given(st.sampled_from(sorted(READERS)), st.text(max_size=20))
def test_whatever_is_written_is_read_or_refused_by_name(kind: str, text: str) -> None:
    with contextlib.suppress(Misread):
        assert READERS[kind](text) is not None


WRONG = [
    ("count", "24.5", "not-a-number"),
    ("count", "-3", "not-a-count"),
    ("count", "2,5", "not-a-count"),
    ("count", "12.34", "not-a-number"),
    ("count", "1.2345", "not-a-number"),
    ("number", "1,234.5", "not-a-number"),
    ("number", "1e3", "not-a-number"),
    ("number", "٣", "not-a-number"),
    ("number", "1.234.56", "not-a-number"),
    ("number", "NaN", "not-a-number"),
    ("percent", "84", "percent-without-sign"),
    ("percent", "%", "not-a-number"),
    ("code", "2,51E+11", "code-shortened"),
    ("code", "2.5123E+11", "code-shortened"),
    ("date", "15/13/1980", "no-such-month"),
    ("date", "31/02/2020", "no-such-day"),
    ("date", "1980", "date-incomplete"),
    ("time", "24:00", "not-a-time"),
    ("time", "7:60", "not-a-time"),
    ("time", "7", "not-a-time"),
    ("flag", "maybe", "not-a-flag"),
]


@pytest.mark.parametrize(("kind", "text", "code"), WRONG)
def test_what_could_mean_two_things_is_refused(kind: str, text: str, code: str) -> None:
    with pytest.raises(Misread) as caught:
        READERS[kind](text)

    assert caught.value.code == code


def test_words_for_yes_and_no_are_read_in_any_case() -> None:
    assert [read_flag(word) for word in ("Có", "KHÔNG", "x", "No")] == [True, False, True, False]


def test_yaml_values_stay_what_was_written(written: Written) -> None:
    """
    fields: {a: code, b: code, c: code, d: code, e: time, f: flag, g: number}
    ---
    a: 012
    b: 0912345678
    c: 1_000
    d: 2020-01-19
    e: 12:30
    f: no
    g: 1.234
    """
    values = written.study().dataset.values

    assert [values[name] for name in "abcd"] == ["012", "0912345678", "1_000", "2020-01-19"]
    assert (values["e"], values["f"], values["g"]) == (dt.time(12, 30), False, 1234)


def test_a_table_file_may_head_its_columns_by_name_or_by_label(written: Written) -> None:
    """
    fields:
      people:
        rows: {name: {type: text, label: Họ và tên}, born: {type: date, label: Ngày sinh}, score: number?}
    ---
    people: {from: p.csv, delimiter: ";"}
    --- p.csv
    HỌ VÀ  TÊN;born;Ghi chú
    An;03/04/1980;x
    """
    found = written.study()
    table = found.dataset.tables["people"]

    assert table.columns["name"].values == ["An"]
    assert table.columns["score"].values == [None]
    assert [(note.code, note.origin and note.origin.column) for note in found.notes] == [
        ("column-not-used", 17)
    ]


def test_empty_cells_are_listed_once_a_column_with_their_places(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, born: date}}}
    ---
    people: {from: p.csv}
    --- p.csv
    name,born
    An,
    Bình,03/04/1980
    Chi,
    """
    (gap,) = written.study().missing

    assert gap.code == "missing-cells"
    assert "2 rows" in gap.message
    assert "p.csv:2:4" in gap.message
    assert "p.csv:4:5" in gap.message


@pytest.mark.parametrize(
    ("value", "told_as"),
    [
        (0, "0"), (999, "999"), (3222, "3.222"), (-3222, "-3.222"), (1234567, "1.234.567"),
        (Fraction(64445, 10), "6.444,5"), (Fraction(-1, 8), "-0,125"), (Fraction(1, 3), "1/3"),
        ("3222", "3222"),
    ],
)  # fmt: skip
def test_a_number_of_ours_is_told_as_offices_write_it_and_a_text_as_it_came(
    value: object, told_as: str
) -> None:
    assert told(value) == told_as
