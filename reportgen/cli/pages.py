"""What a run says of its PDF pages: how many were stamped, written by rows or laid out, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from reportgen.cli.language import counted, say
from reportgen.model.artifact import BY_ROWS

if TYPE_CHECKING:
    from reportgen.batch import Outcome

WHY: Final = {
    "no-stamp-yet": "the first of their sort",
    "value-not-plain-words": "a value has two spaces, a line break or an odd letter",
    "words-set-otherwise": "words take more or fewer lines than before",
    "style-sheet-changed": "a style sheet was edited meanwhile",
    "page-moves-with-words": "the template lets something move with the words",
    "stamp-not-proven": "a stamp of such a page did not come to the same bytes",
    "picture-of-the-data": "they show a picture or chart of their own",
    "engine-not-proven": "WeasyPrint and Pango, as they are here, failed the proof that stamps begin with",
    "engine-not-known": "this version of WeasyPrint or Pango is not the one that stamps are proven for",
}
"""Why pages were laid out, by the code that results for machines give."""

WHY_LONG: Final = {
    "rows-of-many-forms": "its rows are of more than 12 forms",
    "mark-up-in-a-cell": "a cell holds paragraphs, lists or pictures, or goes over several rows",
    "engine-not-known": WHY["engine-not-known"],
    "letters-of-other-faces": "some letters are of another typeface",
    "style-sheet-counts-rows": "the style sheet goes by the rows beside, names others or counts otherwise",
    "no-heading": "it has no heading (thead), and lines that are not all alike",
    "cell-not-plain": "the style sheet gives cells more than an alignment, a size, a weight and a colour",
    "borders-not-alike": "its lines are of odd styles or apart, or what is below cells is no plain colour",
    "table-not-in-the-flow": "it does not stand in the flow of the text, or has a foot on each page",
    "row-does-not-fit": "a word or a row is too large for its place",
    "pages-not-alike": "its pages are not alike",
    "engine-complains": "there is something to complain of",
    "not-as-the-engine-sets-it": "a proof of what would be written failed",
}
"""Why a long table was laid out row by row by the engine, which takes minutes."""

_WORDS: Final = WHY_LONG | WHY

_FEW: Final = 10
"""Of so few nobody asks how they were printed."""


def told_of_pages(outcomes: "Sequence[Outcome]") -> Iterator[str]:
    """Say in a line how the pages of many papers were printed."""
    ways: Counter[str] = Counter()
    for outcome in outcomes:
        ways.update(outcome.ways)
    for why in sorted(ways.keys() & (WHY_LONG.keys() - WHY.keys())):
        yield say("a long table was printed the slow way: {reason}", reason=say(WHY_LONG[why]))
    if ways.total() <= _FEW:
        return
    stamped = ways.pop("", 0)
    told = [counted(stamped, "{count} PDF stamped", "{count} PDFs stamped")]
    if rows := ways.pop(BY_ROWS, 0):
        told.append(counted(rows, "{count} with long tables, by rows", "{count} with long tables, by rows"))
    if ways:
        reasons = "; ".join(f"{say(_WORDS.get(why, why))}: {count}" for why, count in _most_first(ways))
        told.append(say("{count} laid out ({reasons})", count=ways.total(), reasons=reasons))
    yield ", ".join(told)


def pages_record(outcome: "Outcome") -> dict[str, Any]:
    """Tell machines how the pages of a data file were printed in this run."""
    ways = Counter(outcome.ways)
    quick = {"stamped": ways.pop("", 0), "by_rows": ways.pop(BY_ROWS, 0)}
    return {**quick, "laid_out": dict(_most_first(ways))}


def _most_first(ways: Counter[str]) -> list[tuple[str, int]]:
    """Sort reasons, the most frequent first, whatever order the papers came in."""
    return sorted(ways.items(), key=lambda one: (-one[1], one[0]))
