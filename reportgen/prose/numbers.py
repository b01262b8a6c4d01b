"""Numbers that have a name: figures of a document and values of its data, as a text can quote them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any

from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import FieldSpec
from reportgen.model.values import Blank
from reportgen.prose.quantity import Quantity, Sense, Verdict, verdict

TYPES = frozenset({"count", "number", "percent"})
"""Types of fields, and ways to show a figure, that are numbers."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How values are written for people: a figure, a value of a field, a part of a row's key, and none."""

    figure: Callable[[Figure], str]
    field: Callable[[FieldSpec, Any], str]
    key: Callable[[Any], str]
    gap: str


@dataclass(frozen=True, slots=True)
class Number:
    """One number and its name.

    ``read`` is what a template would have to name; ``value`` is exact, in percents where it prints as one,
    and ``None`` where there is none: ``state`` then tells why (see `Figure`). ``printed`` is the value as the
    page shows it and ``text`` how.
    """

    name: str
    read: Name
    percent: bool
    state: str
    value: Fraction | None
    printed: Fraction | None
    write: Callable[[], str] = field(compare=False)

    @property
    def text(self) -> str:
        """Write it as the page shows it."""
        return self.write()

    def agrees(self, quantity: Quantity) -> Verdict:
        """Hold what a text says of it against the value."""
        if quantity.parts and not self.percent:
            return Verdict.HOLDS if self.value in quantity.parts else Verdict.WRONG
        if self.value is None or self.percent != quantity.percent:
            return Verdict.WRONG
        plain = quantity.sense is Sense.EXACT and quantity.upto is None
        return Verdict.HOLDS if plain and self.printed == quantity.value else verdict(quantity, self.value)

    def is_meant_by(self, quantity: Quantity) -> bool:
        """Tell whether a text that names nothing may well speak of it: it says the same as the page."""
        plain = quantity.sense is Sense.EXACT and quantity.upto is None and quantity.percent == self.percent
        return plain and self.printed is not None and self.printed == quantity.value


def figure_number(name: str, read: Name, figure: Figure, printing: Printing) -> Number:
    """Take a figure."""
    percent = figure.spec.shown_as == "percent"
    number = isinstance(figure.value, (int, Fraction)) and figure.state == "known"
    value = Fraction(figure.value) * (100 if percent else 1) if number else None  # type: ignore[arg-type]
    shown = None if figure.shown is None else Fraction(figure.shown)
    return Number(name, read, percent, figure.state, value, shown, partial(printing.figure, figure))


def field_number(name: str, read: Name, spec: FieldSpec, value: Any, printing: Printing) -> Number:
    """Take a value of the data."""
    percent = spec.type == "percent"
    if value is None or isinstance(value, Blank):
        state = "absent" if value is None else "blank"
        return Number(name, read, percent, state, None, None, str)
    exact = Fraction(value) * (100 if percent else 1)
    return Number(name, read, percent, "known", exact, exact, partial(printing.field, spec, value))
