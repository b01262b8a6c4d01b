"""What a data file asks for, taken up to be reviewed, printed for the pen or issued."""

from dataclasses import dataclass
from pathlib import Path

from reportgen.batch import make_plan
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.papers.from_word import HeadsCopy, taken_over
from reportgen.papers.records import Request
from reportgen.papers.replacing import replacing
from reportgen.papers.wanted import Task, task_of
from reportgen.register import Registry


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The papers of a data file, what was said of it, and the Word file that the head changed, if any."""

    task: Task
    notes: tuple[Diagnostic, ...]
    copy: HeadsCopy | None = None


def take_up(source: Path, request: Request, registry: Registry) -> TakenUp:
    """Read a data file, and find out which papers are asked for, in whose place, from which Word file.

    Raises:
        ReportgenError: it asks for none that could be issued.

    """
    plan, copy = make_plan(source, request.order), None
    if plan.mistakes:
        raise DataError(plan.mistakes)
    task = task_of(plan, request)
    if request.replaces:
        task = replacing(task, registry, request.replaces, request.year, request.row)
    if request.edited:
        copy, task = taken_over(request.edited, task, request.order)
    return TakenUp(task, plan.notes, copy)
