"""Files that tables take rows from: on a sheet of their own, ``{from: FILE}`` where a data file says it."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.names import folded
from reportgen.model.origin import DataPath, Sources
from reportgen.model.raw import Raw
from reportgen.workbooks import words
from reportgen.workbooks.flat import value_at
from reportgen.workbooks.layout import Entry, Level, Page, Path

PATH: Final = ("from",)
_TABLE: Final = "table"
_KEY: Final = "from"
_EXCEPT: Final = "except"
_COLUMNS: Final = {
    _TABLE: words.TABLE,
    _KEY: words.FILE,
    "sheet": words.SHEET,
    _EXCEPT: "Không tính",
    "column": "Cột",
    "header": "Dòng tiêu đề",
    "encoding": "Bảng mã",
    "delimiter": "Dấu ngăn cột",
    "decimal": "Dấu thập phân",
    "lines": "Dòng đặc biệt",
    "unit": "Đơn vị tính",
}
"""What a row says of a file, by the key of a data file."""

_BETWEEN: Final = "; "
"""What stands between the files that do not count."""

Item = dict[str, Raw]


def files_page(kind: Kind) -> Page:
    """Lay out the sheet that names files."""
    origin = kind.sources.nearest(())
    specs = {key: FieldSpec(key, "code", origin, optional=key not in {_TABLE, _KEY}) for key in _COLUMNS}
    specs[_TABLE] = FieldSpec(_TABLE, "choice", origin, choices=tuple(_takers(kind).values()))
    entries = tuple(Entry(heading, (key,), specs[key]) for key, heading in _COLUMNS.items())
    return Page(words.FILES, Level(PATH, entries), FieldSpec(words.FILES, "list", origin, optional=True))


def named_files(kind: Kind, values: Mapping[str, Raw]) -> list[Item]:
    """List the files that a data file takes rows from."""
    return [
        {_TABLE: title, **{key: _on_one_line(part.get(key)) for key in _COLUMNS if key != _TABLE}}
        for path, title in _takers(kind).items()
        for part in _parts(value_at(values, path))
        if isinstance(part, Mapping) and _KEY in part
    ]


def take_from(values: dict[Path, Raw], kind: Kind, sources: Sources, complaints: Complaints) -> None:
    """Put the files that a sheet names where they belong, after the rows in the workbook itself."""
    takers = {folded(title): path for path, title in _takers(kind).items()}
    takers |= {folded(".".join(path)): path for path in _takers(kind)}
    for number, item in enumerate(_parts(values.pop(PATH, None))):
        there: DataPath = (*PATH, number)
        called = str(item.get(_TABLE) or "") if isinstance(item, Mapping) else ""
        path, origin = takers.get(folded(called)), sources.nearest((*there, _TABLE))
        if path is None:
            meant = did_you_mean(called, _takers(kind).values())
            complaints.add("unknown-key", origin, key=called, inside=kind.title, meant=meant)
        elif path[0] == "expected" and values.get(path) is not None:
            complaints.add("fact-twice", origin, name=called)
        elif isinstance(item, Mapping):
            _put(values, path, {**item}, there, sources)


def _takers(kind: Kind) -> dict[Path, str]:
    """List what may take rows from files, and what it is called."""
    reporting = [table for table in kind.rows.values() if table.reporter]
    lists: dict[Path, str] = {
        ("expected", table.name): words.EXPECTED if not place else f"{words.EXPECTED} ({table.name})"
        for place, table in enumerate(reporting)
    }
    tables: dict[Path, str] = {(table.name,): table.title for table in kind.rows.values()}
    return {**tables, **lists, ("corrections",): words.CORRECTIONS}


def _put(values: dict[Path, Raw], path: Path, item: Item, there: DataPath, sources: Sources) -> None:
    said = {key: text for key, text in item.items() if key != _TABLE and (text is not None or key == _KEY)}
    if isinstance(names := said.get(_EXCEPT), str):
        said[_EXCEPT] = [name.strip() for name in names.split(_BETWEEN.strip())]
    rows = [*_parts(values.get(path))]
    at: DataPath = path if path[0] == "expected" else (*path, len(rows))
    if path in sources.below:
        sources.below[(*path, 0)] = sources.below.pop(path)
    for key in said:
        sources.values[(*at, key)] = sources.keys[(*at, key)] = sources.nearest((*there, key))
    values[path] = said if at == path else [*rows, said]


def _on_one_line(value: Raw) -> Raw:
    if isinstance(value, Mapping):
        return _BETWEEN.join(f"{key}: {said}" for key, said in value.items())
    return _BETWEEN.join(map(str, value)) if isinstance(value, list | tuple) else value


def _parts(value: Raw) -> Iterator[Raw]:
    """Go through what a table is made of."""
    yield from value if isinstance(value, list | tuple) else [] if value is None else [value]
