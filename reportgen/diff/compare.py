"""Two data files, read, computed and held against each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from reportgen.diff.fields import field_changes
from reportgen.diff.records import Change, Comparison, DataChanges, TableChanges
from reportgen.diff.single import Label, Told, change, printed_as, told_claim, told_figure
from reportgen.diff.tables import View, data_view, grouped_view, no_rows, table_changes
from reportgen.kinds import Shelf
from reportgen.model.correction import Correction
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Figure, Figures
from reportgen.model.kind import FigureSpec, Kind, TableSpec
from reportgen.model.phrase import phrase
from reportgen.study import Study, examine


def diff(old_file: Path, new_file: Path, shelf: Shelf) -> tuple[Comparison, Study, Study]:
    """Read two data files and tell what changed from the one to the other.

    Raises:
        KindError: their kind has mistakes.
        DataError: with every mistake of both, or because they are of different kinds.

    """
    old, new = _examined([old_file, new_file], shelf)
    if old.kind.name != new.kind.name:
        origin = new.dataset.sources.nearest(("kind",))
        other = (phrase("the other kind stands here"), old.dataset.sources.nearest(("kind",)))
        kinds = (new.kind.name, old.kind.name)
        raise DataError([report("diff-other-kind", origin, related=[other], kind=kinds[0], other=kinds[1])])
    return compare(old, new), old, new


def compare(old: Study, new: Study) -> Comparison:
    """Tell what changed between two studies of one kind."""
    kind = new.kind
    named = [
        (_figure_change(spec, old.figures.named[name], new.figures.named[name]), name)
        for name, spec in kind.figures.items()
        if name in old.figures.named and name in new.figures.named
    ]
    return Comparison(
        kind,
        data_changes(kind, old.dataset, new.dataset, (old.figures, new.figures)),
        tuple(one for one, name in named if _prints_otherwise(old, new, name)),
        tuple(one for one, name in named if one.difference and not _prints_otherwise(old, new, name)),
        tuple(_grouped(kind, old, new)),
        tuple(_earlier(kind, old.dataset, new.dataset)),
    )


def data_changes(
    kind: Kind, old: Dataset, new: Dataset, figures: tuple[Figures | None, Figures | None] = (None, None)
) -> DataChanges:
    """Tell in what two data files differ, with what is computed row by row if it is known."""
    views = (
        (spec, data_view(spec, old, figures[0]), data_view(spec, new, figures[1]))
        for spec in kind.rows.values()
    )
    tables = (
        table_changes(TableChanges(spec.name, spec.title, spec.key, ()), before, after)
        for spec, before, after in views
    )
    return DataChanges(
        old.file,
        new.file,
        (*(one for spec in kind.fields.values() for one in field_changes(spec, old, new)), *_asked(old, new)),
        tuple(found for found in tables if found),
        tuple(_mapped(_claims(kind, old), _claims(kind, new))),
        tuple(_mapped(_assumed(old), _assumed(new))),
        tuple(_mapped(_corrections(old), _corrections(new))),
    )


def _examined(files: Iterable[Path], shelf: Shelf) -> list[Study]:
    found: list[Study] = []
    mistakes: list[Diagnostic] = []
    for file in files:
        try:
            found.append(examine(file, shelf))
        except DataError as error:
            mistakes += error.diagnostics
    if mistakes:
        raise DataError(dict.fromkeys(mistakes))
    return found


def _prints_otherwise(old: Study, new: Study, name: str) -> bool:
    return printed_as(old.figures.named[name]) != printed_as(new.figures.named[name])


def _figure_change(spec: FigureSpec, old: Figure, new: Figure) -> Change:
    label = Label(spec.name, spec.title, spec.shown_as == "percent")
    return change(label, told_figure(old), told_figure(new))


def _grouped(kind: Kind, old: Study, new: Study) -> Iterator[TableChanges]:
    for spec in kind.tables.values():
        about = TableChanges(spec.name, spec.name, spec.by, ())
        found = table_changes(about, _grouped_view(spec, old), _grouped_view(spec, new))
        if found:
            yield found


def _grouped_view(spec: TableSpec, found: Study) -> View:
    grouped = found.figures.tables.get(spec.name)
    return grouped_view(spec, grouped, found.dataset) if grouped else no_rows(spec.origin)


def _earlier(kind: Kind, old: Dataset, new: Dataset) -> Iterator[DataChanges]:
    """Compare the files of earlier rounds one by one, in their order; the names of others are told."""
    for before, after in zip_longest(old.earlier, new.earlier):
        if before and after:
            found = data_changes(kind, before, after)
            if not found.equal:
                yield found


def _asked(old: Dataset, new: Dataset) -> Iterator[Change]:
    """Tell where the files ask for other documents, or name more or fewer earlier rounds."""
    yield from _mapped(_for_each(old), _for_each(new))
    shorter = min(len(old.earlier), len(new.earlier))
    yield from _mapped(_named_earlier(old, shorter), _named_earlier(new, shorter))


def _for_each(dataset: Dataset) -> dict[str, Told]:
    asked = dataset.for_each
    text = " by ".join([asked.of, ", ".join(asked.by)]) if asked and asked.by else asked and asked.of
    return {"for_each": Told(text, None, asked.origin)} if asked and text else {}


def _named_earlier(dataset: Dataset, start: int) -> dict[str, Told]:
    """Name the earlier files from one on."""
    return {
        f"earlier.{number + 1}": Told(other.file, None, dataset.sources.nearest(("earlier", number)))
        for number, other in enumerate(dataset.earlier)
        if number >= start
    }


def _claims(kind: Kind, dataset: Dataset) -> dict[str, Told]:
    return {
        name: told_claim(claim) for claim in dataset.claims if (name := str(claim.path[0])) in kind.figures
    }


def _assumed(dataset: Dataset) -> dict[str, Told]:
    return {
        name: Told(reason, None, dataset.sources.nearest(("assumed", name)))
        for name, reason in dataset.assumed.items()
    }


def _corrections(dataset: Dataset) -> dict[str, Told]:
    def told(one: Correction) -> str:
        old, new = one.old or phrase("nothing"), one.new or phrase("nothing")
        return phrase(
            "{old} corrected to {new}; {who}, {when}: {why}",
            old=old, new=new, who=one.who, when=one.when, why=one.why,
        )  # fmt: skip

    return {one.at: Told(told(one), None, one.origin) for one in dataset.corrections}


def _mapped(old: Mapping[str, Told], new: Mapping[str, Told]) -> Iterator[Change]:
    """Compare what stands under names, by its text."""
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if (before and before.text) != (after and after.text):
            yield change(Label(name, name), before, after)
