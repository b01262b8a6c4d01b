"""What a quantity may look like: a number, a percentage, a share, a number in words.

What looks like a number and counts nothing is doubtful, because alarms that are false make people stop
listening: dates, times, years, codes and numbers of papers, ``đợt 2``, ``Điều 5``, ages, names of classes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reportgen.prose.number_words import SCALES, VOCABULARY, read_denominator, read_words
from reportgen.prose.quantity import Sense
from reportgen.prose.tokens import Token, words_after, words_before
from reportgen.prose.vocabulary import (
    AFTER_A_PAPER,
    COUNTED,
    HALVES,
    NOT_COUNTED,
    NUMBERED,
    PAPERS,
    PART_OF_TIME,
)

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
_SINGLE = re.compile(rf"(?P<sign>[-−+]?)(?P<number>{_NUMBER})(?P<percent>%?)")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})%?[-–](?P<high>{_NUMBER})(?P<percent>%?)")
_RATIO = re.compile(rf"(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DAYS, _MONTHS, _YEARS = 31, 12, range(1900, 2100)
_MOST_DIGITS = 6
"""Of a number without points between its thousands; longer ones are codes."""
_PAIR = 2
_ROUGHLY: Final = Fraction(25)
"""Percents that a share in words reaches to: ``quá nửa`` up to three quarters."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number, ``size`` tokens of it; see `Quantity`."""

    size: int
    value: Fraction
    unit: Fraction = Fraction(1)
    reach: Fraction | None = None
    percent: bool = False
    sense: Sense | None = None
    upto: Fraction | None = None
    parts: tuple[Fraction, Fraction] | None = None
    sure: bool = True


def _ratio(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``22/24``, ``22.119 / 48.145`` and ``22 trên 24``."""
    size, written = 1, _RATIO.fullmatch(tokens[place].text)
    after = words_after(tokens, place, 2)
    if written is None and after[:1] in (["/"], ["trên"]) and len(after) == _PAIR:
        size, written = 3, _RATIO.fullmatch(f"{tokens[place].text}/{after[1]}")
    if written is None or not (whole := _number(written["whole"])):
        return None
    part = _number(written["part"])
    year = written["whole"].isdigit() and whole in _YEARS  # nobody writes a year as 2.019
    dated = size == 1 and ((part <= _DAYS and whole <= _MONTHS) or year)
    share = 100 * part / whole
    return Found(size, share, percent=True, parts=(part, whole), sure=part <= whole and not dated)


def _range(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``10-15%``; without the sign it may be a school year or the name of a school."""
    written = _RANGE.fullmatch(tokens[place].text)
    if written is None:
        return None
    low, high = _number(written["low"]), _number(written["high"])
    more = 0 if written["percent"] else _percent_behind(tokens, place)
    percent = bool(written["percent"] or more)
    return Found(1 + more, low, percent=percent, upto=high, sure=percent and low < high)


def _single(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``1.234``, ``45,9%``, ``84 %``, ``2,5 triệu``."""
    written = _SINGLE.fullmatch(tokens[place].text)
    if written is None:
        return None
    number = written["number"]
    value, unit = _number(number), _last_place(number)
    if written["sign"] in {"-", "−"}:
        value = -value
    if written["percent"] or (more := _percent_behind(tokens, place)):
        return Found(1 if written["percent"] else 1 + more, value, unit, percent=True)
    if scale := _scale_behind(tokens, place):
        return Found(2, value * scale, unit * scale)
    return Found(1, value, unit, sure=_counts(tokens, place, number))


def _percent_behind(tokens: Sequence[Token], place: int) -> int:
    """Count the tokens behind a number that say percent."""
    match words_after(tokens, place, 2):
        case ["%", *_]:
            return 1
        case ["phần", "trăm"]:
            return 2
    return 0


def _scale_behind(tokens: Sequence[Token], place: int) -> int | None:
    """Find what a number is multiplied with; ``tỷ lệ`` is a rate."""
    match words_after(tokens, place, 2):
        case ["tỷ" | "tỉ", "lệ" | "trọng" | "số"]:
            return None
        case [word, *_]:
            return SCALES.get(word)
    return None


def _counts(tokens: Sequence[Token], place: int, number: str) -> bool:
    """Tell whether a number counts something, by how it is written and by the words beside it."""
    return bool(_GROUPED.match(number)) or not (
        _is_a_code(number)
        or _has_a_unit_of_its_own(words_after(tokens, place, 1))
        or _tells_which(words_before(tokens, place, 2), words_after(tokens, place, 1))
        or _begins_a_list(tokens, place)
    )


def _is_a_code(number: str) -> bool:
    """Know years, telephone numbers and the like; ``07`` is a count with the zero that offices put there."""
    if not number.isdigit():
        return False
    led = number.startswith("0") and len(number) not in {1, _PAIR}
    return led or len(number) > _MOST_DIGITS or int(number) in _YEARS


def _has_a_unit_of_its_own(after: Sequence[str]) -> bool:
    return not NOT_COUNTED.isdisjoint(after)


def _tells_which(before: Sequence[str], after: Sequence[str]) -> bool:
    """Know the number of a paper, a round or a class by the word that it stands behind."""
    if not before:
        return False
    if before[-1] in PAPERS:
        return not after or after[0] in AFTER_A_PAPER
    return before[-1] in NUMBERED and COUNTED.isdisjoint(before[:-1])


def _begins_a_list(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 and len(tokens) > 1 and not tokens[1].joined


def _share(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``một nửa``, ``quá nửa``, ``hai phần ba``."""
    match [tokens[place].word, *words_after(tokens, place, 2)]:
        case [first, second, *after] if (first, second) in HALVES:
            sure = not after or after[0] not in PART_OF_TIME
            return Found(
                2, Fraction(50), reach=_ROUGHLY, percent=True, sense=HALVES[first, second], sure=sure
            )
        case [many, "phần", few] if (part := read_words([many])) and (whole := read_denominator(few)):
            share = Fraction(100 * part, whole)
            return Found(3, share, reach=_ROUGHLY, percent=True, sure=part < whole)
    return None


def _in_words(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``hai mươi bốn``; a number of one word, ``ba trường``, is as good as an article."""
    if tokens[place].word not in VOCABULARY:
        return None
    words = [tokens[place].word, *words_after(tokens, place, _LONGEST)]
    for size in range(len(words), 0, -1):
        value = read_words(words[:size]) if VOCABULARY.issuperset(words[:size]) else None
        if value is not None:
            more = _percent_behind(tokens, place + size - 1)
            return Found(size + more, Fraction(value), percent=more > 0, sure=size + more > 1)
    return None


_LONGEST = 23
"""Words that follow in the longest number: nine hundred ninety-nine of each, up to billions."""


def _number(text: str) -> Fraction:
    """Read a number as offices write it; one point that cannot part thousands is a decimal one."""
    if _GROUPED.match(text):
        text = text.replace(".", "")
    return Fraction(text.replace(",", "."))


def _last_place(number: str) -> Fraction:
    decimals = re.search(r",([0-9]+)$" if _GROUPED.match(number) else r"[.,]([0-9]+)$", number)
    return Fraction(1, 10 ** len(decimals[1])) if decimals else Fraction(1)


SHAPES: Final[tuple[Callable[[Sequence[Token], int], Found | None], ...]] = (
    _ratio, _range, _single, _share, _in_words,
)  # fmt: skip
"""The first that fits counts."""
