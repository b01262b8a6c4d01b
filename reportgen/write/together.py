"""Several documents onto the disk together: waiting for the disk once for all costs a tenth of once for each.

The order is what counts. The journal says what is begun, and lasts; the bytes lie beside their targets, and
last; then they are moved, the folders last, and the journal says what is written.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import Final

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write.entry import WRITING, WRITTEN, Entry
from reportgen.write.faults import fault, faults_at
from reportgen.write.journal import Journal
from reportgen.write.place import lay, make_folders, move, part_of, sync_folder
from reportgen.write.site import digest
from reportgen.write.target import Target


class How(StrEnum):
    """What became of a file that was to be written."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


Record = Mapping[str, str]
"""What is noted of a document: its ``source``, and as its ``basis`` a digest of all that it is made from."""

_AT_ONCE: Final = 8
"""So many files wait for the disk at the same time."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document to be written: its name below the folder, its bytes, what to note of it."""

    name: PurePosixPath
    content: bytes
    record: Record


@dataclass(slots=True)
class Load:
    """A document on its way to the disk: the digest of what stands in its place, what stopped it."""

    target: Target
    draft: Draft
    before: str | None = None
    fault: OutputError | None = None
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        """Name the bytes."""
        self.sha256 = digest(self.draft.content)

    @property
    def how(self) -> How:
        """Tell what becomes of the file that stands there."""
        if self.before is None:
            return How.WRITTEN
        return How.UNCHANGED if self.before == self.sha256 else How.REPLACED

    @property
    def part(self) -> Path:
        """Name the file that it is before it is moved."""
        return part_of(self.target.path)

    @property
    def folder(self) -> Path:
        """Name the folder that it goes to."""
        return self.target.path.parent

    def entry(self, event: str) -> Entry:
        """Give the line that the journal has of it."""
        size, record = len(self.draft.content), self.draft.record
        return Entry(event, str(self.target.name), self.sha256, size, record)

    def go(self, step: Callable[["Load"], object]) -> None:
        """Take a step; a fault is told of this document and stops no other."""
        try:
            with faults_at(self.target):
                step(self)
        except OutputError as error:
            self.fault = error


def put_down(loads: Sequence[Load], journal: Journal) -> None:
    """Write documents, each whole or not at all; of those that are there the journal learns the basis."""
    ways = [load for load in loads if load.how is not How.UNCHANGED]
    _note(_sound(ways), WRITING, journal)
    _all(ways, lambda load: make_folders(load.folder))
    _at_once(_sound(ways), _lay)
    _all(ways, lambda load: move(load.part, load.target, before=load.before))
    _at_once({load.folder: load for load in _sound(ways)}.values(), lambda load: sync_folder(load.folder))
    _note([load for load in _sound(loads) if _is_new(load, journal)], WRITTEN, journal)
    _sweep(ways)


def refuse(obstacle: Diagnostic | None) -> None:
    """Give up where something is in the way."""
    if obstacle is not None:
        raise OutputError([obstacle])


def _lay(load: Load) -> None:
    lay(load.part, lambda file: file.write(load.draft.content))


def _sound(loads: Sequence[Load]) -> list[Load]:
    return [load for load in loads if not load.fault]


def _all(loads: Sequence[Load], step: Callable[[Load], object]) -> None:
    for load in _sound(loads):
        load.go(step)


def _at_once(loads: Collection[Load], step: Callable[[Load], object]) -> None:
    """Take a step that waits for the disk: what waits at the same time is done by the disk in one go."""
    left = iter([*loads])

    def work() -> None:
        for load in left:
            load.go(step)

    threads = [Thread(target=work) for _ in range(min(len(loads), _AT_ONCE) - 1)]
    with suppress(RuntimeError):  # the system gives no more of them: fewer do it, this one at least
        for thread in threads:
            thread.start()
    work()
    for thread in threads:
        if thread.ident:
            thread.join()


def _note(loads: Sequence[Load], event: str, journal: Journal) -> None:
    """Let the journal say something of documents: of all or, if its disk refuses, of none."""
    try:
        journal.add([load.entry(event) for load in loads], lasting=event == WRITING)
    except OSError as error:
        for load in loads:
            load.fault = OutputError([fault(error, load.target)])


def _is_new(load: Load, journal: Journal) -> bool:
    """Ask whether the journal does not know yet that this stands there, and from what it was made."""
    if load.how is not How.UNCHANGED:
        return True
    name, basis = load.target.name, load.draft.record.get("basis")
    known = journal.last(name), journal.record(name).get("basis")
    return basis is not None and known != (load.sha256, basis)


def _sweep(loads: Sequence[Load]) -> None:
    """Remove what was not moved."""
    for load in loads:
        if load.fault:
            with suppress(OSError):
                load.part.unlink(missing_ok=True)
