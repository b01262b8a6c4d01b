"""What the pages of a paper no longer show as they did when it was made."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from reportgen.audit.paper import OpenPaper, called, value_called
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.readback import Difference, differences

_WORDS = re.compile(r"[\w.,/%–+−-]*[\w%–]")
_NUMBER = re.compile(r"\d[\d.,/]*(?<=\d)%?")
_SIGNS: Final = " “”\"'()[].,;:…–-/"
_SHOWN = 60
_OTHER_PAPER = 3
"""Where more than one letter in so many is another, it is another paper's manifest."""

WORDING: Final = frozenset({"words-edited", "words-gone", "words-added", "words-hidden"})
"""What is told of a paper's own words, apart from its figures."""

_PICTURES: Final = "picture"
_CHARTS: Final = "chart"
_BESIDE: Final = "beside"
_WORKED: Final = "worked"
_MEANS: Final = "means"
_SHEETS: Final = "sheets"


@dataclass(frozen=True, slots=True)
class Seen:
    """What pages no longer say or show, wording last; and which figures do not stand there as printed."""

    findings: tuple[Diagnostic, ...]
    figures: frozenset[str]


def of_pages(paper: OpenPaper, kind: Kind | None = None) -> Seen:
    """Find what the pages no longer say, or show, as they did; ``kind`` knows what the data are called."""
    names = {name: called(figure, entry) for name, figure, entry in paper.manifest.entries}
    witness = _Witness(paper, names, kind)
    found = list(_of_words(witness))
    if paper.manifest.drawn:  # the first programs digested nothing that is drawn
        found += _of_things(paper, found)
    found.sort(key=lambda one: one.code in WORDING)
    return Seen(tuple(found), frozenset(witness.told))


def _of_things(paper: OpenPaper, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell of pictures, charts and shapes of a Word file, or of what the pages of a PDF draw."""
    if not paper.is_word:
        if not any(one.code == "manifest-of-another" for one in found):
            yield from _of_drawings(paper, {str(one.origin) for one in found})
        return
    yield from _of_pictures(paper, _PICTURES, (phrase("picture"), phrase("pictures")))
    yield from _of_pictures(paper, _CHARTS, (phrase("chart"), phrase("charts")))
    if _differs(paper, _BESIDE):
        yield report("laid-beside", Origin(paper.file))
    if _differs(paper, _WORKED):
        yield report("worked-otherwise", Origin(paper.file))


def _of_words(witness: "_Witness") -> Iterator[Diagnostic]:
    """Tell first what the controls show, then where the text differs, then what cannot be read."""
    paper = witness.paper
    for name, was, stands in _edited_controls(paper):
        if name not in witness.told:
            yield witness.edited(Origin(paper.file), name, was, stands)
    pieces = [text for text, _ in paper.page]
    found = differences(Reading(pieces), paper.shown)
    if sum(len(one.old) for one in found) * _OTHER_PAPER > sum(map(len, pieces)):
        witness.told.update(name for name in witness.names if name in paper.printed)
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
    kind: Kind | None
    told: set[str] = field(default_factory=set)

    def edited(self, place: Origin, name: str, was: str, stands: str, before: str = "") -> Diagnostic:
        """Tell of a figure that shows something else."""
        self.told.add(name)
        called = self.names.get(name, name)
        return report("figure-edited", place, name=called, was=was, stands=stands, before=before)

    def of_difference(self, one: Difference) -> Iterator[Diagnostic]:
        """Tell of words that stand there no more, as figures or values of the data where they are."""
        place = Origin(self.paper.file, place=f"page {one.new_page}" if one.new_page else None)
        figures, rest = self._figures(one, one.pieces), one
        for text, name in figures:
            stands = dict(self.paper.carried.shown).get(name) or _instead(one, text)
            rest = _without(rest, text, stands)
            if name not in self.told:
                yield self.edited(place, name, text, stands or phrase("nothing"), _before(one))
        if not figures:
            yield self._of_data(place, one) or _of_text(place, one)
        elif "".join(rest.old.split()) != "".join(rest.new.split()):
            yield _of_text(place, rest)

    def _of_data(self, place: Origin, one: Difference) -> Diagnostic | None:
        """Tell of a value that the page took from the data as it was."""
        hit = (self.paper.page[piece] for piece in one.pieces)
        for text, name in hit:
            was, stands = _value_instead(one, text) if name else ("", "")
            if stands != was:
                title, instead = value_called(name, self.kind), stands or phrase("nothing")
                before = _before(one)
                return report("value-edited", place, name=title, was=was, stands=instead, before=before)
        return None

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


def _without(one: Difference, text: str, stands: str) -> Difference:
    """Leave a figure out, and what stands in its place where that is known: what is left was edited, too."""
    if text not in one.old or not stands or stands not in one.new or stands == one.new:
        return replace(one, old="", new="")
    return replace(one, old=one.old.replace(text, "", 1), new=one.new.replace(stands, "", 1))


def _of_text(place: Origin, one: Difference) -> Diagnostic:
    """Tell of words of the paper's own, or of a number that was typed in among them."""
    old, new = (Counter(_NUMBER.findall(text)) for text in (one.old, one.new))
    if new - old:
        typed = ", ".join(new - old)
        was = f"“{one.old}”" if one.old else phrase("nothing")
        return report("number-typed", place, typed=typed, was=was, stands=one.new, before=_before(one))
    code = "words-edited" if one.old and one.new else "words-gone" if one.old else "words-added"
    return report(code, place, was=one.old, stands=one.new, before=_before(one))


def _value_instead(one: Difference, text: str) -> tuple[str, str]:
    """Tell what a value was and was made, where a difference is within it or takes it in; else it stands."""
    old, new = _without_signs("".join(one.old.split()), "".join(one.new.split()))
    value = "".join(text.split())
    if value in old:
        return (text, text) if value in new else (one.old.strip(_SIGNS), one.new.strip(_SIGNS))
    within = bool(old) and old in value
    return text, text.replace(one.old.strip(_SIGNS), one.new.strip(_SIGNS), 1) if within else text


def _without_signs(old: str, new: str) -> tuple[str, str]:
    """Leave out the signs at either end that both have."""
    while old and new and old[0] == new[0] in _SIGNS:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1] in _SIGNS:
        old, new = old[:-1], new[:-1]
    return old, new


def _of_drawings(paper: OpenPaper, told: Collection[str]) -> Iterator[Diagnostic]:
    """Tell of pages that say what they said and show something else: laid over, painted out, exchanged."""
    redrawn = [place for place in _redrawn(paper) if str(place) not in told]
    yield from (report("page-redrawn", place) for place in redrawn)
    if _differs(paper, _MEANS):
        yield report("letters-redrawn", Origin(paper.file))
    elif not redrawn and _differs(paper, _SHEETS):  # else it is said of the page already
        yield report("shown-otherwise", Origin(paper.file))


def _redrawn(paper: OpenPaper) -> Iterator[Origin]:
    """Find the pages that draw something else."""
    made, now = ([one for one in drawn if " " not in one] for drawn in (paper.manifest.drawn, paper.drawn))
    for page, (was, stands) in enumerate(zip_longest(made, now), 1):
        if was != stands:
            yield Origin(paper.file, place=f"page {page}")


def _differs(paper: OpenPaper, sort: str) -> bool:
    """Tell whether what is digested apart is another; papers of earlier programs do not carry it."""
    made, now = (
        [one for one in drawn if one.startswith(sort)] for drawn in (paper.manifest.drawn, paper.drawn)
    )
    return bool(made) and made != now


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
