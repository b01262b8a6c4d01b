"""What is asked of a paper's life, and what became of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reportgen.batch import Order
from reportgen.batch.papers import Key
from reportgen.compose import file_name
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ReportgenError
from reportgen.model.registry import Hand, Number
from reportgen.model.sign_off import Asked, Parts, SignOff
from reportgen.papers.office import OfficeFolder
from reportgen.register import IDENTITY, SAYS


@dataclass(frozen=True, slots=True)
class Request:
    """Who wants papers issued in which office; ``number`` is the registry clerk's, for one paper."""

    office: OfficeFolder
    hand: Hand
    order: Order
    number: str = ""
    edited: Path | None = None
    """The Word file that the head changed, from which the only paper is issued."""
    replaces: str = ""
    """The number of the paper in whose place one is issued; ``year`` is that of this number."""
    year: int | None = None
    row: str = ""
    """Of a list, what the row of the paper is called that replaces it."""
    day: dt.date | None = None
    """The day that somebody asks for, and not just today."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper to be issued: what is known of it whatever its number will be.

    ``identity`` tells from what it is made, ``says`` what its data say, ``form`` of which kind it is. Where
    somebody must approve it, ``asked`` says who, and ``parts`` what for. ``replaced`` is the full name of the
    paper in whose place it is issued.
    """

    key: Key
    identity: str
    says: str
    form: str
    stem: str
    targets: tuple[str, ...]
    words: Mapping[str, str] = field(compare=False)
    asked: tuple[Asked, ...] = ()
    parts: Parts = field(default_factory=dict, compare=False)
    replaced: str = ""

    @property
    def label(self) -> str:
        """Call it as people do: by its subject, or by whom it is for."""
        return label_of(self.words) or self.stem

    def names(self, number: Number) -> tuple[PurePosixPath, ...]:
        """Name its files in the cabinet."""
        return tuple(_named(number, self.stem, target) for target in self.targets)

    def told(self, number: Number) -> dict[str, str]:
        """Give what the register keeps of it, so that it may be taken out again."""
        files = "\n".join(str(name) for name in self.names(number))
        return {IDENTITY: self.identity, SAYS: self.says, "form": self.form, "files": files, **self.words}


@dataclass(frozen=True, slots=True)
class Filed:
    """A paper that stands in the register: ``how`` is issued, or unchanged where it was before."""

    number: Number
    paths: tuple[Path, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A number that a process left which died: ``how`` is finished or cancelled."""

    number: Number
    how: str


@dataclass(frozen=True, slots=True)
class Issuing:
    """What became of the papers of one data file."""

    source: Path
    filed: Sequence[Filed] = ()
    settled: Sequence[Settled] = ()
    notes: tuple[Diagnostic, ...] = ()
    error: ReportgenError | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Where a paper of a data file stands; ``done`` is what was done to it just now, if anything was."""

    label: str
    review: SignOff
    number: Number | None = None
    done: Act | None = None


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What became of the papers of one data file that were handed in, approved or sent back."""

    source: Path
    papers: Sequence[Reviewed] = ()
    notes: tuple[Diagnostic, ...] = ()
    error: ReportgenError | None = None


def label_of(told: Mapping[str, str]) -> str:
    """Call a paper by what the register tells of it."""
    return next((told[name] for name in ("subject", "name", "note") if told.get(name)), "")


def _named(number: Number, stem: str, target: str) -> PurePosixPath:
    values = {
        "year": str(number.series.year),
        "series": number.series.name,
        "number": number.text,
        "stem": stem,
    }
    return file_name("{year}/{series}/{number} {stem}", values, suffix=f".{target}")
