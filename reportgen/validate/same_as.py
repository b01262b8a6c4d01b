"""What a data file says of spellings: a cell that says the one is read as the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.phrase import phrase
from reportgen.validate.desk import Desk
from reportgen.validate.scalars import read_text

SAME_AS: Final = "same_as"


@dataclass(slots=True)
class SameAs:
    """Spellings, each with the one that counts, and which of them a row has had."""

    counts: Mapping[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, desk: Desk, raw: Any) -> "SameAs":
        """Read the pairs of spellings, or complain."""
        if raw is None:
            return cls()
        if not isinstance(raw, Mapping) or not all(isinstance(other, str) for other in raw.values()):
            desk.complain("not-a-group", (SAME_AS,), name=SAME_AS, names=phrase("Hoà Bình: Hòa Bình"))
            return cls()
        counts = {read_text(name): read_text(other.strip()) for name, other in raw.items()}
        for name, other in raw.items():
            if (last := counts.get(counts[read_text(name)])) is not None:
                desk.complain("same-as-again", (SAME_AS, name), name=other, other=last)
        return cls(counts)

    def applied(self, spec: FieldSpec, table: Table) -> Table:
        """Read the names of a table as they count."""
        if not self.counts:
            return table
        texts = [name for name, column in spec.fields.items() if column.type == "text"]
        read = {name: self._column(table.columns[name]) for name in texts}
        return replace(table, columns={**table.columns, **read})

    def applied_to(self, kind: Kind, dataset: Dataset) -> Dataset:
        """Read the names of an earlier file as they count here."""
        tables = {name: self.applied(kind.rows[name], table) for name, table in dataset.tables.items()}
        return replace(dataset, tables=tables)

    def tell_unused(self, desk: Desk) -> None:
        """Tell of spellings that no row has."""
        for name in self.counts:
            if name not in self.met:
                origin = desk.sources.key_origin((SAME_AS, name)) or desk.place((SAME_AS,))
                desk.complaints.add("same-as-unused", origin, name=name)

    def _column(self, column: Column) -> Column:
        values: Sequence[Any] = column.values
        self.met.update(self.counts.keys() & set(values))
        return replace(column, values=[self.counts.get(value, value) for value in values])
