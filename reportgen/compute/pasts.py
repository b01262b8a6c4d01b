"""The tables of earlier files, one below the other."""

from collections.abc import Sequence

from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.origin import Stacked
from reportgen.model.values import Cell


def files(dataset: Dataset, past: str) -> Sequence[Dataset]:
    """Give all earlier files, or for ``previous`` the last of them."""
    return dataset.earlier if past == "earlier" else dataset.earlier[-1:]


def joined(name: str, datasets: Sequence[Dataset]) -> Table | None:
    """Put the same table of several files together; there is none where one file lacks it.

    Of no file at all the table is there, and empty.
    """
    tables = [dataset.tables[name] for dataset in datasets if name in dataset.tables]
    if len(tables) < len(datasets):
        return None
    if len(tables) == 1:
        return tables[0]
    names = tables[0].columns if tables else ()
    columns = {column: _stacked([table.columns[column] for table in tables]) for column in names}
    sources = Stacked(tuple((table.sources, (), 0, table.length) for table in tables))
    return Table(name, columns or Empty(), sum(table.length for table in tables), sources)


def _stacked(columns: Sequence[Column]) -> Column:
    values: list[Cell] = [value for column in columns for value in column.values]
    return Column(values, all(column.complete for column in columns))


class Empty(dict[str, Column]):
    """The columns of a table that has no rows: all of them, and empty."""

    def __missing__(self, name: str) -> Column:
        """Answer for any column."""
        return Column((), complete=True)
