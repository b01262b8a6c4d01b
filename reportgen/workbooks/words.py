"""The words of a workbook that do not come from its kind: an office's own, so they are Vietnamese."""

from typing import Final

from reportgen.model.book import FACT_HEADINGS

GUIDE: Final = "Hướng dẫn"
FACTS: Final = "Thông tin"
OPTIONS: Final = "Danh mục"
"""The hidden sheet with what the drop-downs offer."""

EACH: Final = "Làm riêng cho từng"
ITEM, CONTENT = FACT_HEADINGS
HOW: Final = "Cách ghi"
NUMBER: Final = "STT"

EARLIER: Final = "Các đợt trước"
CLAIMS: Final = "Số đã công bố"
FILES: Final = "Lấy từ tệp"
EXPECTED: Final = "Đơn vị phải nộp"
CORRECTIONS: Final = "Đính chính"
TABLE: Final = "Bảng"
SHEET: Final = "Trang tính"
ASSUMED: Final = "Giả định"
SPELLINGS: Final = "Cách viết tên"
SPELLED: Final = "Tên ghi trong bảng"
COUNTS_AS: Final = "Tên được dùng"
FILE: Final = "Tệp"
FIGURE: Final = "Số liệu"
REASON: Final = "Lý do"

UNIT: Final = "Đơn vị"
CORRECTION: Final = {
    "at": "Vị trí",
    "old": "Giá trị cũ",
    "new": "Giá trị mới",
    "who": "Người báo",
    "when": "Ngày",
    "why": "Lý do",
}
"""The columns of corrections, as they are called in table files."""

HOW_WRITTEN: Final = {
    "text": "",
    "code": "ghi nguyên văn, giữ số 0 ở đầu, ví dụ 05",
    "count": "số nguyên, ví dụ 2960",
    "number": "số, dấu phẩy thập phân, ví dụ 12,5",
    "percent": "tỷ lệ có dấu %, ví dụ 41,9%",
    "date": "ngày/tháng/năm, ví dụ 19/01/2020",
    "time": "giờ và phút, ví dụ 7h30",
    "flag": "có hoặc không",
    "choice": "chọn trong danh sách",
    "photo": "tên tệp ảnh để cạnh tệp này hoặc trong thư mục con, ví dụ anh/lop-1.jpg",
}
"""How a value of each type is written."""
