"""A recorded figure, computed once more from what was recorded with it."""

import ast
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from reportgen.compute.entry import rounded, unfit
from reportgen.compute.evaluate import Evaluation, Result
from reportgen.compute.fit import DOWN, WHOLE
from reportgen.compute.formula import parse_formula
from reportgen.compute.holes import known
from reportgen.compute.rounding import largest_remainder
from reportgen.model.dataset import Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.formula import Formula, Name
from reportgen.model.kind import FigureSpec
from reportgen.model.manifest import WITHHELD, Entry, Manifest, Recorded, Told
from reportgen.model.origin import Origin
from reportgen.model.values import Hole


class UncountableError(Exception):
    """What a figure reads was not recorded, or makes no sense."""


def again(manifest: Manifest) -> dict[str, Figure]:
    """Compute every figure whose input is recorded; give them by the names that pages use."""
    found = {name: _computed(figure, entry) for name, figure, entry in manifest.entries}
    known = {name: figure for name, figure in found.items() if figure is not None}
    return {**known, **dict(_fitted(manifest, known))}


def _computed(recorded: Recorded, entry: Entry) -> Figure | None:
    formula = _formula(recorded.formula)
    if entry.value is WITHHELD or formula is None:
        return None
    texts = {one.text: one.gives for one in entry.aggregates}
    try:
        value: Any = _Again(formula, _Recall(entry.reads), texts=texts).run()
    except (UncountableError, TypeError):
        return None
    spec = _spec(recorded, formula)
    fits = not isinstance(value, Column) and _is_of_its_sort(spec, value) and unfit(spec, value) is None
    return rounded(spec, value if fits else Hole.FAILED)


_SORTS: Final[Mapping[str, tuple[type, ...]]] = {
    "number": (int, Fraction), "percent": (int, Fraction), "text": (str,),
    "date": (dt.date,), "time": (dt.time,),
}  # fmt: skip


def _is_of_its_sort(spec: FigureSpec, value: Any) -> bool:
    """Tell whether a value may be this figure; a manifest may say anything."""
    return not known(value) or isinstance(value, _SORTS.get(spec.shown_as, ()))


def _spec(recorded: Recorded, formula: Formula) -> FigureSpec:
    return FigureSpec(
        recorded.name.rpartition(".")[2], formula, formula.origin, recorded.shown_as, recorded.places,
        recorded.if_nothing, recorded.fit, recorded.label,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _formula(text: str) -> Formula | None:
    return parse_formula(text, Origin("manifest"), Complaints())


@dataclass(frozen=True, slots=True)
class _Recall:
    """Answers for names with what was recorded."""

    reads: Mapping[str, Told]

    def __call__(self, name: Name) -> Result:
        """Give the value that was read."""
        return _recorded(self.reads, ".".join(name))


@dataclass(slots=True)
class _Again(Evaluation):
    """Takes the parts of a formula that were recorded as they are."""

    texts: Mapping[str, Told] = ()  # type: ignore[assignment]  # always given

    def value(self, node: ast.expr) -> Result:
        """Work one part out, or take it over."""
        text = ast.get_source_segment(self.formula.text, node) or ""
        if isinstance(node, ast.Call) and text in self.texts:
            return _recorded(self.texts, text)
        return Evaluation.value(self, node)


def _recorded(known: Mapping[str, Told], name: str) -> Result:
    value = known.get(name, WITHHELD)
    if value is WITHHELD:
        raise UncountableError(name)
    return value


def _fitted(manifest: Manifest, known: Mapping[str, Figure]) -> Iterator[tuple[str, Figure]]:
    """Round together what was rounded together, where all of it is recorded."""
    for names in _sets(manifest.entries):
        figures = [known[name] for name in names if name in known]
        parts: list[Any] = [_unit(figure) for figure in figures if figure.shown is not None]
        if len(parts) == len(names) and (sum(parts) == WHOLE or figures[0].spec.shown_as != "percent"):
            shown = largest_remainder(parts, figures[0].spec.places or 0)
            yield from zip(names, map(_reshown, figures, shown), strict=True)


def _sets(entries: Iterable[tuple[str, Recorded, Entry]]) -> list[list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for name, recorded, entry in entries:
        if recorded.fit == DOWN and entry.at != "total":
            found.setdefault((DOWN, recorded.name), []).append(name)
        elif recorded.fit and recorded.fit != DOWN:
            table = recorded.name.rpartition(".")[0]
            found.setdefault((recorded.fit, table, entry.at), []).append(name)
    return list(found.values())


def _unit(figure: Figure) -> Any:
    value: Any = figure.value
    return value * WHOLE if figure.spec.shown_as == "percent" else value


def _reshown(figure: Figure, shown: Any) -> Figure:
    return replace(figure, shown=shown, fitted=shown != figure.shown)
