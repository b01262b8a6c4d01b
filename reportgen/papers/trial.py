"""Printing papers on their way into the register: with their numbers, or with those that come next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.batch.making import Making
from reportgen.batch.papers import Key, Numbered, Papers
from reportgen.batch.press import Printed
from reportgen.batch.printing import printed
from reportgen.batch.records import Plan, Progress
from reportgen.batch.stop import Stop
from reportgen.model.claims import WORDS, CodeSigner
from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError, OutputError, ReportgenError
from reportgen.model.origin import Origin
from reportgen.model.registry import Number, Registered
from reportgen.papers.from_word import HeadsCopy
from reportgen.papers.records import Request, Wanted
from reportgen.papers.wanted import Task
from reportgen.pipeline import rows_of
from reportgen.register import Registry


@dataclass(slots=True)
class Trial:
    """Prints the papers of a data file, and counts them."""

    source: Path
    request: Request
    stop: Stop
    progress: Progress | None
    key: bytes | None
    copy: HeadsCopy | None = field(default=None, init=False)
    """The draft that the head changed, if that is to become the paper."""

    done: int = field(default=0, init=False)

    def try_out(self, task: Task, registry: Registry, papers: Sequence[Wanted]) -> None:
        """Print everything once, with the numbers that come next: nothing has happened yet.

        Raises:
            ReportgenError: with all that keeps papers from being made.

        """
        first = task.number or registry.next_number(task.series)
        guesses = (Number(task.series, first.number + place) for place in range(len(papers)))
        numbers = {
            one.key: self.numbered(task, one, number, None)
            for one, number in zip(papers, guesses, strict=True)
        }
        self.print(self.with_numbers(task, numbers), papers, lambda _: None)

    def numbered(self, task: Task, one: Wanted, number: Number, registered: Registered | None) -> Numbered:
        """Give a paper its number, and what signs its code; no birth date is among that."""
        words = {name: one.words[name] for name in WORDS if name in one.words}
        signer = CodeSigner(self.key, str(number), task.day, words) if self.key else None
        return Numbered(task.spec.number, number.text, registered, signer, one.replaced or None)

    @staticmethod
    def with_numbers(task: Task, numbers: Mapping[Key, Numbered]) -> Plan:
        """Give papers their numbers."""
        return replace(task.plan, papers=task.plan.papers.numbered(numbers))

    @staticmethod
    def with_gaps(task: Task) -> Plan:
        """Leave gaps where number and day will stand, without making drafts of the papers."""
        job, members = task.plan.papers.job, task.plan.papers.members
        dataset = job.dataset.with_gaps()
        job = replace(job, dataset=dataset, rows=rows_of(job.kind, dataset), unmarked=True)
        number = task.spec.number
        gaps = {one.key: Numbered(number, None, replaces=one.replaced or None) for one in task.wanted}
        return replace(task.plan, papers=Papers(job, members).numbered(gaps))

    def for_pen(self, task: Task) -> Task:
        """Make papers that are signed by hand: without fields for keys, without a code that nobody signed."""
        self.key, papers = None, task.plan.papers
        job = replace(papers.job, kind=replace(papers.job.kind, signatures={}))
        return replace(task, plan=replace(task.plan, papers=Papers(job, papers.members)))

    def print(self, plan: Plan, papers: Sequence[Wanted], take: Callable[[Printed], object]) -> None:
        """Print papers of a plan as it stands, and hand each over.

        Raises:
            ReportgenError: with all that keeps papers from being made, or that somebody stopped it.

        """
        failed, before, total = list[Printed](), self.done, self.done + len(papers)
        for one in self._made(plan, papers, total):
            if one.error or one.missing:
                failed.append(one)
            else:
                take(one)
        if failed:
            raise error_of(failed)
        if self.done < total:
            place, count = Origin(str(self.source)), total - before
            raise OutputError([report("issue-stopped", place, count=0, total=count)])

    def _made(self, plan: Plan, papers: Sequence[Wanted], total: int) -> Iterator[Printed]:
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


def error_of(failed: Sequence[Printed]) -> ReportgenError:
    """Put together what keeps papers from being made."""
    errors = [one.error for one in failed if one.error]
    if errors:
        return type(errors[0])(dict.fromkeys(note for error in errors for note in error.diagnostics))
    return MissingToolError(
        dict.fromkeys(note for one in failed for each in one.missing.values() for note in each)
    )
