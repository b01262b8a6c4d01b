"""The registers of offices where papers lie that are signed or time-stamped: what is done is entered."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from reportgen.load import is_there
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import Draft, Hand, Registered, Standing
from reportgen.model.sign_off import FIELD
from reportgen.papers.copies import Paper, doctored
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.settle import files_of
from reportgen.papers.signed import PDF, settle_signed
from reportgen.register import Registry
from reportgen.write import Cabinet


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to a paper, by whom; of a signature in which ``field``."""

    act: Act
    hand: Hand
    field: str = ""


@dataclass(frozen=True, slots=True)
class Books:
    """The registers in whose offices papers lie, each opened once."""

    stack: ExitStack
    named: Path | None
    opening: Callable[[OfficeFolder], AbstractContextManager[Registry]]
    opened: dict[Path, Registry] = field(default_factory=dict)

    def unfit(self, paper: Paper, hand: Hand) -> list[Diagnostic]:
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

    def write(self, paper: Paper, content: bytes, done: Done) -> None:
        """Write a paper in the place of what it was made from, whole or not at all."""
        place = _office_of(paper.file, self.named)
        if place is None:
            Cabinet(paper.file.parent).file(PurePosixPath(paper.file.name), content, again=True)
            return
        with _entered(paper, place, self._of(place), sha256(content).hexdigest(), done) as inside:
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
    paper: Paper, place: OfficeFolder, registry: Registry, digest: str, done: Done
) -> Iterator[PurePosixPath]:
    """Let a filed paper be written anew, and enter what was done to it."""
    standing = _standing(registry, paper.registered, paper.file)
    with place.cabinet.alone(str(standing.number.series)):
        inside = PurePosixPath(paper.file.resolve().relative_to(place.cabinet.path.resolve()).as_posix())
        known = settle_signed(registry, place, registry.standing(standing.paper), done.hand)
        before = place.cabinet.digest(inside)
        if inside not in files_of(known) or before != known.digests.get(PDF):
            raise OutputError([report("register-paper-differs", paper.origin, number=known.number)])
        if before != paper.digest:  # somebody was faster: what was signed is not the last file any more
            raise OutputError([report("file-changed-meanwhile", paper.origin, name=paper.file.name)])
        yield inside
        digests = {**known.digests, PDF: digest}
        with registry.writing(done.hand) as pen:
            words = {FIELD: done.field} if done.field else {}
            pen.add(Draft(done.act, known.paper, known.number, None, known.dated, digests, words))


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
