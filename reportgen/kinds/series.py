"""The ``series`` of a kind.yaml, and what reports below must have in common with the one above."""

from collections.abc import Collection, Iterator
from typing import Any

from reportgen.compute.scope import TYPES
from reportgen.kinds.form import Form
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import Kind, SeriesSpec
from reportgen.model.origin import DataPath, Origin
from reportgen.model.phrase import phrase

_KEYS = ("order", "same")
_ORDERED = frozenset({"number", "date", "time"})


def read_series(form: Form, raw: Any) -> SeriesSpec | None:
    """Read which field says the order of data files, and which ones they share."""
    if raw is None:
        return None
    entry = form.mapping(raw, ("series",), _KEYS)
    order = form.text(entry.get("order"), ("series", "order"))
    return SeriesSpec(order or None, form.texts(entry.get("same"), ("series", "same")))


def check_series(kind: Kind, complaints: Complaints) -> None:
    """Complain of what cannot be compared between data files: only single fields can."""
    for name, origin, types in _named(kind):
        known = [spec.name for spec in kind.fields.values() if TYPES.get(spec.type, "") in types]
        if name not in known:
            fields = ", ".join(known) or phrase("none")
            complaints.add("kind-wrong-series", origin, name=name, known=fields)


def _named(kind: Kind) -> Iterator[tuple[str, Origin, Collection[str]]]:
    def at(path: DataPath) -> Origin:
        return kind.sources.nearest(path)

    if kind.series is not None:
        if kind.series.order is not None:
            yield kind.series.order, at(("series", "order")), _ORDERED
        yield from ((name, at(("series", "same")), TYPES.values()) for name in kind.series.same)
    for rows in kind.rows.values():
        for below, cells in rows.roll_up.items():
            for name in (name for name in cells if name not in rows.fields):
                path = ("fields", rows.name, "roll_up", below, name)
                yield name, kind.sources.key_origin(path) or at(path), TYPES.values()
