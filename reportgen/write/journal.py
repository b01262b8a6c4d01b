"""What reportgen wrote into a folder, line by line, so that it replaces its own files and nobody else's.

A line ``writing`` goes before a file is moved to its place, a line ``written`` after it: whenever the
machine dies, the journal knows every file that may be found.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path, PurePosixPath

from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.origin import Origin
from reportgen.write.target import spelling


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: that a file is being or has been written, with the digest of its bytes."""

    event: str
    name: str
    sha256: str
    size: int
    record: Mapping[str, str]

    def line(self) -> bytes:
        """Print as one line of JSON."""
        parts = {"event": self.event, "name": self.name, "sha256": self.sha256, "size": self.size}
        text = json.dumps({**parts, "record": dict(self.record)}, ensure_ascii=False, separators=(",", ":"))
        return f"{text}\n".encode()


@dataclass(slots=True)
class Journal:
    """The journal of one folder, open for further lines."""

    file: FileIO
    notes: tuple[Diagnostic, ...] = ()
    _last: dict[str, str] = field(default_factory=dict)
    _begun: dict[str, set[str]] = field(default_factory=dict)
    _unfinished: dict[str, PurePosixPath] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _bases: dict[str, str] = field(default_factory=dict)
    _names: dict[str, PurePosixPath] = field(default_factory=dict)

    def source(self, name: PurePosixPath) -> str:
        """Tell from which data file a document was last made; empty where that is not known."""
        return self._sources.get(spelling(name), "")

    def basis(self, name: PurePosixPath) -> str:
        """Give the digest of all that a document was last made from; empty where that is not known."""
        return self._bases.get(spelling(name), "")

    def last(self, name: PurePosixPath) -> str:
        """Give the digest of the bytes last written under this name; empty where there are none."""
        return self._last.get(spelling(name), "")

    def made_from(self, source: str) -> list[PurePosixPath]:
        """List the documents that were last made from a data file."""
        return [self._names[key] for key, known in self._sources.items() if known == source]

    def knows(self, name: PurePosixPath) -> bool:
        """Tell whether reportgen ever wrote a file of this name."""
        return spelling(name) in self._last or spelling(name) in self._begun

    def wrote(self, name: PurePosixPath, sha256: str) -> bool:
        """Tell whether these bytes are the last it wrote under this name, or those it died over."""
        return self._last.get(spelling(name)) == sha256 or sha256 in self._begun.get(spelling(name), ())

    @property
    def unfinished(self) -> list[PurePosixPath]:
        """The names that were being written when a process died."""
        return list(self._unfinished.values())

    def add(self, entry: Entry, *, lasting: bool) -> None:
        """Append one line, whole or not at all; a lasting one survives a power cut."""
        end = os.fstat(self.file.fileno()).st_size
        try:
            _write_all(self.file, entry.line())
            if lasting:
                os.fsync(self.file.fileno())
        except OSError:
            os.ftruncate(self.file.fileno(), end)
            raise
        self.learn(entry)

    def learn(self, entry: Entry) -> None:
        """Take note of a line."""
        key = spelling(entry.name)
        self._sources[key] = entry.record.get("source", "")
        self._names[key] = PurePosixPath(entry.name)
        if entry.event == "writing":
            self._begun.setdefault(key, set()).add(entry.sha256)
            self._unfinished[key] = PurePosixPath(entry.name)
        else:
            self._last[key] = entry.sha256
            self._bases[key] = entry.record.get("basis", "")
            self._begun.pop(key, None)
            self._unfinished.pop(key, None)


@contextmanager
def open_journal(path: Path, shown: Path) -> Iterator[Journal]:
    """Read a folder's journal, mend a torn end, and hold it open."""
    with path.open("a+b", buffering=0) as file:
        file.seek(0)
        lines = _mended(file, file.read()).split(b"\n")
        journal = Journal(file)
        complaints = Complaints()
        for number, line in enumerate(lines, 1):
            if (entry := _entry(line)) is not None:
                journal.learn(entry)
            elif line.strip():
                complaints.add("journal-line-unreadable", Origin(str(shown), number, 1))
        journal.notes = tuple(complaints)
        yield journal
        os.fsync(file.fileno())


def _write_all(file: FileIO, line: bytes) -> None:
    while line:
        line = line[file.write(line) :]


def _mended(file: FileIO, text: bytes) -> bytes:
    """Cut off a last line that a crash tore; end one that only lacks its line feed."""
    whole, feed, last = text.rpartition(b"\n")
    if not last:
        return text
    if _entry(last) is not None:
        _write_all(file, b"\n")
        return text
    os.ftruncate(file.fileno(), len(whole) + len(feed))
    return whole


def _entry(line: bytes) -> Entry | None:
    try:
        said = json.loads(line)
        entry = Entry(said["event"], said["name"], said["sha256"], said["size"], said["record"])
    except (ValueError, TypeError, KeyError):
        return None
    texts = isinstance(entry.name, str) and isinstance(entry.sha256, str)
    return entry if texts and entry.event in {"writing", "written"} else None
