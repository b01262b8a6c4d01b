"""One document: from a study to bytes whose page was read back, word for word."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.bind import manifest_of
from reportgen.compose import (
    FILTERS,
    GAP,
    build_context,
    context_shape,
    field_value,
    figure_text,
    pattern_names,
    shown,
    value_text,
)
from reportgen.compute import Rows
from reportgen.finish import with_manifest
from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.figure import Figures
from reportgen.model.formula import Name
from reportgen.model.kind import FieldSpec, Kind, TableSpec
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.prose import Printing, Prose, read_prose
from reportgen.readback import Lost, drawings, missing, read_back
from reportgen.render import press
from reportgen.render.attached import unfit_files
from reportgen.render.names import unquoted

UNDATED = dt.date(2000, 1, 1)
"""What stands inside the file of a paper that has no date yet: the same bytes tomorrow."""

_BLAMED = {
    "second-sheet": phrase("the template"),
    "blank-too-narrow": phrase("its box"),
    "blank-gap": phrase("its box"),
}
"""What is said of a row of the data, and how the place is called that prints all the other rows well."""


PRINTING = Printing(
    figure=figure_text,
    field=lambda spec, value: shown(field_value(spec, value, spec.name)),
    key=value_text,
    gap=GAP,
)
"""How numbers stand in a sentence."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to be made: what it says, where it comes from, and the rows of the whole data file."""

    kind: Kind
    dataset: Dataset
    figures: Figures
    context: Context
    prose: Prose
    rows: Rows

    @property
    def date(self) -> dt.date:
        """Give the paper's own date, never the clock's."""
        value = self.dataset.values.get(self.kind.date or "")
        return value if isinstance(value, dt.date) else UNDATED

    @property
    def row(self) -> Origin | None:
        """Tell where the first row was written of a paper that is one of many."""
        if self.dataset.each is None or self.kind.each is None:
            return None
        return self.dataset.tables[self.kind.each.of].sources.nearest((0,))


def compose_paper(
    kind: Kind, dataset: Dataset, figures: Figures, *, today: dt.date, rows: Rows | None = None
) -> Paper:
    """Put together all that the templates may name, sentences with their numbers held against the figures."""
    prose = read_sentences(kind, dataset, figures)
    context = build_context(prose.dataset, figures, kind, today=today)
    return Paper(kind, dataset, figures, context, prose, rows or rows_of(kind, dataset))


def rows_of(kind: Kind, dataset: Dataset) -> Rows:
    """Take the rows of a data file, for all papers that are made of it."""
    return Rows(kind, dataset, value_text)


def read_sentences(kind: Kind, dataset: Dataset, figures: Figures) -> Prose:
    """Hold the numbers in sentences against the figures, those of data with mistakes too."""
    return read_prose(dataset, figures, kind, PRINTING)


def unfit_photos(papers: Iterable[Paper], targets: Iterable[str]) -> list[Diagnostic]:
    """Tell of photos that cannot be printed, each where the data names it."""
    values = [paper.context.values for paper in papers if paper.dataset.photos]
    return list(dict.fromkeys(fault for target in targets for fault in unfit_files(values, target)))


def produce(paper: Paper, target: str) -> Artifact:
    """Print one document, let it carry its manifest, and read it back.

    Raises:
        RenderError: the template is at fault, or a value does not stand on the page where it was put.
        MissingToolError: a library or font that the press needs is not there.

    """
    template = paper.kind.folder / paper.kind.outputs[target]
    with told_of(paper):
        artifact = press(target).render(template, paper.context, title=paper.kind.title, date=paper.date)
    return finished(paper, artifact, template)


@contextmanager
def told_of(paper: Paper) -> Iterator[None]:
    """Say of what goes wrong which paper it is."""
    try:
        yield
    except RenderError as error:
        raise RenderError(of_paper(_with_place(one, paper), paper) for one in error.diagnostics) from error


def finished(paper: Paper, artifact: Artifact, template: Path) -> Artifact:
    """Let a printed paper carry its manifest, and read it back.

    Raises:
        RenderError: a value does not stand on the page where it was put.

    """
    manifest = manifest_of(paper.dataset, paper.rows, artifact.script, paper.prose.read)
    pages = drawings(artifact.content, artifact.media_type)
    finished = with_manifest(artifact, replace(manifest, drawn=pages))
    refuse_losses(finished, template)
    return finished


def of_paper(found: Diagnostic, paper: Paper) -> Diagnostic:
    """Say of what is wrong with one paper of many which it is; of some things, that its row is to blame."""
    row = paper.row
    if row is None:
        return found
    if found.code in _BLAMED and found.origin:
        return replace(found, origin=row, related=(*found.related, (_BLAMED[found.code], found.origin)))
    return replace(found, related=(*found.related, (phrase("in the document for"), row)))


def _with_place(found: Diagnostic, paper: Paper) -> Diagnostic:
    """Say of a line that is too wide for the head of a paper where it was written."""
    line = folded(dict(found.values).get("left", "")) if found.code == "head-too-wide" else ""
    for name, spec in paper.kind.fields.items():
        value = paper.dataset.values.get(name)
        if line and spec.from_office and isinstance(value, str) and line in map(folded, value.split("\n")):
            return replace(found, related=((phrase("written here"), paper.dataset.sources.nearest((name,))),))
    return found


def refuse_losses(artifact: Artifact, template: Path) -> None:
    """Read the page back and refuse it where a word or a number is lost."""
    reading = read_back(artifact.content, artifact.media_type)
    lost = missing(artifact.script, reading)
    if lost:
        raise RenderError(told_loss(loss, template) for loss in lost)


def told_loss(loss: Lost, template: Path) -> Diagnostic:
    """Tell what the page does not say as it should."""
    return report(
        "not-on-page", Origin(str(template)), value=loss.value, before=loss.before, found=loss.found
    )


def check_templates(kind: Kind, targets: Iterable[str]) -> frozenset[Name]:
    """Refuse templates that name what the kind does not declare; give the names that they print.

    Raises:
        RenderError: with every wrong name, tag and filter of all the templates, at its place.

    """
    shape = context_shape(kind)
    diagnostics: list[Diagnostic] = []
    quoted: set[Name] = set()
    for target in targets:
        template = kind.folder / kind.outputs[target]
        found, names = press(target).names(template, str(template), shape, FILTERS)
        diagnostics.extend(found)
        quoted |= names
    if any(diagnostic.stops for diagnostic in diagnostics):
        raise RenderError(dict.fromkeys(diagnostics))
    return frozenset(quoted)


def left_unsaid(kind: Kind, dataset: Dataset, quoted: frozenset[Name]) -> list[Diagnostic]:
    """Tell which data and figures no template quotes; data that a figure reads is accounted for."""
    read = _read_by_figures(kind) | {
        (kind.each.of, *name[1:]) for name in quoted if kind.each and name[0] == "each"
    }
    names = [part for name in unquoted(context_shape(kind), [quoted]) for part in _columns(kind, name, read)]
    return [_unsaid(kind, dataset, name) for name in names if not _used(name, read, dataset)]


def _columns(kind: Kind, name: Name, read: set[Name]) -> list[Name]:
    """Take a table apart of which figures read some columns."""
    rows = kind.rows.get(name[0])
    if rows is None or len(name) > 1 or not any(other[0] == name[0] for other in read):
        return [name]
    return [(rows.name, column) for column in (*rows.fields, *rows.columns)]


def _unsaid(kind: Kind, dataset: Dataset, name: Name) -> Diagnostic:
    dotted = ".".join(name)
    if name[0] in kind.fields and not (len(name) > 1 and name[1] in kind.fields[name[0]].columns):
        origin = dataset.sources.key_origin(name[:1]) or dataset.sources.nearest(name[:1])
        return report("not-quoted", origin, what=f"'{dotted}'")
    return report("figure-not-quoted", kind.sources.nearest(_declared(kind, name)), name=dotted)


def _declared(kind: Kind, name: Name) -> Name:
    if name[0] in kind.tables:
        return ("tables", name[0], "figures", *name[1:])
    return ("figures", *name) if name[0] in kind.figures else ("fields", name[0], "columns", *name[1:])


def _used(name: Name, read: set[Name], dataset: Dataset) -> bool:
    """Tell whether there is nothing to tell: it was not given, or a figure reads it."""
    if name in read or (name[0] in dataset.values and name[0] not in dataset.given):
        return True
    table = dataset.tables.get(name[0])
    column = table.columns.get(name[1]) if table and len(name) > 1 else None
    return column is not None and all(value is None for value in column.values)


def _read_by_figures(kind: Kind) -> set[Name]:
    """List every name that a formula, a key, a file name or the end table of the kind reads."""
    formulas = [figure.formula for figure in kind.figures.values()]
    formulas += [column.formula for rows in kind.rows.values() for column in rows.columns.values()]
    formulas += [check.that for check in kind.checks]
    formulas += [kind.each.where] if kind.each and kind.each.where else []
    names = {name for formula in formulas for name in formula.names}
    names |= {name for table in kind.tables.values() for name in _read_by_table(table)}
    names |= {(table.of, key) for table in kind.tables.values() for key in table.by}
    names |= {(rows.name, key) for rows in kind.rows.values() for key in (*rows.key, *_who(rows))}
    names |= {tuple(name.split(".")) for name in pattern_names(kind.file_name)}
    return names | {(name,) for name in kind.key_figures}


def _who(rows: FieldSpec) -> tuple[str, ...]:
    return (rows.person.born, *rows.person.at) if rows.person else ()


def _read_by_table(table: TableSpec) -> Iterator[Name]:
    """List what a derived table's figures read, its own figures by their names seen from outside."""
    formulas = [figure.formula for figure in table.figures.values()]
    for formula in [*formulas, *([table.where] if table.where else [])]:
        for name in formula.names:
            yield (table.name, *name) if len(name) == 1 and name[0] in table.figures else name
