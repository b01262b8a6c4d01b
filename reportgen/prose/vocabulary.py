"""The Vietnamese words that tell what a number beside them is."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from reportgen.prose.number_words import SCALES
from reportgen.prose.quantity import Sense

SENSES: Final[Mapping[tuple[str, ...], Sense]] = {
    ("hơn",): Sense.MORE,
    ("quá",): Sense.MORE,
    ("vượt",): Sense.MORE,
    ("vượt", "quá"): Sense.MORE,
    ("trên",): Sense.OVER,
    ("gần",): Sense.NEARLY,
    ("ngót",): Sense.NEARLY,
    ("chưa", "đến"): Sense.NEARLY,
    ("chưa", "tới"): Sense.NEARLY,
    ("chưa", "đầy"): Sense.NEARLY,
    ("không", "đến"): Sense.NEARLY,
    ("không", "tới"): Sense.NEARLY,
    ("không", "đầy"): Sense.NEARLY,
    ("dưới",): Sense.UNDER,
    ("ít", "nhất"): Sense.LEAST,
    ("tối", "thiểu"): Sense.LEAST,
    ("không", "dưới"): Sense.LEAST,
    ("không", "ít", "hơn"): Sense.LEAST,
    ("không", "kém"): Sense.LEAST,
    ("nhiều", "hơn"): Sense.LEAST,
    ("cao", "hơn"): Sense.LEAST,
    ("lớn", "hơn"): Sense.LEAST,
    ("nhiều", "nhất"): Sense.MOST,
    ("tối", "đa"): Sense.MOST,
    ("không", "quá"): Sense.MOST,
    ("không", "hơn"): Sense.MOST,
    ("không", "trên"): Sense.MOST,
    ("không", "vượt", "quá"): Sense.MOST,
    ("ít", "hơn"): Sense.MOST,
    ("thấp", "hơn"): Sense.MOST,
    ("nhỏ", "hơn"): Sense.MOST,
    ("khoảng",): Sense.ABOUT,
    ("chừng",): Sense.ABOUT,
    ("độ",): Sense.ABOUT,
    ("tầm",): Sense.ABOUT,
    ("ước",): Sense.ABOUT,
    ("ước", "tính"): Sense.ABOUT,
    ("ước", "đạt"): Sense.ABOUT,
    ("xấp", "xỉ"): Sense.ABOUT,
    ("trên", "dưới"): Sense.ABOUT,
    ("mức", "độ"): Sense.EXACT,
    ("cấp", "độ"): Sense.EXACT,
    ("trình", "độ"): Sense.EXACT,
}
"""Words before a number; the longest that fit count."""

SENSES_AFTER: Final[Mapping[tuple[str, ...], Sense]] = {
    ("trở", "lên"): Sense.LEAST,
    ("trở", "xuống"): Sense.MOST,
}
"""Words behind a number."""

FALLING: Final = frozenset({"giảm", "sụt", "hụt", "kém", "thấp", "ít"})
"""Words that say that something went down: the figure behind the number may then be below nothing."""

HALVES: Final[Mapping[tuple[str, ...], Sense | None]] = {
    ("một", "nửa"): None,
    ("quá", "nửa"): Sense.MORE,
    ("hơn", "nửa"): Sense.MORE,
    ("trên", "nửa"): Sense.OVER,
    ("gần", "nửa"): Sense.NEARLY,
    ("quá", "bán"): Sense.MORE,
    ("phân", "nửa"): None,
}
"""The ways to say a half, some with a word that qualifies it."""

NUMBERED: Final = frozenset({
    "năm", "tháng", "ngày", "quý", "số", "đợt", "lớp", "khối", "điều", "khoản", "tuần", "thứ",
    "phòng", "tầng", "nhóm", "tổ", "cụm", "khu", "phố", "đường", "ngõ", "hẻm", "thôn", "xóm", "ấp",
    "đội", "phường", "quận", "trang", "bảng", "biểu", "mẫu", "lục", "chương", "mục", "bài", "hạng",
    "cấp", "loại", "khóa", "khoá", "kỳ", "kì", "đoạn", "vòng", "lần", "mùng", "mồng", "lúc", "hồi",
    "quyển", "tập", "mã", "hình", "câu", "bước", "đun", "môđun", "modul", "module", "nghiệp", "nghệ", "giờ",
    "tiểu", "mức", "bậc", "phần", "mức độ", "cấp độ", "tiêu chuẩn", "tiêu chí", "nội dung", "chỉ thị",
})  # fmt: skip
"""Behind these a small number tells which one, not how many: ``đợt 2``, ``Điều 5``."""

SCALES_BEHIND: Final[Mapping[str, int]] = {**SCALES, "trăm": 100, "chục": 10}
"""What a number in figures is multiplied with: ``5 trăm``."""

CHANGING: Final = frozenset({"tăng", "giảm", "nâng", "hạ", "tụt", "chuyển", "đưa", "rút"})
"""Behind these ``từ … đến …`` are where something began and where it came to."""

WHOLES: Final = frozenset({"số", "tổng"})
"""Behind these follows what a fraction is of: ``1/3 số trường``."""

SAY_HOW_MUCH: Final = frozenset({"tức", "chiếm", "bằng", "đạt", "tăng", "giảm"})
"""Behind these ``3/4`` is a share and no day: ``tức 3/4``; so it is behind ``tức là``."""

CALENDARS: Final = frozenset({"âm", "dương"})
"""Before these it is a day after all: ``tức 3/4 âm lịch``."""

FOLDS: Final[Mapping[tuple[str, ...], Fraction]] = {
    ("gấp", "đôi"): Fraction(2),
    ("nhân", "đôi"): Fraction(2),
    ("gấp", "rưỡi"): Fraction(3, 2),
}
"""The ways to say how many times as much."""

TIMES_OF_DAY: Final = frozenset({
    "ngày", "sáng", "chiều", "tối", "trưa", "hôm", "dịp", "lễ", "từ", "đến", "trước", "sau", "mùng", "lớp",
})  # fmt: skip
"""Words that lead to a day, or to the name of a class: ``sáng 5/9``, ``lớp 5/1``."""

PEOPLE_AND_PLACES: Final = frozenset({
    "trường", "lớp", "nhóm", "xã", "phường", "quận", "huyện", "đơn", "cơ", "trẻ", "học", "giáo", "cán",
    "nhân", "đại", "người", "em", "cháu", "thí", "sinh", "phụ", "cbql", "gv", "gvmn", "hs", "đồng", "phiếu",
    "tiêu", "chỉ", "điểm", "phòng", "bếp", "chuyên", "thành",
})  # fmt: skip
"""First words for what is counted: ``3/12 trường``."""

COUNTED: Final = frozenset({"tổng", "mỗi", "các", "những", "mấy"})
"""Before those words they make it a count after all: ``tổng số 24``, ``mỗi lớp 35 trẻ``."""

PAPERS: Final = frozenset({"định", "thị", "quyết", "tư", "văn", "luật", "trình"})
"""Behind these stands the number of a paper, where no thing that is counted follows."""

AFTER_A_PAPER: Final = frozenset({"của", "về", "ngày", "và", "do"})

NOT_COUNTED: Final = frozenset({"giờ", "tuổi", "h"})
"""Before these a number is a time of day or an age."""

PART_OF_TIME: Final = frozenset({"buổi", "ngày", "tháng", "năm", "giờ", "đầu", "cuối", "sau", "đường"})
"""Behind a half these make it no share of anybody."""
