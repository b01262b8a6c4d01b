"""The office that issues a paper: what the data leave out of its head and foot is taken from offices.yaml."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.kind import Kind, office_words
from reportgen.model.names import folded, same_name
from reportgen.model.office import Office, Register, Signer
from reportgen.model.origin import DataPath, Origin
from reportgen.model.phrase import phrase
from reportgen.model.raw import UNREAD, WITHOUT, Loaded
from reportgen.model.values import told
from reportgen.validate import Misread, read_date

DISTRICTS_END: Final = dt.date(2025, 6, 30)
"""The last day of the offices of districts: since then there are provinces and communes."""

_DISTRICT: Final = re.compile(
    r"(?i:ubnd|(?:ủy|uỷ) ban nhân dân|phòng (?:giáo dục và đào tạo|gd&?đt))\b.*"
    r"\b(?:(?:quận|huyện|thị xã|QUẬN|HUYỆN|THỊ XÃ)\s+\w|Quận\s+\d)"
)
_ALONE: Final = re.compile(r"^(?:TM|KT|TL|TUQ)\.", re.IGNORECASE)
"""Who signs so signs for somebody: the signer's own title stands on the next line."""

_ISSUER: Final = "{office}"
_PARENT: Final = "{parent}"
_CHOSEN: Final = frozenset((_ISSUER, "{position}", "{authority}", "{signer}"))
"""What the data may say otherwise: there are several offices, and several who sign."""


@dataclass(slots=True)
class Issue:
    """A paper that an office issues on a day; what is wrong with that is among the complaints."""

    loaded: Loaded
    kind: Kind
    register: Register
    complaints: Complaints

    @property
    def day(self) -> dt.date | None:
        """Read the paper's own date; where it cannot be read, that is told elsewhere."""
        raw = self.loaded.values.get(self.kind.date or "")
        try:
            return read_date(raw.strip()) if isinstance(raw, str) and raw.strip() else None
        except Misread:
            return None

    def filled(self) -> Loaded:
        """Give the data with what the office's file says and they leave out, each value with its place."""
        for path, name in self._named():
            self._refuse_ended(name, path)
        self._refuse_lone_authority()
        if self.register.misread:
            return self._unfilled()
        if (office := self._issuer()) is None:
            return replace(self.loaded, notes=(*self.register.notes, *self.loaded.notes))
        values, origins = dict(self.loaded.values), dict(self.loaded.sources.values)
        for name, text, place in self._said(office):
            values[name], origins[name,] = text, place
        values |= dict.fromkeys(self._without(office), WITHOUT)
        notes = (*self.register.notes, *self.loaded.notes)
        return replace(
            self.loaded, values=values, notes=notes, sources=replace(self.loaded.sources, values=origins)
        )

    def _unfilled(self) -> Loaded:
        """Give the data with gaps where the office's file has mistakes: what it would say is not missing."""
        taken = (name for name, spec in self.kind.fields.items() if spec.from_office)
        unread = {name: UNREAD for name in taken if not self._text(name)}
        notes = (*self.register.notes, *self.loaded.notes)
        return replace(self.loaded, values={**self.loaded.values, **unread}, notes=notes)

    def _issuer(self) -> Office | None:
        """Find the office that issues the paper, as it was on the paper's day."""
        spec = next((one for one in self.kind.fields.values() if one.from_office == _ISSUER), None)
        if spec is None:
            return None
        written = self._text(spec.name)
        named = written or self.register.own
        found = self._of_parent(self.register.called(named)) if named else []
        if written and self.register.offices and not found:
            meant = did_you_mean(written, self.register.names())
            self.complaints.add("office-unlisted", self._at((spec.name,)), name=written, meant=meant)
        there = [office for office in found if office.exists(self.day)] or found[-1:] * (self.day is None)
        if found and not there:
            self._tell_ended(named, found, self._at((spec.name if written else self.kind.date or "",)))
        return next(iter(there or found), None)

    def _of_parent(self, offices: list[Office]) -> list[Office]:
        """Tell offices of one name apart by their parent, where the data name it."""
        names = (name for name, spec in self.kind.fields.items() if spec.from_office == _PARENT)
        parent = next((text for name in names if (text := self._text(name))), "")
        alike = [office for office in offices if parent and same_name(parent, office.parent)]
        return alike or offices

    def _said(self, office: Office) -> Iterator[tuple[str, str, Origin]]:
        """Give what the office's file says of fields that the data leave out, or name in full."""
        words = self._words(office)
        for name, spec in self.kind.fields.items():
            text, written = _filled(spec.from_office, words), self._text(name)
            if not text or text == written:
                continue
            place = office.origins.get(spec.from_office.strip("{}"), office.origin)
            if not written or spec.from_office == _ISSUER:
                yield name, text, place
            elif spec.from_office not in _CHOSEN and folded(text) != folded(written):
                related = [(phrase("the office's file"), place)]
                self.complaints.add(
                    "office-differs", self._at((name,)), related=related,
                    name=spec.title, value=written, other=text, office=office.name,
                )  # fmt: skip

    def _without(self, office: Office) -> Iterator[str]:
        """Name what the office's file says that there is none of: ``parent:`` with nothing behind it."""
        if "parent" in office.origins and not office.parent:
            fields = self.kind.fields.items()
            yield from (name for name, spec in fields if spec.from_office == _PARENT and not self._text(name))

    def _words(self, office: Office) -> Mapping[str, str]:
        signers = (name for name, spec in self.kind.fields.items() if spec.from_office == "{signer}")
        written = next((text for name in signers if (text := self._text(name))), "")
        signer = self._chosen(office.signer(written), written)
        return {
            "office": office.heading or office.name, "parent": office.parent, "symbol": office.symbol,
            "place": office.place, "archive": office.archive,
            "position": signer.position, "authority": signer.authority, "signer": signer.name,
        }  # fmt: skip

    def _chosen(self, signer: Signer, written: str) -> Signer:
        """Take no line of somebody else where the data say who signs, or as what."""
        positions = (name for name, spec in self.kind.fields.items() if spec.from_office == "{position}")
        other = any((text := self._text(name)) and not same_name(text, signer.position) for name in positions)
        return Signer(name=written) if other else signer

    def _named(self) -> Iterator[tuple[DataPath, str]]:
        """List who is named as an office: whose paper it is, and who receives it."""
        for name, spec in self.kind.fields.items():
            if spec.names_office or spec.from_office == _PARENT:
                raw: Any = self.loaded.values.get(name)
                items = enumerate(raw) if isinstance(raw, list | tuple) else []
                yield from (((name, index), item) for index, item in items if isinstance(item, str))
                yield from [((name,), raw)] if isinstance(raw, str) else []

    def _refuse_ended(self, name: str, path: DataPath) -> None:
        """Refuse an office that was not there on the paper's day, by the office's file or by law."""
        found = self.register.called(name)
        if self.day is None or any(office.exists(self.day) for office in found):
            return
        if found:
            self._tell_ended(name, found, self._at(path))
        elif self.day > DISTRICTS_END and _DISTRICT.match(name):
            self.complaints.add(
                "district-ended", self._at(path), name=name, last=told(DISTRICTS_END), date=told(self.day)
            )

    def _tell_ended(self, name: str, found: list[Office], place: Origin) -> None:
        """Say when an office was there, and who took over."""
        day = told(self.day)
        last = max(found, key=lambda office: office.until or dt.date.max)
        first = min(found, key=lambda office: office.since or dt.date.min)
        if last.until and self.day and self.day > last.until:
            successors = ", ".join(last.successors) or phrase("the office that took over")
            related = [(phrase("the office's file"), last.origins.get("until", last.origin))]
            self.complaints.add(
                "office-ended", place, related=related,
                name=name, last=told(last.until), date=day, successors=successors,
            )  # fmt: skip
        else:
            related = [(phrase("the office's file"), first.origins.get("from", first.origin))]
            begins = told(first.since) if first.since else phrase("another day")
            self.complaints.add("office-not-begun", place, related=related, name=name, first=begins, date=day)

    def _refuse_lone_authority(self) -> None:
        """Refuse a title such as ``KT. Giám đốc`` without the signer's own title below it (S-3)."""
        for name, spec in self.kind.fields.items():
            text = self._text(name)
            if spec.from_office == "{position}" and _ALONE.match(text) and "\n" not in text:
                self.complaints.add("signer-own-title", self._at((name,)), value=text)

    def _text(self, name: str) -> str:
        raw = self.loaded.values.get(name)
        return raw.strip() if isinstance(raw, str) else ""

    def _at(self, path: DataPath) -> Origin:
        return self.loaded.sources.nearest(path)


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """Fill a pattern such as ``BC-{symbol}``; where the office has no such word, there is nothing."""
    names = office_words(pattern)
    return pattern.format_map(words) if names and all(words[name] for name in names) else ""
