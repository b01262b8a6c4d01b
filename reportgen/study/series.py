"""Whether earlier rounds, and the reports of units below, belong to the paper that counts them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import Kind
from reportgen.model.names import same_name
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.raw import Collected, Graft, Loaded, RawTable
from reportgen.model.values import Blank, Cell, Hole, told
from reportgen.study.earlier import Past

_PASTS = frozenset({"earlier", "previous"})
_SHOWN = 10
"""How many forgotten rounds are named."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a report below says of something that must be the same there and here."""

    report: Graft
    name: str
    value: Cell


def compare_below(kind: Kind, own: Dataset, shared: Iterable[Shared], complaints: Complaints) -> None:
    """Refuse reports of units below that are of another round than this one."""
    for one in shared:
        here: Any = own.values.get(one.name)
        if _differ(one.value, here):
            complaints.add(
                "below-of-another", one.report.origin,
                related=[(phrase("here"), own.sources.nearest((one.name,)))], file=one.report.file,
                label=kind.fields[one.name].title, value=told(one.value), own=told(here),
            )  # fmt: skip


def compare_rounds(kind: Kind, own: Dataset, pasts: Iterable[Past], complaints: Complaints) -> None:
    """Refuse earlier files of another place, and those that are not before all that come after them."""
    if kind.series is None:
        return
    rounds = [(past, past.dataset) for past in pasts if past.dataset is not None]
    for name in kind.series.same:
        for past, dataset in rounds:
            _refuse_other(kind, name, past, (dataset, own), complaints)
    if kind.series.order is not None and rounds:
        _check_order(kind, kind.series.order, [*rounds, (None, own)], complaints)


def refuse_same_rows(kind: Kind, loaded: Loaded, pasts: Iterable[Past], complaints: Complaints) -> None:
    """Refuse an earlier file whose rows come from where this paper's come from, or another earlier one's."""
    tables = _added_up(kind)
    taken = {(name, place): Path(loaded.file).name for name, place in _places(loaded, tables)}
    for past in pasts:
        own = dict.fromkeys(_places(past.loaded, tables))
        for name, place in own:
            if (other := taken.get((name, place))) is not None:
                file, sheet = place
                source = f"{Path(file).name}:{sheet}" if sheet else Path(file).name
                complaints.add(
                    "earlier-same-rows", past.named.origin,
                    name=past.named.name, other=other, source=source, table=kind.fields[name].title,
                )  # fmt: skip
        taken |= dict.fromkeys(own, past.named.name)


def tell_same_rows(kind: Kind, loaded: Loaded, pasts: Iterable[Past], complaints: Complaints) -> None:
    """Warn of an earlier file whose rows say the same as this paper's, or as another earlier one's."""
    tables = _added_up(kind)
    seen = {(name, rows): file for name, rows, file in _held(loaded, tables)}
    for past in pasts:
        for name, rows, file in _held(past.loaded, tables):
            other = seen.setdefault((name, rows), file)
            if other != file:
                complaints.add(
                    "earlier-alike", past.named.origin, name=past.named.name,
                    table=kind.fields[name].title, file=file, other=other,
                )  # fmt: skip


def _refuse_other(
    kind: Kind, name: str, past: Past, both: tuple[Dataset, Dataset], complaints: Complaints
) -> None:
    before, own = both
    there, here = before.values.get(name), own.values.get(name)
    if _differ(there, here):
        complaints.add(
            "earlier-of-another", past.named.origin, related=_two_places(name, before, own),
            name=past.named.name, label=kind.fields[name].title, value=told(there), own=told(here),
        )  # fmt: skip


def _check_order(
    kind: Kind, name: str, files: Sequence[tuple[Past | None, Dataset]], complaints: Complaints
) -> None:
    known = [(past, dataset) for past, dataset in files if _known(dataset.values.get(name))]
    value: Any
    later: Any
    wrong = False
    for (past, dataset), (_, after) in pairwise(known):
        value, later = dataset.values[name], after.values[name]
        if past is not None and value >= later:
            wrong = True
            complaints.add(
                "earlier-not-before", past.named.origin, related=_two_places(name, dataset, after),
                name=past.named.name, label=kind.fields[name].title, value=told(value),
                other=Path(after.file).name, later=told(later),
            )  # fmt: skip
    if kind.fields[name].type == "count" and known and not wrong:
        _tell_forgotten(kind, name, [dataset for _, dataset in known], complaints)


def _tell_forgotten(kind: Kind, name: str, datasets: Sequence[Dataset], complaints: Complaints) -> None:
    """Tell which rounds lie between those that are named, and are in no total."""
    values: list[Any] = [dataset.values[name] for dataset in datasets]
    between = (str(number) for one, other in pairwise(values) for number in range(one + 1, other))
    forgotten = list(islice(between, _SHOWN + 1))
    if forgotten:
        names = ", ".join([*forgotten[:_SHOWN], *("…" for _ in forgotten[_SHOWN:])])
        origin = datasets[-1].sources.nearest(("earlier",))
        complaints.add("earlier-forgotten", origin, label=kind.fields[name].title, names=names)


def _two_places(name: str, one: Dataset, other: Dataset) -> list[tuple[str, Origin]]:
    return [(phrase("there"), one.sources.nearest((name,))), (phrase("here"), other.sources.nearest((name,)))]


def _differ(one: Any, other: Any) -> bool:
    return _known(one) and _known(other) and not same_name(one, other)


def _known(value: object) -> bool:
    return value is not None and not isinstance(value, (Blank, Hole))


def _added_up(kind: Kind) -> list[str]:
    """List the tables whose earlier rows a figure reads."""
    names = (name for formula in kind.formulas for name in formula.names)
    return list(dict.fromkeys(name[1] for name in names if name[0] in _PASTS))


def _places(loaded: Loaded, tables: Iterable[str]) -> Iterator[tuple[str, tuple[str, str | None]]]:
    for name in tables:
        yield from ((name, place) for place in _sources(loaded.values.get(name)))


def _held(loaded: Loaded, tables: Iterable[str]) -> Iterator[tuple[str, Hashable, str]]:
    """Give what the rows of each table say, file by file, with the name of the table and where they stand."""
    for name in tables:
        raw = loaded.values.get(name)
        for table in _files(raw):
            sheet = table.sources.nearest(()).sheet
            yield name, table.held, f"{table.file}:{sheet}" if sheet else table.file
        if isinstance(raw, list) and (rows := [repr(row) for row in raw if isinstance(row, Mapping)]):
            yield name, tuple(rows), loaded.file


def _files(raw: Any) -> Iterator[RawTable]:
    """Give the table files that a table takes its rows from."""
    match raw:
        case RawTable() if raw.rows:
            yield raw
        case Collected():
            yield from (table for item in raw.items for table in _files(item))
        case list() | tuple():
            yield from (table for item in raw for table in _files(item))
        case _:
            return


def _sources(raw: Any) -> Iterator[tuple[str, str | None]]:
    """Tell from which files and sheets, and from which reports below, the rows of a table come."""
    match raw:
        case RawTable():
            yield str(Path(raw.file).resolve()), raw.sources.nearest(()).sheet
        case Graft():
            yield str(Path(raw.file).resolve()), None
        case Collected():
            yield from (place for item in raw.items for place in _sources(item))
        case list() | tuple():
            yield from (place for item in raw for place in _sources(item))
        case _:
            return
