"""Moving an office's register: from its file to a server that several computers reach, and back."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import Hand
from reportgen.papers.office import ADDRESS, REGISTER, OfficeFolder
from reportgen.register import Registry, open_registry
from reportgen.register.moving import move
from reportgen.write import Cabinet

_LEFT: Final = "so-dang-ky-da-chuyen-{entries}.db"
"""What the old file is called afterwards, by how many entries it had."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A register that was moved: how many entries it has; ``left`` is the old file, which is closed."""

    entries: int
    left: Path | None = None


def move_to_server(office: OfficeFolder, address: str, hand: Hand) -> Moved:
    """Move the register to a server; whoever stops in between does it again.

    Raises:
        OutputError: there is no register here, or another one there; one of them cannot be used.

    """
    folder, old = Cabinet(office.path), PurePosixPath(REGISTER)
    with TemporaryDirectory() as beside:
        new = Path(beside) / ADDRESS
        new.write_text(f"{address}\n", encoding="utf-8")
        with _opened(office.path / REGISTER) as source, open_registry(new, write=True) as target:
            entries = move(source, target, ADDRESS, hand)
            office.mark(target)
    folder.file(PurePosixPath(ADDRESS), f"{address}\n".encode(), again=True)
    left = folder.renamed(old, PurePosixPath(_LEFT.format(entries=entries)))
    return Moved(entries, left)


def move_to_file(office: OfficeFolder, hand: Hand) -> Moved:
    """Move the register from its server into the office's folder; whoever stops in between does it again.

    Raises:
        OutputError: there is no register there, or another one here; one of them cannot be used.

    """
    with (
        _opened(office.path / ADDRESS) as source,
        open_registry(office.path / REGISTER, write=True) as target,
    ):
        office.refuse_elsewhere(source)
        entries = move(source, target, REGISTER, hand)
    Cabinet(office.path).take_out(PurePosixPath(ADDRESS))
    return Moved(entries)


def _opened(path: Path) -> AbstractContextManager[Registry]:
    if not path.is_file():
        raise OutputError([report("register-not-here", Origin(str(path.parent)), name=path.name)])
    return open_registry(path, write=True)
