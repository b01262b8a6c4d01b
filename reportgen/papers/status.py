"""Where papers stand, and what they wait for: those of data files, or all that the register knows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reportgen.batch import Order, make_plan
from reportgen.load import is_there
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, ReportgenError
from reportgen.model.registry import Act, Entry, Hand, Number, Standing
from reportgen.model.sign_off import Asked, Stage, next_signer, sign_off
from reportgen.papers.cases import Case, cases_of
from reportgen.papers.objections import named
from reportgen.papers.office import OfficeFolder
from reportgen.papers.records import Request, label_of
from reportgen.papers.wanted import Task, task_of
from reportgen.register import IDENTITY, Registry

_NOBODY: Final = Hand("", dt.datetime.min.replace(tzinfo=dt.UTC))
"""Who only looks."""

_KIND: Final = "kind"
"""What changed where papers were handed in to people whom their kind does not name any more."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a paper stands: ``state`` is a stage of its review or the last act of the register.

    ``waits`` is whose approval it waits for, or whose signature; ``changed`` names what is otherwise than
    it was handed in.
    """

    label: str
    source: str
    state: Stage | Act
    number: Number | None = None
    waits: Asked | None = None
    changed: str = ""
    objection: str = ""
    last: Entry | None = None


def whereabouts(
    office: OfficeFolder, order: Order, sources: Sequence[Path] = ()
) -> tuple[list[Whereabouts], list[Diagnostic]]:
    """Tell where papers stand, and what is wrong with data files that keeps it from being told.

    Raises:
        OutputError: there is no register yet, or it cannot be read.

    """
    found: list[Whereabouts] = []
    faults: list[Diagnostic] = []
    with office.reading() as registry:
        left = {} if sources else {one.told.get(IDENTITY, one.paper): one for one in registry.drafts()}
        for source in sources or _sources(office, left.values()):
            try:
                task = _task(source, office, order)
            except ReportgenError as error:
                faults += error.diagnostics
                continue
            cases = [case for case in cases_of(task, registry) if sources or case.wanted.identity in left]
            found += [_of_case(task, case) for case in cases]
            for case in cases:
                left.pop(case.wanted.identity, None)
        found += [_of_draft(registry, one) for one in left.values()]
        found += [] if sources else [_of_number(one) for one in registry.standings()]
    return found, faults


def _sources(office: OfficeFolder, drafts: Iterable[Standing]) -> Iterator[Path]:
    """Find the data files of papers under review, those that are still there."""
    names = dict.fromkeys(one.told.get("source", "") for one in drafts)
    return (office.path / name for name in names if name and is_there(office.path / name))


def _task(source: Path, office: OfficeFolder, order: Order) -> Task:
    plan = make_plan(source, order)
    if plan.mistakes:
        raise DataError(plan.mistakes)
    return task_of(plan, Request(office, _NOBODY, order))


def _of_case(task: Task, case: Case) -> Whereabouts:
    """Tell of a paper whose data are there to be held against what was handed in."""
    one, review, source = case.wanted, case.review, str(task.plan.source)
    if case.past and case.before:
        return replace(_of_number(case.before), label=one.label, source=source)
    other = review.changed(one.parts) if one.asked else [_KIND]
    changed = named(other, task.plan.study.kind) if review.parts else ""
    stage = review.stage if one.asked else Stage.APPROVED
    there = Whereabouts(
        one.label, source, stage, None, review.waits, changed, review.objection, review.last
    )  # fmt: skip
    return there if changed or case.before is None else _for_pen(there, case.before)


def _of_draft(registry: Registry, one: Standing) -> Whereabouts:
    """Tell of a paper of which only the register is left."""
    review = sign_off(registry.history(one.told.get(IDENTITY, "")))
    source = one.told.get("source", "")
    there = Whereabouts(
        label_of(one.told), source, review.stage, None, review.waits, "", review.objection, review.last
    )  # fmt: skip
    return _for_pen(there, one)


def _for_pen(there: Whereabouts, standing: Standing) -> Whereabouts:
    """Tell of a paper that was printed and waits to be signed by hand."""
    if standing.state is not Act.PRINTED:
        return there
    return replace(there, state=Act.PRINTED, waits=None, objection="", last=standing.entries[-1])


def _of_number(one: Standing) -> Whereabouts:
    source, waits = one.told.get("source", ""), next_signer(one)
    return Whereabouts(label_of(one.told), source, one.state, one.number, waits, last=one.entries[-1])
