"""Which documents a data file asks for; everything that can be wrong before the first is printed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from reportgen.batch.bad_rows import Spoilt, spoilt_by
from reportgen.batch.gather import Gathered, Seen, beside_mistakes, gather
from reportgen.batch.papers import Job, Papers
from reportgen.batch.records import Document, Order, Plan
from reportgen.compose import file_names
from reportgen.model.diagnostics import Complaints, Diagnostic, Severity, of_form, report
from reportgen.model.errors import DataError
from reportgen.model.kind import EachSpec, Kind
from reportgen.model.values import told
from reportgen.pipeline import rows_of
from reportgen.quoting import check_templates, left_unsaid
from reportgen.study import Study, survey
from reportgen.study.form import form_of, telling_of
from reportgen.study.members import members_of
from reportgen.workbooks import written_each


def make_plan(source: Path, order: Order) -> Plan:
    """List the documents that a data file asks for.

    Raises:
        KindError: the kind has mistakes.
        DataError: with every mistake of every row; the order may be to keep going without those.
        RenderError: with every mistake of the templates.

    """
    with telling_of(source):
        return _planned(source, order)


def _planned(source: Path, order: Order) -> Plan:
    found = survey(source, order.shelf, issue=order.issue)
    gathered = Gathered()
    papers = _papers(found, order, gathered.complaints)
    spoilt = _spoilt(found, papers, order)
    if spoilt.all:
        raise DataError(_weighty(_unique(found.notes, gathered.complaints, _beside(found, papers))))
    targets = _targets(found.kind, order, gathered.complaints)
    quoted = check_templates(found.kind, targets)
    seen = list(gather(found, papers, targets, gathered)) if papers else []
    unsaid = left_unsaid(found.kind, found.dataset, quoted | gathered.quoted)
    idle = _idle(found, order, quoted)
    notes = _unique(found.notes, gathered.complaints, gathered.told, unsaid, idle)
    spoils = {one.key: (*gathered.spoilt.get(one.key, ()), *spoilt.reasons(one.key)) for one in seen}
    good = [one for one in seen if not spoils[one.key]]
    mistakes = [note for note in notes if note.stops]
    if papers is None or (mistakes and (not order.keep_going or gathered.complaints.serious or not good)):
        raise DataError(_weighty(notes))
    day = order.today if ("today",) in quoted else None
    form = form_of(source)
    harmless = of_form([note for note in notes if not note.stops], form)
    return Plan(
        source, found, papers, _named(found.kind, papers, seen, good, targets), tuple(harmless),
        tuple(gathered.said), tuple(of_form(mistakes, form)), (len(seen) - len(good)) * len(targets), day,
        quoted | gathered.quoted, {key: tuple(of_form(why, form)) for key, why in spoils.items() if why},
    )  # fmt: skip


def _papers(found: Study, order: Order, complaints: Complaints) -> Papers | None:
    """Find out for whom papers are wanted; without ``for_each`` there is one."""
    wanted, asked = found.kind.each, found.dataset.for_each
    job = Job(found.kind, found.dataset, rows_of(found.kind, found.dataset), order.today)
    if wanted is not None and (asked is None or (asked.of, asked.by) != (wanted.of, wanted.by)):
        if asked is None and found.dataset.sources.key_origin(("for_each",)):
            return None  # what is wrong with it was told
        origin = asked.origin if asked else found.dataset.sources.nearest(("for_each",))
        complaints.add(
            "not-for-each",
            origin,
            kind=found.kind.name,
            wanted=_written(wanted),
            cell=_cell(wanted, found.kind),
        )
        return None
    return Papers(job, members_of(found.dataset, found.kind, asked, complaints) if asked else None)


def _spoilt(found: Study, papers: Papers | None, order: Order) -> Spoilt:
    """Find the papers that mistakes in the data spoil: all of them, unless the order is to keep going."""
    if papers is None or papers.members is None or not order.keep_going:
        return Spoilt(all=bool(found.doubts))
    return spoilt_by(found.doubts, papers.members.table, papers.members.asked.by)


def _beside(found: Study, papers: Papers | None) -> Iterable[Diagnostic]:
    return beside_mistakes(found, papers) if papers and found.doubts else ()


def _idle(found: Study, order: Order, quoted: Collection[tuple[str, ...]]) -> Iterator[Diagnostic]:
    """Tell that the day asked for stands nowhere."""
    if order.day and ("today",) not in quoted:
        place = found.dataset.sources.nearest(("kind",))
        yield report("date-unprinted", place, asked=told(order.day), kind=found.kind.name)


def _weighty(notes: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    return (note for note in notes if note.severity is not Severity.NOTE)


def _targets(kind: Kind, order: Order, complaints: Complaints) -> list[str]:
    """List the formats to make; one that was asked for and has no template is a mistake."""
    for target in order.targets:
        if target not in kind.outputs:
            made = ", ".join(kind.outputs)
            complaints.add(
                "no-such-output", kind.sources.nearest(("outputs",)), target=target, kind=kind.name, made=made
            )
    return [target for target in order.targets or kind.outputs if target in kind.outputs]


def _named(
    kind: Kind, papers: Papers, seen: Sequence[Seen], good: Iterable[Seen], targets: Sequence[str]
) -> list[Document]:
    """Name every document after its data; rows that are wrong keep their names: no other gets those."""
    asked = [(one, target) for target in targets for one in seen]
    keys = {one.key for one in good}
    suffixes = {target: f".{target}" for target in targets}
    names = file_names(kind.file_name, ((one.named_after, suffixes[target]) for one, target in asked))
    return [
        Document(papers, one.key, target, name, one.figures)
        for (one, target), name in zip(asked, names, strict=True)
        if one.key in keys
    ]


def _written(each: EachSpec) -> str:
    return f"{{of: {each.of}, by: [{', '.join(each.by)}]}}" if each.by else each.of


def _cell(each: EachSpec, kind: Kind) -> str:
    """Write the same as a cell of a workbook says it."""
    return written_each({"of": each.of, "by": list(each.by)}, kind) or each.of


def _unique(*parts: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(note for part in parts for note in part))
