"""What people write in YAML out of habit: found by the looks of a line that the parser has given up on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.load.text import called
from reportgen.model.phrase import phrase

_NAME = r"""[^\s:"'{}\[\],#&*!|>%@`-][^:"{}\[\],#]*"""
_ITEM = r"[ \t]*(?:- +)*"
_ODD_SPACES = "\u00a0\u2002-\u200a\u202f\u205f\u3000"
BULLETS = "•●▪◦‣–—"
"""Signs that begin an item in Word."""

HYPHEN = phrase("a hyphen and a space")
"""What begins one in YAML."""

_BLOCK = re.compile(r"(?:.*:|[ ]*-)[ \t]+[|>][0-9+-]{0,2}[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Habit:
    """One mistake in one line: its code, where in the line it stands from 0, and what its message needs."""

    code: str
    index: int
    values: Mapping[str, Any]


def habit(lines: list[str], number: int) -> Habit | None:
    """Find what is wrong with a line that a person would not see; a text below ``|`` may have any look."""
    if block_above(lines, number):
        return None
    found = ((make, pattern.match(lines[number])) for pattern, make in _HABITS)
    return next((make(match) for make, match in found if match), None)


def block_above(lines: list[str], number: int) -> bool:
    """Tell whether a line from 0 stands below a ``|`` or ``>`` whose text it could go on with."""
    indent = _indent(lines[number])
    above = (line for line in reversed(lines[:number]) if line.strip())
    nearest = next((line for line in above if _indent(line) <= indent or _BLOCK.fullmatch(line)), "")
    return _BLOCK.fullmatch(nearest) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _no_space(match: re.Match[str]) -> Habit:
    before, text = match["before"].strip(), match["value"].strip()
    return Habit("yaml-no-space", match.end("before") - 1, {"before": before, "text": text})


def _sign(wanted: str) -> Callable[[re.Match[str]], Habit]:
    def make(match: re.Match[str]) -> Habit:
        return Habit(
            "yaml-odd-sign", match.start("sign"), {"character": called(match["sign"]), "wanted": wanted}
        )

    return make


_HABITS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Habit]], ...] = (
    (re.compile(rf"{_ITEM}[^:#]*[:-](?P<sign>[{_ODD_SPACES}])"), _sign(phrase("a space"))),
    (re.compile(rf"[ \t]*(?P<sign>[{BULLETS}])"), _sign(HYPHEN)),
    (re.compile(rf"{_ITEM}{_NAME}(?P<sign>：)"), _sign(phrase("an ordinary colon and a space"))),
    (re.compile(rf"{_ITEM}(?P<before>{_NAME}:)(?P<value>[^\s:/].*)"), _no_space),
    (re.compile(r"[ \t]*(?P<before>-)(?P<value>[^\s-].*)"), _no_space),
)
"""Patterns from the beginning of a line; the first that fits counts."""
