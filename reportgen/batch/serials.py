"""Which paper takes which blank: the one it has taken before, or the next that lies there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.model.blank import Stock, Taken
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import shortened

_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that wants a blank: of which data file, under which name, and what is printed on it."""

    source: str
    paper: str
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """The serials of the blanks, paper by paper; all that are taken now, and what there is to tell."""

    serials: Sequence[str]
    taken: Sequence[Taken]
    notes: tuple[Diagnostic, ...] = ()


def give(stock: Stock, taken: Sequence[Taken], wanted: Sequence[Wanted], record: str) -> Given:
    """Give each paper its blank; nobody is given one that was spoiled or that another paper has.

    Raises:
        DataError: there are too few.

    """
    held = _held([one for one in taken if one.serial not in stock.spoiled], wanted)
    gone = {one.serial for one in taken} | stock.spoiled.keys()
    free = [serial for serial in stock.serials if serial not in gone]
    needed = len(wanted) - len(held)
    if needed > len(free):
        raise DataError(
            [report("blanks-too-few", stock.origin, papers=len(wanted), needed=needed, free=len(free))]
        )
    following = iter(free)
    serials = [held[one] if one in held else next(following) for one in wanted]
    now = [
        Taken(serial, one.paper, one.source, one.text) for serial, one in zip(serials, wanted, strict=True)
    ]
    after = {one.serial: one for one in (*taken, *now)}
    used = [one for one in taken if one.serial not in stock.spoiled]
    notes = (*_changed(taken, now, record), *_again(used, now, record))
    return Given(serials, list(after.values()), notes)


def _held(taken: Sequence[Taken], wanted: Sequence[Wanted]) -> dict[Wanted, str]:
    """Find the blanks that papers have: who says the same has the same, be it under another name."""
    held: dict[Wanted, str] = {}
    left = list(taken)
    for look in _LOOKS:
        known = {look(one): one.serial for one in reversed(left)}
        for one in wanted:
            if one not in held and (serial := known.pop(look(one), "")):
                held[one] = serial
        used = set(held.values())
        left = [one for one in left if one.serial not in used]
    return held


_LOOKS: Final[Sequence[Callable[[Wanted | Taken], tuple[str, ...]]]] = (
    lambda one: (one.source, one.paper, one.text),
    lambda one: (one.source, one.text),
    lambda one: (one.source, one.paper),
)
"""What papers are known again by: names with a number, such as ``Nguyễn Thị Hoa (2)``, may change places."""


def _changed(taken: Sequence[Taken], now: Sequence[Taken], record: str) -> Iterator[Diagnostic]:
    """Tell which papers say something else than when they took their blanks, which may be printed by now."""
    before = {one.serial: one.text for one in taken}
    other = [one for one in now if before.get(one.serial, one.text) != one.text]
    if other:
        serials, first = shortened([one.serial for one in other], _SHOWN), other[0]
        yield report(
            "blank-text-changed",
            Origin(record),
            count=len(other),
            serials=serials,
            old=before[first.serial],
            new=first.text,
        )


def _again(taken: Sequence[Taken], now: Sequence[Taken], record: str) -> Iterator[Diagnostic]:
    """Tell which papers take blanks, although other data had the same printed: a list renamed, or a copy."""
    before, old = {one.text: one for one in taken}, {one.serial for one in taken}
    again = [one for one in now if one.serial not in old and one.text in before]
    if again:
        first = before[again[0].text]
        yield report(
            "blank-again",
            Origin(record),
            count=len(again),
            serials=shortened([one.serial for one in again], _SHOWN),
            others=shortened([before[one.text].serial for one in again], _SHOWN),
            source=first.source,
            now=again[0].source,
        )
