"""A round's folder: which of its files a pattern takes in, and what is told of all the others."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.load.beside import lies_in
from reportgen.load.folder import Found, copies_among, gather, named_by
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import shortened
from reportgen.model.raw import Raw

EXCEPT = "except"
"""The key beside ``from:`` that names files of a pattern which do not count."""

_SHOWN = 12
_TABLES = frozenset((".csv", ".tsv", ".txt", ".xls", ".xlsb", ".xlsm", ".xlsx", ".ods"))
"""What schools send figures in, be it read or not."""


@dataclass(frozen=True, slots=True)
class Round:
    """The folders that a data file takes files from; ``taken`` are those it takes in, or says it does not."""

    path: Path
    sources: Sources
    complaints: Complaints
    taken: set[Path] = field(default_factory=set)
    beside: list[tuple[Origin, Found]] = field(default_factory=list)
    """What stands in the same folders, with the place that names the folder."""

    patterns: dict[Origin, str] = field(default_factory=dict)
    """What is said in each of these places."""

    def files(
        self, pattern: str, without: Raw, at: DataPath, suffixes: Sequence[str], alone: AbstractSet[Path]
    ) -> list[Found]:
        """Find the files that a pattern takes in, and tell which they are; those ``alone`` it leaves."""
        origin = self.sources.nearest((*at, "from"))
        gathered, self.patterns[origin] = gather(self.path.parent, pattern), pattern
        readable = [found for found in gathered.files if found.path.suffix.lower() in suffixes]
        unread = (found for found in gathered.files if found not in readable)
        self.beside.extend((origin, found) for found in (*unread, *gathered.others))
        if not readable:
            self.complaints.add("graft-none", origin, pattern=pattern)
            return []
        excepted = self._excepted(readable, without, pattern, (*at, EXCEPT))
        self.taken.update(found.path for found in readable)
        mine = [found for found in self._own(readable, origin) if found not in excepted]
        files = [found for found in mine if found.path not in alone]
        names = shortened([found.name for found in files], _SHOWN)
        self.complaints.add("files-taken", origin, count=len(files), pattern=pattern, names=names)
        copies = [f"{copy.name} ({first.name})" for copy, first in copies_among(mine)]
        if copies:
            self.complaints.add("files-copied", origin, names=shortened(copies, _SHOWN))
        return files

    def tell_left_out(self) -> None:
        """Tell of everything in the same folders that nothing takes in: tables may be a school's figures."""
        left = {
            found.path: (origin, found)
            for origin, found in reversed(self.beside)
            if found.path not in self.taken and found.path != self.path
        }
        tables = [one for one in left.values() if _is_table(one[1])]
        if tables:
            first, place = min(found.name for _, found in tables), tables[0][0]
            self.complaints.add(
                "files-left-out", place, names=_names(tables), pattern=self.patterns[place], first=first
            )
        others = [one for one in left.values() if not _is_table(one[1])]
        if others:
            self.complaints.add("files-passed-over", others[0][0], names=_names(others))

    def _excepted(self, files: Sequence[Found], without: Raw, pattern: str, at: DataPath) -> list[Found]:
        """Read which files do not count; each name must mean some."""
        names = without if isinstance(without, list) else [] if without is None else [without]
        excepted: list[Found] = []
        for number, name in enumerate(names):
            origin = self.sources.nearest((*at, number) if isinstance(without, list) else at)
            if not isinstance(name, str) or not name.strip():
                self.complaints.add("graft-no-name", origin, key=EXCEPT)
            elif found := named_by(files, name):
                excepted += found
            else:
                meant = did_you_mean(name, [found.name for found in files])
                self.complaints.add("except-missing", origin, name=name, pattern=pattern, meant=meant)
        return excepted

    def _own(self, files: Iterable[Found], origin: Origin) -> list[Found]:
        """Refuse what a link only leads to: it lies elsewhere."""
        own = []
        for found in files:
            if lies_in(found.path, self.path.parent):
                own.append(found)
            else:
                self.complaints.add("graft-outside", origin, name=found.name)
        return own


def _names(files: Iterable[tuple[Origin, Found]]) -> str:
    return shortened(sorted(found.name for _, found in files), _SHOWN)


def _is_table(found: Found) -> bool:
    return not found.passing and found.path.suffix.lower() in _TABLES
