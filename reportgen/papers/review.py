"""Review: papers are handed in, and approved or sent back by those whom their kind names, in its order.

Each is an entry of the register, of what the paper says at that moment: an approval of something that
changed afterwards is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.batch.records import Progress
from reportgen.batch.stop import stoppable
from reportgen.model.acts import STANDING, Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, ReportgenError
from reportgen.model.origin import Origin
from reportgen.model.registry import INSTEAD_OF, Draft, Standing
from reportgen.model.sign_off import (
    ASKED,
    CONTENT,
    EDITED,
    OBJECTION,
    PARTS,
    ROLE,
    WORDING,
    Asked,
    content_of,
    written_asked,
    written_parts,
)
from reportgen.offices import find_register
from reportgen.papers.answers import answers_of
from reportgen.papers.cases import Case, cases_of
from reportgen.papers.objections import Answer, roles_of
from reportgen.papers.records import Request, Reviewed, Reviewing, Wanted, label_of
from reportgen.papers.refusals import Refusals
from reportgen.papers.taking_up import take_up
from reportgen.papers.trial import Trial
from reportgen.papers.waiting import taken_from_desk
from reportgen.papers.wanted import Task
from reportgen.papers.withdraw import withdraw_left_out
from reportgen.register import IDENTITY, SAYS, Registry


def submit(sources: Sequence[Path], request: Request, progress: Progress | None = None) -> list[Reviewing]:
    """Hand in the papers of data files, each file's together; all are printed first, and nothing is written.

    Raises:
        OutputError: the register cannot be used at all.

    """
    found: list[Reviewing] = []
    with request.office.writing() as registry, stoppable() as stop:
        for source in sources:
            trial = Trial(source, request, stop, progress, None)
            found.append(_Desk(source, request, registry).outcome(Act.SUBMITTED, Answer(), trial))
    return found


def answer(sources: Sequence[Path], request: Request, act: Act, said: Answer) -> list[Reviewing]:
    """Approve the papers of data files, or send them back: all of a file, or none.

    Raises:
        OutputError: the register cannot be used at all.

    """
    with request.office.writing() as registry:
        return [_Desk(source, request, registry).outcome(act, said) for source in sources]


class _Desk:
    """The papers of one data file, before somebody who hands them in or answers."""

    def __init__(self, source: Path, request: Request, registry: Registry) -> None:
        self.source, self.request, self.registry = source, request, registry
        self.notes: tuple[Diagnostic, ...] = ()

    def outcome(self, act: Act, said: Answer, trial: Trial | None = None) -> Reviewing:
        """Take the step, or tell why not."""
        try:
            task = self._task()
            done = self._submit(task, trial) if trial else self._answer(task, act, said)
            papers = [_reviewed(case, done) for case in cases_of(task, self.registry)]
        except ReportgenError as error:
            return Reviewing(self.source, (), self.notes, error)
        return Reviewing(self.source, papers, self.notes)

    def _task(self) -> Task:
        found = take_up(self.source, self.request, self.registry)
        task, kind = found.task, found.task.plan.study.kind
        self.notes = found.notes + (found.copy.edited.wording if found.copy else ())
        if not kind.approvals:
            raise DataError([report("review-not-asked", kind.sources.nearest(()), kind=kind.name)])
        return task

    def _submit(self, task: Task, trial: Trial) -> Mapping[str, Act]:
        """Hand the papers in, those that are not in as they are now."""
        new = [case.wanted for case in self._to_be_handed_in(task)]
        trial.try_out(task, self.registry, new)
        Refusals(self.registry, self.request.office.cabinet, task).refuse_kind_changed_meanwhile()
        with self.registry.writing(self.request.hand) as pen:
            cases = list(self._to_be_handed_in(task))
            for case in cases:
                pen.add(_handing_in(case))
            left = [] if self.request.replaces else withdraw_left_out(pen, self.registry, task)
        for one in left:
            taken_from_desk(self.request.office, one)
            self.notes += (report("review-left-out", Origin(str(self.source)), name=label_of(one.told)),)
        return {case.wanted.identity: Act.SUBMITTED for case in cases}

    def _to_be_handed_in(self, task: Task) -> list[Case]:
        """Find new papers, those that were sent back, and those that changed.

        Raises:
            DataError: one was issued, with other data.

        """
        refusals = Refusals(self.registry, self.request.office.cabinet, task)
        cases = list(cases_of(task, self.registry))
        past = [(case.wanted, case.before) for case in cases if case.past and case.before]
        faults = [refusals.changed(one, before) for one, before in past if before.told.get(SAYS) != one.says]
        for case in cases:
            if not (case.past or case.replaces or INSTEAD_OF in case.wanted.words):
                faults += [refusals.changed(case.wanted, old) for old in self._standing(case.wanted)]
        found = [case for case in cases if case.stale and not self._in_already(case)]
        faults += [note for case in found for note in refusals.fallen(case.wanted)]
        faults += refusals.row_gone([case.wanted for case in cases if not case.past])
        if faults:
            raise DataError(faults)
        return found

    def _in_already(self, case: Case) -> bool:
        """Tell whether it is handed in as one that replaces another, which need not be said again."""
        if INSTEAD_OF in case.wanted.words or not (case.replaces and case.before):
            return False
        return self.registry.standing(case.before.told[INSTEAD_OF]).state in STANDING

    def _standing(self, one: Wanted) -> list[Standing]:
        """Find issued papers that stand, made from the same: what follows must replace them."""
        return [old for old in self.registry.history(one.identity) if old.state in STANDING]

    def _answer(self, task: Task, act: Act, said: Answer) -> Mapping[str, Act]:
        hand, words = self.request.hand, {OBJECTION: said.reason} if said.reason else {}
        office = find_register(self.source, self.request.office.path)
        said = replace(said, several=office.several_roles)
        with self.registry.writing(hand) as pen:
            answers = answers_of(task, cases_of(task, self.registry), act, said, hand.who)
            self.notes += tuple(dict.fromkeys(self._several(answers, hand.who)))
            for case, asked in answers:
                content = content_of(case.review.parts)
                told = {IDENTITY: case.wanted.identity, ROLE: asked.name, CONTENT: content, **words}
                told |= {name: text for name, text in case.wanted.words.items() if name in {EDITED, WORDING}}
                pen.add(Draft(act, case.paper, told=told))
        return {case.wanted.identity: act for case, _ in answers}

    def _several(self, answers: Sequence[tuple[Case, Asked]], by: str) -> Iterator[Diagnostic]:
        """Tell that somebody speaks in several roles."""
        for case, asked in answers:
            others = [one.role for one in roles_of(by, case.review) if one.name != asked.name]
            if others and not asked.who:
                place, roles = Origin(str(self.source)), ", ".join(others)
                yield report("review-several", place, name=by, role=asked.role, others=roles)


def _handing_in(case: Case) -> Draft:
    one = case.wanted
    told = {
        IDENTITY: one.identity, ASKED: written_asked(one.asked), PARTS: written_parts(one.parts),
        CONTENT: content_of(one.parts), **one.words,
    }  # fmt: skip
    return Draft(Act.SUBMITTED, case.paper, told=told)


def _reviewed(case: Case, done: Mapping[str, Act]) -> Reviewed:
    number = case.before.number if case.before and case.before.numbered else None
    return Reviewed(case.wanted.label, case.review, number, done.get(case.wanted.identity))
