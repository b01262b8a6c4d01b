"""Papers that are signed by hand: printed unmarked, with room for number and day, which come afterwards.

Decree 30/2020, Article 15.2 (rule G-5): a paper gets its number after it was signed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from reportgen.batch import Plan
from reportgen.batch.press import Printed
from reportgen.batch.records import Progress
from reportgen.batch.stop import Stop, stoppable
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, ReportgenError
from reportgen.model.registry import Draft, Standing
from reportgen.papers.cases import living
from reportgen.papers.records import Request, Wanted
from reportgen.papers.refusals import Refusals
from reportgen.papers.taking_up import take_up
from reportgen.papers.trial import Trial
from reportgen.papers.waiting import HELD, PRINTED, WAITING, desk_of, files_for_pen, held
from reportgen.papers.wanted import Task
from reportgen.register import IDENTITY, Registry, new_paper


@dataclass(frozen=True, slots=True)
class ForPen:
    """A paper to be signed by hand: ``how`` is printed, unchanged, or issued where it has its number."""

    label: str
    paths: tuple[Path, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Printing:
    """What became of the papers of one data file."""

    source: Path
    papers: Sequence[ForPen] = ()
    notes: tuple[Diagnostic, ...] = ()
    error: ReportgenError | None = None


def print_for_pen(
    sources: Sequence[Path], request: Request, progress: Progress | None = None
) -> list[Printing]:
    """Print the papers of data files to be signed by hand; one file that fails does not stop the others.

    Raises:
        OutputError: the register cannot be used at all.

    """
    with request.office.writing() as registry, stoppable() as stop:
        return [_Desk(source, request, registry, stop, progress).outcome() for source in sources]


class _Desk:
    """The papers of one data file on their way to those who sign."""

    def __init__(
        self, source: Path, request: Request, registry: Registry, stop: Stop, progress: Progress | None
    ) -> None:
        self.source, self.request, self.registry = source, request, registry
        self.trial = Trial(source, request, stop, progress, None)
        self.cabinet = desk_of(request.office)
        self.notes: tuple[Diagnostic, ...] = ()

    def outcome(self) -> Printing:
        """Print them, or tell why not."""
        try:
            return Printing(self.source, self._printed(), self.notes)
        except ReportgenError as error:
            return Printing(self.source, (), self.notes, error)

    def _printed(self) -> list[ForPen]:
        found = take_up(self.source, self.request, self.registry)
        task, self.trial.copy = self.trial.for_pen(found.task), found.copy
        self.notes = found.notes + (found.copy.notes if found.copy else ())
        with self.cabinet.alone(WAITING):
            before = {one: living(self.registry, one) for one in task.wanted}
            todo = [one for one, standing in before.items() if not self._done(one, standing)]
            self._refuse_unapproved(task, todo)
            made = self._made(task, todo)
            return self._put_down(before, made)

    def _done(self, one: Wanted, standing: Standing | None) -> bool:
        """Tell whether a paper has its number, or lies there as it is wanted."""
        if standing is None or standing.numbered:
            return standing is not None
        lies = {name.suffix.removeprefix("."): self.cabinet.digest(name) for name in files_for_pen(standing)}
        same = standing.state is Act.PRINTED and standing.told.get(HELD) == held(one)
        return same and lies == dict(standing.digests)

    def _refuse_unapproved(self, task: Task, todo: Sequence[Wanted]) -> None:
        refusals = Refusals(self.registry, self.request.office.cabinet, task)
        histories = {one: self.registry.history(one.identity) for one in todo}
        faults = [note for one in todo for note in refusals.fallen(one)]
        faults += [note for one in todo for note in refusals.unapproved(one, histories[one])]
        if faults:
            raise DataError(faults)

    def _made(self, task: Task, todo: Sequence[Wanted]) -> dict[Wanted, Mapping[PurePosixPath, bytes]]:
        """Print papers with gaps where number and day will stand, and without the mark of a draft.

        Raises:
            ReportgenError: with all that keeps papers from being made.

        """
        plan, printed = self.trial.with_gaps(task), list[Printed]()
        self.trial.print(plan, todo, printed.append)
        Refusals(self.registry, self.request.office.cabinet, task).refuse_other_kind(todo)
        by_key = {one.key: one for one in printed}
        return {one: _contents(plan, by_key[one.key]) for one in todo}

    def _put_down(
        self, before: Mapping[Wanted, Standing | None], made: Mapping[Wanted, Mapping[PurePosixPath, bytes]]
    ) -> list[ForPen]:
        """Enter what was printed, then put it down where it waits: what lies there is known at any moment."""
        with self.registry.writing(self.request.hand) as pen:
            for one, contents in made.items():
                pen.add(_entered(one, before[one], contents))
        return [self._laid(one, standing, made.get(one, {})) for one, standing in before.items()]

    def _laid(
        self, one: Wanted, standing: Standing | None, contents: Mapping[PurePosixPath, bytes]
    ) -> ForPen:
        """Put a paper down, in the place of what was printed of it before."""
        entries = standing.entries if standing else ()
        ours = {digest for each in entries for digest in each.digests.values()}
        if contents:
            paths = [
                self.cabinet.file(name, content, again=self.cabinet.digest(name) in ours)
                for name, content in contents.items()
            ]
            return ForPen(one.label, tuple(paths), "printed")
        names = files_for_pen(standing) if standing else ()
        how = "issued" if standing and standing.numbered else "unchanged"
        return ForPen(one.label, tuple(self.cabinet.path / name for name in names), how)


def _contents(plan: Plan, printed: Printed) -> dict[PurePosixPath, bytes]:
    wanted = (one for one in plan.documents if one.key == printed.key)
    return {one.name: printed.artifacts[one.target].content for one in wanted}


def _entered(one: Wanted, standing: Standing | None, made: Mapping[PurePosixPath, bytes]) -> Draft:
    digests = {name.suffix.removeprefix("."): sha256(content).hexdigest() for name, content in made.items()}
    told = {IDENTITY: one.identity, HELD: held(one), PRINTED: "\n".join(map(str, made)), **one.words}
    return Draft(Act.PRINTED, standing.paper if standing else new_paper(), digests=digests, told=told)
