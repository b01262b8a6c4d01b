"""The folder that documents are written into."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write.entry import WRITING, WRITTEN, Entry
from reportgen.write.faults import fault, faults_at
from reportgen.write.ground import Ground
from reportgen.write.journal import Journal
from reportgen.write.lock import Lock
from reportgen.write.owner import foreign
from reportgen.write.place import Filler, filled, move, sync_folder
from reportgen.write.site import Listings, digest, digest_at, is_there, taken_from
from reportgen.write.target import Target, collisions, spelling, taken_twice, target_in, unfit
from reportgen.write.together import Draft, How, Load, Record, put_down, refuse


@dataclass(frozen=True, slots=True)
class Written:
    """Where a document is now, and how it came there."""

    path: Path
    how: How


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """A folder that this process alone writes into; ``notes`` tell what is wrong with its journal."""

    path: Path
    root: Path
    lock: Lock
    journal: Journal
    _made: dict[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Tell whether nothing was ever written here."""
        return not self.journal.known.written

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What the folder's journal could not tell."""
        return self.journal.notes

    def check(
        self,
        names: Sequence[PurePosixPath],
        *,
        overwrite: bool,
        source: str = "",
        inputs: Collection[Path] = (),
    ) -> list[Diagnostic]:
        """Find every document that may not be written, before any is; ``source`` is what they come from.

        No document takes the place of one of the ``inputs``, the files that they are made of.
        """
        targets = [self._target(name) for name in names]
        whence = None if overwrite else source
        found = self.obstacles(names)
        told = (
            found.get(name) or self._foreign_at(target, whence)
            for name, target in zip(names, targets, strict=True)
        )  # fmt: skip
        return [*collisions(targets), *self.over(names, inputs), *(one for one in told if one)]

    def over(self, names: Iterable[PurePosixPath], inputs: Collection[Path]) -> list[Diagnostic]:
        """Find documents that would take the place of a file that they are made of."""
        found = (taken_from(self._target(name), inputs) for name in names)
        return [one for one in found if one]

    def obstacles(self, names: Iterable[PurePosixPath]) -> dict[PurePosixPath, Diagnostic]:
        """Find what keeps documents from being written, whatever is in them."""
        listings, ground = Listings(self.root), Ground(self.root)
        found = ((name, self._obstacle(self._target(name), listings, ground)) for name in names)
        return {name: obstacle for name, obstacle in found if obstacle}

    def keep(self, names: Sequence[PurePosixPath], record: Record) -> list[Written]:
        """Leave the formats of a paper alone that were made from just this, if all stand there as written."""
        targets = [self._target(name) for name in names]
        if not all(self._stands(target, record) for target in targets):
            return []
        return [self._done(target, How.UNCHANGED) for target in targets]

    def refusal(self, draft: Draft, *, overwrite: bool) -> Diagnostic | None:
        """Find out why these bytes may not be written under this name."""
        target = self._target(draft.name)
        try:
            if obstacle := Ground(self.root).blocked(target):
                return obstacle
            before = digest_at(target.path)
        except OSError as error:
            return fault(error, target)
        if before == digest(draft.content):
            return None
        return self._foreign(target, before, None if overwrite else draft.record.get("source", ""))

    def write(self, name: PurePosixPath, content: bytes, *, overwrite: bool, record: Record) -> Written:
        """Write one document, whole or not at all; leave one alone that already says the same."""
        (done,) = self.write_all([Draft(name, content, record)], overwrite=overwrite)
        if isinstance(done, OutputError):
            raise done
        return done

    def write_all(self, drafts: Iterable[Draft], *, overwrite: bool) -> list[Written | OutputError]:
        """Write documents together, each as if alone; of one that cannot be written, give the reason."""
        ground, held = Ground(self.root), self.lock.holds()
        loads = [self._admitted(draft, ground, held=held, overwrite=overwrite) for draft in drafts]
        put_down([load for load in loads if not load.fault], self.journal)
        return [load.fault or Written(self.path / load.target.name, load.how) for load in loads]

    def fill(self, name: PurePosixPath, filler: Filler, *, overwrite: bool, record: Record) -> Written:
        """Write a document piece by piece, whole or not at all: it may be larger than the memory."""
        target = self._target(name)
        with faults_at(target):
            ground = Ground(self.root)
            moved = _moved(target, held=self.lock.holds())
            refuse(moved or self._in_the_way(target, ground) or ground.protected(target))
            self.journal.add([Entry(WRITING, str(target.name), "", 0, record)], lasting=True)
            with filled(target, filler) as part:
                about = str(target.name), str(digest_at(part)), part.stat().st_size, record
                before = digest_at(target.path)
                how = How.WRITTEN if before is None else How.REPLACED
                if before == about[1]:
                    how = How.UNCHANGED
                else:
                    refuse(self._foreign(target, before, None if overwrite else record.get("source", "")))
                    self.journal.add([Entry(WRITING, *about)], lasting=True)
                    move(part, target, before=before)
                    sync_folder(target.path.parent)
                self.journal.add([Entry(WRITTEN, *about)], lasting=False)
        return self._done(target, how)

    def read(self, name: PurePosixPath) -> bytes:
        """Give back a document as it was written last; one that somebody changed since is none of ours."""
        target = self._target(name)
        with faults_at(target):
            content = target.path.read_bytes()
        same = digest(content) == self.journal.last(target.name)
        refuse(None if same else target.complain("file-changed-meanwhile"))
        return content

    def digest(self, name: PurePosixPath) -> str:
        """Give the digest of a document as it was written last; empty where there is none."""
        return self.journal.last(self._target(name).name)

    def left_over(self, source: str, names: Sequence[PurePosixPath]) -> list[Diagnostic]:
        """Tell of papers that an earlier run made from a data file and that it does not ask for any more.

        A format that was not asked for this time may stand there, if it says what the others say.
        """
        asked, formats = {spelling(name) for name in names}, {name.suffix for name in names}
        papers = {_paper(name): self._basis(name) for name in names}
        others = [one for one in self.journal.made_from(source) if spelling(one) not in asked]
        gone = {_paper(one) for one in others if one.suffix in formats}
        stale = [
            one
            for one in others
            if (papers.get(_paper(one), self._basis(one)) != self._basis(one) or _paper(one) in gone)
            and is_there(self.root / one)
        ]
        return [self._target(name).complain("paper-left-over", source=source) for name in stale]

    def _basis(self, name: PurePosixPath) -> str:
        return self.journal.record(name).get("basis", "")

    def _target(self, name: PurePosixPath) -> Target:
        return target_in(self.root, self.path, name)

    def _stands(self, target: Target, record: Record) -> bool:
        known = self.journal.source(target.name), self.journal.record(target.name).get("basis")
        if not record.get("basis") or known != (record.get("source"), record["basis"]):
            return False
        with suppress(OSError):  # it is told when the paper is written
            free = not self._in_the_way(target, Ground(self.root))
            return free and digest_at(target.path) == self.journal.last(target.name)
        return False

    def _admitted(self, draft: Draft, ground: Ground, *, held: bool, overwrite: bool) -> Load:
        """Look at what stands where a document is to go."""
        load = Load(self._target(draft.name), draft)
        whence = None if overwrite else draft.record.get("source", "")
        load.go(lambda _: self._admit(load, ground, whence, held=held))
        if not load.fault:
            self._done(load.target, load.how)
        return load

    def _admit(self, load: Load, ground: Ground, whence: str | None, *, held: bool) -> None:
        target = load.target
        refuse(_moved(target, held=held) or self._in_the_way(target, ground))
        load.before = digest_at(target.path)
        if load.how is not How.UNCHANGED:
            refuse(ground.protected(target) or self._foreign(target, load.before, whence))

    def _done(self, target: Target, how: How) -> Written:
        self._made[spelling(target.name)] = str(target.name)
        return Written(self.path / target.name, how)

    def _in_the_way(self, target: Target, ground: Ground) -> Diagnostic | None:
        return unfit(target) or self._twice(target) or ground.blocked(target)

    def _obstacle(self, target: Target, listings: Listings, ground: Ground) -> Diagnostic | None:
        try:
            barred = self._in_the_way(target, ground)
            return barred or listings.twin(target) or ground.protected(target)
        except OSError as error:
            return fault(error, target)

    def _foreign_at(self, target: Target, whence: str | None) -> Diagnostic | None:
        try:
            return self._foreign(target, digest_at(target.path), whence)
        except OSError as error:
            return fault(error, target)

    def _foreign(self, target: Target, before: str | None, whence: str | None) -> Diagnostic | None:
        """Keep what is not ours, or was made from another data file; without ``whence`` all may go."""
        if before is None or whence is None:
            return None
        made_from = self.journal.ours(target.name).get(before)
        return foreign(target, made_from, whence, known=self.journal.knows(target.name))

    def _twice(self, target: Target) -> Diagnostic | None:
        first = self._made.get(spelling(target.name))
        return taken_twice(target, PurePosixPath(first)) if first else None


def _moved(target: Target, *, held: bool) -> Diagnostic | None:
    return None if held else target.complain("folder-vanished")


def _paper(name: PurePosixPath) -> str:
    """Name a paper, whatever its format."""
    return spelling(name.parent / name.stem)
