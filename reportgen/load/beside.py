"""Files that a data file names: in its own folder or below it, and nowhere else."""

import os
import re
from pathlib import Path

from reportgen.load.files import is_there, names_in
from reportgen.load.text import nfc

_ELSEWHERE = re.compile(r"[\\]|^/|^[A-Za-z]:|://|(^|/)\.\./.*[*?]")


def leads_elsewhere(name: str) -> bool:
    """Tell of a name alone that it is none from the data file's folder on."""
    return _ELSEWHERE.search(name) is not None


def lies_in(found: Path, folder: Path) -> bool:
    """Follow every symbolic link before asking where a file lies."""
    return Path(os.path.realpath(found)).is_relative_to(os.path.realpath(folder))


def find_beside(file: Path, name: str) -> Path:
    """Follow a path name from a file's folder part by part; each may be stored composed or decomposed."""
    folder = file.parent
    for part in Path(name).parts:
        there = folder / part
        if not is_there(there):
            twin = next((other for other in names_in(folder) if nfc(other) == part), part)
            there = folder / twin
        folder = there
    return folder
