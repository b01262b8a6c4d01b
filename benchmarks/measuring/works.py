"""The papers that every engine makes in ``rivals.py``: what stands on them, and made-up values for each.

They use what all engines have: paragraphs with values in them, and tables with a row for each. Values are
plain words, already written as they shall print, so that nobody has to compute or format.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

Values = Mapping[str, Any]
"""The words of one paper by name; a table's rows are a list of such."""


class Line(NamedTuple):
    """A paragraph; ``[name]`` is a value."""

    text: str
    middle: bool = False


class Table(NamedTuple):
    """A table with a row for each of ``rows``; columns by their names, with what stands above them."""

    rows: str
    columns: Mapping[str, str]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Work:
    """A sort of paper, and how many of it are made in a turn: by the quick, by the slow."""

    name: str
    blocks: Sequence[Block]
    many: int = 1
    few: int = 1
    rows: Mapping[str, int] = field(default_factory=dict)

    def values(self, number: int) -> Values:
        """Make up the values of a paper; no two are alike."""
        lines = [block.text for block in self.blocks if isinstance(block, Line)]
        words = {
            name: f"{WORDS[name]} {number}" for line in lines for name, is_value in parts(line) if is_value
        }
        tables = [block for block in self.blocks if isinstance(block, Table)]
        return words | {
            table.rows: [_row(table, number + row) for row in range(self.rows[table.rows])]
            for table in tables
        }


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Take a line apart into words and names of values."""
    for place, part in enumerate(text.replace("]", "[").split("[")):
        if part:
            yield part, place % 2 == 1


def words_of(work: Work, values: Values) -> Iterator[str]:
    """Give what a paper must say, paragraph by paragraph, in its order."""
    for block in work.blocks:
        if isinstance(block, Line):
            yield "".join(values[part] if is_value else part for part, is_value in parts(block.text))
        else:
            yield from block.columns.values()
            for row in values[block.rows]:
                yield from (row[name] for name in block.columns)


WORDS: Final = {
    "parent": "Sở Giáo dục và Đào tạo", "office": "Phòng Giáo dục và Đào tạo quận", "number": "Số",
    "place": "Lê Chân", "day": "ngày 15 tháng 6 năm 2019, lần", "name": "Bà Nguyễn Thị Hoa",
    "born": "12/05/1980 số",
    "position": "Giáo viên", "school": "Trường Mầm non Sao Sáng", "result": "hoàn thành chương trình",
    "venue": "Trung tâm Bồi dưỡng", "signer": "Trần Ngọc Ánh", "subject": "kết quả bồi dưỡng đợt",
    "total": "tổng cộng 1.234 người, đợt", "share": "98,5%, đợt", "chair": "Phạm Thu Đào",
    "clerk": "Lê Thị Yến",
    "begin": "8 giờ 30 phút, phiên", "end": "11 giờ 15 phút, phiên",
}  # fmt: skip


def _row(table: Table, number: int) -> dict[str, str]:
    return {name: CELLS[name](number) for name in table.columns}


CELLS: Final = {
    "index": lambda number: str(number + 1),
    "unit": lambda number: f"Trường Mầm non số {number}",
    "ward": lambda number: f"Phường Vân {number % 40}",
    "staff": lambda number: str(number % 60),
    "rest": lambda number: str(number % 7),
    "done": lambda number: str(number % 53),
    "left": lambda number: str(number % 11),
    "rate": lambda number: f"{number % 100},5%",
    "person": lambda number: f"Nguyễn Thị Hoa {number}",
    "role": lambda number: f"Hiệu trưởng {number % 9}",
    "item": lambda number: f"Mục {number % 8 + 1}",
    "said": lambda number: (
        f"Các trường báo cáo kết quả lần {number} và nêu khó khăn khi tổ chức học trực tuyến."
    ),
}

_HEAD: Final = (
    Line("[parent]", middle=True),
    Line("[office]", middle=True),
    Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", middle=True),
    Line("Độc lập - Tự do - Hạnh phúc", middle=True),
    Line("[place], [day]", middle=True),
)
_DISTRICTS: Final = {
    "index": "TT", "unit": "Trường", "ward": "Phường", "staff": "CBQL", "rest": "GV", "done": "Đã học",
    "left": "Còn lại", "rate": "Tỷ lệ",
}  # fmt: skip

CERTIFICATE: Final = Work(
    "certificate",
    (
        *_HEAD,
        Line("GIẤY CHỨNG NHẬN", middle=True),
        Line("[office] chứng nhận: [name], sinh ngày [born]"),
        Line("Chức vụ: [position], [school]"),
        Line("Đã [result] tại [venue]"),
        Line("Vào sổ [number]"),
        Line("[signer]", middle=True),
    ),
    1000,
    200,
)
REPORT: Final = Work(
    "report",
    (
        *_HEAD,
        Line("BÁO CÁO [subject]", middle=True),
        *(
            Line(f"{number}. Tại [office], [total], đạt [share]; các đơn vị nghiêm túc thực hiện kế hoạch.")
            for number in range(1, 13)
        ),
        Table("rows", _DISTRICTS),
        Line("Trên đây là báo cáo của [office]."),
        Line("[signer]", middle=True),
    ),
    1000,
    40,
    {"rows": 30},
)
MINUTES: Final = Work(
    "minutes",
    (
        *_HEAD,
        Line("BIÊN BẢN họp về [subject]", middle=True),
        Line("Bắt đầu: [begin]. Chủ trì: [chair]. Thư ký: [clerk]."),
        Table("people", {"index": "TT", "person": "Họ tên", "role": "Chức vụ"}),
        Line("Nội dung"),
        Table("items", {"item": "Mục", "said": "Ý kiến"}),
        Line("Kết thúc: [end]."),
        Line("[chair]", middle=True),
    ),
    1000,
    40,
    {"people": 40, "items": 8},
)


def _table(rows: int) -> Work:
    blocks = (Line("Danh sách của [office]"), Table("rows", _DISTRICTS), Line("Hết"))
    return Work(f"table of {rows:,} rows", blocks, rows={"rows": rows})


TABLES: Final = tuple(map(_table, (200, 2000, 20_000)))
PAPERS: Final = (CERTIFICATE, REPORT, MINUTES)
