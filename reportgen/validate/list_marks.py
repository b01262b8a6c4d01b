"""Marks that people type before the items of a list, where papers number the items themselves."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportgen.model.kind import FieldSpec
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase, shortened
from reportgen.validate.desk import Desk

_MARK: Final = re.compile(r"(?:\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}[.)]|[-–—+*•])(?=\s+\S)")
"""``1.``, ``a)``, ``II.``, ``-``; a space must follow: ``1.5`` is a number, ``-5`` too."""

_SHOWN: Final = 10


def tell_marks(desk: Desk, spec: FieldSpec, items: Sequence[Any], path: DataPath) -> None:
    """Tell of items that begin with a mark: it is kept, and prints beside the mark that the paper sets."""
    inner = spec.item
    column = next(iter(inner.fields), None) if inner is not None and inner.fields else None
    found: list[tuple[DataPath, str]] = []
    for number, item in enumerate(items):
        text = item.get(column) if column is not None and isinstance(item, Mapping) else item
        if isinstance(text, str) and (begun := _MARK.match(text)):
            found.append(((*path, number, column) if column else (*path, number), begun[0]))
    if found:
        (first, mark), *rest = found
        places = shortened([str(desk.sources.nearest(place)) for place, _ in rest], _SHOWN)
        others = phrase("; likewise {places}", places=places) if rest else ""
        desk.complaints.add(
            "mark-by-hand", desk.sources.nearest(first), name=spec.title, mark=mark, others=others
        )
