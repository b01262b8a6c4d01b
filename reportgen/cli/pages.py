"""What a run says of its PDF pages: how many were stamped, written by rows or laid out, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from reportgen.cli.language import counted, said_here, say
from reportgen.model.artifact import BY_ROWS
from reportgen.model.long_tables import WHY_LONG

if TYPE_CHECKING:
    from reportgen.batch import Outcome

WHY: Final = {
    "no-stamp-yet": "the first of their sort",
    "value-not-plain-words": "a value has two spaces, a line break or an odd letter",
    "words-set-otherwise": "words take more or fewer lines than before, or the head other columns",
    "style-sheet-changed": "a style sheet was edited meanwhile",
    "page-moves-with-words": "the template lets something move with the words",
    "stamp-not-proven": "a stamp of such a page did not come to the same bytes",
    "way-not-proven": "what was learnt of the template was mistaken",
    "picture-of-the-data": "they show a picture or chart of their own",
    "engine-not-proven": "WeasyPrint and Pango, as they are here, failed the proof that stamps begin with",
    "engine-not-known": "this version of WeasyPrint or Pango is not the one that stamps are proven for",
}
"""Why pages were laid out, by the code that results for machines give."""

_FEW: Final = 10
"""Of so few nobody asks how they were printed."""


def told_of_pages(outcomes: "Sequence[Outcome]") -> Iterator[str]:
    """Say in a line how the pages of many papers were printed."""
    ways: Counter[str] = Counter()
    for outcome in outcomes:
        ways.update(outcome.ways)
    for why in sorted(ways.keys() & (WHY_LONG.keys() - WHY.keys())):
        yield say("a long table was printed the slow way: {reason}", reason=WHY_LONG[why])
    if ways.total() <= _FEW:
        return
    stamped = ways.pop("", 0)
    told = [counted(stamped, "{count} PDF stamped", "{count} PDFs stamped")]
    if rows := ways.pop(BY_ROWS, 0):
        told.append(counted(rows, "{count} with long tables, by rows", "{count} with long tables, by rows"))
    if ways:
        reasons = "; ".join(f"{_words(why)}: {count}" for why, count in _most_first(ways))
        told.append(say("{count} laid out ({reasons})", count=ways.total(), reasons=reasons))
    yield ", ".join(told)


def _words(why: str) -> str:
    """Say why pages were laid out."""
    return said_here(WHY_LONG[why]) if why in WHY_LONG else say(WHY.get(why, why))


def pages_record(outcome: "Outcome") -> dict[str, Any]:
    """Tell machines how the pages of a data file were printed in this run."""
    ways = Counter(outcome.ways)
    quick = {"stamped": ways.pop("", 0), "by_rows": ways.pop(BY_ROWS, 0)}
    return {**quick, "laid_out": dict(_most_first(ways))}


def _most_first(ways: Counter[str]) -> list[tuple[str, int]]:
    """Sort reasons, the most frequent first, whatever order the papers came in."""
    return sorted(ways.items(), key=lambda one: (-one[1], one[0]))
