"""Whether a data file still says what a paper was made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.audit.explain import recorded_as
from reportgen.audit.paper import OpenPaper, called, open_paper
from reportgen.bind import declared
from reportgen.compose import figure_text, value_text
from reportgen.compute import Rows, Telling, compute, opened, record
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints, Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Explanation, Figure
from reportgen.model.kind import Kind
from reportgen.model.manifest import WITHHELD, Aggregate, Entry, Manifest, Recorded, RowsOf, Told
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.study import Study, why
from reportgen.study.members import members

_TELLING = Telling(show=figure_text, place=str)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is not as it was; of the tables ``same`` are proven, of the others only the sums were compared."""

    findings: tuple[Diagnostic, ...]
    same: tuple[RowsOf, ...] = ()
    unproven: tuple[RowsOf, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    """The figure once more, down to the rows of the data."""


def compare_rows(file: Path, figure: str, found: Study) -> Compared:
    """Hold what a figure of a paper was computed from against data.

    Raises:
        DataError: the file carries no manifest, or no such figure.

    """
    paper = open_paper(file)
    place = Origin(found.dataset.file)
    made = paper.manifest.maker
    if made.kind != found.kind.name:
        return Compared((report("paper-other-kind", place, kind=found.kind.name, other=made.kind),))
    dataset = _own_dataset(paper, found)
    if dataset is None:
        return Compared((report("paper-not-of-data", place, name=Path(paper.file).name),))
    notes = [report("kind-changed-since", place)] if made.declared != declared(found.kind) else []
    inputs = _other_inputs(paper, _below(paper, figure), dataset, found.kind)
    now = Rows(found.kind, found.dataset, value_text).behind([text for text, _ in paper.manifest.page])
    rows = _other_rows(paper.manifest, now)
    same = tuple(one for one in paper.manifest.rows if one.digest and one in now)
    unproven = tuple(one for one in paper.manifest.rows if not one.digest)
    told = (report(code, place, **values) for code, values in (*inputs, *rows))
    return Compared((*notes, *told), same, unproven, _down_to_rows(replace(found, dataset=dataset), figure))


def _down_to_rows(found: Study, figure: str) -> tuple[Explanation, ...]:
    """Explain the figure from the data; a kind that was changed since may have none of this name."""
    try:
        return tuple(why(found, figure, _show))
    except DataError:
        return ()


def _show(value: Any) -> str:
    return figure_text(value) if isinstance(value, Figure) else value_text(value)


def _own_dataset(paper: OpenPaper, found: Study) -> Dataset | None:
    """Find the part of the data that this paper was made for: all of it, or a row's or a group's."""
    asked = found.dataset.for_each
    if asked is None:
        return found.dataset
    wanted = {
        name.removeprefix("each."): folded(text)
        for name, text in paper.printed.items()
        if name.startswith("each.")
    }
    parts = members(found.dataset, found.kind, asked, Complaints())
    return next((one for one in parts if _fits(one.each or {}, wanted)), None)


def _fits(each: Mapping[str, object], wanted: Mapping[str, str]) -> bool:
    texts = {name: folded(value) for name, value in each.items() if isinstance(value, str)}
    return all(wanted[name] == text for name, text in texts.items() if name in wanted)


def _below(paper: OpenPaper, figure: str) -> dict[str, tuple[Recorded, Entry]]:
    """List a figure and all that it is computed from, by the names under which pages print them."""
    known = {name: (recorded, entry) for name, recorded, entry in paper.manifest.entries}
    found: dict[str, tuple[Recorded, Entry]] = {}
    waiting = [recorded.called(entry) for recorded, entry in recorded_as(paper.manifest, figure)]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            recorded, entry = found[name] = known[name]
            table = recorded.name.rpartition(".")[0]
            waiting += [seen for read in entry.reads for seen in (f"{table}.{entry.at}.{read}", read)]
    return found


_Change = tuple[str, dict[str, Any]]


def _other_rows(manifest: Manifest, now: Sequence[RowsOf]) -> Iterator[_Change]:
    known = {one.table: one for one in now}
    for was in manifest.rows:
        stands = known.get(was.table)
        if was.digest and stands is not None and stands.digest != was.digest:
            yield "rows-differ", {"table": was.table, "was": was.rows, "now": stands.rows}


def _other_inputs(
    paper: OpenPaper, below: Mapping[str, tuple[Recorded, Entry]], dataset: Dataset, kind: Kind
) -> Iterator[_Change]:
    """Tell what figures would add up now and what single values they would read, once for each."""
    rows = _renumbered(paper, dataset, kind)
    page = {rows.get(name, name): text for name, text in paper.printed.items()}
    alone = [name for name, (_, entry) in below.items() if not entry.at]
    found = record(opened(dataset, kind), page, alone, _TELLING)
    now = {one.called(entry): entry for one in found for entry in one.entries}
    for name, (recorded, entry) in below.items():
        for what, was, stands in _changes(entry, now.get(rows.get(name, name)), below):
            title = called(recorded, entry)
            yield "input-differs", {"name": title, "what": what, "was": was, "stands": stands}


def _changes(was: Entry, now: Entry | None, figures: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """List what a figure was computed from and would be computed from now; figures speak for themselves."""
    sums = {one.text: one for one in now.aggregates} if now else {}
    for one in was.aggregates:
        stands = sums.get(one.text)
        if stands is None or (one.gives, one.rows) != (stands.gives, stands.rows):
            yield one.text, _sum(one), _sum(stands) if stands else phrase("nothing")
    for name, value in was.reads.items() if now else ():
        other = now.reads.get(name, WITHHELD) if now else WITHHELD
        if WITHHELD not in (value, other) and other != value and name not in figures:
            yield name, _text(value), _text(other)


def _sum(one: Aggregate) -> str:
    return phrase("{value} of {count} rows", value=_text(one.gives), count=one.rows)


def _text(value: Told) -> str:
    return phrase("(not on this paper)") if value is WITHHELD else value_text(value)


def _renumbered(paper: OpenPaper, dataset: Dataset, kind: Kind) -> dict[str, str]:
    """Find the rows of the paper in the data by what they are called: they may stand elsewhere now."""
    keys = dict(_keys(dataset, kind))
    found: dict[str, str] = {}
    for name, recorded, entry in paper.manifest.entries:
        table = recorded.name.rpartition(".")[0]
        row = keys.get(table, {}).get(folded(entry.label)) if entry.label else None
        if row is not None:
            found |= {
                printed: f"{table}.{row}.{printed.rpartition('.')[2]}"
                for printed in (name, *paper.row(f"{table}.{entry.at}."))
            }
    return found


def _keys(dataset: Dataset, kind: Kind) -> Iterator[tuple[str, dict[str, int]]]:
    """Give the row of each key, of derived tables and of those that have one."""
    for name, grouped in compute(dataset, kind).tables.items():
        yield name, _numbered(grouped.keys)
    for name, table in dataset.tables.items():
        columns = [table.columns[key].values for key in kind.rows[name].key]
        yield name, _numbered(list(zip(*columns, strict=True)))


def _numbered(keys: Sequence[Sequence[object]]) -> dict[str, int]:
    return {folded(", ".join(map(value_text, key))): row for row, key in enumerate(keys, 1)}
