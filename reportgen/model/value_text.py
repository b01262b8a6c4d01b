"""A value as it is written down in a manifest, and back: exact, with its sort where JSON has none."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from reportgen.model.manifest import WITHHELD, Told
from reportgen.model.values import BLANK, Blank, Hole

LONGEST: Final = 1000
"""Digits of the longest number, as in formulas."""

_FRACTION: Final = re.compile(rf"-?\d{{1,{LONGEST}}}/0*[1-9]\d{{0,{LONGEST}}}")

_HOLES: Final[Mapping[str, Told]] = {
    "absent": None,
    "blank": BLANK,
    "nothing": Hole.NOTHING,
    "failed": Hole.FAILED,
    "withheld": WITHHELD,
}


def read_fraction(text: str) -> Fraction:
    """Read a fraction, and nothing else that Python takes for one: ``1e999999999`` would take for ever."""
    if not _FRACTION.fullmatch(text):
        raise ValueError("no fraction")
    return Fraction(text)


_READERS: Final[Mapping[str, Callable[[str], Told]]] = {
    "number": read_fraction,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "none": _HOLES.__getitem__,
}


def written_value(value: Told) -> object:
    """Write a value down: texts, whole numbers and flags as themselves, all others with their sort."""
    match value:
        case bool() | str() | int():
            return value
        case Fraction():
            return {"number": f"{value.numerator}/{value.denominator}"}
        case dt.date():
            return {"date": value.isoformat()}
        case dt.time():
            return {"time": value.isoformat("minutes")}
        case Blank():
            return {"none": "blank"}
        case _:
            return {"none": next(name for name, hole in _HOLES.items() if hole is value)}


def read_value(raw: Any) -> Told:
    """Read a value that was written down."""
    if isinstance(raw, bool | str | int):
        return raw
    ((sort, text),) = raw.items()
    return _READERS[sort](str(text))
