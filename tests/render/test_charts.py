"""Charts: the same numbers as the table, drawn for the PDF, and Word's own for Word, both read back."""

import datetime as dt
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from fractions import Fraction
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pypdfium2
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.batch import Order, make_plan
from reportgen.fill import FillOrder, fill
from reportgen.kinds import Shelf
from reportgen.model.artifact import DOCX
from reportgen.model.chart import Bar, Chart
from reportgen.model.chart_part import chart_words
from reportgen.model.reading import Reading
from reportgen.pipeline import Paper, produce
from reportgen.proof import faults
from reportgen.readback import read_back
from reportgen.render.template.bars import drawn
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.native_chart import native_chart
from reportgen.render.word.package import unpack
from tests.helpers.word import minimal

ROOT = Path(__file__).parents[2]
SOFFICE = shutil.which("soffice")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
KIND = """\
title: Báo cáo
fields:
  target: {type: percent, default: 80%, label: Mục tiêu}
  units: {rows: {district: text, staff: count, trained: count}}
tables:
  by_district:
    of: units
    by: district
    figures:
      staff: sum(units.staff)
      trained: sum(units.trained)
      part: {formula: "share(trained, staff)", as: percent, places: 1, if_nothing: "–"}
charts:
  parts: {of: by_district, by: district, shows: part, target: target, title: Tỷ lệ theo quận, legend: Đã học}
outputs: {docx: note.docx, pdf: note.html}
"""
PAGE = "{% if chart.parts %}<p>{{ chart.parts }}</p>{% endif %}<p>hết</p>"


def paper(folder: Path, units: str) -> Paper:
    """Draw up the paper of a small kind."""
    place = folder / "templates/note"
    place.mkdir(parents=True)
    (place / "kind.yaml").write_text(KIND, encoding="utf-8")
    (place / "note.html").write_text(f"<!doctype html><html><body>{PAGE}</body></html>", encoding="utf-8")
    tags = ("{%p if chart.parts %}", "{{ chart.parts }}", "{%p endif %}", "hết")
    minimal(place / "note.docx", "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags))
    (folder / "data.yaml").write_text(f"kind: note\nunits:\n{units}", encoding="utf-8")
    order = Order(Shelf([folder / "templates"]), dt.date(2025, 1, 1))
    return make_plan(folder / "data.yaml", order).documents[0].paper


def reading(paper: Paper, target: str) -> Reading:
    artifact = produce(paper, target)
    return read_back(artifact.content, artifact.media_type)


UNITS = """\
  - {district: Lê Chân, staff: 616, trained: 308}
  - {district: Cát Hải, staff: 3, trained: 1}
  - {district: Bạch Long Vĩ, staff: 0, trained: 0}
"""
WORDS = ["Lê Chân", "50,0%", "Cát Hải", "33,3%", "Bạch Long Vĩ: –", "Đã học", "Mục tiêu: 80%"]


def test_the_page_and_word_say_the_same_numbers_as_the_table(tmp_path: Path) -> None:
    chart = paper(tmp_path, UNITS)

    assert [piece for piece in reading(chart, "docx").pieces if piece] == [*WORDS, "hết"]
    assert "".join("".join(reading(chart, "pdf").pieces).split()) == "".join("".join([*WORDS, "hết"]).split())


def test_a_chart_of_one_bar_is_none(tmp_path: Path) -> None:
    alone = paper(tmp_path, "  - {district: Lê Chân, staff: 616, trained: 308}")

    assert reading(alone, "pdf").pieces == reading(alone, "docx").pieces == ["hết"]


def test_the_pdf_has_lines_and_letters_and_words_for_who_does_not_see_them(tmp_path: Path) -> None:
    content = produce(paper(tmp_path, UNITS), "pdf").content

    (page,) = pypdfium2.PdfDocument(content)
    sorts = {one.type for one in page.get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in sorts
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in sorts
    assert "Tỷ lệ theo quận".encode("utf-16-be") in pypdf_strings(content)
    assert faults(content) == []


def pypdf_strings(content: bytes) -> bytes:
    """Join all texts that stand outside of streams, as PDF has them."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [one.Alt for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    return b"".join(bytes(one) for one in found)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_word_can_edit_the_numbers_in_a_workbook_that_holds_the_same(tmp_path: Path) -> None:
    found = parts(produce(paper(tmp_path, UNITS), "docx").content)

    (book,) = [content for name, content in found.items() if name.endswith(".xlsx")]
    (chart,) = [etree.fromstring(content) for name, content in found.items() if "/charts/chart" in name]
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (None, "Đã học", "Mục tiêu: 80%") or rows[0] == ("", "Đã học", "Mục tiêu: 80%")
    assert rows[1:] == [("Lê Chân", 0.5, 0.8), ("Cát Hải", 0.333, 0.8), ("Bạch Long Vĩ: –", None, 0.8)]
    cached = [one.text for one in chart.iter(f"{C}v")]
    assert cached == [
        "Đã học", "Lê Chân", "Cát Hải", "Bạch Long Vĩ: –", "0.5", "0.333",
        "Mục tiêu: 80%", "Lê Chân", "Cát Hải", "Bạch Long Vĩ: –", "0.8", "0.8", "0.8",
    ]  # fmt: skip


def test_a_changed_number_of_a_word_chart_is_read_as_changed(tmp_path: Path) -> None:
    artifact = produce(paper(tmp_path, UNITS), "docx")
    found = parts(artifact.content)
    (name,) = [name for name in found if "/charts/chart" in name]

    changed = etree.fromstring(found[name].replace(b"0.333", b"0.933"))

    assert chart_words(changed)[:4] == ["Lê Chân", "50,0%", "Cát Hải", "93,3%"]


def with_chart(path: Path, content: bytes) -> Path:
    """Make a Word template that somebody drew a chart in, between two tags."""
    document = docx.Document()
    document.add_paragraph("Kính gửi: {{ who }}")
    name = PackURI("/word/charts/chart1.xml")
    sort = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    part = Part(name, sort, content, document.part.package)
    relation = document.part.relate_to(part, f"{OFFICE}/chart")
    drawing = etree.fromstring(
        f'<w:drawing xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" '
        f'xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:inline><wp:extent cx="4000000" cy="2000000"/>'
        f'<wp:docPr id="1" name="Chart 1"/><a:graphic><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    document.add_paragraph("Biểu đồ: ").add_run()._r.append(drawing)
    document.add_paragraph("Ngày {{ day }}")
    document.save(str(path))
    return path


def test_a_chart_that_a_template_has_of_its_own_stays_as_it_is(tmp_path: Path) -> None:
    assembly = Assembly(unpack(minimal_word()))
    bars = [Bar("Lê Chân", Fraction(5, 8), "62,5%"), Bar("Cát Hải", Fraction(1, 2), "50,0%")]
    native_chart(Chart("a", "b", bars, None), assembly, "word/document.xml")
    (content,) = [content for name, content in assembly.added.items() if name.endswith(".xml")]
    content = re.sub(rb"<c:externalData.*?</c:externalData>|<c:externalData[^>]*/>", b"", content)
    content = content.replace(b'formatCode="0.0%"', b'formatCode="General"')
    template = with_chart(tmp_path / "t.docx", content.replace(b"0.0%", b"General"))
    (tmp_path / "d.yaml").write_text("who: Sở GDĐT\nday: 12/9/2019\n", encoding="utf-8")

    made = fill(FillOrder(template, tmp_path / "d.yaml", tmp_path / "o.docx")).written.path.read_bytes()

    assert [piece for piece in read_back(made, DOCX).pieces if piece] == [
        *("Kính gửi: Sở GDĐT", "Biểu đồ: ", "Lê Chân", "0,625", "Cát Hải", "0,5", "b", "Ngày 12/9/2019"),
    ]
    assert parts(made)["word/charts/chart1.xml"] == content.replace(b"0.0%", b"General")
    if SOFFICE is not None:
        shown = "".join(in_libreoffice(tmp_path / "o.docx").split())
        assert [word for word in ("SởGDĐT", "LêChân", "CátHải", "12/9/2019") if word not in shown] == []


def in_libreoffice(path: Path) -> str:
    """Give the words that LibreOffice shows of a Word file."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [
        str(SOFFICE),
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return " ".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path.with_suffix(".pdf"))
    )


SHARES = st.fractions(0, 1, max_denominator=2000)
BARS = st.lists(st.tuples(st.text("Đabcôị ", min_size=1).map(str.strip).filter(bool), SHARES), min_size=2)


def rounded(share: Fraction) -> tuple[Fraction, str]:
    thousandths = int(share * 1000 + Fraction(1, 2))
    return Fraction(thousandths, 1000), f"{thousandths // 10},{thousandths % 10}%"


@given(BARS, SHARES)
def test_whatever_the_numbers_word_reads_as_they_are_printed(
    bars: list[tuple[str, Fraction]], aim: Fraction
) -> None:
    chart = Chart("a", "b", [Bar(name, *rounded(share)) for name, share in bars], Bar("m", *rounded(aim)))
    assembly = Assembly(unpack(minimal_word()))

    native_chart(chart, assembly, "word/document.xml")

    (content,) = [content for name, content in assembly.added.items() if name.endswith(".xml")]
    assert chart_words(etree.fromstring(content)) == chart.words


@given(BARS, SHARES)
def test_no_bar_is_longer_than_the_sheet_and_lengths_are_in_proportion(
    bars: list[tuple[str, Fraction]], aim: Fraction
) -> None:
    chart = Chart("a", "b", [Bar(name, *rounded(share)) for name, share in bars], Bar("m", *rounded(aim)))

    root = etree.fromstring(drawn(chart)[1])

    boxes = [
        [int(one.get(name, "")) for name in ("x", "width", "height")] for one in root if "rect" in one.tag
    ]
    assert all(left >= 0 and left + width <= 16_000 for left, width, _ in boxes)
    widths = [width for _, width, height in boxes if height > 200]
    filled = widths[::2]
    longest = max([*(share for _, share in bars), aim])
    if longest >= Fraction(1, 100):
        scale = max(widths)
        for width, (_, share) in zip(filled, bars, strict=True):
            assert abs(width - rounded(share)[0] * scale / rounded(longest)[0]) <= 2


def minimal_word() -> bytes:
    """Give a Word file without anything."""
    with tempfile.TemporaryDirectory() as folder:
        return minimal(Path(folder) / "a.docx", "<w:p/>").read_bytes()
