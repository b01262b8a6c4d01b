"""What is asked for, what is planned, and what became of it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from reportgen.batch.papers import Key, Papers
from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ReportgenError
from reportgen.model.formula import Name
from reportgen.pipeline import Paper
from reportgen.prose import Said
from reportgen.study import Study

Progress = Callable[[int, int], None]
"""Called after every document with how many are done and how many there are."""


Lost = Mapping[Key, Sequence[Diagnostic]]
"""Papers that are not made, each with its reasons."""


class Prove(StrEnum):
    """Which Word papers are proven: the first and the longest of each template, or all."""

    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Words:
    """How a list is said: its own words, which are English without it, and what is wrong with papers."""

    say: Callable[[str], str] = str
    told: Callable[[Diagnostic], str] = str


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: where kinds are looked up, the day, formats, and what to do with existing files.

    Without ``targets`` every format is made that the kind has. To ``keep_going`` is to make the papers of
    which nothing is wrong; ``fresh`` makes also those that stand there already, of the same data. ``workers``
    is in how many processes papers are printed; without it as many as the work is worth. ``merge`` is the
    file in which all PDFs are put together, ``zip`` the one in which all papers are packed, or a folder with
    a file for each value of the column ``zip_by``, ``index`` the list of all papers, said in ``words``,
    ``scheduler`` the address of a cluster that prints, ``store`` that of where its workers put papers.
    """

    shelf: Shelf
    today: dt.date
    targets: tuple[str, ...] = ()
    output: Path = Path("out")
    overwrite: bool = False
    prove: Prove | None = None
    keep_going: bool = False
    fresh: bool = False
    workers: int | None = None
    merge: Path | None = None
    zip: Path | None = None
    zip_by: str = ""
    index: Path | None = None
    words: Words = field(default_factory=Words)
    scheduler: str | None = None
    store: str | None = None
    day: dt.date | None = None
    """The day that somebody asks for, and not just today."""
    issue: dt.date | None = None
    """The day on which the papers are issued: the register fills it in, and their numbers."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a plan: which paper in which format, its name below the output folder, key figures.

    The name is kept as a text, ``at``: a path is five times as large, and a batch has ten thousands.
    """

    papers: Papers
    key: Key
    target: str
    at: str
    figures: Sequence[tuple[str, str]] = ()

    @property
    def name(self) -> PurePosixPath:
        """Give its name below the output folder."""
        return PurePosixPath(self.at)

    @property
    def paper(self) -> Paper:
        """Put the paper together."""
        return self.papers.paper(self.key)


@dataclass(frozen=True, slots=True)
class Plan:
    """All documents of one data file, and what there is to tell before any is made.

    ``said`` are the numbers in sentences. ``mistakes`` spoil only the papers that are left out of the plan:
    ``spoilt`` documents, each ``lost`` for its reasons. ``printed`` are the names that templates and
    sentences print.
    """

    source: Path
    study: Study
    papers: Papers
    documents: Sequence[Document]
    notes: tuple[Diagnostic, ...]
    said: tuple[Said, ...] = ()
    mistakes: tuple[Diagnostic, ...] = ()
    spoilt: int = 0
    day: dt.date | None = None
    """Today, where a template prints it."""
    printed: frozenset[Name] = frozenset()
    lost: Lost = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """One document that stands in the output folder: ``how`` is written, unchanged or replaced.

    In a store it has an address, ``far``, and what its journal at home knows of it; ``place`` is that home.
    """

    document: Document
    place: str
    how: str
    far: str = ""
    sha256: str = ""

    @property
    def path(self) -> Path:
        """Give its place on this machine."""
        return Path(self.place)

    @property
    def where(self) -> str:
        """Say where it stands."""
        return self.far or self.place


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one data file.

    ``failed`` is how many documents were not made of those asked for, ``lost`` are the papers that lack one.
    ``ways`` count the pages printed as `Printed` tells of each.
    """

    source: Path
    made: Sequence[Made] = ()
    plan: Plan | None = None
    error: ReportgenError | None = None
    stale: tuple[Diagnostic, ...] = ()
    proof: tuple[Diagnostic, ...] = ()
    failed: int = 0
    lost: Lost = field(default_factory=dict)
    ways: Mapping[str, int] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """Give what there is to tell besides errors."""
        return (*(self.plan.notes if self.plan else ()), *self.stale, *self.proof)


@dataclass(frozen=True, slots=True)
class Filed:
    """One file made of many papers: ``how`` is as in `Made`; a file to print counts its pages."""

    path: Path
    how: str
    papers: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Bundled:
    """What became of an option that makes files of all papers: ``path`` is the file or folder it names."""

    option: str
    path: Path
    files: Sequence[Filed] = ()
    notes: tuple[Diagnostic, ...] = ()
    error: ReportgenError | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What became of all data files and of what is made of their papers; ``notes`` tell of the folder."""

    outcomes: Sequence[Outcome]
    notes: tuple[Diagnostic, ...] = ()
    bundled: Sequence[Bundled] = ()
