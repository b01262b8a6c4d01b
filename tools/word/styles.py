"""The styles of an official paper: sizes and faces of Decree 30/2020/NĐ-CP, Appendix I, section V."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

FONT: Final = "Times New Roman"
LANGUAGE: Final = "vi-VN"
NORMAL: Final = "Normal"
TABLE: Final = "Bang"
"""The style of a table of figures; its lines are drawn, unlike those of a head or of signatures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph's style: sizes and distances in points, indents in millimetres.

    ``line`` is a multiple of single spacing, ``wide`` stands between letters, ``level`` is that of a heading.
    """

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    wide: float = 0
    colour: str = ""
    align: str = "center"
    before: float = 0
    after: float = 0
    line: float = 1
    exactly: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    with_next: bool = False
    whole: bool = False
    ruled: bool = False
    level: int | None = None


_TEXT: Final = Style(id="NoiDung", name="Nội dung", align="both", before=6, line=1.1, first=10)
_HEADING: Final = replace(_TEXT, bold=True, with_next=True)
_FIGURES: Final = Style(id="BangGiua", name="Bảng - giữa", size=12)
_TOTAL: Final = replace(_FIGURES, bold=True)

STYLES: Final = (
    Style(id="QuocHieu", name="Quốc hiệu", size=12, bold=True),
    Style(id="TieuNgu", name="Tiêu ngữ", size=13, bold=True),
    Style(id="TenCoQuanChuQuan", name="Tên cơ quan chủ quản", size=12, left=-0.5, right=-0.5),
    Style(id="TenCoQuan", name="Tên cơ quan", size=12, bold=True, left=-0.5, right=-0.5),
    Style(id="SoKyHieu", name="Số ký hiệu", size=13),
    Style(id="DiaDanh", name="Địa danh ngày tháng", size=13, italic=True, left=-0.5, right=-0.5),
    Style(id="DongKe", name="Dòng kẻ", size=1, exactly=4, after=6, ruled=True),
    Style(id="TenLoai", name="Tên loại văn bản", bold=True, before=24, with_next=True),
    Style(id="TrichYeu", name="Trích yếu", bold=True, left=12.5, right=12.5, with_next=True),
    Style(id="KinhGui", name="Kính gửi", before=6, after=6),
    Style(id="KinhGuiNhieuNoi", name="Kính gửi - nhiều nơi", align="left", before=6, left=35, with_next=True),
    Style(id="KinhGuiDanhSach", name="Kính gửi - danh sách", align="left", left=57, first=-3.5),
    _TEXT,
    replace(_TEXT, id="NoiDungKet", name="Nội dung - kết thúc", after=14, with_next=True, whole=True),
    replace(_HEADING, id="Muc", name="Mục", level=0),
    replace(_HEADING, id="Khoan", name="Khoản", level=1),
    replace(_TEXT, id="Diem", name="Điểm", with_next=True),
    Style(id="BangTen", name="Bảng - tên", size=12, bold=True, before=8, after=3, with_next=True, whole=True),
    replace(_FIGURES, id="BangTieuDe", name="Bảng - tiêu đề", bold=True),
    replace(_FIGURES, id="BangChu", name="Bảng - chữ", align="left"),
    _FIGURES,
    replace(_FIGURES, id="BangSo", name="Bảng - số", align="right"),
    replace(_TOTAL, id="BangCongChu", name="Bảng - cộng, chữ", align="left"),
    replace(_TOTAL, id="BangCongGiua", name="Bảng - cộng, giữa"),
    replace(_TOTAL, id="BangCongSo", name="Bảng - cộng, số", align="right"),
    Style(id="ChucVu", name="Chức vụ người ký", bold=True, with_next=True),
    Style(id="ChucVuGhiChu", name="Chức vụ người ký - ghi chú", italic=True, with_next=True),
    Style(id="HoTen", name="Họ tên người ký", bold=True, before=71, after=6, with_next=True),
    Style(
        id="NoiNhan", name="Nơi nhận", size=12, bold=True, italic=True, align="left", before=1.8,
        with_next=True,
    ),
    Style(id="NoiNhanDanhSach", name="Nơi nhận - danh sách", size=11, align="left"),
    Style(id="Nguon", name="Nguồn", size=12, italic=True, align="both", before=14, first=10),
    Style(id="GhiChu", name="Ghi chú", size=12, align="both", before=6, first=10),
    Style(
        id="GhiChuTieuDe", name="Ghi chú - tiêu đề", size=12, bold=True, align="both", before=12, first=10,
        with_next=True,
    ),
    Style(id="GiayTen", name="Giấy chứng nhận - tên", size=28, bold=True, wide=1, before=14, after=6),
    Style(id="GiayNoiDung", name="Giấy chứng nhận - nội dung", size=16, before=7, line=1.05),
    Style(id="GiayNguoi", name="Giấy chứng nhận - người được cấp", size=24, bold=True, before=10, after=3),
    Style(id="GiayNgay", name="Giấy chứng nhận - ngày cấp", italic=True, before=12, with_next=True),
    Style(id="GiayCanCu", name="Giấy chứng nhận - căn cứ", size=12, align="left", before=12, with_next=True),
    Style(id="Header", name="header", size=13),
    Style(id="TaiLieuMau", name="Tài liệu mẫu", size=11, bold=True, wide=1, align="left", exactly=11),
    Style(id="CuoiVanBan", name="Cuối văn bản", size=1, exactly=1),
    Style(id="LenhCuaMau", name="Lệnh của mẫu", size=8, colour="2E74B5", align="left"),
)  # fmt: skip
"""What people find in Word's list of styles, in its order."""

FIGURES: Final = ("BangTieuDe", "BangChu", "BangGiua", "BangSo", "BangCongChu", "BangCongGiua", "BangCongSo")
"""The styles of what stands in the cells of a table."""

ROLES: Final[Mapping[str, str]] = {
    "p": "NoiDung",
    "p.body-name": "Diem",
    "p.source": "Nguon",
    "h2": "Muc",
    "h3": "Khoan",
    "recipients p": "NoiNhan",
    "recipients li": "NoiNhanDanhSach",
    "notes h2": "GhiChuTieuDe",
    "notes p": "GhiChu",
    "certificate h1.title": "GiayTen",
    "certificate p": "GiayNoiDung",
    "certificate p.lead": "GiayNoiDung",
    "certificate p.holder": "GiayNguoi",
    "p.place-date": "GiayNgay",
    "p.decision": "GiayCanCu",
    "p.entry": "GiayCanCu",
}
"""The style of each sort of paragraph on a page."""
