"""The record of blanks: which paper took which, and what became of those that were spoiled."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from reportgen.load import is_there, load_book
from reportgen.model.blank import Spoiled, Stock, Taken
from reportgen.model.book import Worksheet
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.values import told

RECORD: Final = (
    "Số hiệu phôi", "Giấy", "Tệp dữ liệu", "Chữ in trên phôi",
    "Tình trạng", "Lý do hỏng", "Ngày hỏng", "Thay bằng",
)  # fmt: skip
"""The headings of the record."""

_KEPT: Final = 4
"""The first columns are remembered; the others say again what the file of the blank says."""

_USED, _SPOILED = "đã dùng", "hỏng"


def read_record(path: Path, shown: str) -> tuple[Taken, ...]:
    """Read which papers have taken blanks before; nobody has where there is no record yet.

    Raises:
        DataError: it has other columns, or a serial twice: who took what is not known then.

    """
    if not is_there(path):
        return ()
    sheet = load_book(path, shown=shown).sheets[0]
    complaints = Complaints()
    taken = list(_lines(sheet, complaints))
    if complaints.serious:
        raise DataError(complaints)
    return tuple(taken)


def _lines(sheet: Worksheet, complaints: Complaints) -> Iterator[Taken]:
    headings = sheet.rows.get(1, {})
    for column in sorted({*headings, *range(1, len(RECORD) + 1)}):
        wanted = RECORD[column - 1] if column <= len(RECORD) else ""
        if (found := headings.get(column, "").strip()) != wanted:
            complaints.add("blank-record-column", sheet.origin(1, column), found=found, wanted=wanted or "–")
    met: dict[str, int] = {}
    for row, cells in sheet.rows.items():
        serial, paper, source, text = (cells.get(column, "") for column in range(1, _KEPT + 1))
        if row > 1 and paper:
            if met.setdefault(serial, row) != row:
                complaints.add("blank-record-twice", sheet.origin(row, 1), serial=serial, first=met[serial])
            yield Taken(serial, paper, source, text)


def record_of(taken: Iterable[Taken], stock: Stock) -> list[Sequence[str]]:
    """Write the record: blank by blank as they lie, those that are neither used nor spoiled left out."""
    known = {one.serial: one for one in taken}
    now = {(one.source, one.paper): one.serial for one in known.values() if one.serial not in stock.spoiled}
    serials = dict.fromkeys([*stock.serials, *known, *stock.spoiled])
    lines = (_line(known.get(serial), stock.spoiled.get(serial), now) for serial in serials)
    return [line for line in lines if line]


def _line(taken: Taken | None, spoiled: Spoiled | None, now: dict[tuple[str, str], str]) -> Sequence[str]:
    if spoiled is None:
        return (taken.serial, taken.paper, taken.source, taken.text, _USED, "", "", "") if taken else ()
    why = (_SPOILED, spoiled.why, told(spoiled.on))
    if taken is None:
        return (spoiled.serial, "", "", "", *why, "")
    instead = now.get((taken.source, taken.paper), "")
    return (taken.serial, taken.paper, taken.source, taken.text, *why, instead)
