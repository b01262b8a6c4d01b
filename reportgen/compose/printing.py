"""From typed data and computed figures to what a template prints, one value at a time."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from reportgen.compose.numbers import exact_text, number_text, percent_text
from reportgen.model.context import Quantity, Worded
from reportgen.model.figure import Figure
from reportgen.model.kind import FieldSpec, FigureSpec
from reportgen.model.values import BLANK, Blank, Number


def field_value(spec: FieldSpec, value: Any, path: str) -> object:
    """Show a field: absent as ``None`` (a list as empty), missing as a gap at every place that prints."""
    if value is None and spec.optional:
        return () if spec.type == "list" else None
    given = BLANK if value is None else value
    if spec.type == "list":
        return _list(spec, given, path)
    if spec.type == "group":
        return _group(spec, given, path)
    text = _TEXTS.get(spec.type)
    if text is None or isinstance(given, Blank):
        return _named(given, path)
    return Quantity(given, text(given), path)


def figure_value(figure: Figure, path: str) -> object:
    """Show a figure: rounded as declared; where there is none, its stand-in, nothing, or a gap."""
    if figure.state == "known":
        return _named(figure.value, path) if figure.shown is None else _rounded(figure, figure.shown, path)
    if figure.state == "nothing" and figure.spec.if_nothing is not None:
        return _named(figure.spec.if_nothing, path)
    return None if figure.state == "absent" else BLANK


def _named(value: object, path: str) -> object:
    """Let a text know which value it is."""
    return Worded(value, path) if isinstance(value, str) else value


def _rounded(figure: Figure, rounded: Number, path: str) -> Quantity:
    value = Fraction(rounded, 100) if figure.spec.shown_as == "percent" else rounded
    return Quantity(value, rounded_text(figure.spec, rounded), path)


def rounded_text(spec: FigureSpec, rounded: Number) -> str:
    """Print what a figure was rounded to."""
    text = number_text(rounded, spec.places or 0)
    return f"{text}%" if spec.shown_as == "percent" else text


def _list(spec: FieldSpec, values: Any, path: str) -> object:
    """Show a list; one that is still missing has one item, a gap."""
    if spec.item is None:
        raise TypeError(f"the list {spec.name} declares no items")
    items = (BLANK,) if isinstance(values, Blank) else values
    return tuple(field_value(spec.item, item, f"{path}.{place}") for place, item in enumerate(items, 1))


def _group(spec: FieldSpec, values: Any, path: str) -> Mapping[str, object]:
    """Show a group; one that is still missing has a gap in each of its required fields."""
    given: Mapping[str, Any] = {} if isinstance(values, Blank) else values
    return {
        name: field_value(inner, given.get(name), f"{path}.{name}") for name, inner in spec.fields.items()
    }


_TEXTS: dict[str, Callable[[Number], str]] = {
    "count": lambda value: number_text(value, 0),
    "number": exact_text,
    "percent": percent_text,
}
