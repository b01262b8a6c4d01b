"""Each figure of a paper: whether it was computed again, and where on its pages it stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportgen.audit.paper import OpenPaper, called
from reportgen.model.figure import Figure
from reportgen.model.manifest import WITHHELD


class Place(StrEnum):
    """Where a figure was looked for."""

    CONTROL = "control"
    """In a content control of a Word file, and in the text of the page."""

    TEXT = "text"
    """In the text of the page, in its order."""

    NOWHERE = "nowhere"
    """No page prints it: others are computed from it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A figure at one place: ``withheld`` where it tells of a person; ``stands`` as it was printed."""

    name: str
    title: str
    printed: str
    withheld: bool
    computed: bool
    place: Place
    stands: bool


def checked(paper: OpenPaper, figures: Mapping[str, Figure], harmed: Collection[str]) -> Iterator[Checked]:
    """Go through the figures of a paper; ``harmed`` no longer stand on its pages as they were printed."""
    controls = {name for name, _ in paper.carried.shown}
    for name, recorded, entry in paper.manifest.entries:
        place = Place.CONTROL if name in controls else Place.TEXT
        if name not in paper.printed:
            place = Place.NOWHERE
        printed = paper.printed.get(name, entry.printed)
        stands = place is not Place.NOWHERE and name not in harmed
        withheld = entry.value is WITHHELD
        title = called(recorded, entry)
        yield Checked(name, title, printed, withheld, name in figures, place, stands)
