"""Reading one data file, the earlier ones it names, and the reports of the units below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.compute import compute, single_values
from reportgen.kinds import Shelf, find_kind
from reportgen.load import load
from reportgen.model.dataset import Dataset, Graft, Loaded, RolledRow
from reportgen.model.diagnostics import Complaints, Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Figures
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import Origin
from reportgen.model.values import BLANK, Cell
from reportgen.validate import validate

_DOUBTS = frozenset({"claim-differs", "check-failed", "over-limit"})
"""Errors that leave every figure known."""


@dataclass(frozen=True, slots=True)
class Study:
    """A data file as its kind understands it: typed data, figures, and everything there is to say of them."""

    kind: Kind
    dataset: Dataset
    figures: Figures
    notes: tuple[Diagnostic, ...]

    @property
    def doubts(self) -> list[Diagnostic]:
        """List what contradicts the figures although all of them could be computed."""
        return [note for note in self.notes if note.stops]

    @property
    def missing(self) -> list[Diagnostic]:
        """List the required values that are not there yet."""
        return [note for note in self.notes if note.severity == "missing"]


def study(data_file: Path, shelf: Shelf, above: tuple[Path, ...] = ()) -> Study:
    """Read a data file and compute its figures; ``above`` are the reports that are waiting for this one.

    Raises:
        KindError: the kind it names has mistakes.
        DataError: with every mistake of the data, of earlier files and of reports below, at its place.

    """
    found = examine(data_file, shelf, above)
    if found.doubts:
        raise DataError(note for note in found.notes if note.severity != "note")
    return found


def examine(data_file: Path, shelf: Shelf, above: tuple[Path, ...] = ()) -> Study:
    """Do as `study` does, but give the figures also where a check or a claim contradicts them.

    Raises:
        KindError, DataError: the figures cannot be computed.

    """
    reader = _Reader(shelf, load(data_file), (*above, data_file.resolve()))
    kind, dataset = reader.dataset()
    figures = compute(dataset, kind)
    notes = tuple(dict.fromkeys((*reader.complaints, *dataset.notes, *figures.diagnostics)))
    if any(note.stops and note.code not in _DOUBTS for note in notes):
        raise DataError(note for note in notes if note.severity != "note")
    return Study(kind, dataset, figures, notes)


class _Reader:
    """One data file on its way to a dataset."""

    def __init__(self, shelf: Shelf, loaded: Loaded, open_files: tuple[Path, ...]) -> None:
        self.shelf, self.loaded, self.open_files = shelf, loaded, open_files
        self.complaints = Complaints()

    def dataset(self) -> tuple[Kind, Dataset]:
        """Read the file as its kind declares."""
        kind = self._kind()
        earlier = list(self._earlier(kind))
        values = {name: self._taken(kind, name, raw) for name, raw in self.loaded.values.items()}
        return kind, validate(replace(self.loaded, values=values), kind, earlier)

    def _kind(self) -> Kind:
        origin = self.loaded.sources.nearest(("kind",))
        name = self.loaded.values.get("kind")
        if not isinstance(name, str):
            raise DataError([report("no-kind", origin)])
        kind, hidden = find_kind(self.shelf, name, origin)
        self.complaints.extend(hidden)
        return kind

    def _earlier(self, kind: Kind) -> Iterator[Dataset]:
        """Read the files of earlier rounds, in the order given."""
        folder = Path(self.loaded.file).parent
        for name, origin in self._earlier_names():
            if not (folder / name).is_file():
                self.complaints.add("earlier-missing", origin, name=name)
                continue
            reader = _Reader(self.shelf, load(folder / name), (*self.open_files, (folder / name).resolve()))
            other, dataset = reader.dataset()
            self.complaints.extend(note for note in (*reader.complaints, *dataset.notes) if note.stops)
            self._tell_gaps(dataset, name)
            if other.name == kind.name:
                yield dataset
            else:
                self.complaints.add("earlier-other-kind", origin, name=name, other=other.name, kind=kind.name)

    def _earlier_names(self) -> Iterator[tuple[str, Origin]]:
        names: Any = self.loaded.values.get("earlier")
        if names is None:
            return
        if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
            self.complaints.add("earlier-not-a-list", self.loaded.sources.nearest(("earlier",)))
            return
        for index, name in enumerate(names):
            origin = self.loaded.sources.nearest(("earlier", index))
            if name in names[:index]:
                self.complaints.add("earlier-twice", origin, name=name)
            else:
                yield name, origin

    def _tell_gaps(self, earlier: Dataset, name: str) -> None:
        """Tell of cells that are missing in an earlier file: figures that add them up are gaps here."""
        for table in earlier.tables.values():
            for column, cells in table.columns.items():
                row = next((row for row, cell in enumerate(cells.values) if cell is BLANK), None)
                if row is not None:
                    origin = table.sources.nearest((row, column))
                    self.complaints.add("earlier-gap", origin, name=f"{table.name}.{column}", file=name)

    def _taken(self, kind: Kind, name: str, raw: Any) -> Any:
        """Put the computed row of each report below in the place that names it."""
        if isinstance(raw, Graft):
            return self._taken(kind, name, [raw])
        spec = kind.rows.get(name)
        items: Sequence[Any] = raw if isinstance(raw, list | tuple) else ()
        if not any(isinstance(item, Graft) for item in items):
            return raw
        if spec is None:
            for item in items:
                if isinstance(item, Graft):
                    self.complaints.add("graft-is-a-report", item.origin, name=name, file=item.file)
            return next(item for item in items if isinstance(item, Graft))
        return [self._row(spec, item) if isinstance(item, Graft) else item for item in items]

    def _row(self, spec: FieldSpec, item: Graft) -> RolledRow:
        """Compute a report below and take its row; its mistakes are told, and leave the row blank."""
        unknown = RolledRow(item.file, dict.fromkeys(spec.fields, BLANK), {})
        if Path(item.file).resolve() in self.open_files:
            names = " → ".join(file.name for file in (*self.open_files, Path(item.file)))
            self.complaints.add("rolled-up-circle", item.origin, names=names)
            return unknown
        try:
            below = study(Path(item.file), self.shelf, self.open_files)
        except DataError as error:
            self.complaints.extend(error.diagnostics)
            return unknown
        formulas = spec.roll_up.get(below.kind.name)
        if formulas is None:
            known = ", ".join(spec.roll_up) or "none"
            other = below.kind.name
            self.complaints.add("not-rolled-up", item.origin, table=spec.title, other=other, known=known)
            return unknown
        self.complaints.extend(note for note in below.notes if note.severity == "missing")
        found = single_values(formulas, below.dataset, below.kind, self.complaints)
        cells = {name: _cell(cell) for name, cell in found.items()}
        return RolledRow(item.file, cells, {name: formula.text for name, formula in formulas.items()})


def _cell(cell: Cell) -> Cell:
    """Leave a gap where the report below has none to give."""
    return BLANK if cell is None else cell
