"""What is asked for, what is planned, and what became of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ReportgenError
from reportgen.pipeline import Paper
from reportgen.study import Study

Progress = Callable[[int, int], None]
"""Called after every document with how many are done and how many there are."""


class Prove(StrEnum):
    """Which Word papers are proven: the first and the longest of each template, or all."""

    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: where kinds are looked up, the day, formats, and what to do with existing files.

    Without ``targets`` every format is made that the kind has.
    """

    shelf: Shelf
    today: dt.date
    targets: tuple[str, ...] = ()
    output: Path = Path("out")
    overwrite: bool = False
    prove: Prove | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a plan: its paper, its format and its name below the output folder."""

    paper: Paper
    target: str
    name: PurePosixPath


@dataclass(frozen=True, slots=True)
class Plan:
    """All documents of one data file, and what there is to tell before any is made."""

    source: Path
    study: Study
    documents: Sequence[Document]
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One document that stands in the output folder: ``how`` is written, unchanged or replaced."""

    document: Document
    path: Path
    how: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one data file."""

    source: Path
    made: Sequence[Made] = ()
    plan: Plan | None = None
    error: ReportgenError | None = None
    stale: tuple[Diagnostic, ...] = ()
    proof: tuple[Diagnostic, ...] = ()

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """Give what there is to tell besides errors."""
        return (*(self.plan.notes if self.plan else ()), *self.stale, *self.proof)


@dataclass(frozen=True, slots=True)
class Built:
    """What became of all data files, and what there is to tell of the output folder."""

    outcomes: Sequence[Outcome]
    notes: tuple[Diagnostic, ...] = ()
