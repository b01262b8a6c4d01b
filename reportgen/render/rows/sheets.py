"""Style sheets by which rows look otherwise by their place, or that count all pages.

Rows of the sample do not stand where they will stand, and not all pages are laid out. So what a sheet asks
of the place of a row (`tr:nth-child(even)`) becomes a class (as strong in the cascade), which each row of the
page gets that has this place; and the number of all pages becomes a counter that is set (`Sheets.count`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from reportgen.render.rows.cut import Long, Row
from reportgen.render.rows.reasons import LaidOut, NotWrittenError

MOST_LOOKS: Final = 48
"""So many forms may rows have with all their places."""

_PLACES: Final = re.compile(
    r"([^\s,>+~{}();:]*(?:::?(?!nth-|first-|last-|only-|empty)[\w-]+)*)"
    r":(nth-[\w-]+|first-child|last-child|first-of-type|last-of-type|only-[\w-]+|empty)(?:\(([^()]*)\))?"
)
"""A place that is asked for: of what, which, and with which words."""

_KNOWN: Final = {
    "nth-child": (1, ""), "nth-of-type": (1, ""), "nth-last-child": (-1, ""), "nth-last-of-type": (-1, ""),
    "first-child": (1, "1"), "first-of-type": (1, "1"), "last-child": (-1, "1"), "last-of-type": (-1, "1"),
}  # fmt: skip
"""Counted from which end, and which number where none is said."""

_NUMBER: Final = re.compile(r"(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?")
_TYPE: Final = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"\btr\b[^{},]*[+~]|[+~]\s*(?:tr\b|\*|\.|:|\[)|counters\(\s*pages|counter-set|@import", re.IGNORECASE
)
"""What cannot be put otherwise."""

_PAGES: Final = re.compile(r"counter\(\s*pages\b", re.IGNORECASE)
_ON_PAGES: Final = re.compile(r"@page\b[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", re.IGNORECASE)
_TOTAL: Final = "reportgen-pages"
_CLASS: Final = "reportgen-place-{}"


@dataclass(frozen=True, slots=True)
class Place:
    """Places that a sheet asks for: every ``step``-th, from ``first`` on, counted from an end (1 or -1)."""

    end: int
    step: int
    first: int

    def holds(self, index: int, count: int) -> bool:
        """Ask whether the row with an index, of so many, has such a place."""
        beyond = (index + 1 if self.end > 0 else count - index) - self.first
        return beyond % self.step == 0 and beyond // self.step >= 0 if self.step else beyond == 0


@dataclass(slots=True)
class Sheets:
    """What the sheets of a page ask for."""

    places: list[Place] = field(default_factory=list)
    counts_pages: bool = False
    total: int = 0

    def reworded(self, text: str) -> str:
        """Put a sheet so that it asks for no place of a row, and for no number of pages.

        Raises:
            NotWrittenError: it asks for something else that cannot be known.

        """
        plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        if _BESIDE.search(_PLACES.sub(r"\1", plain)) or _PAGES.search(_ON_PAGES.sub("", plain)):
            raise NotWrittenError(LaidOut.SHEET)
        self.counts_pages = self.counts_pages or bool(_PAGES.search(plain))
        return _PAGES.sub(f"counter({_TOTAL}", _PLACES.sub(self._put, plain))

    def reworded_file(self, said: bytes) -> bytes:
        """Put the kind's own sheet so."""
        return self.reworded(said.decode("utf-8-sig", errors="replace")).encode()

    def reword(self, root: Element) -> None:
        """Put the sheets on a page so."""
        for one in root.iter("style"):
            one.text = self.reworded(one.text or "")

    def _put(self, found: re.Match[str]) -> str:
        of, which, said = found[1], found[2].lower(), found[3]
        kind = _TYPE.match(of)
        if kind is None or which == "empty":
            raise NotWrittenError(LaidOut.SHEET)
        if kind[0].lower() != "tr":
            return found[0]
        if which not in _KNOWN:
            raise NotWrittenError(LaidOut.SHEET)
        place = _place(*_KNOWN[which], said or "")
        if place not in self.places:
            self.places.append(place)
        return f"{of}.{_CLASS.format(self.places.index(place))}"

    def looks(self, long: Long, *, beside: bool) -> Long:
        """Tell rows of a table apart by their places, and by those beside: each is a form of its own.

        Raises:
            NotWrittenError: they have too many looks.

        """
        if not self.places and not beside:
            return long
        met: dict[tuple[int, ...], int] = {}
        rows, count = [], len(long.rows)
        around = [-1, *(row.form for row in long.rows), -1]
        for index, row in enumerate(long.rows):
            neighbours = (around[index], around[index + 2]) if beside else ()
            look = row.form, *neighbours, *self._held(index, count)
            rows.append(Row(met.setdefault(look, len(met)), row.values, row.names))
        if len(met) > MOST_LOOKS:
            raise NotWrittenError(LaidOut.FORMS)
        return Long([long.forms[form] for form, *_ in met], rows)

    def _held(self, index: int, count: int) -> Iterator[int]:
        return (number for number, place in enumerate(self.places) if place.holds(index, count))

    def mark(self, row: Element, index: int, count: int) -> None:
        """Give a row the classes of its place."""
        own = [_CLASS.format(number) for number in self._held(index, count)]
        if own:
            row.set("class", " ".join([*row.get("class", "").split(), *own]))

    def mark_all(self, root: Element, but: Sequence[Element]) -> None:
        """Give all rows of a page the classes of their places, but for those of some bodies."""
        bodies = {id(body) for body in but}
        for group in root.iter() if self.places else ():
            rows = [] if id(group) in bodies else list(group)
            for index, row in enumerate(rows):
                if row.tag == "tr":
                    self.mark(row, index, len(rows))

    def count(self, root: Element, total: int) -> bool:
        """Say how many pages there are; tell whether that was said before."""
        if not self.counts_pages or total == self.total:
            return True
        self.total = total
        head = next(root.iter("head"))
        for old in [one for one in head if one.get("id") == _TOTAL]:
            head.remove(old)
        SubElement(head, "style", id=_TOTAL).text = f"@page {{ counter-set: {_TOTAL} {total} }}"
        return False


def sheets_of(root: Element, own: Path) -> Sheets:
    """Look at the sheets of a page and of its kind.

    Raises:
        NotWrittenError: they ask for what cannot be known, or name others.

    """
    sheets = Sheets()
    if any(root.iter("link")):
        raise NotWrittenError(LaidOut.SHEET)
    sheets.reword(root)
    if own.is_file():
        sheets.reworded_file(own.read_bytes())
    return sheets


def _place(end: int, number: str, said: str) -> Place:
    """Read which places are asked for: `odd`, `even`, `2n + 1`, `3`."""
    text = (number or said).strip().lower()
    text = {"odd": "2n+1", "even": "2n"}.get(text, text)
    parts = _NUMBER.fullmatch(text)
    if parts is None or not text:
        raise NotWrittenError(LaidOut.SHEET)
    step = 0 if parts[1] is None else int({"": "1", "+": "1", "-": "-1"}.get(parts[1], parts[1]))
    return Place(end, step, int((parts[2] or "0").replace(" ", "")))
