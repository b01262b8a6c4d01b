"""Whether the kind of a paper is the office's own, or only says of itself what it is."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from reportgen.kinds import Shelf, read_kind
from reportgen.load import is_there
from reportgen.model.errors import KindError
from reportgen.model.kind import Kind
from reportgen.model.manifest import Manifest


class Provenance(StrEnum):
    """Whose kind made a paper."""

    OWN = "own"
    """A folder of kinds here declares it word for word."""

    OTHERWISE = "otherwise"
    """The kind of this name and version is declared in other words here."""

    OTHER_VERSION = "other version"
    """Of this name there are other versions here only."""

    UNKNOWN = "unknown"
    """There is no kind of this name here."""


@dataclass(frozen=True, slots=True)
class Whence:
    """Where the kind of a paper comes from: its folder here, and the kind that is read from that."""

    provenance: Provenance
    folder: Path | None = None
    kind: Kind | None = None


def whence(manifest: Manifest, shelf: Shelf) -> Whence:
    """Look a paper's kind up in the folders of kinds, by all that its kind.yaml says."""
    made = manifest.maker
    places = shelf.places(made.kind) if Path(made.kind).name == made.kind else []
    own = next((place for place in places if _said(place) == made.declared), None)
    if own is not None:
        return Whence(Provenance.OWN, own, _kind(own))
    if not places:
        return Whence(Provenance.UNKNOWN)
    same = next((place for place in places if _version(place) == made.version), None)
    return Whence(Provenance.OTHERWISE if same else Provenance.OTHER_VERSION, same or places[0])


def _said(folder: Path) -> str:
    file = folder / "kind.yaml"
    return file.read_bytes().decode("utf-8-sig", "replace") if is_there(file) else ""


def _kind(folder: Path) -> Kind | None:
    return _read(folder.absolute(), _said(folder))


@lru_cache(maxsize=16)
def _read(folder: Path, _: str) -> Kind | None:
    """Read a kind once for all papers, as long as it says the same."""
    try:
        return read_kind(folder)
    except KindError:
        return None


def _version(folder: Path) -> int | None:
    kind = _kind(folder)
    return kind.version if kind else None
