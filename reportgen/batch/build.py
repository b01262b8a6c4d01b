"""Making the documents of many data files; one that fails does not stop the others."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportgen import __version__
from reportgen.batch.plan import make_plan
from reportgen.batch.prove import prove
from reportgen.batch.records import Built, Document, Made, Order, Outcome, Plan, Progress
from reportgen.batch.twins import refuse_unlike
from reportgen.model.artifact import Artifact
from reportgen.model.errors import MissingToolError, OutputError, ReportgenError
from reportgen.pipeline import produce
from reportgen.write import OutputFolder, open_folder, refused_names

_FORMATS = 2
"""Word and PDF."""


def build(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> Built:
    """Make the documents of every data file.

    Raises:
        OutputError: the output folder cannot be used at all.

    """
    with open_folder(order.output) as folder:
        return Built([_build(source, order, folder, progress) for source in sources], folder.notes)


def check(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> list[Outcome]:
    """Do all that `build` does, but write nothing."""
    taken: list[PurePosixPath] = []
    return [_check(source, order, progress, taken) for source in sources]


def _build(source: Path, order: Order, folder: OutputFolder, progress: Progress | None) -> Outcome:
    """Print everything first, then write: mistakes leave nothing behind; what a full disk cut off is told."""
    plan, made = None, list[Made]()
    try:
        plan = make_plan(source, order)
        names = [document.name for document in plan.documents]
        refused = folder.check(names, overwrite=order.overwrite, source=_whence(source, folder))
        if refused:
            raise OutputError(refused)
        printed = _print(plan, progress)
        proof = prove(printed.papers, order.prove) if order.prove else ()
        for document, artifact in printed.papers:
            made.append(_write(plan, document, artifact, folder, order))
    except ReportgenError as error:
        return Outcome(source, made, plan, error)
    stale = folder.left_over(_whence(source, folder), names)
    return Outcome(source, made, plan, printed.missing, tuple(stale), proof)


def _check(source: Path, order: Order, progress: Progress | None, taken: list[PurePosixPath]) -> Outcome:
    """Print everything; ``taken`` are the names that the data files before this one have given away."""
    plan = None
    try:
        plan = make_plan(source, order)
        names = [document.name for document in plan.documents]
        if refused := refused_names(order.output, [*taken, *names]):
            raise OutputError(refused)
        taken.extend(names)
        return Outcome(source, (), plan, _print(plan, progress).missing)
    except ReportgenError as error:
        return Outcome(source, (), plan, error)


def _write(plan: Plan, document: Document, artifact: Artifact, folder: OutputFolder, order: Order) -> Made:
    record = {"source": _whence(plan.source, folder), "kind": plan.study.kind.name, "version": __version__}
    written = folder.write(document.name, artifact.content, overwrite=order.overwrite, record=record)
    return Made(document, written.path, str(written.how))


def _whence(source: Path, folder: OutputFolder) -> str:
    """Name a data file as seen from the output folder, however it was given."""
    path = source.resolve()
    try:
        return Path(os.path.relpath(path, folder.path.resolve())).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


@dataclass(frozen=True, slots=True)
class _Printed:
    """What was printed, and what this machine lacks for the other formats."""

    papers: Sequence[tuple[Document, Artifact]]
    missing: MissingToolError | None


def _compare(papers: Sequence[tuple[Document, Artifact]]) -> None:
    """Hold the formats of each paper against each other."""
    formats: dict[int, dict[str, Artifact]] = {}
    for document, artifact in papers:
        twins = formats.setdefault(id(document.paper), {})
        twins[document.target] = artifact
        if len(twins) == _FORMATS:
            refuse_unlike(twins["docx"], twins["pdf"], document.paper.kind)


def _print(plan: Plan, progress: Progress | None) -> _Printed:
    """Print every document; a format that this machine cannot make does not stop the other."""
    papers: list[tuple[Document, Artifact]] = []
    missing: dict[str, MissingToolError] = {}
    for done, document in enumerate(plan.documents, start=1):
        if document.target not in missing:
            try:
                papers.append((document, produce(document.paper, document.target)))
            except MissingToolError as error:
                missing[document.target] = error
        if progress:
            progress(done, len(plan.documents))
    _compare(papers)
    lacking = [diagnostic for error in missing.values() for diagnostic in error.diagnostics]
    return _Printed(papers, MissingToolError(lacking) if lacking else None)
