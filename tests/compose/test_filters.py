"""Filters: a value in another form, and what has no such form."""

import datetime as dt
from fractions import Fraction

import pytest

from reportgen.compose.filters import FILTERS, GAP, shown
from reportgen.model.context import Quantity, Rows
from reportgen.model.values import BLANK
from tests.compose.kinds import full_context

# --- filters


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("long_date", dt.date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        ("short_date", dt.date(2020, 3, 5), "05/03/2020"),
        ("clock", dt.time(7, 30), "07 giờ 30 phút"),
        ("short_clock", dt.time(7, 30), "7h30"),
        ("words", Quantity(2960, "2.960"), "hai nghìn chín trăm sáu mươi"),
        ("words", Quantity(Fraction(419, 1000), "41,9%"), "bốn mươi mốt phẩy chín phần trăm"),
        ("words", "–", "–"),
        ("words", 3, "ba"),
        ("roman", Quantity(4, "4"), "IV"),
        ("roman", 9, "IX"),
        ("letter", 5, "đ"),
        ("two_digits", Quantity(5, "5"), "05"),
        ("two_digits", Quantity(2960, "2.960"), "2.960"),
        ("two_digits", "5", "05"),
        ("two_digits", "012", "012"),
        ("two_digits", "–", "–"),
        ("upper", "Hội nghị tập huấn, đợt 1", "HỘI NGHỊ TẬP HUẤN, ĐỢT 1"),
        ("upper", "ho\u0300a bi\u0300nh", "HÒA BÌNH"),
        ("lower", "ĐỀ ÁN ƯU TIÊN", "đề án ưu tiên"),
        ("capital", "ông Nguyễn Văn An", "Ông Nguyễn Văn An"),
        ("capital", "", ""),
        ("one_line", "Trường Tiểu học\nLê Chân", "Trường Tiểu học Lê Chân"),
        ("upper", dt.time(7, 30), "07 GIỜ 30 PHÚT"),
        ("join", ("a", Quantity(1200, "1.200"), BLANK), f"a, 1.200, {GAP}"),
        ("join", (), ""),
    ],
)
def test_a_filter_prints_a_value_in_another_form(name: str, value: object, text: str) -> None:
    assert FILTERS[name](value) == text


def test_join_takes_another_separator() -> None:
    assert FILTERS["join"](["a", "b", "c"], "; ") == "a; b; c"
    with pytest.raises(TypeError, match="'2' is not a text"):
        FILTERS["join"](["a", "b", "c"], 2)


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_prints_a_gap_for_a_blank(name: str) -> None:
    assert "…" in str(FILTERS[name](BLANK))


def test_the_gap_of_a_date_has_the_words_of_a_date() -> None:
    assert FILTERS["long_date"](BLANK) == "ngày … tháng … năm …"
    assert FILTERS["clock"](BLANK) == "… giờ … phút"
    assert FILTERS["words"](BLANK) == GAP


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_refuses_what_was_not_given(name: str) -> None:
    with pytest.raises(TypeError, match="was not given"):
        FILTERS[name](None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("long_date", "05/03/2020"),
        ("clock", dt.date(2020, 1, 1)),
        ("short_clock", "7h30"),
        ("words", "12"),
        ("words", True),
        ("roman", "IV"),
        ("roman", dt.date(2020, 1, 1)),
        ("upper", True),
        ("upper", ("a",)),
        ("join", "abc"),
        ("join", Rows(({"a": "b"},))),
        ("join", 5),
    ],
)
def test_a_filter_refuses_what_has_no_such_form(name: str, value: object) -> None:
    with pytest.raises(TypeError, match="is not"):
        FILTERS[name](value)


def test_only_whole_numbers_are_counted_off() -> None:
    with pytest.raises(ValueError, match="2,5 is not a whole number"):
        FILTERS["roman"](Quantity(Fraction(5, 2), "2,5"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Hải Phòng", "Hải Phòng"),
        (Quantity(Fraction(84, 100), "84%"), "84%"),
        (dt.date(2020, 1, 9), "09/01/2020"),
        (dt.time(7, 0), "07 giờ 00 phút"),
        (2026, "2026"),
        (BLANK, GAP),
    ],
)
def test_a_value_by_itself_prints_as_it_stands_in_a_sentence(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("value", [True, False, (), [], {}, Rows(()), Fraction(1, 2), 0.5, object()])
def test_what_has_no_print_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="is not printable"):
        shown(value)


def test_what_was_not_given_is_not_printed_as_a_word() -> None:
    with pytest.raises(TypeError, match="was not given"):
        shown(None)


def test_the_context_hands_on_the_filters_and_how_a_value_prints() -> None:
    context = full_context()

    assert context.filters is FILTERS
    assert context.shown(context.values["round"]) == "3"
