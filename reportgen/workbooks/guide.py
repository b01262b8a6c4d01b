"""What the first sheet of a workbook says: how to fill in the others, and what to do then."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportgen.model.kind import FieldSpec
from reportgen.workbooks import words
from reportgen.workbooks.layout import Level, Page, Pairs

_STEPS: Final = {
    "Tệp này": (
        "là toàn bộ dữ liệu của một văn bản. Điền vào các trang tính, lưu lại, rồi chạy lệnh ở cuối trang."
    ),
    f"Trang “{words.FACTS}”": (
        f"mỗi dòng một mục. Chỉ ghi vào cột “{words.CONTENT}”; cột “{words.HOW}” cho biết mục nào bắt buộc, "
        "ghi thế nào. Không sửa cột đầu."
    ),
    "Các trang sau": (
        "mỗi trang một bảng hoặc một danh sách, mỗi dòng một người, một đơn vị hay một ý. Giữ nguyên dòng "
        "tiêu đề; thêm, bớt, chèn dòng tùy ý; dòng trống được bỏ qua."
    ),
    "Chưa biết": "thì để trống: văn bản in ra chỗ trống, và chương trình liệt kê những chỗ còn thiếu.",
    "Số tính được": "(tổng số, tỷ lệ, tăng giảm) thì không ghi: chương trình tính.",
    "Cách viết": (
        "ngày: 19/01/2020; giờ: 7h30; số nguyên viết liền: 2960; tỷ lệ có dấu %: 41,9%; số hiệu, mã, điện "
        "thoại giữ nguyên số 0 ở đầu."
    ),
}
_NUMBERED: Final = (
    "mỗi nội dung mở đầu bằng một số ở cột “{number}”. Phần có nhiều ý ({lists}) thì mỗi ý một dòng ở ngay "
    "dưới, để trống cột “{number}” và những cột đã ghi."
)
_CLAIMS: Final = (
    "số nào đã đưa tin hoặc đã báo cáo thì ghi vào đây, chương trình đối chiếu với số tính được. Không có "
    "thì để trống."
)
_FILES: Final = (
    "bảng nào lấy thêm dòng từ tệp khác cùng thư mục (Excel, CSV, báo cáo của đơn vị dưới) thì ghi tên tệp "
    "ấy vào đây. Không có thì để trống. Chương trình bảo ghi vào cột chưa có (“Dòng đặc biệt”, “Dấu "
    "thập phân”, “Bảng mã” …) thì gõ tên cột ấy vào ô trống đầu tiên ở dòng 1."
)
_NOTES: Final = (
    "Ghi chú riêng",
    "để ở trang tính khác, đặt tên tùy ý: chương trình không đọc trang ấy, và nói cho biết là không đọc.",
)
_SPELLINGS: Final = (
    "một tên viết theo hai cách thì ghi cách đang ghi trong bảng và cách được dùng; bảng thì để nguyên."
)
_EXTRA: Final = {words.CLAIMS: _CLAIMS, words.FILES: _FILES, words.SPELLINGS: _SPELLINGS}
RUN: Final = (
    ("reportgen check {name}", "tìm mọi chỗ sai, chỉ rõ từng ô; chưa làm tệp nào"),
    ("reportgen build {name}", "làm văn bản Word và PDF"),
)
"""What to type, and what comes of it."""

SHEETS: Final = "Các trang tính"
COMMANDS: Final = "Lệnh cần chạy"
FACTS: Final = "mỗi dòng một mục: cơ quan, ngày tháng, người ký …"
NUMBERS: Final = "đánh số ở dòng đầu, để trống ở các dòng viết tiếp"
_LEAVE: Final = "không sửa dòng này"
OWN: Final = {
    ("kind",): f"{{title}}; {_LEAVE}",
    ("for_each",): f"mỗi văn bản cho một dòng hoặc một nhóm của bảng; {_LEAVE}",
}
"""What is said of facts that every kind has."""

_NOTED: Final = {True: "không bắt buộc", False: "bắt buộc"}
_DEFAULT: Final = "không ghi thì là"


def steps(parts: Sequence[Page | Pairs]) -> Iterator[tuple[str, str]]:
    """Say how to fill in the sheets: of what, and what."""
    yield from _STEPS.items()
    for part in parts:
        topic = f"Trang “{part.title}”"
        if isinstance(part, Page) and part.level.number:
            lists = ", ".join(f"“{entry}”" for level in part.level.inner for entry in _headings(level))
            yield topic, _NUMBERED.format(number=part.level.number, lists=lists)
        elif part.title in _EXTRA:
            yield topic, _EXTRA[part.title]
    yield _NOTES


def about(part: Page | Pairs) -> str:
    """Say in a few words what a sheet holds."""
    if isinstance(part, Pairs):
        return f"{_NOTED[True]}; {', '.join(part.headings)}"
    sort = "bảng" if part.spec.type == "rows" else "danh sách"
    return f"{sort}, {_NOTED[part.spec.optional]}: {', '.join(_headings(part.level))}"


def how(spec: FieldSpec, *, optional: bool) -> str:
    """Say whether a value must be there and how it is written; ``optional``: its group need not be."""
    must = _NOTED[spec.optional or optional]
    wanted = f"{_DEFAULT} {spec.default}" if spec.default is not None else must
    options = f"{words.HOW_WRITTEN[spec.type]}: {', '.join(spec.choices)}" if spec.choices else ""
    return "; ".join(part for part in (wanted, options or words.HOW_WRITTEN[spec.type]) if part)


def is_advice(text: str) -> bool:
    """Tell whether a cell says how something is written, and not what somebody wrote beside its place."""
    return text == words.HOW or text.startswith((*_NOTED.values(), _DEFAULT)) or text.endswith(_LEAVE)


def _headings(level: Level) -> list[str]:
    return [heading for heading, _, _ in level.columns()]
