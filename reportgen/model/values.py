"""Typed values, exact, and the two ways of having none."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, final

Number = int | Fraction
"""Every number here is exact; floats and Decimals do not occur."""


@final
@dataclass(frozen=True, slots=True)
class Blank:
    """A required value that is not known yet: printed as a visible gap, listed as missing."""

    def __reduce__(self) -> str:
        """Stay the only one in another process too: it is compared by what it is."""
        return "BLANK"

    def __bool__(self) -> bool:
        """Count as there: a template that asks ``if x`` shows the gap instead of hiding the sentence."""
        return True


BLANK: Final = Blank()


class Numeral(str):
    """A number that a workbook holds as one, not as text: its decimal comma is ours and never in doubt."""

    __slots__ = ()


Scalar = Number | str | bool | dt.date | dt.time
Known = Scalar | Blank | None
"""``None`` is an optional value that was not given; ``BLANK`` a required one that is still missing."""


class Hole(Enum):
    """A value that could not be computed: ``FAILED`` was reported, ``NOTHING`` is a share of nothing."""

    FAILED = "failed"
    NOTHING = "nothing"


Cell = Known | Hole
"""A value on its way through a formula."""

Value = Known | Sequence["Value"] | Mapping[str, "Value"]


def told(value: object) -> str:
    """Write a value into a message as offices write it, and exactly."""
    match value:
        case bool():
            return "có" if value else "không"
        case int():
            return grouped(str(value))
        case Fraction():
            return _decimal(value)
        case dt.date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
        case dt.time():
            return f"{value.hour}h{value.minute:02}"
        case _:
            return str(value)


def grouped(number: str) -> str:
    """Put points at the thousands of a number's whole part, as offices do: ``3.222``, ``-12.345,5``."""
    whole, comma, decimals = number.partition(",")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    first = len(digits) % 3 or 3
    parts = [digits[:first], *(digits[cut : cut + 3] for cut in range(first, len(digits), 3))]
    return f"{sign}{'.'.join(parts)}{comma}{decimals}"


def _decimal(value: Fraction) -> str:
    """Write a number with its decimals where they end soon, else as a fraction."""
    for places in range(1, 7):
        scaled = value * 10**places
        if scaled.denominator == 1:
            whole, decimals = divmod(abs(scaled.numerator), 10**places)
            return grouped(f"{'-' if value < 0 else ''}{whole},{decimals:0{places}}")
    return str(value)
