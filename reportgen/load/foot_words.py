"""Words that stand below a table, or over a part of it, and name none of its rows."""

import re
from typing import Final

_FOOT: Final = re.compile(
    r"(người|cán bộ) (lập|duyệt|báo cáo|tổng hợp|thống kê|kiểm tra|nộp|nhận|ký|viết|ghi|cung cấp)\b.*"
    r"|(đã )?ký\b.*|(ghi chú|chú thích|chú ý|lưu ý|nguồn|ấn định|xác nhận|nơi nhận|phê duyệt|duyệt)\b.*"
    r"|(danh sách|bảng|biểu|báo cáo) (này|trên|gồm|có)\b.*|(tổng số|tổng cộng|cộng)\b.*\d.*"
    r"|(thủ trưởng|lập biểu|lập bảng|hết|bằng chữ|số tiền|viết bằng chữ|đính kèm|kèm theo)\b.*"
    r"|(điện thoại|đt|email|e-mail|liên hệ|người liên hệ)\b.*|(t[./]?m|k[./]?t|t[./]?l|tuq)[./] ?\w.*"
    r"|.*\bngày\b.*\btháng\b.*"
)
_TITLES: Final = re.compile(
    r"(phó )?(hiệu trưởng|giám đốc|chủ tịch|trưởng phòng|trưởng ban|trưởng đoàn|chủ trường|chủ nhóm|chủ cơ sở"
    r"|tổ trưởng|bí thư)\b.*|(kế toán|thư ký|thủ quỹ|văn thư|ban giám hiệu|đại diện)\b.*"
)
_ASIDE: Final = re.compile(
    r"(trong đó|tỷ lệ|tỉ lệ|bình quân|chia ra|so với|cùng kỳ|chênh lệch|lũy kế|luỹ kế)\b.*"
)
_SHARE: Final = re.compile(
    r"(nữ|nam|(nữ )?(người )?dân tộc( thiểu số)?( khác)?|kinh|đảng viên|biên chế|hợp đồng)"
)
_QUICK: Final = re.compile(r"[\W_]*(trong|t[ỷỉ]|bình|chia|so|cùng|chênh|l[ũu])", re.IGNORECASE)
_YARDSTICK: Final = re.compile(
    r"(kế hoạch|chỉ tiêu|định mức|mục tiêu)( (được )?giao.*| đề ra| năm.*)?"
    r"|(ước |đã )?thực hiện( (được|kế hoạch|chỉ tiêu|năm.*|đến.*))?|(đạt|hoàn thành)( được)?( so với.*)?"
    r"|còn (lại|thiếu|phải)\b.*|(số )?(phát sinh|điều chỉnh|bổ sung|đính chính|tăng thêm|giảm bớt)"
    r"|(số liệu )?(năm|đợt|kỳ|tháng|quý)( học)? (trước|nay|này|ngoái|\d{4}.*)|số cũ|so sánh.*"
    r"|(số |mức )?(trung bình|tb)( cộng| chung|( ?/| mỗi| một| của| các| toàn).*)|(số|mức) (trung bình|tb)"
    r"|(số |mức |đơn vị )?((lớn|nhỏ|cao|thấp|nhiều|ít) nhất|tối đa|tối thiểu)|trung vị"
    r"|max|min|average|avg|mean|median"
    r"|(tăng|giảm|tăng ?[,/()+-]* ?giảm)( so với.*)?\W*|(cộng )?(mang|chuyển) (trang|sang).*|trang trước.*"
)
_QUICK_YARDSTICK: Final = re.compile(
    r"[\W_]*(kế|chỉ|năm|so|tr|tă|gi|cộ|ma|chu|đị|mụ|ướ|đã|th|đạ|ho|cò|số|ph|đi|bổ|đí|kỳ|qu|đợ|mứ|tb|đơ|lớ"
    r"|nh|ca|tố|mi|av|me|ít)",
    re.IGNORECASE,
)
_AVERAGE: Final = frozenset(("trung bình", "tb"))
_MARKS: Final = re.compile(
    r"(loại )?(xuất sắc|giỏi|tốt|khá|trung bình|yếu|kém|(chưa |không )?đạt|(chưa |không )?hoàn thành( \w+)?)"
)
_CAPTION: Final = re.compile(r"(số liệu|bảng|biểu|phụ lục|năm( học)?|đợt|kỳ|quý|tháng)\b.*")
_PART: Final = re.compile(r"([IVXL]+|[A-ZĐ])[.)/:]\s*\S.*")
_OPENING: Final = " (*-–+•[\"'“…._"


def is_foot(text: str) -> bool:
    """Tell whether these words stand below a table: who made it, a note, a day."""
    return _FOOT.fullmatch(_plain(text)) is not None


def is_title(text: str) -> bool:
    """Tell whether these words are what somebody is who signs."""
    return _TITLES.fullmatch(_plain(text)) is not None


def is_aside(text: str) -> bool:
    """Tell whether these words say something of other rows: of which women, an average."""
    return _QUICK.match(text) is not None and _ASIDE.fullmatch(_plain(text)) is not None


def is_share(text: str) -> bool:
    """Tell whether these words say a part of people: below a total, ``Nữ`` are some of those it counts."""
    return _SHARE.fullmatch(_plain(text).rstrip(" :")) is not None


def is_yardstick(text: str) -> bool:
    """Tell whether these words name what rows are compared with: a plan, another year, the page before."""
    quick = _QUICK_YARDSTICK.match(text)
    return quick is not None and _YARDSTICK.fullmatch(_plain(text).rstrip(" :.)")) is not None


def is_average(text: str) -> bool:
    """Tell whether these words may name an average, or a place or a unit: ``Trung bình``, ``TB``."""
    return _plain(text).rstrip(" :.)") in _AVERAGE


def is_mark(text: str) -> bool:
    """Tell whether these words say how good somebody is: ``Khá``, ``Trung bình``, ``Chưa đạt``."""
    return _MARKS.fullmatch(_plain(text)) is not None


def is_caption(text: str) -> bool:
    """Tell whether these words may stand over another table: ``Số liệu năm trước``, ``Biểu 2``."""
    return _CAPTION.fullmatch(_plain(text)) is not None


def is_part(text: str) -> bool:
    """Tell whether a heading's own mark stands before these words: ``A. Công lập``."""
    return _PART.fullmatch(text) is not None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).lstrip(_OPENING)
