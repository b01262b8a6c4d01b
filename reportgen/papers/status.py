"""Where papers stand, and what they wait for: those of data files, or all that the register knows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reportgen.batch import Order, make_plan
from reportgen.batch.place import seen_from
from reportgen.load import is_there
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, Severity
from reportgen.model.errors import DataError, ReportgenError
from reportgen.model.registry import Entry, Hand, Number, Standing
from reportgen.model.sign_off import Asked, SignOff, Stage, next_signer, sign_off
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
    it was handed in. Of a draft, ``gaps`` is how many values are missing; ``free`` tells that nobody must
    approve it.
    """

    label: str
    source: str
    state: Stage | Act
    number: Number | None = None
    waits: Asked | None = None
    changed: str = ""
    objection: str = ""
    last: Entry | None = None
    gaps: int = 0
    free: bool = False


def whereabouts(
    office: OfficeFolder, order: Order, sources: Sequence[Path] = ()
) -> tuple[list[Whereabouts], list[Diagnostic]]:
    """Tell where papers stand, and what is wrong with data files that keeps it from being told.

    Raises:
        OutputError: there is no register yet, or it cannot be read.

    """
    with office.reading() if office.begun or not sources else nullcontext() as registry:
        look = _Look(office, order, registry)
        found = look.at_files(sources) if sources or registry is None else look.at_all(registry)
    return found, look.faults


@dataclass(slots=True)
class _Look:
    """Somebody who looks; ``faults`` is what keeps data files from being held against the register."""

    office: OfficeFolder
    order: Order
    registry: Registry | None
    faults: list[Diagnostic] = field(default_factory=list)

    def at_files(self, sources: Iterable[Path]) -> list[Whereabouts]:
        """Tell where the papers of data files stand."""
        return [one for source in sources for _, one in self._at_file(source)]

    def at_all(self, registry: Registry) -> list[Whereabouts]:
        """Tell where all papers stand that the register knows."""
        left = {one.told.get(IDENTITY, one.paper): one for one in registry.drafts()}
        found: list[Whereabouts] = []
        for source in _sources(self.office, left.values()):
            there = [(name, one) for name, one in self._at_file(source) if name in left]
            found += [one for _, one in there]
            for name, _ in there:
                del left[name]
        found += [_of_draft(registry, one) for one in left.values()]
        return found + [_of_number(one) for one in registry.standings()]

    def _at_file(self, source: Path) -> list[tuple[str, Whereabouts]]:
        """Tell of each paper of a data file, by its identity."""
        try:
            plan = make_plan(source, self.order)
            if plan.mistakes:
                raise DataError(plan.mistakes)
            missing = sum(note.severity == Severity.MISSING for note in plan.notes)
            if missing and not self._knows(source):
                return [("", Whereabouts(source.stem, str(source), Stage.DRAFT, gaps=missing))]
            task = task_of(plan, Request(self.office, _NOBODY, self.order))
        except ReportgenError as error:
            self.faults += error.diagnostics
            return []
        new = (Case(one, SignOff(), None) for one in task.wanted)
        cases = cases_of(task, self.registry) if self.registry else new
        return [(case.wanted.identity, _of_case(task, case)) for case in cases]

    def _knows(self, source: Path) -> bool:
        """Tell whether the register knows a paper of a data file."""
        name, registry = seen_from(source, self.office.path), self.registry
        known = (*registry.standings(), *registry.drafts()) if registry else ()
        return any(one.told.get("source") == name for one in known)


def _sources(office: OfficeFolder, drafts: Iterable[Standing]) -> Iterator[Path]:
    """Find the data files of papers under review, those that are still there."""
    names = dict.fromkeys(one.told.get("source", "") for one in drafts)
    return (office.path / name for name in names if name and is_there(office.path / name))


def _of_case(task: Task, case: Case) -> Whereabouts:
    """Tell of a paper whose data are there to be held against what was handed in."""
    one, review, source = case.wanted, case.review, str(task.plan.source)
    if case.past and case.before:
        return replace(_of_number(case.before), label=one.label, source=source)
    other = review.changed(one.parts) if one.asked else [_KIND]
    changed = named(other, task.plan.study.kind) if review.parts else ""
    stage = review.stage if one.asked else Stage.DRAFT
    there = Whereabouts(
        one.label, source, stage, None, review.waits, changed, review.objection, review.last,
        free=not one.asked,
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
