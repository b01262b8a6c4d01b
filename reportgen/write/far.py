"""Papers in a store that only workers reach: the journal at home knows each of them."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from reportgen.model.diagnostics import Diagnostic
from reportgen.write.dock import OutputFolder
from reportgen.write.entry import WRITING, WRITTEN, Entry
from reportgen.write.faults import faults_at
from reportgen.write.journal import Journal, open_journal
from reportgen.write.owner import foreign
from reportgen.write.target import OWN_FOLDER, Target, target_in
from reportgen.write.together import How, Record


@dataclass(frozen=True, slots=True)
class Laid:
    """The bytes of a paper in a store, and what became of them; ``how`` is nothing until they are there."""

    sha256: str
    size: int
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the journal tells a worker of a name: ``keep`` is the digest of what was made from the same.

    ``source`` is the data file of the paper, ``ours`` are the digests of what we may have put there, each
    with the data file it was made from; ``known`` is that we once did; ``whatever`` stands there may go.
    """

    name: PurePosixPath
    source: str = ""
    keep: str = ""
    ours: Mapping[str, str] = field(default_factory=dict)
    known: bool = False
    whatever: bool = False

    def against(self, before: str | None, target: Target) -> Diagnostic | None:
        """Find out whether what has this digest may not be replaced."""
        if before is None or self.whatever:
            return None
        return foreign(target, self.ours.get(before), self.source, known=self.known)


@dataclass(frozen=True, slots=True)
class FarFolder:
    """The journal of what was put into a store, kept in an output folder at home."""

    url: str
    mark: PurePosixPath
    journal: Journal
    home: OutputFolder

    def claim(self, name: PurePosixPath, record: Record, *, fresh: bool, whatever: bool) -> Claim:
        """Tell what is known of a name before a paper is made from what the record says."""
        target = self._target(name)
        done, ours = self.journal.written(target.name), self.journal.ours(target.name)
        same = done and all(done.record.get(what) == record[what] for what in ("source", "basis"))
        keep = done.sha256 if done and same and not fresh else ""
        return Claim(target.name, record["source"], keep, ours, done is not None, whatever)

    def note(self, papers: Sequence[tuple[PurePosixPath, Laid, Record]]) -> None:
        """Note what is going to be put there, or was; what is going to be lasts.

        Raises:
            OutputError: the disk does not take it.

        """
        entries = [self._entry(*one) for one in papers]
        begun = [one for one in entries if one.event == WRITING]
        with faults_at(self._target(self.mark)):
            self.journal.add(begun, lasting=True)
            self.journal.add([one for one in entries if one.event == WRITTEN], lasting=False)

    def where(self, name: PurePosixPath) -> str:
        """Give the address of a paper."""
        return f"{self.url}/{self._target(name).name}"

    def _entry(self, name: PurePosixPath, laid: Laid, record: Record) -> Entry:
        about: Mapping[str, str] = {**record, "store": self.url}
        event = WRITTEN if laid.how else WRITING
        return Entry(event, str(self._target(name).name), laid.sha256, laid.size, about)

    def _target(self, name: PurePosixPath) -> Target:
        return target_in(self.home.root, self.home.path, name)


@contextmanager
def open_far(home: OutputFolder, url: str) -> Iterator[FarFolder]:
    """Open the journal of a store; whoever has the folder at home has that too."""
    name = f"store-{hashlib.sha256(url.encode()).hexdigest()[:16]}.jsonl"
    mark = hashlib.sha256(f"{home.root}\n{url}".encode()).hexdigest()[:16]
    own, shown = home.root / OWN_FOLDER, home.path / OWN_FOLDER
    with open_journal(own / name, shown / name) as journal:
        yield FarFolder(url, PurePosixPath(f".reportgen-{mark}"), journal, home)
