"""Corrections on their way to the cells that they change."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.model.correction import Correction
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec, FigureSpec
from reportgen.model.names import folded
from reportgen.model.origin import Origin, TableSources, column_letters
from reportgen.model.phrase import phrase
from reportgen.model.place import Place, is_file
from reportgen.model.raw import RawTable
from reportgen.validate.decimals import NUMERIC, turned
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader

Spec = FieldSpec | FigureSpec

Cell = tuple[int, int]
"""A cell of a table file: its row and its column, both from 0."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction, where its parts stand, and in which files it has found a cell."""

    correction: Correction
    place: Place | None
    old_at: Origin
    new_at: Origin
    files: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Amendments:
    """All corrections of a data file; ``known`` are the table files that were read."""

    all: Sequence[Amendment] = ()
    known: dict[str, None] = field(default_factory=dict)

    def fitting(
        self, raw: RawTable, columns: Sequence[Spec | None], complaints: Complaints
    ) -> dict[Cell, Amendment]:
        """Find the cells of a table file that are corrected; complain where something else stands now."""
        self.known.setdefault(raw.file)
        found: dict[Cell, Amendment] = {}
        for one in self.all:
            here = one.place if one.place and is_file(one.place.file, raw.file) else None
            cell = _cell_at(raw, here, columns) if here else None
            spec = columns[cell[1]] if cell else None
            if cell is None or spec is None:
                continue
            one.files.add(raw.file)
            if cell in found:
                first = (phrase("it first stands here"), found[cell].correction.origin)
                complaints.add(
                    "correction-twice", one.correction.origin, related=[first], at=one.correction.at
                )
            elif _still_stands(raw, cell, spec, one, complaints):
                found[cell] = one
        return found


def _still_stands(raw: RawTable, cell: Cell, spec: Spec, one: Amendment, complaints: Complaints) -> bool:
    row, column = cell
    stands, old = raw.rows[row][column] or "", one.correction.old
    if _same(spec, stands, old, raw.decimal.get(raw.columns[column])):
        return True
    there = (phrase("there"), raw.sources.nearest((row, raw.columns[column])))
    shown = "…" if isinstance(spec, FieldSpec) and spec.personal else stands or phrase("nothing")
    complaints.add(
        "correction-old-differs", one.old_at, related=[there],
        name=spec.title, old=old or phrase("nothing"), stands=shown,
    )  # fmt: skip
    return False


def _same(spec: Spec, stands: str, old: str, decimal: str | None) -> bool:
    """Compare what a correction says of a cell with the cell: as texts, or as what both are read to be."""
    if folded(stands) == folded(old):
        return True
    if not isinstance(spec, FieldSpec) or not stands or not old:
        return False
    if spec.type in NUMERIC:
        stands, old = turned(stands, decimal), turned(old, decimal)
    try:
        return reader(spec)(stands) == reader(spec)(old)
    except Misread:
        return False


def _cell_at(raw: RawTable, place: Place, columns: Sequence[Spec | None]) -> Cell | None:
    """Find the cell that a place means, if the table has it."""
    sources = raw.sources
    if not isinstance(sources, TableSources) or not _is_sheet(place, sources):
        return None
    row = bisect_right(sources.lines, place.line) - 1
    starts = sources.starts(sources.lines[row]) if sources.starts and row >= 0 else ()
    if row < 0 or place.line not in {sources.lines[row], *(line for line, _ in starts)}:
        return None
    for column, (heading, spec) in enumerate(zip(raw.columns, columns, strict=True)):
        position = sources.places[heading]
        letters, begins = column_letters(position), starts[position - 1 : position]
        called = {folded(name) for name in (heading, *((spec.name, spec.title) if spec else ()))}
        if place.letters == letters or (place.line, place.begin) in begins or folded(place.heading) in called:
            return row, column
    return None


def _is_sheet(place: Place, sources: TableSources) -> bool:
    return place.sheet is None or folded(place.sheet) == folded(sources.sheet or "")
