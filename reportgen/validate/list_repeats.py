"""Items of a list that say word for word what another of them says."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase, shortened
from reportgen.model.values import Blank
from reportgen.validate.desk import Desk

_SHOWN: Final = 10


def tell_repeats(desk: Desk, spec: FieldSpec, items: Sequence[Any], path: DataPath) -> None:
    """Tell of items that print the same words twice: a recipient, somebody absent, a point of a plan."""
    inner = spec.item
    if inner is None or not (
        inner.type == "text" or any(one.type == "text" for one in inner.fields.values())
    ):
        return
    first: dict[object, int] = {}
    found: list[tuple[int, int]] = []
    for number, item in enumerate(items):
        said = _said(item)
        if said and (other := first.setdefault(said, number)) != number:
            found.append((number, other))
    if found:
        (here, there), *rest = found
        places = shortened([str(desk.sources.nearest((*path, number))) for number, _ in rest], _SHOWN)
        others = phrase("; likewise {places}", places=places) if rest else ""
        related = [(phrase("first"), desk.sources.nearest((*path, there)))]
        place = desk.sources.nearest((*path, here))
        desk.complaints.add("item-again", place, related=related, name=spec.title, others=others)


def _said(value: Any) -> object:
    """Give what an item says, as it is compared; nothing of one that is not filled in."""
    if isinstance(value, Mapping):
        parts = tuple(_said(part) for part in value.values())
        return parts if any(parts) else ""
    if isinstance(value, tuple):
        return tuple(_said(part) for part in value)
    if value is None or isinstance(value, Blank):
        return ""
    return folded(value) if isinstance(value, str) else value
