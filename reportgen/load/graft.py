"""Tables and lower reports that a data file takes in with ``{from: units.csv}``."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.load.files import is_there, listed, names_in, similar
from reportgen.load.loaders import LOADERS, SHEET_LOADERS, load_table
from reportgen.load.text import nfc
from reportgen.model.dataset import Graft, Raw
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, Sources

YAML_SUFFIXES = (".yaml", ".yml")

_KEY = "from"
_SHEET = "sheet"
_LEFT_ALONE = "earlier"
_ABOUT_SHEETS = frozenset(("sheet-missing", "sheet-not-named"))
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
        name, sheet = value[_KEY], value.get(_SHEET)
        if not isinstance(name, str) or not name.strip():
            self.complaints.add("graft-no-name", origin, key=_KEY)
            return None
        if sheet is not None and not isinstance(sheet, str):
            self.complaints.add("graft-no-name", self.sources.nearest((*at, _SHEET)), key=_SHEET)
            return None
        found = self._find(name, origin)
        return None if found is None else self._read(found, name, sheet, at)

    def _refuse_others(self, value: Mapping[str, Raw], at: DataPath) -> None:
        for key in value:
            if key not in (_KEY, _SHEET):
                origin = self.sources.key_origin((*at, key))
                self.complaints.add("graft-with-others", origin, key=key)

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

    def _read(self, found: Path, name: str, sheet: str | None, at: DataPath) -> Raw:
        origin = self.sources.nearest((*at, _KEY))
        suffix = found.suffix.lower()
        if suffix not in (*LOADERS, *YAML_SUFFIXES):
            known = listed((*LOADERS, *YAML_SUFFIXES))
            self.complaints.add("graft-format", origin, name=name, known=known)
            return None
        if sheet is not None and suffix not in SHEET_LOADERS:
            self.complaints.add(
                "sheet-without-workbook", self.sources.nearest((*at, _SHEET)), name=name, sheet=sheet
            )
            return None
        if suffix in YAML_SUFFIXES:
            return Graft(str(found), origin)
        return self._table(found, name, sheet, at)

    def _table(self, found: Path, name: str, sheet: str | None, at: DataPath) -> Raw:
        shown = str(Path(self.sources.file).parent / name)
        try:
            table = load_table(found, sheet=sheet, shown=shown)
        except DataError as error:
            self.complaints.extend(self._placed(one, at) for one in error.diagnostics)
            return None
        self.sources.below[at] = table.sources
        return table

    def _placed(self, found: Diagnostic, at: DataPath) -> Diagnostic:
        """Point at the name of a sheet that is not there, or at that of its workbook where none is named."""
        named = self.sources.nearest((*at, _SHEET if found.code == "sheet-missing" else _KEY))
        return replace(found, origin=named) if found.code in _ABOUT_SHEETS else found


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
