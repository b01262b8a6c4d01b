"""The press for Word: what is printed, what the file says of itself, what goes wrong while it is filled."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from docx.document import Document
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from reportgen.model.artifact import DOCX, Artifact
from reportgen.model.context import Rows
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
from reportgen.model.letters import as_stored
from reportgen.render.docx import render
from tests.helpers import word
from tests.render.in_word import (
    LOOP,
    UNITS,
    complaints,
    context,
    lines,
    opened,
    part,
    press,
    script,
    words,
)


def cells(artifact: Artifact) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(artifact).tables[0].rows]


def failed(template: Path, **values: object) -> Diagnostic:
    with pytest.raises(RenderError) as caught:
        press(template, **values)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.docx"


# what is printed


def test_values_stand_in_paragraphs_tables_and_headers(file: Path) -> None:
    word.written(file, "Có {{ managers }} người tại {{ venue }}.", rows=LOOP, header="Số {{ venue|upper }}")
    artifact = press(file)
    assert artifact.media_type == DOCX
    assert lines(artifact) == ["Có 2.960 người tại Sở GD&ĐT."]
    assert cells(artifact) == [
        ["Quận", "Đã bồi dưỡng"],
        ["Hồng Bàng", "5"],
        ["Lê Chân & An Dương", "15"],
        ["Tổng số", "20"],
    ]
    assert opened(artifact).sections[0].header.paragraphs[0].text == "Số SỞ GD&ĐT"


def test_the_script_is_all_words_in_order_with_the_emitted_ones(file: Path) -> None:
    word.written(file, "Có {{ managers }} người.", rows=LOOP[:4], header="Tại {{ venue }}")
    artifact = press(file)
    assert artifact.script.emitted == ["2.960", "Hồng Bàng", "5", "Lê Chân & An Dương", "15", "Sở GD&ĐT"]
    told = "Có 2.960 người. Quận Đã bồi dưỡng Hồng Bàng 5 Lê Chân & An Dương 15 Tại Sở GD&ĐT"
    assert script(artifact) == told.split()


def test_a_tag_that_word_has_split_over_runs_is_one_tag(file: Path) -> None:
    word.written(file, "Có {|{ mana|gers }|} người, {|% if| online %}có{% |endif %} mặt")
    artifact = press(file)
    assert lines(artifact) == ["Có 2.960 người,  mặt"]
    assert artifact.script.emitted == ["2.960"]


@pytest.mark.parametrize("text", ["A & B", "<b>đậm</b>", "a > b", "{{ 7*7 }}", "\"'", "  hai  đầu  "])
def test_a_value_is_printed_as_it_is(file: Path, text: str) -> None:
    word.written(file, "Tại: {{ venue }}.")
    artifact = press(file, venue=text)
    assert lines(artifact) == [f"Tại: {text}."]
    assert artifact.script.emitted == [text]


def test_line_breaks_and_tabs_of_a_value_are_word_s_own(file: Path) -> None:
    word.minimal(file, word.paragraph("Tại: {{ venue }}!", style="<w:b/>"))
    artifact = press(file, venue="dòng 1\ndòng 2\tcột\n")
    assert artifact.script.emitted == ["dòng 1\ndòng 2\tcột\n"]
    xml = part(artifact, "word/document.xml")
    run = xml[xml.index("<w:rPr>") : xml.index("</w:r>")]
    assert run == (
        '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Tại: dòng 1</w:t><w:br/>'
        '<w:t xml:space="preserve">dòng 2</w:t><w:tab/><w:t xml:space="preserve">cột</w:t><w:br/>'
        '<w:t xml:space="preserve">!</w:t>'
    )


def test_paragraphs_stay_or_go_with_their_condition(file: Path) -> None:
    word.written(
        file, "trước", "{%p if online %}", "trực tuyến", "{%p else %}", "tại chỗ", "{%p endif %}", "sau"
    )
    assert lines(press(file)) == ["trước", "tại chỗ", "sau"]
    assert lines(press(file, online=True)) == ["trước", "trực tuyến", "sau"]


def test_a_table_grows_columns(file: Path) -> None:
    word.minimal(file, word.table(["{%tc for u in units %}", "{{ u.district }}", "{%tc endfor %}"]))
    artifact = press(file)
    assert cells(artifact) == [["Hồng Bàng", "Lê Chân & An Dương"]]
    assert part(artifact, "word/document.xml").count("<w:gridCol") == 2


def test_braces_are_printed_in_the_dialect_s_way(file: Path) -> None:
    word.written(file, "{_{ managers }_}")
    artifact = press(file)
    assert lines(artifact) == ["{{ managers }}"]
    assert artifact.script.emitted == []


def test_it_prints_what_docxtpl_itself_prints(file: Path) -> None:
    paragraphs = (
        "Có {{ managers }}",
        "{%p if managers %}",
        "x",
        "{%p endif %}",
        "{% if online %}a{% else %}b{% endif %}",
    )
    word.written(file, *paragraphs, rows=LOOP, header="Số {{ venue }}")
    theirs = DocxTemplate(file)
    theirs.render(
        {"managers": "2.960", "venue": "Sở GD&ĐT", "online": False, "units": UNITS}, autoescape=True
    )
    theirs.save(str(file.with_name("theirs.docx")))
    other, ours = docx.Document(str(file.with_name("theirs.docx"))), opened(press(file))
    assert text_of(ours) == text_of(other)
    assert ours.sections[0].header.paragraphs[0].text == other.sections[0].header.paragraphs[0].text


def text_of(document: Document) -> list[tuple[str, str]]:
    body = document.element.body
    return [(str(element.tag), element.text or "") for element in body.iter() if isinstance(element.tag, str)]


def test_a_page_number_is_not_part_of_the_script(file: Path) -> None:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    number = f"<w:p><w:r><w:t>Trang </w:t></w:r>{number}</w:p>"
    word.minimal(file, word.paragraph("Có {{ managers }}"), header=number)
    assert script(press(file)) == ["Có", "2.960", "Trang"]


def test_the_file_has_the_paper_s_title_and_date_and_nobody_s_name(file: Path) -> None:
    word.written(file, "x")
    about = opened(press(file)).core_properties
    assert (about.title, about.language, about.author, about.last_modified_by) == (
        "Báo cáo & phụ lục",
        "vi-VN",
        "",
        "",
    )
    assert about.created == about.modified == dt.datetime(2020, 1, 19, tzinfo=dt.UTC)
    assert about.revision == 1
    assert "python-docx" not in part(press(file), "docProps/core.xml")


def test_a_paper_without_a_date_has_none(file: Path) -> None:
    artifact = render(word.written(file, "x"), context(), title="Báo cáo", date=None)
    assert "created" not in part(artifact, "docProps/core.xml")


def test_the_same_input_gives_the_same_bytes(file: Path) -> None:
    word.written(file, "Có {{ managers }}", rows=LOOP, header="{{ venue }}")
    first, again = press(file), press(file)
    assert first.content == again.content
    with zipfile.ZipFile(io.BytesIO(first.content)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_the_template_s_picture_is_left_out(file: Path) -> None:
    with zipfile.ZipFile(word.written(file, "x")) as archive:
        assert "docProps/thumbnail.jpeg" in archive.namelist()
    content = press(file).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        assert b"thumbnail" not in archive.read("_rels/.rels")


def audit(path: Path) -> set[str]:
    return {
        f"{error.part_uri} {error.description}" for error in OpenXmlValidator().validate(str(path)).errors
    }


def test_nothing_is_wrong_with_the_file_that_was_not_wrong_with_its_template(file: Path) -> None:
    body = word.paragraph("Có {{ managers }} tại {{ venue }}") + word.table(*LOOP)
    word.minimal(file, body, header=word.paragraph("{{ venue }}"))
    made = file.with_name("made.docx")
    made.write_bytes(press(file, venue="A & B\nC\tD").content)
    assert audit(made) <= audit(file)
    assert ooxml_integrity.check(str(made)) == []


def test_what_a_loop_copies_has_its_own_identifiers(file: Path) -> None:
    copied = (
        '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="1A2B3C4D">'
        '<w:bookmarkStart w:id="3" w:name="quan"/><w:r><w:t>{{ u.district }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="3"/><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
        'drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
        "</w:p>"
    )
    loop = word.paragraph("{%p for u in units %}") + copied + word.paragraph("{%p endfor %}")
    xml = part(press(word.minimal(file, loop)), "word/document.xml")
    assert (xml.count("w14:paraId="), xml.count("<w:bookmarkStart"), xml.count("<w:bookmarkEnd")) == (1, 1, 1)
    assert (xml.count('<wp:docPr id="1"'), xml.count('<wp:docPr id="2"')) == (1, 1)


def test_a_cell_keeps_a_paragraph_when_its_condition_does_not_hold(file: Path) -> None:
    inside = "".join(word.paragraph(text) for text in ("{%p if online %}", "x", "{%p endif %}"))
    cell = f"<w:tc><w:tcPr/>{inside}</w:tc>"
    word.minimal(file, f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>")
    assert "<w:tc><w:tcPr/><w:p/></w:tc>" in part(press(file), "word/document.xml")


def test_a_table_without_rows_is_left_out(file: Path) -> None:
    word.written(file, "x", rows=LOOP[1:4])
    assert opened(press(file, units=Rows([]))).tables == []


# what goes wrong while it is filled


def test_an_absent_value_is_told_in_its_cell(file: Path) -> None:
    word.written(file, "{{ managers }}", rows=[["Nơi họp", "{{ venue }}"]])
    found = failed(file, venue=None)
    assert found.code == "absent-printed"
    assert str(found.origin) == f'{file}: body, table 1, row 1, cell 2, "{{{{ venue }}}}"'


def test_a_comparison_that_fails_is_told_in_its_paragraph(file: Path) -> None:
    word.written(file, "a {{ managers }}", "b {% if venue > 3 %}x{% endif %} c")
    found = failed(file)
    assert (found.code, str(found.origin)) == (
        "template-type",
        f'{file}: body, paragraph 2, "b {{% if venue > 3 %}}x{{% endif %}} c"',
    )


def test_a_syntax_error_is_told_at_its_tag(file: Path) -> None:
    word.written(file, "{{ managers }}", rows=[["a", "{{ venue venue }}"]])
    place = 'body, table 1, row 1, cell 2, "{{ venue venue }}"'
    assert complaints(file) == [("template-syntax", f"minutes.docx: {place}")]
    assert str(failed(file).origin) == f"{file}: {place}"


def test_a_value_that_was_computed_and_not_shown_is_lost(file: Path) -> None:
    word.written(file, "{% macro m(x) %}{{ x }}{% endmacro %}{% set gone = m(venue) %}Tại: {{ managers }}")
    found = failed(file)
    assert found.code == "value-lost"
    assert found.message == "the value 'Sở GD&ĐT' was printed, but on the page stands '2.960'"


@pytest.mark.parametrize("written", ["{_{", "%_}", "{_% x %_}", "{#"])
def test_a_value_that_the_dialect_would_change_stays_as_it_is(file: Path, written: str) -> None:
    word.written(file, "Tại: {{ venue }}")
    assert press(file, venue=written).script.emitted == [written]


def test_a_value_in_hidden_text_is_told(file: Path) -> None:
    word.minimal(file, word.paragraph("x") + word.paragraph("{{ venue }}", style="<w:vanish/>"))
    found = failed(file)
    assert (found.code, str(found.origin)) == ("emitted-unseen", f"{file}: body")


def test_a_value_in_a_page_number_s_field_is_told(file: Path) -> None:
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>{{ managers }}</w:t></w:r></w:fldSimple>'
    word.minimal(file, f"<w:p>{field}</w:p>")
    assert failed(file).code == "emitted-unseen"


def test_a_letter_that_word_cannot_hold_is_told(file: Path) -> None:
    word.written(file, "a", "Tại: {{ venue }}")
    found = failed(file, venue="a\x0bb")
    assert (found.code, str(found.origin)) == (
        "illegal-character",
        f'{file}: body, paragraph 2, "Tại: {{{{ venue }}}}"',
    )


letters = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(words, words), max_size=4))
def test_every_value_is_on_the_page_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    file = tmp_path_factory.getbasetemp() / "rows.docx"
    if not file.exists():
        word.written(file, rows=LOOP[1:4])
    units = Rows([{"district": district, "trained": trained} for district, trained in rows])
    made = [
        [cell.text for cell in row.cells]
        for table in opened(press(file, units=units)).tables
        for row in table.rows
    ]
    assert made == [[as_stored(text).replace("\u00ad", "") for text in row] for row in rows]
