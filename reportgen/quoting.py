"""What a kind's templates print of what it declares, and what nobody prints."""

from collections.abc import Iterable, Iterator

from reportgen.compose import FILTERS, context_shape, pattern_names
from reportgen.compute import called
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.formula import Name
from reportgen.model.kind import FieldSpec, Kind, TableSpec
from reportgen.render import press
from reportgen.render.template.names import unquoted


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
    own = called(kind, name)
    if name[0] in kind.fields and not (len(name) > 1 and name[1] in kind.fields[name[0]].columns):
        origin = dataset.sources.key_origin(name[:1]) or dataset.sources.nearest(name[:1])
        return report("not-quoted", origin, what=own)
    return report("figure-not-quoted", kind.sources.nearest(_declared(kind, name)), name=own)


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
