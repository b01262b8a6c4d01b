"""Making the documents of many data files; one that fails does not stop the others."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportgen import __version__
from reportgen.batch.plan import make_plan
from reportgen.batch.records import Built, Document, Made, Order, Outcome, Plan, Progress
from reportgen.model.artifact import Artifact
from reportgen.model.errors import OutputError, ReportgenError
from reportgen.pipeline import produce
from reportgen.write import OutputFolder, Written, open_folder

_Work = Callable[[Plan], Sequence[Made]]


def build(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> Built:
    """Make the documents of every data file.

    Raises:
        OutputError: the output folder cannot be used at all.

    """
    with open_folder(order.output) as folder:
        outcomes = [
            _attempt(source, order, lambda plan: _make(plan, order, folder, progress)) for source in sources
        ]
        return Built(outcomes, folder.notes)


def check(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> list[Outcome]:
    """Do all that `build` does, but write nothing."""
    return [_attempt(source, order, lambda plan: _try(plan, progress)) for source in sources]


def _attempt(source: Path, order: Order, work: _Work) -> Outcome:
    plan = None
    try:
        plan = make_plan(source, order)
        return Outcome(source, work(plan), plan)
    except ReportgenError as error:
        return Outcome(source, (), plan, error)


def _make(plan: Plan, order: Order, folder: OutputFolder, progress: Progress | None) -> list[Made]:
    """Print everything first, then write: what fails leaves nothing behind."""
    refused = folder.check([document.name for document in plan.documents], overwrite=order.overwrite)
    if refused:
        raise OutputError(refused)
    printed = list(_printed(plan, progress))
    record = {"source": plan.source.as_posix(), "kind": plan.study.kind.name, "version": __version__}
    return [
        _placed(
            folder.write(document.name, artifact.content, overwrite=order.overwrite, record=record), document
        )
        for document, artifact in printed
    ]


def _placed(written: Written, document: Document) -> Made:
    return Made(document, written.path, str(written.how))


def _try(plan: Plan, progress: Progress | None) -> list[Made]:
    for _ in _printed(plan, progress):
        pass
    return []


def _printed(plan: Plan, progress: Progress | None) -> Iterator[tuple[Document, Artifact]]:
    for done, document in enumerate(plan.documents, start=1):
        yield document, produce(document.paper, document.target)
        if progress:
            progress(done, len(plan.documents))
