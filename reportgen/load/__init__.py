"""Receiving: a person's file becomes plain values that remember where they were written."""

from dataclasses import replace
from pathlib import Path

from reportgen.load.book import BOOKS, load_book, sheet_table
from reportgen.load.files import is_folder, is_there, read_bytes
from reportgen.load.fixed import Fixed
from reportgen.load.graft import YAML_SUFFIXES, find_beside, take_in
from reportgen.load.loaders import LOADERS, load_table
from reportgen.load.plain import load_plain
from reportgen.load.text import decode
from reportgen.load.yaml import in_order, read_yaml
from reportgen.model.dataset import Loaded
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin

__all__ = [
    "BOOKS",
    "LOADERS",
    "Fixed",
    "find_beside",
    "is_there",
    "load",
    "load_book",
    "load_plain",
    "load_table",
    "load_yaml_mapping",
    "read_bytes",
    "sheet_table",
]


def load(path: Path, *, shown: str | None = None) -> Loaded:
    """Read a data file with the tables that it takes in; ``shown`` is what origins call the file."""
    file = shown or str(path)
    _refuse_other(path, file)
    complaints = Complaints()
    values, sources = read_yaml(_text(path, file), file, complaints)
    found = take_in(values, path, sources, complaints)
    return _loaded(Loaded(file, found, sources), complaints)


def load_yaml_mapping(path: Path, *, shown: str | None = None) -> Loaded:
    """Read a YAML file as it stands: ``{from: …}`` has no meaning there."""
    file = shown or str(path)
    complaints = Complaints()
    return _loaded(Loaded(file, *read_yaml(_text(path, file), file, complaints)), complaints)


def _text(path: Path, file: str) -> str:
    return decode(read_bytes(path, file), file, "not-utf8")


def _loaded(loaded: Loaded, complaints: Complaints) -> Loaded:
    found = in_order(complaints, loaded.file)
    if complaints.serious:
        raise DataError(one for one in found if one.severity != "note")
    return replace(loaded, notes=tuple(found))


def _refuse_other(path: Path, file: str) -> None:
    suffix = path.suffix.lower()
    if suffix in LOADERS:
        raise DataError([report("table-as-data", Origin(file), name=path.name)])
    if suffix not in YAML_SUFFIXES and not is_folder(path):
        raise DataError([report("data-format", Origin(file), name=path.name)])
