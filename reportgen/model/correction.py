"""A reported value that was corrected since, by a line of data beside it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportgen.model.origin import DataPath, Origin, SourceMap


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands at a place is not right: what is, who said so, when and why, and where that is written."""

    at: str
    old: str
    new: str
    who: str
    when: dt.date
    why: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Corrected:
    """The source map of a table some cells of which were corrected: these have both places."""

    whole: SourceMap
    cells: Mapping[DataPath, Origin]

    def origin(self, path: DataPath) -> Origin | None:
        """Tell where the value at this path was written, and where it was corrected."""
        found = self.whole.origin(path)
        return self._both(path, found) if found else None

    def key_origin(self, path: DataPath) -> Origin | None:
        """Tell where the heading or key stands."""
        return self.whole.key_origin(path)

    def nearest(self, path: DataPath) -> Origin:
        """Climb until something was written."""
        return self._both(path, self.whole.nearest(path))

    def _both(self, path: DataPath, found: Origin) -> Origin:
        correction = self.cells.get(path)
        return replace(found, corrected=str(correction)) if correction else found
