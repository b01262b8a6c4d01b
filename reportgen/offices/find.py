"""Where offices.yaml is looked up: in the folder asked for, or from the data file's folder upwards."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from reportgen.load import is_there
from reportgen.model.office import Register
from reportgen.offices.read import read_register

FILE: Final = "offices.yaml"


def find_register(data_file: Path, folder: Path | None = None) -> Register:
    """Read the nearest offices.yaml; without one nothing is known of offices, and nothing is needed."""
    folders = [folder] if folder else [*data_file.absolute().parents]
    path = next((each / FILE for each in folders if is_there(each / FILE)), None)
    return _read(path, _shown(path), path.stat().st_mtime_ns) if path else Register()


@lru_cache(maxsize=8)
def _read(path: Path, shown: str, _: int) -> Register:
    """Read a file once for all the data files of a run."""
    return read_register(path, shown)


def _shown(path: Path) -> str:
    """Call it as seen from the working folder where it lies there."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
