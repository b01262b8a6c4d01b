"""What tells the rows of a table apart: two that cannot be told apart are one too many."""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.model.dataset import Table
from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.values import Blank, Cell, told
from reportgen.validate.desk import Desk

Key = tuple[Cell, ...]


def keys(table: Table, columns: Sequence[str]) -> Iterator[tuple[int, Key]]:
    """Go through the rows by what stands in some columns, without those in which something is missing."""
    rows = zip(*(table.columns[name].values for name in columns), strict=True)
    for row, key in enumerate(rows):
        if not any(part is None or isinstance(part, Blank) for part in key):
            yield row, key


def compared(spec: FieldSpec, columns: Iterable[str], key: Key) -> Key:
    """Fold the names in a key; codes and choices are what they are."""
    return tuple(
        folded(part) if isinstance(part, str) and spec.fields[name].type == "text" else part
        for name, part in zip(columns, key, strict=True)
    )


def refuse_twins(desk: Desk, spec: FieldSpec, table: Table) -> None:
    """Complain of two rows with the same key, showing both."""
    first: dict[Key, tuple[int, Key]] = {}
    for row, key in keys(table, spec.key) if spec.key else ():
        other, spelled = first.setdefault(compared(spec, spec.key, key), (row, key))
        if other != row:
            here, there = (table.sources.nearest((each, spec.key[0])) for each in (row, other))
            _tell(desk, spec, (key, spelled), (here, there))


def refuse_repeats(desk: Desk, spec: FieldSpec, table: Table) -> None:
    """Complain of a value that is there again in a column in which each may be there once."""
    for column in spec.unique:
        first: dict[Key, int] = {}
        for row, key in keys(table, [column]):
            other = first.setdefault(compared(spec, [column], key), row)
            if other != row:
                here, there = (table.sources.nearest((each, column)) for each in (row, other))
                desk.complaints.add(
                    "value-again", here, related=[(phrase("first"), there)], value=shown(spec, [column], key),
                    name=spec.fields[column].title, table=spec.title,
                )  # fmt: skip


def shown(spec: FieldSpec, columns: Iterable[str], key: Key) -> str:
    """Tell a row by its key, without what is personal: messages are mailed around."""
    parts = zip(columns, key, strict=True)
    return ", ".join(told(part) for name, part in parts if not spec.fields[name].personal) or "…"


def _spelled(spec: FieldSpec, key: Key, first: Key) -> str:
    if key == first:
        return ""
    return phrase(", first spelled '{key}'", key=shown(spec, spec.key, first))


def _tell(desk: Desk, spec: FieldSpec, twins: tuple[Key, Key], places: tuple[Origin, Origin]) -> None:
    (key, first), (here, there) = twins, places
    name, related = shown(spec, spec.key, key), [(phrase("first"), there)]
    if here.file == there.file:
        spelled = _spelled(spec, key, first)
        desk.complaints.add(
            "duplicate-row", here, related=related, key=name, table=spec.title, spelled=spelled
        )
    else:
        desk.complaints.add(
            "unit-twice", here, related=related,
            unit=name, table=spec.title, file=here.file, other=there.file,
        )  # fmt: skip
