"""Marks that people type before the items of a list, where papers number the items themselves."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportgen.model.kind import GAP, FieldSpec, Kind
from reportgen.model.names import folded
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase, shortened
from reportgen.validate.desk import Desk

_MARK: Final = re.compile(r"(?:\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}[.)]|[-–—+*•])(?=\s+\S)")
"""``1.``, ``a)``, ``II.``, ``-``; a space must follow: ``1.5`` is a number, ``-5`` too."""

_SHOWN: Final = 10


def refuse_strays(desk: Desk, kind: Kind, values: Mapping[str, Any]) -> None:
    """Refuse items that begin with words which the form prints itself, of a field of its own: ``Lưu: VT``."""
    for other in kind.fields.values():
        words = other.frame.partition(GAP)[0].strip("- ")
        if other.type != "text" or not words.endswith(":"):
            continue
        for spec in kind.fields.values():
            items = values.get(spec.name) if spec.type == "list" and spec.item is not None else None
            for number, item in enumerate(items if isinstance(items, Sequence) else ()):
                if isinstance(item, str) and folded(item).startswith(folded(words)):
                    place = desk.sources.nearest((spec.name, number))
                    desk.complaints.add(
                        "item-of-another", place, name=spec.title, words=words, other=other.called
                    )


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
