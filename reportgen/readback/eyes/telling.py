"""What an eye sees otherwise than a program reads, in a few findings: one for each page and each way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from reportgen.model.artifact import PDF
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.readback.differences import differences
from reportgen.readback.docx import read_docx, read_legible
from reportgen.readback.eyes.apart import Apart, How, come_apart

_SHOWN: Final = 60

_HOW: Final = {
    How.UNSEEN: phrase(
        "is in the text, and no eye sees it: covered, cut off, pale, tiny, struck out or under other letters"
    ),
    How.TURNED: phrase("is in the text, and stands on its head, or mirrored"),
    How.REPLACED: phrase("is what the file says of something that is drawn, and that may look otherwise"),
    How.ASIDE: phrase("is seen, and stands in no text that is compared"),
    How.NOTE: phrase("is stuck upon the page as a note, and stands in no text that is compared"),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """Words of a page, and how an eye and a reader of the text come apart over them."""

    place: Origin
    words: str
    how: str


def sights(content: bytes, media_type: str, file: str) -> Iterator[Sight]:
    """Tell of words that an eye does not see in a finished file, or sees otherwise.

    Raises:
        DataError: it cannot be read.

    """
    found = come_apart(content) if media_type == PDF else _hidden(content)
    for (page, how), group in groupby(sorted(found, key=_place), _place):
        alike = list(group)
        place = Origin(file, place=f"page {page}" if page else None)
        yield Sight(place, _listed(one.word for one in alike), _how(How(how), alike))


def _place(one: Apart) -> tuple[int, str]:
    return one.page, one.how


def _how(how: How, alike: Iterable[Apart]) -> str:
    if how is How.OTHERWISE:
        looks = _listed(one.looks for one in alike)
        return phrase("is in the text, and an eye reads “{looks}”", looks=looks)
    return _HOW[how]


def _listed(words: Iterable[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _hidden(content: bytes) -> Iterator[Apart]:
    """Find what a Word file says and nobody can read, by the look of its letters."""
    said, legible = read_docx(content), read_legible(content)
    for one in differences(Reading(said.pieces), Reading(legible.pieces)):
        if one.old and not one.new:
            yield Apart(0, How.UNSEEN, one.old)
        elif one.old:
            yield Apart(0, How.OTHERWISE, one.old, one.new)
