"""A quantity in a sentence, and what the words around it claim of the figure behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final


class Sense(Enum):
    """How a number is meant: as it stands, or as a bound that the figure keeps to."""

    EXACT = "exact"
    MORE = "more"
    OVER = "over"
    NEARLY = "nearly"
    UNDER = "under"
    LEAST = "least"
    MOST = "most"
    ABOUT = "about"


class Verdict(Enum):
    """What comes of holding a sentence against a figure."""

    HOLDS = "holds"
    FAR = "far"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text: ``text[start:end]``, the words that qualify it included.

    ``value`` counts percents as they are written (84 for ``84%``); ``unit`` is its last written place (1, or
    1/10 for ``45,9``) and ``reach`` how far it goes when it is meant roughly; ``upto`` is the upper end of a
    range, ``parts`` the two numbers of ``22/24``. ``sure`` where it is one even when nobody names its figure:
    what may be a date, a year or a class is not. ``falling`` where the words say that something went down.
    """

    start: int
    end: int
    text: str
    value: Fraction
    unit: Fraction
    reach: Fraction
    percent: bool = False
    sense: Sense = Sense.EXACT
    upto: Fraction | None = None
    parts: tuple[Fraction, Fraction] | None = None
    sure: bool = True
    falling: bool = False


def verdict(quantity: Quantity, value: Fraction) -> Verdict:
    """Hold a quantity against the exact value of a figure, in percents where it is one of percents."""
    said = -value if value < 0 and quantity.falling else value
    if quantity.upto is not None:
        return _when(quantity.value <= said <= quantity.upto)
    return _RULES[quantity.sense](said, quantity)


def reach_of(number: Fraction, unit: Fraction) -> Fraction:
    """Tell how far a figure may lie from a number that is meant roughly.

    It is one step of the last digit that is not 0, five where that is a 5 behind another digit, and never
    more than half of the number: 70 reaches to 80, 75 to 80, 612 to 613, 100 to 150.
    """
    value, step = abs(number), unit
    if value == 0:
        return step
    while (value / step) % 10 == 0:
        step *= 10
    fives = (value / step) % 10 == 5 and value > 5 * step  # noqa: PLR2004  (the digit)
    return min(step * 5 if fives else step, value / 2)


def _exact(value: Fraction, quantity: Quantity) -> Verdict:
    if quantity.parts is not None:
        return _when(value == quantity.value)
    half = quantity.unit / 2
    return _when(_same_sign(value, quantity.value) and -half <= abs(value) - abs(quantity.value) < half)


def _same_sign(one: Fraction, other: Fraction) -> bool:
    """Let what rounds to nothing be nothing on either side."""
    return other == 0 or (one < 0) == (other < 0)


def _above(value: Fraction, quantity: Quantity) -> Verdict:
    far = value >= quantity.value + quantity.reach
    return _when(value > quantity.value, far=far)


def _from(value: Fraction, quantity: Quantity) -> Verdict:
    return Verdict.HOLDS if value == quantity.value else _above(value, quantity)


def _below(value: Fraction, quantity: Quantity) -> Verdict:
    far = value <= quantity.value - quantity.reach
    return _when(value < quantity.value, far=far)


def _about(value: Fraction, quantity: Quantity) -> Verdict:
    off, most = abs(value - quantity.value), quantity.reach
    return _when(off <= most, far=off > most / 2)


def _when(holds: bool, *, far: bool = False) -> Verdict:  # noqa: FBT001  (the answer itself)
    if not holds:
        return Verdict.WRONG
    return Verdict.FAR if far else Verdict.HOLDS


_RULES: Final[Mapping[Sense, Callable[[Fraction, Quantity], Verdict]]] = {
    Sense.EXACT: _exact,
    Sense.MORE: _above,
    Sense.OVER: _from,
    Sense.NEARLY: _below,
    Sense.UNDER: lambda value, quantity: _when(value < quantity.value),
    Sense.LEAST: lambda value, quantity: _when(value >= quantity.value),
    Sense.MOST: lambda value, quantity: _when(value <= quantity.value),
    Sense.ABOUT: _about,
}
