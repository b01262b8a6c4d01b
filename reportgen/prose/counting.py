"""What looks like a number and counts nothing is doubtful: alarms that are false make people stop listening.

Such are dates, times, years, codes and numbers of papers, ``đợt 2``, ``Điều 5``, ages, names of classes.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from reportgen.prose.tokens import Token, words_after, words_before
from reportgen.prose.vocabulary import (
    AFTER_A_PAPER,
    CALENDARS,
    COUNTED,
    NOT_COUNTED,
    NUMBERED,
    PAPERS,
    PEOPLE_AND_PLACES,
    SAY_HOW_MUCH,
    TIMES_OF_DAY,
)

YEARS: Final = range(1900, 2100)
_DAYS, _MONTHS = 31, 12
_MOST_DIGITS: Final = 6
"""Of a number without points between its thousands; longer ones are codes."""
_PAIR: Final = 2
_MOST_OF_A_FRACTION: Final = 10
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_TO: Final = frozenset({"-", "–", "đến", "tới"})
_DATE: Final = re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}(?:[/.][0-9]{4})?")


def counts(tokens: Sequence[Token], place: int, number: str, size: int = 1) -> bool:
    """Tell whether a number counts something, by how it is written and by the words beside it."""
    last = place + size - 1
    after = words_after(tokens, last, 2)
    return bool(_GROUPED.match(number)) or not (
        _is_a_code(number)
        or _has_a_unit_of_its_own(after)
        or _tells_which(words_before(tokens, place, 2), after[:1])
        or _begins_a_list(tokens, place)
        or _begins_a_span(tokens, last)
    )


def is_a_day(tokens: Sequence[Token], place: int, day: Fraction, month: Fraction) -> bool:
    """Tell whether ``5/9`` may be a day: nothing that is counted follows, or a word for a day leads to it."""
    if day > _DAYS or month > _MONTHS:
        return False
    after = words_after(tokens, place, 1)
    led = words_before(tokens, place, 1)
    if day < month <= _MOST_OF_A_FRACTION and _says_how_much(tokens, place):
        return not CALENDARS.isdisjoint(after)
    return not TIMES_OF_DAY.isdisjoint(led) or PEOPLE_AND_PLACES.isdisjoint(after)


def _says_how_much(tokens: Sequence[Token], place: int) -> bool:
    led = words_before(tokens, place, 2)
    return not SAY_HOW_MUCH.isdisjoint(led[-1:]) or led == ["tức", "là"]


def _is_a_code(number: str) -> bool:
    """Know years, telephone numbers and the like; ``07`` is a count with the zero that offices put there."""
    if not number.isdigit():
        return False
    led = number.startswith("0") and len(number) not in {1, _PAIR}
    return led or len(number) > _MOST_DIGITS or int(number) in YEARS


def _has_a_unit_of_its_own(after: Sequence[str]) -> bool:
    return not NOT_COUNTED.isdisjoint(after[:1]) or list(after) == ["tháng", "tuổi"]


def _tells_which(before: Sequence[str], after: Sequence[str]) -> bool:
    """Know the number of a paper, a round or a class by the word that it stands behind."""
    if not before:
        return False
    if before[-1] in PAPERS:
        return not after or after[0] in AFTER_A_PAPER
    if " ".join(before) in NUMBERED:
        return True
    return before[-1] in NUMBERED and COUNTED.isdisjoint(before[:-1])


def _begins_a_list(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 and len(tokens) > 1 and not tokens[1].joined


def _begins_a_span(tokens: Sequence[Token], last: int) -> bool:
    """Know the first part of ``5 - 6 tuổi``, ``12 đến 15/6``, ``7 - 9 giờ``."""
    match words_after(tokens, last, 3):
        case [sign, end, *after] if sign in _TO:
            return bool(_DATE.fullmatch(end)) or (end.isdigit() and not NOT_COUNTED.isdisjoint(after))
    return False
