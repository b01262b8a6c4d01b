"""A table file: its columns found, and their cells read by declared type."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, partial

from reportgen.model.correction import Corrected
from reportgen.model.kind import FieldSpec, FigureSpec
from reportgen.model.origin import DataPath, Origin, Redirected, SourceMap
from reportgen.model.phrase import likewise, phrase
from reportgen.model.raw import RawTable
from reportgen.model.values import BLANK, Known
from reportgen.validate.amendments import Amendment, Cell
from reportgen.validate.codes import lost_zeros
from reportgen.validate.columns import columns_of, when_empty
from reportgen.validate.decimals import COMMA, NUMERIC, Written, shapes, turned
from reportgen.validate.desk import Desk
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader
from reportgen.validate.unrounded import tell_unrounded

_REMEMBERED = 4096
"""Cells that are read once for all rows in which they stand: districts, dates, small counts."""

_PRINTED = ("text", "code")
"""The types whose values print letter by letter as they were written."""

_SHOWN_LINES = 12
"""How many of a column's empty cells are listed one by one."""


@dataclass(slots=True)
class TableFile:
    """One table file on the inspector's desk."""

    desk: Desk
    spec: FieldSpec
    raw: RawTable
    places: dict[str, int]
    amended: dict[Cell, Amendment] = field(default_factory=dict)
    readers: dict[str, Callable[[str], Known]] = field(default_factory=dict)
    """How its columns of numbers are read, once all files of the table were looked at."""

    @classmethod
    def opened(cls, desk: Desk, spec: FieldSpec, raw: RawTable) -> "TableFile":
        """Match the headings, and the corrections of cells; tell what is wrong with them."""
        table_file = cls(desk, spec, raw, columns_of(spec, raw, desk.complaints))
        table_file._answer_capitals()
        table_file.amended = desk.amendments.fitting(raw, table_file._columns(), desk.complaints)
        return table_file

    @property
    def sources(self) -> SourceMap:
        """Give the map from the kind's names to places in the file."""
        headings = {name: self.raw.columns[place] for name, place in self.places.items()}

        def there(path: DataPath) -> DataPath:
            return tuple(headings.get(part, part) if isinstance(part, str) else part for part in path)

        names = {place: name for name, place in self.places.items()}
        corrected: dict[DataPath, Origin] = {
            (row, names[place]): one.correction.origin for (row, place), one in self.amended.items()
        }
        sources = Redirected(self.raw.sources, there)
        return Corrected(sources, corrected) if corrected else sources

    @property
    def strays(self) -> AbstractSet[int]:
        """Give the rows that are refused as none, of whose cells nothing more is said."""
        return self.raw.strays

    def column(self, spec: FieldSpec) -> list[Known]:
        """Read one column top to bottom."""
        empty = when_empty(spec)
        if spec.name not in self.places:
            return [empty] * len(self.raw.rows)
        texts = self._unframed(spec, self.texts(spec.name))
        read = lru_cache(_REMEMBERED, typed=True)(self.readers.get(spec.name) or reader(spec))
        values: list[Known] = []
        for row, text in enumerate(texts):
            try:
                values.append(read(text) if text else empty)
            except Misread as misread:
                origin = self._written_at(row, spec.name)
                values.append(self.desk.misread(spec, text or "", misread, origin))
        if spec.type == "text":
            self._look_at_spaces(spec, texts, values)
        if spec.type == "code":
            self._tell_lost_zeros(spec, texts)
        tell_unrounded(spec, texts, partial(self._written_at, name=spec.name), self.desk.complaints)
        if empty is BLANK:
            self._tell_gaps(
                spec, [row for row, text in enumerate(texts) if not text and row not in self.strays]
            )
        return values

    @property
    def numbers(self) -> list[Written]:
        """Look at all columns of numbers before any is read."""
        specs = (
            spec for spec in self.spec.fields.values() if spec.type in NUMERIC and spec.name in self.places
        )
        return [
            Written(
                spec, shapes(self.texts(spec.name)), partial(self._written_at, name=spec.name),
                self.decimal(spec.name), self.raw.columns[self.places[spec.name]],
            )
            for spec in specs
        ]  # fmt: skip

    def texts(self, name: str) -> list[str | None]:
        """Give the cells of one column as text; a row may end early."""
        place = self.places[name]
        texts = [row[place] if place < len(row) else None for row in self.raw.rows]
        for (row, column), one in self.amended.items():
            if column == place:
                texts[row] = one.correction.new
        return (
            [None if row in self.strays else text for row, text in enumerate(texts)] if self.strays else texts
        )

    def decimal(self, name: str) -> str | None:
        """Give what the data file says of a column's decimals."""
        return self.raw.decimal.get(self.raw.columns[self.places[name]])

    def claims(self) -> list[tuple[int, str, str, Origin]]:
        """List the cells under a computed column's heading: row, name, text and place of each claim."""
        return [
            (row, name, turned(text, self.decimal(name) or COMMA), self._origin(row, name))
            for name in self.spec.columns
            if name in self.places
            for row, text in enumerate(self.texts(name))
            if text
        ]

    def _origin(self, row: int, name: str) -> Origin:
        return self.sources.nearest((row, name)) if self.amended else self._sent((row, self.places[name]))

    def _sent(self, cell: Cell) -> Origin:
        """Tell where a cell stands in the file, corrected or not."""
        return self.raw.sources.nearest((cell[0], self.raw.columns[cell[1]]))

    def _written_at(self, row: int, name: str) -> Origin:
        """Tell where somebody wrote what counts: a wrong correction is mended there."""
        one = self.amended.get((row, self.places[name]))
        return one.new_at if one else self._origin(row, name)

    def _columns(self) -> list[FieldSpec | FigureSpec | None]:
        """Tell of each heading what is declared of its column; of a column that is not used, nothing."""
        specs: dict[str, FieldSpec | FigureSpec] = {**self.spec.columns, **self.spec.fields}
        used = {place: specs[name] for name, place in self.places.items()}
        return [used.get(place) for place in range(len(self.raw.columns))]

    def _answer_capitals(self) -> None:
        """Ask nobody for the capitals of what is not printed as written: options, and columns not used."""
        asked = {note.origin: note for note in self.raw.notes if note.code == "capitals-lost"}
        printed = {self.places.get(name) for name, spec in self.spec.fields.items() if spec.type in _PRINTED}
        for place in set(range(len(self.raw.columns))) - printed if asked else ():
            cells = {self._sent((row, place)) for row in range(len(self.raw.rows))}
            self.desk.answered |= {note for origin, note in asked.items() if origin in cells}

    def _tell_lost_zeros(self, spec: FieldSpec, texts: Sequence[str | None]) -> None:
        """Tell once of codes that may have lost a zero; codes may be personal, so they are not shown."""
        rows = list(lost_zeros(texts))
        if rows:
            places = [str(self._written_at(row, spec.name)) for row in rows[:_SHOWN_LINES]]
            self.desk.complaints.add(
                "zero-lost", self._written_at(rows[0], spec.name), name=spec.title,
                digits=len(texts[rows[0]] or ""), others=likewise(places, len(rows)),
            )  # fmt: skip

    def _unframed(self, spec: FieldSpec, texts: list[str | None]) -> list[str | None]:
        """Take off the cells of a column what the form prints around them."""
        if not spec.frame:
            return texts
        look = self.desk.frames.look
        return [
            look(spec, text, partial(self._origin, row, spec.name)) if text else text
            for row, text in enumerate(texts)
        ]

    def _look_at_spaces(self, spec: FieldSpec, texts: Sequence[str | None], values: Sequence[Known]) -> None:
        for row, (text, value) in enumerate(zip(texts, values, strict=True)):
            if text and text != value:
                self.desk.spaces.look(spec, text, value, partial(self._origin, row, spec.name))

    def _tell_gaps(self, spec: FieldSpec, rows: Sequence[int]) -> None:
        if not rows:
            return
        places = [str(self._origin(row, spec.name)) for row in rows[:_SHOWN_LINES]]
        shown: str = ", ".join(places)
        if len(rows) > _SHOWN_LINES:
            shown = phrase("{places} and {count} more", places=shown, count=len(rows) - _SHOWN_LINES)
        origin = self._origin(rows[0], spec.name)
        self.desk.complaints.add("missing-cells", origin, name=spec.title, count=len(rows), places=shown)
