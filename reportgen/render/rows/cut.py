"""The long table of a filled page, as text: what stands before its rows, the rows, and what stands after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.marks import between

LONG: Final = 300
"""Rows from which on a table is long."""

MOST_FORMS: Final = 12
"""Rows may be of so many forms: a plain one, one that heads a group, a total."""

_BODY: Final = re.compile(r"<tbody\b[^>]*>(.*?)</tbody>", re.DOTALL)
_ROW: Final = "<tr"
_ENDS: Final = "</tr>"

Own = tuple[str, ...]
"""A row's own mark-up and words, without the values that stand between."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: which form it has, its printed values as they are written, and their names."""

    form: int
    values: Sequence[str]
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Long:
    """A page with a long table: its text before and after the rows, the forms of rows, and the rows."""

    before: str
    after: str
    forms: Sequence[Own]
    rows: Sequence[Row]


def cut_out(html: str, long: int = LONG) -> Long | None:
    """Take the rows of the one long table out of a filled page; nothing where no table has so many.

    Raises:
        NotWrittenError: its rows are of too many forms, or another table is long as well.

    """
    found = [body for body in _BODY.finditer(html) if body[1].count(_ROW) >= long]
    if len(found) > 1:
        raise NotWrittenError(LaidOut.TWO)
    if not found:
        return None
    body = found[0]
    forms: dict[Own, int] = {}
    rows = list(_rows(body[1], forms))
    return Long(html[: body.start(1)], html[body.end(1) :], tuple(forms), rows)


def _rows(text: str, forms: dict[Own, int]) -> Iterator[Row]:
    """Take rows apart; ``forms`` numbers what they have in common."""
    before, *rows = text.split(_ROW)
    if before.strip():
        raise NotWrittenError(LaidOut.MARK_UP)
    for row in rows:
        own, names, values = between(row)
        number = forms.setdefault(own, len(forms))
        if number >= MOST_FORMS or not own[-1].rstrip().endswith(_ENDS):
            raise NotWrittenError(LaidOut.FORMS)
        yield Row(number, values, names)
