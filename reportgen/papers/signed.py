"""Signatures of which the register does not know yet: made elsewhere, or by a process that died too early."""

from collections.abc import Sequence
from contextlib import nullcontext
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from reportgen.audit.paper import open_paper
from reportgen.load import read_bytes
from reportgen.model.acts import Act
from reportgen.model.errors import DataError
from reportgen.model.manifest import Signer
from reportgen.model.names import same_name
from reportgen.model.registry import INSTEAD_OF, Draft, Hand, Standing
from reportgen.model.sign_off import FIELD
from reportgen.model.signature import After, Signatures, Signed
from reportgen.papers.keyring import knows_signatures
from reportgen.papers.office import OfficeFolder
from reportgen.papers.settle import files_of
from reportgen.papers.wanted import Task
from reportgen.readback.revisions import digests_before
from reportgen.register import Registry

PDF: Final = "pdf"


def pdf_of(standing: Standing) -> PurePosixPath | None:
    """Name the PDF of a paper in the cabinet."""
    return next((name for name in files_of(standing) if name.suffix == f".{PDF}"), None)


def times_signed(standing: Standing) -> int:
    """Count the signatures of which the register knows."""
    return sum(one.act is Act.SIGNED for one in standing.entries)


def enter_signed(
    registry: Registry, standing: Standing, new: Sequence[Signed], content: bytes, hand: Hand
) -> Standing:
    """Enter signatures that stand in the file of a paper."""
    digests = {**standing.digests, PDF: sha256(content).hexdigest()}
    with registry.writing(hand) as pen:
        for one in new:
            pen.add(
                Draft(
                    Act.SIGNED, standing.paper, standing.number, None, standing.dated, digests,
                    {FIELD: one.field},
                )
            )  # fmt: skip
    return registry.standing(standing.paper)


def settle_signed(registry: Registry, place: OfficeFolder, standing: Standing, hand: Hand) -> Standing:
    """Enter signatures that stand in the cabinet and not in the register: who made them died in between.

    Only who holds the series alone may do this. What is not just the paper with more signatures, by whom it
    expects, is left as it is.
    """
    name, known = pdf_of(standing), standing.digests.get(PDF)
    if name is None or standing.state not in {Act.ISSUED, Act.SIGNED} or not knows_signatures():
        return standing
    place.cabinet.tidy(name)
    if place.cabinet.digest(name) in {None, known}:
        return standing
    path = place.cabinet.path / name
    content = read_bytes(path, str(path))
    try:
        signers = open_paper(path, content).manifest.signers
    except DataError:
        return standing
    sound = soundly_signed(content, signers, hand) if known in set(digests_before(content)) else ()
    if new := sound[times_signed(standing) :]:
        return enter_signed(registry, standing, new, content, hand)
    return _enter_stamped(registry, standing, content, hand) if sound else standing


def _enter_stamped(registry: Registry, standing: Standing, content: bytes, hand: Hand) -> Standing:
    """Enter that a paper, with the signatures that it had, ends in a further time stamp."""
    from reportgen.seal.lasting import ends_in_stamp  # noqa: PLC0415  # an extra

    if not ends_in_stamp(content):
        return standing
    digests = {**standing.digests, PDF: sha256(content).hexdigest()}
    with registry.writing(hand) as pen:
        pen.add(Draft(Act.STAMPED, standing.paper, standing.number, None, standing.dated, digests))
    return registry.standing(standing.paper)


def settle_replaced(registry: Registry, place: OfficeFolder, task: Task, hand: Hand) -> None:
    """Likewise for a paper that is to be replaced: once it is, nobody could enter them any more.

    Only who holds the series of the new paper alone may do this.
    """
    papers = {one.words[INSTEAD_OF] for one in task.wanted if INSTEAD_OF in one.words}
    for old in map(registry.standing, papers):
        series = old.number.series
        with place.cabinet.alone(str(series)) if series != task.series else nullcontext():
            settle_signed(registry, place, registry.standing(old.paper), hand)


def soundly_signed(content: bytes, signers: Sequence[Signer], hand: Hand) -> tuple[Signed, ...]:
    """List the signatures of a file, if nothing else was put behind the paper, and whom it expects signed."""
    from reportgen.seal.checking import check  # noqa: PLC0415  # an extra
    from reportgen.seal.checking_trust import Trust  # noqa: PLC0415

    found: Signatures = check(content, Trust(), hand.at)
    expected = {one.field: one.who for one in signers}
    last = found.signed[-1:]
    sound = not found.changed_before and all(
        one.intact
        and one.after in ({After.NOTHING} if (one,) == last else {After.NOTHING, After.SIGNATURES})
        and same_name(one.certificate.name, expected.get(one.field))
        for one in found.signed
    )
    return found.signed if sound else ()
