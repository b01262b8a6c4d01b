"""Rounding: once, last, half up, away from zero; exact whole-number arithmetic."""

from collections.abc import Sequence
from fractions import Fraction

from reportgen.model.values import Number


def half_up(value: Number, places: int) -> Number:
    """Round to so many decimal places, halves away from zero: 0.125 at 2 places is 0.13, -2.5 at 0 is -3."""
    unit = 10**places
    whole = (2 * abs(value.numerator) * unit + value.denominator) // (2 * value.denominator)
    signed = whole if value.numerator >= 0 else -whole
    return Fraction(signed, unit) if whole % unit else signed // unit


def largest_remainder(parts: Sequence[Number], places: int) -> list[Number]:
    """Round parts so that they add up to their rounded whole: down, then up by largest remainder.

    Parts must not be negative; of equal remainders the earlier part is raised first.
    """
    unit = 10**places
    scaled = [Fraction(part) * unit for part in parts]
    floors = [part.numerator // part.denominator for part in scaled]
    short = int(half_up(sum(scaled), 0)) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda i: (floors[i] - scaled[i], i))
    raised = set(by_remainder[:short])
    fitted = (Fraction(floor + (i in raised), unit) for i, floor in enumerate(floors))
    return [int(part) if part.denominator == 1 else part for part in fitted]
