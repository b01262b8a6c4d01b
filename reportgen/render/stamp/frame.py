"""A filled page as a frame and the values in it: which paragraph and which piece of the script show which."""

import re
import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from operator import itemgetter
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.model.artifact import Script
from reportgen.model.letters import DIRECTING, UNSEEN
from reportgen.render.template.marks import Frame, filled
from reportgen.render.template.script import Sheet, read_sheet, spelled

_SIGN: Final = "reportgen-value-{}-"
_SIGNS: Final = re.compile(r"reportgen-value-(\d+)-")
"""What stands for a value while it is looked for."""

_WORDS: Final = re.compile(r"[^\s\x1c-\x1f\x85]+(?:[ \u00a0][^\s\x1c-\x1f\x85]+)*")
"""Words with one space between them: no style sheet closes these up."""

_MOST_MET: Final = 1024

_SPACES: Final = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph whose words change: its place among the page's elements, its own words and its values.

    ``own`` has one more piece than there are ``values``: they stand between. ``picked`` takes these out of
    all values of a page.
    """

    element: int
    own: Sequence[str]
    values: Sequence[int]
    picked: Callable[[Sequence[str]], Hashable] = field(init=False, compare=False)
    met: dict[Hashable, str | None] = field(default_factory=dict, compare=False)
    """What it said, by its values; nothing where these are not plain words."""

    def __post_init__(self) -> None:
        """Make ready to pick."""
        object.__setattr__(self, "picked", itemgetter(*self.values))

    def text(self, values: Sequence[str]) -> str:
        """Put values into the paragraph."""
        words = [self.own[0]]
        for number, after in zip(self.values, self.own[1:], strict=True):
            words += [unescape(values[number]), after]
        return "".join(words)

    def plain(self, values: Sequence[str]) -> str | None:
        """Put plain words into the paragraph: most are those of the paper before."""
        key = self.picked(values)
        if key not in self.met:
            if len(self.met) >= _MOST_MET:
                self.met.clear()
            is_all_plain = all(is_plain(values[number]) for number in self.values)
            self.met[key] = self.text(values) if is_all_plain else None
        return self.met[key]


@lru_cache(maxsize=4096)
def is_plain(value: str) -> bool:
    """Ask whether a value, as it is written, is just some words on a line, one space apart."""
    text = unescape(value)
    return (
        _WORDS.fullmatch(text) is not None
        and UNSEEN.isdisjoint(text)
        and DIRECTING.isdisjoint(text)
        and unicodedata.is_normalized("NFC", text)
    )


def slots(frame: Frame, values: Sequence[str]) -> list[Slot]:
    """Find the paragraphs of plain words in which values stand; those that are not plain stay as they are."""
    if any(_SIGNS.search(text) for text in (*filter(None, frame), *values)):
        return []
    sheet = _signed(frame, values, {number for number, value in enumerate(values) if is_plain(value)})
    elements = enumerate(sheet.root.iter())
    return [slot for place, element in elements if (slot := _slot(place, element)) is not None]


def _slot(place: int, element: Element) -> Slot | None:
    """Look at an element without others in it; white space is closed up as on a page."""
    parts = _SIGNS.split(_SPACES.sub(" ", element.text or "").strip(" "))
    if len(parts) == 1 or len(element):
        return None
    return Slot(place, tuple(parts[::2]), tuple(map(int, parts[1::2])))


def _signed(frame: Frame, values: Sequence[str], numbers: Collection[int]) -> Sheet:
    """Read a page with signs in the place of some values."""
    signs = [_SIGN.format(n) if n in numbers else value for n, value in enumerate(values)]
    return read_sheet(filled(frame, signs))


def blank(frame: Frame, values: Sequence[str], numbers: Collection[int]) -> "Blank":
    """Give the script of a page, with gaps where some of its values stand."""
    script = _signed(frame, values, numbers).script
    gaps = {place: int(found[1]) for place, found in _found(script)}
    return Blank(script, gaps)


def _found(script: Script) -> Iterator[tuple[int, re.Match[str]]]:
    for place, (text, emitted) in enumerate(script.pieces):
        if emitted and (found := _SIGNS.fullmatch(text)):
            yield place, found


@dataclass(frozen=True, slots=True)
class Blank:
    """The script of a page with gaps for values."""

    script: Script
    gaps: Mapping[int, int]

    def filled(self, values: Sequence[str]) -> Script:
        """Put values into the gaps."""
        pieces = list(self.script.pieces)
        for place, number in self.gaps.items():
            pieces[place] = _as_read(values[number])
        return Script(tuple(pieces), self.script.names)


@lru_cache(maxsize=4096)
def _as_read(value: str) -> tuple[str, bool]:
    """Give a printed value as it is read back from a page: most are those of the paper before."""
    return spelled(unescape(value)), True
