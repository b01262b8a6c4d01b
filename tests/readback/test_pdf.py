"""A PDF is read in the order of its tags: what the page shows, once, and nothing else."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.errors import DataError
from reportgen.readback.drawing import drawn
from reportgen.readback.pdf import foreign_fonts, read_pdf
from reportgen.render.fonts import VIETNAMESE
from tests.helpers.pressing import page, pressed, solid

HEADING = "<thead><tr><th scope='col'>Đơn vị</th><th scope='col'>Số lượng</th></tr></thead>"
ROWS = "{% for row in rows %}<tr><td>{{ row.name }}</td><td class='number'>{{ row.n }}</td></tr>{% endfor %}"


def rows(count: int) -> list[dict[str, str]]:
    return [{"name": f"Trường Mầm non số {n}", "n": str(n * 37)} for n in range(1, count + 1)]


def bare(html: str, *, tagged: bool = True) -> bytes:
    """Make a PDF past the press, which would refuse it."""
    content: bytes = weasyprint.HTML(string=f"<html lang='vi'><title>x</title>{html}").write_pdf(
        pdf_tags=tagged
    )
    return content


def assert_equal(template: Path, **values: object) -> list[str]:
    """Compare a page with its script, word for word; give what was read."""
    artifact = pressed(template, **values)
    reading = read_pdf(artifact.content)
    assert solid(reading.pieces) == solid(text for text, _ in artifact.script.pieces)
    return [piece.strip() for piece in reading.pieces]


def test_a_table_of_two_hundred_rows_reads_as_it_was_written(tmp_path: Path) -> None:
    body = f"<table>{HEADING}<tbody>{ROWS}</tbody></table><p>Hết./.</p>"

    pieces = assert_equal(page(tmp_path, body), rows=rows(200))

    assert pieces.count("Đơn vị") == 1
    assert pieces[2:4] == ["Trường Mầm non số 1", "37"]
    assert pieces[-3:] == ["Trường Mầm non số 200", "7400", "Hết./."]


def test_the_heading_of_a_table_is_printed_again_on_each_page(tmp_path: Path) -> None:
    """What is left out of the reading is on the page all the same."""
    artifact = pressed(page(tmp_path, f"<table>{HEADING}<tbody>{ROWS}</tbody></table>"), rows=rows(100))

    pages = pypdfium2.PdfDocument(artifact.content)
    assert len(pages) == 3
    assert all("Đơn vị Số lượng" in sheet.get_textpage().get_text_range() for sheet in pages)


def test_two_tables_with_one_heading_each_keep_it_even_at_a_page_break(tmp_path: Path) -> None:
    table = f"<table>{HEADING}<tbody>{ROWS}</tbody></table>"

    pieces = assert_equal(page(tmp_path, table + table, "table { break-after: page }"), rows=rows(3))

    assert pieces.count("Đơn vị") == 2


def test_a_total_is_read_once_whether_it_is_repeated_or_not(tmp_path: Path) -> None:
    foot = "<tfoot><tr><td>Cộng</td><td>{{ n }}</td></tr></tfoot>"
    body = f"<table>{HEADING}<tbody>{ROWS}</tbody>{foot}</table>"

    for css in ("", "tfoot { display: table-footer-group }"):
        pieces = assert_equal(page(tmp_path, body, css), rows=rows(100), n="186.850")
        assert pieces[-2:] == ["Cộng", "186.850"]
        assert pieces.count("Cộng") == 1


def test_a_table_in_a_table_is_read_in_order(tmp_path: Path) -> None:
    inner = "<table><tr><td>trong 1</td><td>trong 2</td></tr></table>"
    body = f"<table>{HEADING}<tr><td>{inner}</td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>"

    assert assert_equal(page(tmp_path, body))[2:] == ["trong 1", "trong 2", "a", "b", "c"]


def test_list_markers_are_left_out(tmp_path: Path) -> None:
    body = "<ul><li>một<ul><li>con</li></ul></li><li>hai</li></ul><ol><li>ba</li></ol><dl><dt>x<dd>y</dl>"

    assert assert_equal(page(tmp_path, body)) == ["một", "con", "hai", "ba", "x", "y"]


def test_lines_that_break_at_a_hyphen_keep_it(tmp_path: Path) -> None:
    body = (
        "<p style='width: 3cm'>Kế hoạch giáo-dục-mầm-non-thành-phố-Hải-Phòng và Điện Biên-Phủ 88/KH-PGDĐT</p>"
    )

    pieces = assert_equal(page(tmp_path, body))

    assert any(piece.endswith("-") for piece in pieces)


def test_soft_hyphens_are_not_shown_and_not_read(tmp_path: Path) -> None:
    body = "<p style='width: 2cm'>{{ n }}</p>"

    pieces = assert_equal(page(tmp_path, body), n="nghị\u00adquyết\u00adhội\u00adnghị")

    assert "".join(pieces) == "nghịquyếthộinghị"


def test_ligatures_read_as_their_letters(tmp_path: Path) -> None:
    css = "p { font-variant-ligatures: common-ligatures }"

    assert assert_equal(page(tmp_path, "<p>office file fluff ﬁ</p>", css))[0].startswith("office file fluff")


def test_letters_in_two_pieces_read_as_one(tmp_path: Path) -> None:
    pieces = assert_equal(
        page(tmp_path, "<p>Nguye\u0302\u0303n Thi\u0323 U\u031b\u0309ng</p><p>Nguyễn Thị Ửng</p>")
    )

    assert pieces == ["Nguyễn Thị Ửng"] * 2


def test_words_in_drawings_and_groups_are_read_where_they_stand(tmp_path: Path) -> None:
    body = (
        "<p>trước</p><svg width='200' height='30'><title>hình</title>"
        "<text x='0' y='20' font-family='reportgen serif'>12,5 %</text></svg>"
        "<p style='opacity: .5'>mờ <b>đậm</b></p><p>sau</p>"
    )

    assert assert_equal(page(tmp_path, body)) == ["trước", "12,5 %", "mờ", "đậm", "sau"]


def test_text_that_nobody_can_see_is_not_read() -> None:
    content = bare(
        "<p>thấy</p><p style='visibility: hidden'>ẩn</p><p style='margin-left: 30cm'>ngoài</p>"
        "<p style='white-space: nowrap'>" + "quá dài " * 60 + "</p>"
    )

    assert read_pdf(content).pieces == ["thấy"]


def test_page_numbers_are_left_out() -> None:
    content = bare("<style>@page { @bottom-center { content: 'trang ' counter(page) } }</style><p>x</p>")

    assert read_pdf(content).pieces == ["x"]


def test_a_file_without_tags_is_read_as_drawn() -> None:
    reading = read_pdf(bare("<p>một</p><p>hai</p>", tagged=False))

    assert [piece.strip() for piece in reading.pieces] == ["một", "hai"]
    assert reading.pages == 1


def test_fonts_of_another_family_are_found(tmp_path: Path) -> None:
    ours = read_pdf(pressed(page(tmp_path, "<p>x <b>y</b></p>")).content)
    other = read_pdf(bare("<p style='font-family: monospace'>x</p>"))

    assert ours.fonts == ("reportgen-serif", "reportgen-serif-Bold")
    assert foreign_fonts(ours, "reportgen serif") == []
    assert foreign_fonts(ours, "reportgen ser") == list(ours.fonts)
    assert foreign_fonts(other, "reportgen serif") == list(other.fonts) != []


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        read_pdf(b"%PDF-1.7 and then nothing")

    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["unreadable-pdf"]


WORDS = st.text(
    alphabet=VIETNAMESE + VIETNAMESE.upper() + "bcghnt0123456789.,-/%()“”–", min_size=1, max_size=14
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=120))
def test_any_paragraph_reads_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    body = (
        "<p>{{ text }}</p><p style='width: 4cm'>{% for w in words %}{{ w }} <b>{{ w }}</b>-{% endfor %}</p>"
    )

    assert_equal(page(tmp_path_factory.mktemp("kind"), body), text=" ".join(words), words=words)


def test_a_face_that_is_packed_otherwise_is_another_although_its_bytes_are_the_same() -> None:
    content = bare("<p>12</p>")
    digest, other = drawn(content), io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        faces = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        for face in faces:
            raw = face.FontFile2.read_raw_bytes()
            face.FontFile2.write(raw, filter=pikepdf.Name.RunLengthDecode)
        pdf.save(other)
    assert faces
    assert drawn(other.getvalue()) != digest == drawn(content)
