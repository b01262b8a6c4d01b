"""What a data file says about a table file beside ``from:``, so that nothing of it is guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

ENCODINGS: Mapping[str, str] = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "utf16": "utf-16",
    "windows-1258": "windows-1258",
    "cp1258": "windows-1258",
    "tcvn3": "tcvn3",
    "abc": "tcvn3",
    "vni": "vni",
}
"""The encodings that a data file may name, by every name that they may have there."""

DELIMITERS: Mapping[str, str] = {",": ",", ";": ";", "|": "|", "\t": "\t", "tab": "\t"}
"""The signs between cells, as a data file may write them."""

DELIMITER_NAMES: Mapping[str, str] = {"\t": "tab"}
"""How a sign between cells is written where it cannot be seen."""

_LINES = re.compile(r"([1-9]\d{0,6})(?:\s*[-–]\s*([1-9]\d{0,6}))?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is known of a table file before it is read; ``header`` is its first and last line of headings."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: tuple[int, int] | None = None


NOTHING = Fixed()


def header_lines(text: str) -> tuple[int, int] | None:
    """Read ``3`` or ``3-4``."""
    match = _LINES.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if first <= last else None


SETTINGS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "sheet": (str, "graft-no-name"),
    "encoding": (lambda text: ENCODINGS.get(text.strip().lower()), "encoding-unknown"),
    "delimiter": (lambda text: DELIMITERS.get(text.strip(" ").lower()), "delimiter-unknown"),
    "header": (header_lines, "header-unknown"),
}
"""What may stand beside ``from:``: how its text is read, and the complaint about one that cannot be read."""
