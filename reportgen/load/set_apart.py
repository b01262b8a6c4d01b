"""What is told of rows that are none: where they stand, what they say, how it need not be guessed again."""

from collections.abc import Collection, Mapping, Sequence

from reportgen.load.grid import Cells
from reportgen.load.roles import Roles
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import TableSources
from reportgen.model.phrase import phrase, shortened, strung

_SHOWN = 5
_LONGEST = 40
_GAP = 2
"""How many empty lines set what follows apart."""


def tell_apart(
    rows: Sequence[Cells],
    sources: TableSources,
    found: Roles,
    said: Collection[int],
    complaints: Complaints,
) -> None:
    """Tell of headings between the rows and of what stands below them, unless the data file says so."""
    for code, apart in (("headings-apart", found.heads), ("below-apart", found.below)):
        guessed: Mapping[int, str] = {n: words for n, words in apart.items() if n not in said}
        if guessed:
            numbers = sorted(guessed)
            shown = [f'{sources.lines[number]} "{_shown(rows[number])}"' for number in numbers]
            runs = [noted(sources.lines[number]) for number in numbers]
            place = sources.at(numbers[0], 1)
            complaints.add(
                code, place, rows=shortened(shown, _SHOWN),
                lines=_span(sources, numbers) if code == "below-apart" else strung(", ", runs[:_SHOWN]),
            )  # fmt: skip


def tell_gap(
    rows: Sequence[Cells], sources: TableSources, known: Collection[int], complaints: Complaints
) -> None:
    """Warn of the first row that stands well apart from those above it: another table may begin there."""
    for number in range(1, len(rows)):
        first, line = sources.lines[number - 1], sources.lines[number]
        if line - first <= _GAP or number in known or number - 1 in known:
            continue
        empty = line - first - 1 - sum((text or "").count("\n") for text in rows[number - 1])
        if empty >= _GAP:
            complaints.add("rows-after-gap", sources.at(number, 1), line=line, count=empty)
            return


def noted(line: int, last: int | None = None) -> str:
    """Write how the data file says that a line, or several, is a note."""
    return phrase("{lines}: note", lines=str(line) if last in {None, line} else f"{line}-{last}")


def _span(sources: TableSources, numbers: Sequence[int]) -> str:
    return noted(sources.lines[numbers[0]], sources.lines[numbers[-1]])


def _shown(row: Cells) -> str:
    text = " ".join(" ".join(text for text in row if text).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
