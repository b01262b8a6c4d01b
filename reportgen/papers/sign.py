"""Signing by key: all papers are looked at before the PIN is asked for, and the key is opened once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from reportgen.audit.paper import open_paper
from reportgen.load import is_there, read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, FinishError, OutputError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Act, Draft, Hand, Registered, Standing
from reportgen.model.sign_off import FIELD
from reportgen.model.values import told
from reportgen.papers.attesting import Attesting, attested
from reportgen.papers.copies import doctored
from reportgen.papers.keyring import Asking, key_opened, refuse_without_extra
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.settle import files_of
from reportgen.papers.signable import Signable, look_at
from reportgen.papers.signed import PDF, settle_signed
from reportgen.papers.trust import trust_of_office
from reportgen.register import Registry
from reportgen.render.pictures import bitmap, unfit
from reportgen.write import Cabinet

if TYPE_CHECKING:
    from reportgen.seal.keys import Key

_OPAQUE: Final = (255, 255)
"""The least and the most that any point of a picture hides, where nothing of it is transparent."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is wanted: a field, a key with the question for its PIN, the picture that its owner gave.

    ``attesting`` says who attests the time, and what shall prove the signature for years.
    """

    field: str
    key: str
    pin: Asking
    hand: Hand
    picture: Path | None = None
    attesting: Attesting | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A paper that was signed, and in which field; not ``now`` where the same key had signed there before."""

    file: Path
    signer: Signer
    now: bool


def sign(files: Sequence[Path], wanted: Signature, office: Path | None = None) -> Iterator["Signed"]:
    """Sign papers in a field, one after the other; a paper of the register is entered there as signed.

    Of a list of which some are signed there already by the same key, the others are signed: it goes on where
    it was stopped.

    Raises:
        DataError: a paper has no such field, it is signed already, or somebody must sign before.
        FinishError: the key does not open, is out of date, or is not of whom a paper expects.
        MissingToolError: the libraries for signatures are not installed.
        OutputError: a file or the register cannot be written.

    """
    refuse_without_extra()
    try:
        papers = look_at(files, wanted.field)
    except DataError:
        _settle_all(files, office, wanted.hand)
        raise
    with ExitStack() as stack:
        books = _Books(stack, office, OfficeFolder.reading)
        faults = [note for one in papers for note in books.unfit(one, wanted.hand)]
    if faults:
        raise DataError(dict.fromkeys(faults))
    looks = _looks(wanted.picture)
    with key_opened(wanted.key, wanted.pin) as key, ExitStack() as stack:
        faults = [*_of_key(key, wanted), *(note for one in papers for note in one.unmeant(key))]
        if faults:
            raise FinishError(dict.fromkeys(faults))
        trust = partial(trust_of_office, office, papers[0].file.parent)
        authority, after = attested(wanted.attesting, key, Origin(wanted.key), trust)
        books = _Books(stack, office, OfficeFolder.writing)
        for one in papers:
            if one.by:
                books.settle(one.file, one.registered, wanted.hand)
            else:
                books.write(one, after(one.signed(key, looks, authority)), wanted.hand)
            yield Signed(one.file, one.signer, now=not one.by)


def _looks(picture: Path | None) -> Any:
    """Open the picture that the owner gave; nothing where none is."""
    if picture is None:
        return None
    content = read_bytes(picture, str(picture))
    if reason := unfit(content):
        raise DataError([report("asset-unfit", Origin(str(picture)), url=picture.name, reason=reason)])
    looks = bitmap(content)
    if looks.getextrema()[-1] == _OPAQUE:
        raise DataError([report("sign-picture-opaque", Origin(str(picture)), name=picture.name)])
    return looks


def _of_key(key: "Key", wanted: Signature) -> Iterator[Diagnostic]:
    if not key.since <= wanted.hand.at <= key.until:
        since, until = told(key.since.date()), told(key.until.date())
        yield report("key-out-of-date", Origin(wanted.key), name=key.name, since=since, until=until)
    if key.unfit:
        yield report("key-not-for-signing", Origin(wanted.key), name=key.name, why=key.unfit)


@dataclass(frozen=True, slots=True)
class _Books:
    """The registers in whose offices papers lie, each opened once."""

    stack: ExitStack
    named: Path | None
    opening: Callable[[OfficeFolder], AbstractContextManager[Registry]]
    opened: dict[Path, Registry] = field(default_factory=dict)

    def unfit(self, paper: Signable, hand: Hand) -> list[Diagnostic]:
        """Tell of a filed paper that was revoked, and of a copy elsewhere that is not what was issued."""
        place = _office_of(paper.file, self.named)
        if place is None:
            return doctored(paper, self.named, hand)
        try:
            _standing(self._of(place), paper.registered, paper.file)
        except DataError as error:
            return list(error.diagnostics)
        return []

    def settle(self, file: Path, carried: Registered | None, hand: Hand) -> None:
        """Enter what a process signed that died before it could."""
        if place := _office_of(file, self.named):
            registry = self._of(place)
            paper = _standing(registry, carried, file)
            with place.cabinet.alone(str(paper.number.series)):
                settle_signed(registry, place, registry.standing(paper.paper), hand)

    def write(self, paper: Signable, content: bytes, hand: Hand) -> None:
        """Write a signed paper in the place of what was signed, whole or not at all."""
        place = _office_of(paper.file, self.named)
        if place is None:
            Cabinet(paper.file.parent).file(PurePosixPath(paper.file.name), content, again=True)
            return
        with _entered(paper, place, self._of(place), sha256(content).hexdigest(), hand) as inside:
            place.cabinet.file(inside, content, again=True)

    def _of(self, place: OfficeFolder) -> Registry:
        if place.path not in self.opened:
            self.opened[place.path] = self.stack.enter_context(self.opening(place))
        return self.opened[place.path]


def _office_of(file: Path, named: Path | None) -> OfficeFolder | None:
    """Find the office in whose cabinet a paper lies."""
    try:
        place = find_office(named, file.parent)
    except OutputError:
        return None
    inside = file.resolve().is_relative_to(place.cabinet.path.resolve()) and is_there(place.register)
    return place if inside else None


@contextmanager
def _entered(
    paper: Signable, place: OfficeFolder, registry: Registry, digest: str, hand: Hand
) -> Iterator[PurePosixPath]:
    """Let a filed paper be written anew, and enter it as signed."""
    standing = _standing(registry, paper.registered, paper.file)
    with place.cabinet.alone(str(standing.number.series)):
        inside = PurePosixPath(paper.file.resolve().relative_to(place.cabinet.path.resolve()).as_posix())
        known = settle_signed(registry, place, registry.standing(standing.paper), hand)
        before = place.cabinet.digest(inside)
        if inside not in files_of(known) or before != known.digests.get(PDF):
            raise OutputError([report("register-paper-differs", paper.origin, number=known.number)])
        if before != paper.digest:  # somebody was faster: what was signed is not the last file any more
            raise OutputError([report("file-changed-meanwhile", paper.origin, name=paper.file.name)])
        yield inside
        digests = {**known.digests, PDF: digest}
        with registry.writing(hand) as pen:
            words = {FIELD: paper.signer.field}
            pen.add(Draft(Act.SIGNED, known.paper, known.number, None, known.dated, digests, words))


def _settle_all(files: Sequence[Path], office: Path | None, hand: Hand) -> None:
    """Settle what can be settled, before somebody is told that there is nothing to sign."""
    with ExitStack() as stack:
        books = _Books(stack, office, OfficeFolder.writing)
        for file in dict.fromkeys(files):
            with suppress(DataError):
                books.settle(file, open_paper(file).manifest.registered, hand)


def _standing(registry: Registry, carried: Registered | None, file: Path) -> Standing:
    """Find the paper in the register by what it carries.

    Raises:
        DataError: it is not of this register, or does not stand any more.

    """
    origin = Origin(str(file))
    entry = registry.entry(carried.entry) if carried and carried.register == registry.name else None
    if carried is None or entry is None or entry.hash != carried.head:
        number = carried.number if carried else ""
        raise DataError([report("register-not-this", origin, number=number)])
    found = registry.standing(entry.paper)
    if found.state not in {Act.ISSUED, Act.SIGNED}:
        raise DataError([report("sign-not-standing", origin, number=found.number)])
    return found
