"""What a quantity may look like: a number, a percentage, a ratio, a range, a share, a number in words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from reportgen.prose.counting import YEARS, counts, is_a_day
from reportgen.prose.number_words import VOCABULARY, read_denominator, read_words
from reportgen.prose.quantity import Sense
from reportgen.prose.tokens import Token, words_after, words_before
from reportgen.prose.vocabulary import CHANGING, FOLDS, HALVES, PART_OF_TIME, SCALES_BEHIND, WHOLES

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
_UNIT = "(?:đ|vnđ|m2|m²|km|kg|ha)?"
_SINGLE = re.compile(rf"(?P<sign>[-−+]?)(?P<number>{_NUMBER})(?P<percent>%?){_UNIT}", re.IGNORECASE)
_RANGE = re.compile(rf"(?P<low>{_NUMBER})%?[-–](?P<high>{_NUMBER})(?P<percent>%?)")
_RATIO = re.compile(rf"(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_FIRST_GROUP = re.compile(r"[1-9][0-9]{0,2}")
_NEXT_GROUP = re.compile(r"[0-9]{3}")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:,[0-9]+)?%?")
_COUNT = re.compile(r"[0-9]{1,6}")
_DIALLED = re.compile(r"0[0-9]{2,}")
"""How a telephone number begins: ``0912 345 678``."""
_PAIR, _THOUSAND = 2, 1000
_MOST_OF_A_FRACTION: Final = 10
"""Of larger numbers a ratio is made of what was counted: ``22/24``."""
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
    """Read ``22/24``, ``22.119 / 48.145``, ``22 trên 24``, and ``1/3 số trường``, which is a share."""
    size, written = 1, _RATIO.fullmatch(tokens[place].text)
    after = words_after(tokens, place, 2)
    if written is None and after[:1] in (["/"], ["trên"]) and len(after) == _PAIR:
        size, written = 3, _RATIO.fullmatch(f"{tokens[place].text}/{after[1]}")
    if written is None or not (whole := _number(written["whole"])):
        return None
    part = _number(written["part"])
    share = 100 * part / whole
    if size == 1 and part < whole <= _MOST_OF_A_FRACTION and not WHOLES.isdisjoint(after[:1]):
        return Found(1, share, reach=_ROUGHLY, percent=True)
    year = written["whole"].isdigit() and whole in YEARS  # nobody writes a year as 2.019
    dated = size == 1 and (year or is_a_day(tokens, place, part, whole))
    reach = _ROUGHLY if whole <= _MOST_OF_A_FRACTION else None
    sure = part <= whole and not dated
    return Found(size, share, reach=reach, percent=True, parts=(part, whole), sure=sure)


def _among(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``2 trong 3 trường``, ``hai trong số ba trường``; ``một trong ba`` is any one of them."""
    match words_after(tokens, place, 3):
        case ["trong", "số", whole, *_]:
            size = 4
        case ["trong", whole, *_]:
            size = 3
        case _:
            return None
    part, of = _small(tokens[place].word), _small(whole)
    if not 0 < part < of or tokens[place].word == "một" or not counts(tokens, place, tokens[place].text):
        return None
    share = Fraction(100 * part, of)
    return Found(size, share, reach=_ROUGHLY, percent=True, parts=(Fraction(part), Fraction(of)))


def _small(word: str) -> int:
    """Read one word as a number, in figures or letters; 0 where it is none."""
    return int(word) if _COUNT.fullmatch(word) else read_words([word]) or 0


def _range(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``10-15%``; without the sign it may be a school year or the name of a school."""
    written = _RANGE.fullmatch(tokens[place].text)
    if written is None:
        return None
    low, high = _number(written["low"]), _number(written["high"])
    more = 0 if written["percent"] else _percent_behind(tokens, place)
    percent = bool(written["percent"] or more)
    return Found(1 + more, low, percent=percent, upto=high, sure=percent and low < high)


def _span(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``từ 900 đến 1.000``, ``10 - 15%``; what grew ``từ 70% đến 84%`` are two numbers."""
    match words_after(tokens, place, 2):
        case [("đến" | "tới" | "-" | "–") as sign, end]:
            written = _RANGE.fullmatch(f"{tokens[place].text}-{end}")
        case _:
            return None
    if written is None or not CHANGING.isdisjoint(words_before(tokens, place, 6)):
        return None
    low, high = _number(written["low"]), _number(written["high"])
    more = 0 if written["percent"] else _percent_behind(tokens, place + 2)
    percent = bool(written["percent"] or more)
    if low >= high or not (percent or sign in {"đến", "tới"}):
        return None
    sure = percent or (counts(tokens, place, written["low"]) and counts(tokens, place + 2, written["high"]))
    return Found(3 + more, low, percent=percent, upto=high, sure=sure)


def _spaced(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``2 000`` and ``1 234 567,5``, but not the two numbers of ``đợt 2 120 giáo viên``."""
    groups = [tokens[place].text, *words_after(tokens, place, _LONGEST)]
    size = 1
    while size < len(groups) and _NEXT_GROUP.fullmatch(groups[size]):
        size += 1
    size += size < len(groups) and bool(_LAST_GROUP.fullmatch(groups[size]))
    if size == 1 or not _FIRST_GROUP.fullmatch(groups[0]) or not counts(tokens, place, groups[0]):
        return None
    found = _plain(tokens, place, ".".join(groups[:size]), size)
    dialled = any(_DIALLED.fullmatch(word) for word in words_before(tokens, place, 1))
    return replace(found, sure=False) if found and dialled else found


def _single(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``1.234``, ``45,9%``, ``84 %``, ``2,5 triệu``, ``1 tỷ 234 triệu``."""
    return _plain(tokens, place, tokens[place].text, 1)


def _plain(tokens: Sequence[Token], place: int, text: str, size: int) -> Found | None:
    """Read a number that stands in some tokens, with what stands behind it."""
    written = _SINGLE.fullmatch(text)
    if written is None:
        return None
    number, last = written["number"], place + size - 1
    value, unit, sign = _number(number), _last_place(number), -1 if written["sign"] in {"-", "−"} else 1
    if written["percent"] or (more := _percent_behind(tokens, last)):
        return Found(size if written["percent"] else size + more, sign * value, unit, percent=True)
    if scaled := _scaled(words_after(tokens, last, _LONGEST), value, unit):
        return Found(size + scaled.size, sign * scaled.value, scaled.unit)
    return Found(size, sign * value, unit, sure=size > 1 or counts(tokens, place, number))


def _scaled(words: Sequence[str], value: Fraction, unit: Fraction) -> Found | None:
    """Multiply a number with the words behind it, and add what follows: ``1 tỷ 234 triệu``, ``2 tỷ rưỡi``."""
    size, scale = _scale(words)
    if size == 0:
        return None
    whole, rest = value * scale, words[size:]
    if rest[:1] == ["rưỡi"]:
        return Found(size + 1, whole + Fraction(scale, 2), Fraction(scale, 10))
    if rest and (written := _SINGLE.fullmatch(rest[0])) and not written["percent"]:
        more = _number(written["number"])
        below = _scaled(rest[1:], more, _last_place(written["number"]))
        if below and below.value < scale:
            return Found(size + 1 + below.size, whole + below.value, below.unit)
        if scale == _THOUSAND and _NEXT_GROUP.fullmatch(rest[0]):
            return Found(size + 1, whole + more)
    return Found(size, whole, unit * scale)


def _scale(words: Sequence[str]) -> tuple[int, int]:
    """Tell how many words multiply, and by how much: ``nghìn tỷ``; ``tỷ lệ`` is a rate."""
    size, scale = 0, 1
    while size < len(words) and words[size] in SCALES_BEHIND and not _is_a_rate(words[size:]):
        size, scale = size + 1, scale * SCALES_BEHIND[words[size]]
    return size, scale


def _is_a_rate(words: Sequence[str]) -> bool:
    return words[0] in {"tỷ", "tỉ"} and words[1:2] in (["lệ"], ["trọng"], ["số"])


def _percent_behind(tokens: Sequence[Token], place: int) -> int:
    """Count the tokens behind a number that say percent."""
    match words_after(tokens, place, 2):
        case ["%", *_]:
            return 1
        case ["phần", "trăm"]:
            return 2
    return 0


def _share(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``một nửa``, ``quá nửa``, ``hai phần ba``."""
    match [tokens[place].word, *words_after(tokens, place, 2)]:
        case ["nửa", what, *_] if what in WHOLES:
            return Found(1, Fraction(50), reach=_ROUGHLY, percent=True)
        case [first, second, *after] if (first, second) in HALVES:
            sure = not after or after[0] not in PART_OF_TIME
            return Found(
                2, Fraction(50), reach=_ROUGHLY, percent=True, sense=HALVES[first, second], sure=sure
            )
        case [many, "phần", few] if (part := read_words([many])) and (whole := read_denominator(few)):
            share = Fraction(100 * part, whole)
            return Found(3, share, reach=_ROUGHLY, percent=True, sure=part < whole)
    return None


def _folds(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``gấp đôi``, ``gấp ba lần``; a figure behind it is how many times as much, to a tenth."""
    tenth, word = Fraction(1, 10), tokens[place].word
    if (times := FOLDS.get((word, *words_after(tokens, place, 1)))) is not None:
        return Found(2, times, tenth)
    found = _in_words(tokens, place + 1) if word == "gấp" and words_after(tokens, place, 1) else None
    return Found(1 + found.size, found.value, tenth) if found and not found.percent else None


def _in_words(tokens: Sequence[Token], place: int) -> Found | None:
    """Read ``hai mươi bốn``; a number of one word, ``ba trường``, is as good as an article."""
    if tokens[place].word not in VOCABULARY:
        return None
    words = [tokens[place].word, *words_after(tokens, place, _LONGEST)]
    for size in range(len(words), 0, -1):
        number = read_words(words[:size]) if VOCABULARY.issuperset(words[:size]) else None
        if number is not None:
            more = _percent_behind(tokens, place + size - 1)
            return Found(size + more, Fraction(number), percent=more > 0, sure=size + more > 1)
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
    _ratio, _among, _range, _span, _spaced, _single, _share, _folds, _in_words,
)  # fmt: skip
"""The first that fits counts."""
