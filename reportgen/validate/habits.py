"""How a column is written over all files that feed it: one file's decimal point makes another's doubtful."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import DataPath, Origin
from reportgen.validate.decimals import COUNT, EITHER, NUMERIC, Seen, Written, number_readers, refuse, shapes
from reportgen.validate.desk import Desk
from reportgen.validate.numerals import Shape
from reportgen.validate.table_files import TableFile


def find_readers(files: Sequence[TableFile], rows: Sequence[Written]) -> None:
    """Find out how each file's columns of numbers are read; ``rows`` are those of the data file itself.

    What is unclear only because of another file is refused once for all of them, with both places.
    """
    written = [file.numbers for file in files]
    doubts = _doubts(written, rows)
    complaints = files[0].desk.complaints if files else Complaints()
    for doubt in doubts.values():
        refuse(doubt.together, doubt.shown, complaints)
    for number, (file, columns) in enumerate(zip(files, written, strict=True)):
        refused = {name for name, doubt in doubts.items() if number in doubt.files}
        readers = number_readers(columns, complaints, refused)
        file.readers = {column.spec.name: read for column, read in zip(columns, readers, strict=True)}


def written_rows(
    desk: Desk, spec: FieldSpec, rows: Sequence[tuple[Mapping[str, Any], DataPath]]
) -> list[Written]:
    """Look at the numbers of rows that stand in the data file itself."""
    return [
        _written(desk, column, [(row.get(name), (*path, name)) for row, path in rows])
        for name, column in spec.fields.items()
        if column.type in NUMERIC
    ]


def _written(desk: Desk, spec: FieldSpec, cells: Sequence[tuple[Any, DataPath]]) -> Written:
    texts = [text.strip() if type(text) is str else None for text, _ in cells]
    return Written(spec, shapes(texts), lambda row: desk.sources.nearest(cells[row][1]))


@dataclass(frozen=True, slots=True)
class _Doubt:
    """One column over several files: its doubtful texts as if of one, and where another shows a point."""

    together: Written
    shown: Origin | None
    files: frozenset[int]


_ROWS = -1
"""The data file's own rows, among the numbers of the files."""


def _doubts(files: Sequence[Sequence[Written]], rows: Sequence[Written]) -> dict[str, _Doubt]:
    """Find the columns that are clear in each file and unclear over all of them."""
    by_name: dict[str, dict[int, Written]] = {}
    for number, columns in ((_ROWS, rows), *enumerate(files)):
        for column in columns:
            by_name.setdefault(column.spec.name, {})[number] = column
    found = ((name, _doubt(columns)) for name, columns in by_name.items() if len(columns) > 1)
    return {name: doubt for name, doubt in found if doubt is not None}


def _doubt(columns: Mapping[int, Written]) -> _Doubt | None:
    free = {number: one for number, one in columns.items() if one.decimal is None and one.spec.type != COUNT}
    shown = next(
        (one.place(one.seen[Shape.POINT].rows[0]) for one in free.values() if one.seen[Shape.POINT]), None
    )
    silent = {number: one for number, one in free.items() if _is_silent(one)}
    if not silent or not (shown or _differ(silent.values(), free.values())):
        return None
    return _Doubt(_together([*silent.values()]), shown, frozenset(silent))


def _is_silent(column: Written) -> bool:
    """Tell whether texts of one sort may mean two numbers, and none shows which."""
    seen = column.seen
    either = sum(bool(seen[each]) for each in EITHER)
    return either == 1 and not seen[Shape.POINT] and not seen[Shape.COMMA]


def _differ(silent: Iterable[Written], free: Iterable[Written]) -> bool:
    """Tell whether one has ``1.234`` and another ``1,234``, and nothing shows which sign is which."""
    both = all(any(one.seen[each] for one in silent) for each in EITHER)
    return both and not any(one.seen[Shape.COMMA] for one in free)


def _together(columns: Sequence[Written]) -> Written:
    """Put the texts of several files behind each other, as if one had them all."""
    places: list[Origin] = []
    seen = {each: Seen() for each in Shape}
    for each in EITHER:
        for own, place in ((column.seen[each], column.place) for column in columns):
            both = seen[each]
            both.count, both.text = both.count + own.count, both.text or own.text
            both.rows += range(len(places), len(places) + len(own.rows))
            places += map(place, own.rows)
    return replace(columns[0], seen=seen, place=places.__getitem__)
