"""Jinja's everyday filters, on plain data and exact numbers: for templates without a kind."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from jinja2 import Undefined
from jinja2.filters import do_title

from reportgen.model.context import Filter, Quantity
from reportgen.model.phrase import phrase
from reportgen.model.plain import computed
from reportgen.render.template.free_lists import FILTERS as LISTS
from reportgen.render.template.free_lists import at, items
from reportgen.render.template.free_texts import FILTERS as TEXTS
from reportgen.render.template.free_texts import number, rounded, text, whole

_WRITTEN: Final = re.compile(r"-?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
_DOUBTFUL: Final = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""Thousands as they are written in Vietnam, or three decimal places."""

_MOST_PLACES: Final = 100


def default(value: object, other: object = "", boolean: object = False) -> object:  # noqa: FBT002  # Jinja's own
    """Give another value where one was not given; it alone must see what is undefined."""
    missing = isinstance(value, Undefined) or value is None
    return other if missing or (boolean and not value) else value


def _length(values: object) -> int:
    if isinstance(values, str | Mapping):
        return len(values)
    return len(items(values))


def _sum(values: object, attribute: object = None, start: object = 0) -> Quantity:
    numbers = map(at(attribute), items(values))
    return computed(sum((Fraction(number(one)) for one in numbers), Fraction(number(start))))


def _round(value: object, places: object = 0, method: object = "common") -> Quantity:
    """Round half away from zero, as offices do."""
    if method != "common":
        raise ValueError(phrase("it rounds half up, and in no other way"))
    return computed(rounded(number(value), whole(places, -_MOST_PLACES, _MOST_PLACES)))


def _read(value: object) -> Quantity:
    """Read a number out of a text."""
    if isinstance(value, str) and _DOUBTFUL.fullmatch(said := value.strip()):
        whole = said.replace(".", "")
        raise ValueError(
            phrase("'{value}' may be {whole} or not; write {whole}, or {value}0", value=said, whole=whole)
        )
    if isinstance(value, str) and _WRITTEN.fullmatch(value.strip()):
        return computed(Fraction(value.strip()))
    return computed(number(value))


def _whole(value: object) -> Quantity:
    return computed(int(number(_read(value))))


def _abs(value: object) -> Quantity:
    return computed(abs(Fraction(number(value))))


def _on_text(form: Callable[[str], str]) -> Filter:
    return lambda value: form(text(value))


def _replace(value: object, old: object, new: object) -> str:
    if not text(old):
        raise ValueError(phrase("nothing cannot be replaced"))
    return text(value).replace(text(old), text(new))


def _as_it_is(value: object) -> object:
    return value


FREE_FILTERS: Final[Mapping[str, Filter]] = {
    "length": _length,
    "count": _length,
    "sum": _sum,
    "round": _round,
    "int": _whole,
    "float": _read,
    "abs": _abs,
    "string": text,
    "trim": _on_text(str.strip),
    "title": _on_text(do_title),
    "capitalize": _on_text(str.capitalize),
    "replace": _replace,
    "e": _as_it_is,
    "escape": _as_it_is,
    **LISTS,
    **TEXTS,
}
"""Filters by name; everything is escaped anyway, so that ``e`` has nothing left to do."""
