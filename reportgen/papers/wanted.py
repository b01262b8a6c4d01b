"""Which papers a data file asks to have issued, in which series, under whose numbers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.batch import Plan
from reportgen.batch.basis import form_of, said_by
from reportgen.batch.content import parts_of
from reportgen.batch.papers import Key
from reportgen.batch.place import seen_from
from reportgen.compose import file_name, words_of
from reportgen.kinds.register import numbers_rows
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.issuing import RegisterSpec
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.registry import Number, Series, Source, read_number
from reportgen.model.sign_off import SIGNERS, Asked, written_asked
from reportgen.model.values import told
from reportgen.papers.records import Request, Wanted
from reportgen.study.issued import STAND_IN

_LENGTH: Final = 32
_SUFFIX: Final = ".docx"


@dataclass(frozen=True, slots=True)
class Task:
    """The papers of one data file: all of one series, numbered in the order in which they are printed."""

    plan: Plan
    spec: RegisterSpec
    series: Series
    day: dt.date
    wanted: Sequence[Wanted]
    number: Number | None = None
    """The clerk's number, of the only paper."""
    asked: dt.date | None = None
    """The day that the command names."""

    @property
    def source(self) -> Source:
        """Tell who gives the numbers."""
        return Source.CLERK if self.number else Source.OURS


def task_of(plan: Plan, request: Request) -> Task:
    """Find out what is to be numbered, and how.

    Raises:
        DataError: the kind has no numbers, values are missing, or numbers stand where none should.

    """
    kind, dataset = plan.study.kind, plan.study.dataset
    place = Origin(str(plan.source))
    spec = kind.register
    if spec is None:
        raise DataError([report("kind-not-registered", kind.sources.nearest(()), kind=kind.name)])
    refuse_gaps(plan, place)
    day = dataset.values.get(spec.date)
    day = day if isinstance(day, dt.date) else request.order.issue or request.order.today
    refuse_other_day(plan, spec, day, request.day)
    wanted = list(_wanted(plan, kind, spec, request.office.path))
    refuse_alike(plan, wanted)
    first = plan.papers.paper(wanted[0].key).context
    series = Series(first.author, words_of(spec.series, first.values), day.year)
    number = _typed(plan, request, spec, len(wanted))
    return Task(plan, spec, series, day, wanted, Number(series, number) if number else None, request.day)


def refuse_gaps(plan: Plan, place: Origin) -> None:
    """Refuse to issue a draft."""
    missing = [note for note in plan.notes if note.severity == "missing"]
    if missing:
        raise DataError([*missing, report("issue-gap", place, count=len(missing))])


def refuse_other_day(plan: Plan, spec: RegisterSpec, day: dt.date, asked: dt.date | None) -> None:
    """Refuse a day that the data say otherwise: a number is given once, and it may be either."""
    if asked and asked != day:
        fields, sources = plan.study.kind.fields, plan.study.dataset.sources
        label, place = fields[spec.date].label, sources.nearest((spec.date,))
        raise DataError([report("date-twice", place, asked=told(asked), date=told(day), label=label)])


def refuse_alike(plan: Plan, wanted: Iterable[Wanted]) -> None:
    """Refuse rows that nothing tells apart: nobody could say later which of two numbers is whose.

    Raises:
        DataError: with all of them.

    """
    first: dict[str, Wanted] = {}
    faults: list[Diagnostic] = []
    for one in wanted:
        other = first.setdefault(one.identity, one)
        if other is not one:
            here, there = (
                plan.papers.paper(each.key).row or Origin(str(plan.source)) for each in (one, other)
            )
            faults.append(
                report("issue-rows-alike", here, related=[(phrase("first"), there)], name=one.label)
            )
    if faults:
        raise DataError(faults)


def _wanted(plan: Plan, kind: Kind, spec: RegisterSpec, office: Path) -> Iterator[Wanted]:
    """Go through the papers in printing order."""
    targets: dict[Key, list[str]] = {}
    for document in plan.documents:
        targets.setdefault(document.key, []).append(document.target)
    source = seen_from(plan.source, office)
    for key, formats in targets.items():
        values = plan.papers.paper(key).context.values
        stem = file_name(kind.file_name, values, suffix=_SUFFIX).name.removesuffix(_SUFFIX)
        words = {name: words_of(pattern, values) for name, pattern in spec.words.items()}
        words[SIGNERS] = _signers(kind, values) if "pdf" in formats else ""
        yield Wanted(
            key, _identity(kind, source, plan, key), said_by(plan.papers, key), form_of(plan.papers), stem,
            tuple(formats), {"source": source, **{name: text for name, text in words.items() if text}},
            _asked(kind, values), parts_of(plan.papers, key) if kind.approvals else {},
        )  # fmt: skip


def _asked(kind: Kind, values: Mapping[str, object]) -> tuple[Asked, ...]:
    """Tell who must approve a paper, by name where its data say so."""
    specs = kind.approvals.values()
    return tuple(Asked(one.name, one.role, words_of(one.who, values) if one.who else "") for one in specs)


def _signers(kind: Kind, values: Mapping[str, object]) -> str:
    """Write down who is to sign a paper, and in which of its fields."""
    specs = kind.signatures.values()
    return written_asked([Asked(one.name, one.role, words_of(one.who, values)) for one in specs])


def _identity(kind: Kind, source: str, plan: Plan, key: Key) -> str:
    """Digest what a paper is made from: a row is known again by its key, wherever it stands in the list."""
    dataset = plan.papers.dataset(key)
    parts = [kind.name, source]
    if dataset.each is not None and kind.each is not None:
        names = kind.each.by or kind.fields[kind.each.of].key or tuple(dataset.each)
        parts += [f"{name}={dataset.each.get(name)}" for name in names]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _typed(plan: Plan, request: Request, spec: RegisterSpec, papers: int) -> int | None:
    """Read the clerk's number, from the command or from the data; both must agree."""
    dataset, kind = plan.study.dataset, plan.study.kind
    place = dataset.sources.nearest((spec.number,))
    if numbers_rows(kind):
        _refuse_numbered_rows(plan, spec)
        written = ""
    else:
        value = dataset.values.get(spec.number)
        written = value if isinstance(value, str) and value != STAND_IN else ""
    faults = list(_faults(written, request.number, papers, place))
    if faults:
        raise DataError(faults)
    text = request.number or written
    return read_number(text)


def _faults(written: str, typed: str, papers: int, place: Origin) -> Iterator[Diagnostic]:
    for text in dict.fromkeys(filter(None, (written, typed))):
        if read_number(text) is None:
            yield report("number-unfit", place, value=text)
        elif papers > 1:
            yield report("number-for-many", place, value=text, count=papers)
    if written and typed and written.lstrip("0") != typed.lstrip("0"):
        yield report("number-otherwise", place, value=written, other=typed)


def _refuse_numbered_rows(plan: Plan, spec: RegisterSpec) -> None:
    """Refuse numbers in the rows of a list: the register gives them."""
    each = plan.study.kind.each
    table = plan.study.dataset.tables.get(each.of) if each else None
    column = table.columns.get(spec.number) if table else None
    found = [row for row, value in enumerate(column.values if column else ()) if value]
    if table and found:
        place = table.sources.nearest((found[0], spec.number))
        label = plan.study.kind.fields[table.name].fields[spec.number].title
        raise DataError([report("number-in-rows", place, name=label, count=len(found))])
