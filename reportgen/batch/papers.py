"""The papers of one data file, each put together when somebody asks: all at once would fill the memory."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reportgen.compute import Rows, recompute
from reportgen.model.blank import Blank
from reportgen.model.claims import CodeSigner
from reportgen.model.dataset import Dataset, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figures
from reportgen.model.kind import Kind
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.registry import Registered
from reportgen.pipeline import Paper, compose_paper
from reportgen.study.members import Members, Own

Key = tuple[int, ...]
"""Which paper of a data file: the rows that it is made for; without ``for_each`` there is one, of no rows."""

_KEPT: Final = 64
"""So many papers stay put together from the plan to the press."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all papers of a data file have in common.

    ``scripts`` are wanted where pages are proven; ``blank`` is what papers are printed on, if it is no sheet.
    """

    kind: Kind
    dataset: Dataset
    rows: Rows
    today: dt.date
    scripts: bool = False
    blank: Blank | None = None
    here: str = ""
    """The folder that names of files start from, where that is not the working folder."""

    unmarked: bool = False
    """Whether gaps are left for a pen: such papers are no drafts."""

    def paper(self, own: Own | None) -> Paper:
        """Put one paper together again, of data that were checked before."""
        dataset = own.of(self.dataset) if own else self.dataset
        return self.composed(dataset, recompute(dataset, self.kind))

    def composed(self, dataset: Dataset, figures: Figures) -> Paper:
        """Put one paper together."""
        paper = compose_paper(self.kind, dataset, figures, today=self.today, rows=self.rows)
        if self.unmarked:
            paper = replace(paper, context=replace(paper.context, draft=False))
        return replace(paper, here=self.here) if self.here else paper

    def moved(self, kind: Path, here: str) -> "Job":
        """Give the same for a place where the kind's folder lies elsewhere, and the data files nowhere."""
        moved = replace(self.kind, folder=kind)
        return replace(self, kind=moved, rows=replace(self.rows, kind=moved), here=here)

    def place(self, own: Own | None) -> Origin:
        """Tell where the row of a paper stands, or the data file."""
        return own.table.sources.nearest((0,)) if own else Origin(self.dataset.file)

    def apart(self, table: str | None) -> "Job":
        """Give the same without the files that were read, and without a table that papers bring along."""
        return replace(self, dataset=_apart(self.dataset, table), rows=self.rows.apart())


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a paper: the field or column that it fills in, and where it stands in the register."""

    name: str
    text: str | None
    """Without it a gap is left for a pen."""
    registered: Registered | None = None
    code_signer: CodeSigner | None = None
    replaces: str | None = None
    """The paper in whose place it is issued, named in full."""

    def of(self, dataset: Dataset) -> Dataset:
        """Give the data of one paper with its number."""
        values = {**dataset.values, self.name: self.text} if self.text is not None else dataset.values
        given = replace(dataset, values=values, registered=self.registered, code_signer=self.code_signer)
        return replace(given, replaces=self.replaces)


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one data file."""

    job: Job
    members: Members | None
    kept: dict[Key, Paper] = field(default_factory=dict)
    numbers: Mapping[Key, "Numbered"] = field(default_factory=dict)

    def numbered(self, numbers: Mapping[Key, "Numbered"]) -> "Papers":
        """Give the same papers with the numbers that they were given."""
        job = replace(self.job, dataset=numbers[()].of(self.job.dataset)) if () in numbers else self.job
        return Papers(job, self.members, numbers=numbers)

    def keys(self, complaints: Complaints) -> Iterator[Key]:
        """List the papers."""
        if self.members is None:
            yield ()
        else:
            yield from map(tuple, self.members.groups(complaints))

    def own(self, key: Key) -> Own | None:
        """Take what a paper has for itself."""
        own = self.members.own(key) if self.members else None
        number = self.numbers.get(key)
        if not (own and number):
            return own
        if number.text is None:
            return replace(own, replaces=number.replaces)
        numbered = own.numbered(number.name, number.text, number.registered, number.code_signer)
        return replace(numbered, replaces=number.replaces)

    def dataset(self, key: Key) -> Dataset:
        """Give the data of a paper."""
        own = self.own(key)
        return own.of(self.job.dataset) if own else self.job.dataset

    def composed(self, key: Key, dataset: Dataset, figures: Figures) -> Paper:
        """Put a paper together, and keep it while there are few."""
        paper = self.job.composed(dataset, figures)
        if len(self.kept) < _KEPT:
            self.kept[key] = paper
        return paper

    def paper(self, key: Key) -> Paper:
        """Give a paper, be it that it must be put together again."""
        return self.kept.get(key) or self.job.paper(self.own(key))

    def apart(self, *, scripts: bool = False) -> Job:
        """Give what the papers have in common, to be sent elsewhere."""
        return replace(self.job.apart(self.members.asked.of if self.members else None), scripts=scripts)


def _apart(dataset: Dataset, without: str | None) -> Dataset:
    """Keep of a dataset what papers read; a table that each brings itself is left out."""
    return replace(
        dataset, tables=_tables(dataset.tables, without), sources=_sources(dataset),
        for_each=None, claims=(), notes=(),
        earlier=tuple(_apart(past, without) for past in dataset.earlier),
        expected={name: table.apart() for name, table in dataset.expected.items()},
    )  # fmt: skip


def _tables(tables: Mapping[str, Table], without: str | None) -> dict[str, Table]:
    return {name: (table.take(()) if name == without else table).apart() for name, table in tables.items()}


def _sources(dataset: Dataset) -> Sources:
    """Note down where everything stands but the rows of tables, which know that themselves."""
    whole = dataset.sources
    if not isinstance(whole, Sources):
        return Sources(dataset.file, {(): whole.nearest(())})
    return Sources(whole.file, _outside(whole.values, dataset.tables), _outside(whole.keys, dataset.tables))


def _outside(places: Mapping[DataPath, Origin], tables: Iterable[str]) -> dict[DataPath, Origin]:
    names = set(tables)
    return {path: origin for path, origin in places.items() if not (path[1:] and path[0] in names)}


def key_figures(paper: Paper) -> Sequence[tuple[str, str]]:
    """Show the key figures of a paper as it prints them."""
    shown = ((name, paper.context.values[name]) for name in paper.kind.key_figures)
    return tuple(
        (paper.kind.figures[name].title, paper.context.shown(value))
        for name, value in shown
        if value is not None
    )
