import datetime as dt
import io
import zipfile
from collections.abc import Sequence
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
from reportgen.model.context import Context, Quantity, Rows, Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
from reportgen.model.letters import as_stored
from reportgen.render.docx import names, render
from tests.helpers import word

DATE = dt.date(2020, 1, 19)
TEXT = Shape("scalar", quotable=True)
SHAPE = Shape(
    "mapping",
    {
        "managers": TEXT,
        "venue": TEXT,
        "online": Shape("flag"),
        "units": Shape(
            "rows",
            {"district": TEXT, "trained": TEXT},
            total=Shape("mapping", {"trained": Shape("scalar")}),
            quotable=True,
        ),
    },
)
UNITS = Rows(
    [
        {"district": "Hồng Bàng", "trained": Quantity(5, "5")},
        {"district": "Lê Chân & An Dương", "trained": Quantity(15, "15")},
    ],
    {"trained": Quantity(20, "20")},
)
LOOP = (
    ["Quận", "Đã bồi dưỡng"],
    ["{%tr for u in units %}", ""],
    ["{{ u.district }}", "{{ u.trained }}"],
    ["{%tr endfor %}", ""],
    ["Tổng số", "{{ units.total.trained }}"],
)


def context(**values: object) -> Context:
    known = {"managers": Quantity(2960, "2.960"), "venue": "Sở GD&ĐT", "online": False, "units": UNITS}
    return Context(known | values, SHAPE, {"upper": lambda value: str(value).upper()}, str)


def press(template: Path, **values: object) -> Artifact:
    return render(template, context(**values), title="Báo cáo & phụ lục", date=DATE)


def opened(artifact: Artifact) -> Document:
    return docx.Document(io.BytesIO(artifact.content))


def lines(artifact: Artifact) -> list[str]:
    return [paragraph.text for paragraph in opened(artifact).paragraphs]


def cells(artifact: Artifact) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(artifact).tables[0].rows]


def script(artifact: Artifact) -> list[str]:
    return "".join(text for text, _ in artifact.script.pieces).split()


def complaints(template: Path) -> list[tuple[str, str]]:
    found, _ = names(template, "minutes.docx", SHAPE, ["upper"])
    return [(one.code, str(one.origin)) for one in found]


def complaint(template: Path) -> Diagnostic:
    (found,) = names(template, "minutes.docx", SHAPE, ["upper"])[0]
    return found


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


# what the file says of itself


def part(artifact: Artifact, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive:
        return archive.read(name).decode()


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


# what is found before anything is filled


def test_a_good_template_has_no_mistakes_and_tells_what_it_quotes(file: Path) -> None:
    word.written(
        file, "{{ managers }}", "{%p if online %}", "x", "{%p endif %}", rows=LOOP, header="{{ venue|upper }}"
    )
    found, quoted = names(file, "minutes.docx", SHAPE, ["upper"])
    assert found == []
    assert quoted == {
        ("managers",),
        ("venue",),
        ("units", "district"),
        ("units", "trained"),
        ("units", "total", "trained"),
    }


def test_an_undeclared_name_is_found_in_its_cell(file: Path) -> None:
    rows = [*LOOP[:2], ["{{ u.district }}", "Số: {{ u.trainde }}"], *LOOP[3:]]
    word.written(file, "{{ managers }}", rows=rows)
    found = complaint(file)
    assert found.message == "there is no 'u.trainde'"
    assert found.hint == "write 'trained'"
    assert str(found.origin) == 'minutes.docx: body, table 1, row 3, cell 2, "Số: {{ u.trainde }}"'


def test_each_mistake_has_its_own_place(file: Path) -> None:
    word.written(
        file,
        "Có {{ manager }} người, {|{ venu|e|x }|}",
        "{%p if onlin %}",
        "{{ managers * 2 }}",
        "{%p endif %}",
        "{{ units }}",
        rows=[["a", "{{ venue|uper }}"]],
        header="{{ venue.upper() }}",
    )
    assert complaints(file) == [
        ("undeclared-name", 'minutes.docx: body, paragraph 1, "Có {{ manager }} người, {{ venuex }}"'),
        ("undeclared-name", 'minutes.docx: body, paragraph 1, "Có {{ manager }} người, {{ venuex }}"'),
        ("undeclared-name", 'minutes.docx: body, paragraph 2, "{%p if onlin %}"'),
        ("computed-in-template", 'minutes.docx: body, paragraph 3, "{{ managers * 2 }}"'),
        ("no-text-printed", 'minutes.docx: body, paragraph 5, "{{ units }}"'),
        ("unknown-filter", 'minutes.docx: body, table 1, row 1, cell 2, "{{ venue|uper }}"'),
        ("call-refused", 'minutes.docx: header, paragraph 1, "{{ venue.upper() }}"'),
    ]


def test_a_long_paragraph_is_told_by_the_words_around_the_tag(file: Path) -> None:
    word.written(file, f"{'xa ' * 20}{{{{ x }}}}{' sau' * 20}")
    around = "…xa xa xa xa xa xa xa xa xa xa {{ x }} sau sau sau sau sau sau sau s…"
    assert str(complaint(file).origin) == f'minutes.docx: body, paragraph 1, "{around}"'


def test_a_place_in_a_nested_table_and_in_a_cell_of_many_paragraphs(file: Path) -> None:
    inner = word.table(["x", "{{ a }}"]) + word.paragraph("{{ b }}")
    cell = f"<w:tc>{word.paragraph('đầu')}{inner}</w:tc>"
    body = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    word.minimal(file, word.paragraph("x") + body + word.paragraph("{{ c }}"))
    assert [place for _, place in complaints(file)] == [
        'minutes.docx: body, table 1, row 1, cell 1, table 1, row 1, cell 2, "{{ a }}"',
        'minutes.docx: body, table 1, row 1, cell 1, paragraph 2, "{{ b }}"',
        'minutes.docx: body, paragraph 2, "{{ c }}"',
    ]


def test_a_place_in_the_first_page_s_footer(file: Path) -> None:
    document = docx.Document()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "{{ x }}"
    document.save(str(file))
    assert complaints(file) == [
        ("undeclared-name", 'minutes.docx: first-page footer, paragraph 1, "{{ x }}"')
    ]


def test_a_tag_in_a_text_box_is_found_there(file: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{word.paragraph('{{ a }}')}</w:txbxContent></w:pict></w:r>"
    word.minimal(file, f"<w:p><w:r><w:t>{{{{ b }}}}</w:t></w:r>{box}<w:r><w:t>{{{{ c }}}}</w:t></w:r></w:p>")
    assert complaints(file) == [
        ("undeclared-name", 'minutes.docx: body, paragraph 1, "{{ b }}{{ c }}"'),
        ("undeclared-name", 'minutes.docx: body, paragraph 1, text box, paragraph 1, "{{ a }}"'),
        ("undeclared-name", 'minutes.docx: body, paragraph 1, "{{ b }}{{ c }}"'),
    ]


# what docxtpl would lose in silence


@pytest.mark.parametrize(
    ("paragraphs", "code", "place"),
    [
        (
            ["a", "{%p if online %} mất", "x", "{%p endif %}"],
            "word-text-beside",
            'paragraph 2, "{%p if online %} mất"',
        ),
        (["Có {{ managers } người"], "word-tag-open", 'paragraph 1, "Có {{ managers } người"'),
        (["Có { managers }} người"], "word-tag-end", 'paragraph 1, "Có { managers }} người"'),
        (
            ["{% if online == “có” %}x{% endif %}"],
            "word-smart-quote",
            'paragraph 1, "{% if online == “có” %}x{% endif %}"',
        ),
        (
            ["{%tr if online %}x{% endif %}"],
            "word-tag-outside-table",
            'paragraph 1, "{%tr if online %}x{% endif %}"',
        ),
        (["{% vm %}"], "word-tag-unsupported", 'paragraph 1, "{% vm %}"'),
        (["{{tr venue }}"], "word-tag-unsupported", 'paragraph 1, "{{tr venue }}"'),
        (["{%-p if online %}"], "word-tag-unsupported", 'paragraph 1, "{%-p if online %}"'),
        (["{% include 'x' %}"], "word-tag-unsupported", "paragraph 1, \"{% include 'x' %}\""),
        (["x", "{%p if online %}"], "word-block-open", 'paragraph 2, "{%p if online %}"'),
        (["x {% endif %}"], "word-block-end", 'paragraph 1, "x {% endif %}"'),
        (["{%p if online %}", "x", "{% endif %}"], "word-block-crossed", 'paragraph 3, "{% endif %}"'),
    ],
)
def test_what_would_vanish_is_told(file: Path, paragraphs: Sequence[str], code: str, place: str) -> None:
    word.written(file, *paragraphs)
    assert (code, f"minutes.docx: body, {place}") in complaints(file)
    with pytest.raises(RenderError) as caught:
        press(file)
    assert code in {diagnostic.code for diagnostic in caught.value.diagnostics}


def test_words_beside_a_row_s_tag_are_told(file: Path) -> None:
    rows = [["{%tr for u in units %}", "sẽ mất"], ["{{ u.district }}", ""], ["{%tr endfor %}", ""]]
    word.written(file, rows=rows)
    found = complaint(file)
    assert found.message == "'sẽ mất' stands beside the tag {%tr for u in units %} and would vanish with it"
    assert str(found.origin) == 'minutes.docx: body, table 1, row 1, cell 1, "{%tr for u in units %}"'


def test_a_loop_that_ends_in_its_own_row_is_told(file: Path) -> None:
    word.written(file, rows=[["{%tr for u in units %}{{ u.district }}", "{%tr endfor %}"]])
    assert {code for code, _ in complaints(file)} == {"word-text-beside"}


def test_a_block_that_ends_in_another_cell_is_told_with_its_beginning(file: Path) -> None:
    word.written(file, rows=[["{% if online %}x", "y{% endif %}"]])
    found = complaint(file)
    assert (found.code, str(found.origin)) == (
        "word-block-crossed",
        'minutes.docx: body, table 1, row 1, cell 2, "y{% endif %}"',
    )
    assert [(words, str(origin)) for words, origin in found.related] == [
        ("it begins here", 'minutes.docx: body, table 1, row 1, cell 1, "{% if online %}x"')
    ]


def test_a_block_over_whole_paragraphs_may_begin_within_one(file: Path) -> None:
    word.written(file, "a {% if online %}b", "c{% endif %} d")
    assert complaints(file) == []
    assert lines(press(file, online=True)) == ["a b", "c d"]
    assert "".join(script(press(file))) == "ad"


def test_a_tag_over_the_edge_of_a_link_is_told(file: Path) -> None:
    link = "<w:hyperlink><w:r><w:t>{{ ven</w:t></w:r></w:hyperlink><w:r><w:t>ue }}</w:t></w:r>"
    word.minimal(file, f"<w:p>{link}</w:p>")
    assert complaints(file)[0] == ("word-tag-split", 'minutes.docx: body, paragraph 1, "{{ venue }}"')


def test_a_tag_with_a_note_inside_is_told(file: Path) -> None:
    note = '<w:r><w:t>{{ ven</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>ue }}</w:t></w:r>'
    word.minimal(file, f"<w:p>{note}</w:p>")
    assert ("word-tag-split", 'minutes.docx: body, paragraph 1, "{{ venue }}"') in complaints(file)


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("<w:r><w:pict/></w:r>", "a picture"),
        ('<w:r><w:br w:type="page"/></w:r>', "a page break"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "a footnote"),
    ],
)
def test_a_thing_beside_a_paragraph_s_tag_is_told(file: Path, thing: str, name: str) -> None:
    begin = f"<w:p>{thing}<w:r><w:t>{{%p if online %}}</w:t></w:r></w:p>"
    word.minimal(file, begin + word.paragraph("x") + word.paragraph("{%p endif %}"))
    found = complaint(file)
    assert found.message == f"{name} stands beside the tag {{%p if online %}} and would vanish with it"
    assert str(found.origin) == 'minutes.docx: body, paragraph 1, "{%p if online %}"'


@pytest.mark.parametrize("online", [True, False])
def test_a_section_break_in_the_paragraph_of_a_tag_stays_where_the_tag_stood(
    file: Path, *, online: bool
) -> None:
    wide = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>'
    begin = (
        word.paragraph("{%p if online %}") + word.paragraph("{%p if venue %}") + word.paragraph("{{ venue }}")
    )
    end = f"<w:p>{wide}<w:r><w:t>{{%p endif %}}</w:t></w:r></w:p>" + word.paragraph("{%p endif %}")
    word.minimal(file, begin + end + word.paragraph("x"))
    artifact = press(file, online=online)

    assert [text for text in lines(artifact) if text] == (["Sở GD&ĐT", "x"] if online else ["x"])
    assert len(opened(artifact).sections) == (2 if online else 1)


def test_a_tag_in_a_control_that_word_fills_itself_is_told(file: Path) -> None:
    control = '<w:sdtPr><w:dataBinding w:xpath="/title" w:storeItemID="{1}"/></w:sdtPr>'
    body = f"<w:sdt>{control}<w:sdtContent>{word.paragraph('{{ venue }}')}</w:sdtContent></w:sdt>"
    word.minimal(file, body)
    assert complaints(file) == [("word-tag-unsupported", 'minutes.docx: body, paragraph 1, "{{ venue }}"')]


@pytest.mark.parametrize(
    "code", ["DATE", ' date \\@ "dd/MM/yyyy" ', "=SUM(ABOVE)", "MERGEFIELD ten", "AUTHOR"]
)
def test_a_field_that_word_writes_anew_is_told(file: Path, code: str) -> None:
    simple = f"<w:p><w:fldSimple w:instr='{code}'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>' for sort in ("begin", "separate", "end")]
    typed = (
        f"<w:r><w:instrText>{code[:2]}</w:instrText></w:r><w:r><w:instrText>{code[2:]}</w:instrText></w:r>"
    )
    long = f"<w:p>{marks[0]}{typed}{marks[1]}<w:r><w:t>y</w:t></w:r>{marks[2]}</w:p>"
    word.minimal(file, simple + long)
    assert [fault for fault, _ in complaints(file)] == ["word-field-changes", "word-field-changes"]
    assert complaints(file)[1][1] == 'minutes.docx: body, paragraph 2, "y"'


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", "REF muc_2", "HYPERLINK x", "DATEX"])
def test_a_field_that_stays_as_it_is_may_stay(file: Path, code: str) -> None:
    word.minimal(file, f"<w:p><w:fldSimple w:instr='{code}'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>")
    assert complaints(file) == []


def test_comments_of_the_template_are_told(file: Path) -> None:
    word.minimal(file, '<w:p><w:r><w:t>x</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>')
    assert complaints(file) == [("word-comments", "minutes.docx: body")]


def test_footnotes_are_filled_and_told_by_their_name(file: Path) -> None:
    note = (
        f'<w:footnotes xmlns:w="{word.WORD}"><w:footnote w:id="2">{word.paragraph("Tại {{ venue }} {{ x }}")}'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId8" Target="footnotes.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
        "</Relationships>"
    )
    parts = {
        "word/_rels/document.xml.rels": relation,
        "word/footnotes.xml": f"{note}</w:footnote></w:footnotes>",
    }
    word.minimal(file, word.paragraph("{{ managers }}"), extra=parts)
    assert complaints(file) == [
        ("undeclared-name", 'minutes.docx: footnotes, paragraph 1, "Tại {{ venue }} {{ x }}"')
    ]
    good = parts | {"word/footnotes.xml": parts["word/footnotes.xml"].replace("{{ x }}", "")}
    artifact = press(word.minimal(file, word.paragraph("{{ managers }}"), extra=good))
    assert artifact.script.emitted == ["2.960", "Sở GD&ĐT"]
    assert "Tại Sở GD&amp;ĐT" in part(artifact, "word/footnotes.xml")


MERGED = (
    "<w:tr><w:tc><w:tcPr><w:vMerge{first}/></w:tcPr>{above}</w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{below}</w:tc></w:tr>"
)


def looking(properties: str, paragraph: str = "") -> str:
    return f"<w:p>{paragraph}<w:r><w:rPr>{properties}</w:rPr><w:t>{{{{ venue }}}}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (looking('<w:color w:val="FFFFFF"/>'), "white"),
        (looking('<w:sz w:val="2"/>'), "smaller than 4 points"),
        (looking('<w:w w:val="1"/>'), "pressed together"),
        (looking("", '<w:pPr><w:ind w:left="-30000"/></w:pPr>'), "off the page"),
        (looking("", '<w:pPr><w:ind w:firstLine="-9000"/></w:pPr>'), "off the page"),
    ],
)
def test_a_value_that_nobody_could_read_is_refused_at_its_tag(file: Path, body: str, reason: str) -> None:
    word.minimal(file, word.paragraph("{{ managers }}") + body)

    found = complaint(file)

    assert (found.code, str(found.origin)) == (
        "word-tag-unseen",
        'minutes.docx: body, paragraph 2, "{{ venue }}"',
    )
    assert reason in found.message


@pytest.mark.parametrize(
    "body",
    [
        looking('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>'),
        looking('<w:color w:val="C00000"/><w:sz w:val="8"/><w:w w:val="90"/>'),
        looking("", '<w:pPr><w:ind w:left="-284" w:hanging="9000"/></w:pPr>'),
    ],
)
def test_white_on_dark_and_small_letters_can_be_read(file: Path, body: str) -> None:
    word.minimal(file, word.paragraph("{{ managers }}") + body)

    assert press(file).script.emitted[0] == "2.960"


def test_a_value_in_a_cell_below_the_first_of_merged_ones_is_refused(file: Path) -> None:
    table = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    merged = MERGED.format(
        first=' w:val="restart"', above=word.paragraph("{{ managers }}"), below=word.paragraph("{{ venue }}")
    )
    word.minimal(file, table.format(rows=merged))

    found = complaint(file)

    assert (found.code, str(found.origin)) == (
        "word-tag-unseen",
        'minutes.docx: body, table 1, row 2, cell 1, "{{ venue }}"',
    )


def test_a_tag_in_the_description_of_a_picture_is_told(file: Path) -> None:
    picture = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{{ venue }}"/></w:pict></w:r>'
    )
    word.minimal(file, f"<w:p><w:r><w:t>x {{{{ managers }}}}</w:t></w:r>{picture}</w:p>")
    found = complaint(file)
    assert (found.code, str(found.origin)) == ("word-tag-hidden", "minutes.docx: body")
    assert "{{ venue }}" in found.message


def test_a_tag_in_the_file_s_properties_is_told(file: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Báo cáo {{ venue }}"
    document.save(str(file))
    found = complaint(file)
    assert (found.code, str(found.origin)) == ("word-tag-unreached", "minutes.docx: docProps/core.xml")


def test_tracked_changes_are_told(file: Path) -> None:
    word.minimal(file, '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>')
    assert complaints(file) == [("word-tracked-changes", "minutes.docx: body")]


def test_a_template_that_leads_outside_itself_is_told(file: Path) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        ' Target="file:///C:/Mau.dotm" TargetMode="External"/></Relationships>'
    )
    word.minimal(
        file,
        word.paragraph("x"),
        extra={"word/_rels/settings.xml.rels": relation, "word/settings.xml": "<x/>"},
    )
    assert (
        complaint(file).message == "the template leads outside itself: attachedTemplate file:///C:/Mau.dotm"
    )


@pytest.mark.parametrize("content", [b"", b"PK", b"<html/>", word.zipped({"a": "b"})])
def test_what_is_no_word_document_is_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert complaints(file) == [("word-unreadable", "minutes.docx")]


def test_a_damaged_or_missing_part_is_told(file: Path) -> None:
    content = bytearray(word.minimal(file, word.paragraph("x"), header=word.paragraph("y")).read_bytes())
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    del parts["word/header1.xml"]
    at = content.index(b"word/document.xml") + len("word/document.xml")
    content[at : at + 20] = bytes(20)
    for broken in (bytes(content), word.zipped(parts)):
        file.write_bytes(broken)
        assert complaints(file) == [("word-unreadable", "minutes.docx")]


def test_a_document_type_is_not_read(file: Path) -> None:
    word.minimal(file, word.paragraph("x"))
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>{parts["word/document.xml"]}'
    file.write_bytes(word.zipped(parts | {"word/document.xml": declared}))
    assert complaint(file).message.endswith("its XML declares a document type")


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
words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.sampled_from("<&>\"'\n\t"), max_size=20
)


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
