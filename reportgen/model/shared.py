"""Values that the papers of a data file share: what is worked out of them is worked out once for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.model.kind import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A key: the very same values of the very same kind, whatever they hold. Nobody changes them."""

    values: Mapping[str, Any]
    kind: Kind

    def __hash__(self) -> int:
        """Hash which they are."""
        return hash((id(self.values), id(self.kind)))

    def __eq__(self, other: object) -> bool:
        """Ask whether they are the very same."""
        return isinstance(other, Shared) and self.values is other.values and self.kind is other.kind
