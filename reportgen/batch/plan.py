"""Which documents a data file asks for; everything that can be wrong before the first is printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.batch.records import Document, Order, Plan
from reportgen.compose import file_names
from reportgen.compute import compute
from reportgen.model.dataset import Dataset, ForEach
from reportgen.model.diagnostics import Complaints, Diagnostic, Severity, of_form
from reportgen.model.errors import DataError
from reportgen.model.figure import Figures
from reportgen.model.kind import EachSpec, Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.pipeline import (
    Paper,
    check_templates,
    compose_paper,
    left_unsaid,
    read_sentences,
    rows_of,
    unfit_photos,
)
from reportgen.prose import Prose
from reportgen.study import Study, survey
from reportgen.study.form import form_of, telling_of
from reportgen.study.members import members, place
from reportgen.workbooks import written_each

_NEEDS_ALL = frozenset({"number-unchecked", "mark-without-value", "numbers-unexplained"})
"""What is said of sentences that may be wrong because something else is."""


def make_plan(source: Path, order: Order) -> Plan:
    """List the documents that a data file asks for.

    Raises:
        KindError: the kind has mistakes.
        DataError: with every mistake of every row.
        RenderError: with every mistake of the templates.

    """
    with telling_of(source):
        return _planned(source, order)


def _planned(source: Path, order: Order) -> Plan:
    found = survey(source, order.shelf)
    if found.doubts:
        notes = _unique(found.notes, _beside_mistakes(found))
        raise DataError(note for note in notes if note.severity is not Severity.NOTE)
    complaints = Complaints()
    targets = _targets(found.kind, order, complaints)
    quoted = check_templates(found.kind, targets)
    rows = rows_of(found.kind, found.dataset)
    papers = [
        compose_paper(found.kind, dataset, figures, today=order.today, rows=rows)
        for dataset, figures in _members(found, complaints)
    ]
    complaints.extend(unfit_photos(papers, targets))
    quoted |= {name for paper in papers for name in paper.prose.read}
    complaints.extend(_of_sentences([paper.prose for paper in papers], found))
    notes = _unique(found.notes, complaints, left_unsaid(found.kind, found.dataset, quoted))
    if complaints.serious:
        raise DataError(note for note in notes if note.severity is not Severity.NOTE)
    told = tuple(of_form(notes, form_of(source)))
    return Plan(source, found, _named(found.kind, papers, targets), told)


def _targets(kind: Kind, order: Order, complaints: Complaints) -> list[str]:
    """List the formats to make; one that was asked for and has no template is a mistake."""
    for target in order.targets:
        if target not in kind.outputs:
            made = ", ".join(kind.outputs)
            complaints.add(
                "no-such-output", kind.sources.nearest(("outputs",)), target=target, kind=kind.name, made=made
            )
    return [target for target in order.targets or kind.outputs if target in kind.outputs]


def _members(found: Study, complaints: Complaints) -> Iterator[tuple[Dataset, Figures]]:
    """Give data and figures of each document; without ``for_each`` there is one."""
    wanted, asked = found.kind.each, found.dataset.for_each
    if wanted is not None and (asked is None or (asked.of, asked.by) != (wanted.of, wanted.by)):
        origin = asked.origin if asked else found.dataset.sources.nearest(("for_each",))
        complaints.add(
            "not-for-each",
            origin,
            kind=found.kind.name,
            wanted=_written(wanted),
            cell=_cell(wanted, found.kind),
        )
    elif asked is None:
        yield found.dataset, found.figures
    else:
        yield from _each_member(found, asked, complaints)


def _each_member(found: Study, asked: ForEach, complaints: Complaints) -> Iterator[tuple[Dataset, Figures]]:
    left_out: list[Origin] = []
    total = 0
    for member in members(found.dataset, found.kind, asked, complaints):
        figures = compute(member, found.kind)
        total += 1
        if figures.wanted is False:
            left_out.append(place(member, asked))
            continue
        complaints.extend(_of_member(figures.diagnostics, found, place(member, asked)))
        yield member, figures
    _tell_left_out(found, left_out, total, complaints)


def _of_member(notes: Iterable[Diagnostic], found: Study, row: Origin) -> Iterator[Diagnostic]:
    """Say for which document something is wrong that is not wrong in all the data."""
    for note in notes:
        if note not in found.notes:
            yield replace(note, related=(*note.related, (phrase("in the document for"), row)))


def _of_sentences(proses: Iterable[Prose], found: Study) -> Iterator[Diagnostic]:
    """Say what is wrong with numbers in sentences; what no figure explains, once for all documents."""
    asked, told = found.dataset.for_each, set[tuple[object, ...]]()
    for prose in proses:
        for note in prose.diagnostics:
            mark = (note.code, note.origin, () if note.code == "numbers-unexplained" else note.values)
            if mark not in told:
                told.add(mark)
                yield from _of_member([note], found, place(prose.dataset, asked)) if asked else [note]


def _beside_mistakes(found: Study) -> Iterator[Diagnostic]:
    """Say what is wrong with sentences whatever becomes of the mistakes in the data."""
    if found.telling:
        members = _members(found, Complaints())
        proses = (read_sentences(found.kind, dataset, figures) for dataset, figures in members)
        yield from (note for note in _of_sentences(proses, found) if note.code not in _NEEDS_ALL)


def _tell_left_out(found: Study, left_out: Sequence[Origin], total: int, complaints: Complaints) -> None:
    each, asked = found.kind.each, found.dataset.for_each
    where = each.where.text if each and each.where else ""
    if left_out:
        complaints.add(
            "left-out", left_out[0], count=len(left_out), total=total, where=where,
            places=", ".join(str(origin) for origin in left_out),
        )  # fmt: skip
    if len(left_out) == total and asked and not complaints.serious:
        complaints.add("nothing-to-make", asked.origin, where=where)


def _named(kind: Kind, papers: Sequence[Paper], targets: Iterable[str]) -> list[Document]:
    """Name every document after its data."""
    asked = [(paper, target) for target in targets for paper in papers]
    names = file_names(kind.file_name, [(paper.context.values, f".{target}") for paper, target in asked])
    return [Document(paper, target, name) for (paper, target), name in zip(asked, names, strict=True)]


def _written(each: EachSpec) -> str:
    return f"{{of: {each.of}, by: [{', '.join(each.by)}]}}" if each.by else each.of


def _cell(each: EachSpec, kind: Kind) -> str:
    """Write the same as a cell of a workbook says it."""
    return written_each({"of": each.of, "by": list(each.by)}, kind) or each.of


def _unique(*parts: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(note for part in parts for note in part))
