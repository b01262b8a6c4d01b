"""Jinja's everyday tests, on plain data and exact numbers: for templates without a kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from jinja2 import Undefined

from reportgen.model.plain import computed, exact_number


def _given(value: object) -> bool:
    return not isinstance(value, Undefined) and value is not None


def _exact(value: object) -> Any:
    """Make a number of a template one that knows with what it may be compared."""
    number = exact_number(value)
    return value if number is None else computed(number)


def _compared(compare: Callable[[Any, Any], Any]) -> Callable[..., bool]:
    return lambda value, other: bool(compare(_exact(value), _exact(other)))


def _whole(value: object) -> bool:
    number = exact_number(value)
    return number is not None and number.denominator == 1


def _divides(value: object, other: object) -> bool:
    number, divisor = exact_number(value), exact_number(other)
    if number is None or divisor is None or divisor == 0:
        return False
    return number % divisor == 0


FREE_TESTS: Final[Mapping[str, Callable[..., bool]]] = {
    "defined": _given,
    "undefined": lambda value: not _given(value),
    "string": lambda value: isinstance(value, str),
    "number": lambda value: exact_number(value) is not None,
    "integer": _whole,
    "float": lambda value: exact_number(value) is not None and not _whole(value),
    "boolean": lambda value: isinstance(value, bool),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "mapping": lambda value: isinstance(value, Mapping),
    "sequence": lambda value: isinstance(value, Sequence) and not isinstance(value, str),
    "iterable": lambda value: isinstance(value, Sequence | Mapping),
    "lower": lambda value: isinstance(value, str) and value.islower(),
    "upper": lambda value: isinstance(value, str) and value.isupper(),
    "divisibleby": _divides,
    "in": lambda value, others: value in others,
    **dict.fromkeys(("eq", "equalto", "=="), _compared(lambda one, other: one == other)),
    **dict.fromkeys(("ne", "!="), _compared(lambda one, other: one != other)),
    **dict.fromkeys(("gt", "greaterthan", ">"), _compared(lambda one, other: one > other)),
    **dict.fromkeys(("ge", ">="), _compared(lambda one, other: one >= other)),
    **dict.fromkeys(("lt", "lessthan", "<"), _compared(lambda one, other: one < other)),
    **dict.fromkeys(("le", "<="), _compared(lambda one, other: one <= other)),
}
"""Tests that only templates without a kind need; their names are checked before."""
