"""Tables and lower reports that a data file takes in with ``{from: units.csv}``."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.load.files import is_there, listed, names_in, similar
from reportgen.load.fixed import SETTINGS, Fixed
from reportgen.load.loaders import LOADERS, load_table
from reportgen.load.text import nfc
from reportgen.model.dataset import Graft, Raw
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, Sources

YAML_SUFFIXES = (".yaml", ".yml")

_KEY = "from"
_LEFT_ALONE = "earlier"
_ABOUT = {
    "sheet-missing": "sheet",
    "sheet-not-named": _KEY,
    "sheet-without-workbook": "sheet",
    "encoding-wrong": "encoding",
    "delimiter-wrong": "delimiter",
    "delimiter-without-text": "delimiter",
    "header-wrong": "header",
}
"""Complaints about what the data file says beside ``from:``, by code: about what."""

_TOLD_WHEN_COMPARED = "totals-apart"
"""Whoever knows the types of the columns tells of the totals, and whether they are right."""

_OUTSIDE = re.compile(r"[\\]|^/|^[A-Za-z]:|://")


def take_in(
    values: Mapping[str, Raw], path: Path, sources: Sources, complaints: Complaints
) -> Mapping[str, Raw]:
    """Replace every ``{from: …}`` below the top by what it names."""
    grafter = _Grafter(path, sources, complaints)
    return {
        key: value if key == _LEFT_ALONE else grafter.taken(value, (key,)) for key, value in values.items()
    }


@dataclass(frozen=True, slots=True)
class _Grafter:
    """Walks through the values of one data file, whose folder everything must lie in."""

    path: Path
    sources: Sources
    complaints: Complaints

    def taken(self, value: Raw, at: DataPath) -> Raw:
        """Give a value with everything below it taken in."""
        if isinstance(value, Mapping):
            if _KEY in value:
                return self._graft(value, at)
            return {key: self.taken(below, (*at, key)) for key, below in value.items()}
        if isinstance(value, list):
            return [self.taken(item, (*at, number)) for number, item in enumerate(value)]
        return value

    def _graft(self, value: Mapping[str, Raw], at: DataPath) -> Raw:
        origin = self.sources.nearest((*at, _KEY))
        self._refuse_others(value, at)
        name, fixed = value[_KEY], self._fixed(value, at)
        if not isinstance(name, str) or not name.strip():
            self.complaints.add("graft-no-name", origin, key=_KEY)
            return None
        found = self._find(name, origin)
        return None if found is None or fixed is None else self._read(found, name, fixed, at)

    def _refuse_others(self, value: Mapping[str, Raw], at: DataPath) -> None:
        for key in value:
            if key != _KEY and key not in SETTINGS:
                origin = self.sources.key_origin((*at, key))
                self.complaints.add("graft-with-others", origin, key=key)

    def _fixed(self, value: Mapping[str, Raw], at: DataPath) -> Fixed | None:
        """Read what is said about the file, or complain of all that cannot be read."""
        given = {key: value[key] for key in SETTINGS if value.get(key) is not None}
        read = {key: self._setting(key, text, (*at, key)) for key, text in given.items()}
        return None if None in read.values() else Fixed(**read)

    def _setting(self, key: str, text: Raw, at: DataPath) -> Any:
        reader, code = SETTINGS[key]
        found = reader(text) if isinstance(text, str) else None
        if found is None:
            self.complaints.add(code, self.sources.nearest(at), key=key)
        return found

    def _find(self, name: str, origin: Origin) -> Path | None:
        """Find the file inside the data file's folder, however its accents are stored on the disk."""
        if _OUTSIDE.search(name):
            self.complaints.add("graft-outside", origin, name=name)
            return None
        found = find_beside(self.path, name)
        if not _inside(found, self.path.parent):
            self.complaints.add("graft-outside", origin, name=name)
        elif not is_there(found):
            near = similar(found.name, found.parent)
            self.complaints.add("graft-missing", origin, name=name, similar=near)
        else:
            return found
        return None

    def _read(self, found: Path, name: str, fixed: Fixed, at: DataPath) -> Raw:
        origin = self.sources.nearest((*at, _KEY))
        suffix = found.suffix.lower()
        if suffix not in (*LOADERS, *YAML_SUFFIXES):
            known = listed((*LOADERS, *YAML_SUFFIXES))
            self.complaints.add("graft-format", origin, name=name, known=known)
            return None
        if suffix in YAML_SUFFIXES:
            self._refuse_settings(name, at)
            return Graft(str(found), origin)
        return self._table(found, name, fixed, at)

    def _refuse_settings(self, name: str, at: DataPath) -> None:
        """Complain of what is said beside a report, as if it were a table."""
        for key in SETTINGS:
            if (origin := self.sources.key_origin((*at, key))) is not None:
                self.complaints.add("setting-without-table", origin, name=name, key=key)

    def _table(self, found: Path, name: str, fixed: Fixed, at: DataPath) -> Raw:
        shown = str(Path(self.sources.file).parent / name)
        try:
            table = load_table(found, fixed, shown=shown)
        except DataError as error:
            self.complaints.extend(self._placed(one, at) for one in error.diagnostics)
            return None
        self.complaints.extend(note for note in table.notes if note.code != _TOLD_WHEN_COMPARED)
        self.sources.below[at] = table.sources
        return table

    def _placed(self, found: Diagnostic, at: DataPath) -> Diagnostic:
        """Point at what the data file says, where that is what does not fit."""
        named = _ABOUT.get(found.code)
        return replace(found, origin=self.sources.nearest((*at, named))) if named else found


def _inside(found: Path, folder: Path) -> bool:
    """Follow every symbolic link before asking where a file lies."""
    return Path(os.path.realpath(found)).is_relative_to(os.path.realpath(folder))


def find_beside(file: Path, name: str) -> Path:
    """Follow a path name from a file's folder part by part; each may be stored composed or decomposed."""
    folder = file.parent
    for part in Path(name).parts:
        there = folder / part
        if not is_there(there):
            twin = next((other for other in names_in(folder) if nfc(other) == part), part)
            there = folder / twin
        folder = there
    return folder
