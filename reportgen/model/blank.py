"""A pre-printed blank: where on it which words go, and the serials of the sheets that lie in the cupboard."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.origin import Origin
from reportgen.model.values import Number

SERIAL: Final = "serial"
"""What templates call the serial of the blank that they are printed on."""


@dataclass(frozen=True, slots=True)
class Box:
    """Words on a blank: they stand on a line ``down`` millimetres below its edge, the next ones ``apart``.

    ``letters`` is their size in points; words that do not fit in get smaller, to ``smallest`` and no further.
    """

    text: str
    origin: Origin
    left: Number
    down: Number
    width: Number
    letters: Number
    smallest: Number
    align: str = "left"
    lines: int = 1
    apart: Number | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A blank that nobody can be given any more: why, since when, and where that is written."""

    serial: str
    why: str
    on: dt.date
    origin: Origin


@dataclass(frozen=True, slots=True)
class Stock:
    """The serials of all blanks there are, in the order in which they lie, and those that were spoiled."""

    serials: Sequence[str]
    origin: Origin
    spoiled: Mapping[str, Spoiled] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank as its file describes it, in millimetres; everything is shifted by what the printer is out.

    It is ``ruled`` to be tried on plain paper: with the frames of its boxes, and rulers along its edges.
    """

    file: str
    width: Number
    height: Number
    boxes: Sequence[Box]
    right: Number = 0
    lower: Number = 0
    stock: Stock | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of the record: which paper of which data file took a blank, and what is printed on it."""

    serial: str
    paper: str
    source: str
    text: str
