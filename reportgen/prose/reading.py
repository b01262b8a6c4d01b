"""One text: its numbers, the brackets behind them, and the words that are printed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.prose.find import find_quantities
from reportgen.prose.marks import Mark, Sort, find_marks
from reportgen.prose.names import Names
from reportgen.prose.quantity import Quantity

_CLAUSE_ENDS = re.compile(r"[;:!?…]|\.(?=\s|$)")

_GOES_ON = re.compile(r"\s*(?:[/–-]|(?:đến|tới|trên)\b(?! dưới))")

_REFERENCE = re.compile(r"\[[0-9 ,;–-]+\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text taken apart: the ``marks`` in it and the ``numbers`` that count.

    ``named`` are numbers with the mark that speaks of them, ``unnamed`` the others, ``alone`` figures' marks
    without a number before them.
    """

    text: str
    marks: Sequence[Mark]
    named: Sequence[tuple[Quantity, Mark]]
    alone: Sequence[Mark]
    inserted: Sequence[Mark]
    numbers: Sequence[Quantity]
    unnamed: Sequence[Quantity]


def says_nothing(text: str, *, free: bool) -> bool:
    """Tell whether a text holds neither a mark nor a number, as most do: names, places, offices.

    In a ``free`` one numbers say nothing.
    """
    return "[" not in text and (free or not any(one.sure for one in find_quantities(text)))


def read_text(text: str, names: Names) -> Reading:
    """Find what a text says of numbers; brackets that name a source but follow no number are the writer's."""
    marks = find_marks(text, names)
    quantities = find_quantities(_without(text, marks))
    spoken = {mark: _spoken_of(text, mark, begin, quantities) for begin, mark in _behind(marks)}
    marks = [mark for mark in marks if mark.sort is not Sort.SOURCE or spoken[mark]]
    named = [(quantity, mark) for mark, quantity in spoken.items() if quantity]
    taken = {quantity for quantity, _ in named}
    return Reading(
        text=text, marks=marks, named=named,
        alone=[mark for mark in marks if mark.sort is Sort.FIGURE and not spoken[mark]],
        inserted=[mark for mark in marks if mark.sort is Sort.INSERTED],
        numbers=[one for one in quantities if one.sure or one in taken],
        unnamed=[one for one in quantities if one.sure and one not in taken],
    )  # fmt: skip


def printed(reading: Reading, words: Sequence[str]) -> str:
    """Give the text without its marks, and where figures are inserted, these ``words`` one by one."""
    parts, place, inserted = list[str](), 0, iter(words)
    for mark in reading.marks:
        before = reading.text[place : mark.start]
        if mark.sort is Sort.INSERTED:
            parts += [before, next(inserted)]
        elif mark.sort is Sort.LITERAL:
            parts += [before, reading.text[mark.start + 1 : mark.end - 1]]
        else:
            parts += [before.rstrip()]
        place = mark.end
    return "".join([*parts, reading.text[place:]])


def one_clause(between: str) -> bool:
    """Tell whether what stands between two places of a text parts them, marks aside."""
    return _CLAUSE_ENDS.search(re.sub(r"\[[^\]]*\]", "", between)) is None


def _without(text: str, marks: Iterable[Mark]) -> str:
    """Blank the marks out, and references such as ``[1]``, so that all else keeps its place.

    Between ``982 [fed]/2.100 [pupils]`` a break is left: these are two numbers, each with its own name.
    """
    for start, end in ((mark.start, mark.end) for mark in marks):
        blank = ";" if _GOES_ON.match(text, end) else " "
        text = text[:start] + blank + " " * (end - start - 1) + text[end:]
    return _REFERENCE.sub(lambda found: " " * len(found[0]), text)


def _behind(marks: Sequence[Mark]) -> Iterator[tuple[int, Mark]]:
    """Give the marks that speak of a number, each with where the one before it ends."""
    end = 0
    for mark in marks:
        if mark.sort in {Sort.FIGURE, Sort.SOURCE}:
            yield end, mark
            end = mark.end


def _spoken_of(text: str, mark: Mark, begin: int, quantities: Sequence[Quantity]) -> Quantity | None:
    """Give the number right before a mark, else the nearest in the same clause that is one."""
    near = [one for one in quantities if begin <= one.start and one.end <= mark.start]
    before = [one for one in near if one_clause(text[one.end : mark.start])]
    if before and not text[before[-1].end : mark.start].strip():
        return before[-1]
    rest = [one for one in before if one.sure] or [one for one in before if mark.sort is Sort.FIGURE]
    return rest[-1] if rest else None
