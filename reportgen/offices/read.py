"""offices.yaml as people write it, read with a place for every mistake."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from reportgen.load import in_order, look_through_yaml
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.errors import DataError
from reportgen.model.names import same_name
from reportgen.model.office import Office, Register, Signer, Succession
from reportgen.model.origin import DataPath, Origin
from reportgen.model.phrase import phrase
from reportgen.model.values import told
from reportgen.offices.entries import Entries

_TEXTS: Final = ("name", "heading", "parent", "symbol", "place", "archive")
_OFFICE: Final = (*_TEXTS, "signers", "from", "until", "successors")
_SIGNER: Final = ("position", "name", "authority")
_UNIT: Final = ("old", "new", "on")


def read_register(path: Path, shown: str) -> Register:
    """Read an offices.yaml; of one with mistakes there is nothing but what is wrong in it."""
    try:
        loaded = look_through_yaml(path, shown=shown, like="own: Phòng Văn hóa - Xã hội phường Kỳ Lừa")
    except DataError as error:
        return Register(notes=tuple(error.diagnostics))
    entries = Entries(loaded.sources, Complaints([*loaded.notes]))
    register = _Reader(entries).register(loaded.values)
    notes = tuple(in_order(entries.complaints, shown))
    return Register(notes=notes) if entries.complaints.serious else replace(register, notes=notes)


@dataclass(frozen=True, slots=True)
class _Reader:
    entries: Entries

    def register(self, values: Mapping[str, Any]) -> Register:
        """Read the whole file."""
        self.entries.known(values, ("own", "offices", "units", "several_roles"), ())
        own, place = self.entries.text(values.get("own"), ("own",)), self.entries.at(("own",))
        register = Register(
            own,
            tuple(self.office(*each) for each in self.entries.records(values.get("offices"), ("offices",))),
            tuple(self.units(values.get("units"))),
            self.entries.texts(values.get("several_roles"), ("several_roles",)),
        )
        self.refuse_overlaps(register.offices)
        self.refuse_said_twice(register.successions)
        if own and all(register.names()) and not register.called(own):
            meant = did_you_mean(own, register.names())
            self.entries.complaints.add("own-office-unlisted", place, name=own, meant=meant)
        return register

    def office(self, raw: Mapping[str, Any], path: DataPath) -> Office:
        """Read what an office was called while all of it held."""
        self.entries.known(raw, _OFFICE, path)
        self.entries.needed(raw, ("name",), path)
        signers = self.entries.records(raw.get("signers"), (*path, "signers"))
        office = Office(
            **{name: self.entries.text(raw.get(name), (*path, name)) for name in _TEXTS},
            origin=self.entries.at((*path, "name")),
            signers=tuple(self.signer(*each) for each in signers),
            since=self.entries.date(raw.get("from"), (*path, "from")),
            until=self.entries.date(raw.get("until"), (*path, "until")),
            successors=self.entries.texts(raw.get("successors"), (*path, "successors")),
            origins=dict(self.origins(raw, path)),
        )
        self.refuse_no_day(office)
        return office

    def origins(self, raw: Mapping[str, Any], path: DataPath) -> Iterator[tuple[str, Origin]]:
        """Tell where each of an entry's values stands."""
        return ((str(name), self.entries.at((*path, name))) for name in raw)

    def signer(self, raw: Mapping[str, Any], path: DataPath) -> Signer:
        """Read who may sign."""
        self.entries.known(raw, _SIGNER, path)
        return Signer(**{name: self.entries.text(raw.get(name), (*path, name)) for name in _SIGNER})

    def units(self, raw: Any) -> Iterator[Succession]:
        """Read what units have become, as far as it is said in full."""
        for unit, path in self.entries.records(raw, ("units",)):
            self.entries.known(unit, _UNIT, path)
            self.entries.needed(unit, _UNIT, path)
            old = self.entries.text(unit.get("old"), (*path, "old"))
            new = self.entries.texts(unit.get("new"), (*path, "new"))
            day = self.entries.date(unit.get("on"), (*path, "on"))
            if old and new and day:
                yield Succession(old, new, day, self.entries.at((*path, "old")))

    def refuse_no_day(self, office: Office) -> None:
        """Complain of an office that ends before it begins."""
        if office.since and office.until and office.until < office.since:
            first, last = told(office.since), told(office.until)
            self.entries.complaints.add("office-ends-early", office.origins["until"], first=first, last=last)

    def refuse_overlaps(self, offices: Iterable[Office]) -> None:
        """Complain of two entries that say what one office is called on the same day."""
        for one, other in combinations(offices, 2):
            begins = max(one.since or dt.date.min, other.since or dt.date.min)
            ends = min(one.until or dt.date.max, other.until or dt.date.max)
            if one.name and same_name(one.name, other.name) and begins <= ends:
                first = [(phrase("the first"), one.origin)]
                self.entries.complaints.add("office-twice", other.origin, related=first, name=other.name)

    def refuse_said_twice(self, successions: Sequence[Succession]) -> None:
        """Complain of two lines that say what became of one unit on one day."""
        for one, other in combinations(successions, 2):
            if same_name(one.old, other.old) and one.on == other.on:
                first = [(phrase("the first"), one.origin)]
                self.entries.complaints.add(
                    "unit-said-twice", other.origin, related=first, name=other.old, date=told(other.on)
                )
