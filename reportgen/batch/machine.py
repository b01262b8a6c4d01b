"""What prints here: other versions of any of it may make other bytes of the same paper."""

import hashlib
import os
import platform
import zlib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import reportgen
from reportgen.model.errors import MissingToolError
from reportgen.render.fonts import find_faces
from reportgen.render.page.libraries import libraries
from reportgen.render.template.pages import EXAMPLES

_ENGINES: Final = ("docxtpl", "python-docx", "jinja2", "weasyprint", "pydyf", "isal", "lxml", "pikepdf")
_HELPERS: Final = ("fonttools", "pillow", "brotli", "zopfli", "pyphen", "tinycss2", "cssselect2", "tinyhtml5")
_OWN: Final = (".py", ".css", ".html", ".svg")
"""The files of the program itself that stand behind a page."""

_FILES: Final = "reportgen/*"
_SHOWN: Final = 12


def presses() -> dict[str, str]:
    """Name the program, its engines and the faces of the letters, each with its version or its digest."""
    engines = {name: _version(name) for name in _ENGINES}
    return {"reportgen": reportgen.__version__, _FILES: _program(), **engines, **_faces()}


def machine() -> dict[str, str]:
    """Name those, and what lies below them: Python, its packer, the libraries of the system."""
    return {
        **presses(),
        **{name: _version(name) for name in _HELPERS},
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "system": f"{platform.system()} {platform.machine()}",
        **libraries(),
    }


def contents(files: Iterable[Path], root: Path) -> dict[str, str]:
    """Digest files, by their names below a folder."""
    return {path.relative_to(root).as_posix(): _digest(path) for path in files if path.is_file()}


def files_of_kind(folder: Path) -> Iterator[Path]:
    """List the files of which papers are made: all of a kind's folder, wherever it lies, but its examples.

    Templates may be reached through a folder that is a link to one of these, and are other ones once it
    leads elsewhere.
    """
    whole = folder.resolve()
    return (path for path in _below(folder, whole, (whole,)) if path.relative_to(folder).parts[0] != EXAMPLES)


def _below(folder: Path, whole: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    """List the files of a folder and of those in it; links are followed to what is in the ``whole``, once."""
    try:
        found = list(folder.iterdir())
    except OSError:  # gone meanwhile, or locked: what is not there is not digested
        return
    for path in found:
        if not path.is_dir():
            yield from [path] if path.is_file() else []
        elif (real := path.resolve()).is_relative_to(whole) and real not in above:
            yield from _below(path, whole, (*above, real))


def unlike(ours: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """List what two machines do not have alike, with what each has; nothing is an empty text.

    Of another version of the program it goes without saying that its files are others.
    """
    other = ours.get("reportgen") != theirs.get("reportgen")
    names = [name for name in dict.fromkeys([*ours, *theirs]) if not (other and name == _FILES)]
    pairs = {name: (ours.get(name, ""), theirs.get(name, "")) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _program() -> str:
    root = Path(reportgen.__file__).parent
    files = ((folder, name) for folder, _, names in os.walk(root) for name in names if name.endswith(_OWN))
    found = contents((Path(folder, name) for folder, name in files), root)
    told = hashlib.sha256("".join(f"{name}:{found[name]};" for name in sorted(found)).encode())
    return told.hexdigest()[:_SHOWN]


def _faces() -> dict[str, str]:
    try:
        files = find_faces().files
    except MissingToolError:  # told when a page is printed
        return {}
    return {f"font {style}": f"{path.name} ({_digest(path)[:_SHOWN]})" for style, path in files.items()}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
