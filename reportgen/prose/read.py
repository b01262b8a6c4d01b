"""All texts of a document: their numbers are held against its figures, and what is printed is given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from reportgen.model.dataset import Dataset
from reportgen.model.figure import Figure, Figures
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import DataPath
from reportgen.model.shared import Shared
from reportgen.prose.judge import Judge, Place
from reportgen.prose.names import Names
from reportgen.prose.numbers import Printing
from reportgen.prose.outcome import Prose
from reportgen.prose.reading import says_nothing


def read_prose(dataset: Dataset, figures: Figures, kind: Kind, printing: Printing) -> Prose:
    """Read the texts of a document: fields, lists and groups.

    The columns of tables hold names of things, not sentences, and are left alone.
    """
    shared = Shared(dataset.values, kind)
    speaking = _speaking(shared)
    if not speaking:
        return Prose(dataset, (), (), frozenset())
    figures_then, before = _BEFORE.get((shared, printing), ({}, None))
    if before is not None and figures_then == figures.named:
        return replace(before, dataset=replace(dataset, values=before.dataset.values))
    names = Names(dataset, figures, kind, printing)
    reader = _Reader(dataset, Judge(names, printing.gap))
    values = dict(dataset.values)
    for name in speaking:
        values[name] = reader.value(kind.fields[name], values[name], (name,))
    judge = reader.judge
    told = tuple(judge.said), tuple(judge.complaints), frozenset(judge.read)
    prose = Prose(replace(dataset, values=values), *told)
    if names.alone:
        _keep((shared, printing), figures.named, prose)
    return prose


def _keep(texts: "_Texts", named: Mapping[str, Figure], prose: Prose) -> None:
    """Keep what was read of texts without asking for any table: with the same figures it is the same."""
    if texts not in _BEFORE and len(_BEFORE) >= _MOST_KEPT:
        _BEFORE.clear()
    _BEFORE[texts] = named, prose


_MOST_KEPT: Final = 4
_Texts = tuple[Shared, Printing]
_BEFORE: Final[dict[_Texts, tuple[Mapping[str, Figure], Prose]]] = {}
"""What was read last of the texts of a data file, and with which figures."""


@lru_cache(maxsize=8)
def _speaking(shared: Shared) -> tuple[str, ...]:
    """List the values with texts that hold numbers or marks, in their order."""
    fields = shared.kind.fields
    return tuple(name for name, value in shared.values.items() if _speaks(fields[name], value))


def _speaks(spec: FieldSpec, value: Any, *, free: bool = False) -> bool:
    match value:
        case str():
            named = spec.type == "text" and not spec.personal
            return named and not says_nothing(value, free=free or spec.free)
        case Mapping() if spec.type == "group":
            fields = spec.fields
            return any(_speaks(fields[name], one, free=free or spec.free) for name, one in value.items())
        case list() | tuple() if spec.item is not None:
            item = spec.item
            return any(_speaks(item, one, free=free or spec.free) for one in value)
    return False


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
