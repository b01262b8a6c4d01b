"""One value on each side: what it prints as, its number, its place, and the change between the two."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from reportgen.compose import field_value, figure_text, value_text
from reportgen.diff.records import Change
from reportgen.model.context import Quantity
from reportgen.model.dataset import Claim
from reportgen.model.figure import Figure
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.values import Number


@dataclass(frozen=True, slots=True)
class Told:
    """A value as people read it; ``number`` where one can be taken from another."""

    text: str | None
    number: Number | None = None
    origin: Origin | None = None


_NOT_THERE: Final = Told(None)


@dataclass(frozen=True, slots=True)
class Label:
    """What a value is called: by the program, by people; ``percent`` if it counts in points."""

    name: str
    title: str
    percent: bool = False


def change(label: Label, old: Told | None, new: Told | None) -> Change:
    """Hold the two sides of a value against each other; a side that is not there is ``None``."""
    before, after = old or _NOT_THERE, new or _NOT_THERE
    difference = _difference(before, after, percent=label.percent)
    return Change(
        label.name,
        label.title,
        before.text,
        after.text,
        before.origin,
        after.origin,
        difference,
        points=label.percent,
    )


def told_field(spec: FieldSpec, value: Any, origin: Origin | None) -> Told:
    """Tell the value of a field, whatever its type."""
    return Told(field_text(spec, value), _number(value), origin)


def told_figure(figure: Figure) -> Told:
    """Tell a figure as it prints; where it comes from is what ``why`` tells."""
    return Told(figure_text(figure), _number(figure.value))


def told_claim(claim: Claim) -> Told:
    """Tell what a printed number is claimed to be, as it was written."""
    return Told(claim.text, None, claim.origin)


def printed_as(figure: Figure) -> tuple[object, ...]:
    """Give what makes a figure print as it does, cheaper than its text."""
    return figure.state, figure.shown, None if figure.shown is not None else figure.value


def field_text(spec: FieldSpec, value: Any) -> str:
    """Write the value of a field on one line."""
    if spec.type == "list" and isinstance(value, Sequence) and spec.item is not None:
        return " / ".join(field_text(spec.item, item) for item in value) or phrase("(empty)")
    if spec.type == "group" and isinstance(value, dict):
        given = (inner for inner in spec.fields.values() if value.get(inner.name) is not None)
        return "; ".join(f"{inner.title}: {field_text(inner, value[inner.name])}" for inner in given)
    shown = field_value(spec, value, spec.name) if _number(value) is not None else None
    return str(shown) if isinstance(shown, Quantity) else value_text(value)


def _number(value: Any) -> Number | None:
    return value if isinstance(value, (int, Fraction)) and not isinstance(value, bool) else None


def _difference(old: Told, new: Told, *, percent: bool) -> Number | None:
    if old.number is None or new.number is None:
        return None
    return (new.number - old.number) * (100 if percent else 1)
