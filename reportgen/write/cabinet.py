"""A cabinet: a folder in which papers are filed once, and never exchanged."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.write.faults import faults_at
from reportgen.write.ground import blocked
from reportgen.write.lock import wait_and_hold
from reportgen.write.place import (
    filled,
    made_beside,
    make_folders,
    move,
    move_without_links,
    part_of,
    sync_folder,
)
from reportgen.write.site import digest_at, in_the_way
from reportgen.write.target import OWN_FOLDER, Target, target_in, unfit

_ALL: Final = PurePosixPath()
PATIENCE: Final = 600
"""So many seconds somebody waits for others who file papers of the same series: a long list takes minutes."""


@dataclass(frozen=True, slots=True)
class Cabinet:
    """A folder of filed papers; several may file at once, each under names of its own."""

    path: Path

    @contextmanager
    def alone(self, what: str) -> Iterator[None]:
        """Wait until nobody else does this, and do it alone; who dies leaves it to the next.

        Raises:
            OutputError: somebody takes too long.

        """
        here = Target(PurePosixPath(OWN_FOLDER), self.path / OWN_FOLDER, Origin(str(self.path)))
        with faults_at(here):
            for folder in (self.path, here.path):
                if there := in_the_way(folder):
                    raise OutputError([here.complain("file-in-the-way", folder=folder.name, what=there)])
            make_folders(here.path)
        name = f"{sha256(what.encode()).hexdigest()[:16]}.lock"
        with wait_and_hold(here.path / name, Origin(what), PATIENCE):
            yield

    def file(self, name: PurePosixPath, content: bytes, *, again: bool = False) -> Path:
        """File a paper, whole or not at all; ``again`` takes the place of what a run left that died.

        Raises:
            OutputError: another paper lies there, or the disk does not take it.

        """
        target = self._target(name)
        with faults_at(target):
            self._refuse_outside(target)
            before = digest_at(target.path)
            if before is not None and not again and before != sha256(content).hexdigest():
                raise OutputError(
                    [target.complain("file-exists", whose=phrase("it is no paper of the register"))]
                )
            with filled(target, lambda file: file.write(content)) as part:
                move(part, target, before=before)
            sync_folder(target.path.parent)
        return self.path / target.name

    def made(self, name: PurePosixPath, maker: Callable[[Path], object]) -> Path:
        """File what a library writes by itself, whole or not at all.

        Raises:
            OutputError: something lies there already, or the disk does not take it.

        """
        target = self._target(name)
        with faults_at(target):
            self._refuse_outside(target)
            with made_beside(target, maker) as part:
                move_without_links(part, target.path)
            sync_folder(target.path.parent)
        return self.path / target.name

    def digest(self, name: PurePosixPath) -> str | None:
        """Digest what lies there; nothing where nothing does, or where it is not in the cabinet."""
        target = self._target(name)
        with faults_at(target):
            outside = unfit(target) or blocked(self.path.resolve(), target)
            return None if outside else digest_at(target.path)

    def tidy(self, name: PurePosixPath) -> None:
        """Take away what a process left beside a paper that died while it wrote; the paper stays.

        Only who is alone with these papers may do this.
        """
        target = self._target(name)
        with faults_at(target):
            if not (unfit(target) or blocked(self.path.resolve(), target)):
                part_of(target.path).unlink(missing_ok=True)

    def renamed(self, name: PurePosixPath, new: PurePosixPath) -> Path:
        """Give what lies there another name, which is still free.

        Raises:
            OutputError: something of that name lies there, or the disk does not take it.

        """
        target, after = self._target(name), self._target(new)
        with faults_at(after):
            self._refuse_outside(after)
            move_without_links(target.path, after.path)
            sync_folder(after.path.parent)
        return self.path / after.name

    def take_out(self, name: PurePosixPath) -> None:
        """Take out a paper that was never issued.

        Raises:
            OutputError: the name, which anybody may have written into the register, leads elsewhere.

        """
        target = self._target(name)
        with faults_at(target):
            self._refuse_outside(target)
            part_of(target.path).unlink(missing_ok=True)
            target.path.unlink(missing_ok=True)
            if target.path.parent.is_dir():
                sync_folder(target.path.parent)

    def names(self, below: PurePosixPath = _ALL) -> Iterator[PurePosixPath]:
        """List all that lies there, or in one of its folders."""
        files = sorted(path for path in (self.path / below).rglob("*") if path.is_file())
        names = (PurePosixPath(path.relative_to(self.path).as_posix()) for path in files)
        return (name for name in names if name.parts[0] != OWN_FOLDER)

    def _refuse_outside(self, target: Target) -> None:
        if refusal := unfit(target) or blocked(self.path.resolve(), target):
            raise OutputError([refusal])

    def _target(self, name: PurePosixPath) -> Target:
        return target_in(self.path.resolve(), self.path, name)
