"""Why a long table is laid out row by row by the engine, which takes minutes: by the row writer's codes."""

from collections.abc import Mapping
from typing import Final

from reportgen.model.phrase import phrase

WHY_LONG: Final[Mapping[str, str]] = {
    "rows-of-many-forms": phrase("its rows are of more than 12 forms"),
    "mark-up-in-a-cell": phrase("a cell holds paragraphs, lists or pictures, or goes over several rows"),
    "letters-of-other-faces": phrase("some letters are of another typeface"),
    "style-sheet-counts-rows": phrase(
        "the style sheet goes by the rows beside, names others or counts otherwise"
    ),
    "no-heading": phrase("it has no heading (thead), and lines that are not all alike"),
    "cell-not-plain": phrase(
        "the style sheet gives cells more than an alignment, a size, a weight and a colour"
    ),
    "borders-not-alike": phrase(
        "its lines are of odd styles or apart, or what is below cells is no plain colour"
    ),
    "table-not-in-the-flow": phrase("it does not stand in the flow of the text, or has a foot on each page"),
    "row-does-not-fit": phrase("a word or a row is too large for its place"),
    "pages-not-alike": phrase("its pages are not alike"),
    "engine-complains": phrase("there is something to complain of"),
    "not-as-the-engine-sets-it": phrase("a proof of what would be written failed"),
    "engine-not-known": phrase("this version of WeasyPrint is not the one that it is proven for"),
}
