"""The rows or groups for which a data file wants a document each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.compute.scope import PASTS
from reportgen.model.claims import CodeSigner
from reportgen.model.dataset import Column, Dataset, ForEach, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.registry import Registered
from reportgen.model.values import Blank, Cell

Key = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What a member has for itself: its rows, what they have in common, its rows in earlier files."""

    table: Table
    each: Mapping[str, Cell]
    earlier: tuple[Table | None, ...] = ()
    registered: Registered | None = None
    code_signer: CodeSigner | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    replaces: str | None = None

    def numbered(
        self, column: str, number: str, registered: Registered | None, code_signer: CodeSigner | None
    ) -> "Own":
        """Give the same with a number: in a column of its one row, or in a field where it has many."""
        if column not in self.each:
            values = {**self.values, column: number}
            return replace(self, values=values, registered=registered, code_signer=code_signer)
        columns = {**self.table.columns, column: Column([number], complete=True)}
        table = replace(self.table, columns=columns)
        each = {**self.each, column: number}
        return replace(self, table=table, each=each, registered=registered, code_signer=code_signer)

    def of(self, whole: Dataset) -> Dataset:
        """Give the data as the member sees them: of the table only its own rows."""
        return replace(
            whole, values={**whole.values, **self.values} if self.values else whole.values,
            tables={**whole.tables, self.table.name: self.table}, claims=(), for_each=None, each=self.each,
            earlier=tuple(map(_as_seen, whole.earlier, self.earlier)),
            registered=self.registered, code_signer=self.code_signer, replaces=self.replaces,
        )  # fmt: skip

    def apart(self) -> "Own":
        """Give the same without the files it was read from."""
        earlier = tuple(past and past.apart() for past in self.earlier)
        return replace(self, table=self.table.apart(), earlier=earlier)


@dataclass(frozen=True, slots=True)
class Members:
    """The rows or groups of a table: which there are, and what each has for itself."""

    table: Table | None
    asked: ForEach
    pasts: Sequence["_Past"] = field(default_factory=tuple)

    def groups(self, complaints: Complaints) -> Iterator[Sequence[int]]:
        """List the rows of each member."""
        if self.table is not None:
            yield from _groups(self.table, self.asked, complaints)

    def own(self, rows: Sequence[int]) -> Own:
        """Take what the member of these rows has for itself."""
        if self.table is None:
            raise LookupError(f"there is no table {self.asked.of}")
        table = self.table.take(rows)
        each = {name: table.columns[name].values[0] for name in self.asked.by or table.columns}
        return Own(table, each, tuple(past.of_member(table) for past in self.pasts))


def members_of(dataset: Dataset, kind: Kind, asked: ForEach, complaints: Complaints) -> Members:
    """Look for the members, in earlier files too: there the rows of the group, or with the row's key."""
    table = dataset.tables.get(asked.of)
    return Members(table, asked, _pasts(dataset, kind, asked, complaints) if table else ())


def members(dataset: Dataset, kind: Kind, asked: ForEach, complaints: Complaints) -> Iterator[Dataset]:
    """Give the dataset of each row or group."""
    found = members_of(dataset, kind, asked, complaints)
    return (found.own(rows).of(dataset) for rows in found.groups(complaints))


def place(member: Dataset, asked: ForEach) -> Origin:
    """Tell where a member's first row was written."""
    return member.tables[asked.of].sources.nearest((0,))


def _as_seen(past: Dataset, table: Table | None) -> Dataset:
    return past if table is None else replace(past, tables={**past.tables, table.name: table})


@dataclass(frozen=True, slots=True)
class _Past:
    """The table of an earlier file, and which of its rows belong to which member."""

    table: Table | None
    by: tuple[str, ...]
    rows: dict[Key, list[int]]

    def of_member(self, own: Table) -> Table | None:
        """Take the rows of a member."""
        if self.table is None:
            return None
        key = tuple(own.columns[name].values[0] for name in self.by)
        return self.table.take(self.rows.get(key, ()))


def _pasts(dataset: Dataset, kind: Kind, asked: ForEach, complaints: Complaints) -> list[_Past]:
    by = asked.by or kind.rows[asked.of].key
    if dataset.earlier and not by and _reads_past(kind, asked.of):
        complaints.add("each-without-key", asked.origin, table=asked.of)
    tables = [past.tables.get(asked.of) for past in dataset.earlier]
    return [_Past(table, by, _by_key(table, by) if table else {}) for table in tables]


def _reads_past(kind: Kind, table: str) -> bool:
    """Tell whether any formula reads rows of the table in earlier files."""
    names = (name for formula in kind.formulas for name in formula.names)
    return any(name[0] in PASTS and name[1] == table for name in names)


def _groups(table: Table, asked: ForEach, complaints: Complaints) -> Iterator[Sequence[int]]:
    if not asked.by:
        yield from ((row,) for row in range(table.length))
        return
    for key, rows in _by_key(table, asked.by).items():
        if not any(part is None or isinstance(part, Blank) for part in key):
            yield rows
            continue
        for row in rows:
            complaints.add("blank-group", table.sources.nearest((row,)), name=", ".join(asked.by))


def _by_key(table: Table, by: Sequence[str]) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        groups.setdefault(key, []).append(row)
    return groups
