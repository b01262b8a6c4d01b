"""Reading one data file, the earlier ones it names, and the reports of the units below it."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.compute import compute, over_limits, single_values
from reportgen.kinds import Shelf
from reportgen.load import attached_files
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints, Diagnostic, of_form
from reportgen.model.errors import DataError
from reportgen.model.figure import Figures
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.phrase import phrase
from reportgen.model.raw import Collected, Graft, RolledRow
from reportgen.model.values import BLANK, Hole
from reportgen.offices import find_register
from reportgen.study.earlier import Named, Past, check_order, named_files, refuse_twins, tell_gaps
from reportgen.study.form import form_of, telling_of
from reportgen.study.issued import as_issued, left_out
from reportgen.study.notes import believable, together
from reportgen.study.office import Issue
from reportgen.study.photos import named_photos
from reportgen.study.receive import Received, receive
from reportgen.study.series import Shared, compare_below, compare_rounds, refuse_same_rows, tell_same_rows
from reportgen.study.telling import DOUBTS, stay_known
from reportgen.validate import validate


@dataclass(frozen=True, slots=True)
class Study:
    """A data file as its kind understands it: typed data, figures, and everything there is to say of them."""

    kind: Kind
    dataset: Dataset
    figures: Figures
    notes: tuple[Diagnostic, ...]

    @property
    def doubts(self) -> list[Diagnostic]:
        """List what stops the document: after `examine`, what contradicts figures that are all known."""
        return [note for note in self.notes if note.stops]

    @property
    def gapped(self) -> bool:
        """Tell whether a mistake has left one of the figures failed that the document is made of."""
        return bool(self.doubts) and not _for_each(self.kind, self.dataset) and self.figures.failed

    @property
    def telling(self) -> bool:
        """Tell whether the figures that are known hold whatever becomes of the mistakes."""
        return stay_known(self.kind, self.dataset, self.doubts)

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
    found = survey(data_file, shelf, above)
    if found.gapped or any(note.code not in DOUBTS for note in found.doubts):
        raise DataError(note for note in found.notes if note.severity != "note")
    return found


def survey(
    data_file: Path, shelf: Shelf, above: tuple[Path, ...] = (), *, issue: dt.date | None = None
) -> Study:
    """Do as `examine` does, but give whatever figures there are: mistakes leave gaps and failed ones.

    To ``issue`` the papers on a day is to take this for the day, and a stand-in for the number, that the
    register is to fill in.

    Raises:
        KindError, DataError: the file or one that it takes in cannot be read.

    """
    with telling_of(data_file):
        found = _surveyed(data_file, shelf, above, issue)
    return replace(found, notes=tuple(of_form(found.notes, form_of(data_file))))


def _surveyed(data_file: Path, shelf: Shelf, above: tuple[Path, ...], issue: dt.date | None) -> Study:
    received = receive(data_file, shelf)
    gaps = left_out(received) if issue else {}
    if issue:
        received = as_issued(received, issue)
    reader = _Reader(shelf, received, (*above, data_file.resolve()))
    kind, dataset = reader.kind, replace(reader.dataset(), gaps=gaps)
    if reader.unread:
        told = (*reader.complaints, *dataset.notes, *over_limits(dataset, kind))
        found = believable(told, reader.unread)
        raise DataError(dict.fromkeys(note for note in found if note.severity in {"error", "warning"}))
    figures = compute(dataset, kind)
    told = figures.by_row if _for_each(kind, dataset) else figures.diagnostics
    return Study(kind, dataset, figures, together((*reader.complaints, *dataset.notes, *told)))


def _for_each(kind: Kind, dataset: Dataset) -> bool:
    """Tell whether figures are a row's or a group's own: then those of all together mean nothing."""
    return kind.each is not None and dataset.for_each is not None


class _Reader:
    """One data file on its way to a dataset."""

    def __init__(self, shelf: Shelf, received: Received, open_files: tuple[Path, ...]) -> None:
        self.shelf, self.open_files = shelf, open_files
        self.kind, self.complaints = received.kind, Complaints(received.hidden)
        self.register = find_register(open_files[-1], shelf.office)
        issue = Issue(received.loaded, received.kind, self.register, self.complaints)
        self.loaded, self.day = issue.filled(), issue.day
        self.shared: list[Shared] = []

    @property
    def unread(self) -> list[Diagnostic]:
        """List what is wrong in the files taken in: without them the figures would be others."""
        return [note for note in self.loaded.notes if note.stops]

    def dataset(self, *, alone: bool = False) -> Dataset:
        """Read the file as its kind declares; ``alone`` without its earlier files."""
        kind, rows = self.kind, self.kind.rows
        pasts = [] if alone else self._earlier(kind)
        values = {name: self._taken(rows.get(name), raw) for name, raw in self.loaded.values.items()}
        earlier = [past.dataset for past in pasts if past.dataset is not None]
        dataset = validate(
            replace(self.loaded, values=values), kind, earlier, self.register.in_force(self.day)
        )
        compare_below(kind, dataset, self.shared, self.complaints)
        compare_rounds(kind, dataset, pasts, self.complaints)
        refuse_same_rows(kind, self.loaded, pasts, self.complaints)
        tell_same_rows(kind, self.loaded, pasts, self.complaints)
        return dataset if alone else self._with_photos(dataset)

    def _with_photos(self, dataset: Dataset) -> Dataset:
        """Read the photos that the data name."""
        names = list(named_photos(self.kind, dataset))
        photos = attached_files(names, self.open_files[-1], dataset.sources, self.complaints)
        return replace(dataset, photos=photos) if names else dataset

    def _earlier(self, kind: Kind) -> list[Past]:
        """Read the files of earlier rounds, in the order given."""
        own, read = self.open_files[-1], list[Past]()
        for one in refuse_twins(list(named_files(self.loaded, self.complaints)), own, self.complaints):
            try:
                shown = str(Path(self.loaded.file).parent / one.name)
                with telling_of(one.path):
                    received = receive(one.path, self.shelf, shown=shown)
                dataset = self._earlier_dataset(kind, one, received)
            except DataError as error:
                self.complaints.extend(error.diagnostics)
                continue
            read.append(Past(one, received.loaded, dataset))
        check_order(read, own, self.complaints)
        return read

    def _earlier_dataset(self, kind: Kind, one: Named, received: Received) -> Dataset | None:
        reader = _Reader(self.shelf, received, (*self.open_files, one.path.resolve()))
        other, dataset = reader.kind, reader.dataset(alone=True)
        if other.name != kind.name:
            self.complaints.add(
                "earlier-other-kind", one.origin, name=one.name, other=other.name, kind=kind.name
            )
            return None
        wrong = [note for note in (*reader.complaints, *dataset.notes) if note.stops]
        self.complaints.extend(of_form(wrong, form_of(one.path)))
        if not wrong:
            tell_gaps(kind, dataset, one.name, self.complaints)
        return dataset

    def _taken(self, spec: FieldSpec | None, raw: Any) -> Any:
        """Put the computed row of each report below in the place that names it."""
        match raw:
            case Graft() if spec:
                return self._row(spec, raw)
            case Collected() if spec:
                return Collected([self._taken(spec, item) for item in raw.items])
            case list() if spec:
                return [self._taken(spec, item) for item in raw]
            case _:
                return raw

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
            known = ", ".join(spec.roll_up) or phrase("none")
            other = below.kind.name
            self.complaints.add("not-rolled-up", item.origin, table=spec.title, other=other, known=known)
            return unknown
        self.complaints.extend(note for note in below.notes if note.severity == "missing")
        found = single_values(formulas, below.dataset, below.kind, self.complaints)
        if Hole.FAILED in found.values():
            self.complaints.extend(note for note in below.figures.diagnostics if note.stops)
        cells = {name: cell for name, cell in found.items() if name in spec.fields}
        self.shared += [Shared(item, name, cell) for name, cell in found.items() if name not in spec.fields]
        return RolledRow(item.file, cells, {name: formulas[name].text for name in cells})
