"""Copies of issued papers, sent to somebody who signs: held against the register before a key is opened."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.audit import audit
from reportgen.load import read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.registry import Act, Hand, Registered
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.signable import Signable
from reportgen.papers.signed import PDF, soundly_signed
from reportgen.readback.revisions import digests_before
from reportgen.register import Registry


def doctored(paper: Signable, office: Path | None, hand: Hand) -> list[Diagnostic]:
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


def _of_register(
    registry: Registry, paper: Signable, carried: Registered, hand: Hand
) -> Iterator[Diagnostic]:
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
