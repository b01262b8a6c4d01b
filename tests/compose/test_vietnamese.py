"""Numbers, words, dates and order, as Vietnamese offices have them."""

import datetime as dt
import itertools
import re
import unicodedata
from fractions import Fraction
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.compose.collation import collation_key, person_key
from reportgen.compose.dates import clock, long_date, short_clock, short_date
from reportgen.compose.numbers import exact_text, number_text, percent_text, two_digits
from reportgen.compose.numerals import LETTERS, list_letter, roman
from reportgen.compose.words import number_words
from reportgen.model.values import Number

whole_numbers = st.integers(-(10**21), 10**21)
places = st.integers(0, 12)
alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
vietnamese = st.text(
    alphabet=alphabet + alphabet.upper() + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệòỏõóọờởỡớợừửữứựỳỷỹýỵ 0123456789-."
)


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


# --- alphabetical order


@pytest.mark.parametrize(
    "ordered",
    [
        list(alphabet),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An", "Ánh", "Ăn", "Ân", "Bảo", "Châu", "Dũng", "Đức", "Yến"],
        ["a", "A", "à", "À", "ă", "Ă"],
        ["Nguyên", "Nguyễn", "Nguyệt"],
        ["Lễ", "Lê Chân", "Lên"],
        # as ICU 72's collator for vi has them
        ["(a)", "0", "1", "a-b", "a–b", "a,b", "a.b", "a'b", "a/b", "a&b", "ab", "é", "über", "z"],
        ["ia", "ía", "ïa", "k", "nguyên", "Nguyên", "Nguyễn", "Quận 1", "Quận 10", "Quận 2"],
        ["Bình Thạnh", "Bình-Thạnh", "BìnhThạnh"],
        ["y", "z", "α", "б"],
    ],
    ids=lambda ordered: ordered[0],
)
def test_texts_come_in_vietnamese_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]

    assert sorted(backwards, key=collation_key) == ordered


def test_tones_count_only_when_all_letters_are_alike() -> None:
    assert sorted(["má b", "ma c"], key=collation_key) == ["má b", "ma c"]
    assert sorted(["má b", "ma b"], key=collation_key) == ["ma b", "má b"]


@given(st.text(), st.text())
def test_of_two_texts_one_comes_first_unless_they_are_equal(left: str, right: str) -> None:
    first, second = collation_key(left), collation_key(right)

    assert (first < second) + (first > second) + (left == right) == 1


@given(st.lists(vietnamese), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_the_list_was_written(texts: list[str], chance: Random) -> None:
    shuffled = texts.copy()
    chance.shuffle(shuffled)

    assert sorted(shuffled, key=collation_key) == sorted(texts, key=collation_key)


@given(vietnamese, vietnamese)
def test_composed_and_decomposed_texts_stand_at_the_same_place(text: str, other: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    rest = unicodedata.normalize("NFC", other)
    if rest != composed:
        assert (collation_key(composed) < collation_key(rest)) == (
            collation_key(decomposed) < collation_key(rest)
        )


@given(vietnamese, st.sampled_from(alphabet))
def test_the_beginning_of_a_text_comes_before_the_text(text: str, letter: str) -> None:
    assert collation_key(text) < collation_key(text + letter)


def test_persons_are_sorted_by_given_name_then_family_name_then_the_middle() -> None:
    ordered = [
        "Lê Văn An",
        "Lê Xuân An",
        "Nguyễn An",
        "Nguyễn Anh An",
        "Đặng Thị Ánh",
        "Vũ Ngọc Ân",
        "Bảo",
        "Nguyễn Thị Đức",
    ]
    backwards = ordered[::-1]

    assert sorted(backwards, key=person_key) == ordered


def test_where_a_tone_stands_does_not_part_people_of_one_name() -> None:
    ordered = ["Lê Thị Hòa", "Ngô Văn Hoà", "Trần Hòa", "Vũ Hoà", "Lê Hóa"]
    backwards = ordered[::-1]

    assert sorted(backwards, key=person_key) == ordered


def test_families_that_differ_in_tone_only_stay_together() -> None:
    names = ["Lễ Bá An", "Lê Văn An", "Lễ Xuân An", "Lê Anh An"]

    assert sorted(names, key=person_key) == ["Lê Anh An", "Lê Văn An", "Lễ Bá An", "Lễ Xuân An"]


@given(st.lists(st.text()))
def test_any_text_can_stand_where_a_name_is_expected(names: list[str]) -> None:
    assert sorted(sorted(names, reverse=True), key=person_key) == sorted(names, key=person_key)
