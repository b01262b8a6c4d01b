"""What is wrong in table files, written into copies of them for those who sent them."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.load import BOOKS, LOADERS, load_book, load_table, read_bytes
from reportgen.model.book import Worksheet, cell_name
from reportgen.model.diagnostics import Complaints, Diagnostic, report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.messages.entry import Form
from reportgen.model.origin import Origin, TableSources
from reportgen.model.phrase import strung
from reportgen.model.raw import RawTable
from reportgen.workbooks import Annotated, Remark, UnfitError, annotate, workbook_of
from reportgen.write import Written, open_folder

_WEIGHTS: Final = frozenset({"error", "warning", "missing"})
"""What whoever sent a file can do something about; what is merely told is for whoever put it together."""

_KNOWN_TO_THEM: Final = "cells-commented"
"""What whoever sent a file need not be told: that they pinned comments to it."""

_LONGEST_TITLE = 31
"""Letters that Excel allows in the name of a sheet."""


@dataclass(frozen=True, slots=True)
class Words:
    """How remarks are said: a finding, and the headings of the sheet that lists all."""

    remark: Callable[[Diagnostic], Remark]
    headings: Sequence[str]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was written, and how many remarks it holds."""

    written: Written
    remarks: int


@dataclass(frozen=True, slots=True)
class Copies:
    """All copies of one run, and what there is to tell of them."""

    made: Sequence[Copy]
    notes: tuple[Diagnostic, ...] = ()


def annotate_files(found: Iterable[Diagnostic], target: Path, words: Words) -> Copies:
    """Write a copy of every table file in which something is wrong: into a folder, or the only one as a file.

    Raises:
        OutputError: a file of that name is there, or one name is to hold several copies.

    """
    by_file = _by_file(found)
    if not by_file:
        return Copies(())
    folder, names = _names(list(by_file), target)
    complaints = Complaints()
    printed = {
        name: _copy(file, by_file[file], words, complaints) for file, name in zip(by_file, names, strict=True)
    }
    made = {name: copy for name, copy in printed.items() if copy is not None}
    with open_folder(folder) as place:
        if refused := place.check(list(made), overwrite=False, inputs=[*map(Path, by_file)]):
            raise OutputError(refused)
        counts = dict(zip(names, map(len, by_file.values()), strict=True))
        written = [
            Copy(
                place.write(name, copy.content, overwrite=False, record={"version": __version__}),
                counts[name],
            )
            for name, copy in made.items()
        ]
    return Copies(written, tuple(complaints))


def of_senders(found: Iterable[Diagnostic], own: AbstractSet[str]) -> Iterator[Diagnostic]:
    """Say what to do as to those who have the table alone; ``own`` are the data files."""
    for note in found:
        theirs = note.origin is not None and note.origin.file not in own
        yield replace(note, form=Form.TABLE) if theirs else note


def _by_file(found: Iterable[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    by_file: dict[str, list[Diagnostic]] = {}
    for note in dict.fromkeys(found):
        file = note.origin.file if note.origin else ""
        weighs = note.severity in _WEIGHTS and note.code != _KNOWN_TO_THEM
        if weighs and Path(file).suffix.lower() in LOADERS and Path(file).is_file():
            by_file.setdefault(file, []).append(note)
    return by_file


def _names(files: Sequence[str], target: Path) -> tuple[Path, list[PurePosixPath]]:
    """Say where the copies go: a folder, with a copy named after each file, or one file."""
    if target.suffix.lower() != ".xlsx":
        return target, [PurePosixPath(Path(file).with_suffix(".xlsx").name) for file in files]
    if len(files) > 1:
        listed = ", ".join(files)
        raise OutputError([report("annotate-several", Origin(str(target)), name=target.name, files=listed)])
    return target.parent, [PurePosixPath(target.name)]


def _copy(file: str, notes: Sequence[Diagnostic], words: Words, complaints: Complaints) -> Annotated | None:
    """Make the copy of one file; one that cannot be read has none."""
    path = Path(file)
    try:
        original, at = _as_workbook(path, file)
        remarks = [_placed(words.remark(note), at(note.origin)) for note in notes if note.origin]
        copy = annotate(original, remarks, words.headings)
    except (DataError, UnfitError):
        complaints.add("annotate-unreadable", Origin(file), name=path.name)
        return None
    if copy.lost:
        complaints.add("annotate-loses", Origin(file), name=path.name, lost=strung(", ", copy.lost))
    return copy


def _placed(remark: Remark, place: tuple[str | None, str | None]) -> Remark:
    return replace(remark, sheet=place[0], cell=place[1])


Place = Callable[[Origin], tuple[str | None, str | None]]
"""From where something was found to the sheet and the cell of the copy."""


def _as_workbook(path: Path, file: str) -> tuple[bytes, Place]:
    """Give a table file as a workbook: itself, or its cells as texts."""
    if path.suffix.lower() == ".xlsx":
        return read_bytes(path, file), _same_place
    if path.suffix.lower() in BOOKS:
        return workbook_of(load_book(path, shown=file).sheets), _same_place
    return _of_text(load_table(path, shown=file), path)


def _same_place(origin: Origin) -> tuple[str | None, str | None]:
    return origin.sheet, origin.cell


def _of_text(table: RawTable, path: Path) -> tuple[bytes, Place]:
    """Lay a text file out as a sheet: headings, rows and totals, in the order in which they stand."""
    sources = table.sources
    if not isinstance(sources, TableSources):
        raise TypeError(f"{path} knows no lines")
    lines = {sources.header_line: {place: name for name, place in sources.places.items()}}
    lines |= {
        line: _cells(table.columns, row, sources) for line, row in zip(sources.lines, table.rows, strict=True)
    }
    lines |= {total.line: _cells(table.columns, total.cells, sources) for total in table.totals}
    order = sorted(lines)
    sheet = Worksheet(
        table.file, path.stem[:_LONGEST_TITLE], {n: lines[line] for n, line in enumerate(order, 1)}
    )

    def place(origin: Origin) -> tuple[str | None, str | None]:
        if origin.line is None:
            return None, None
        row = max(bisect(order, origin.line), 1)
        starts = sources.starts(order[row - 1]) if sources.starts else []
        column = starts.index((origin.line, origin.column)) if (origin.line, origin.column) in starts else 0
        return sheet.name, cell_name(row, column + 1)

    return workbook_of([sheet]), place


def _cells(names: Sequence[str], row: Sequence[str | None], sources: TableSources) -> dict[int, str]:
    cells = zip(names, row, strict=False)
    return {sources.places[name]: text for name, text in cells if text is not None}
