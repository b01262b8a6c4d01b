"""What is told of legacy letters that were read: a sample, by which a person sees whether it is right."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from reportgen.load.grid import Cells, Grid
from reportgen.load.syllables import marked_words
from reportgen.model.diagnostics import Complaints
from reportgen.model.phrase import likewise

_LONGEST: Final = 60
_SHOWN: Final = 20


def tell_read(grid: Grid, before: Sequence[Cells], alphabet: str, complaints: Complaints) -> None:
    """Tell which cells of a sheet were read, each once for its text: who filled it in can look at them."""
    read = {
        text: grid.at(row, index)
        for row, cells in reversed([*enumerate(grid.rows)])
        for index, text in reversed([*enumerate(cells)])
        if text is not None and text != before[row][index]
    }
    places = [str(origin.cell) for origin in reversed(read.values())]
    for text, origin in [*reversed(read.items())][:1]:
        complaints.add(
            "letters-read", origin, alphabet=alphabet, reading=_short(text),
            more=likewise(places[:_SHOWN], len(places)),
        )  # fmt: skip


def sample(grid: Grid, begin: int) -> str:
    """Give a text by which a person can see whether letters were read rightly."""
    rows = chain(grid.rows[begin:], grid.rows[:begin])
    texts = (text for row in rows for text in row if text and marked_words(text))
    return _short(next(texts, ""))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
