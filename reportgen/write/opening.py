"""Taking a folder to write into: it is made, locked, and cleared of what a crash left."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.write.dock import OutputFolder
from reportgen.write.entry import WRITTEN, Entry
from reportgen.write.faults import faults_at
from reportgen.write.ground import blocked
from reportgen.write.journal import open_journal
from reportgen.write.lock import hold
from reportgen.write.place import make_folders, part_of, sync_folder
from reportgen.write.site import digest_at
from reportgen.write.target import OWN_FOLDER, Target, target_in, unfit
from reportgen.write.together import refuse


@contextmanager
def open_folder(path: Path) -> Iterator[OutputFolder]:
    """Take a folder for one build: make it, lock it, read its journal, clear away what a crash left."""
    here = Target(PurePosixPath(path.as_posix()), path, Origin(str(path)))
    stack = ExitStack()
    try:
        with faults_at(here):
            folder = _taken(here, stack)
        yield folder
    finally:
        with faults_at(here):
            stack.close()


def _taken(here: Target, stack: ExitStack) -> OutputFolder:
    own = here.path / OWN_FOLDER
    for needed in (here.path, own):
        refuse(_not_a_folder(needed))
        make_folders(needed)
    root = here.path.resolve()
    lock = stack.enter_context(hold(root / OWN_FOLDER / "lock", here.origin))
    journal = stack.enter_context(open_journal(root / OWN_FOLDER / "journal.jsonl", own / "journal.jsonl"))
    folder = OutputFolder(here.path, root, lock, journal)
    _clear(folder)
    return folder


def _not_a_folder(path: Path) -> Diagnostic | None:
    there = next(place for place in (path, *path.parents, Path()) if os.path.lexists(place))
    linked = path.name == OWN_FOLDER and path.is_symlink()
    if there.is_dir() and not linked:
        return None
    return report("folder-not-a-folder", Origin(str(there)), folder=there)


def _clear(folder: OutputFolder) -> None:
    """Remove the half-written files of processes that died; note down those that came to their place."""
    found = [one for one in (_arrived(folder, begun) for begun in folder.journal.unfinished) if one]
    folder.journal.add([replace(one, event=WRITTEN) for one in found], lasting=False)


def _arrived(folder: OutputFolder, begun: Mapping[str, Entry]) -> Entry | None:
    """Find out which of the files that were begun under a name stands there, if any."""
    target = target_in(folder.root, folder.path, PurePosixPath(next(iter(begun.values())).name))
    with suppress(OSError):  # it is told when something is written there
        if not unfit(target) and not blocked(folder.root, target):
            part_of(target.path).unlink(missing_ok=True)
            if (found := begun.get(digest_at(target.path) or "")) is not None:
                sync_folder(target.path.parent)
                return found
    return None
