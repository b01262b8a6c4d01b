"""Roman numerals, and the letters of points with đ after d."""

import itertools
import re

import pytest

from reportgen.compose.numerals import LETTERS, list_letter, roman

# --- numerals and letters


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (400, "CD"), (1999, "MCMXCIX")],
)
def test_roman_numerals_subtract_before_the_next_unit(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_every_roman_numeral_reads_back_as_its_number() -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for number in range(1, 4000):
        values = [worth[letter] for letter in roman(number)]
        signed = [-a if a < b else a for a, b in itertools.pairwise([*values, 0])]
        assert sum(signed) == number
        assert not re.search(r"(.)\1\1\1", roman(number))


@pytest.mark.parametrize(("number", "shown"), [(-1, "-1"), (0, "0"), (4000, "4.000")])
def test_numbers_that_romans_could_not_write_are_refused(number: int, shown: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(shown)} has no Roman numeral"):
        roman(number)


def test_points_are_lettered_with_a_d_bar_after_d() -> None:
    letters = [list_letter(number) for number in range(1, 24)]

    assert " ".join(letters) == "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert len(LETTERS) == 23


@pytest.mark.parametrize("number", [0, 24])
def test_there_is_no_letter_beyond_the_alphabet(number: int) -> None:
    with pytest.raises(ValueError, match=f"point {number} has no letter"):
        list_letter(number)
