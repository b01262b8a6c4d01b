"""Issuing: numbers are reserved, papers made and filed, and then the register says so.

Everything is printed once before a number is taken, so that whatever keeps a paper from being made is found
while nothing has happened yet. Between the number and the filed paper a process may die: the next one that
issues in the same series settles that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.batch import make_plan
from reportgen.batch.making import Making
from reportgen.batch.papers import Key, Numbered
from reportgen.batch.press import Printed
from reportgen.batch.printing import printed
from reportgen.batch.records import Progress
from reportgen.batch.stop import Stop, stoppable
from reportgen.model.claims import WORDS, CodeSigner
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, MissingToolError, OutputError, ReportgenError
from reportgen.model.origin import Origin
from reportgen.model.registry import Act, Draft, Number, Standing
from reportgen.papers.from_word import HeadsCopy, same_word_file, taken_over
from reportgen.papers.keys import secret_key
from reportgen.papers.records import Filed, Issuing, Request, Settled, Wanted
from reportgen.papers.refusals import Refusals
from reportgen.papers.settle import carried_place, files_of, settle
from reportgen.papers.wanted import Task, task_of
from reportgen.register import SAYS, Registry, new_paper

_ISSUED: Final = "issued"
_UNCHANGED: Final = "unchanged"
_REVOKED: Final = "revoked"


def issue(sources: Sequence[Path], request: Request, progress: Progress | None = None) -> list[Issuing]:
    """Issue the papers of data files, one file after the other; one that fails does not stop the others.

    Raises:
        OutputError: the register cannot be used at all.

    """
    with request.office.writing() as registry, stoppable() as stop:
        return [_Issue(source, request, registry, stop, progress).outcome() for source in sources]


class _Issue:
    """The papers of one data file on their way into the register."""

    def __init__(
        self, source: Path, request: Request, registry: Registry, stop: Stop, progress: Progress | None
    ) -> None:
        self.source, self.request, self.registry = source, request, registry
        self.stop, self.progress = stop, progress
        self.cabinet = request.office.cabinet
        self.settled: list[Settled] = []
        self.filed: list[Filed] = []
        self.notes: tuple[Diagnostic, ...] = ()
        self.done = 0
        self.day = request.order.today
        self.key = secret_key(request.office)
        self.copy: HeadsCopy | None = None

    def outcome(self) -> Issuing:
        """Issue them, or tell why not."""
        error = None
        try:
            self._issue()
        except ReportgenError as caught:
            error = caught
        return Issuing(self.source, self.filed, self.settled, self.notes, error)

    def _issue(self) -> None:
        plan = make_plan(self.source, self.request.order)
        if plan.mistakes:
            raise DataError(plan.mistakes)
        task = task_of(plan, self.request)
        self.notes, self.day = plan.notes, task.day
        if self.request.edited:
            self.copy, task = taken_over(self.request.edited, task, self.request.order)
        self._settle_elsewhere(task, self._todo(task))
        todo = self._todo(task)
        self._try(task, todo)
        with self.cabinet.alone(str(task.series)):
            asked = {one.identity for one, before in todo.items() if before}
            self.settled += settle(self.registry, self.cabinet, task.series, self.request.hand, asked)
            todo = self._todo(task)
            self._make(task, self._reserved(task, todo))
        self.notes += self.copy.notes if self.copy and todo else ()
        self.filed.sort(key=lambda one: one.number.number)

    def _todo(self, task: Task) -> dict[Wanted, Standing | None]:
        """Find the papers that are not issued yet, with the numbers that a run took which died.

        Raises:
            DataError: a paper was issued with other data, is there already, or its number is not free.

        """
        refusals = Refusals(self.registry, self.cabinet, task)
        faults: list[Diagnostic] = []
        todo: dict[Wanted, Standing | None] = {}
        self.filed.clear()
        for one in task.wanted:
            before = self.registry.known(one.identity)
            if before is None or before.state is Act.RESERVED:
                todo[one] = before if before and same_word_file(one, before) else None
                faults += refusals.twin(one, before)
            elif before.state is Act.REVOKED:
                self.filed.append(self._before(before, _REVOKED))
            elif before.told.get(SAYS) != one.says:
                faults.append(refusals.changed(one, before))
            elif self.copy and not same_word_file(one, before):
                faults.append(refusals.edited_since(one, before))
            else:
                faults += refusals.other_number(before)
                self.filed.append(self._before(before, _UNCHANGED))
        faults += refusals.of_numbers([one for one, before in todo.items() if before is None])
        if faults:
            raise DataError(faults)
        return todo

    def _settle_elsewhere(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> None:
        """Settle what died in another series, such as last year's: these papers belong to it no more."""
        others = {one.number.series for one in todo.values() if one} - {task.series}
        for series in sorted(others):
            with self.cabinet.alone(str(series)):
                self.settled += settle(self.registry, self.cabinet, series, self.request.hand)

    def _before(self, standing: Standing, how: str) -> Filed:
        """Tell of a paper that is left as it is."""
        return Filed(standing.number, tuple(self.cabinet.path / name for name in files_of(standing)), how)

    def _try(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> None:
        """Print everything once, with the numbers that come next: nothing has happened yet."""
        first = task.number or self.registry.next_number(task.series)
        guesses = (Number(task.series, first.number + place) for place in range(len(todo)))
        numbers = {
            one.key: Numbered(task.spec.number, number.text, None, self._signer(task, one, number))
            for one, number in zip(todo, guesses, strict=True)
        }
        failed = [
            one for one in self._printed(task, todo, numbers, 2 * len(todo)) if one.error or one.missing
        ]
        if failed:
            raise _error_of(failed)
        if self.stop.asked:
            raise OutputError([report("issue-stopped", Origin(str(self.source)), count=0, total=len(todo))])

    def _reserved(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> dict[Wanted, Standing]:
        """Give each paper its number, in the order of the list, all of them or none."""
        with self.registry.writing(self.request.hand) as pen:
            following = task.number or self.registry.next_number(task.series)
            papers: dict[Wanted, str] = {}
            for one, before in todo.items():
                papers[one] = before.paper if before else new_paper()
                if before is None:
                    words = one.told(following)
                    pen.add(Draft(Act.RESERVED, papers[one], following, task.source, task.day, told=words))
                    following = Number(task.series, following.number + 1)
        return {one: self.registry.standing(paper) for one, paper in papers.items()}

    def _signer(self, task: Task, one: Wanted, number: Number) -> CodeSigner | None:
        """Give what signs a paper's code, of an office with a key; no birth date is among it."""
        words = {name: one.words[name] for name in WORDS if name in one.words}
        return CodeSigner(self.key, str(number), task.day, words) if self.key else None

    def _make(self, task: Task, reserved: Mapping[Wanted, Standing]) -> None:
        """Print and file the papers, then enter that they are issued."""
        by_key = {one.key: (one, standing) for one, standing in reserved.items()}
        numbers = {
            one.key: Numbered(
                task.spec.number,
                standing.number.text,
                self.registry.registered(standing),
                self._signer(task, one, standing.number),
            )
            for one, standing in reserved.items()
        }
        drafts: dict[Wanted, Draft] = {}
        filed: list[Filed] = []
        for paper in self._printed(task, reserved, numbers, 2 * len(reserved)):
            if paper.error or paper.missing:
                raise _error_of([paper])
            one, standing = by_key[paper.key]
            drafts[one], paths = self._file(one, standing, paper)
            filed.append(Filed(standing.number, paths, _ISSUED))
        if len(drafts) < len(reserved):
            place, total = Origin(str(self.source)), len(reserved)
            raise OutputError([report("issue-stopped", place, count=len(drafts), total=total)])
        with self.registry.writing(self.request.hand) as pen:
            for one in reserved:
                pen.add(drafts[one])
        self.filed += filed

    def _file(self, one: Wanted, standing: Standing, paper: Printed) -> tuple[Draft, tuple[Path, ...]]:
        """File the formats of a paper; what a run left under other names that died goes."""
        paths, digests, names = [], dict[str, str](), one.names(standing.number)
        for left in set(files_of(standing)) - set(names):
            self.cabinet.take_out(left)
        for name, target in zip(names, one.targets, strict=True):
            content = paper.artifacts[target].content
            again = carried_place(self.cabinet, name) == self.registry.registered(standing)
            paths.append(self.cabinet.file(name, content, again=again))
            digests[target] = sha256(content).hexdigest()
        words = one.told(standing.number)
        news = words if any(standing.told.get(name) != text for name, text in words.items()) else {}
        draft = Draft(Act.ISSUED, standing.paper, standing.number, None, self.day, digests, news)
        return draft, tuple(paths)

    def _printed(
        self, task: Task, papers: Mapping[Wanted, object], numbers: Mapping[Key, Numbered], total: int
    ) -> Iterator[Printed]:
        plan = replace(task.plan, papers=task.plan.papers.numbered(numbers))
        making = Making(plan, self.request.order, place=None)
        keys = {one.key for one in papers}
        for document in plan.documents:
            if document.key in keys:
                making.todo.setdefault(document.key, []).append(document)
        for one in printed(making, self.stop):
            self.done += 1
            if self.progress:
                self.progress(self.done, total)
            yield self.copy.printed(one, plan.papers.paper(one.key)) if self.copy else one


def _error_of(failed: Sequence[Printed]) -> ReportgenError:
    """Put together what keeps papers from being made."""
    errors = [one.error for one in failed if one.error]
    if errors:
        return type(errors[0])(dict.fromkeys(note for error in errors for note in error.diagnostics))
    return MissingToolError(
        dict.fromkeys(note for one in failed for notes in one.missing.values() for note in notes)
    )
