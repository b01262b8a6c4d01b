"""Where a value was written, so that an editor can jump there."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

DataPath = tuple[str | int, ...]
"""A place inside a data file: ``("units", 3, "trained")``. The currency of complaints and pedigree."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One place in one file.

    ``line`` and ``column`` count from 1, columns in code points. A workbook has ``sheet`` and ``cell``
    instead, a Word template a ``place`` in words. ``figure`` names the figure of a lower report from which a
    rolled-up value was taken, ``corrected`` the place that says what is right instead.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    figure: str | None = None
    place: str | None = None
    corrected: str | None = None

    def __str__(self) -> str:
        """Print as ``file:line:col``, ``x.xlsx:Sheet!C7``, ``x.yaml#figure`` or ``x.docx: body, table 2``."""
        return self.seen_as(self.file)

    def seen_as(self, file: str) -> str:
        """Print the same with the file called otherwise."""
        if self.place is not None:
            return f"{file}: {self.place}"
        if self.figure is not None:
            return f"{file}#{self.figure}"
        if self.cell is not None:
            here = f"{file}:{self.sheet}!{self.cell}"
        else:
            here = ":".join([file, *[str(part) for part in (self.line, self.column) if part is not None]])
        return here if self.corrected is None else f"{here} + {self.corrected}"

    def shifted(self, columns: int) -> "Origin":
        """Point further right on the same line, into a value that begins here."""
        return self if self.column is None else replace(self, column=self.column + columns)


class SourceMap(Protocol):
    """From a place in the data to the place in the file."""

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the value at this path was written, if it was."""

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the key of this path was written, if it was."""

    def nearest(self, path: DataPath) -> Origin:
        """Climb until something was written: a missing field was written nowhere, its row was."""


@dataclass(slots=True)
class Sources:
    """A source map kept as dictionaries; table files hang below it as maps of their own.

    ``quoted`` holds the paths of texts whose first letter stands behind an opening quote, ``spread`` those
    of texts over several lines.
    """

    file: str
    values: dict[DataPath, Origin] = field(default_factory=dict)
    keys: dict[DataPath, Origin] = field(default_factory=dict)
    below: dict[DataPath, SourceMap] = field(default_factory=dict)
    quoted: set[DataPath] = field(default_factory=set)
    spread: set[DataPath] = field(default_factory=set)

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the value at this path was written, if it was."""
        if (found := self.values.get(path)) is not None:
            return found
        return next((m.origin(rest) for m, rest in self._graft(path)), None)

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the key of this path was written, if it was."""
        if (found := self.keys.get(path)) is not None:
            return found
        return next((m.key_origin(rest) for m, rest in self._graft(path)), None)

    def nearest(self, path: DataPath) -> Origin:
        """Climb until something was written: a missing field was written nowhere, its row was."""
        for source_map, rest in self._graft(path):
            return source_map.nearest(rest)
        while path:
            if (found := self.values.get(path) or self.keys.get(path)) is not None:
                return found
            path = path[:-1]
        return self.values.get((), Origin(self.file, 1, 1))

    def _graft(self, path: DataPath) -> Sequence[tuple[SourceMap, DataPath]]:
        if not self.below:
            return ()
        cuts = (cut for cut in range(len(path), 0, -1) if path[:cut] in self.below)
        return [(self.below[path[:cut]], path[cut:]) for cut in cuts][:1]


@dataclass(frozen=True, slots=True)
class TableSources:
    """The source map of one table file: a line number per row; the rest is worked out when asked.

    ``lines`` are physical line numbers (CSV) or worksheet row numbers (XLSX); ``places`` maps a column's
    name to its position in the file, from 1. ``starts(line)`` gives line and column where each cell of the
    row of a text file begins that begins at a line; a workbook has ``sheet`` instead. ``upper`` are the lines
    of headings that stand higher than ``header_line``, by position.
    """

    file: str
    lines: Sequence[int]
    places: Mapping[str, int]
    header_line: int
    sheet: str | None = None
    starts: Callable[[int], Sequence[tuple[int, int]]] | None = None
    upper: Mapping[int, int] = field(default_factory=dict)

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the cell ``(row, column)`` or the row ``(row,)`` was written."""
        match path:
            case (int() as row,) if row < len(self.lines):
                return self.at(row, 1)
            case (int() as row, str() as name) if row < len(self.lines) and name in self.places:
                return self.at(row, self.places[name])
            case _:
                return None

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the heading of a column stands."""
        name = path[-1] if path else None
        return self.at(-1, self.places[name]) if isinstance(name, str) and name in self.places else None

    def nearest(self, path: DataPath) -> Origin:
        """Fall back from the cell to its row, from the row to the heading."""
        return self.origin(path) or self.origin(path[:1]) or self.at(-1, 1)

    def at(self, row: int, place: int) -> Origin:
        """Point at a cell by its row (-1 is the heading) and its position in the file."""
        return self.on_line(self.upper.get(place, self.header_line) if row < 0 else self.lines[row], place)

    def on_line(self, line: int, place: int) -> Origin:
        """Point at a cell of a row that begins at a line, be it one of the rows or not."""
        if self.sheet is not None:
            return Origin(self.file, sheet=self.sheet, cell=f"{column_letters(place)}{line}")
        starts = self.starts(line) if self.starts else ()
        if place <= len(starts):
            return Origin(self.file, *starts[place - 1])
        return Origin(self.file, line)


@dataclass(frozen=True, slots=True)
class Redirected:
    """A source map asked by other paths: of some rows of a table, or of columns under other names."""

    whole: SourceMap
    there: Callable[[DataPath], DataPath]

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the value at this path was written, if it was."""
        return self.whole.origin(self.there(path))

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the heading or key stands."""
        return self.whole.key_origin(self.there(path))

    def nearest(self, path: DataPath) -> Origin:
        """Climb until something was written."""
        return self.whole.nearest(self.there(path))


@dataclass(frozen=True, slots=True)
class Stacked:
    """The source map of rows that come from several places, one below the other.

    A part is ``(map, prefix, first, length)``: ``length`` rows that stand in ``map`` at ``(*prefix, first)``,
    ``(*prefix, first + 1)`` and so on.
    """

    parts: Sequence[tuple[SourceMap, DataPath, int, int]]

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the value at this path was written, if it was."""
        return next((sources.origin(there) for sources, there in self._there(path)), None)

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the heading or key stands."""
        return next((sources.key_origin(there) for sources, there in self._there(path)), None)

    def nearest(self, path: DataPath) -> Origin:
        """Climb until something was written."""
        return next((sources.nearest(there) for sources, there in self._there(path)), Origin("?"))

    def _there(self, path: DataPath) -> Iterator[tuple[SourceMap, DataPath]]:
        row = path[0] if path else 0
        for sources, prefix, first, length in self.parts:
            if not isinstance(row, int):
                yield sources, (*prefix, *path)
            elif row < length:
                yield sources, (*prefix, first + row, *path[1:])
                return
            else:
                row -= length


def pinned(sources: SourceMap, rows: int, columns: Collection[str]) -> Sources:
    """Note down where each cell and heading of a table stands: the file that was read is not needed then."""
    paths: list[DataPath] = [
        path for row in range(rows) for path in ((row,), *((row, name) for name in columns))
    ]
    values = {path: found for path in paths if (found := sources.origin(path)) is not None}
    keys: dict[DataPath, Origin] = {
        (name,): found for name in columns if (found := sources.key_origin((name,))) is not None
    }
    first = sources.nearest(())
    return Sources(first.file, {**values, (): first}, keys)


def column_letters(number: int) -> str:
    """Name a worksheet column as Excel does: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
