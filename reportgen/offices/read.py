"""offices.yaml as people write it, read with a place for every mistake."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from reportgen.load import load_yaml_mapping
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.errors import DataError
from reportgen.model.names import same_name
from reportgen.model.office import Office, Register, Signer, Succession
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.validate import Misread, read_date

_TEXTS: Final = ("name", "heading", "parent", "symbol", "place", "archive")
_OFFICE: Final = (*_TEXTS, "signers", "from", "until", "successors")
_SIGNER: Final = ("position", "name", "authority")
_UNIT: Final = ("old", "new", "on")


def read_register(path: Path, shown: str) -> Register:
    """Read an offices.yaml.

    Raises:
        DataError: with every mistake in it.

    """
    loaded = load_yaml_mapping(path, shown=shown)
    reader = _Reader(loaded.sources)
    register = reader.register(loaded.values)
    if reader.complaints.serious:
        raise DataError(reader.complaints)
    return register


@dataclass(slots=True)
class _Reader:
    sources: Sources
    complaints: Complaints = field(default_factory=Complaints)

    def register(self, values: Mapping[str, Any]) -> Register:
        self.known(values, ("own", "offices", "units"), ())
        offices = tuple(self.office(*each) for each in self.records(values.get("offices"), ("offices",)))
        units = [self.unit(*each) for each in self.records(values.get("units"), ("units",))]
        own, place = self.text(values.get("own"), ("own",)), self.sources.nearest(("own",))
        register = Register(own, place if own else None, offices, tuple(one for one in units if one))
        self.overlaps(offices)
        if own and not register.called(own):
            meant = did_you_mean(own, register.names())
            self.complaints.add("own-office-unlisted", place, name=own, meant=meant)
        return register

    def office(self, raw: Mapping[str, Any], path: DataPath) -> Office:
        self.known(raw, _OFFICE, path)
        texts = {name: self.text(raw.get(name), (*path, name)) for name in _TEXTS}
        signers = self.records(raw.get("signers"), (*path, "signers"))
        if not texts["name"]:
            self.complaints.add("office-wants", self.sources.nearest(path), what=phrase("a name"))
        return Office(
            **texts,
            origin=self.sources.nearest((*path, "name")),
            signers=tuple(self.signer(*each) for each in signers),
            since=self.date(raw.get("from"), (*path, "from")),
            until=self.date(raw.get("until"), (*path, "until")),
            successors=self.texts(raw.get("successors"), (*path, "successors")),
            origins=dict(self.origins(raw, path)),
        )

    def origins(self, raw: Mapping[str, Any], path: DataPath) -> Iterable[tuple[str, Origin]]:
        return ((str(name), self.sources.nearest((*path, name))) for name in raw)

    def signer(self, raw: Mapping[str, Any], path: DataPath) -> Signer:
        self.known(raw, _SIGNER, path)
        return Signer(**{name: self.text(raw.get(name), (*path, name)) for name in _SIGNER})

    def unit(self, raw: Mapping[str, Any], path: DataPath) -> Succession | None:
        self.known(raw, _UNIT, path)
        old, new = self.text(raw.get("old"), (*path, "old")), self.texts(raw.get("new"), (*path, "new"))
        day = self.date(raw.get("on"), (*path, "on"))
        if old and new and day:
            return Succession(old, new, day, self.sources.nearest(path))
        self.complaints.add(
            "office-wants", self.sources.nearest(path), what=phrase("an old name, a new one and a day")
        )
        return None

    def records(self, raw: Any, path: DataPath) -> list[tuple[Mapping[str, Any], DataPath]]:
        """Read a list of mappings."""
        if raw is None:
            return []
        if isinstance(raw, Sequence) and all(isinstance(item, Mapping) for item in raw):
            return [(item, (*path, index)) for index, item in enumerate(raw)]
        what = phrase("a list, each of its items beginning with “-”")
        self.complaints.add("office-wants", self.sources.nearest(path), what=what)
        return []

    def texts(self, raw: Any, path: DataPath) -> tuple[str, ...]:
        """Read one text or a list of them."""
        items = raw if isinstance(raw, list | tuple) else [] if raw is None else [raw]
        return tuple(filter(None, (self.text(item, path) for item in items)))

    def text(self, raw: Any, path: DataPath) -> str:
        if raw is None or isinstance(raw, str):
            return "\n".join(" ".join(line.split()) for line in (raw or "").strip().split("\n"))
        self.complaints.add("office-wants", self.sources.nearest(path), what=phrase("a text"))
        return ""

    def date(self, raw: Any, path: DataPath) -> dt.date | None:
        text = self.text(raw, path)
        try:
            return read_date(text) if text else None
        except Misread as misread:
            place, name = self.sources.nearest(path), str(path[-1])
            self.complaints.add(misread.code, place, name=name, value=text, **misread.values)
            return None

    def known(self, raw: Mapping[str, Any], names: Sequence[str], path: DataPath) -> None:
        """Complain of keys that mean nothing here."""
        for key in raw:
            if key not in names:
                place = self.sources.key_origin((*path, key)) or self.sources.nearest(path)
                meant = did_you_mean(key, names)
                self.complaints.add("office-unknown-key", place, key=key, known=", ".join(names), meant=meant)

    def overlaps(self, offices: Iterable[Office]) -> None:
        """Complain of two entries that say what one office is called on the same day."""
        for one, other in combinations(offices, 2):
            begins = max(one.since or dt.date.min, other.since or dt.date.min)
            ends = min(one.until or dt.date.max, other.until or dt.date.max)
            if same_name(one.name, other.name) and begins <= ends:
                first = [(phrase("the first"), one.origin)]
                self.complaints.add("office-twice", other.origin, related=first, name=other.name)
