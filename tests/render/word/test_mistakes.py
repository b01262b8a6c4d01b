"""What is wrong with a Word template is told at its place before anything is filled."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
from reportgen.render.docx import names
from tests.helpers import word
from tests.render.in_word import LOOP, SHAPE, complaints, lines, opened, part, press, script


def complaint(template: Path) -> Diagnostic:
    (found,) = names(template, "minutes.docx", SHAPE, ["upper"])[0]
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.docx"


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
