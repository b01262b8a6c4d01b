"""What can be read on a chart of a Word file: names, the numbers beside them, and what is drawn."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_OFF: Final = ("0", "false")
_NUMBER: Final = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?")


def chart_words(root: Any) -> list[str]:
    """Read each place of the axis with the numbers that stand there, then the names of the series."""
    series = list(root.iter(f"{_C}ser"))
    places = _points(series[0].find(f"{_C}cat")) if series else {}
    numbered = [one for one in series if _shows_numbers(one)]
    words = [word for place, name in places.items() for word in (name, *_numbers(numbered, place))]
    return [*words, *("".join(_points(one.find(f"{_C}tx")).values()) for one in series)]


def chart_values(root: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give what a chart is drawn from: the name of each series, and its places with their exact values."""
    return [_values(series) for series in root.iter(f"{_C}ser")]


def _values(series: Any) -> tuple[str, list[tuple[str, str]]]:
    name = "".join(_points(series.find(f"{_C}tx")).values())
    places, values = _points(series.find(f"{_C}cat")), _points(series.find(f"{_C}val"))
    return name, [(places.get(one, ""), _exact(values[one])) for one in sorted(values)]


def _exact(text: str) -> str:
    """Write a number as a fraction; what is none stays as it is."""
    return str(Fraction(text)) if _NUMBER.fullmatch(text) else text


def _shows_numbers(series: Any) -> bool:
    shown = series.find(f"{_C}dLbls/{_C}showVal")
    return shown is not None and shown.get("val") in {"1", "true"}


def _numbers(series: list[Any], place: int) -> Iterator[str]:
    for one in series:
        values, own = one.find(f"{_C}val"), one.find(f"{_C}dLbls/{_C}numFmt")
        written = "General" if values is None else values.findtext(f".//{_C}formatCode", "General")
        if own is not None and own.get("sourceLinked") in _OFF:
            written = own.get("formatCode", written)
        if (text := _points(values).get(place)) is not None:
            yield _written(Fraction(text), written) if _NUMBER.fullmatch(text) else text


def _points(holder: Any) -> dict[int, str]:
    found = holder.iter(f"{_C}pt") if holder is not None else ()
    return {
        int(place): point.findtext(f"{_C}v", "")
        for point in found
        if (place := point.get("idx", "0")).isdecimal()
    }


def _plain(number: Fraction) -> str:
    """Write a number with the decimals that it has; the file keeps it as a decimal."""
    places = next((places for places in range(60) if (number * 10**places).denominator == 1), 60)
    return _written(number, f"0.{'0' * places}" if places else "0")


def _written(number: Fraction, code: str) -> str:
    """Write a number as its format says, half up, with a decimal comma."""
    if code == "General":
        return _plain(number)
    places = len(code.rstrip("%").partition(".")[2])
    scaled = number * (100 if code.endswith("%") else 1) * 10**places
    digits = f"{int(abs(scaled) + Fraction(1, 2)):0{places + 1}}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    grouped = f"{int(whole):,}".replace(",", ".") if "#,##" in code else whole
    sign, share = ("-" if scaled < 0 else ""), ("%" if code.endswith("%") else "")
    return sign + grouped + (f",{decimals}" if decimals else "") + share
