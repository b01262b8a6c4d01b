"""A kind.yaml as a form to be read: every wrong entry is complained of at its place."""

import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reportgen.compute.formula import parse_formula
from reportgen.compute.functions import FUNCTIONS
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.formula import Formula
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase

TAKEN = {
    "kind",
    "for_each",
    "earlier",
    "previous",
    "assumed",
    "same_as",
    "from",
    "each",
    "today",
    "sheet",
    "loop",
    "corrections",
    "expected",
    "appendix",
    "heading",
    "chart",
    "serial",
    "check_code",
    "replaces",
}
"""Names with a meaning of their own."""

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(slots=True)
class Form:
    """The entries of one kind.yaml, with their places."""

    values: Mapping[str, Any]
    sources: Sources
    complaints: Complaints = field(default_factory=Complaints)

    def at(self, path: DataPath) -> Origin:
        """Tell where an entry stands."""
        return self.sources.nearest(path)

    def key_at(self, path: DataPath) -> Origin:
        """Tell where an entry's key stands."""
        return self.sources.key_origin(path) or self.at(path)

    def complain(self, code: str, path: DataPath, **values: Any) -> None:
        """Complain of the entry at a path."""
        self.complaints.add(code, self.at(path), **values)

    def mapping(self, raw: Any, path: DataPath, allowed: Iterable[str] = ()) -> Mapping[str, Any]:
        """Read a mapping, of these keys only where they are given."""
        if raw is None:
            return {}
        if not isinstance(raw, Mapping):
            self.complain("kind-not-a-mapping", path, entry=_dotted(path))
            return {}
        known = tuple(allowed)
        for key in raw:
            if known and key not in known:
                self.complaints.add(
                    "kind-unknown-key", self.key_at((*path, key)),
                    key=key, known=", ".join(known), meant=did_you_mean(key, known),
                )  # fmt: skip
        return raw

    def declared(self, part: str) -> Iterable[str]:
        """List the names that a part of the file declares, those with mistakes in them too."""
        raw = self.values.get(part)
        return raw if isinstance(raw, Mapping) else ()

    def text(self, raw: Any, path: DataPath, default: str | None = "") -> str:
        """Read a text; without a default it must be there."""
        if isinstance(raw, str):
            return raw
        if raw is not None or default is None:
            self.complain("kind-wants-text", path, entry=_dotted(path))
        return default or ""

    def texts(self, raw: Any, path: DataPath) -> tuple[str, ...]:
        """Read one text or a list of them."""
        if raw is None:
            return ()
        items = [raw] if isinstance(raw, str) else raw
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            self.complain("kind-wants-text", path, entry=_dotted(path))
            return ()
        return tuple(items)

    def number(self, raw: Any, path: DataPath) -> int | None:
        """Read a small whole number."""
        if raw is None:
            return None
        if isinstance(raw, str) and re.fullmatch("[0-9]{1,2}", raw):
            return int(raw)
        self.complain("kind-wants-number", path, entry=_dotted(path), value=raw)
        return None

    def flag(self, raw: Any, path: DataPath) -> bool:
        """Read true or false."""
        if raw is None:
            return False
        if isinstance(raw, str) and raw in _FLAGS:
            return _FLAGS[raw]
        self.complain("kind-wants-flag", path, entry=_dotted(path), value=raw)
        return False

    def name(self, name: str, path: DataPath) -> bool:
        """Refuse a name that a formula could not spell."""
        plain = (
            name.isidentifier() and unicodedata.normalize("NFKC", name) == name and not name.startswith("_")
        )
        if plain and not keyword.iskeyword(name) and name not in TAKEN and name not in FUNCTIONS:
            return True
        self.complaints.add("kind-bad-name", self.key_at(path), name=name)
        return False

    def formula(self, raw: Any, path: DataPath) -> Formula | None:
        """Read a formula."""
        if not isinstance(raw, str) or not raw.strip():
            self.complain("kind-wants-text", path, entry=_dotted(path))
            return None
        return parse_formula(raw, self._inside(path), self.complaints)

    def _inside(self, path: DataPath) -> Origin:
        """Point at a text's first letter, behind an opening quote; of several lines, at the first."""
        origin = self.at(path)
        if path in self.sources.spread:
            return replace(origin, column=None)
        return origin.shifted(1) if path in self.sources.quoted else origin


def _dotted(path: DataPath) -> str:
    return ".".join(str(part) for part in path) or phrase("the file")
