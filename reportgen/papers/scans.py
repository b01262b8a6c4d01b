"""The texts of QR codes, typed in or read from a photo, a scan or a PDF."""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportgen.audit.paper import open_paper
from reportgen.load import read_bytes
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError, MissingToolError
from reportgen.model.origin import Origin

SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".pdf"})
"""How names of files end in which codes are looked for."""

_LIBRARIES: Final = {"zxingcpp": "zxing-cpp", "PIL": "pillow", "pypdfium2": "pypdfium2"}


def is_scan(asked: str) -> bool:
    """Tell the name of a file from the text of a code, which never ends so."""
    return Path(asked.strip()).suffix.lower() in SUFFIXES


def refuse_without_library(file: Path) -> None:
    """Refuse to look for codes without the library.

    Raises:
        MissingToolError: the library that reads pictures is not installed.

    """
    if lacking := [shown for name, shown in _LIBRARIES.items() if find_spec(name) is None]:
        raise MissingToolError([report("no-scan-library", Origin(str(file)), names=", ".join(lacking))])


def texts_in(file: Path) -> list[str]:
    """Read the QR codes in a photo, a scan or a PDF.

    Raises:
        DataError: it cannot be read, or there is none in it.

    """
    place = Origin(str(file))
    from reportgen.readback.scan import codes_in  # noqa: PLC0415  # an extra

    try:
        found = codes_in(read_bytes(file, str(file)))
    except DataError as error:
        raise DataError(replace(one, origin=place) for one in error.diagnostics) from error
    if not found:
        raise DataError([report("no-code-found", place)])
    return found


def carries_a_manifest(file: Path) -> bool:
    """Tell a paper, which its code can be held against, from a picture or many papers in one file."""
    try:
        return file.suffix.lower() == ".pdf" and open_paper(file) is not None
    except DataError:
        return False
