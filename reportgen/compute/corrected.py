"""Which corrections stand behind a row that a figure has read."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen.compute.scope import PASTS
from reportgen.compute.views import View
from reportgen.model.correction import Correction
from reportgen.model.dataset import Dataset
from reportgen.model.formula import Name
from reportgen.model.kind import Kind

Known = Mapping[str, Correction]
"""Corrections by their own place, as the origin of a corrected cell tells it."""


def all_corrections(dataset: Dataset) -> Known:
    """Gather the corrections of a data file and of the earlier ones."""
    return {str(one.origin): one for each in (*dataset.earlier, dataset) for one in each.corrections}


def corrections_of(kind: Kind, known: Known, view: View, names: Iterable[Name], row: int) -> list[Correction]:
    """Give the corrections of what some columns have in a row, and of what these are computed from."""
    if not known:
        return []
    places = (view.row_origin(name, row) for name in dict.fromkeys(_cells(kind, names)))
    written = dict.fromkeys(place.corrected for place in places if place and place.corrected)
    return [known[place] for place in written if place in known]


def _cells(kind: Kind, names: Iterable[Name]) -> Iterator[Name]:
    """Follow columns that are computed down to those that are given."""
    for name in names:
        table = name[1:-1] if name[0] in PASTS else name[:-1]
        spec = kind.rows.get("".join(table))
        if spec and name[-1] in spec.columns:
            yield from _cells(kind, (one for one in spec.columns[name[-1]].formula.names if one != name))
        elif spec:
            yield name
