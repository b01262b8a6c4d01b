"""Files that a data file takes in to be printed: pictures, and documents that stand inside the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as it was read: ``sort`` is ``image`` or ``document``, ``said`` what stands beside its name.

    ``origin`` is where its name was written.
    """

    sort: str
    name: str
    content: bytes = field(repr=False)
    origin: Origin
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture to be printed; sizes are in Word's units (914400 to an inch), None where nothing was said.

    ``points`` is how many its longer side has at most: a photo is printed smaller than it was taken.
    """

    file: Attached
    width: int | None = None
    height: int | None = None
    alt: str = ""
    points: int | None = None

    def __str__(self) -> str:
        """Call it by its file."""
        return self.file.name


@dataclass(frozen=True, slots=True, eq=False)
class Enclosure:
    """A document whose text, tables and pictures are printed inside another; its tags are words."""

    file: Attached

    def __str__(self) -> str:
        """Call it by its file."""
        return self.file.name
