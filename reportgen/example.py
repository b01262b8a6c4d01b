"""A data file to start from, as a file: a workbook to fill in, or text."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.kinds import drawn_text, example_data, example_text
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.workbooks import form
from reportgen.write import Written, open_folder


def write_example(kind: Kind, path: Path, *, blank: bool = False, overwrite: bool = False) -> Written:
    """Write a data file of a kind, filled with its example or blank; one that was filled in is kept.

    Raises:
        DataError: the kind's own example cannot be read.
        OutputError: a file of this name is there, or none can be written.

    """
    make = _FORMS.get(path.suffix.lower())
    if make is None:
        known = ", ".join(_FORMS)
        raise OutputError([report("example-format", Origin(str(path)), name=path.name, known=known)])
    content, name = make(kind, path.name, blank), PurePosixPath(path.name)
    with open_folder(path.parent) as folder:
        if refused := folder.check([name], overwrite=overwrite, inputs=[*kind.folder.rglob("*")]):
            raise OutputError(refused)
        record = {"source": kind.name, "version": __version__}
        return folder.write(name, content, overwrite=overwrite, record=record)


def _workbook(kind: Kind, name: str, blank: bool) -> bytes:  # noqa: FBT001  (as the others)
    return form(kind, {} if blank else example_data(kind).values, name)


def _text(kind: Kind, _: str, blank: bool) -> bytes:  # noqa: FBT001
    return (drawn_text if blank else example_text)(kind).encode()


_FORMS: Final[Mapping[str, Callable[[Kind, str, bool], bytes]]] = {
    ".xlsx": _workbook, ".yaml": _text, ".yml": _text,
}  # fmt: skip
"""What a data file is made of, by its suffix."""
