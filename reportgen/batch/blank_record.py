"""The record of a blank: which papers have taken which, kept in a list beside the blank's file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportgen import __version__
from reportgen.model.blank import Blank, Taken
from reportgen.offices import RECORD, read_record, record_of
from reportgen.workbooks import listing
from reportgen.write import OutputFolder, open_folder


@dataclass(slots=True)
class Record:
    """A record in its folder ``home``; without a ``folder`` to write into it is kept in mind only."""

    home: Path
    name: PurePosixPath
    taken: Sequence[Taken]
    folder: OutputFolder | None = None

    @property
    def shown(self) -> str:
        """Name its file."""
        return str(self.home / self.name)

    def keep(self, taken: Sequence[Taken], blank: Blank) -> None:
        """Write down what is taken, whatever becomes of the papers."""
        if blank.stock and self.folder:
            content = listing("Sổ theo dõi phôi", RECORD, record_of(taken, blank.stock))
            about = {"source": Path(blank.file).name, "version": __version__}
            self.folder.write(self.name, content, overwrite=True, record=about)
        self.taken = taken


@contextmanager
def record_in(file: Path, blank: Blank, folder: OutputFolder) -> Iterator[Record | None]:
    """Hold the record while blanks are given away, so that nobody else gives away the same."""
    record = read_only(file, blank)
    if record is None:
        yield None
    elif file.parent.resolve() == folder.root:
        yield Record(folder.path, record.name, record.taken, folder)
    else:
        with open_folder(file.parent) as own:
            held = read_only(file, blank) or record
            yield Record(own.path, held.name, held.taken, own)


def read_only(file: Path, blank: Blank) -> Record | None:
    """Read the record of a blank whose sheets are counted; nobody is kept from giving them away meanwhile."""
    if blank.stock is None:
        return None
    name = PurePosixPath(f"{file.stem}-so-theo-doi.xlsx")
    path = file.parent / name
    return Record(file.parent, name, read_record(path, str(path)))
