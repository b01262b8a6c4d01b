"""Tables and lower reports that a data file takes in with ``{from: units.csv}``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.load.beside import find_beside, leads_elsewhere, lies_in
from reportgen.load.book import load_book
from reportgen.load.files import is_there, listed, similar
from reportgen.load.fixed import SETTINGS, Fixed, by_column
from reportgen.load.folder import is_pattern
from reportgen.load.loaders import LOADERS, READABLE, load_table
from reportgen.load.round import EXCEPT, Round
from reportgen.model.book import kind_row
from reportgen.model.diagnostics import Complaints, Diagnostic, did_you_mean
from reportgen.model.errors import DataError
from reportgen.model.names import same_name
from reportgen.model.origin import DataPath, Sources
from reportgen.model.raw import UNREAD, Collected, Graft, Raw, RawTable, Unread

YAML_SUFFIXES = (".yaml", ".yml")

_KEY = "from"
_LEFT_ALONE = "earlier"
_LISTS, _COLUMN = "expected", "column"
_READ_AS_CORRECTED = ("corrections", "decimal")
"""Where lists of names stand, and the key beside ``from:`` that says in which column their names are."""

_ABOUT = {
    "sheet-missing": "sheet",
    "sheet-not-named": _KEY,
    "sheet-without-workbook": "sheet",
    "encoding-wrong": "encoding",
    "delimiter-wrong": "delimiter",
    "delimiter-without-text": "delimiter",
    "header-wrong": "header",
    "lines-wrong": "lines",
}
"""Complaints about what the data file says beside ``from:``, by code: about what."""

_TOLD_WHEN_COMPARED = "totals-apart"
"""Whoever knows the types of the columns tells of the totals, and whether they are right."""


def take_in(
    values: Mapping[str, Raw], path: Path, sources: Sources, complaints: Complaints
) -> Mapping[str, Raw]:
    """Replace every ``{from: …}`` below the top by what it names."""
    grafter = _Grafter(path, sources, complaints, Round(path, sources, complaints), values)
    taken = {
        key: value if key == _LEFT_ALONE else grafter.taken(value, (key,)) for key, value in values.items()
    }
    grafter.round.tell_left_out()
    return taken


@dataclass(frozen=True, slots=True)
class _Grafter:
    """Walks through the values of one data file, whose folder everything must lie in."""

    path: Path
    sources: Sources
    complaints: Complaints
    round: Round
    values: Mapping[str, Raw]

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
        name, fixed = value[_KEY], self._fixed(value, at)
        self._refuse_others(value, at)
        if not isinstance(name, str) or not name.strip():
            self.complaints.add("graft-no-name", origin, key=_KEY)
            return UNREAD
        if leads_elsewhere(name):
            self.complaints.add("graft-outside", origin, name=name)
            return UNREAD
        found = find_beside(self.path, name)
        several = is_pattern(name) and not is_there(found)
        if fixed is None:
            return UNREAD
        if several:
            return self._several(value, name, fixed, at)
        read = self._one(found, name, fixed, at)
        column = value.get(_COLUMN)
        return self._only(read, column, at) if column and isinstance(read, RawTable) else read

    def _only(self, table: RawTable, column: Raw, at: DataPath) -> Raw:
        """Keep the column of a list in which the names are."""
        place = next((n for n, other in enumerate(table.columns) if same_name(other, column)), None)
        if place is None:
            origin, meant = self.sources.values[(*at, _COLUMN)], did_you_mean(str(column), table.columns)
            self.complaints.add("list-no-column", origin, column=column, file=table.file, meant=meant)
            return UNREAD
        rows = [[row[place]] for row in table.rows]
        return replace(table, columns=[table.columns[place]], rows=rows)

    def _refuse_others(self, value: Mapping[str, Raw], at: DataPath) -> None:
        name = value[_KEY]
        several = isinstance(name, str) and is_pattern(name)
        known = (_KEY, *SETTINGS, *([EXCEPT] if several else []), *([_COLUMN] if at[0] == _LISTS else []))
        for key in value:
            origin = self.sources.key_origin((*at, key))
            if key not in known:
                self.complaints.add("graft-with-others", origin, key=key)
            elif (at[0], key) == _READ_AS_CORRECTED:
                self.complaints.add("decimal-of-corrections", origin)

    def _fixed(self, value: Mapping[str, Raw], at: DataPath) -> Fixed | None:
        """Read what is said about the file, or complain of all that cannot be read."""
        given = {key: value[key] for key in SETTINGS if value.get(key) is not None}
        read = {key: self._setting(key, text, (*at, key)) for key, text in given.items()}
        return None if None in read.values() else Fixed(**read)

    def _setting(self, key: str, text: Raw, at: DataPath) -> Any:
        reader, code = SETTINGS[key]
        found = reader(text)
        if found is None:
            self.complaints.add(code, self.sources.nearest(at), key=key)
        return found

    def _one(self, found: Path, name: str, fixed: Fixed, at: DataPath) -> Raw:
        """Take in one file, found inside the data file's folder however its accents are stored there."""
        origin = self.sources.nearest((*at, _KEY))
        if not lies_in(found, self.path.parent):
            self.complaints.add("graft-outside", origin, name=name)
        elif not is_there(found):
            near = similar(found.name, found.parent)
            self.complaints.add("graft-missing", origin, name=name, similar=near)
        elif found.suffix.lower() not in (*LOADERS, *YAML_SUFFIXES):
            known = listed((*READABLE, *YAML_SUFFIXES))
            self.complaints.add("graft-format", origin, name=name, known=known)
        else:
            self.round.taken.add(found)
            read = self._read(found, name, fixed, at)
            if isinstance(read, RawTable):
                self.sources.below[at] = read.sources
            return read
        return UNREAD

    def _several(self, value: Mapping[str, Raw], pattern: str, fixed: Fixed, at: DataPath) -> Raw:
        """Take in a file of every school; what is wrong with one hides nothing of the others."""
        alone = set(self._alone(self.values[str(at[0])]))
        files = self.round.files(pattern, value.get(EXCEPT), at, (*LOADERS, *YAML_SUFFIXES), alone)
        if fixed.lines and len(files) > 1:
            self.complaints.add(
                "lines-of-several", self.sources.nearest((*at, "lines")),
                pattern=pattern, count=len(files), first=files[0].name,
            )  # fmt: skip
            return UNREAD
        read = [self._read(found.path, found.name, fixed, at, several=True) for found in files]
        return Collected(tuple(item for item in read if not isinstance(item, Unread))) if files else UNREAD

    def _alone(self, value: Raw) -> Iterator[Path]:
        """Find the files that a table names one by one: none is taken in with its folder again."""
        if isinstance(value, Mapping):
            name = value.get(_KEY)
            if isinstance(name, str) and name.strip() and not (is_pattern(name) or leads_elsewhere(name)):
                yield find_beside(self.path, name)
        below = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
        for one in below:
            yield from self._alone(one)

    def _read(
        self, found: Path, name: str, fixed: Fixed, at: DataPath, *, several: bool = False
    ) -> RawTable | Graft | Unread:
        if found.suffix.lower() in YAML_SUFFIXES:
            self._refuse_settings(name, at)
            return Graft(str(found), self.sources.nearest((*at, _KEY)))
        shown = str(Path(self.sources.file).parent / name)
        try:
            table = load_table(found, fixed, shown=shown)
        except DataError as error:
            if _is_document(found, error):
                return Graft(str(found), self.sources.nearest((*at, _KEY)))
            placed = error.diagnostics if several else [self._placed(one, at) for one in error.diagnostics]
            self.complaints.extend(placed)
            return UNREAD
        self.complaints.extend(note for note in table.notes if note.code != _TOLD_WHEN_COMPARED)
        return self._decimals(table, fixed.decimal, at)

    def _refuse_settings(self, name: str, at: DataPath) -> None:
        """Complain of what is said beside a report, as if it were a table."""
        for key in SETTINGS:
            if (origin := self.sources.key_origin((*at, key))) is not None:
                self.complaints.add("setting-without-table", origin, name=name, key=key)

    def _decimals(self, table: RawTable, said: Mapping[str, str], at: DataPath) -> RawTable:
        """Tell a table what is said of its decimals; complain of a column that is not there."""
        found, unknown = by_column(table.columns, said)
        for name in unknown:
            there = (*at, "decimal", name)
            place = self.sources.key_origin(there) or self.sources.nearest(there)
            meant = did_you_mean(name, table.columns)
            self.complaints.add("unknown-key", place, inside=table.file, key=name, meant=meant)
        return replace(table, decimal=found)

    def _placed(self, found: Diagnostic, at: DataPath) -> Diagnostic:
        """Point at what the data file says, where that is what does not fit."""
        named = _ABOUT.get(found.code)
        return replace(found, origin=self.sources.nearest((*at, named))) if named else found


def _is_document(path: Path, error: DataError) -> bool:
    """Tell whether a workbook of several sheets, none of which was named, is a whole report."""
    several = [one.code for one in error.diagnostics] == ["sheet-not-named"]
    return several and any(kind_row(sheet) for sheet in load_book(path).sheets)
