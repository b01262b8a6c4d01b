"""What the tests of the loading dock share."""

from pathlib import Path, PurePosixPath

import pytest

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write import Written, open_folder

RECORD = {"data": "quy-3.yaml", "kind": "round-report", "version": "1"}


def put(out: Path, name: str, content: bytes, *, overwrite: bool = False) -> Written:
    """Open the folder, write one document, close the folder."""
    with open_folder(out) as folder:
        return folder.write(PurePosixPath(name), content, overwrite=overwrite, record=RECORD)


def refusal(out: Path, name: str, content: bytes = b"new", *, overwrite: bool = False) -> Diagnostic:
    """Say why a document was not written."""
    with pytest.raises(OutputError) as caught:
        put(out, name, content, overwrite=overwrite)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def check(out: Path, *names: str, overwrite: bool = False) -> list[Diagnostic]:
    """Ask the folder what may not be written."""
    with open_folder(out) as folder:
        return folder.check([PurePosixPath(name) for name in names], overwrite=overwrite)


def complaint(out: Path, *names: str, overwrite: bool = False) -> Diagnostic:
    """Give the one thing that the folder complains of."""
    (diagnostic,) = check(out, *names, overwrite=overwrite)
    return diagnostic


def papers(out: Path) -> dict[str, bytes]:
    """Read every file below the folder, but for reportgen's own."""
    files = (path for path in out.rglob("*") if path.is_file() and ".reportgen" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
