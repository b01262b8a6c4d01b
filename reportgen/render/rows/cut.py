"""The long tables of a filled page, as text: their rows, and what stands before, between and after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.marks import between

LONG: Final = 100
"""Rows from which on a table is long."""

MOST_FORMS: Final = 12
"""Rows may be of so many forms: a plain one, one that heads a group, a total."""

_TABLE: Final = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
_BODY: Final = re.compile(r"<tbody\b[^>]*>(.*?)</tbody>", re.DOTALL)
_ROWS: Final = re.compile(
    r"(?:<table\b[^>]*>|.*(?:</thead>|</colgroup>|</caption>))((?:(?!<tbody|<thead|<tfoot).)*)</table>",
    re.DOTALL,
)
"""The rows of a table that has no body of its own: they follow its heading."""

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
    """A long table: the forms of its rows, and the rows."""

    forms: Sequence[Own]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Cut:
    """A page without the rows of its long tables: its text before, between and after them, and they."""

    texts: Sequence[str]
    tables: Sequence[Long]


def cut_out(html: str, long: int = LONG) -> Cut | None:
    """Take the rows of long tables out of a filled page; nothing where no table has so many.

    Raises:
        NotWrittenError: rows are of too many forms.

    """
    texts: list[str] = []
    tables: list[Long] = []
    begin = 0
    for start, end in _bodies(html, long):
        forms: dict[Own, int] = {}
        rows = list(_rows(html[start:end], forms))
        tables.append(Long(tuple(forms), rows))
        texts.append(html[begin:start])
        begin = end
    return Cut([*texts, html[begin:]], tables) if tables else None


def _bodies(html: str, long: int) -> Iterator[tuple[int, int]]:
    """Find where the rows of long tables begin and end."""
    for table in _TABLE.finditer(html):
        if table[0].count(_ROW) >= long:
            own = list(_BODY.finditer(html, *table.span())) or list(_ROWS.finditer(html, *table.span()))
            yield from (body.span(1) for body in own if body[1].count(_ROW) >= long)


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
