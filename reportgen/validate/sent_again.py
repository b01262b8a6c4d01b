"""Rows called like another one sent again: ``Hoa Ban (sửa)`` beside ``Hoa Ban``, which may count twice."""

import re
from collections.abc import Sequence
from typing import Final

from reportgen.model.dataset import Table
from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import phrase
from reportgen.model.raw import RawTable
from reportgen.validate.desk import Desk
from reportgen.validate.keys import Key, compared, keys, shown

_AGAIN: Final = (
    r"(?:(?:đã |bản |số liệu )?(?:sửa|chỉnh sửa|điều chỉnh|bổ sung|đính chính|cập nhật|thay thế)(?: lại)?"
    r"|(?:nộp|gửi|báo cáo) (?:lại|bổ sung)|(?:lần|bản) (?:\d{1,2}|cuối|mới|chính thức|sau))"
)
_TAIL: Final = re.compile(
    rf"(?P<name>.*?\S)(?:\s*[(\[]\s*(?:{_AGAIN}|mới|cũ|tiếp|copy|\d{{1,2}})\b[^)\]]*[)\]]"
    rf"|\s*[-–—,/:]\s*{_AGAIN}\b.*|\s+{_AGAIN})",
    re.IGNORECASE,
)
_QUICK: Final = re.compile(r"[)\]]\s*$|sửa|chỉnh|chính|bổ sung|cập nhật|thay thế|lại|lần|bản", re.IGNORECASE)


def tell_sent_again(desk: Desk, spec: FieldSpec, table: Table, files: Sequence[tuple[int, RawTable]]) -> None:
    """Warn of rows of table files that are called like another, corrected or sent again.

    ``files`` are those that the rows came from, each with the number of its first row in the table.
    """
    by = naming(spec)
    first: dict[Key, int] = {}
    again: list[tuple[int, Key]] = []
    for row, key in keys(table, by) if by and files else ():
        plain = _plain(key)
        first.setdefault(compared(spec, by, key), row)
        if plain != key:
            again.append((row, compared(spec, by, plain)))
    for row, named in again:
        other = first.setdefault(named, row)
        if other != row and (line := _line(files, row)) is not None:
            here, there = (table.sources.nearest((each, by[0])) for each in (row, other))
            name, like = (shown(spec, by[:1], (table.columns[by[0]].values[each],)) for each in (row, other))
            desk.complaints.add(
                "row-again",
                here,
                related=[(phrase("the other row"), there)],
                name=name,
                other=like,
                line=line,
            )


def naming(spec: FieldSpec) -> tuple[str, ...]:
    """Choose the column that says whose row it is, and with it the others of the key."""
    texts = (name for name, column in spec.fields.items() if column.type == "text")
    name = spec.reporter or next(texts, None)
    return () if name is None else (name, *(other for other in spec.key if other != name))


def _plain(key: Key) -> Key:
    """Take away what says that it was sent again."""
    name = key[0]
    if not isinstance(name, str) or not _QUICK.search(name):
        return key
    found = _TAIL.fullmatch(" ".join(name.split()))
    return (found["name"], *key[1:]) if found else key


def _line(files: Sequence[tuple[int, RawTable]], row: int) -> int | None:
    """Give the line of a row; None where it is no file's, or the data file says that it counts."""
    for first, raw in files:
        if first <= row < first + len(raw.rows):
            return None if row - first in raw.settled else raw.lines[row - first]
    return None
