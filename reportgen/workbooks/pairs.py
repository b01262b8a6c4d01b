"""Rows that say what something is called and what it is: facts, claims, assumptions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.model.book import Worksheet
from reportgen.model.dataset import Raw
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.names import folded
from reportgen.model.origin import Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.workbooks.layout import Path

NAME: Final = 1
VALUE: Final = 2
"""The columns."""


@dataclass(frozen=True, slots=True)
class PairReader:
    """Reads a sheet of pairs: ``known`` are the paths by what they are called, of what ``inside`` says.

    ``suggested`` are the names that may have been meant by another; ``elsewhere`` tells for which of these
    there is a sheet.
    """

    known: Mapping[str, Path]
    suggested: Iterable[str]
    inside: str
    sources: Sources
    complaints: Complaints
    elsewhere: Callable[[str], str | None] = lambda _: None

    def read(self, sheet: Worksheet, lines: Iterable[int]) -> dict[Path, Raw]:
        """Read the pairs; an empty value is nothing, but its cell is known."""
        found: dict[Path, Raw] = {}
        for row in lines:
            name, value = sheet.rows[row].get(NAME), sheet.rows[row].get(VALUE)
            path = self.known.get(folded(name or ""))
            if path is None:
                self._unknown(sheet, row, name, value)
            elif path in self.sources.keys:
                self._twice(sheet.origin(row, NAME), name or "", path)
            else:
                found[path] = value
                self.sources.values[path] = sheet.origin(row, VALUE)
                self.sources.keys[path] = sheet.origin(row, NAME)
        return found

    def _unknown(self, sheet: Worksheet, row: int, name: str | None, value: Raw) -> None:
        """Complain of a value that nobody asked for; a name alone may head the rows below it."""
        origin = sheet.origin(row, NAME)
        if value is None:
            return
        if name is None:
            self.complaints.add("fact-without-name", sheet.origin(row, VALUE))
        elif (title := self.elsewhere(name)) is not None:
            self.complaints.add("fact-has-a-sheet", origin, name=name, sheet=title)
        else:
            meant = did_you_mean(name, self.suggested)
            self.complaints.add("unknown-key", origin, key=name, inside=self.inside, meant=meant)

    def _twice(self, origin: Origin, name: str, path: Path) -> None:
        first = (phrase("it first stands here"), self.sources.keys[path])
        self.complaints.add("fact-twice", origin, related=(first,), name=name)
