"""Files that tables take rows from: on a sheet of their own, ``{from: FILE}`` where a data file says it."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportgen.model.dataset import Raw
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.names import folded
from reportgen.model.origin import DataPath, Sources
from reportgen.workbooks import words
from reportgen.workbooks.layout import Entry, Level, Page, Path

PATH: Final = ("from",)
_TABLE: Final = "table"
_KEY: Final = "from"
_COLUMNS: Final = {
    _TABLE: words.TABLE,
    _KEY: words.FILE,
    "sheet": words.SHEET,
    "header": "Dòng tiêu đề",
    "encoding": "Bảng mã",
    "delimiter": "Dấu ngăn cột",
}
"""What a row says of a file, by the key of a data file."""

Item = dict[str, Raw]


def files_page(kind: Kind) -> Page:
    """Lay out the sheet that names files."""
    origin = kind.sources.nearest(())
    tables = tuple(title for _, title in _tables(kind))
    specs = {key: FieldSpec(key, "code", origin, optional=key not in {_TABLE, _KEY}) for key in _COLUMNS}
    specs[_TABLE] = FieldSpec(_TABLE, "choice", origin, choices=tables)
    entries = tuple(Entry(heading, (key,), specs[key]) for key, heading in _COLUMNS.items())
    return Page(words.FILES, Level(PATH, entries), FieldSpec(words.FILES, "list", origin, optional=True))


def named_files(kind: Kind, values: Mapping[str, Raw]) -> list[Item]:
    """List the files that the tables of a data file take rows from."""
    return [
        {_TABLE: title, **{key: part.get(key) for key in _COLUMNS if key != _TABLE}}
        for name, title in _tables(kind)
        for part in _parts(values.get(name))
        if isinstance(part, Mapping) and _KEY in part
    ]


def take_from(values: dict[Path, Raw], kind: Kind, sources: Sources, complaints: Complaints) -> None:
    """Put the files that a sheet names into their tables, after the rows in the workbook itself."""
    tables = {folded(called): name for name, title in _tables(kind) for called in (title, name)}
    for number, item in enumerate(_parts(values.pop(PATH, None))):
        called = item.get(_TABLE) if isinstance(item, Mapping) else None
        table = tables.get(folded(called)) if isinstance(called, str) else None
        if isinstance(item, Mapping) and table is not None:
            _append(values, (table,), {**item}, (*PATH, number), sources)
        else:
            meant = did_you_mean(str(called or ""), [title for _, title in _tables(kind)])
            origin = sources.nearest((*PATH, number, _TABLE))
            complaints.add("unknown-key", origin, key=called or "", inside=kind.title, meant=meant)


def _tables(kind: Kind) -> list[tuple[str, str]]:
    """List what may take rows from files: by its name, and what it is called."""
    return [*((spec.name, spec.title) for spec in kind.rows.values()), ("corrections", words.CORRECTIONS)]


def _append(values: dict[Path, Raw], table: Path, item: Item, there: DataPath, sources: Sources) -> None:
    rows = [*_parts(values.get(table))]
    if table in sources.below:
        sources.below[(*table, 0)] = sources.below.pop(table)
    said = {key: text for key, text in item.items() if key != _TABLE and (text is not None or key == _KEY)}
    for key in said:
        place: DataPath = (*table, len(rows), key)
        sources.values[place] = sources.keys[place] = sources.nearest((*there, key))
    values[table] = [*rows, said]


def _parts(value: Raw) -> Iterator[Raw]:
    """Go through what a table is made of."""
    yield from value if isinstance(value, list | tuple) else [] if value is None else [value]
