"""Where kinds are looked up: the folder asked for, the working folder's, the package's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.kinds.read import read_kind
from reportgen.load import is_there
from reportgen.model.diagnostics import Diagnostic, did_you_mean, report
from reportgen.model.errors import DataError, KindError
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders that hold kinds, nearest first, and the office's own where it is named."""

    folders: Sequence[Path]
    office: Path | None = None

    @classmethod
    def usual(
        cls, templates: Path | None = None, working: Path | None = None, *, office: Path | None = None
    ) -> "Shelf":
        """Look in ``--templates``, then in the working folder's templates/, then in the package's."""
        folders = [
            *([templates] if templates else []),
            (working or Path()) / "templates",
            package_templates(),
        ]
        unique: dict[Path, Path] = {}
        for folder in folders:
            unique.setdefault(folder.resolve(), folder)
        return cls([folder for folder in unique.values() if folder.is_dir()], office)

    def places(self, name: str) -> list[Path]:
        """List every folder that declares a kind of this name, nearest first."""
        return [folder / name for folder in self.folders if is_there(folder / name / "kind.yaml")]

    def names(self) -> list[str]:
        """List the names of all kinds."""
        found = (path.parent.name for folder in self.folders for path in sorted(folder.glob("*/kind.yaml")))
        return list(dict.fromkeys(found))


def package_templates() -> Path:
    """Find the kinds that come with the program: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def find_kind(shelf: Shelf, name: str, asked: Origin) -> tuple[Kind, list[Diagnostic]]:
    """Read the nearest kind of this name, and tell of those that it hides and of odd letters in it.

    Raises:
        DataError: no kind has this name; ``asked`` is where it was named.
        KindError: its kind.yaml has mistakes.

    """
    places = shelf.places(name) if name and Path(name).name == name else []
    if not places:
        known = ", ".join(shelf.names()) or phrase("none")
        meant = did_you_mean(name, shelf.names())
        raise DataError([report("unknown-kind", asked, name=name, known=known, meant=meant)])
    hidden = [
        report("kind-hidden", Origin(str(places[0] / "kind.yaml"), 1, 1), name=name, hidden=place)
        for place in places[1:]
    ]
    kind = read_kind(places[0])
    return kind, [*hidden, *kind.notes]


def list_kinds(shelf: Shelf) -> Iterator[Kind | KindError]:
    """Read all kinds; one that has mistakes is given as its error."""
    for name in shelf.names():
        try:
            yield read_kind(shelf.places(name)[0])
        except KindError as error:
            yield error
