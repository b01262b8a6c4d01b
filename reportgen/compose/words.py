"""Numbers in Vietnamese words.

Where usage differs, the school and office reading is taken: ``linh`` (not lẻ), ``nghìn`` (not ngàn), and
after ``mươi`` the words ``mốt``, ``tư``, ``lăm``; a four anywhere else is ``bốn``. A group of three digits
that is not the first is read in full (``không trăm linh một``), an empty one is left out.
"""

from fractions import Fraction

from reportgen.compose.numbers import decimal_places
from reportgen.model.phrase import phrase
from reportgen.model.values import Number

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

_BILLION = 10**9
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_AFTER_TEN = {5: "lăm"}


def number_words(number: Number) -> str:
    """Say a number, minus as ``âm`` and decimals digit by digit after ``phẩy``."""
    places = decimal_places(number)
    if places is None:
        raise ValueError(phrase("{number} has no end of decimals to say; round it first", number=number))
    whole, decimals = divmod(abs(Fraction(number)), 1)
    spoken = ["âm"] if number < 0 else []
    spoken += _whole(whole) or [DIGITS[0]]
    if places:
        digits = f"{int(decimals * 10**places):0{places}d}"
        spoken += ["phẩy", *(DIGITS[int(digit)] for digit in digits)]
    return " ".join(spoken)


def _whole(number: int) -> list[str]:
    billions, rest = divmod(number, _BILLION)
    spoken = [*_whole(billions), "tỷ"] if billions else []
    for size, unit in ((10**6, ["triệu"]), (10**3, ["nghìn"]), (1, [])):
        group, rest = divmod(rest, size)
        if group:
            spoken += _group(group, in_full=bool(spoken)) + unit
    return spoken


def _group(number: int, *, in_full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not in_full:
        return _below_hundred(rest)
    return [DIGITS[hundreds], "trăm", *(_after_hundreds(rest) if rest else [])]


def _after_hundreds(number: int) -> list[str]:
    return _below_hundred(number) if number >= 10 else ["linh", DIGITS[number]]  # noqa: PLR2004


def _below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [DIGITS[ones]]
    special = _AFTER_TEN if tens == 1 else _AFTER_TENS
    ten = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return [*ten, *([special.get(ones, DIGITS[ones])] if ones else [])]
