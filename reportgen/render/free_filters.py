"""Jinja's everyday filters, on plain data and exact numbers: for templates without a kind."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from jinja2 import Undefined

from reportgen.model.context import Filter, Quantity
from reportgen.model.phrase import phrase
from reportgen.model.plain import computed, exact_number
from reportgen.model.values import Number

_WRITTEN: Final = re.compile(r"-?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
_MOST_PLACES: Final = 100


def default(value: object, other: object = "", boolean: object = False) -> object:  # noqa: FBT002  # Jinja's own
    """Give another value where one was not given; it alone must see what is undefined."""
    missing = isinstance(value, Undefined) or value is None
    return other if missing or (boolean and not value) else value


def _number(value: object) -> Number:
    number = exact_number(value)
    if number is None:
        raise TypeError(phrase("'{value}' is not a number", value=value))
    return number


def _items(values: object) -> Sequence[Any]:
    if isinstance(values, Mapping) or not isinstance(values, Sequence) or isinstance(values, str):
        raise TypeError(phrase("what it was given is no list"))
    return values


def _length(values: object) -> int:
    if isinstance(values, str | Mapping):
        return len(values)
    return len(_items(values))


def _end(place: int) -> Filter:
    def end(values: object) -> object:
        items = _items(values)
        if not items:
            raise ValueError(phrase("the list is empty"))
        return items[place]

    return end


def _inside(item: Any, attribute: object) -> Any:
    """Follow a dotted name into one item."""
    for name in str(attribute).split("."):
        if not isinstance(item, Mapping) or name not in item:
            raise ValueError(phrase("an item has no '{name}'", name=attribute))
        item = item[name]
    return item


def _mapped(values: object, *, attribute: object) -> tuple[object, ...]:
    return tuple(_inside(item, attribute) for item in _items(values))


def _sum(values: object, attribute: object = None) -> Quantity:
    numbers = _items(values) if attribute is None else _mapped(values, attribute=attribute)
    return computed(sum((Fraction(_number(number)) for number in numbers), Fraction(0)))


def _round(value: object, places: object = 0) -> Quantity:
    """Round half away from zero, as offices do."""
    count = int(_number(places))
    if abs(count) > _MOST_PLACES:
        raise ValueError(phrase("{count} decimal places are too many", count=count))
    scale = Fraction(10**count) if count >= 0 else Fraction(1, 10**-count)
    number = Fraction(_number(value)) * scale
    whole = int(abs(number) * 2 + 1) // 2
    return computed(Fraction(whole if number >= 0 else -whole) / scale)


def _read(value: object) -> Quantity:
    """Read a number out of a text."""
    if isinstance(value, str) and _WRITTEN.fullmatch(value.strip()):
        return computed(Fraction(value.strip()))
    return computed(_number(value))


def _whole(value: object) -> Quantity:
    return computed(int(_number(_read(value))))


def _abs(value: object) -> Quantity:
    number = _number(value)
    return computed(number if number >= 0 else -number)


def _text(value: object) -> str:
    if not isinstance(value, str | Quantity | int) or isinstance(value, bool):
        raise TypeError(phrase("what it was given is no text"))
    return str(value)


def _on_text(form: Callable[[str], str]) -> Filter:
    return lambda value: form(_text(value))


def _replace(value: object, old: object, new: object) -> str:
    if not _text(old):
        raise ValueError(phrase("nothing cannot be replaced"))
    return _text(value).replace(_text(old), _text(new))


def _sort(values: object, reverse: object = False, *, attribute: object = None) -> tuple[object, ...]:  # noqa: FBT002
    if attribute is None:
        return tuple(sorted(_items(values), reverse=bool(reverse)))
    return tuple(sorted(_items(values), key=lambda item: _inside(item, attribute), reverse=bool(reverse)))


def _reverse(values: object) -> object:
    return values[::-1] if isinstance(values, str) else tuple(reversed(_items(values)))


def _unique(values: object) -> tuple[object, ...]:
    found: dict[object, object] = {}
    for item in _items(values):
        found.setdefault(_likeness(item), item)
    return tuple(found.values())


def _likeness(item: object) -> object:
    """Give what two items have in common if and only if they are alike."""
    if isinstance(item, Mapping):
        return type(item), frozenset((name, _likeness(inner)) for name, inner in item.items())
    if isinstance(item, Sequence) and not isinstance(item, str):
        return type(item), tuple(map(_likeness, item))
    return type(item), item


def _chosen(*, wanted: bool) -> Filter:
    def chosen(values: object, attribute: object, test: str = "", *given: object) -> tuple[object, ...]:
        holds = _CHOICES.get(test)
        if holds is None:
            raise ValueError(phrase("there is no test '{name}'", name=test))
        return tuple(item for item in _items(values) if holds(_inside(item, attribute), *given) is wanted)

    return chosen


_CHOICES: Final[Mapping[str, Callable[..., bool]]] = {
    "": bool,
    "defined": lambda value: value is not None,
    **dict.fromkeys(("equalto", "eq", "=="), lambda value, other: bool(value == _exact(other))),
    **dict.fromkeys(("ne", "!="), lambda value, other: bool(value != _exact(other))),
    **dict.fromkeys(("gt", ">", "greaterthan"), lambda value, other: bool(value > _exact(other))),
    **dict.fromkeys(("ge", ">="), lambda value, other: bool(value >= _exact(other))),
    **dict.fromkeys(("lt", "<", "lessthan"), lambda value, other: bool(value < _exact(other))),
    **dict.fromkeys(("le", "<="), lambda value, other: bool(value <= _exact(other))),
    "in": lambda value, others: value in others,
}


def _exact(value: object) -> object:
    number = exact_number(value)
    return value if number is None else computed(number)


def _list(values: object) -> Iterable[object]:
    return tuple(_items(values))


def _as_it_is(value: object) -> object:
    return value


FREE_FILTERS: Final[Mapping[str, Filter]] = {
    "length": _length,
    "count": _length,
    "first": _end(0),
    "last": _end(-1),
    "list": _list,
    "map": _mapped,
    "sum": _sum,
    "sort": _sort,
    "reverse": _reverse,
    "unique": _unique,
    "selectattr": _chosen(wanted=True),
    "rejectattr": _chosen(wanted=False),
    "round": _round,
    "int": _whole,
    "float": _read,
    "abs": _abs,
    "string": _text,
    "trim": _on_text(str.strip),
    "title": _on_text(str.title),
    "capitalize": _on_text(str.capitalize),
    "replace": _replace,
    "e": _as_it_is,
    "escape": _as_it_is,
}
"""Filters by name; everything is escaped anyway, so that ``e`` has nothing left to do."""
