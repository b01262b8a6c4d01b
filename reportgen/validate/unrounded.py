"""Numbers that a workbook worked out and nobody rounded: a cell shows 33,3% and holds 33,3333333333333%."""

from collections.abc import Callable, Sequence

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import likewise
from reportgen.model.values import Numeral
from reportgen.validate.decimals import HIDDEN

_MEANT = 6
"""Nobody types more decimals."""

_SHOWN = 6


def tell_unrounded(
    spec: FieldSpec, texts: Sequence[str | None], place: Callable[[int], Origin], complaints: Complaints
) -> None:
    """Warn once of the number cells of a column whose page would show more decimals than the sheet does."""
    if spec.type not in {"number", "percent"}:
        return
    rows = [row for row, text in enumerate(texts) if isinstance(text, Numeral) and _decimals(text) > _MEANT]
    if rows:
        value = HIDDEN if spec.personal else texts[rows[0]]
        others = likewise([str(place(row)) for row in rows[:_SHOWN]], len(rows))
        complaints.add("number-unrounded", place(rows[0]), name=spec.title, value=value, others=others)


def _decimals(text: str) -> int:
    return len(text.partition(",")[2].rstrip("%"))
