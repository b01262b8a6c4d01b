"""Pictures and documents that data takes in: ``{image: photo.png}``, ``{document: part.docx}``."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reportgen.load.beside import find_beside, leads_elsewhere, lies_in
from reportgen.load.files import is_there, read_bytes, similar
from reportgen.model.attached import Attached
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, SourceMap

LIMIT: Final = 32 * 1024 * 1024
"""The largest file that is taken in, in bytes."""

_BESIDE: Final[Mapping[str, Collection[str]]] = {"image": ("width", "height", "alt"), "document": ()}
"""What may be said beside the name of each sort of file."""

_PICTURES: Final = (".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")
_SUFFIXES: Final[Mapping[str, Collection[str]]] = {
    "image": (*_PICTURES, ".svg", ".emf", ".wmf"),
    "document": (".docx", ".html", ".htm"),
}
"""Names that end otherwise are words like all others; which pictures can be printed is seen later."""


def attached(
    values: Mapping[str, object], path: Path, sources: SourceMap, complaints: Complaints
) -> dict[str, object]:
    """Give the values of a data file with the file itself wherever a picture or a document is named."""
    attacher = _Attacher(path, sources, complaints)
    return {name: attacher.taken(value, (name,)) for name, value in values.items()}


def attached_files(
    names: Iterable[tuple[str, Origin]], path: Path, sources: SourceMap, complaints: Complaints
) -> dict[str, Attached]:
    """Read the pictures that a data file names, each where it is written, by those names."""
    attacher = _Attacher(path, sources, complaints)
    read = [(name, origin, attacher.content(name, origin)) for name, origin in names]
    return {
        name: Attached("image", name, content, origin)
        for name, origin, content in read
        if content is not None
    }


@dataclass(frozen=True, slots=True)
class _Attacher:
    """Walks through the values of one data file; each file is read once."""

    path: Path
    sources: SourceMap
    complaints: Complaints
    contents: dict[Path, bytes] = field(default_factory=dict)

    def taken(self, value: object, at: DataPath) -> object:
        match value:
            case str():
                return value
            case Mapping() if sort := _sort(value):
                return self.attached(sort, value, at)
            case Mapping():
                return {key: self.taken(inner, (*at, key)) for key, inner in value.items()}
            case Sequence():
                return [self.taken(item, (*at, number)) for number, item in enumerate(value)]
        return value

    def attached(self, sort: str, value: Mapping[str, object], at: DataPath) -> object:
        name, origin = str(value[sort]), self.sources.nearest((*at, sort))
        said = {key: inner for key, inner in value.items() if key != sort and inner is not None}
        content = self.content(name, origin)
        return None if content is None else Attached(sort, name, content, origin, said)

    def content(self, name: str, origin: Origin) -> bytes | None:
        """Read a file of the data file's folder, or complain of why it cannot be had."""
        found = None if leads_elsewhere(name) else find_beside(self.path, name)
        if found is None or not lies_in(found, self.path.parent):
            self.complaints.add("graft-outside", origin, name=name)
        elif not is_there(found):
            near = similar(found.name, found.parent)
            self.complaints.add("graft-missing", origin, name=name, similar=near)
        elif found.stat().st_size > LIMIT:
            size = found.stat().st_size >> 20
            self.complaints.add("file-too-large", origin, name=name, size=size, limit=LIMIT >> 20)
        else:
            return self.read(found, origin)
        return None

    def read(self, found: Path, origin: Origin) -> bytes | None:
        if found not in self.contents:
            try:
                self.contents[found] = read_bytes(found, str(found))
            except DataError as error:
                self.complaints.extend(replace(one, origin=origin) for one in error.diagnostics)
                return None
        return self.contents[found]


def _sort(value: Mapping[str, object]) -> str | None:
    """Tell a group that names a file from all others: by its names, and by how the file's name ends."""
    for sort, beside in _BESIDE.items():
        name = value.get(sort)
        if isinstance(name, str) and value.keys() <= {sort, *beside}:
            return sort if name.lower().endswith(tuple(_SUFFIXES[sort])) else None
    return None
