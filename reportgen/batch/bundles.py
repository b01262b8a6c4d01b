"""Files made of all papers of a run, each in the folder that it goes to: to print, to send, to look up."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from reportgen import __version__
from reportgen.batch.bundle import Bundle, Held, Run, Sort, told
from reportgen.batch.index import INDEX
from reportgen.batch.print_file import PRINT_FILE
from reportgen.batch.records import Bundled, Filed, Order, Outcome, Plan
from reportgen.batch.stop import Stop
from reportgen.batch.zip_files import ZIP
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.model.phrase import phrase
from reportgen.write import OutputFolder, open_folder

SORTS: Final = (PRINT_FILE, ZIP, INDEX)


@contextmanager
def bundles_in(papers: OutputFolder, order: Order) -> Iterator["Bundles"]:
    """Hold the folders that these files go to.

    Raises:
        OutputError: a name ends otherwise than it must, or a folder cannot be used.

    """
    wished = [(sort, file) for sort in SORTS if (file := sort.wished(order))]
    if refused := [one for sort, file in wished for one in _misnamed(file, sort.suffixes(order))]:
        raise OutputError(refused)
    with ExitStack() as stack:
        held = {papers.root: papers}
        slots = [Slot(sort, file, _folder(sort, file, order, held, stack)) for sort, file in wished]
        yield Bundles(slots, papers, order)


def _misnamed(file: Path, suffixes: Sequence[str]) -> Iterator[Diagnostic]:
    if suffixes and file.suffix.lower() not in suffixes:
        right = file.with_name(f"{file.name}{suffixes[0]}").name
        yield told("fill-output-format", file, suffix=suffixes[0], right=right)


def _folder(
    sort: Sort, file: Path, order: Order, held: dict[Path, OutputFolder], stack: ExitStack
) -> OutputFolder:
    """Open a folder once, however many files go there."""
    wanted = file.parent if sort.suffixes(order) else file
    if (place := wanted.resolve()) not in held:
        held[place] = stack.enter_context(open_folder(wanted))
    return held[place]


@dataclass(frozen=True, slots=True)
class Slot:
    """A file, or a folder of files, that is asked for; ``folder`` is where it goes."""

    sort: Sort
    file: Path
    folder: OutputFolder

    @property
    def record(self) -> dict[str, str]:
        """Say in the journal what it is: it takes the place of its like only."""
        return {"source": self.sort.option, "version": __version__}


@dataclass(frozen=True, slots=True)
class Bundles:
    """Makes the files that an order asks for, of the papers as they stand in their folder."""

    slots: Sequence[Slot]
    papers: OutputFolder
    order: Order

    def refuse(self, plans: Sequence[Plan], inputs: Callable[[Plan], Iterable[Path]]) -> None:
        """Find out before anything is printed that there is nothing to put together, or no place for it.

        Raises:
            OutputError: with the reasons.

        """
        used = [path for plan in plans for path in inputs(plan)]
        every = {self._place(one.name) for plan in plans for one in plan.documents}
        refused = [one for slot in self.slots if plans for one in self._refusals(slot, plans, used, every)]
        if refused:
            raise OutputError(refused)

    def _refusals(
        self, slot: Slot, plans: Sequence[Plan], used: Sequence[Path], every: set[str]
    ) -> Iterator[Diagnostic]:
        try:
            bundles = slot.sort.split([plan.documents for plan in plans], self.order)
        except OutputError as error:
            yield from error.diagnostics
            return
        for one in bundles:
            if os.path.normcase(slot.folder.root / one.name) in every:
                yield told("output-is-input", slot.folder.path / one.name)
        source, overwrite = slot.record["source"], self.order.overwrite
        yield from slot.folder.check(
            [one.name for one in bundles], overwrite=overwrite, source=source, inputs=used
        )

    def make(self, outcomes: Sequence[Outcome], stop: Stop) -> list[Bundled]:
        """Make what is asked for; nothing where a paper is missing, unless the order is to keep going."""
        missing = _sources(outcomes)
        if missing and stop.asked:
            return [_unmade(slot, [told("bundle-stopped", slot.file)]) for slot in self.slots]
        some = any(one.made for one in outcomes)
        if missing and not (some and self.order.keep_going):
            return [_unmade(slot, [_incomplete(slot.file, missing)]) for slot in self.slots]
        return [self._made(slot, outcomes, stop) for slot in self.slots]

    def _made(self, slot: Slot, outcomes: Sequence[Outcome], stop: Stop) -> Bundled:
        run = Run(slot.file, outcomes, self.papers, self.order, stop)
        files: list[Filed] = []
        try:
            documents = [[made.document for made in one.made] for one in outcomes]
            for bundle in slot.sort.split(documents, self.order):
                files.append(self._filed(slot, bundle, run))  # noqa: PERF401  (those before a failure are told)
        except OutputError as error:
            return _unmade(slot, error.diagnostics, files)
        missing = _sources(one for one in outcomes if not (slot.sort.tells_lost and one.lost))
        lacks = [told("bundle-lacks", slot.file, sources=missing)] if missing else []
        names = [PurePosixPath(one.path.name) for one in files]
        stale = (
            slot.folder.left_over(slot.record["source"], names) if not slot.sort.suffixes(self.order) else []
        )
        return Bundled(slot.sort.option, slot.file, files, (*lacks, *stale))

    def _filed(self, slot: Slot, bundle: Bundle, run: Run) -> Filed:
        held = Held(0)

        def filler(file: BinaryIO) -> None:
            nonlocal held
            held = slot.sort.fill(bundle, run, file)

        written = slot.folder.fill(bundle.name, filler, overwrite=self.order.overwrite, record=slot.record)
        return Filed(written.path, str(written.how), held.papers, held.pages)

    def _place(self, name: PurePosixPath) -> str:
        return os.path.normcase(self.papers.root / name)


def _unmade(slot: Slot, reasons: Iterable[Diagnostic], files: Sequence[Filed] = ()) -> Bundled:
    return Bundled(slot.sort.option, slot.file, files, error=OutputError(reasons))


def _sources(outcomes: Iterable[Outcome]) -> str:
    """Name the data files of which papers are missing."""
    return ", ".join(str(one.source) for one in outcomes if one.error)


def _incomplete(file: Path, sources: str) -> Diagnostic:
    older = phrase("; the one that is there is of an earlier run") if _is_there(file) else ""
    return told("bundle-incomplete", file, sources=sources, older=older)


def _is_there(file: Path) -> bool:
    """Ask whether a file was made before, or one in its folder: that was opened for this run."""
    return file.is_file() or any(one.is_file() for one in file.glob("*"))
