"""What one kind.yaml declares, with an address for every part of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.formula import Formula
from reportgen.model.issuing import ApprovalSpec, RegisterSpec, SignatureSpec
from reportgen.model.origin import Origin, SourceMap
from reportgen.model.phrase import Called

SCALARS = ("text", "code", "count", "number", "percent", "date", "time", "flag", "photo")
"""The scalar types, as documented in docs/kinds.md."""

NAMES = ("text", "code", "choice")
"""The types of what names somebody."""

REPORTED = "reported"
"""The column of a table of expected units that tells whether each has reported."""


GAP = "…"
"""What stands for the text itself in what a form prints around it."""

OFFICE_WORDS = ("office", "parent", "symbol", "place", "position", "signer", "authority", "archive")
"""What an offices.yaml says of the office that issues a paper."""


def office_words(pattern: str) -> tuple[str, ...]:
    """List the words in braces of a pattern such as ``BC-{symbol}``; none where it is no pattern."""
    try:
        return tuple(name for _, name, _, _ in Formatter().parse(pattern) if name is not None)
    except ValueError:
        return ()


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """Which columns say who a person is: the name alone does not.

    ``again`` says that a person may have several rows, as where attendances are counted.
    """

    name: str
    born: str
    at: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field or column: its type, whether it may be left out, and what people call it.

    ``type`` is one of `SCALARS`, or ``choice``, ``list``, ``group``, ``rows``. Numbers in a text that is
    ``free`` need no explanation. ``from_office`` is what the office's file gives where the data do not,
    ``{parent}`` or ``BC-{symbol}``; a text that ``names_office`` is held against the days of that office.
    A code ``without`` a sign, such as ``/``, is printed before one. ``frame`` is what the form prints around
    a text, ``- …;``: who types it too does not mean it twice.
    """

    name: str
    type: str
    origin: Origin
    optional: bool = False
    label: str = ""
    default: str | None = None
    personal: bool = False
    free: bool = False
    choices: tuple[str, ...] = ()
    at_most: str | None = None
    item: "FieldSpec | None" = None
    fields: Mapping[str, "FieldSpec"] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    columns: Mapping[str, "FigureSpec"] = field(default_factory=dict)
    roll_up: Mapping[str, Mapping[str, Formula]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    reported_by: str | None = None
    person: PersonSpec | None = None
    from_office: str = ""
    names_office: bool = False
    without: str = ""
    frame: str = ""

    @property
    def title(self) -> str:
        """Call it as people do, or by its name."""
        return self.label or self.name

    @property
    def called(self) -> Called:
        """Give its name, for those who see only a workbook its label."""
        return Called(self.name, self.title)

    @property
    def reporter(self) -> str | None:
        """Name the column that says whose figures a row has: the one declared, or a name that is the key.

        A code may be that of a class or a paper as well, so it has to be declared.
        """
        alone = self.key[0] if len(self.key) == 1 else ""
        implied = alone if alone in self.fields and self.fields[alone].type != "code" else ""
        name = self.reported_by or implied
        column = self.fields.get(name)
        return name if column and column.type in NAMES and name != REPORTED else None


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A declared figure: how it is computed, and how it is rounded and printed.

    ``shown_as`` is ``number``, ``percent``, ``text``, ``date`` or ``time``; ``places`` the decimal places
    (``None``: the exact value must be whole); ``if_nothing`` what a share of nothing prints; ``fit`` names
    the set of parts that are rounded together so that they print as their whole.
    """

    name: str
    formula: Formula
    origin: Origin
    shown_as: str = "number"
    places: int | None = None
    if_nothing: str | None = None
    fit: str | None = None
    label: str = ""

    @property
    def title(self) -> str:
        """Call it as people do, or by its name."""
        return self.label or self.name

    @property
    def called(self) -> Called:
        """Give its name, for those who see only a workbook its label."""
        return Called(self.name, self.title)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table derived by grouping: one row per distinct ``by``, figures per row and in total."""

    name: str
    of: str
    by: tuple[str, ...]
    figures: Mapping[str, FigureSpec]
    origin: Origin
    where: Formula | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """A declared check: what must hold, and what to say where it does not."""

    that: Formula
    say: str
    origin: Origin
    warn: bool = False


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A declared chart: a bar for each row of a table, as long as what it ``shows``, against a target."""

    name: str
    of: str
    by: str
    shows: str
    title: str
    legend: str
    origin: Origin
    target: str | None = None


@dataclass(frozen=True, slots=True)
class EachSpec:
    """What one document of the kind may be made for: a row or a group, where the condition holds."""

    of: str
    by: tuple[str, ...]
    origin: Origin
    where: Formula | None = None


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """How the data files of a kind follow each other: which field counts up, and what stays the same."""

    order: str | None
    same: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A document kind: a folder of data.

    One that was read twice is two kinds, so that rooms can keep what follows from a kind alone.
    """

    name: str
    folder: Path
    title: str
    version: int
    fields: Mapping[str, FieldSpec]
    tables: Mapping[str, TableSpec]
    figures: Mapping[str, FigureSpec]
    checks: tuple[CheckSpec, ...]
    outputs: Mapping[str, str]
    file_name: str
    date: str | None
    each: EachSpec | None
    sources: SourceMap
    about: str = ""
    key_figures: tuple[str, ...] = ()
    series: SeriesSpec | None = None
    charts: Mapping[str, ChartSpec] = field(default_factory=dict)
    appendices: Mapping[str, str] = field(default_factory=dict)
    """What may follow the signatures, in this order: the name of each, and of what it shows."""

    headings: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """The sub-headings of each section in their order, and what of it makes each of them be there."""

    register: RegisterSpec | None = None
    """How its papers stand in the register; without it they get no number."""

    signatures: Mapping[str, SignatureSpec] = field(default_factory=dict)
    """Where its papers are signed, in the order in which that is done."""

    approvals: Mapping[str, ApprovalSpec] = field(default_factory=dict)
    """Who approves its papers before they are issued, one after the other; without any, nobody is asked."""

    notes: tuple[Diagnostic, ...] = ()
    """What there is to tell of kind.yaml."""

    @property
    @lru_cache(maxsize=16)  # noqa: B019  # kinds are few, and every figure of every paper asks
    def rows(self) -> Mapping[str, FieldSpec]:
        """The fields that are tables."""
        return {name: spec for name, spec in self.fields.items() if spec.type == "rows"}

    @property
    def formulas(self) -> Iterator[Formula]:
        """Go through every formula: of figures, columns, derived tables and checks."""
        figures = [*self.figures.values()]
        figures += [column for rows in self.rows.values() for column in rows.columns.values()]
        figures += [figure for table in self.tables.values() for figure in table.figures.values()]
        yield from (figure.formula for figure in figures)
        yield from (check.that for check in self.checks)
