"""The head of a paper: which size fits, how long its lines are, and what is said where nothing fits."""

import datetime as dt
import io
import shutil
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.batch import Order, make_plan
from reportgen.form import check, recognise
from reportgen.kinds import Shelf
from reportgen.model.decree import MEASURES, SETTINGS
from reportgen.model.errors import RenderError
from reportgen.model.layout import TWIPS_PER_MM
from reportgen.pipeline import produce
from reportgen.readback.word_layout import word_layout
from reportgen.render.advances import ADVANCES, PER_EM, text_width
from reportgen.render.fonts import NEEDED, find_faces
from reportgen.render.head import DATE, NUMBER, OFFICE, Head, Line, Overlong, fit
from tests.helpers.pressing import PARTS, page, pressed
from tests.render.word.samples import TEMPLATES
from tools.word.draw import draw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DIVISION = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"
DEPARTMENT = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
ROOM = 165
HEADER = '{{ header("UBND QUẬN HỒNG BÀNG", office, "Số: 05/BC-PGDĐT", place) }}<p>Một.</p>'
WHERE = "Hải Phòng, ngày 05 tháng 02 năm 2020"


def lines(office: str, place: str = WHERE) -> list[Line]:
    """Give the lines of a head as they are written."""
    own = [Line(line, "H-4") for line in office.split("\n")]
    return [Line(NATIONAL, "H-1"), Line(MOTTO, "H-2"), *own, Line("Số: 05/BC", "H-5"), Line(place, "H-6")]


@pytest.mark.parametrize("style", ADVANCES)
def test_the_table_of_widths_says_what_the_faces_say(style: str) -> None:
    with TTFont(find_faces().files[style]) as font:
        names, advances = font.getBestCmap(), font["hmtx"]
        ems = {letter: advances[names[ord(letter)]][0] / font["head"].unitsPerEm for letter in NEEDED}

    wrong = [letter for letter in NEEDED if round(ems[letter] * PER_EM) != round(em(letter, style) * PER_EM)]
    assert not wrong


def em(letter: str, style: str) -> float:
    return text_width(letter, 72, style) / 25.4


@pytest.mark.parametrize(
    ("office", "large"), [(DEPARTMENT, True), (DIVISION, False), ("TRƯỜNG TIỂU HỌC\nLÊ LỢI", True)]
)
def test_the_larger_size_is_taken_where_all_lines_fit(office: str, large: bool) -> None:  # noqa: FBT001
    head = fit(lines(office), ROOM)

    assert isinstance(head, Head)
    assert head.large is large


def test_a_name_that_fits_at_no_size_is_told_with_its_measure_and_the_room() -> None:
    school = "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN BỈNH KHIÊM"

    found = fit(lines(school), ROOM)

    assert isinstance(found, Overlong)
    assert (found.left.text, found.right.text) == (school, NATIONAL)
    assert isinstance(fit(lines(school.replace(" VÀ ", "\nVÀ ").replace(" NGUYỄN", "\nNGUYỄN")), ROOM), Head)


def test_a_number_that_is_longer_than_the_names_has_its_room() -> None:
    number = Line("Số: …………/BC-PGDĐT-GDMN", "H-5")

    head = fit([*lines("PHÒNG")[:-2], number], ROOM)

    assert isinstance(head, Head)
    assert head.left >= number.width(large=True)


def test_a_long_date_reaches_over_to_where_only_the_number_stands() -> None:
    date = "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"

    head = fit(lines(DIVISION, date), ROOM)
    assert isinstance(head, Head)
    assert 0 < head.beyond < 4

    found = fit([*lines(DIVISION, date), Line("Số: 1234/BC-PGDĐT-GDTH-TCCB", "H-5")], ROOM)
    assert isinstance(found, Overlong)
    assert found.right.text == date


@given(st.text("ABCĐƯƠVÀ ", max_size=60), st.text("HảiPòngVũ T", max_size=60), st.integers(140, 250))
def test_what_is_said_to_fit_does(office: str, place: str, room: int) -> None:
    head = lines(office, f"{place}, ngày 05 tháng 02 năm 2020")
    found = fit(head, room)

    if isinstance(found, Overlong):
        assert found.left.width(large=False) + found.right.width(large=False) > room - 3
    else:
        for line in head:
            within = found.left if line.rule in {*OFFICE, NUMBER} else room - found.left
            beyond = found.beyond if line.rule == DATE else 0
            assert line.width(large=found.large) < within + beyond


@pytest.mark.parametrize(
    "place",
    [
        "Thành phố Thủ Dầu Một, ngày 20 tháng 02 năm 2020",
        "Thành phố Phan Rang - Tháp Chàm, ngày 20 tháng 02 năm 2020",
        "Thành phố Hồ Chí Minh, ngày        tháng        năm 2026",
    ],
    ids=["as wide as its column", "wider than all others", "with gaps for a day by hand"],
)
def test_a_date_that_is_said_to_fit_is_not_broken_by_the_engine(tmp_path: Path, place: str) -> None:
    office = "TRƯỜNG MẦM NON" if "Tháp" in place else "TRƯỜNG MẦM NON HOA SEN"
    head = f'{{{{ header("UBND XÃ", "{office}", "Số: 05/BC", "{place}") }}}}<p>Một.</p>'
    made = pressed(page(tmp_path, PARTS + head))

    assert " ".join(place.split()) in " ".join("".join(made.script.body).split())


@pytest.mark.parametrize(("office", "size"), [(DIVISION, 12), (DEPARTMENT, 13)])
def test_a_pdf_has_the_size_that_fits_and_lines_in_proportion(tmp_path: Path, office: str, size: int) -> None:
    sheet = pypdfium2.PdfDocument(
        pressed(page(tmp_path, PARTS + HEADER), office=office, place=WHERE).content
    )[0]
    words = boxes(sheet)

    assert {round(words[text][2]) for text in (office, NATIONAL)} == {size}
    assert round(words[MOTTO][2]) == size + 1
    rules = drawn_lines(sheet)
    for text, least, most in ((office, 1 / 3, 1 / 2), (MOTTO, 0.98, 1.02)):
        left, right, _ = words[text]
        (rule,) = [one for one in rules if abs(sum(one) - left - right) < 2]
        assert least <= (rule[1] - rule[0]) / (right - left) <= most


def boxes(sheet: pypdfium2.PdfPage) -> dict[str, tuple[float, float, float]]:
    """Give the left and right edge of each line of text, and the size of its letters, in points."""
    found = {}
    texts = sheet.get_textpage()
    for number in range(texts.count_rects()):
        left, bottom, right, top = texts.get_rect(number)
        said = texts.get_text_bounded(left, bottom, right, top).strip()
        index = texts.get_index((left + right) / 2, (bottom + top) / 2, 5, 5)
        size = pypdfium2.raw.FPDFText_GetFontSize(texts, index) * 72 / 96  # the engine counts in CSS pixels
        found[said] = (left, right, size)
    return found


def drawn_lines(sheet: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Give the left and right end of each drawn line."""
    paths = sheet.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    found = (one.get_bounds() for one in paths)
    return [(left, right) for left, bottom, right, top in found if top - bottom < 3 < right - left]


def test_a_pdf_whose_style_sheet_breaks_a_line_of_the_head_is_refused(tmp_path: Path) -> None:
    template = page(tmp_path, PARTS + HEADER, ".header .office { padding: 0 1cm }")

    with pytest.raises(RenderError) as caught:
        pressed(template, office=DIVISION, place=WHERE)

    assert [(one.code, dict(one.values)) for one in caught.value.diagnostics] == [
        ("head-wrapped", {"line": DIVISION})
    ]


def printed(folder: Path, kind: str, target: str, **changed: str) -> bytes:
    """Make the first paper of a kind's example with some lines of its data changed."""
    data = next((TEMPLATES / kind / "examples").glob("*.yaml"))
    kept = [line for line in data.read_text("utf-8").splitlines() if line.partition(":")[0] not in changed]
    (folder / "data.yaml").write_text(
        "\n".join([*kept, *(f"{name}: {value}" for name, value in changed.items())]), "utf-8"
    )
    shutil.copytree(data.parent, folder, dirs_exist_ok=True)
    order = Order(Shelf([TEMPLATES]), dt.date(2026, 1, 1), (target,))
    return produce(make_plan(folder / "data.yaml", order).documents[0].paper, target).content


@pytest.mark.parametrize(("office", "size"), [(DIVISION, 12), (DEPARTMENT, 13)])
def test_word_has_the_same_sizes_and_the_same_lines(tmp_path: Path, office: str, size: int) -> None:
    content = printed(tmp_path, "minutes", "docx", office=office.lower(), parent="UBND QUẬN HỒNG BÀNG")
    blocks = word_layout(content).blocks
    looks = {block.text: block.letters[0].look.size for block in blocks if block.text}

    assert {looks[text] for text in (office, NATIONAL, "UBND QUẬN HỒNG BÀNG")} == {2 * size}
    assert looks[MOTTO] == 2 * size + 2
    lengths = word_rules(content)
    assert 1 / 3 <= lengths[office] / text_width(office, size, "bold") <= 1 / 2
    assert lengths[MOTTO] == pytest.approx(text_width(MOTTO, size + 1, "bold"), rel=0.01)


def word_rules(content: bytes) -> dict[str, float]:
    """Give the length in millimetres of the drawn line below each text of the head."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = {}
    for cell in next(root.iter(f"{W}tbl")).iter(f"{W}tc"):
        width = int(next(cell.iter(f"{W}tcW")).get(f"{W}w", "0"))
        for above, rule in pairwise(cell.iter(f"{W}p")):
            if (indent := rule.find(f"{W}pPr/{W}ind")) is not None and not "".join(map(str, rule.itertext())):
                sides = sum(int(indent.get(f"{W}{side}", "0")) for side in ("left", "right"))
                found["".join(map(str, above.itertext()))] = (width - sides) / TWIPS_PER_MM
    return found


@pytest.mark.parametrize("target", ["docx", "pdf"])
def test_a_name_that_fits_nowhere_stops_both_formats(tmp_path: Path, target: str) -> None:
    long = "Trường Tiểu học và Trung học cơ sở dân tộc bán trú Nguyễn Bỉnh Khiêm"

    with pytest.raises(RenderError) as caught:
        printed(tmp_path, "minutes", target, office=long)

    (told,) = caught.value.diagnostics
    assert told.code == "head-too-wide"
    assert dict(told.values)["left"] == long.upper()
    assert told.hint == "write it in several lines, each of 73,7 mm at most"  # 162,0 less the nation's 88,3
    printed(tmp_path, "minutes", target, office='"Trường Tiểu học\\nvà Trung học cơ sở\\nNguyễn Bỉnh Khiêm"')


def test_a_parent_that_can_be_abbreviated_is_told_how(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        printed(tmp_path, "minutes", "pdf", parent="Uỷ ban nhân dân thành phố Hồ Chí Minh")

    (told,) = caught.value.diagnostics
    assert told.hint == "shorten it to “UBND THÀNH PHỐ HỒ CHÍ MINH”"


def test_a_changed_rule_changes_page_and_lint_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were recipients set at 10 points, and the margin 32 mm at least, the papers of today would be wrong."""
    before = printed(tmp_path, "minutes", "docx")
    monkeypatch.setitem(SETTINGS, "N-3", replace(SETTINGS["N-3"], sizes=(10, 10)))
    monkeypatch.setitem(MEASURES, "margin-left", replace(MEASURES["margin-left"], least=32, most=35, ours=33))

    assert {finding.rule_id for finding in check(recognise(word_layout(before)))} == {"N-3", "P-3"}

    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    (folder / "minutes/minutes.docx").write_bytes(draw(folder, "minutes"))
    monkeypatch.setattr(sys.modules[__name__], "TEMPLATES", folder)
    assert check(recognise(word_layout(printed(tmp_path, "minutes", "docx")))) == []
    sheet = pypdfium2.PdfDocument(printed(tmp_path, "minutes", "pdf"))[0]
    (begins,) = [left for text, (left, _, _) in boxes(sheet).items() if text.startswith("Thời gian bắt đầu")]
    assert begins == pytest.approx((33 + MEASURES["indent"].ours) * 72 / 25.4, abs=1)


@pytest.mark.parametrize("lines", range(20, 32))
def test_the_signatures_of_a_pdf_stand_with_two_paragraphs(tmp_path: Path, lines: int) -> None:
    text = "".join(f"<p>Ý kiến {number}.</p>" for number in range(lines)) + "<p>Kết thúc./.</p>"
    body = PARTS + text + '{{ signatures(signature("THƯ KÝ", n), signature("CHỦ TỌA", n)) }}'

    pages = [
        sheet.get_textpage().get_text_range()
        for sheet in pypdfium2.PdfDocument(pressed(page(tmp_path, body), n="Lò Văn Bút").content)
    ]

    (last,) = [said for said in pages if "Kết thúc./." in said]
    assert f"Ý kiến {lines - 1}." in last
    assert "CHỦ TỌA" in last


def test_word_keeps_the_two_last_paragraphs_with_the_signatures(tmp_path: Path) -> None:
    blocks = [block for block in word_layout(printed(tmp_path, "minutes", "docx")).blocks if not block.cell]
    (closing,) = [place for place, block in enumerate(blocks) if block.text.endswith("./.")]

    assert blocks[closing].keeps_next
    assert blocks[closing - 1].keeps_next


BASES = "[Căn cứ Kế hoạch số 88/KH-PGDĐT ngày 05 tháng 02 năm 2019, Căn cứ Luật Giáo dục năm 2019]"


@pytest.mark.parametrize("kind", ["district-report", "round-report"])
def test_legal_bases_are_italic_and_end_as_the_decree_wants(tmp_path: Path, kind: str) -> None:
    content = printed(
        tmp_path, kind, "docx", bases=BASES, authority="KT. Giám đốc", signer_position="Phó Giám đốc"
    )
    layout = word_layout(content)
    bases = [block for block in layout.blocks if block.text.startswith("Căn cứ")]

    assert [block.text[-1] for block in bases] == [";", "."]
    assert all(run.look.italic for block in bases for run in block.letters)
    assert [finding.rule_id for finding in check(recognise(layout))] == []
    titles = [block.text for block in layout.blocks if "GIÁM ĐỐC" in block.text]
    assert titles == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def test_who_signs_for_a_collective_and_its_head_has_three_lines(tmp_path: Path) -> None:
    signs = {"authority": '"TM. Ủy ban nhân dân\\nKT. Chủ tịch"', "signer_position": "Phó Chủ tịch"}
    content = printed(tmp_path, "round-report", "pdf", **signs)

    said = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(content))
    assert "TM. ỦY BAN NHÂN DÂN\r\nKT. CHỦ TỊCH\r\nPHÓ CHỦ TỊCH" in said
