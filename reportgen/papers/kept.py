"""Papers on their way to the cabinet: with numbers that nobody took yet, printed, not filed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Final, Self

from reportgen.batch.papers import Key
from reportgen.batch.press import Printed
from reportgen.model.registry import Standing
from reportgen.papers.records import Wanted
from reportgen.register import Drawn

_MEMORY: Final = 64 * 1024 * 1024
"""So many bytes are kept in memory."""


@dataclass(slots=True)
class Kept:
    """The formats of printed papers, few of them in memory, many in a file that nobody sees.

    The file is gone when the process is, whatever ends it.
    """

    file: SpooledTemporaryFile[bytes] = field(default_factory=partial(SpooledTemporaryFile, _MEMORY))
    places: dict[Key, dict[str, tuple[int, int]]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget all of it."""
        self.file.close()

    def clear(self) -> None:
        """Begin anew."""
        self.places.clear()
        self.file.seek(0)
        self.file.truncate()

    def put(self, paper: Printed) -> None:
        """Keep a paper."""
        places = self.places.setdefault(paper.key, {})
        for target, artifact in paper.artifacts.items():
            self.file.seek(0, 2)
            places[target] = (self.file.tell(), len(artifact.content))
            self.file.write(artifact.content)

    def take(self, key: Key) -> Mapping[str, bytes]:
        """Give the formats of a paper."""
        found: dict[str, bytes] = {}
        for target, (start, length) in self.places[key].items():
            self.file.seek(start)
            found[target] = self.file.read(length)
        return found


@dataclass(frozen=True, slots=True)
class Reserving:
    """The entries by which papers get their numbers, and how the papers stand once these are written."""

    entries: Sequence[Drawn]
    standings: Mapping[Wanted, Standing]

    @classmethod
    def of(cls, todo: Mapping[Wanted, Standing | None], drawn: Mapping[Wanted, Drawn]) -> Self:
        """Put entries behind what was done to papers before; those left out have their numbers."""
        standings: dict[Wanted, Standing] = {}
        for one, before in todo.items():
            if one in drawn:
                standings[one] = _with(before, drawn[one])
            elif before is not None:
                standings[one] = before
        return cls(list(drawn.values()), standings)


def _with(before: Standing | None, drawn: Drawn) -> Standing:
    entry = drawn.entry
    if before is None:
        return Standing(entry.paper, (entry,), drawn.told, {entry.entry: drawn.told})
    told, tales = {**before.told, **drawn.told}, {**before.tales, entry.entry: drawn.told}
    return Standing(entry.paper, (*before.entries, entry), told, tales)
