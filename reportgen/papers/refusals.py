"""Why papers may not be issued: told of all of them, before anything happens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reportgen.batch.content import parts_of_kind
from reportgen.model.acts import ACTS, STANDS, Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import INSTEAD_OF, REPLACES, Number, Source, Standing, read_number
from reportgen.model.sign_off import EDITED, sign_off
from reportgen.model.values import told
from reportgen.papers.objections import not_approved
from reportgen.papers.records import Wanted, label_of
from reportgen.papers.replacing import not_standing
from reportgen.papers.waiting import HELD, held
from reportgen.papers.wanted import Task
from reportgen.register import IDENTITY, SAYS, Registry
from reportgen.write import Cabinet


@dataclass(frozen=True, slots=True)
class Refusals:
    """Holds the papers of a data file against the register and the cabinet."""

    registry: Registry
    cabinet: Cabinet
    task: Task

    def twin(self, one: Wanted, before: Standing | None) -> Iterator[Diagnostic]:
        """Refuse a paper that was issued from another file, word for word."""
        twin = self.registry.saying(one.says)
        if twin is None or twin.state is Act.RESERVED or twin.told.get(SAYS) != one.says:
            return
        if twin.paper == one.words.get(INSTEAD_OF):
            return
        if before is None or twin.paper != before.paper:
            source = twin.told.get("source", "")
            yield report("issue-again", self._place(one), number=twin.number, source=source)

    def fallen(self, one: Wanted) -> Iterator[Diagnostic]:
        """Refuse to replace a paper that does not stand any more."""
        yield from not_standing(self.registry, one, self._place(one))

    def unapproved(self, one: Wanted, history: Sequence[Standing]) -> Iterator[Diagnostic]:
        """Refuse a paper that somebody must still approve, or that is not what was approved."""
        review = sign_off(history)
        if not one.asked:
            if review.asked:
                yield report("review-dropped", self._place(one), name=one.label, role=review.asked[-1].role)
            return
        if REPLACES in review.parts and REPLACES not in one.words:
            number = history[-1].told.get(REPLACES, "")
            yield report("replaces-left-out", self._place(one), name=one.label, number=number)
            return
        faults = list(not_approved(self._place(one), self.task.plan.study.kind, one, review))
        yield from faults
        if not faults and review.edited != one.words.get(EDITED, ""):
            code = "edited-unapproved" if EDITED in one.words else "edited-left-out"
            yield report(code, self._place(one), name=one.label, role=review.asked[-1].role)

    def refuse_other_kind(self, papers: Iterable[Wanted]) -> None:
        """Refuse papers whose template somebody changed while they were printed: nobody approved that one.

        Raises:
            DataError: their kind is not the approved one any more.

        """
        now = parts_of_kind(self.task.plan.study.kind)
        pairs = [(replace(one, parts={**one.parts, **now}), one.identity) for one in papers if one.asked]
        if faults := [
            note for one, name in pairs for note in self.unapproved(one, self.registry.history(name))
        ]:
            raise DataError(faults)

    def refuse_kind_changed_meanwhile(self) -> None:
        """Refuse to hand in what was printed with another template than the one that lies there now.

        Raises:
            OutputError: somebody changed the kind's folder meanwhile.

        """
        kind = self.task.plan.study.kind
        now = parts_of_kind(kind)
        if any(one.parts.get(name) != now[name] for one in self.task.wanted if one.asked for name in now):
            raise OutputError([report("file-changed-meanwhile", Origin(str(kind.folder)), name=kind.name)])

    def printed_otherwise(self, one: Wanted, before: Standing | None) -> Iterator[Diagnostic]:
        """Refuse to number another paper than was printed and signed by hand."""
        if before and before.by_hand and before.told.get(HELD) != held(one):
            yield report("hand-changed", self._place(one), name=one.label)

    def of_all(
        self, todo: Mapping[Wanted, Standing | None], issued: Sequence[Standing]
    ) -> Iterator[Diagnostic]:
        """Refuse numbers and days for those that are to be issued, and another day where none is."""
        new = [one for one, before in todo.items() if before is None or not before.numbered]
        for before in todo.values():
            if before and before.numbered:
                yield from self.other_number(before)
        yield from self.of_numbers(new)
        yield from self.of_series(new)
        yield from self.not_printed(todo)
        yield from self.row_gone(new)
        yield from () if todo else self.other_day(issued)

    def row_gone(self, todo: Iterable[Wanted]) -> Iterator[Diagnostic]:
        """Refuse new rows of a list from which rows are gone whose papers stand: they may be corrected ones.

        A list of which no paper was issued before is another one, under the same name.
        """
        asked, source = {one.identity for one in self.task.wanted}, self.task.wanted[0].words.get("source")
        new, series = list(todo), self.task.series
        if self.task.plan.papers.members is None or not new or len(new) == len(asked):
            return
        replaced = {one.told.get(INSTEAD_OF) for one in self.registry.drafts()}
        for one in self.registry.standings():
            ours = one.told.get("source") == source and one.number.series.name == series.name
            gone = one.told.get(IDENTITY) not in asked and one.paper not in replaced
            if ours and gone and one.state in STANDS:
                name, day = label_of(one.told), told(one.dated)
                yield report(
                    "issue-row-gone", self._file, number=one.number, date=day, name=name, count=len(new)
                )

    def not_printed(self, todo: Mapping[Wanted, Standing | None]) -> Iterator[Diagnostic]:
        """Refuse papers of a list that is signed by hand, and that were not printed for that."""
        if any(before and before.by_hand for before in todo.values()):
            for one, before in todo.items():
                if before is None or not before.by_hand:
                    yield report("hand-not-printed", self._place(one), name=one.label)

    def changed(self, one: Wanted, before: Standing) -> Diagnostic:
        """Refuse to change a paper that was issued: the law knows only another paper (rule G-8)."""
        return report("issue-changed", self._place(one), number=before.number, date=told(before.dated))

    def edited_since(self, one: Wanted, before: Standing) -> Diagnostic:
        """Refuse another Word file for a paper that was issued."""
        return report("edited-since", self._place(one), number=before.number, date=told(before.dated))

    def other_number(self, before: Standing) -> Iterator[Diagnostic]:
        """Refuse another number for a paper that has one."""
        if self.task.number and self.task.number != before.number:
            yield report("issue-renumber", self._file, number=before.number, other=self.task.number)

    def other_day(self, issued: Sequence[Standing]) -> Iterator[Diagnostic]:
        """Refuse another day where all papers have theirs; of a list, it is that of those that are new."""
        day = self.task.asked
        found = next((one for one in issued if day and one.dated and one.dated != day), None)
        if found and day:
            date, other = told(found.dated), told(day)
            yield report("issue-redate", self._file, number=found.number, date=date, other=other)

    def of_numbers(self, new: Sequence[Wanted]) -> Iterator[Diagnostic]:
        """Refuse a number that is not free, one that others give, and a day before the last."""
        if not new:
            return
        lying = self._lying(new[0])  # asked first: papers are filed after they are entered
        task, following = self.task, self.registry.next_number(self.task.series)
        standings = self.registry.standings(task.series)
        taken = self.registry.taken(task.number) if task.number else None
        if taken:
            yield report("number-taken", self._file, number=taken.number, state=ACTS[taken.state])
        else:
            yield from self._in_the_way(lying, task.number or following)
        sources = {one.reserved.source for one in standings} & set(Source)
        if sources and task.source not in sources:
            code = "number-not-ours" if task.source is Source.OURS else "number-ours"
            yield report(code, self._file, series=task.series, number=following.text)
        days = [(one.dated, one.number) for one in standings if one.dated and one.state is not Act.CANCELLED]
        last, number = max(days, key=lambda one: (one[0], one[1].number), default=(task.day, following))
        if task.source is Source.OURS and task.day < last:
            yield report("issue-before", self._file, date=told(task.day), number=number, last=told(last))

    def of_series(self, new: Sequence[Wanted]) -> Iterator[Diagnostic]:
        """Refuse a symbol that the register knows in another spelling: both would count from 1."""
        series = self.task.series
        if new and (known := self.registry.spelled_otherwise(series)):
            yield report("series-otherwise", self._file, series=series.name, known=known)

    def _lying(self, one: Wanted) -> Mapping[PurePosixPath, int]:
        """List what lies in the cabinet where papers of this series lie, with the numbers they have."""
        folder = one.names(Number(self.task.series, 1))[0].parent
        numbers = ((name, name.name.partition(" ")[0]) for name in self.cabinet.names(folder))
        return {name: found for name, text in numbers if (found := read_number(text))}

    def _in_the_way(self, lying: Mapping[PurePosixPath, int], first: Number) -> Iterator[Diagnostic]:
        """Refuse a number under which a file lies that the register knows nothing of.

        Where the register gives the numbers, it knows of none higher than the next one: if papers have such
        numbers, it is not the register any more that it was, such as an old copy.
        """
        ours = self.task.source is Source.OURS
        for name, number in sorted(lying.items(), key=lambda one: one[1]):
            if number == first.number or (ours and number > first.number):
                yield report("register-paper-unknown", Origin(str(self.cabinet.path / name)))
                return

    def _place(self, one: Wanted) -> Origin:
        """Tell where a paper's row is written, or its data file."""
        return self.task.plan.papers.paper(one.key).row or self._file

    @property
    def _file(self) -> Origin:
        return Origin(str(self.task.plan.source))
