"""Places and units that were renamed or merged between two rounds: earlier figures are counted on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.names import folded
from reportgen.model.office import Succession
from reportgen.model.phrase import phrase
from reportgen.model.values import Cell


def follow(
    tables: Mapping[str, Table], earlier: Dataset, successions: Iterable[Succession], complaints: Complaints
) -> Dataset:
    """Read the names of an earlier file as they are now; those that are still used keep their own."""
    known = {folded(one.old): one for one in successions}
    if not known:
        return earlier
    read = {
        name: _followed(tables[name], table, known, complaints) if name in tables else table
        for name, table in earlier.tables.items()
    }
    return replace(earlier, tables=read)


def _followed(own: Table, table: Table, known: Mapping[str, Succession], complaints: Complaints) -> Table:
    columns = {}
    for name, column in table.columns.items():
        now = _names(own.columns[name].values if name in own.columns else ())
        columns[name] = _renamed(column, dict(_become(table, name, now, known, complaints)))
    return replace(table, columns=columns)


def _become(
    table: Table, name: str, now: Mapping[str, str], known: Mapping[str, Succession], complaints: Complaints
) -> Iterator[tuple[str, str]]:
    """Tell what each old name of a column has become, once each."""
    for old, written in _names(table.columns[name].values).items():
        if old not in known or old in now:
            continue
        one = _last(known[old], now, known)
        row = next(row for row, cell in enumerate(table.columns[name].values) if cell == written)
        place = table.sources.nearest((row, name))
        related = [(phrase("the office's file"), one.origin)]
        values = {"old": written, "new": ", ".join(one.new)}
        if len(one.new) > 1:
            complaints.add("unit-parted", place, related=related, **values)
        else:
            complaints.add("unit-followed", place, related=related, **values)
            yield written, now.get(folded(one.new[0]), one.new[0])


def _last(one: Succession, now: Mapping[str, str], known: Mapping[str, Succession]) -> Succession:
    """Follow one that became another, and that another again, until there is a name that is used now."""
    seen = {folded(one.old)}
    while len(one.new) == 1 and (name := folded(one.new[0])) in known and name not in {*now, *seen}:
        one = known[name]
        seen.add(name)
    return one


def _names(values: Sequence[Cell]) -> dict[str, str]:
    """Give the different texts of a column by what they are compared as."""
    return {folded(value): value for value in dict.fromkeys(values) if isinstance(value, str)}


def _renamed(column: Column, become: Mapping[str, str]) -> Column:
    if not become:
        return column
    values = [become.get(value, value) if isinstance(value, str) else value for value in column.values]
    return replace(column, values=values)
