"""A cell of a table file as people name it: copied from what was printed, with its folders or without."""

import re
from dataclasses import dataclass

_CELL = re.compile(r"(?P<file>.+?):(?:(?P<sheet>.+)!)?\$?(?P<letters>[A-Za-z]{1,3})\$?(?P<line>[1-9]\d{0,6})")
_LINE = re.compile(r"(?P<file>.+?):(?P<line>[1-9]\d{0,8}):(?P<column>.+)")
_CORRECTED = " + "
"""Parts the place of a corrected cell from the place of its correction."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: the line where its row stands, and its column by letters, by where it begins, or by heading."""

    file: str
    line: int
    letters: str = ""
    sheet: str | None = None
    begin: int | None = None
    heading: str = ""


def read_place(text: str) -> Place | None:
    """Read ``le-loi.xlsx:Sheet1!C7``, ``units.csv:14:8`` or ``units.csv:14:Số CBQL``."""
    written = text.partition(_CORRECTED)[0].strip()
    if cell := _CELL.fullmatch(written):
        return Place(cell["file"], int(cell["line"]), cell["letters"].upper(), cell["sheet"])
    if found := _LINE.fullmatch(written):
        column = found["column"]
        if column.isdecimal():
            return Place(found["file"], int(found["line"]), begin=int(column))
        return Place(found["file"], int(found["line"]), heading=column)
    return None


def is_file(named: str, shown: str) -> bool:
    """Tell whether a name means a file that is shown: either may lack folders in front."""
    one, other = _parts(named), _parts(shown)
    shorter = min(len(one), len(other))
    return shorter > 0 and one[-shorter:] == other[-shorter:]


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[/\\]", name.strip().casefold()) if part not in {"", ".", ".."}]
