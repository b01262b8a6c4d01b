"""Lists and tables as rows of cells: what `items` reads back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from reportgen.model.kind import FieldSpec, FigureSpec
from reportgen.model.raw import Raw
from reportgen.workbooks.layout import Level, Page, Path

Line = dict[str, str]
"""The filled cells of a row, by heading."""


def lines_of(page: Page, value: Raw) -> list[Line]:
    """Write a table or a list as rows."""
    if page.spec.type != "rows":
        return _items(page.level, value)
    parts = value if isinstance(value, list | tuple) else [value]
    return [line for part in parts for line in _rows(page.spec, part)]


def value_at(values: Raw, path: Path) -> Raw:
    """Follow a path through groups; nothing where one of them is left out."""
    for name in path:
        values = values.get(name) if isinstance(values, Mapping) else None
    return values


def _items(level: Level, value: Raw) -> list[Line]:
    items = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return [line for number, item in enumerate(items, 1) for line in _item(level, item, number)]


def _item(level: Level, item: Raw, number: int) -> Iterator[Line]:
    """Write one item: its own cells on the first row, the lists inside it side by side from there down."""
    first = {level.number: str(number)} if level.number else {}
    first |= _filled((entry.heading, value_at(item, entry.path)) for entry in level.own)
    inner = [_items(below, value_at(item, below.path)) for below in level.inner]
    for beside in zip_longest([first], *inner, fillvalue={}):
        yield {heading: text for line in beside for heading, text in line.items()}


def _rows(spec: FieldSpec, part: Raw) -> list[Line]:
    columns: list[FieldSpec | FigureSpec] = [*spec.fields.values(), *spec.columns.values()]
    titles = {column.name: column.title for column in columns}
    if isinstance(part, Mapping) and "from" not in part:
        return [_filled((title, part.get(name)) for name, title in titles.items())]
    return []


def _filled(cells: Iterable[tuple[str, Raw]]) -> Line:
    return {heading: text for heading, text in cells if heading and isinstance(text, str)}
