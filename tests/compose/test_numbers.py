"""Numbers as offices print them: points at thousands, a decimal comma, the sign close behind."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.numbers import exact_text, number_text, percent_text, two_digits
from reportgen.model.values import Number

whole_numbers = st.integers(-(10**21), 10**21)
places = st.integers(0, 12)


# --- numbers


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (2960, 0, "2.960"),
        (Fraction(12345675, 10), 1, "1.234.567,5"),
        (Fraction(419, 10), 1, "41,9"),
        (5, 2, "5,00"),
        (Fraction(5, 100), 2, "0,05"),
        (Fraction(-5, 100), 2, "-0,05"),
        (-1234, 0, "-1.234"),
    ],
)
def test_numbers_have_points_at_thousands_and_a_decimal_comma(
    value: Number, decimals: int, text: str
) -> None:
    assert number_text(value, decimals) == text


@given(whole_numbers, places)
def test_a_printed_number_reads_back_as_itself_at_its_fixed_places(digits: int, decimals: int) -> None:
    value = Fraction(digits, 10**decimals)

    text = number_text(value, decimals)

    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*" + (rf",\d{{{decimals}}}" if decimals else ""), text)
    assert Fraction(text.replace(".", "").replace(",", ".")) == value


def test_a_number_that_was_not_rounded_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 1 decimal places"):
        number_text(Fraction(125, 100), 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (Fraction(5, 2), "2,5"),
        (Fraction(-1, 8), "-0,125"),
        (Fraction(1, 3), "1/3"),
        (10**6, "1.000.000"),
    ],
)
def test_an_exact_number_takes_the_decimals_it_needs(value: Number, text: str) -> None:
    assert exact_text(value) == text


@given(st.fractions())
def test_an_exact_number_loses_nothing(value: Number) -> None:
    text = exact_text(value)

    assert Fraction(text.replace(".", "").replace(",", ".")) == value
    assert "," not in text or not text.endswith("0")


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (Fraction(84, 100), None, "84%"),
        (Fraction(419, 1000), None, "41,9%"),
        (Fraction(84, 100), 1, "84,0%"),
        (1, 0, "100%"),
        (0, 2, "0,00%"),
        (Fraction(5, 1000), None, "0,5%"),
    ],
)
def test_a_share_prints_as_a_percentage_with_the_sign_close_behind(
    share: Number, decimals: int | None, text: str
) -> None:
    assert percent_text(share, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "00"), (5, "05"), (9, "09"), (10, "10"), (1250, "1.250"), (-5, "-5")]
)
def test_a_single_digit_is_padded_to_two(value: int, text: str) -> None:
    assert two_digits(value) == text
