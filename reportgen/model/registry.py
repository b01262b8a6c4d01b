"""The office's register: entries that follow each other, each chained to the one before by its hash."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from reportgen.model.acts import NUMBERED, REVIEW, STATES, Act
from reportgen.model.names import folded

REPLACES, REPLACED_BY = "replaces", "replaced_by"
"""What the register tells of two papers of which one was issued in the place of the other."""

INSTEAD_OF: Final = "instead_of"
"""Which paper that is, by the name that the register has for it."""


_DASH: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_MOST_DIGITS: Final = 9
MOST_NUMBER: Final = 10**_MOST_DIGITS - 1
"""The largest number that a paper can have."""


def read_number(text: str) -> int | None:
    """Read the number of a paper or an entry; nothing where it is none, or larger than any register keeps."""
    digits = text.lstrip("0")
    fit = text.isascii() and text.isdigit() and 0 < len(digits) <= _MOST_DIGITS
    return int(digits) if fit else None


def same_symbol(one: str, other: str) -> bool:
    """Tell whether two symbols are one, whatever their letters and dashes: ``BB-PGDĐT``, ``BB – pgdđt``."""
    return _symbol(one) == _symbol(other)


def _symbol(text: str) -> str:
    return _DASH.sub("-", folded(text))


class Source(StrEnum):
    """Who gives the numbers of a series."""

    OURS = "ours"
    """The register: from 1 each year, without gaps."""

    CLERK = "clerk"
    """The registry clerk, who gives numbers to others too: gaps are normal."""


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """A row of numbers that begins anew each year: ``BB-PGDĐT``, or certificates.

    Number and symbol are unique within a year (rule G-5), whatever the data call the ``office``.
    """

    office: str = field(compare=False)
    name: str
    year: int

    def __str__(self) -> str:
        """Name it as people do."""
        return f"{self.name}/{self.year}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a series."""

    series: Series
    number: int

    @property
    def text(self) -> str:
        """Print it as the decree wants: with a zero in front below 10 (rule H-5)."""
        return f"{self.number:02}"

    def __str__(self) -> str:
        """Name the paper as people do: ``07/BB-PGDĐT``."""
        return f"{self.text}/{self.series.name}"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes an entry, and when (UTC)."""

    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be written: what is done to which paper.

    ``paper`` is a name by chance that says nothing of anybody; ``dated`` the day of the paper; ``digests``
    are of its files, by format. ``told`` is all that may speak of people: the chain holds its digest alone,
    so that it can be taken out.
    """

    act: Act
    paper: str = ""
    number: Number | None = None
    source: Source | None = None
    dated: dt.date | None = None
    digests: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the register; ``details`` is the digest of what it tells of people."""

    entry: int
    at: str
    who: str
    act: Act
    paper: str
    number: Number | None
    source: str
    dated: dt.date | None
    digests: Mapping[str, str]
    details: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True)
class Registered:
    """What a paper carries of its place in the register: the entry that gave it its number, and its hash.

    Who holds the paper can prove by it that the register once went on at least so far.
    """

    register: str
    number: str
    series: str
    year: int
    entry: int
    head: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper as the register knows it: its entries, and what they tell as far as it was not taken out.

    What later entries tell counts; ``tales`` are what each of them tells, by its place.
    """

    paper: str
    entries: tuple[Entry, ...]
    told: Mapping[str, str]
    tales: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def state(self) -> Act:
        """Give the last act that says where it stands."""
        return next(one.act for one in reversed(self.entries) if one.act in STATES)

    @property
    def numbered(self) -> bool:
        """Tell whether it has a number: drafts that are under review have none."""
        return any(one.act in NUMBERED for one in self.entries)

    @property
    def by_hand(self) -> bool:
        """Tell whether it is signed by hand: it was printed for that, or its scan was filed."""
        last = (one.act for one in reversed(self.entries) if one.act in REVIEW | {Act.PRINTED, Act.SCANNED})
        return next(last, None) in {Act.PRINTED, Act.SCANNED}

    @property
    def number(self) -> Number:
        """Give its number."""
        return next(one.number for one in self.entries if one.number)

    @property
    def dated(self) -> dt.date | None:
        """Give its day."""
        return next((one.dated for one in reversed(self.entries) if one.dated), None)

    @property
    def reserved(self) -> Entry:
        """Give the entry that took its number."""
        return next(one for one in self.entries if one.act in NUMBERED)

    @property
    def digests(self) -> Mapping[str, str]:
        """Give the digests of its files, once it was issued."""
        own = (one.digests for one in reversed(self.entries) if one.act is not Act.ERASED)
        return next(filter(None, own), {})

    @property
    def erased(self) -> bool:
        """Tell whether what it said of people was taken out."""
        return self.entries[-1].act is Act.ERASED
