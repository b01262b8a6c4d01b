"""What reportgen wrote into a folder, line by line, so that it replaces its own files and nobody else's.

A line ``writing`` goes before a file is moved to its place, a line ``written`` after it: whenever the
machine dies, the journal knows every file that may be found.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.write.entry import WRITING, Entry, read_entry
from reportgen.write.place import sync_folder
from reportgen.write.target import spelling

_TOO_MANY: Final = 1000
_MANY_TIMES: Final = 3
"""A journal of more lines than this, and of so many times as many as still count, is written anew."""


@dataclass(slots=True)
class Known:
    """What the lines of a journal tell: what was written last under each name, and what was begun since."""

    written: dict[str, Entry] = field(default_factory=dict)
    begun: dict[str, dict[str, Entry]] = field(default_factory=dict)
    """By name, then by digest."""

    def learn(self, entry: Entry) -> None:
        """Take note of a line."""
        key = spelling(entry.name)
        if entry.event == WRITING:
            self.begun.setdefault(key, {})[entry.sha256] = entry
        else:
            self.written[key] = entry
            self.begun.pop(key, None)

    def latest(self, key: str) -> Entry | None:
        """Give the last line about a name."""
        return next(reversed(self.begun[key].values())) if key in self.begun else self.written.get(key)

    def lines(self) -> list[Entry]:
        """List all lines that still count."""
        return [*self.written.values(), *(one for each in self.begun.values() for one in each.values())]


@dataclass(slots=True)
class Journal:
    """The journal of one folder, open for further lines."""

    file: FileIO
    known: Known
    notes: tuple[Diagnostic, ...] = ()

    def source(self, name: PurePosixPath) -> str:
        """Tell from which data file a document was last made; empty where that is not known."""
        entry = self.known.latest(spelling(name))
        return entry.record.get("source", "") if entry else ""

    def written(self, name: PurePosixPath) -> Entry | None:
        """Give the line of the document last written under this name."""
        return self.known.written.get(spelling(name))

    def record(self, name: PurePosixPath) -> Mapping[str, str]:
        """Give what was noted of the document last written under this name."""
        entry = self.written(name)
        return entry.record if entry else {}

    def last(self, name: PurePosixPath) -> str:
        """Give the digest of the bytes last written under this name; empty where there are none."""
        entry = self.written(name)
        return entry.sha256 if entry else ""

    def ours(self, name: PurePosixPath) -> dict[str, str]:
        """Give the digests of what may stand there by us, each with the data file it was made from."""
        done, begun = self.written(name), self.known.begun.get(spelling(name), {}).values()
        return {one.sha256: one.record.get("source", "") for one in (done, *begun) if one}

    def made_from(self, source: str) -> list[PurePosixPath]:
        """List the documents that were last made from a data file."""
        latest = (self.known.latest(key) for key in {**self.known.written, **self.known.begun})
        return [PurePosixPath(one.name) for one in latest if one and one.record.get("source", "") == source]

    def knows(self, name: PurePosixPath) -> bool:
        """Tell whether reportgen ever wrote a file of this name."""
        return self.known.latest(spelling(name)) is not None

    @property
    def unfinished(self) -> list[Mapping[str, Entry]]:
        """What was being written when a process died: by digest, for each name."""
        return list(self.known.begun.values())

    def add(self, entries: Sequence[Entry], *, lasting: bool) -> None:
        """Append lines, all whole or none; lasting ones survive a power cut."""
        end = os.fstat(self.file.fileno()).st_size
        try:
            _write_all(self.file, b"".join(entry.line() for entry in entries))
            if lasting:
                os.fsync(self.file.fileno())
        except OSError:
            os.ftruncate(self.file.fileno(), end)
            raise
        for entry in entries:
            self.known.learn(entry)


@contextmanager
def open_journal(path: Path, shown: Path) -> Iterator[Journal]:
    """Read a folder's journal, mend a torn end and damaged lines, and hold it open."""
    known, damaged, lines = Known(), list[int](), 0
    for lines, line in enumerate(_mended(path), 1):
        if (entry := read_entry(line)) is not None:
            known.learn(entry)
        elif line.strip():
            damaged.append(lines)
    kept = _shortened(path, known, lines, damaged)
    with path.open("ab", buffering=0) as file:
        yield Journal(file, known, _told(shown, damaged, kept))
        os.fsync(file.fileno())


def _shortened(path: Path, known: Known, lines: int, damaged: Sequence[int]) -> Path:
    """Write a journal anew that holds much that no longer counts, or damage; tell where the old one is."""
    alive, kept = known.lines(), path
    if not damaged and lines <= max(_TOO_MANY, _MANY_TIMES * len(alive)):
        return kept
    part = path.with_suffix(".part")
    with suppress(OSError):  # such as a full disk: the old one serves as well
        if damaged:
            kept = Path(shutil.copyfile(path, path.with_suffix(".damaged")))
        _write_anew(part, alive)
        part.replace(path)
        sync_folder(path.parent)
    with suppress(OSError):
        part.unlink(missing_ok=True)
    return kept


def _write_anew(path: Path, entries: Iterable[Entry]) -> None:
    with path.open("wb") as file:
        file.writelines(entry.line() for entry in entries)
        file.flush()
        os.fsync(file.fileno())


def _told(shown: Path, damaged: Sequence[int], kept: Path) -> tuple[Diagnostic, ...]:
    """Tell once of all damaged lines."""
    if not damaged:
        return ()
    more = phrase(", and {count} more like it", count=len(damaged) - 1) if len(damaged) > 1 else ""
    place = Origin(str(shown.with_name(kept.name)), damaged[0], 1)
    return (report("journal-line-unreadable", place, more=more),)


def _write_all(file: FileIO, text: bytes) -> None:
    rest = memoryview(text)
    while rest:
        rest = rest[file.write(rest) :]


def _mended(path: Path) -> Iterator[bytes]:
    """Give the lines; cut off a last one that a crash tore, end one that only lacks its line feed."""
    end = 0
    with path.open("a+b") as file:
        file.seek(0)
        for line in file:
            if line.endswith(b"\n"):
                yield line
                end += len(line)
            elif read_entry(line) is not None:
                yield line
                file.write(b"\n")
            else:
                file.truncate(end)
