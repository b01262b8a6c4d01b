"""A second table right below the first: its headings stand there again, or words that stand over tables."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from reportgen.load.foot_words import is_caption
from reportgen.load.grid import Cells, Grid
from reportgen.load.heading import Heading
from reportgen.load.set_apart import noted
from reportgen.model.diagnostics import Complaints
from reportgen.model.names import folded
from reportgen.model.phrase import strung

_FEWEST: Final = 2
"""How many headings, or rows, there must be at least for one to tell anything."""


def refuse_second(
    grid: Grid, heading: Heading, begin: int, said: Collection[int], complaints: Complaints
) -> set[int]:
    """Complain where another table seems to begin; give its rows, counted from the row ``begin``."""
    rows = grid.rows[begin:]
    again = {number for number in _headed_again(grid, heading, rows) if number not in said}
    captions = {number for number in _captions(rows) if number not in said}
    first = min({*again, *captions}, default=len(rows))
    if first == len(rows) or first == 0:
        return set()
    over = [number for number in range(first, len(rows)) if number in again or number in captions]
    lines = grid.lines[begin:]
    words = next(text for text in rows[first] if text is not None)
    complaints.add(
        "second-table", grid.at(begin + first, rows[first].index(words)), words=words, line=lines[first],
        all=_span(lines[first], lines[-1]), own=strung(", ", [noted(lines[number]) for number in over]),
    )  # fmt: skip
    return {*range(first, len(rows))} - {*said}


def _headed_again(grid: Grid, heading: Heading, rows: Sequence[Cells]) -> Iterator[int]:
    """Find the rows that say what a row of headings says, cell by cell."""
    heads = [_named(row) for row in grid.rows[heading.first : heading.last + 1]]
    wanted = [head for head in heads if len(head) >= _FEWEST]
    starts = {head[0] for head in wanted}
    for number, row in enumerate(rows):
        first = next((place for place, text in enumerate(row) if text is not None), 0)
        if (first, folded(row[first] or "")) in starts and _named(row) in wanted:
            yield number


def _named(row: Cells) -> list[tuple[int, str]]:
    return [(place, folded(text)) for place, text in enumerate(row) if text is not None]


def _captions(rows: Sequence[Cells]) -> list[int]:
    """Find the rows that say nothing but what may stand over a table, unless rows often begin so."""
    found = [number for number, row in enumerate(rows[:-1]) if _is_caption(row)]
    alike = sum(any(text and is_caption(text) for text in row) for row in rows) if found else 0
    return found if 2 * alike < len(rows) else []


def _is_caption(row: Cells) -> bool:
    texts = [text for text in row if text is not None]
    return len(texts) == 1 and is_caption(texts[0])


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"
