"""Fields held against each other: single values, and what differs inside groups and lists."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.diff.align import aligned
from reportgen.diff.records import Change
from reportgen.diff.single import Label, Told, change, told_field
from reportgen.model.dataset import Dataset
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import DataPath


@dataclass(frozen=True, slots=True)
class _Side:
    """A value in one of the files, and its place there."""

    dataset: Dataset
    value: Any
    path: DataPath

    def inside(self, name: str | int) -> "_Side":
        """Go to an entry of a group or a list."""
        value = self.value.get(name) if isinstance(self.value, Mapping) else self.value[name]
        return _Side(self.dataset, value, (*self.path, name))

    def told(self, spec: FieldSpec) -> Told:
        """Tell the value."""
        return told_field(spec, self.value, self.dataset.sources.nearest(self.path))


def field_changes(spec: FieldSpec, old: Dataset, new: Dataset) -> Iterator[Change]:
    """List what differs in a field."""
    before = _Side(old, old.values.get(spec.name), (spec.name,))
    after = _Side(new, new.values.get(spec.name), (spec.name,))
    yield from _changes(spec, (spec.title,), before, after)


def _changes(spec: FieldSpec, titles: tuple[str, ...], old: _Side, new: _Side) -> Iterator[Change]:
    if old.value == new.value:
        return
    if spec.type == "group" and isinstance(old.value, Mapping) and isinstance(new.value, Mapping):
        for inner in spec.fields.values():
            yield from _changes(inner, (*titles, inner.title), old.inside(inner.name), new.inside(inner.name))
    elif spec.item is not None and isinstance(old.value, Sequence) and isinstance(new.value, Sequence):
        yield from _entries(spec.item, titles, old, new)
    else:
        yield change(_label(spec, titles, new), old.told(spec), new.told(spec))


def _entries(spec: FieldSpec, titles: tuple[str, ...], old: _Side, new: _Side) -> Iterator[Change]:
    """List what came into a list, went out of it, or differs in it; entries count from 1."""
    pairs = aligned([_fixed(value) for value in old.value], [_fixed(value) for value in new.value])
    for one, other in pairs:
        if one is not None and other is not None:
            yield from _changes(spec, (*titles, str(other + 1)), old.inside(one), new.inside(other))
        elif one is not None:
            went = old.inside(one)
            yield change(_label(spec, (*titles, str(one + 1)), went), went.told(spec), None)
        elif other is not None:
            came = new.inside(other)
            yield change(_label(spec, (*titles, str(other + 1)), came), None, came.told(spec))


def _label(spec: FieldSpec, titles: Sequence[str], side: _Side) -> Label:
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in side.path)
    return Label(name, " › ".join(titles), percent=spec.type == "percent")


def _fixed(value: Any) -> Hashable:
    if isinstance(value, Mapping):
        return tuple((name, _fixed(inner)) for name, inner in value.items())
    return tuple(map(_fixed, value)) if isinstance(value, tuple | list) else value
