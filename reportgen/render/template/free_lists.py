"""Jinja's filters that choose, group and part the items of a list, on plain data."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple

from reportgen.model.context import Filter
from reportgen.model.phrase import phrase
from reportgen.render.template.free_tests import FREE_TESTS
from reportgen.render.template.free_texts import whole


class Group(NamedTuple):
    """The items of a list that have the same value somewhere."""

    grouper: object
    list: tuple[object, ...]


def items(values: object) -> Sequence[Any]:
    """Give the items of a list."""
    if isinstance(values, Mapping) or not isinstance(values, Sequence) or isinstance(values, str):
        raise TypeError(phrase("what it was given is no list"))
    return values


def inside(item: Any, attribute: object) -> Any:
    """Follow a dotted name into one item."""
    for name in str(attribute).split("."):
        if not isinstance(item, Mapping) or name not in item:
            raise ValueError(phrase("an item has no '{name}'", name=attribute))
        item = item[name]
    return item


def at(attribute: object, *, as_written: object = True) -> Callable[[Any], Any]:
    """Give what looks into an item, or at the item itself; letters may be taken for small ones."""

    def look(item: Any) -> Any:
        found = item if attribute is None else inside(item, attribute)
        return found.lower() if isinstance(found, str) and not as_written else found

    return look


def _end(place: int) -> Filter:
    def end(values: object) -> object:
        found = items(values)
        if not found:
            raise ValueError(phrase("the list is empty"))
        return found[place]

    return end


def _most(choose: Callable[..., Any]) -> Filter:
    def most(values: object, case_sensitive: object = 0, attribute: object = None) -> object:
        found = items(values)
        if not found:
            raise ValueError(phrase("the list is empty"))
        return choose(found, key=at(attribute, as_written=case_sensitive))

    return most


def _sort(
    values: object,
    reverse: object = 0,
    case_sensitive: object = 0,
    attribute: object = None,
) -> tuple[object, ...]:
    return tuple(sorted(items(values), key=at(attribute, as_written=case_sensitive), reverse=bool(reverse)))


def _reverse(values: object) -> object:
    return values[::-1] if isinstance(values, str) else tuple(reversed(items(values)))


def _unique(values: object, case_sensitive: object = 0, attribute: object = None) -> tuple[object, ...]:
    found: dict[object, object] = {}
    look = at(attribute, as_written=case_sensitive)
    for item in items(values):
        found.setdefault(_likeness(look(item)), item)
    return tuple(found.values())


def _likeness(item: object) -> object:
    """Give what two items have in common if and only if they are alike."""
    if isinstance(item, Mapping):
        return type(item), frozenset((name, _likeness(inner)) for name, inner in item.items())
    if isinstance(item, Sequence) and not isinstance(item, str):
        return type(item), tuple(map(_likeness, item))
    return type(item), item


def _group(values: object, attribute: object, default: object = None) -> tuple[Group, ...]:
    """Sort items by a value and put those together that have the same."""
    del default  # all items of a list have the same names
    look, sorted_by = at(attribute), at(attribute, as_written=False)
    groups = (tuple(found) for _, found in groupby(sorted(items(values), key=sorted_by), key=sorted_by))
    return tuple(Group(look(found[0]), found) for found in groups)


def _batch(values: object, count: object, fill: object = None) -> tuple[tuple[object, ...], ...]:
    """Part a list into rows of so many items."""
    found, size = items(values), whole(count, 1)
    rows = [tuple(found[place : place + size]) for place in range(0, len(found), size)]
    if rows and fill is not None:
        rows[-1] += (fill,) * (size - len(rows[-1]))
    return tuple(rows)


def _slice(values: object, count: object, fill: object = None) -> tuple[tuple[object, ...], ...]:
    """Part a list into so many columns, as even as can be."""
    found, columns = items(values), whole(count, 1)
    each, more = divmod(len(found), columns)
    starts = [number * each + min(number, more) for number in range(columns + 1)]
    parts = [tuple(found[start:end]) for start, end in pairwise(starts)]
    wanted = each + bool(more)
    return tuple(part + ((fill,) * (wanted - len(part)) if fill is not None else ()) for part in parts)


def _pairs(value: object) -> tuple[tuple[str, object], ...]:
    if not isinstance(value, Mapping):
        raise TypeError(phrase("what it was given is no group"))
    return tuple(value.items())


def _sorted_pairs(
    value: object, case_sensitive: object = 0, by: object = "key", reverse: object = 0
) -> tuple[tuple[str, object], ...]:
    """Sort what a group holds by name, or by value."""
    place = 1 if by == "value" else 0

    def key(pair: tuple[str, object]) -> Any:
        found = pair[place]
        return found.lower() if isinstance(found, str) and not case_sensitive else found

    return tuple(sorted(_pairs(value), key=key, reverse=bool(reverse)))


def _chosen(*, wanted: bool, with_attribute: bool) -> Filter:
    def chosen(values: object, *said: Any) -> tuple[object, ...]:
        look = at(said[0] if with_attribute else None)
        test, *given = said[int(with_attribute) :] or ("",)
        holds = _CHOICES.get(test)
        if holds is None:
            raise ValueError(phrase("there is no test '{name}'", name=test))
        return tuple(item for item in items(values) if holds(look(item), *given) is wanted)

    return chosen


_CHOICES: Final[Mapping[str, Callable[..., bool]]] = {
    **FREE_TESTS,
    "": bool,
    "none": lambda value: value is None,
    "odd": lambda value: whole(value, most=10**9) % 2 == 1,
    "even": lambda value: whole(value, most=10**9) % 2 == 0,
}

FILTERS: Final[Mapping[str, Filter]] = {
    "first": _end(0),
    "last": _end(-1),
    "list": lambda values: tuple(items(values)),
    "sort": _sort,
    "reverse": _reverse,
    "unique": _unique,
    "max": _most(max),
    "min": _most(min),
    "groupby": _group,
    "batch": _batch,
    "slice": _slice,
    "items": _pairs,
    "dictsort": _sorted_pairs,
    "select": _chosen(wanted=True, with_attribute=False),
    "reject": _chosen(wanted=False, with_attribute=False),
    "selectattr": _chosen(wanted=True, with_attribute=True),
    "rejectattr": _chosen(wanted=False, with_attribute=True),
}
