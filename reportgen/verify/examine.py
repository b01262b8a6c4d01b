"""What a file says of itself, and what its signatures are worth: read in a process that may come to grief."""

import datetime as dt
import logging
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self, TypeVar

from reportgen.audit import Audited, Whence, audit_paper, open_paper
from reportgen.audit.provenance import whence
from reportgen.kinds import Shelf
from reportgen.load import read_bytes
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.manifest import Maker, Manifest, Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Registered
from reportgen.model.signature import Signatures
from reportgen.papers.keyring import knows_signatures
from reportgen.readback.revisions import digests_before

if TYPE_CHECKING:
    from reportgen.seal.checking_trust import Trust

Found_co = TypeVar("Found_co", covariant=True)
_WORD: Final = ".docx"
_LONGEST: Final = 200
"""So many letters are told of what a library says."""

_MEGABYTE: Final = 1_000_000
_EACH: Final = 15
_AT_MOST: Final = 600
"""Seconds of the processor's time: for each megabyte of a file more, and for the largest file."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a file; nothing that it says of itself is believed yet.

    ``digest`` is its SHA-256, ``before`` those of what it was before things were added to its end.
    ``findings`` are the audit's. ``signatures`` is nothing where nobody could look for any.
    """

    file: str
    digest: str = ""
    before: frozenset[str] = frozenset()
    findings: tuple[Diagnostic, ...] = ()
    made: Maker | None = None
    registered: Registered | None = None
    signers: tuple[Signer, ...] = ()
    figures: int = 0
    computed: int = 0
    signatures: Signatures | None = None
    whence: Whence | None = None
    """Whether its kind is the office's own, where there is an office."""

    @property
    def is_word(self) -> bool:
        """Tell a Word file, which has no room for signatures, from a PDF."""
        return Path(self.file).suffix.lower() == _WORD


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the processor's time, and of memory set aside, a file may take.

    A paper of two pages takes 0.2 seconds, one of 49 with three signatures 4.4 and 340 megabytes set aside.
    """

    seconds: float = 60
    megabytes: int = 3000

    @classmethod
    def of(cls, file: Path) -> Self:
        """Give a large file more time: a paper of 771 pages, 8 MB, takes 45 seconds, as each is looked at."""
        usual = cls()
        try:
            size = file.stat().st_size
        except OSError:  # who reads it will tell
            return usual
        return replace(usual, seconds=min(usual.seconds + size / _MEGABYTE * _EACH, _AT_MOST))


@dataclass(frozen=True, slots=True)
class Task:
    """What is handed to the process: a file, whom to trust, and what time it is."""

    file: Path
    trust: "Trust | None"
    at: dt.datetime
    limits: Limits = Limits()
    shelf: Shelf | None = None
    """Where the kinds lie that the office knows."""

    def done(self) -> Examined:
        """Examine the file."""
        return examine(self)


class Work(Protocol[Found_co]):
    """What the process can be asked to do."""

    @property
    def limits(self) -> Limits:
        """Tell how much it may take."""

    def done(self) -> Found_co:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Reading came to no end: what was said, or that memory was lacking."""

    said: str = ""
    for_memory: bool = False


def serve(pipe: Connection) -> None:
    """Examine what is handed over until nobody is there any more; the front process alone hears Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable()  # libraries tell of each certificate that they do not like
    with suppress(EOFError, OSError):
        while True:
            task = pipe.recv()
            _limit(task.limits)
            pipe.send(_answer(task))


def _answer(task: Work[object]) -> object:
    """Do what is asked, or tell what went wrong in the reading of a file."""
    try:
        return task.done()
    except MemoryError:
        return Ended(for_memory=True)
    except Exception as error:  # noqa: BLE001  # whatever a hostile file brought about
        return Ended(f"{type(error).__name__}: {error}"[:_LONGEST])


def examine(task: Task) -> Examined:
    """Read a file: its manifest, its figures, its page, its signatures."""
    file = str(task.file)
    try:
        content = read_bytes(task.file, file)
    except DataError as error:
        return Examined(file, findings=error.diagnostics)
    digest = sha256(content).hexdigest()
    before = frozenset(digests_before(content))
    signatures = None if task.file.suffix.lower() == _WORD else _signatures(content, task)
    try:
        paper = open_paper(task.file, content)
    except DataError as error:
        return Examined(file, digest, before, error.diagnostics, signatures=signatures)
    manifest = paper.manifest
    try:
        found = audit_paper(paper)
    except DataError as error:  # its manifest can be read, and its pages cannot
        place = Origin(file)
        found = Audited(file, tuple(replace(one, origin=one.origin or place) for one in error.diagnostics))
    return Examined(
        file, digest, before, found.findings, manifest.maker, manifest.registered, manifest.signers,
        found.recorded, found.computed, signatures, _whence(manifest, task.shelf),
    )  # fmt: skip


def _whence(manifest: Manifest, shelf: Shelf | None) -> Whence | None:
    return replace(whence(manifest, shelf), kind=None) if shelf else None


def _signatures(content: bytes, task: Task) -> Signatures | None:
    if task.trust is None or not knows_signatures():
        return None
    from reportgen.seal.checking import check  # noqa: PLC0415  # an extra

    return check(content, task.trust, task.at)


def _limit(limits: Limits) -> None:
    """Let the system refuse more memory, and end this process after so much work, whatever it does then.

    Windows knows no such limits: there, who waits for an answer has patience for so long.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not everywhere

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes << 20, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
