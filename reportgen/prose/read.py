"""All texts of a document: their numbers are held against its figures, and what is printed is given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reportgen.model.dataset import Dataset
from reportgen.model.figure import Figures
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import DataPath
from reportgen.prose.judge import Judge, Place
from reportgen.prose.names import Names
from reportgen.prose.numbers import Printing
from reportgen.prose.outcome import Prose


def read_prose(dataset: Dataset, figures: Figures, kind: Kind, printing: Printing) -> Prose:
    """Read the texts of a document: fields, lists and groups.

    The columns of tables hold names of things, not sentences, and are left alone.
    """
    reader = _Reader(dataset, Judge(Names(dataset, figures, kind, printing), printing.gap))
    values = {name: reader.value(kind.fields[name], value, (name,)) for name, value in dataset.values.items()}
    judge = reader.judge
    return Prose(
        replace(dataset, values=values),
        tuple(judge.said), tuple(judge.complaints), frozenset(judge.read),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reader:
    """One walk through the values of a dataset."""

    dataset: Dataset
    judge: Judge

    def value(self, spec: FieldSpec, value: Any, path: DataPath) -> Any:
        """Give a value with its texts as they print."""
        match value:
            case str() if spec.type == "text" and not spec.personal:
                place = Place(spec.title, self.dataset.sources, path)
                return self.judge.read_text(value, place, free=spec.free)
            case Mapping() if spec.type == "group":
                return {
                    name: self.value(_below(spec, spec.fields[name]), inner, (*path, name))
                    for name, inner in value.items()
                }
            case list() | tuple() if spec.item is not None:
                item = _below(spec, spec.item)
                return tuple(self.value(item, inner, (*path, row)) for row, inner in enumerate(value))
        return value


def _below(outer: FieldSpec, inner: FieldSpec) -> FieldSpec:
    """Let what holds a text speak for it, where it does not speak for itself."""
    return replace(inner, label=inner.label or outer.title, free=inner.free or outer.free)
