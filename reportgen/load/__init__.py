"""Receiving: a person's file becomes plain values that remember where they were written."""

from pathlib import Path

from reportgen.load.attached import attached_files
from reportgen.load.beside import find_beside
from reportgen.load.book import BOOKS, load_book, sheet_table
from reportgen.load.encoding import legacy_lines
from reportgen.load.files import files_among, is_folder, is_there, read_bytes
from reportgen.load.fixed import Fixed
from reportgen.load.graft import YAML_SUFFIXES, take_in
from reportgen.load.loaders import LOADERS, load_table
from reportgen.load.plain import load_plain
from reportgen.load.text import decode
from reportgen.load.yaml import A_LINE, in_order, read_yaml
from reportgen.model.diagnostics import Complaints, Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.raw import Loaded

__all__ = [
    "BOOKS",
    "LOADERS",
    "Fixed",
    "attached_files",
    "files_among",
    "find_beside",
    "in_order",
    "is_folder",
    "is_there",
    "legacy_lines",
    "load",
    "load_book",
    "load_plain",
    "load_table",
    "load_yaml_mapping",
    "look_through_yaml",
    "parse",
    "read_bytes",
    "sheet_table",
    "with_files",
]


def load(path: Path, *, shown: str | None = None) -> Loaded:
    """Read a data file with the tables that it takes in; ``shown`` is what origins call the file.

    Raises:
        DataError: the data file itself cannot be read. What is wrong in a table file is among the notes, and
            `UNREAD` stands in its place, so that the others are inspected nevertheless.

    """
    file = shown or str(path)
    _refuse_other(path, file)
    complaints = Complaints()
    values, sources = read_yaml(_text(path, file), file, complaints)
    misread = complaints.serious
    found = take_in(values, path, sources, complaints)
    if misread:
        raise DataError(_told(complaints, file))
    return Loaded(file, found, sources, tuple(in_order(complaints, file)))


def with_files(loaded: Loaded, path: Path) -> Loaded:
    """Take in the tables that a data file names, which was read without them."""
    complaints = Complaints([*loaded.notes])
    values = take_in(loaded.values, path, loaded.sources, complaints)
    return Loaded(loaded.file, values, loaded.sources, tuple(complaints))


def parse(text: str, file: str) -> Loaded:
    """Read the text of a data file that takes nothing in."""
    complaints = Complaints()
    return Loaded(file, *read_yaml(text, file, complaints), tuple(complaints))


def load_yaml_mapping(path: Path, *, shown: str | None = None, like: str = A_LINE) -> Loaded:
    """Read a YAML file as it stands: ``{from: …}`` has no meaning there; ``like`` is a line it may hold."""
    loaded = look_through_yaml(path, shown=shown, like=like)
    if any(note.stops for note in loaded.notes):
        raise DataError(note for note in loaded.notes if note.severity != "note")
    return loaded


def look_through_yaml(path: Path, *, shown: str | None = None, like: str = A_LINE) -> Loaded:
    """Do as `load_yaml_mapping` does, but give also what has mistakes, as far as it can be read."""
    file = shown or str(path)
    complaints = Complaints()
    values, sources = read_yaml(_text(path, file), file, complaints, like)
    return Loaded(file, values, sources, tuple(in_order(complaints, file)))


def _text(path: Path, file: str) -> str:
    return decode(read_bytes(path, file), file, "not-utf8")


def _told(complaints: Complaints, file: str) -> list[Diagnostic]:
    return [found for found in in_order(complaints, file) if found.severity != "note"]


def _refuse_other(path: Path, file: str) -> None:
    suffix = path.suffix.lower()
    if suffix in LOADERS:
        raise DataError([report("table-as-data", Origin(file), name=path.name)])
    if suffix not in YAML_SUFFIXES and not is_folder(path):
        raise DataError([report("data-format", Origin(file), name=path.name)])
