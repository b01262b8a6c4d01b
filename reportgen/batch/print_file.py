"""One file with all PDFs of a run, to be printed in one go: made of the papers as they stand there."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.batch.records import Document, Order, Outcome, Plan, PrintFile
from reportgen.batch.stop import Stop
from reportgen.finish.merge import merge
from reportgen.model.alphabet import Rank, rank, rank_of_person
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.write import OutputFolder, open_folder

_SUFFIX: Final = ".pdf"
_RECORD: Final = {"source": "--merge", "version": __version__}
"""What the journal says of it: a print file takes the place of print files only."""


@contextmanager
def binder_in(papers: OutputFolder, order: Order) -> Iterator["Binder | None"]:
    """Hold the folder that the print file goes to, if one is wanted."""
    file = order.merge
    if file is None:
        yield None
        return
    if file.suffix.lower() != _SUFFIX:
        right = file.with_name(f"{file.name}{_SUFFIX}").name
        raise OutputError([_told("fill-output-format", file, suffix=_SUFFIX, right=right)])
    if file.parent.resolve() == papers.root:
        yield Binder(file, papers, papers, order)
    else:
        with open_folder(file.parent) as own:
            yield Binder(file, own, papers, order)


@dataclass(frozen=True, slots=True)
class Binder:
    """Puts the PDFs of a run together in ``file``, in its own folder or in that of the papers."""

    file: Path
    own: OutputFolder
    papers: OutputFolder
    order: Order

    @property
    def name(self) -> PurePosixPath:
        """Give the file's name below its folder."""
        return PurePosixPath(self.file.name)

    def refuse(self, plans: Sequence[Plan], inputs: Callable[[Plan], Iterable[Path]]) -> None:
        """Find out before anything is printed that there is nothing to merge, or no place for it.

        Raises:
            OutputError: with the reason.

        """
        names = [one.name for plan in plans for one in _pdfs(plan)]
        if plans and not names:
            raise OutputError([_told("nothing-to-merge", self.file)])
        every = [one.name for plan in plans for one in plan.documents]
        if os.path.normcase(self.own.root / self.name) in {self._place(name) for name in every}:
            raise OutputError([_told("output-is-input", self.file)])
        used = [path for plan in plans for path in inputs(plan)]
        source, overwrite = _RECORD["source"], self.order.overwrite
        if refused := self.own.check([self.name], overwrite=overwrite, source=source, inputs=used):
            raise OutputError(refused)

    def bind(self, outcomes: Sequence[Outcome], stop: Stop) -> PrintFile:
        """Put together what is there; nothing where a paper is missing, unless the order is to keep going."""
        missing = ", ".join(str(one.source) for one in outcomes if one.error)
        papers = [made for one in outcomes if one.plan for made in _in_order(_made_of(one))]
        if missing and (stop.asked or not papers or not self.order.keep_going):
            return PrintFile(self.file, error=OutputError([self._incomplete(missing)]))
        try:
            return self._bound(papers, missing)
        except OutputError as error:
            return PrintFile(self.file, error=error)

    def _bound(self, papers: Sequence[Document], missing: str) -> PrintFile:
        trails = _trails(papers)
        contents = (self.papers.read(one.name) for one in papers)
        content, pages = merge(zip(trails, contents, strict=True), self.file.stem)
        written = self.own.write(self.name, content, overwrite=self.order.overwrite, record=_RECORD)
        notes = (_told("merge-lacks", self.file, sources=missing),) if missing else ()
        return PrintFile(self.file, str(written.how), len(papers), pages, notes)

    def _incomplete(self, sources: str) -> Diagnostic:
        older = phrase("; the one that is there is of an earlier run") if self.file.exists() else ""
        return _told("merge-incomplete", self.file, sources=sources, older=older)

    def _place(self, name: PurePosixPath) -> str:
        return os.path.normcase(self.papers.root / name)


def _told(code: str, file: Path, **values: str) -> Diagnostic:
    return Diagnostic(code, Origin(str(file)), (("name", file.name), *values.items()))


def _pdfs(plan: Plan) -> list[Document]:
    return [one for one in plan.documents if one.name.suffix == _SUFFIX]


def _made_of(outcome: Outcome) -> list[Document]:
    return [one.document for one in outcome.made if one.document.name.suffix == _SUFFIX]


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """Sort as people look for papers: by folder, then by person; else they stay as the data have them."""
    return sorted(documents, key=_rank)


def _rank(document: Document) -> tuple[tuple[Rank, ...], Rank]:
    person = _person(document)
    return tuple(map(rank, document.name.parent.parts)), rank_of_person(person) if person else ()


def _person(document: Document) -> str | None:
    """Name the person for whom a paper is made, if it is made for one."""
    members, own = document.papers.members, document.papers.own(document.key)
    if members is None or own is None or members.asked.by:
        return None
    person = document.papers.job.kind.rows[members.asked.of].person
    value = own.each.get(person.name) if person else None
    return value if isinstance(value, str) else None


def _trails(documents: Sequence[Document]) -> list[tuple[str, ...]]:
    """Lead to each paper through the folders that not all of them share."""
    folders = [one.name.parent.parts for one in documents]
    shared = sum(1 for _ in takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False)))
    return [
        (*folder[shared:], _person(one) or one.name.stem)
        for folder, one in zip(folders, documents, strict=True)
    ]
