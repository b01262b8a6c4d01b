"""Who should report: units that are missing, unknown, or there twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from reportgen.model.dataset import Column, Table
from reportgen.model.diagnostics import nearest_name
from reportgen.model.kind import REPORTED, FieldSpec, Kind
from reportgen.model.names import folded, same_name
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import UNREAD, RawTable
from reportgen.validate.desk import Desk
from reportgen.validate.scalars import read_text

KEY: Final = "expected"
_SHOWN = 40
_ALIKE = 0.5
"""How much of what differs in two names must be alike, so that one may be a slip of the other."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit as a list or a row names it, and where."""

    name: str
    origin: Origin


def read_expected(
    desk: Desk, kind: Kind, raw: Any, tables: Mapping[str, Table], *, whole: bool
) -> dict[str, Table]:
    """Read who is expected in which tables, and compare; ``whole`` unless a file could not be read."""
    if raw is None or raw == "":
        return {}
    known = {name: spec for name, spec in kind.rows.items() if spec.reporter}
    if not isinstance(raw, Mapping):
        names = ", ".join(known) or phrase("none")
        desk.complain("not-a-group", (KEY,), name=KEY, names=names)
        return {}
    found = {}
    for name, entry in raw.items():
        if name not in known:
            desk.unknown_key((KEY, name), known, KEY)
        elif (units := _read(desk, known[name], entry, (KEY, name))) is not None:
            found[name] = _compared(desk, known[name], units, tables.get(name), whole=whole)
    return found


def _read(desk: Desk, spec: FieldSpec, raw: Any, path: DataPath) -> list[_Unit] | None:
    """Read a list of names, in the data file or in a column of a table file."""
    if raw is UNREAD:
        return None
    if isinstance(raw, RawTable):
        units = _column(desk, spec, raw)
    elif isinstance(raw, list) and all(isinstance(name, str) for name in raw):
        units = [_Unit(read_text(name), desk.sources.nearest((*path, n))) for n, name in enumerate(raw)]
    else:
        desk.complain("expected-no-list", path, name=spec.name)
        return None
    _refuse_twins(desk, units or ())
    return units


def _column(desk: Desk, spec: FieldSpec, raw: RawTable) -> list[_Unit] | None:
    column = spec.fields[spec.reporter or ""]
    own = (
        n
        for n, name in enumerate(raw.columns)
        if same_name(name, column.title) or same_name(name, column.name)
    )
    place = 0 if len(raw.columns) == 1 else next(own, None)
    if place is None:
        columns = ", ".join(f'"{heading}"' for heading in raw.columns)
        desk.complaints.add("expected-column", raw.sources.nearest(()), name=column.title, columns=columns)
        return None
    texts = ((row, cells[place]) for row, cells in enumerate(raw.rows))
    heading = raw.columns[place]
    return [_Unit(read_text(text), raw.sources.nearest((row, heading))) for row, text in texts if text]


def _refuse_twins(desk: Desk, units: Iterable[_Unit]) -> None:
    first: dict[str, _Unit] = {}
    for unit in units:
        other = first.setdefault(folded(unit.name), unit)
        if other is not unit:
            related = [(phrase("first"), other.origin)]
            desk.complaints.add("expected-twice", unit.origin, related=related, unit=unit.name)


def _compared(
    desk: Desk, spec: FieldSpec, units: Sequence[_Unit], table: Table | None, *, whole: bool
) -> Table:
    """Hold the list against the rows, and make a table of it: each name, and whether it has reported."""
    rows = _reported(spec, table) if table else []
    there = {folded(row.name) for row in rows}
    known = {folded(unit.name) for unit in units}
    unknown = [row for row in rows if folded(row.name) not in known]
    missing = _refuse_unknown(desk, spec, unknown, [unit for unit in units if folded(unit.name) not in there])
    if missing and whole:
        names = shortened([unit.name for unit in missing], _SHOWN)
        desk.complaints.add(
            "units-missing", missing[0].origin,
            count=len(missing), all=len(units), table=spec.title, names=names,
        )  # fmt: skip
    _tell_spellings(desk, spec, rows, units)
    if table:
        _refuse_twice(desk, spec, table)
    return _table(spec, units, there)


def _reported(spec: FieldSpec, table: Table) -> list[_Unit]:
    """List who has reported, each at the first of its rows."""
    column = spec.reporter or ""
    first: dict[str, _Unit] = {}
    for row, name in enumerate(table.columns[column].values):
        if isinstance(name, str) and folded(name) not in first:
            first[folded(name)] = _Unit(name, table.sources.nearest((row, column)))
    return list(first.values())


def _refuse_unknown(
    desk: Desk, spec: FieldSpec, rows: Iterable[_Unit], missing: Sequence[_Unit]
) -> list[_Unit]:
    """Complain of names that are not expected; give those missing that none of them may mean."""
    names, meant = [unit.name for unit in missing], set[str | None]()
    for row in rows:
        near = nearest_name(row.name, [name for name in names if _may_be(row.name, name)])
        name = "…" if spec.fields[spec.reporter or ""].personal else row.name
        asked = phrase("; did you mean '{name}'?", name=near) if near else ""
        desk.complaints.add("unit-unknown", row.origin, unit=name, table=spec.title, meant=asked)
        meant.add(near)
    return [unit for unit in missing if unit.name not in meant]


def _may_be(one: str, other: str) -> bool:
    """Look at the words in which two names differ: all schools of a district begin alike."""
    left, right = folded(one).split(), folded(other).split()
    for end in (0, -1):
        while left and right and left[end] == right[end]:
            del left[end], right[end]
    if not left or not right or _initials(left) == "".join(right) or _initials(right) == "".join(left):
        return True
    return SequenceMatcher(None, " ".join(left), " ".join(right)).ratio() >= _ALIKE


def _initials(words: Sequence[str]) -> str:
    """Shorten words as people do: MN for Mầm non, THCS for Trung học cơ sở."""
    return "".join(word[0] for word in words)


def _tell_spellings(desk: Desk, spec: FieldSpec, rows: Iterable[_Unit], units: Sequence[_Unit]) -> None:
    """Tell of units that write their name otherwise than the list: papers print what was sent."""
    listed = {folded(unit.name): unit.name for unit in reversed(units)}
    others = [row for row in rows if row.name != listed.get(folded(row.name), row.name)]
    if others and not spec.fields[spec.reporter or ""].personal:
        pairs = [f"'{row.name}' ({row.origin}) → '{listed[folded(row.name)]}'" for row in others]
        names = shortened(pairs, _SHOWN)
        desk.complaints.add("units-otherwise", others[0].origin, table=spec.title, names=names)


def _refuse_twice(desk: Desk, spec: FieldSpec, table: Table) -> None:
    """Complain of a unit whose rows come from two files, or whose key is there twice in other letters."""
    column = spec.reporter or ""
    by = spec.key if column in spec.key else (column,)
    first: dict[tuple[object, ...], Origin] = {}
    told = {note.origin for note in desk.complaints if note.code in {"duplicate-row", "unit-twice"}}
    place = by.index(column)
    for row, cells in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        if not isinstance(cells[place], str):
            continue
        key = tuple(folded(cell) if isinstance(cell, str) else cell for cell in cells)
        origin = table.sources.nearest((row, column))
        source = () if column in spec.key else (origin.file, origin.sheet)
        other = first.setdefault(key, origin)
        again = other is not origin and (column in spec.key or source != (other.file, other.sheet))
        if again and first.setdefault((key, source), origin) is origin and origin not in told:
            desk.complaints.add(
                "unit-twice", origin, related=[(phrase("first"), other)],
                unit="…" if spec.fields[column].personal else cells[place], table=spec.title,
                file=origin.file, other=other.file,
            )  # fmt: skip


def _table(spec: FieldSpec, units: Sequence[_Unit], there: set[str]) -> Table:
    column = spec.reporter or ""
    sources = Sources(units[0].origin.file if units else "")
    for row, unit in enumerate(units):
        sources.values[row,] = sources.values[row, column] = unit.origin
    names = Column([unit.name for unit in units], complete=True)
    reported = Column([folded(unit.name) in there for unit in units], complete=True)
    return Table(f"{KEY}.{spec.name}", {column: names, REPORTED: reported}, len(units), sources)
