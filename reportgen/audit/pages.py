"""What the pages of a paper no longer show as they did when it was made."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from reportgen.audit.paper import OpenPaper, called
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.readback import Difference, differences

_WORDS = re.compile(r"[\w.,/%–+−-]*[\w%–]")
_SHOWN = 60
_OTHER_PAPER = 3
"""Where more than one letter in so many is another, it is another paper's manifest."""

_PICTURES: Final = "picture"
_CHARTS: Final = "chart"


def of_pages(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell what the pages no longer say, or show, as they did."""
    words = list(_of_words(paper))
    yield from words
    if paper.is_word:
        yield from _of_pictures(paper, _PICTURES, (phrase("picture"), phrase("pictures")))
    if not words:
        charts = _of_pictures(paper, _CHARTS, (phrase("chart"), phrase("charts")))
        yield from charts if paper.is_word else _of_drawings(paper)


def _of_words(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell first what the controls show, then where the text differs, then what cannot be read."""
    witness = _Witness(paper, {name: called(figure, entry) for name, figure, entry in paper.manifest.entries})
    for name, was, stands in _edited_controls(paper):
        if name not in witness.told:
            yield witness.edited(Origin(paper.file), name, was, stands)
    pieces = [text for text, _ in paper.page]
    found = differences(Reading(pieces), paper.shown)
    if sum(len(one.old) for one in found) * _OTHER_PAPER > sum(map(len, pieces)):
        yield report("manifest-of-another", Origin(paper.file), count=len(found))
        return
    for one in found:
        yield from witness.of_difference(one)
    if paper.legible.pieces != paper.shown.pieces:
        known = {piece for one in found for piece in one.pieces}
        for one in differences(Reading(pieces), paper.legible):
            yield from witness.of_hidden(one, known)


@dataclass(frozen=True, slots=True)
class _Witness:
    """Tells of differences, and of each figure once; ``names`` is what people call the figures."""

    paper: OpenPaper
    names: Mapping[str, str]
    told: set[str] = field(default_factory=set)

    def edited(self, place: Origin, name: str, was: str, stands: str, before: str = "") -> Diagnostic:
        """Tell of a figure that shows something else."""
        self.told.add(name)
        called = self.names.get(name, name)
        return report("figure-edited", place, name=called, was=was, stands=stands, before=before)

    def of_difference(self, one: Difference) -> Iterator[Diagnostic]:
        """Tell of words that stand there no more, as figures where they are."""
        place = Origin(self.paper.file, place=f"page {one.new_page}" if one.new_page else None)
        figures = self._figures(one, one.pieces)
        for text, name in figures:
            if name not in self.told:
                stands = _instead(one, text) or phrase("nothing")
                yield self.edited(place, name, text, stands, _before(one))
        if not figures:
            code = "words-edited" if one.old and one.new else "words-gone" if one.old else "words-added"
            yield report(code, place, was=one.old, stands=one.new, before=_before(one))

    def of_hidden(self, one: Difference, known: set[int]) -> Iterator[Diagnostic]:
        """Tell of what stands there still, and which a reader cannot read, or reads otherwise."""
        pieces = tuple(piece for piece in one.pieces if piece not in known)
        figures, place = self._figures(one, pieces), Origin(self.paper.file)
        left = iter("".join(one.old.split()))
        less = all(letter in left for letter in "".join(one.new.split()))
        for text, name in figures:
            if name not in self.told and less:
                self.told.add(name)
                yield report("figure-hidden", place, name=self.names[name], was=text, before=_before(one))
            elif name not in self.told:
                yield self.edited(place, name, text, _instead(one, text), _before(one))
        if pieces and not figures:
            code = "words-hidden" if less else "words-edited"
            yield report(code, place, was=one.old, stands=one.new, before=_before(one))

    def _figures(self, one: Difference, pieces: tuple[int, ...]) -> list[tuple[str, str]]:
        hit = (self.paper.page[piece] for piece in pieces)
        stands = _WORDS.findall(one.new)
        return [(text, name) for text, name in hit if name in self.names and text not in stands]


def _edited_controls(paper: OpenPaper) -> Iterator[tuple[str, str, str]]:
    """List the controls that no longer show what was printed, then what Word would show in them next."""
    for name, text in (*paper.carried.shown, *paper.carried.bound.items()):
        was = paper.printed.get(name)
        if was is not None and text.split() != was.split():
            yield name, was, text


def _of_drawings(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell of pages that say what they said and show something else: laid over, painted out, exchanged."""
    for page, (was, stands) in enumerate(zip_longest(paper.manifest.drawn, paper.drawn), 1):
        if was != stands:
            yield report("page-redrawn", Origin(paper.file, place=f"page {page}"))


def _of_pictures(paper: OpenPaper, sort: str, names: tuple[str, str]) -> Iterator[Diagnostic]:
    """Tell of pictures, or of charts, that are others than were printed, or of how many are gone or added."""
    made, now = (
        [one for one in drawn if one.startswith(sort)] for drawn in (paper.manifest.drawn, paper.drawn)
    )
    if len(made) != len(now):
        yield report("pictures-counted", Origin(paper.file), what=names[1], was=len(made), stands=len(now))
        return
    for number, (was, stands) in enumerate(zip(made, now, strict=True), 1):
        if was != stands:
            yield report("picture-exchanged", Origin(paper.file), what=names[0], number=number)


def _instead(one: Difference, text: str) -> str:
    """Tell what stands in the place of a value, without the words and signs that stick to both."""
    old, new, value = ("".join(words.split()) for words in (one.old, one.new, text))
    before, _, after = old.partition(value)
    around = new.startswith(before) and new.endswith(after) and len(new) > len(before) + len(after)
    return new[len(before) : len(new) - len(after)] if around else one.new


def _before(one: Difference) -> str:
    return phrase(", behind “{words}”", words=one.before[-_SHOWN:]) if one.before else ""
