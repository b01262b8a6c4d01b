"""Data that no kind declares: each value is what its file says it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NoReturn

from reportgen.model.context import Quantity
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import SourceMap
from reportgen.model.phrase import phrase
from reportgen.model.raw import RawTable
from reportgen.model.values import Number

LONGEST_NUMBER = 1000
"""Digits of the longest number that is read or computed."""


class Exact(Quantity):
    """A number of which nothing is declared: it prints as written, and is compared with numbers only."""

    __slots__ = ()

    __hash__ = Quantity.__hash__

    def __eq__(self, other: object) -> bool:
        """Compare with a number; a text is never equal to one, and to ask is a mistake."""
        return other is not None and self.value == _number(other, "==")

    def __lt__(self, other: object) -> bool:
        """Compare with a number."""
        return bool(self.value < _number(other, "<"))

    def __le__(self, other: object) -> bool:
        """Compare with a number."""
        return bool(self.value <= _number(other, "<="))

    def __gt__(self, other: object) -> bool:
        """Compare with a number."""
        return bool(self.value > _number(other, ">"))

    def __ge__(self, other: object) -> bool:
        """Compare with a number."""
        return bool(self.value >= _number(other, ">="))


@dataclass(frozen=True, slots=True)
class PlainData:
    """A data file without a kind: mappings, lists, texts, yes or no, `Exact` numbers and ``None``.

    ``notes`` are what there is to tell of the file, such as what was guessed.
    """

    file: str
    values: Mapping[str, object]
    sources: SourceMap
    notes: tuple[Diagnostic, ...] = ()
    table: RawTable | None = None
    """The table file that it is, if so, with the rows that are totals."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of rich text and how they look: ``bold``, ``color`` and so on, checked."""

    text: str
    looks: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rich:
    """A text whose words look different: ``{rich: [{text: …, bold: true}, …]}``."""

    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One of several paragraphs: its words, the style of the template that it has, whether a page begins."""

    text: Rich
    style: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Several paragraphs: ``{paragraphs: [words, {text: …, style: List Bullet}, …]}``."""

    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        """Call them by how many they are."""
        return phrase("{count} paragraphs", count=len(self.blocks))


def exact_number(value: object) -> Number | None:
    """Give the exact number that a value is, or None."""
    match value:
        case bool():
            return None
        case int() | Fraction():
            return value
        case Quantity():
            return value.value
    return None


def computed(value: Number) -> Exact:
    """Make a number that was computed printable; its text is empty where its decimals never end."""
    return Exact(value, _plain_text(value))


def _plain_text(value: Number) -> str:
    """Write a number with a point and no grouping, as data files do."""
    rest, places = Fraction(value).denominator, 0
    while rest != 1 and places < LONGEST_NUMBER and (10**places) % rest:
        places += 1
    scaled = Fraction(value) * 10**places
    if scaled.denominator != 1:
        return ""
    digits = f"{abs(scaled.numerator):0{places + 1}d}"
    cut = len(digits) - places
    return ("-" if value < 0 else "") + digits[:cut] + (f".{digits[cut:]}" if places else "")


def _number(other: object, operator: str) -> Number:
    number = exact_number(other)
    return _refuse(other, operator) if number is None else number


def _refuse(other: Any, operator: str) -> NoReturn:
    sort = type(other).__name__
    raise TypeError(f"'{operator}' not supported between instances of 'Quantity' and '{sort}'")
