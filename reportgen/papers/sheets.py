"""The two registers as offices keep them on paper: their columns, and a line of each paper.

Outgoing documents: Decree 30/2020, Appendix IV, part I. Certificates: as in the models for CE-1 to CE-12.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.model.acts import STANDS, Act
from reportgen.model.registry import REPLACED_BY, REPLACES, Standing
from reportgen.model.values import told

Cell = Callable[[Standing], str]

NUMBER, DAY, SUBJECT, NOTE = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Ghi chú",
)
ENTRY, ISSUED_ON = "Số vào sổ gốc", "Ngày cấp"
STATE: Final = "Tình trạng"
"""Where a paper stands, in a workbook."""

STATES: Final[Mapping[Act, str]] = {
    Act.SUBMITTED: "đang trình duyệt",
    Act.APPROVED: "đang trình duyệt",
    Act.REJECTED: "bị trả lại",
    Act.PRINTED: "đã in, chờ ký tay",
    Act.RESERVED: "đang ban hành",
    Act.ISSUED: "đã ban hành",
    Act.SIGNED: "đã ký số",
    Act.IMPORTED: "đã ban hành (nhập từ sổ cũ)",
    Act.REVOKED: "đã thu hồi",
    Act.REPLACED: "đã được thay thế",
    Act.SCANNED: "đã ký tay",
    Act.CANCELLED: "đã hủy số",
}


_INSTEAD: Final = "Đã được thay thế bằng "
_REPLACES: Final = "Thay thế "


def fall_of(state: Act, note: str) -> dict[str, str]:
    """Read from a note what `_note` says of a paper that stands no more: why, or what replaced it."""
    fallen, replaces = STATES[state].capitalize(), dict[str, str]()
    other, _, rest = note.removeprefix(_REPLACES).partition(". ")
    if note.startswith(_REPLACES) and rest.startswith((fallen, _INSTEAD)):
        note, replaces = rest, {REPLACES: other}
    if state is Act.REPLACED and note.startswith(_INSTEAD):
        return {REPLACED_BY: note.removeprefix(_INSTEAD), **replaces}
    why = note.removeprefix(fallen).lstrip(":. ")
    return {"reason": why, **replaces} if why else replaces


def _word(name: str) -> Cell:
    return lambda one: one.told.get(name, "")


def _number(one: Standing) -> str:
    return str(one.number)


def _day(one: Standing) -> str:
    return told(one.dated) if one.dated else ""


def _subject(one: Standing) -> str:
    """Say sort and subject: ``Biên bản Hội nghị sơ kết …``."""
    return " ".join(filter(None, (one.told.get("sort"), one.told.get("subject"))))


def _note(one: Standing) -> str:
    """Say what became of a paper that does not simply stand: what it replaces, how it fell, and why."""
    told, reason = one.told, [one.told.get("reason", "")]
    state = "" if one.state in STANDS | {Act.IMPORTED} else STATES[one.state].capitalize()
    if other := told.get(REPLACED_BY, ""):
        state, reason = f"{_INSTEAD}{other}", reason if one.state is Act.REVOKED else []
    last = [state, "Đã xóa dữ liệu cá nhân"] if one.erased else [state]
    replaced = f"{_REPLACES}{told[REPLACES]}" if told.get(REPLACES) else ""
    said = [replaced, *last[:-1], ": ".join(filter(None, (last[-1], *reason)))]
    return ". ".join(filter(None, said)) or told.get("note", "")


def _empty(_: Standing) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register on paper: ``cells`` by their headings, ``wide`` how wide the columns are, in millimetres.

    ``foot`` are who signs below; ``words`` are kept of a register that is brought in, by heading.
    """

    title: str
    cells: Mapping[str, Cell]
    wide: Sequence[int]
    foot: Sequence[str]
    words: Mapping[str, str]


DOCUMENTS: Final = Sheet(
    "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
    {
        NUMBER: _number, DAY: _day, SUBJECT: _subject, "Người ký": _word("signer"),
        "Nơi nhận văn bản": _word("recipients"), "Đơn vị, người nhận bản lưu": _word("kept"),
        "Số lượng bản": _word("copies"), "Ngày chuyển": _empty, "Ký nhận": _empty, NOTE: _note,
    },
    (30, 22, 62, 27, 38, 21, 13, 16, 16, 22),
    (),
    {
        SUBJECT: "subject", "Người ký": "signer", "Nơi nhận văn bản": "recipients",
        "Đơn vị, người nhận bản lưu": "kept", "Số lượng bản": "copies", NOTE: "note",
    },
)  # fmt: skip
"""Of outgoing documents: the ten things that the decree wants."""

CERTIFICATES: Final = Sheet(
    "SỔ GỐC CẤP GIẤY CHỨNG NHẬN",
    {
        "Số TT": _empty, "Họ và tên": _word("name"), "Ngày tháng năm sinh": _word("born"),
        "Nơi sinh": _word("birthplace"), "Giới tính": _word("sex"), "Dân tộc": _word("ethnicity"),
        "Đơn vị": _word("unit"), "Xếp loại, kết quả": _word("result"), "Số hiệu": _word("serial"),
        ENTRY: _number, ISSUED_ON: _day, "Người nhận (ký, ghi rõ họ tên)": _empty, "Ngày ký nhận": _empty,
        NOTE: _note,
    },
    (9, 33, 20, 18, 12, 13, 39, 20, 15, 17, 20, 20, 14, 17),
    ("Cán bộ lập sổ", "Lãnh đạo bộ phận", "Thủ trưởng đơn vị"),
    {
        "Họ và tên": "name", "Ngày tháng năm sinh": "born", "Nơi sinh": "birthplace", "Giới tính": "sex",
        "Dân tộc": "ethnicity", "Đơn vị": "unit", "Xếp loại, kết quả": "result", "Số hiệu": "serial",
        NOTE: "note",
    },
)  # fmt: skip
"""Of certificates."""


def sheet_of(standing: Standing) -> Sheet:
    """Tell in which register a paper stands: who has a holder is a certificate."""
    return CERTIFICATES if "name" in standing.told else DOCUMENTS


def lines(sheet: Sheet, standings: Sequence[Standing]) -> list[list[str]]:
    """Write the papers as the lines of a register."""
    written = [[cell(one) for cell in sheet.cells.values()] for one in standings]
    if "Số TT" in sheet.cells:
        return [[str(place), *line[1:]] for place, line in enumerate(written, 1)]
    return written
