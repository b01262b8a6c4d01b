"""Double and odd spaces: a text prints with one ordinary space in each gap, and that is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

_SHOWN: Final = 5


@dataclass(slots=True)
class _Column:
    """Of one column how many texts have such spaces, and where the first do."""

    spec: FieldSpec
    count: int = 0
    places: list[Origin] = field(default_factory=list)


@dataclass(slots=True)
class Spaces:
    """The texts whose spaces were squeezed, by the identity of what declares them."""

    columns: dict[int, _Column] = field(default_factory=dict)

    def look(self, spec: FieldSpec, text: str, value: object, place: Callable[[], Origin]) -> None:
        """Note a text that is read with other spaces than it is written."""
        if spec.type == "text" and isinstance(value, str) and value != text:
            column = self.columns.setdefault(id(spec), _Column(spec))
            column.count += 1
            if len(column.places) < _SHOWN:
                column.places.append(place())

    def tell(self, complaints: Complaints) -> None:
        """Tell of each column once."""
        for column in self.columns.values():
            shown: str = ", ".join(map(str, column.places))
            if (left := column.count - len(column.places)) > 0:
                shown = phrase("{places} and {count} more", places=shown, count=left)
            complaints.add(
                "spaces-squeezed", column.places[0],
                name=column.spec.title, count=column.count, places=shown,
            )  # fmt: skip
