"""Which photos a data file names, and where."""

from collections.abc import Iterator, Mapping

from reportgen.model.dataset import Dataset
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import DataPath, Origin


def named_photos(kind: Kind, dataset: Dataset) -> Iterator[tuple[str, Origin]]:
    """List the names of picture files among the values, in groups and lists too."""
    for name, spec in kind.fields.items():
        for text, path in _photos(spec, dataset.values.get(name), (name,)):
            yield text, dataset.sources.nearest(path)


def _photos(spec: FieldSpec, value: object, path: DataPath) -> Iterator[tuple[str, DataPath]]:
    if spec.type == "photo" and isinstance(value, str):
        yield value, path
    elif spec.type == "list" and spec.item is not None and isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _photos(spec.item, item, (*path, number))
    elif spec.type == "group" and isinstance(value, Mapping):
        for name, inner in spec.fields.items():
            yield from _photos(inner, value.get(name), (*path, name))
