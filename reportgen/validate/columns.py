"""Which columns of a table file are those that the kind declares; what is told of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.model.diagnostics import Complaints, did_you_mean, nearest_name
from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import RawTable
from reportgen.model.values import BLANK, Known
from reportgen.validate.headings import below_group, meant
from reportgen.validate.scalars import reader

_SHOWN = 12
"""How many headings are listed one by one."""


def columns_of(spec: FieldSpec, raw: RawTable, complaints: Complaints) -> dict[str, int]:
    """Find the places of columns by their headings, and complain of what is wrong with these."""
    wanted = {name: column.label for name, column in spec.fields.items()}
    wanted |= {name: figure.label for name, figure in spec.columns.items()}
    names, under = meant(raw.columns, wanted)
    places = {name: place for place, name in reversed([*enumerate(names)]) if name is not None}
    spare = [heading for heading, name in zip(raw.columns, names, strict=True) if name is None]
    found = _Columns(spec, raw, places, complaints)
    found.refuse_twins(names)
    found.tell_groups(under)
    found.tell_spare(spare)
    found.tell_missing(spare)
    return places


def when_empty(spec: FieldSpec) -> Known:
    """Give what an empty cell says, or a column that is not there."""
    if spec.default is not None:
        return reader(spec)(spec.default)
    return None if spec.optional else BLANK


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one table file, by their names."""

    spec: FieldSpec
    raw: RawTable
    places: Mapping[str, int]
    complaints: Complaints

    def refuse_twins(self, names: Sequence[str | None]) -> None:
        """Complain of a second heading for the same column: by its name and by its label."""
        for place, name in enumerate(names):
            if name is not None and self.places[name] != place:
                first, second = (
                    self.raw.sources.key_origin((self.raw.columns[at],)) for at in (self.places[name], place)
                )
                related = [(phrase("it first stands here"), first)] if first else []
                self.complaints.add("heading-twice", second, related=related, name=self.raw.columns[place])

    def tell_groups(self, places: Sequence[int]) -> None:
        """Warn of columns that are known by the lower of two headings only."""
        full = [self.raw.columns[place] for place in places]
        if full:
            shown = shortened([f"'{heading}' → '{below_group(heading)}'" for heading in full], _SHOWN)
            place, table = self.raw.sources.nearest(()), self.spec.title
            self.complaints.add("headings-below", place, table=table, headings=shown)

    def tell_spare(self, spare: Sequence[str]) -> None:
        """Tell of columns that nothing declares; warn of one that may be a column which need not be there."""
        missing = {
            title: column.title
            for column in self.spec.fields.values()
            if column.name not in self.places and when_empty(column) is not BLANK
            for title in (column.title, column.name)
        }
        for heading in spare:
            origin, table = self.raw.sources.key_origin((heading,)), self.spec.title
            if (meant := nearest_name(heading, missing)) is not None:
                self.complaints.add(
                    "column-perhaps-meant", origin, column=heading, table=table, label=missing[meant]
                )
            else:
                self.complaints.add("column-not-used", origin, column=heading, table=table)

    def tell_missing(self, spare: Sequence[str]) -> None:
        """Complain of columns that are wanted and not there."""
        for column in self.spec.fields.values():
            if column.name not in self.places and when_empty(column) is BLANK:
                near = did_you_mean(column.title, spare) or did_you_mean(column.name, spare)
                self.complaints.add(
                    "missing-column", self.raw.sources.nearest(()),
                    name=column.name, label=column.title, table=self.spec.title, meant=near,
                )  # fmt: skip
