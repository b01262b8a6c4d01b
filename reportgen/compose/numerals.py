"""How parts of a paper are counted off: Roman numerals, and letters of the Vietnamese alphabet."""

from reportgen.model.phrase import phrase

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm: no ă â ê ô ơ ư, no f j w z (B-12)."""

_ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40,
    "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip


def roman(number: int) -> str:
    """Give the numeral of a phần, chương or appendix (B-9, A-4), from I to MMMCMXCIX."""
    if not 1 <= number <= 3999:  # noqa: PLR2004
        raise ValueError(phrase("{number} has no Roman numeral; they go from 1 to 3999", number=number))
    text = ""
    for numeral, worth in _ROMAN.items():
        times, number = divmod(number, worth)
        text += numeral * times
    return text


def list_letter(number: int) -> str:
    """Letter the điểm of a list: a b c d đ e g …, 23 of them (B-12)."""
    if not 1 <= number <= len(LETTERS):
        raise ValueError(
            phrase(
                "point {number} has no letter; there are {count}, from a to y",
                number=number,
                count=len(LETTERS),
            )
        )
    return LETTERS[number - 1]
