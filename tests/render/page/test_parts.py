"""The parts of a page: its head, its numbers, certificates, signatures, the mark of a sample."""

from pathlib import Path

import pypdfium2

from reportgen.readback.pdf import read_pdf
from reportgen.render.pdf import names
from tests.helpers.pressing import PARTS, page, pressed, solid
from tests.render.on_page import HEADER, SHAPE, read

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def drawn(content: bytes) -> list[str]:
    """Read all text of each page as it is drawn, page numbers too."""
    document = pypdfium2.PdfDocument(content)
    return [sheet.get_textpage().get_text_range() for sheet in document]


def test_the_office_header_of_an_education_division_stands_on_one_line_each(tmp_path: Path) -> None:
    office, place = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"

    reading = read(page(tmp_path, PARTS + HEADER), office=office, place=place)

    assert [piece.strip() for piece in reading.pieces] == [
        "UBND QUẬN HỒNG BÀNG",
        office,
        NATION,
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-PGDĐT",
        place,
    ]


def test_a_careless_style_sheet_does_not_break_the_header(tmp_path: Path) -> None:
    reading = read(
        page(tmp_path, PARTS + HEADER, "td, div { padding: 0 } p { text-indent: 1.27cm; padding: 1pt }"),
        office="PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        place="x",
    )

    assert "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO" in reading.pieces


def test_macros_keep_what_they_print_in_the_script(tmp_path: Path) -> None:
    body = (
        PARTS
        + '{{ header(parent, office) }}{{ title("BÁO CÁO", subject) }}{{ kinh_gui(to) }}<p>x</p>'
        + "{{ signatures(noi_nhan(to), signature(position, name, authority)) }}"
    )
    given = {
        "parent": "UBND QUẬN",
        "office": "PHÒNG GDĐT",
        "subject": "Đợt 1",
        "to": ["Sở GDĐT", "UBND quận"],
        "position": "PHÓ TRƯỞNG PHÒNG",
        "name": "Nguyễn Thị Ửng",
        "authority": "KT. TRƯỞNG PHÒNG",
    }

    artifact = pressed(page(tmp_path, body), **given)

    assert artifact.script.emitted == [
        *("UBND QUẬN", "PHÒNG GDĐT", "BÁO CÁO", "Đợt 1", "Sở GDĐT", "UBND quận", "Sở GDĐT", "UBND quận"),
        *("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "Nguyễn Thị Ửng"),
    ]
    reading = read_pdf(artifact.content)
    assert solid(reading.pieces) == solid(text for text, _ in artifact.script.pieces)
    assert {"- Sở GDĐT;", "- UBND quận."} <= {piece.strip() for piece in reading.pieces}


def test_one_recipient_stands_on_the_line_of_kinh_gui(tmp_path: Path) -> None:
    assert read(page(tmp_path, PARTS + "{{ kinh_gui([to]) }}"), to="Sở GDĐT").pieces == ["Kính gửi: Sở GDĐT"]


def test_pages_are_numbered_from_the_second_on(tmp_path: Path) -> None:
    artifact = pressed(page(tmp_path, "<p>một</p>" + "<p style='break-before: page'>thêm</p>" * 2))

    assert [sorted(text.split()) for text in drawn(artifact.content)] == [
        ["một"],
        ["2", "thêm"],
        ["3", "thêm"],
    ]


def test_a_sample_says_so_on_every_page(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>một</p><p style='break-before: page'>hai</p>")
    template.write_text(template.read_text(encoding="utf-8").replace("<body>", '<body class="sample">'))

    artifact = pressed(template)

    assert all("TÀI LIỆU MẪU" in text for text in drawn(artifact.content))
    assert read_pdf(artifact.content).pieces == ["một", "hai"]


def test_a_certificate_is_one_landscape_sheet_without_a_number(tmp_path: Path) -> None:
    artifact = pressed(
        page(tmp_path, '<div class="certificate"><h1 class="title">GIẤY CHỨNG NHẬN</h1></div>')
    )

    document = pypdfium2.PdfDocument(artifact.content)
    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [297, 210]
    assert drawn(artifact.content) == ["GIẤY CHỨNG NHẬN"]


def test_a_signature_is_never_alone_on_its_page(tmp_path: Path) -> None:
    lines = "".join(f"<p>dòng {n}</p>" for n in range(28))
    body = PARTS + lines + '<p>Trân trọng./.</p>{{ signatures("", signature("TRƯỞNG PHÒNG", "Ất")) }}'

    last = drawn(pressed(page(tmp_path, body)).content)[-1]

    assert "Ất" in last
    assert "Trân trọng./." in last


def test_the_packages_parts_name_nothing_that_is_not_there(tmp_path: Path) -> None:
    template = page(
        tmp_path, PARTS + "{{ header(n, n) }}{% for u in units %}{{ kinh_gui([u.name]) }}{% endfor %}"
    )

    found, quoted = names(template, str(template), SHAPE, ("upper",))

    assert found == []
    assert quoted == {("n",), ("units", "name")}
