"""Is everything there? Looked at, not guessed: engine, fonts and their letters, LibreOffice, write access."""

import importlib
import io
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from reportgen.model.errors import ReportgenError
from reportgen.model.phrase import Foreign, phrase, strung
from reportgen.render.engine import engine
from reportgen.render.fonts import find_faces
from reportgen.render.page.libraries import libraries
from reportgen.render.pdf import engine_is_known

PYTHON = (3, 11)
_ANY = ""

_INSTALL: dict[str, dict[str, str]] = {
    "pango": {
        "Linux": phrase("as root: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        "Darwin": "brew install pango",
        "Windows": phrase(
            "install MSYS2 (msys2.org), then in its shell: pacman -S mingw-w64-x86_64-pango, "
            "and set WEASYPRINT_DLL_DIRECTORIES to its bin folder"
        ),
    },
    "fonts": {
        "Linux": phrase(
            "as root: apt-get install fonts-liberation2 (fonts-liberation alone has no Vietnamese)"
        ),
        "Darwin": phrase(
            "Times New Roman comes with macOS; otherwise copy its four files into a folder fonts/"
        ),
        "Windows": phrase(
            "Times New Roman comes with Windows; otherwise copy its four files into a folder fonts\\"
        ),
    },
    "stamps": {
        _ANY: phrase("nothing, or to install the versions of requirements.txt: pages are laid out one by one")
    },
    "libreoffice": {
        "Linux": phrase("as root: apt-get install libreoffice-writer-nogui"),
        "Darwin": "brew install --cask libreoffice",
        "Windows": phrase("install LibreOffice and add its program folder to PATH"),
    },
    "python": {_ANY: phrase("install Python 3.11 or newer")},
    "word": {_ANY: phrase("run make test once more, or install the package docxtpl")},
    "writing": {_ANY: phrase("choose another folder with --output, or ask for write access to this one")},
}
"""What to do about each finding, by system."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, what was seen, what it is for, what to do."""

    name: str
    well: bool
    seen: str
    needed_for: str
    remedy: str = ""
    required: bool = True


def examine(output: Path = Path("out")) -> list[Finding]:
    """Look at everything that making documents needs."""
    return [
        _look("python", phrase("everything"), _python),
        _look("word", phrase("Word documents"), _word),
        _look("pango", phrase("PDF documents"), _pango),
        _look("fonts", phrase("PDF documents"), _fonts),
        _look(
            "stamps",
            phrase("many PDF documents in little time; not for making them"),
            _stamps,
            required=False,
        ),
        _look("writing", phrase("all documents"), lambda: _writing(output)),
        _look(
            "libreoffice",
            phrase("proving that Word files open; not for making them"),
            _libreoffice,
            required=False,
        ),
    ]


class _Unwell(Exception):  # noqa: N818  (a look that found something wanting; never leaves this module)
    """Something is wanting."""


def _look(name: str, needed_for: str, look: Callable[[], str], *, required: bool = True) -> Finding:
    try:
        return Finding(name, well=True, seen=look(), needed_for=needed_for, required=required)
    except _Unwell as unwell:
        return Finding(
            name, well=False, seen=str(unwell), needed_for=needed_for, remedy=remedy(name), required=required
        )


def remedy(name: str, system: str | None = None) -> str:
    """Say what a user of this system does about it."""
    ways = _INSTALL[name]
    return ways.get(_ANY) or ways.get(system or platform.system()) or ways["Linux"]


def _python() -> str:
    if sys.version_info < PYTHON:
        raise _Unwell(phrase("Python {version} is too old", version=platform.python_version()))
    return f"Python {platform.python_version()}"


def _word() -> str:
    return f"docxtpl {_version('docxtpl')}"


def _pango() -> str:
    weasyprint = f"WeasyPrint {_version('weasyprint')}"
    ffi = importlib.import_module("weasyprint.text.ffi")
    subset = getattr(ffi, "harfbuzz_subset", None)
    found = f"{weasyprint}, Pango {ffi.pango.pango_version()}"
    if subset:
        return phrase("{found}, with HarfBuzz subsetting", found=found)
    return phrase("{found}, without HarfBuzz subsetting", found=found)


def _version(module: str) -> str:
    try:
        with redirect_stdout(io.StringIO()):  # where Pango is missing, WeasyPrint prints a page of its own
            return str(getattr(importlib.import_module(module), "__version__", "?"))
    except (ImportError, OSError) as error:
        why = Foreign(str(error).splitlines()[0])
        raise _Unwell(phrase("{module} cannot be loaded: {why}", module=module, why=why)) from None


def _fonts() -> str:
    try:
        choice = find_faces()
    except ReportgenError as error:
        folders = dict(error.diagnostics[0].values)["folders"]
        nothing = phrase("no font that holds all Vietnamese letters was found in {folders}", folders=folders)
        raise _Unwell(nothing) from None
    refused = [
        phrase("; {name} was refused: {why}", name=path.name, why=why) for path, why in choice.rejected
    ]
    folder = choice.files["regular"].parent
    seen = phrase("{family}, all Vietnamese letters, in {folder}", family=choice.family, folder=folder)
    return strung("", [seen, *refused[:3]])


def _stamps() -> str:
    """Lay a page out and stamp it, with these versions."""
    try:
        is_known = engine().STAMPS and engine_is_known(find_faces())
    except ReportgenError:
        raise _Unwell(phrase("there is no engine, or no font, to stamp with")) from None
    named = {"WeasyPrint": "weasyprint", "pydyf": "pydyf", "fontTools": "fontTools"}
    versions = {name: _version(module) for name, module in named.items()} | libraries()
    found = ", ".join(f"{name} {version}" for name, version in versions.items())
    if not is_known:
        raise _Unwell(phrase("{found} fail the proof", found=found))
    return phrase("proven with {found}", found=found)


def _writing(output: Path) -> str:
    folder = next(place for place in (output, *output.absolute().parents) if place.is_dir())
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".reportgen-"):
            return phrase("{folder} can be written to", folder=folder)
    except OSError as error:
        why = Foreign(str(error.strerror).lower())
        raise _Unwell(phrase("{folder} cannot be written to: {why}", folder=folder, why=why)) from None


def _libreoffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise _Unwell(phrase("LibreOffice is not on the path"))
    return found


def well(findings: Sequence[Finding]) -> bool:
    """Tell whether documents can be made in both formats."""
    return all(finding.well for finding in findings if finding.required)
