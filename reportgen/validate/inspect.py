"""A data file against its kind: declared types, or every complaint there is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.dataset import Claim, Dataset, ForEach, Table
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.office import Succession
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase
from reportgen.model.raw import UNREAD, WITHOUT, Graft, Loaded
from reportgen.model.values import BLANK, Value
from reportgen.validate.claims import read_claim
from reportgen.validate.corrections import KEY as CORRECTIONS
from reportgen.validate.corrections import read_corrections, tell_unmet
from reportgen.validate.desk import Desk
from reportgen.validate.expected import KEY as EXPECTED
from reportgen.validate.expected import read_expected
from reportgen.validate.keys import refuse_repeats, refuse_twins
from reportgen.validate.list_marks import refuse_strays, tell_marks
from reportgen.validate.list_repeats import tell_repeats
from reportgen.validate.people import compare_people
from reportgen.validate.same_as import SAME_AS, SameAs
from reportgen.validate.sent_again import tell_sent_again
from reportgen.validate.short_names import tell_short_names
from reportgen.validate.spellings import refuse_spellings
from reportgen.validate.successors import follow
from reportgen.validate.tables import TableReader
from reportgen.validate.years import tell_other_years, years_said

RESERVED = ("kind", "for_each", "earlier", "assumed", SAME_AS, CORRECTIONS, EXPECTED)
"""Keys of a data file that are not fields."""


def validate(
    loaded: Loaded, kind: Kind, earlier: Iterable[Dataset] = (), successions: Iterable[Succession] = ()
) -> Dataset:
    """Read a data file as its kind declares; ``successions`` say what became of names in earlier files.

    Nothing is raised: what was wrong is among ``Dataset.notes`` and stands as a gap in the data, so that the
    figures which do not need it are computed, and all mistakes of a run come together.
    """
    inspector = _Inspector(Desk(loaded.sources), kind, tuple(successions))
    return inspector.inspect(loaded, tuple(earlier))


@dataclass(slots=True)
class _Inspector:
    """One inspection: fields and tables as they are read."""

    desk: Desk
    kind: Kind
    successions: tuple[Succession, ...]
    tables: dict[str, Table] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    same: SameAs = field(default_factory=SameAs)
    years: Sequence[str] = ()

    def inspect(self, loaded: Loaded, earlier: tuple[Dataset, ...]) -> Dataset:
        values = loaded.values
        self._unknown(values)
        self.years = years_said(values)
        self.desk.amendments = read_corrections(self.desk, values.get(CORRECTIONS))
        self.same = SameAs.read(self.desk, values.get(SAME_AS))
        fields = {
            name: self.value(spec, values.get(name), (name,)) for name, spec in self.kind.fields.items()
        }
        self._figures(values)
        self.desk.compare_numbers()
        self.desk.spaces.tell(self.desk.complaints)
        self.desk.frames.tell(self.desk.complaints)
        refuse_strays(self.desk, self.kind, fields)
        earlier = self._compared(earlier)
        whole = not any(note.stops for note in loaded.notes)
        if whole:
            tell_unmet(self.desk)
            self.same.tell_unused(self.desk)
        expected = read_expected(self.desk, self.kind, values.get(EXPECTED), self.tables, whole=whole)
        return Dataset(
            file=loaded.file, kind=self.kind.name, values=fields, tables=self.tables, sources=loaded.sources,
            claims=tuple(self.claims), assumed=self._assumed(values.get("assumed")),
            for_each=self._for_each(values.get("for_each")), earlier=earlier,
            given=frozenset(name for name in self.kind.fields if values.get(name) is not None),
            notes=(*(note for note in loaded.notes if note not in self.desk.answered), *self.desk.complaints),
            corrections=tuple(one.correction for one in self.desk.amendments.all), expected=expected,
        )  # fmt: skip

    def _compared(self, earlier: Iterable[Dataset]) -> tuple[Dataset, ...]:
        """Hold the names of earlier files against those of this one."""
        followed = (follow(self.tables, one, self.successions, self.desk.complaints) for one in earlier)
        read = [self.same.applied_to(self.kind, dataset) for dataset in followed]
        told = SameAs(refuse_spellings(self.desk, self.kind, self.tables, read))
        for name, table in self.tables.items():  # what was told as one is not told again as gone
            self.tables[name] = told.applied(self.kind.rows[name], table)
        return tuple(told.applied_to(self.kind, dataset) for dataset in read)

    def value(self, spec: FieldSpec, raw: Any, path: DataPath) -> Value:
        """Read a field of any type."""
        if raw is UNREAD:
            return BLANK
        if raw is WITHOUT:
            return ""
        if isinstance(raw, Graft):
            self.desk.complaints.add("graft-is-a-report", raw.origin, name=spec.name, file=raw.file)
            return BLANK
        if spec.type == "rows":
            return self._rows(spec, raw, path)
        if spec.type in {"list", "group"} and (raw is None or raw == ""):
            return self.desk.nothing(spec, path)
        if spec.type == "list":
            return self._list(spec, raw, path)
        if spec.type == "group":
            return self._group(spec, raw, path)
        return self.desk.scalar(spec, raw, path)

    def _rows(self, spec: FieldSpec, raw: Any, path: DataPath) -> Value:
        if raw is None or raw == "":
            return self.desk.nothing(spec, path)
        reader = TableReader(self.desk, spec, {name: [] for name in spec.fields})
        reader.add(raw, path)
        table = self.same.applied(spec, reader.table())
        refuse_twins(self.desk, spec, table)
        refuse_repeats(self.desk, spec, table)
        tell_sent_again(self.desk, spec, table, reader.sent)
        tell_short_names(self.desk, spec, table)
        tell_other_years(spec, (raw for _, raw in reader.sent), self.years, self.desk.complaints)
        compare_people(self.desk, spec, table)
        self.tables[spec.name] = table
        self.claims.extend(reader.claims)
        return ()

    def _list(self, spec: FieldSpec, raw: Any, path: DataPath) -> Value:
        if not isinstance(raw, Sequence) or isinstance(raw, str):
            self.desk.complain("not-a-list", path, name=spec.title)
            return BLANK
        if spec.item is None:
            raise TypeError(f"list {spec.name} has no item type")
        read = tuple(self.value(spec.item, item, (*path, index)) for index, item in enumerate(raw))
        tell_marks(self.desk, spec, read, path)
        tell_repeats(self.desk, spec, read, path)
        return read

    def _group(self, spec: FieldSpec, raw: Any, path: DataPath) -> Value:
        if not isinstance(raw, Mapping):
            self.desk.complain("not-a-group", path, name=spec.title, names=", ".join(spec.fields))
            return BLANK
        for key in raw:
            if key not in spec.fields:
                self.desk.unknown_key((*path, key), spec.fields, spec.title)
        return {name: self.value(inner, raw.get(name), (*path, name)) for name, inner in spec.fields.items()}

    def _figures(self, values: Mapping[str, Any]) -> None:
        """Take every key that is a figure's name as a claim."""
        for name, spec in self.kind.figures.items():
            place = self.desk.sources.nearest((name,))
            claim = read_claim(self.desk, spec, values.get(name), (name,), place)
            self.claims.extend([claim] if claim else [])

    def _unknown(self, values: Mapping[str, Any]) -> None:
        known = (*self.kind.fields, *self.kind.figures, *RESERVED)
        for key in values:
            if key not in known:
                self.desk.unknown_key((key,), known, self.kind.title)

    def _assumed(self, raw: Any) -> Mapping[str, str]:
        """Read what was assumed: names of fields, tables or columns, each with its reason."""
        if raw is None:
            return {}
        if not isinstance(raw, Mapping):
            self.desk.complain(
                "not-a-group", ("assumed",), name="assumed", names=phrase("units.managers: why")
            )
            return {}
        known = {
            *self.kind.fields,
            *(
                f"{spec.name}.{name}"
                for spec in self.kind.fields.values()
                for name in (*spec.fields, *spec.columns)
            ),
        }
        for key, reason in raw.items():
            if key not in known:
                self.desk.unknown_key(("assumed", key), known, "assumed")
            elif not isinstance(reason, str):
                self.desk.complain("missing-reason", ("assumed", key), name=key)
        return {key: str(reason) for key, reason in raw.items()}

    def _for_each(self, raw: Any) -> ForEach | None:
        if raw is None:
            return None
        of, by = (raw.get("of"), raw.get("by")) if isinstance(raw, Mapping) else (raw, None)
        columns = [by] if isinstance(by, str) else by if isinstance(by, list | tuple) else [by] if by else []
        spec = self.kind.rows.get(of) if isinstance(of, str) else None
        extra = set(raw) - {"of", "by"} if isinstance(raw, Mapping) else set()
        if (
            spec is None
            or extra
            or not all(isinstance(name, str) and name in spec.fields for name in columns)
        ):
            tables = ", ".join(self.kind.rows) or phrase("none")
            self.desk.complain("wrong-for-each", ("for_each",), kind=self.kind.name, tables=tables)
            return None
        return ForEach(spec.name, tuple(columns), self.desk.place(("for_each",)))
