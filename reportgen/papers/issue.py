"""Issuing: numbers are reserved, papers made and filed, and then the register says so.

Everything is printed before a number is taken, so that whatever keeps a paper from being made is found while
nothing has happened yet. Between the number and the filed paper a process may die: the next one that
issues in the same series settles that.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.batch.records import Progress
from reportgen.batch.stop import Stop, stoppable
from reportgen.model.acts import REVIEW, Act
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, ReportgenError
from reportgen.model.registry import Draft, Number, Standing
from reportgen.papers.cases import living
from reportgen.papers.from_word import same_word_file
from reportgen.papers.kept import Kept, Reserving
from reportgen.papers.keys import secret_key
from reportgen.papers.records import Filed, Issuing, Request, Settled, Wanted
from reportgen.papers.refusals import Refusals
from reportgen.papers.replacing import fallen
from reportgen.papers.settle import carried_place, files_of, settle
from reportgen.papers.signed import settle_replaced
from reportgen.papers.taking_up import take_up
from reportgen.papers.trial import Trial
from reportgen.papers.waiting import taken_from_desk
from reportgen.papers.wanted import Task
from reportgen.register import SAYS, Registry, new_paper

_ISSUED: Final = "issued"
_UNCHANGED: Final = "unchanged"
_FALLEN: Final = {Act.REVOKED: "revoked", Act.REPLACED: "replaced by another"}
_BEFORE: Final = REVIEW | {Act.PRINTED, Act.RESERVED}
"""Where a paper stands that is still to be issued."""


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
        self.cabinet = request.office.cabinet
        self.trial = Trial(source, request, stop, progress, secret_key(request.office))
        self.settled: list[Settled] = []
        self.filed: list[Filed] = []
        self.notes: tuple[Diagnostic, ...] = ()
        self.day = request.order.today

    def outcome(self) -> Issuing:
        """Issue them, or tell why not."""
        error = None
        try:
            self._issue()
        except ReportgenError as caught:
            error = caught
        return Issuing(self.source, self.filed, self.settled, self.notes, error)

    def _issue(self) -> None:
        found = take_up(self.source, self.request, self.registry)
        task, self.trial.copy = found.task, found.copy
        self.notes, self.day = found.notes, task.day
        self._settle_elsewhere(task, self._todo(task))
        todo = self._todo(task)
        if any(one and one.by_hand for one in todo.values()):
            task = self.trial.for_pen(task)
        with self.cabinet.alone(str(task.series)):
            asked = {one.identity for one, before in todo.items() if before}
            self.settled += settle(self.registry, self.cabinet, task.series, self.request.hand, asked)
            settle_replaced(self.registry, self.request.office, task, self.request.hand)
            self._make(task, self._todo(task))
        self.notes += self.trial.copy.notes if self.trial.copy and todo else ()
        self.filed.sort(key=lambda one: one.number.number)

    def _todo(self, task: Task) -> dict[Wanted, Standing | None]:
        """Find the papers that are not issued yet, with the numbers that a run took which died.

        Raises:
            DataError: a paper was issued with other data, is there already, or its number is not free.

        """
        refusals = Refusals(self.registry, self.cabinet, task)
        faults: list[Diagnostic] = []
        todo: dict[Wanted, Standing | None] = {}
        issued: list[Standing] = []
        self.filed.clear()
        for one in task.wanted:
            before = living(self.registry, one)
            if before is None or before.state in _BEFORE:
                todo[one] = _begun(one, before)
                faults += [*refusals.fallen(one), *refusals.twin(one, before)]
                faults += refusals.unapproved(one, self.registry.history(one.identity))
                faults += refusals.printed_otherwise(one, before)
            elif before.state in _FALLEN:
                self.filed.append(self._before(before, _FALLEN[before.state]))
            elif before.told.get(SAYS) != one.says:
                faults.append(refusals.changed(one, before))
            elif self.trial.copy and not same_word_file(one, before):
                faults.append(refusals.edited_since(one, before))
            else:
                faults += refusals.other_number(before)
                issued.append(before)
                self.filed.append(self._before(before, _UNCHANGED))
        faults += refusals.of_all(todo, issued)
        if faults:
            raise DataError(faults)
        return todo

    def _settle_elsewhere(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> None:
        """Settle what died in another series, such as last year's: these papers belong to it no more."""
        others = {one.number.series for one in todo.values() if one and one.numbered} - {task.series}
        for series in sorted(others):
            with self.cabinet.alone(str(series)):
                self.settled += settle(self.registry, self.cabinet, series, self.request.hand)

    def _before(self, standing: Standing, how: str) -> Filed:
        """Tell of a paper that is left as it is."""
        return Filed(standing.number, tuple(self.cabinet.path / name for name in files_of(standing)), how)

    def _make(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> None:
        """Print the papers with their numbers, take these, file the papers, and enter that they are issued.

        What is printed carries the entry that gives it its number. That is drawn up before, and written once
        all is printed. Where others have written meanwhile, numbers are taken first and all is printed again.
        """
        with Kept() as kept:
            numbered = self._numbered(task, todo)
            self._print(task, numbered.standings, kept)
            with self.registry.writing(self.request.hand) as pen:
                taken = pen.put(numbered.entries)
            if not taken:
                todo = self._todo(task)
                with self.registry.writing(self.request.hand) as pen:
                    numbered = self._numbered(task, todo)
                    pen.put(numbered.entries)
                kept.clear()
                self._print(task, numbered.standings, kept)
            self._file_all(numbered.standings, kept)

    def _numbered(self, task: Task, todo: Mapping[Wanted, Standing | None]) -> Reserving:
        """Give each paper its number, in the order of the list, and draw up the entries that say so."""
        following = task.number or self.registry.next_number(task.series)
        drafts: dict[Wanted, Draft] = {}
        for one, before in todo.items():
            if before is None or not before.numbered:
                paper = before.paper if before else new_paper()
                told = one.told(following)
                drafts[one] = Draft(Act.RESERVED, paper, following, task.source, task.day, told=told)
                following = Number(task.series, following.number + 1)
        drawn = self.registry.drawn(self.request.hand, list(drafts.values()))
        return Reserving.of(todo, dict(zip(drafts, drawn, strict=True)))

    def _print(self, task: Task, standings: Mapping[Wanted, Standing], kept: Kept) -> None:
        """Print papers that have numbers.

        Raises:
            ReportgenError: with all that keeps papers from being made.

        """
        numbers = {
            one.key: self.trial.numbered(task, one, standing.number, self.registry.registered(standing))
            for one, standing in standings.items()
        }
        self.trial.print(self.trial.with_numbers(task, numbers), list(standings), kept.put)
        Refusals(self.registry, self.cabinet, task).refuse_other_kind(standings)

    def _file_all(self, standings: Mapping[Wanted, Standing], kept: Kept) -> None:
        """File the papers, then enter that they are issued."""
        drafts: dict[Wanted, Draft] = {}
        filed: list[Filed] = []
        for one, standing in standings.items():
            drafts[one], paths = self._file(one, standing, kept.take(one.key))
            filed.append(Filed(standing.number, paths, _ISSUED))
        with self.registry.writing(self.request.hand) as pen:
            for one, standing in standings.items():
                pen.add(drafts[one])
                for draft in fallen(self.registry, standing):
                    pen.add(draft)
        for standing in standings.values():
            taken_from_desk(self.request.office, standing)
        self.filed += filed

    def _file(
        self, one: Wanted, standing: Standing, formats: Mapping[str, bytes]
    ) -> tuple[Draft, tuple[Path, ...]]:
        """File the formats of a paper; what a run left under other names that died goes."""
        paths, digests, names = [], dict[str, str](), one.names(standing.number)
        for left in set(files_of(standing)) - set(names):
            self.cabinet.take_out(left)
        for name, target in zip(names, one.targets, strict=True):
            content = formats[target]
            again = carried_place(self.cabinet, name) == self.registry.registered(standing)
            paths.append(self.cabinet.file(name, content, again=again))
            digests[target] = sha256(content).hexdigest()
        words = one.told(standing.number)
        news = words if any(standing.told.get(name) != text for name, text in words.items()) else {}
        draft = Draft(Act.ISSUED, standing.paper, standing.number, None, self.day, digests, news)
        return draft, tuple(paths)


def _begun(one: Wanted, before: Standing | None) -> Standing | None:
    """Give the paper that goes on: one under review, or one that was begun from the same Word file."""
    return before if before and (not before.numbered or same_word_file(one, before)) else None
