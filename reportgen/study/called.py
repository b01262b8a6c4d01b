"""What people call a figure, or the document that they ask about."""

from collections.abc import Sequence

from reportgen.model.dataset import Dataset, ForEach
from reportgen.model.diagnostics import Complaints, Diagnostic, did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.names import folded
from reportgen.model.phrase import shortened
from reportgen.model.values import BLANK, told
from reportgen.study.members import members, place
from reportgen.study.read import Study

_SHOWN = 6


def figure_names(kind: Kind) -> list[str]:
    """List everything that a kind computes, by its dotted name."""
    return list(_titles(kind))


def figure_called(kind: Kind, asked: str) -> tuple[str, str]:
    """Give the name of a figure that is asked for by name or label, and what row of it: ``share (Lê Chân)``.

    Raises:
        DataError: nothing is called so.

    """
    titles = _titles(kind)
    by_title = {folded(title): name for name, title in reversed(titles.items())}
    figure, bracket, row = asked.partition(" (")
    for name, rest in ((asked, ""), (figure, bracket + row)):
        if (found := name if name in titles else by_title.get(folded(name))) is not None:
            return found, rest
    meant = did_you_mean(asked, [*titles, *titles.values()])
    raise DataError([report("unknown-figure", name=asked, meant=meant)])


def member_called(found: Study, asked: str) -> Dataset:
    """Give the data of one document of many, which is asked for by what its row says: a name, a school.

    Raises:
        DataError: there is none, or there are several.

    """
    each = found.dataset.for_each
    if found.kind.each is None or each is None:
        raise DataError([report("member-of-one", found.dataset.sources.nearest(("for_each",)))])
    every = list(members(found.dataset, found.kind, each, Complaints()))
    matching = [member for member in every if _says(member, asked)]
    if len(matching) == 1:
        return matching[0]
    raise DataError([_several(matching, asked, each) if matching else _none(found.kind, every, asked, each)])


def _titles(kind: Kind) -> dict[str, str]:
    """List what is computed, each with its label: the kind's figures first, then what tables have."""
    named = {name: spec.title for name, spec in kind.figures.items()}
    tables = [(table.name, table.figures) for table in kind.tables.values()]
    tables += [(rows.name, rows.columns) for rows in kind.rows.values()]
    return named | {f"{table}.{spec.name}": spec.title for table, specs in tables for spec in specs.values()}


def _says(member: Dataset, asked: str) -> bool:
    """Tell whether a document's row says all that is asked for, with commas between."""
    texts = {folded(told(value)) for value in (member.each or {}).values() if value not in {None, BLANK}}
    return folded(asked) in texts or all(folded(part) in texts for part in asked.split(","))


def _several(matching: Sequence[Dataset], asked: str, each: ForEach) -> Diagnostic:
    places = shortened([str(place(member, each)) for member in matching], _SHOWN)
    return report("member-unclear", name=asked, count=len(matching), places=places)


def _none(kind: Kind, every: Sequence[Dataset], asked: str, each: ForEach) -> Diagnostic:
    """Suggest a name that is there; nobody's birth date."""
    fields = kind.rows[each.of].fields
    columns = [name for name in each.by or fields if not fields[name].personal]
    values = [(member.each or {}).get(name) for member in every for name in columns]
    names = list(dict.fromkeys(value for value in values if isinstance(value, str)))
    columns_said = "; ".join(fields[name].title for name in columns)
    return report("member-unknown", name=asked, meant=did_you_mean(asked, names), columns=columns_said)
