"""Rows that say what something is called and what it is: facts, claims, assumptions."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.model.book import Worksheet, columns_below
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.names import folded
from reportgen.model.origin import Origin, Sources, column_letters
from reportgen.model.phrase import phrase
from reportgen.model.raw import Raw
from reportgen.workbooks.layout import Path


@dataclass(frozen=True, slots=True)
class PairReader:
    """Reads a sheet of pairs: ``known`` are the paths by what they are called, of what ``inside`` says.

    ``headings`` stand above the names and the values. ``suggested`` are the names that may have been meant
    by another; ``elsewhere`` tells for which of these there is a sheet.
    """

    known: Mapping[str, Path]
    suggested: Iterable[str]
    inside: str
    headings: Sequence[str]
    sources: Sources
    complaints: Complaints
    elsewhere: Callable[[str], str | None] = lambda _: None

    def read(self, sheet: Worksheet, lines: Iterable[int]) -> dict[Path, Raw]:
        """Read the pairs; an empty value is nothing, but its cell is known."""
        found: dict[Path, Raw] = {}
        for pair in _pairs(sheet, lines, columns_below(sheet, self.headings)):
            path = self.known.get(folded(pair.name or ""))
            if path is None:
                self._unknown(pair)
            elif path in self.sources.keys:
                self._twice(pair, path)
            else:
                found[path] = pair.value
                self.sources.values[path], self.sources.keys[path] = pair.valued_at, pair.named_at
        return found

    def _unknown(self, pair: "_Pair") -> None:
        """Complain of a value that nobody asked for; a name alone may head the rows below it."""
        if pair.value is None or folded(pair.name or "") == folded(self.headings[0]):
            return
        if pair.name is None:
            self.complaints.add("fact-without-name", pair.valued_at, column=pair.column)
        elif (title := self.elsewhere(pair.name)) is not None:
            self.complaints.add("fact-has-a-sheet", pair.named_at, name=pair.name, sheet=title)
        else:
            meant = did_you_mean(pair.name, self.suggested)
            self.complaints.add("unknown-key", pair.named_at, key=pair.name, inside=self.inside, meant=meant)

    def _twice(self, pair: "_Pair", path: Path) -> None:
        first = (phrase("it first stands here"), self.sources.keys[path])
        self.complaints.add("fact-twice", pair.named_at, related=(first,), name=pair.name)


@dataclass(frozen=True, slots=True)
class _Pair:
    """One row: a name and a value, the cell of each, and the letters of the column of names."""

    name: str | None
    value: str | None
    named_at: Origin
    valued_at: Origin
    column: str


def _pairs(sheet: Worksheet, lines: Iterable[int], columns: Sequence[int]) -> Iterator[_Pair]:
    left, right = columns
    for line in lines:
        cells = sheet.rows[line]
        places = sheet.origin(line, left), sheet.origin(line, right)
        yield _Pair(cells.get(left), cells.get(right), *places, column_letters(left))
