"""The office's folder: its offices.yaml, its register, and the papers that it has issued."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen.load import is_there
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.offices import FILE
from reportgen.register import Registry, open_registry
from reportgen.write import Cabinet
from reportgen.write.target import OWN_FOLDER

REGISTER: Final = "so-dang-ky.db"
"""What the register is called in an office's folder."""

ADDRESS: Final = "so-dang-ky.url"
"""What the file is called that holds the address of a register on a server instead."""

ISSUED: Final = "ban-hanh"
"""Where the papers lie that were issued."""


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """An office's folder."""

    path: Path

    @property
    def register(self) -> Path:
        """Tell where the register is, or the file with the address of one on a server."""
        address = self.path / ADDRESS
        return address if is_there(address) else self.path / REGISTER

    @property
    def cabinet(self) -> Cabinet:
        """Give the cabinet of issued papers."""
        return Cabinet(self.path / ISSUED)

    @property
    def begun(self) -> bool:
        """Tell whether there is a register."""
        return is_there(self.register)

    def refuse_none(self) -> None:
        """Refuse what needs a register that was begun.

        Raises:
            OutputError: there is none yet.

        """
        if not self.begun:
            raise OutputError([report("register-missing", Origin(str(self.path)))])

    @contextmanager
    def reading(self) -> Iterator[Registry]:
        """Open the register to read.

        Raises:
            OutputError: there is none yet, or it cannot be read.

        """
        self.refuse_none()
        self._refuse_two()
        with open_registry(self.register, write=False) as registry:
            registry.refuse_moved()
            yield registry

    @contextmanager
    def writing(self) -> Iterator[Registry]:
        """Open the register to write, be it that it is begun now.

        Raises:
            OutputError: it cannot be written, or is the copy of one that still is where it was.

        """
        self._refuse_two()
        with open_registry(self.register, write=True) as registry:
            registry.refuse_moved()
            if registry.shared:
                self.refuse_elsewhere(registry)
            else:
                self._refuse_copy(registry)
            yield registry

    def _refuse_two(self) -> None:
        """Refuse to choose between a register here and one on a server: both would give the same numbers."""
        if self.register.name == ADDRESS and is_there(self.path / REGISTER):
            raise OutputError([report("register-two", Origin(str(self.register)), other=REGISTER)])

    def refuse_elsewhere(self, registry: Registry) -> None:
        """Refuse a folder in which the register's papers do not lie: those of others would be missed here.

        Raises:
            OutputError: they lie elsewhere.

        """
        marks, mark = Cabinet(self.cabinet.path / OWN_FOLDER), PurePosixPath(registry.name)
        begun = registry.begun  # asked first: the mark is made before anything is entered
        if marks.digest(mark) is not None:
            return
        if begun:
            place = Origin(str(self.register))
            raise OutputError([report("register-elsewhere", place, folder=self.cabinet.path)])
        self.mark(registry)

    def mark(self, registry: Registry) -> None:
        """Note that the papers of a register on a server lie here."""
        with self.cabinet.alone(registry.name):
            Cabinet(self.cabinet.path / OWN_FOLDER).file(PurePosixPath(registry.name), b"", again=True)

    def _refuse_copy(self, registry: Registry) -> None:
        """Refuse to give numbers from a copy: the other would give them a second time."""
        home = Path(registry.home)
        if not registry.home or not is_there(home) or home.samefile(self.register):
            return
        with open_registry(home, write=False) as other:
            if other.name == registry.name:
                raise OutputError([report("register-copied", Origin(str(self.register)), other=home)])


def find_office(named: Path | None, working: Path) -> OfficeFolder:
    """Find the office's folder: the one that is named, or the nearest from the working folder upwards.

    Raises:
        OutputError: there is none.

    """
    if named is not None:
        return OfficeFolder(named)
    here = working.absolute()
    found = next((folder for folder in (here, *here.parents) if is_there(folder / FILE)), None)
    if found is None:
        raise OutputError([report("no-office-folder", Origin(str(working)), file=FILE)])
    return OfficeFolder(working if found == here else found)
