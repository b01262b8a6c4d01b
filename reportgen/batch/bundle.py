"""A file made of many papers: what it is asked to hold, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from reportgen.batch.records import Document, Order, Outcome
from reportgen.batch.stop import Stop
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.write import OutputFolder


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file to be made: its name below the folder that it goes to, and the documents that it is made of."""

    name: PurePosixPath
    documents: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Run:
    """Papers that stand in their folder, each held against the journal when it is read."""

    file: Path
    outcomes: Sequence[Outcome]
    papers: OutputFolder
    order: Order
    stop: Stop

    def contents(self, documents: Sequence[Document]) -> Iterator[bytes]:
        """Read one paper after the other; none is kept.

        Raises:
            OutputError: one is not as it was written, or somebody wants to stop.

        """
        for document in documents:
            if self.stop.asked:
                raise OutputError([told("bundle-stopped", self.file)])
            yield self.papers.read(document.name)


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: how many papers, and of a file to print how many pages."""

    papers: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file that is made of many papers.

    ``wished`` gives the file or folder that an order asks for, ``suffixes`` what it may end in: nothing
    where it is a folder. ``split`` says which files are made of the documents of each data file, and ``fill``
    writes one and counts what it holds;
    one that ``tells_lost`` papers lacks none.
    """

    option: str
    wished: Callable[[Order], Path | None]
    suffixes: Callable[[Order], tuple[str, ...]]
    split: Callable[[Sequence[Sequence[Document]], Order], list[Bundle]]
    fill: Callable[[Bundle, Run, BinaryIO], Held]
    tells_lost: bool = False


def told(code: str, file: Path, **values: str) -> Diagnostic:
    """Report something about such a file."""
    return Diagnostic(code, Origin(str(file)), (("name", file.name), *values.items()))
