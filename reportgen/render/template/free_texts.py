"""Jinja's filters that make a text of others: none grows without end, and numbers are rounded half up."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from reportgen.model.context import Filter, Quantity
from reportgen.model.phrase import phrase
from reportgen.model.plain import exact_number
from reportgen.model.values import Number

LONGEST_TEXT: Final = 1_000_000
"""Letters of the longest text that a template may put together."""

_WIDEST: Final = 1000
_USUAL_PLACES: Final = 6
_LIKE_A_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?")
_DIRECTIVE: Final = re.compile(
    r"%(?P<flags>[-+ 0]*)(?P<width>\d{0,3})(?:\.(?P<places>\d{1,2}))?(?P<sort>[sdif%])", re.ASCII
)


def text(value: object) -> str:
    """Give the text that a value prints as, if it has one."""
    if not isinstance(value, str | Quantity | int) or isinstance(value, bool):
        raise TypeError(phrase("what it was given is no text"))
    return str(value)


def number(value: object) -> Number:
    """Give the exact number that a value is."""
    found = exact_number(value)
    if found is None and isinstance(value, str) and _LIKE_A_NUMBER.fullmatch(value):
        raise TypeError(phrase("'{value}' is a text; | float before it reads it as a number", value=value))
    if found is None:
        raise TypeError(phrase("'{value}' is not a number", value=value))
    return found


def whole(value: object, least: int = 0, most: int = _WIDEST) -> int:
    """Give the whole number that a value is, within bounds."""
    found = number(value)
    if found.denominator != 1 or not least <= found <= most:
        raise ValueError(
            phrase(
                "'{value}' is not a whole number from {least} to {most}",
                value=str(value),
                least=least,
                most=most,
            )
        )
    return int(found)


def rounded(value: Number, places: int) -> Number:
    """Round half away from zero, as offices do."""
    scale = Fraction(10) ** places
    scaled = Fraction(value) * scale
    half_up = int(abs(scaled) * 2 + 1) // 2
    return Fraction(half_up if scaled >= 0 else -half_up) / scale


def _bounded(made: str) -> str:
    if len(made) > LONGEST_TEXT:
        raise ValueError(phrase("a text of more than {most} letters", most=LONGEST_TEXT))
    return made


def _format(pattern: object, *values: object) -> str:
    """Put values into a text as ``%s``, ``%d`` and ``%.2f`` say."""
    left = list(values)

    def written(found: re.Match[str]) -> str:
        if found["sort"] == "%":
            return "%"
        if not left:
            raise ValueError(phrase("it has too few values"))
        return _padded(
            _WRITTEN[found["sort"]](left.pop(0), found["places"]), found["flags"], int(found["width"] or 0)
        )

    known = _DIRECTIVE.sub("", text(pattern))
    if "%" in known:
        raise ValueError(phrase("'{pattern}' has more than %s, %d and %.2f", pattern=pattern))
    made = _DIRECTIVE.sub(written, text(pattern))
    if left:
        raise ValueError(phrase("it has too many values"))
    return _bounded(made)


def _padded(said: str, flags: str, width: int) -> str:
    sign = "" if said.startswith("-") else next((flag for flag in "+ " if flag in flags), "")
    said = sign + said if said.lstrip("-")[:1].isdigit() else said
    if "-" in flags:
        return said.ljust(width)
    return said.zfill(width) if "0" in flags else said.rjust(width)


def _fixed(value: object, places: str | None) -> str:
    count = _USUAL_PLACES if places is None else int(places)
    scaled = int(abs(rounded(number(value), count)) * 10**count)
    digits = f"{scaled:0{count + 1}d}"
    sign = "-" if number(value) < 0 else ""
    return sign + (f"{digits[:-count]}.{digits[-count:]}" if count else digits)


def _integer(value: object, _: str | None) -> str:
    return str(whole(value, -(10**_WIDEST), 10**_WIDEST))


_WRITTEN: Final[Mapping[str, Callable[[Any, str | None], str]]] = {
    "s": lambda value, places: text(value)[: None if places is None else int(places)],
    "d": _integer,
    "i": _integer,
    "f": _fixed,
}


def _center(value: object, width: object = 80) -> str:
    return text(value).center(whole(width))


def _indent(value: object, width: object = 4, first: object = 0, blank: object = 0) -> str:
    """Put a margin before each line but the first."""
    margin = width if isinstance(width, str) else " " * whole(width)
    lines = text(value).split("\n")
    if len(lines) * len(margin) > LONGEST_TEXT:
        return _bounded(" " * (LONGEST_TEXT + 1))
    head = margin if first else ""
    return _bounded(
        head + lines[0] + "".join(f"\n{margin if blank or line else ''}{line}" for line in lines[1:])
    )


def _truncate(
    value: object, length: object = 255, killwords: object = 0, end: object = "...", leeway: object = 5
) -> str:
    """Cut a long text off, after a word unless words may be cut."""
    words, most, tail = text(value), whole(length, 0, LONGEST_TEXT), text(end)
    if len(words) <= most + whole(leeway):
        return words
    cut = words[: max(most - len(tail), 0)]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + tail


FILTERS: Final[Mapping[str, Filter]] = {
    "format": _format,
    "center": _center,
    "indent": _indent,
    "truncate": _truncate,
}
