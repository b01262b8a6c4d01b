"""The styles of an official paper: sizes and faces of Decree 30/2020/NĐ-CP, Appendix I, section V."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from reportgen.model.decree import MEASURES, SETTINGS, TEXT_ALIGN

LANGUAGE: Final = "vi-VN"
NORMAL: Final = "Normal"
TABLE: Final = "Bang"
"""The style of a table of figures; its lines are drawn, unlike those of a head or of signatures."""

LEAST: Final = 0.05
"""A twip: the paragraph that ends a section finds room on a full page, and needs no empty one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph's style: sizes and distances in points, indents in millimetres.

    ``line`` is a multiple of single spacing, ``wide`` stands between letters, ``level`` is that of a heading.
    ``listed`` says that there is no room between such paragraphs, only around them.
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
    listed: bool = False
    ruled: bool = False
    level: int | None = None


def styles() -> list[Style]:
    """List what people find in Word's list of styles, in its order; the decree's values are read anew."""
    text = Style(
        id="NoiDung", name="Nội dung", size=SETTINGS["B-2"].ours, align=TEXT_ALIGN,
        before=MEASURES["between-paragraphs"].ours, line=MEASURES["lines"].ours,
        first=MEASURES["indent"].ours,
    )  # fmt: skip
    heading = replace(text, bold=True, with_next=True)
    line = Style(id="DongKe", name="Dòng kẻ", size=1, exactly=4, after=6, ruled=True)
    return [
        _set("H-1", "QuocHieu", "Quốc hiệu", size=SETTINGS["H-1"].sizes[0]),
        _set("H-2", "TieuNgu", "Tiêu ngữ", size=SETTINGS["H-2"].sizes[0]),
        _set("H-3", "TenCoQuanChuQuan", "Tên cơ quan chủ quản", size=SETTINGS["H-3"].sizes[0]),
        _set("H-4", "TenCoQuan", "Tên cơ quan", size=SETTINGS["H-4"].sizes[0]),
        _set("H-5", "SoKyHieu", "Số ký hiệu"),
        _set("H-6", "DiaDanh", "Địa danh ngày tháng", size=SETTINGS["H-6"].sizes[0]),
        line,
        replace(line, id="DongKeTrichYeu", name="Dòng kẻ - trích yếu", after=12),
        replace(line, id="DongKePhuLuc", name="Dòng kẻ - phụ lục", after=9),
        _set("H-7", "TenLoai", "Tên loại văn bản", before=24, with_next=True),
        _set("H-8", "TrichYeu", "Trích yếu", left=12.5, right=12.5, with_next=True),
        _set("N-1", "KinhGui", "Kính gửi", before=12, after=12),
        _set(
            "N-1", "KinhGuiNhieuNoi", "Kính gửi - nhiều nơi", align="left", before=12, left=35, with_next=True
        ),
        _set(
            "N-1", "KinhGuiDanhSach", "Kính gửi - danh sách", align="left", after=12, listed=True, left=57,
            first=-3.5,
        ),
        replace(text, id="CanCu", name="Căn cứ", size=SETTINGS["B-1"].ours, italic=True),
        text,
        replace(text, id="NoiDungKet", name="Nội dung - kết thúc", after=14, with_next=True, whole=True),
        replace(heading, id="Muc", name="Mục", level=0),
        replace(heading, id="Khoan", name="Khoản", level=1),
        replace(text, id="Diem", name="Điểm", with_next=True),
        *_of_tables(),
        _set("S-1", "ChucVu", "Chức vụ người ký", with_next=True),
        Style(id="ChucVuGhiChu", name="Chức vụ người ký - ghi chú", italic=True, with_next=True),
        _set("S-2", "HoTen", "Họ tên người ký", before=71, after=6, with_next=True),
        _set("N-2", "NoiNhan", "Nơi nhận", align="left", before=1.8, with_next=True),
        _set("N-3", "NoiNhanDanhSach", "Nơi nhận - danh sách", align="left"),
        Style(id="Nguon", name="Nguồn", size=12, italic=True, align="both", before=14, first=10),
        Style(id="GhiChu", name="Ghi chú", size=12, align="both", before=6, first=10),
        Style(
            id="GhiChuTieuDe", name="Ghi chú - tiêu đề", size=12, bold=True, align="both", before=12,
            first=10, with_next=True,
        ),
        *_APPENDIX,
        *_CERTIFICATE,
        _set("X-1", "Header", "header", before=1.2),
        Style(id="TaiLieuMau", name="Tài liệu mẫu", size=11, bold=True, wide=1, align="left", exactly=13),
        Style(id="CuoiVanBan", name="Cuối văn bản", size=1, exactly=LEAST),
        Style(id="LenhCuaMau", name="Lệnh của mẫu", size=8, colour="2E74B5", align="left"),
    ]  # fmt: skip


def _set(rule: str, identifier: str, name: str, **more: Any) -> Style:
    """Make the style of a component as the decree sets it."""
    setting = SETTINGS[rule]
    usual = {"size": setting.ours, "bold": bool(setting.bold), "italic": bool(setting.italic)}
    return Style(id=identifier, name=name, **(usual | more))


def _of_tables() -> list[Style]:
    figures = Style(id="BangGiua", name="Bảng - giữa", size=12)
    total = replace(figures, bold=True)
    return [
        replace(total, id="BangTen", name="Bảng - tên", before=8, after=3, with_next=True, whole=True),
        replace(total, id="BangTieuDe", name="Bảng - tiêu đề"),
        replace(figures, id="BangChu", name="Bảng - chữ", align="left"),
        figures,
        replace(figures, id="BangSo", name="Bảng - số", align="right"),
        replace(total, id="BangCongChu", name="Bảng - cộng, chữ", align="left"),
        replace(total, id="BangCongGiua", name="Bảng - cộng, giữa"),
        replace(total, id="BangCongSo", name="Bảng - cộng, số", align="right"),
    ]


_APPENDIX: Final = (
    Style(id="PhuLuc", name="Phụ lục - số", bold=True, with_next=True, level=0),
    Style(id="PhuLucTen", name="Phụ lục - tên", bold=True, left=9, right=9, with_next=True),
    Style(id="PhuLucKemTheo", name="Phụ lục - kèm theo", italic=True, left=9, right=9, with_next=True),
    Style(id="DonViTinh", name="Đơn vị tính", size=12, italic=True, align="right", after=2, with_next=True),
    Style(id="BieuDoTen", name="Biểu đồ - tên", size=12, bold=True, before=8, after=3, with_next=True),
    Style(id="BieuDo", name="Biểu đồ"),
    Style(id="Anh", name="Ảnh", with_next=True),
    Style(id="AnhChuThich", name="Ảnh - chú thích", size=12, italic=True, before=3, after=8),
)

_CERTIFICATE: Final = (
    Style(id="GiayTen", name="Giấy chứng nhận - tên", bold=True, wide=1),
    Style(id="GiayNoiDung", name="Giấy chứng nhận - nội dung"),
    Style(id="GiayNoiDungKet", name="Giấy chứng nhận - nội dung, kết thúc", with_next=True),
    Style(id="GiayNguoi", name="Giấy chứng nhận - người được cấp", bold=True),
    Style(id="GiayNgay", name="Giấy chứng nhận - ngày cấp", italic=True, with_next=True),
    Style(id="GiayCanCu", name="Giấy chứng nhận - căn cứ", size=12, align="left", with_next=True),
    Style(id="GiayVaoSo", name="Giấy chứng nhận - vào sổ", size=12, align="left", with_next=True),
    Style(id="MaQR", name="Mã QR", size=10, align="left", before=8.5),
    Style(id="MaQRChu", name="Mã QR - chữ", size=10, align="left", before=5.5),
)

FIGURES: Final = ("BangTieuDe", "BangChu", "BangGiua", "BangSo", "BangCongChu", "BangCongGiua", "BangCongSo")
"""The styles of what stands in the cells of a table."""

CLOSING: Final[Mapping[str, str]] = {"p": "NoiDungKet", "certificate p": "GiayNoiDungKet"}
"""The styles of what comes last before the signatures, by what it is elsewhere."""

ROLES: Final[Mapping[str, str]] = {
    "p": "NoiDung",
    "p.announces": "NoiDung",
    "p.legal-basis": "CanCu",
    "p.body-name": "Diem",
    "p.source": "Nguon",
    "p.chart-title": "BieuDoTen",
    "p.chart": "BieuDo",
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
    "p.entry": "GiayVaoSo",
}
"""The style of each sort of paragraph on a page."""
