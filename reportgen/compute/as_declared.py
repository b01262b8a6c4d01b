"""The figures of a manifest held against the kind that declares them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportgen.compute.order import Node
from reportgen.compute.personal import touches_a_person
from reportgen.model.kind import FigureSpec, Kind
from reportgen.model.manifest import WITHHELD, Entry, Manifest, Recorded


class Unlike(StrEnum):
    """What is not as the kind declares it."""

    DECLARED = "declared"
    """Its formula, its rounding or how it is printed."""

    WITHHELD = "withheld"
    """It holds something back that is of no person."""

    UNRECORDED = "unrecorded"
    """A page prints it, and the manifest does not know it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A figure that is not as its kind declares it, by the name under which a page prints it."""

    how: Unlike
    name: str
    recorded: str = ""
    declared: str = ""


def departures(manifest: Manifest, kind: Kind) -> Iterator[Departure]:
    """Find figures that are not as the kind declares them."""
    for recorded in manifest.figures:
        yield from _of_recorded(recorded, kind)
    known = {name for name, *_ in manifest.entries}
    for name in dict.fromkeys(name for _, name in manifest.page if name):
        if name not in known and _is_figure(name, kind):
            yield Departure(Unlike.UNRECORDED, name)


def _of_recorded(recorded: Recorded, kind: Kind) -> Iterator[Departure]:
    node, spec = _declared(recorded.name, kind)
    if spec is None or _form(recorded) != _form_of(spec):
        declared = spec.formula.text if spec else ""
        yield Departure(Unlike.DECLARED, recorded.name, recorded.formula, declared)
    elif node[0] != "column" and not touches_a_person(kind, node):
        hidden = next((entry for entry in recorded.entries if _withholds(entry)), None)
        if hidden is not None:
            yield Departure(Unlike.WITHHELD, recorded.called(hidden))


def _form(recorded: Recorded) -> tuple[object, ...]:
    return (
        recorded.formula, recorded.shown_as, recorded.places, recorded.if_nothing or None, recorded.fit,
        recorded.label,
    )  # fmt: skip


def _form_of(spec: FigureSpec) -> tuple[object, ...]:
    return (
        spec.formula.text, spec.shown_as, spec.places, spec.if_nothing or None, spec.fit, spec.label,
    )  # fmt: skip


def _withholds(entry: Entry) -> bool:
    gives = (one.gives for one in entry.aggregates)
    return WITHHELD in (entry.value, *entry.reads.values(), *gives)


def _declared(name: str, kind: Kind) -> tuple[Node, FigureSpec | None]:
    table, _, last = name.rpartition(".")
    if not table:
        return ("figure", last), kind.figures.get(last)
    if table in kind.tables:
        return ("cell", table, last), kind.tables[table].figures.get(last)
    columns = kind.rows[table].columns if table in kind.rows else {}
    return ("column", table, last), columns.get(last)


def _is_figure(name: str, kind: Kind) -> bool:
    """Tell whether a page prints a figure under this name, that of its row among its own aside."""
    match name.split("."):
        case [figure]:
            return figure in kind.figures
        case [table, _, cell]:
            return _declared(f"{table}.{cell}", kind)[1] is not None
        case _:
            return False
