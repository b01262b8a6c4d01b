"""Numbers in words, as schools and offices say them."""

import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.compose.words import number_words
from reportgen.model.values import Number

whole_numbers = st.integers(-(10**21), 10**21)


# --- words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (555, "năm trăm năm mươi lăm"),
        (612, "sáu trăm mười hai"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (2020, "hai nghìn không trăm hai mươi"),
        (2960, "hai nghìn chín trăm sáu mươi"),
        (10_015, "mười nghìn không trăm mười lăm"),
        (1_000_000, "một triệu"),
        (1_000_000_000, "một tỷ"),
        (1_000_001_000, "một tỷ không trăm linh một nghìn"),
        (10**12, "một nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-5, "âm năm"),
        (Fraction(245, 10), "hai mươi tư phẩy năm"),
        (Fraction(5, 100), "không phẩy không năm"),
        (Fraction(-1, 2), "âm không phẩy năm"),
        (Fraction(314, 100), "ba phẩy một bốn"),
    ],
)
def test_numbers_are_said_as_schools_and_offices_say_them(number: Number, words: str) -> None:
    assert number_words(number) == words


@given(whole_numbers, st.integers(0, 6))
@example(10**9 + 10**18, 0)
@example(5 * 10**12 + 10**18, 0)
def test_a_number_said_in_words_is_heard_as_the_same_number(digits: int, decimals: int) -> None:
    number = Fraction(digits, 10**decimals)

    assert heard(number_words(number)) == number


@given(whole_numbers)
def test_ones_fours_and_fives_change_their_name_after_tens(number: Number) -> None:
    words = f" {number_words(number)} "

    assert not re.search(r"mươi (một|bốn|năm) ", words)
    assert not re.search(r"mười (mốt|tư|năm) ", words)
    assert not re.search(r"linh (mốt|tư|lăm|mười|mươi|không) ", words)


def test_a_number_without_an_end_is_not_said() -> None:
    with pytest.raises(ValueError, match="1/3"):
        number_words(Fraction(1, 3))


def heard(words: str) -> Fraction:
    sign, words = (-1, words.removeprefix("âm ")) if words.startswith("âm ") else (1, words)
    whole, _, decimals = words.partition(" phẩy ")
    digits = "".join(str(DIGITS[word]) for word in decimals.split())
    return sign * (heard_whole(whole.split()) + Fraction(int(digits or 0), 10 ** len(digits)))


def heard_whole(words: list[str]) -> int:
    if "tỷ" in words:
        cut = len(words) - 1 - words[::-1].index("tỷ")
        return heard_whole(words[:cut]) * 10**9 + heard_whole(words[cut + 1 :])
    total = 0
    for unit, size in (("triệu", 10**6), ("nghìn", 10**3)):
        if unit in words:
            total += heard_group(words[: words.index(unit)]) * size
            words = words[words.index(unit) + 1 :]
    return total + heard_group(words)


def heard_group(words: list[str]) -> int:
    """Add a group of three digits up: each word either sets a digit or shifts the last one."""
    total = last = 0
    for word in words:
        if word in DIGITS:
            last = DIGITS[word]
            total += last
        elif word == "mười":
            total, last = total + 10, 0
        elif word != "linh":
            total, last = total + last * ({"trăm": 100, "mươi": 10}[word] - 1), 0
    return total


DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
