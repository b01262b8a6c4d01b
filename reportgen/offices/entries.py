"""The entries of an office's file as a form to be read: every wrong one is complained of at its place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.model.diagnostics import Complaints, did_you_mean, nearest_name
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.validate import Misread, read_date

Record = tuple[Mapping[str, Any], DataPath]

_LIKE: Final = {
    "own": "own: Phòng Văn hóa - Xã hội phường Kỳ Lừa",
    "offices": "- name: Phòng Văn hóa - Xã hội phường Kỳ Lừa",
    "units": "- {old: quận Kỳ Lừa, new: phường Kỳ Lừa, on: 01/07/2025}",
    "several_roles": "several_roles: [Trần Thị Mây]",
    "name": "name: Phòng Văn hóa - Xã hội phường Kỳ Lừa",
    "heading": "heading: Phòng Văn hóa - Xã hội",
    "parent": "parent: UBND phường Kỳ Lừa",
    "symbol": "symbol: VHXH",
    "place": "place: Kỳ Lừa",
    "archive": "archive: VT",
    "signers": "- {position: Trưởng phòng, name: Trần Thị Mây}",
    "position": "position: Trưởng phòng",
    "authority": "authority: KT. Trưởng phòng",
    "from": "from: 01/07/2025",
    "until": "until: 30/06/2025",
    "successors": "successors: [Phòng Văn hóa - Xã hội phường Kỳ Lừa]",
    "old": "old: quận Kỳ Lừa",
    "new": "new: phường Kỳ Lừa",
    "on": "on: 01/07/2025",
}
"""How each entry may be written: what a message shows to whoever wrote it otherwise."""


@dataclass(slots=True)
class Entries:
    """The entries of one file, with their places."""

    sources: Sources
    complaints: Complaints = field(default_factory=Complaints)
    like: Mapping[str, str] = field(default_factory=lambda: _LIKE)

    def at(self, path: DataPath) -> Origin:
        """Tell where an entry's value stands, or the nearest thing around it that was written."""
        return self.sources.nearest(path)

    def known(self, raw: Mapping[str, Any], names: Sequence[str], path: DataPath) -> None:
        """Complain of keys that mean nothing here."""
        for key in raw:
            if key not in names:
                place = self.sources.key_origin((*path, key)) or self.at(path)
                meant = did_you_mean(key, names)
                self.complaints.add("office-unknown-key", place, key=key, known=", ".join(names), meant=meant)

    def needed(self, raw: Mapping[str, Any], names: Sequence[str], path: DataPath) -> None:
        """Complain of each of these that was not given: at its key, or where the entry begins.

        One that was misspelled was told already.
        """
        odd = [key for key in raw if key not in self.like]
        for name in names:
            if not raw.get(name) and not any(nearest_name(key, (name,)) for key in odd):
                place = self.sources.key_origin((*path, name)) or self.at(path)
                self.complaints.add("office-lacks", place, name=name, like=self.like[name])

    def records(self, raw: Any, path: DataPath) -> list[Record]:
        """Read a list of mappings; an item that is none is complained of, and the others are read."""
        if raw is None:
            return []
        if not isinstance(raw, Sequence) or isinstance(raw, str):
            self.wants(phrase("a list, each of its items beginning with “-”"), path)
            return []
        items = [(item, (*path, number)) for number, item in enumerate(raw)]
        for item, place in items:
            if not isinstance(item, Mapping):
                self.wants(phrase("an entry with names and values"), place)
        return [(item, place) for item, place in items if isinstance(item, Mapping)]

    def record(self, raw: Any, path: DataPath) -> Mapping[str, Any]:
        """Read one mapping."""
        if raw is not None and not isinstance(raw, Mapping):
            self.wants(phrase("an entry with names and values"), path)
        return raw if isinstance(raw, Mapping) else {}

    def texts(self, raw: Any, path: DataPath) -> tuple[str, ...]:
        """Read one text or a list of them."""
        if isinstance(raw, list | tuple):
            return tuple(filter(None, (self.text(item, (*path, at)) for at, item in enumerate(raw))))
        return tuple(filter(None, [self.text(raw, path)]))

    def text(self, raw: Any, path: DataPath) -> str:
        """Read a text, its lines trimmed."""
        if raw is None or isinstance(raw, str):
            return "\n".join(" ".join(line.split()) for line in (raw or "").strip().split("\n"))
        self.wants(phrase("a text"), path)
        return ""

    def date(self, raw: Any, path: DataPath) -> dt.date | None:
        """Read a day."""
        text = self.text(raw, path)
        try:
            return read_date(text) if text else None
        except Misread as misread:
            self.complaints.add(misread.code, self.at(path), name=str(path[-1]), value=text, **misread.values)
            return None

    def wants(self, what: str, path: DataPath) -> None:
        """Complain of something that is not what should stand there."""
        key = next(part for part in reversed(path) if isinstance(part, str))
        self.complaints.add("office-wants", self.at(path), what=what, like=self.like[key])
