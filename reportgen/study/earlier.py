"""The files of earlier rounds that a data file names: which they are, and whether they go together."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.load import find_beside, is_there
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import Called
from reportgen.model.raw import Loaded
from reportgen.model.values import BLANK


@dataclass(frozen=True, slots=True)
class Named:
    """One earlier file: how it is named, where, and which file on the disk that is."""

    name: str
    origin: Origin
    path: Path


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier file as read; without a dataset where it is none of this kind."""

    named: Named
    loaded: Loaded
    dataset: Dataset | None


def named_files(loaded: Loaded, complaints: Complaints) -> Iterator[Named]:
    """Give the earlier files of a data file in their order; complain of those that are not there."""
    names: Any = loaded.values.get("earlier")
    if names is None:
        return
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        complaints.add("earlier-not-a-list", loaded.sources.nearest(("earlier",)))
        return
    for index, name in enumerate(names):
        origin = loaded.sources.nearest(("earlier", index))
        path = find_beside(Path(loaded.file), name)
        if is_there(path) and path.is_file():
            yield Named(name, origin, path)
        else:
            complaints.add("earlier-missing", origin, name=name)


def refuse_twins(files: Sequence[Named], own: Path, complaints: Complaints) -> Iterator[Named]:
    """Leave out what would be counted twice: this file itself, every second one, and copies of either."""
    seen = {own.resolve()}
    held = {_digest(own): own.name}
    for one in files:
        path = one.path.resolve()
        if path in seen:
            code = "earlier-itself" if path == own.resolve() else "earlier-twice"
            complaints.add(code, one.origin, name=one.name)
            continue
        seen.add(path)
        digest = _digest(path)
        if digest in held:
            complaints.add("earlier-copy", one.origin, name=one.name, other=held[digest])
            continue
        held[digest] = one.name
        yield one


def _digest(path: Path) -> str:
    """Tell files apart by what they hold; one that cannot be read is like no other."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return str(path)


def check_order(read: Sequence[Past], own: Path, complaints: Complaints) -> None:
    """Compare what each earlier file calls earlier with the list here: nothing forgotten, oldest first."""
    listed = {past.named.path.resolve(): place for place, past in enumerate(read)}
    for place, past in enumerate(read):
        one = past.named
        for before in named_files(past.loaded, Complaints()):
            path = before.path.resolve()
            where = listed.get(path, len(read) if path == own.resolve() else None)
            if where is None:
                complaints.add("earlier-left-out", one.origin, name=one.name, other=before.name)
            elif where >= place:
                complaints.add("earlier-order", one.origin, name=one.name, other=before.name)


def tell_gaps(kind: Kind, earlier: Dataset, name: str, complaints: Complaints) -> None:
    """Tell of tables and cells that are missing in an earlier file: figures that read them are gaps here."""
    for spec in kind.rows.values():
        table = earlier.tables.get(spec.name)
        if table is None and earlier.values.get(spec.name) is BLANK:
            complaints.add("earlier-gap", earlier.sources.nearest((spec.name,)), name=spec.called, file=name)
        for column, cells in table.columns.items() if table else ():
            row = next((row for row, cell in enumerate(cells.values) if cell is BLANK), None)
            if table and row is not None:
                origin = table.sources.nearest((row, column))
                label = f"{spec.title}: {spec.fields[column].title}" if column in spec.fields else column
                called = Called(f"{spec.name}.{column}", label)
                complaints.add("earlier-gap", origin, name=called, file=name)
