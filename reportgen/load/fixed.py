"""What a data file says about a table file beside ``from:``, so that nothing of it is guessed."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.names import folded
from reportgen.model.raw import Raw

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

SIGNS: Mapping[str, str] = {
    "comma": "comma", ",": "comma", "phẩy": "comma", "point": "point", ".": "point", "chấm": "point",
}  # fmt: skip
"""What stands before decimals, as a data file may write it."""

_LINES = re.compile(r"([1-9]\d{0,6})(?:\s*[-–]\s*([1-9]\d{0,6}))?")


ROLES: Mapping[str, str] = {
    "row": "row", "dòng": "row", "total": "total", "tổng": "total", "note": "note", "ghi chú": "note",
}  # fmt: skip
"""What a line below the headings may be, as a data file may write it."""

EVERYWHERE = ""
"""The heading that stands for all."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is known of a table file before it is read.

    ``header`` is its first and last line of headings. ``lines`` says of others, each with its first and last,
    what they are. ``decimal`` says what stands before decimals, by
    heading; under ``EVERYWHERE``, of the whole file. ``unit`` is what its numbers are counted in, whatever
    stands above the headings.
    """

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: tuple[int, int] | None = None
    decimal: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[tuple[int, int], str] = field(default_factory=dict)
    unit: str | None = None


NOTHING = Fixed()


def header_lines(text: str) -> tuple[int, int] | None:
    """Read ``3`` or ``3-4``."""
    match = _LINES.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if first <= last else None


def line_roles(raw: Raw) -> Mapping[tuple[int, int], str] | None:
    """Read ``{14: row, 20-24: note}``, or on one line ``14: row; 20-24: note``."""
    if isinstance(raw, str):
        return line_roles(_pairs(raw.replace(",", ";")))
    if not isinstance(raw, Mapping) or not raw:
        return None
    found = {header_lines(lines): _role(role) for lines, role in raw.items()}
    read = {lines: role for lines, role in found.items() if lines is not None and role is not None}
    return read if len(read) == len(raw) else None


def decimal_signs(raw: Raw) -> Mapping[str, str] | None:
    """Read ``point`` or ``{score: point}``, or on one line ``score: point; age: comma``."""
    if isinstance(raw, str) and ":" in raw:
        return decimal_signs(_pairs(raw))
    by_heading = raw if isinstance(raw, Mapping) else {EVERYWHERE: raw}
    signs = {heading: _sign(sign) for heading, sign in by_heading.items()}
    found = {heading: sign for heading, sign in signs.items() if sign is not None}
    return found if len(found) == len(signs) else None


def by_column(headings: Sequence[str], said: Mapping[str, str]) -> tuple[Mapping[str, str], list[str]]:
    """Give what is said of each column, and the names that no heading has."""
    known = {folded(heading): heading for heading in headings}
    found = dict.fromkeys(headings, said[EVERYWHERE]) if EVERYWHERE in said else {}
    found |= {known[folded(name)]: sign for name, sign in said.items() if folded(name) in known}
    return found, [name for name in said if name != EVERYWHERE and folded(name) not in known]


def _pairs(line: str) -> Mapping[str, str]:
    """Read ``name: value; name: value``, as a cell of a workbook says a mapping."""
    parts = [part.rpartition(":") for part in line.split(";") if part.strip()]
    return {name.strip(): value.strip() for name, _, value in parts}


def _sign(raw: Raw) -> str | None:
    return SIGNS.get(raw.strip().lower()) if isinstance(raw, str) else None


def _role(raw: Raw) -> str | None:
    return ROLES.get(raw.strip().casefold()) if isinstance(raw, str) else None


def _of_text(read: Callable[[str], Any]) -> Callable[[Raw], Any]:
    return lambda raw: read(raw) if isinstance(raw, str) else None


SETTINGS: Mapping[str, tuple[Callable[[Raw], Any], str]] = {
    "sheet": (_of_text(str), "graft-no-name"),
    "encoding": (_of_text(lambda text: ENCODINGS.get(text.strip().lower())), "encoding-unknown"),
    "delimiter": (_of_text(lambda text: DELIMITERS.get(text.strip(" ").lower())), "delimiter-unknown"),
    "header": (_of_text(header_lines), "header-unknown"),
    "decimal": (decimal_signs, "decimal-unknown"),
    "lines": (line_roles, "lines-unknown"),
    "unit": (_of_text(lambda text: " ".join(text.split()) or None), "graft-no-name"),
}
"""What may stand beside ``from:``: how it is read, and the complaint about one that cannot be read."""
