"""Copies of issued papers, sent to somebody who signs: held against the register before a key is opened."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from reportgen.audit import audit
from reportgen.load import read_bytes
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Hand, Registered
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.signed import PDF, soundly_signed
from reportgen.readback.revisions import digests_before
from reportgen.register import Registry


class Paper(Protocol):
    """A paper as it was looked at: its file, the digest of its bytes then, its place in the register."""

    @property
    def file(self) -> Path:
        """Tell where it lies."""
        ...

    @property
    def digest(self) -> str:
        """Give the digest of its bytes."""
        ...

    @property
    def registered(self) -> Registered | None:
        """Give what it carries of its place in the register."""
        ...

    @property
    def origin(self) -> Origin:
        """Tell where mistakes are."""
        ...

    @property
    def first(self) -> bool:
        """Tell whether nobody has signed it yet."""
        ...

    @property
    def signers(self) -> Sequence[Signer]:
        """List whom it expects to sign."""
        ...


def doctored(paper: Paper, office: Path | None, hand: Hand) -> list[Diagnostic]:
    """Tell why a copy is not what was issued; where no register is at hand, what it says of itself counts.

    What an office's folder around the file would say counts last: whoever made the file could have made that.
    """
    for place in _offices(office, paper.file.parent):
        with place.reading() as registry:
            if paper.registered and registry.name == paper.registered.register:
                return list(_of_register(registry, paper, paper.registered, hand))
    return [note for note in audit(paper.file).findings if note.stops]


def _offices(named: Path | None, folder: Path) -> Iterator[OfficeFolder]:
    """Go through the offices that may have issued a paper, as far as they have a register."""
    for asked, working in ((named, Path()), (None, folder)):
        try:
            place = find_office(asked, working)
        except OutputError:
            continue
        if place.begun:
            yield place


def _of_register(registry: Registry, paper: Paper, carried: Registered, hand: Hand) -> Iterator[Diagnostic]:
    """Hold a copy against all that the register has of the paper: signatures may stand behind that."""
    entry = registry.entry(carried.entry)
    if entry is None or entry.hash != carried.head:
        yield report("register-not-this", paper.origin, number=carried.number)
        return
    standing = registry.standing(entry.paper)
    if standing.state not in {Act.ISSUED, Act.SIGNED}:
        yield report("sign-not-standing", paper.origin, number=standing.number)
        return
    known = {one.digests[PDF] for one in standing.entries if PDF in one.digests}
    if paper.digest in known:
        return
    content = read_bytes(paper.file, str(paper.file))
    grown = not paper.first and not known.isdisjoint(digests_before(content))
    if not (grown and soundly_signed(content, paper.signers, hand)):
        yield report("sign-doctored", paper.origin, number=standing.number)
