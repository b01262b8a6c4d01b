"""Findings on the screen: place, words, the line with a caret, and the way out."""

import codecs
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import typer

from reportgen.cli.language import language, say
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import Origin
from reportgen.model.phrase import said_place

_LONGEST = 140
"""Longer lines are cut around the caret."""

_SAMPLE = 1 << 16
"""So many bytes tell whether a file is UTF-8."""

_SPACES = {"\t": " ", "\u00a0": " "}


def print_findings(diagnostics: Iterable[Diagnostic], *, of_strangers: bool = False) -> None:
    """Print findings on standard error, each with its line and its hint.

    What is said of files of strangers may hold letters that lead a terminal astray: a box stands for each.
    """
    for diagnostic in diagnostics:
        lines = described(diagnostic)
        typer.echo("\n".join(map(visible, lines) if of_strangers else lines), err=True)


def described(diagnostic: Diagnostic) -> list[str]:
    """Describe one finding in a few lines."""
    words = diagnostic.said_in(language())
    place = f"{at(diagnostic.origin)}: " if diagnostic.origin else ""
    lines = [f"{place}{say(diagnostic.severity)}[{diagnostic.code}]: {words.text}"]
    lines += _excerpt(diagnostic.origin, dict(diagnostic.values))
    lines += [f"  {what}: {at(origin)}" for what, origin in diagnostic.places_in(language())]
    return [*lines, *([f"  {say('hint')}: {words.hint}"] if words.hint else [])]


def told_briefly(diagnostic: Diagnostic) -> str:
    """Say where and what on one line."""
    place = f"{at(diagnostic.origin)}: " if diagnostic.origin else ""
    return f"{place}{diagnostic.said_in(language()).text}"


def as_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give the same for machines: all but the words is the same in every language."""
    words = diagnostic.said_in(language())
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": words.text,
        "hint": words.hint,
        "origin": as_place(diagnostic.origin),
        "related": [
            {"what": what, "origin": as_place(origin)} for what, origin in diagnostic.places_in(language())
        ],
    }


def at(origin: Origin | None) -> str:
    """Write a place; one in a Word file is told in words."""
    if origin is None or origin.place is None:
        return str(origin or "")
    return f"{origin.file}: {said_place(origin.place, language())}"


def as_place(origin: Origin | None) -> dict[str, Any] | None:
    """Give a place for machines."""
    if origin is None:
        return None
    names = ("file", "line", "column", "sheet", "cell", "place", "figure", "corrected")
    return {name: value for name in names if (value := getattr(origin, name)) is not None}


def _excerpt(origin: Origin | None, values: dict[str, str]) -> list[str]:
    """Show the line with a caret under the place; for a workbook, the cell in words."""
    if origin is None:
        return []
    if origin.cell:
        return [
            "  "
            + say(
                "cell {cell}, sheet {sheet}, file {file}",
                cell=origin.cell,
                sheet=origin.sheet,
                file=origin.file,
            )
        ]
    if origin.line is None or (text := _line(Path(origin.file), origin.line)) is None:
        return []
    column = min(origin.column or 1, len(text) + 1)
    begin = max(0, column - _LONGEST // 2)
    before, after = visible(text[begin : column - 1]), visible(text[column - 1 : begin + _LONGEST])
    number = f"{origin.line:6} | "
    caret = " " * _cells(before) + "^" * _width(after, values)
    margin = " " * (len(number) - 2) + "| "
    return [number + before + after, *([margin + caret] if origin.column else [])]


def _line(path: Path, number: int) -> str | None:
    try:
        status = path.stat()
        return _reading(path.absolute(), status.st_ino, status.st_mtime_ns).line(number)
    except OSError:
        return None


@lru_cache(maxsize=1)
def _reading(path: Path, _: int, __: int) -> "_Reading":
    """Keep the place in the file that was looked at last, as long as it stays the same file."""
    return _Reading(path)


class _Reading:
    """Reads on from where the last finding stood: thousands of them stand one below the other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.text: str | None = None
        self.lines: Iterator[str] = iter(())

    def line(self, number: int) -> str | None:
        """Give a line; only who goes back begins anew."""
        if self.number == 0 or number < self.number:
            self.number, self.lines = 0, _lines(self.path)
        while self.number < number:
            self.number, self.text = self.number + 1, next(self.lines, None)
        return self.text


def _lines(path: Path) -> Iterator[str]:
    if (legacy := _legacy(path)) is not None:
        yield from legacy
        return
    with path.open(encoding="utf-8-sig", errors="replace", newline=None) as file:
        for line in file:
            yield line.rstrip("\n")


def _legacy(path: Path) -> list[str] | None:
    """Read a table that is stored otherwise than as UTF-8, as it was read for the paper."""
    with path.open("rb") as file:
        begin = file.read(_SAMPLE)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begin)
    except UnicodeDecodeError:
        from reportgen.load import legacy_lines  # noqa: PLC0415  (most files need none)

        return legacy_lines(path)
    return None


def visible(line: str) -> str:
    """Show what has no shape of its own as a box: the caret stands right, and no terminal is led astray."""
    return "".join(letter if letter.isprintable() else _SPACES.get(letter, "\ufffd") for letter in line)


def _cells(text: str) -> int:
    """Count the places that letters take; a mark over a letter takes none."""
    return sum(not unicodedata.combining(letter) for letter in text)


def _width(rest: str, values: dict[str, str]) -> int:
    """Underline the value that is talked about, else the word at the place."""
    value = values.get("value", "")
    if value and rest.lstrip("\"'").startswith(value):
        return len(value)
    word = 0
    while word < len(rest) and (rest[word].isalnum() or rest[word] in "_.%/"):
        word += 1
    return max(word, 1)
