"""docxtpl's dialect, feature by feature: our document beside the one that docxtpl makes of the same."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import Listing, RichText

from reportgen.model.errors import DataError
from reportgen.model.plain import Exact
from reportgen.render.docx import names
from tests.helpers import word
from tests.render.side_by_side import (
    DATA,
    context_of,
    grids,
    lines,
    opened,
    ours,
    paragraphs,
    refused,
    tables,
    template,
    theirs,
)


def same(folder: Path, body: str, data: Mapping[str, Any] = DATA) -> Document:
    """Fill a template both ways and expect the same paragraphs and cells; give ours."""
    path = template(folder, body)
    own, other = opened(ours(path, data)), theirs(path, data)
    assert lines(own) == lines(other)
    assert tables(own) == tables(other)
    return own


# equal to docxtpl


@pytest.mark.parametrize(
    "texts",
    [
        ["{{ a }} {{ b }}"],
        ["{%p if yes %}", "có", "{%p else %}", "không", "{%p endif %}", "hết"],
        ["{%p for g in groups %}", "{{ loop.index }}. {{ g.name }}", "{%p endfor %}"],
        ["{#p một ghi chú #}", "còn", "{# hai #}lại"],
        ["{% raw %}{{ a }} {% if %}{% endraw %} {{ a }}"],
        ["{%p raw %}", "{{ a }}", "{%p endraw %}"],
        ["{_{ a }_} {_% if %_}"],
        ["x {%r if yes %}y{%r endif %} z"],
        ["{% set x = a %}{{ x }}"],
        ["{% macro m(v) %}[{{ v }}]{% endmacro %}{{ m(a) }}{{ m(b) }}"],
        ["{% with x = a %}{{ x }}{% endwith %}"],
        ["Có {% if yes -%}", "đúng", "{%- else -%}", "sai", "{%- endif %} thế"],
        ["Có {% if no -%}", "đúng", "{%- else -%}", "sai", "{%- endif %} thế"],
        ["{% for l in labels -%}", "{{ l }};", "{%- endfor %}"],
        ["{{ labels | length }} {{ n + 1 }} {{ n * 2 - 1 }} {{ a ~ '!' }} {{ labels[1] }}"],
    ],
)
def test_paragraphs_are_as_docxtpl_makes_them(tmp_path: Path, texts: list[str]) -> None:
    same(tmp_path, paragraphs(*texts))


@pytest.mark.parametrize("sort", ["", ' w:type="textWrapping"'])
def test_trims_take_line_breaks_and_leave_spaces_that_do_not_break(tmp_path: Path, sort: str) -> None:
    pieces = ["ở", "{%- if no -%}", "\u00a0phố", "{%- else -%}", "\u00a0làng", "{%- endif -%}", "\u00a0và"]
    runs = f"<w:br{sort}/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    own = same(tmp_path, f"<w:p><w:r>{runs}</w:r></w:p>")
    assert lines(own) == ["ở\u00a0làng\u00a0và"]


@pytest.mark.parametrize(
    "rows",
    [
        [["{%tr for g in groups %}", ""], ["{{ g.name }}", "{{ loop.index }}"], ["{%tr endfor %}", ""]],
        [["{#tr ghi chú #}", ""], ["x", "y"]],
        [["{#tr bỏ cả dòng #}", "{{ a }} {% if yes %}"], ["x", "y"]],
        [["{#tc bỏ ô này #}", "x"]],
        [["{#tc ghi chú #}", "x", "y"]],
        [["{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}"]],
        [["{% colspan n %}{{ a }}", "b"]],
        [["{% cellbg colour %}{{ a }}", "b"]],
        [["{% cellbg 'AABBCC' %}{% colspan 2 %}{{ a }}", "b"]],
        [["{%tc for l in labels %}", "{% hm %}{{ a }}", "{%tc endfor %}"]],
        [["{%tr for l in labels %}", ""], ["{% vm %}{{ a }}", "{{ l }}"], ["{%tr endfor %}", ""]],
        [["{%tr for l in labels %}", ""], ["{{ a }}{% vm %}", "{{ l }}"], ["{%tr endfor %}", ""]],
        [
            ["{%tr for g in groups %}", ""],
            ["{%tr for p in g.people %}", ""],
            ["{% vm %}{{ g.name }}", "{{ p.ten }}"],
            ["{%tr endfor %}", ""],
            ["{%tr endfor %}", ""],
        ],
    ],
)
def test_tables_are_as_docxtpl_makes_them(tmp_path: Path, rows: list[list[str]]) -> None:
    same(tmp_path, word.table(*rows) + paragraphs("x"))


def test_columns_made_by_a_loop_keep_the_width_of_their_table(tmp_path: Path) -> None:
    body = word.table(["{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}", "b"]) + paragraphs("x")
    own = same(tmp_path, body)
    assert grids(own) == [[2000] * 4]
    body = word.table(["{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}"], ["x", "y", "z"])
    assert grids(same(tmp_path, body + paragraphs("x"))) == grids(theirs(tmp_path / "t.docx"))


# better than docxtpl: what it loses or breaks


def test_merged_cells_that_would_lose_a_text_are_refused_where_docxtpl_shows_the_first_only(
    tmp_path: Path,
) -> None:
    rows = [["{%tr for l in labels %}", ""], ["{% vm %}{{ l }}", "x"], ["{%tr endfor %}", ""]]
    path = template(tmp_path, word.table(*rows) + paragraphs("x"))
    found = refused(path)
    assert (found.code, dict(found.values)["lost"]) == ("word-merge-loses", "Hai")
    assert str(found.origin) == f'{path}: body, table 1, row 2, cell 1, "{{% vm %}}{{{{ l }}}}"'
    assert tables(theirs(path))[0][1] == [" vMerge=continue", "x"]


def test_words_before_a_trimming_tag_stay_where_docxtpl_loses_them(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("Kính gửi", "Có mặt {%- if yes %} đủ {%- endif %}"))
    assert lines(opened(ours(path))) == ["Kính gửi", "Có mặt đủ"]
    assert "Có mặt" not in "".join(lines(theirs(path)))


def test_merged_paragraphs_keep_their_letters_where_docxtpl_takes_those_of_the_first(tmp_path: Path) -> None:
    body = paragraphs("Có {% if yes -%}") + word.paragraph("đậm", style="<w:b/>") + paragraphs("{%- endif %}")
    runs = opened(ours(template(tmp_path, body))).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [("Có ", None), ("đậm", True)]
    assert not any(run.bold for run in theirs(tmp_path / "t.docx").paragraphs[0].runs)


def test_a_cell_gets_its_columns_after_its_width_as_word_wants_where_docxtpl_puts_them_before(
    tmp_path: Path,
) -> None:
    path = template(tmp_path, word.table(["{% colspan n %}{{ a }}", "b"]) + paragraphs("x"))
    (properties, *_) = opened(ours(path)).element.body.iter(qn("w:tcPr"))
    assert [child.tag for child in properties] == [qn("w:tcW"), qn("w:gridSpan")]
    (properties, *_) = theirs(path).element.body.iter(qn("w:tcPr"))
    assert [child.tag for child in properties] == [qn("w:gridSpan"), qn("w:tcW")]


def test_a_nested_table_counts_its_own_columns_where_docxtpl_widens_the_outer(tmp_path: Path) -> None:
    inner = word.table(["{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}"])
    cell = f"<w:tc><w:tcPr/>{inner}<w:p/></w:tc>"
    outer = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="6000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    path = template(tmp_path, outer + paragraphs("x"))
    own = opened(ours(path))
    assert grids(own) == [[6000], [2000, 2000, 2000]]
    assert len(grids(theirs(path))[0]) != 1


@pytest.mark.parametrize(
    ("tag", "code", "said"),
    [
        ("{% cellbg a %}", "filter-unfit", "cellbg: 'Sở GD&ĐT' is no colour such as FFCC00"),
        ("{% colspan 0 %}", "filter-unfit", "colspan: '0' is no number of columns"),
        ("{% colspan a %}", "filter-unfit", "colspan: 'Sở GD&ĐT' is no number of columns"),
        ("{% vm %}", "word-tag-unsupported", "it stands in no loop"),
        ("{{ a|cell_colour(0) }}", "word-tag-unsupported", "filters that begin so are reportgen's own"),
        ("{{tr a }}", "word-tag-unsupported", "it prints a text where no text can stand"),
    ],
)
def test_what_docxtpl_would_write_into_the_file_as_it_is_is_refused(
    tmp_path: Path, tag: str, code: str, said: str
) -> None:
    found = refused(template(tmp_path, word.table(["x", f"{tag}"]) + paragraphs("x")))
    assert (found.code, dict(found.values)["reason"]) == (code, said)
    assert "body, table 1, row 1, cell 2" in str(found.origin)


def test_cell_tags_outside_a_table_are_refused(tmp_path: Path) -> None:
    assert refused(template(tmp_path, paragraphs("{% colspan 2 %}x"))).code == "word-tag-outside-table"


TEN_MISTAKES = [
    ("{{ ten", "word-tag-open", "body, paragraph 1"),
    ("x }} y", "word-tag-end", "body, paragraph 2"),
    ("{{ rows|join(“, ”) }}", "word-smart-quote", "body, paragraph 3"),
    ("trước {%p if yes %}", "word-text-beside", "body, paragraph 4"),
    ("{%p endif %}", "", ""),
    ("{%tr for g in groups %}", "word-tag-outside-table", "body, paragraph 6"),
    ("{%p endfor %}", "", ""),
    ("{%p for l in labels %}", "", ""),
    ("{{ l }}{% endfor %}", "word-block-crossed", "body, paragraph 9"),
    ("{% include 'a.docx' %}", "word-tag-unsupported", "body, paragraph 10"),
    ("{% endif %}", "word-block-end", "body, paragraph 11"),
    ("{% if yes %}", "word-block-open", "body, paragraph 12"),
    ("{% vm %}", "word-tag-unsupported", "body, paragraph 13"),
]


def test_ten_mistakes_are_told_at_once_each_at_its_paragraph(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs(*(text for text, _, _ in TEN_MISTAKES)))
    context = context_of(DATA)
    found, _ = names(path, "t.docx", context.shape, context.filters, free=True)
    told = {(one.code, str(one.origin).removeprefix("t.docx: ").split(', "')[0]) for one in found}
    assert {(code, place) for _, code, place in TEN_MISTAKES if code} <= told
    assert all(one.hint for one in found)


def test_a_tag_in_the_address_of_a_link_is_refused_where_docxtpl_leaves_it_as_it_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("x")
    address = "https://a.vn/%7b%7b%20so%20%7d%7d"
    document.part.relate_to(address, f"{word._OFFICE}/hyperlink", is_external=True)
    document.save(str(tmp_path / "t.docx"))
    found = refused(tmp_path / "t.docx")
    assert (found.code, dict(found.values)["tag"]) == ("word-tag-unsupported", "{{ so }}")


def test_braces_in_data_stay_as_they_are_where_docxtpl_changes_them(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{_{ {{ x }} }_}"))
    assert lines(opened(ours(path, {"x": "{_% a %_}"}))) == ["{{ {_% a %_} }}"]
    assert lines(theirs(path, {"x": "{_% a %_}"})) == ["{{ {% a %} }}"]


def test_headers_of_first_and_even_pages_and_footers_are_filled(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    parts = ("header", "first_page_header", "even_page_header", "footer", "first_page_footer")
    for name in parts:
        getattr(section, name).paragraphs[0].text = f"{name} {{{{ a }}}}"
    document.add_paragraph("{{ b }}")
    document.save(str(tmp_path / "t.docx"))
    own, other = opened(ours(tmp_path / "t.docx")), theirs(tmp_path / "t.docx")
    for name in parts:
        said = getattr(own.sections[0], name).paragraphs[0].text
        assert said == getattr(other.sections[0], name).paragraphs[0].text == f"{name} {DATA['a']}"


def test_properties_of_the_file_are_filled_also_those_that_docxtpl_passes_over(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ a }}")
    own = document.core_properties
    own.title, own.subject, own.keywords, own.author = "{{ a }}", "{{ b | upper }}", "k {{ n }}", "Phòng GD"
    document.save(str(tmp_path / "t.docx"))
    said = opened(ours(tmp_path / "t.docx")).core_properties
    assert (said.title, said.subject, said.keywords, said.author) == (DATA["a"], "X < Y", "k 2", "Phòng GD")
    other = theirs(tmp_path / "t.docx").core_properties
    assert other.keywords == "k {{ n }}"


def test_a_wrong_name_in_the_properties_is_told_there(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "{{ c }}"
    document.save(str(tmp_path / "t.docx"))
    context = context_of(DATA)
    found, _ = names(tmp_path / "t.docx", "t.docx", context.shape, context.filters, free=True)
    assert [(one.code, str(one.origin)) for one in found] == [
        ("undeclared-name", "t.docx: file properties, title")
    ]


RICH = {
    "rich": [
        "Tán thành ",
        {"text": "12", "bold": True, "color": "#ff0000", "size": Exact(14, "14")},
        {"text": " & 0", "italic": True, "underline": "double", "font": "Arial", "highlight": "ffff00"},
        {"text": "*", "superscript": True, "strike": True},
    ]
}


def rich() -> RichText:
    text = RichText("Tán thành ")
    text.add("12", bold=True, color="#ff0000", size=28)
    text.add(" & 0", italic=True, underline="double", font="Arial", highlight="ffff00")
    text.add("*", superscript=True, strike=True)
    return text


@pytest.mark.parametrize("tag", ["Kết quả: {{r x }} phiếu", "{{ x }}", "{{p x }}"])
def test_rich_text_says_and_looks_as_docxtpl_makes_it(tmp_path: Path, tag: str) -> None:
    path = template(tmp_path, paragraphs(tag))
    own = opened(ours(path, {"x": RICH})).paragraphs[0]
    words = tag.replace("{{r x }}", "Tán thành 12 & 0*").replace("{{ x }}", "Tán thành 12 & 0*")
    assert own.text == words.replace("{{p x }}", "Tán thành 12 & 0*")
    other = theirs(template(tmp_path, paragraphs("{{r x }}")), {"x": rich()}).paragraphs[0]
    looks = {run.text: _looks(run) for run in own.runs}
    for run in other.runs:
        if run.text:
            assert looks[run.text] == _looks(run)


def _looks(run: Any) -> dict[str, str]:
    """Tell how a run looks, without what is only said of other writing systems, and values that are usual."""
    if run._r.rPr is None:
        return {}
    said = {
        child.tag.rpartition("}")[2]: next(
            (child.get(qn(name)) for name in ("w:fill", "w:val", "w:ascii") if child.get(qn(name))), None
        )
        for child in run._r.rPr
    }
    return {name: str(value).upper() for name, value in said.items() if name not in {"bCs", "iCs"}}


def test_rich_text_keeps_the_letters_of_its_tag_where_docxtpl_forgets_them(tmp_path: Path) -> None:
    path = template(tmp_path, word.paragraph("{{r x }}", style='<w:sz w:val="40"/>'))
    run = next(run for run in opened(ours(path, {"x": RICH})).paragraphs[0].runs if "thành" in run.text)
    assert run.font.size is not None
    assert run.font.size.pt == 20
    other = next(run for run in theirs(path, {"x": rich()}).paragraphs[0].runs if "thành" in run.text)
    assert other.font.size is None


def test_rich_text_has_the_styles_of_the_template(tmp_path: Path) -> None:
    word.written(tmp_path / "t.docx", "{{r x }}")
    own = opened(ours(tmp_path / "t.docx", {"x": {"rich": [{"text": "đậm", "style": "Strong"}]}}))
    assert next(run for run in own.paragraphs[0].runs if run.text).style.name == "Strong"


def test_rich_text_in_a_loop_of_a_table_is_read_back_whole(tmp_path: Path) -> None:
    rows = [["{%tr for r in rows %}", ""], ["{{ r.k }}", "{{r r.v }}"], ["{%tr endfor %}", ""]]
    path = template(tmp_path, word.table(*rows) + paragraphs("x"))
    data = {"rows": [{"k": "1", "v": RICH}, {"k": "2", "v": "trơn"}]}
    assert tables(opened(ours(path, data)))[0] == [["1", "Tán thành 12 & 0*"], ["2", "trơn"]]


@pytest.mark.parametrize(
    ("rich", "reason"),
    [
        ([{"text": "x", "bolt": True}], "there is no 'bolt', but bold"),
        ([{"text": "x", "bold": "yes"}], "'yes' is no bold"),
        ([{"text": "x", "color": "red"}], "'red' is no color"),
        ([{"text": "x", "size": Exact(0, "0")}], "'0' is no size"),
        ([{"text": "x", "font": '"/><w:x'}], "is no font"),
        ([{"bold": True}], "it has no text"),
        ("x", "it is no list"),
    ],
)
def test_what_is_no_rich_text_is_refused(rich: object, reason: str) -> None:
    with pytest.raises(DataError) as caught:
        context_of({"x": {"rich": rich}})
    assert reason in dict(caught.value.diagnostics[0].values)["reason"]


def test_line_breaks_and_tabs_of_a_text_are_those_of_a_listing(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{{ x }}"))
    own = opened(ours(path, {"x": "một\nhai\tba & bốn"})).paragraphs[0]
    other = theirs(path, {"x": Listing("một\nhai\tba & bốn")}).paragraphs[0]
    assert own.text == other.text == "một\nhai\tba & bốn"


def test_footnotes_are_filled_and_endnotes_too_where_docxtpl_leaves_their_tags(tmp_path: Path) -> None:
    notes = {
        f"word/{sort}s.xml": f'<w:{sort}s xmlns:w="{word.WORD}"><w:{sort} w:id="1">'
        + word.paragraph(f"{sort} {{{{ a }}}}")
        + f"</w:{sort}></w:{sort}s>"
        for sort in ("footnote", "endnote")
    }
    body = (
        '<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    )
    path = template(tmp_path, body, extra=notes | word.related(("footnotes", "endnotes")))
    pieces = [text for text, _ in ours(path).script.pieces]
    assert ("footnote " in pieces, "endnote " in pieces, pieces.count(DATA["a"])) == (True, True, 2)
    parts = {part.partname: part.blob.decode() for part in theirs(path).part.package.iter_parts()}
    assert "{{" not in parts["/word/footnotes.xml"]
    assert "{{ a }}" in parts["/word/endnotes.xml"]


def test_text_boxes_and_nested_tables_are_filled(tmp_path: Path) -> None:
    inner = word.table(["{%tr for p in g.people %}"], ["{{ p.ten }}"], ["{%tr endfor %}"])
    cells = f"<w:tc><w:tcPr/>{word.paragraph('{{ g.name }}')}{inner}<w:p/></w:tc>"
    loop = [word.table([f"{{%tr {said} %}}"]) for said in ("for g in groups", "endfor")]
    first, last = (row.partition("<w:tr>")[2].partition("</w:tr>")[0] for row in loop)
    outer = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="6000"/></w:tblGrid>'
        f"<w:tr>{first}</w:tr><w:tr>{cells}</w:tr><w:tr>{last}</w:tr></w:tbl>"
    )
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{word.paragraph('hộp {{ a }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    path = template(tmp_path, outer + box + paragraphs("x"))
    own, other = opened(ours(path)), theirs(path)
    assert tables(own) == tables(other)
    texts = ["".join(t.text or "" for t in one.element.body.iter(qn("w:t"))) for one in (own, other)]
    assert texts == ["Tổ 1AnBìnhTổ 2Chihộp Sở GD&ĐTx"] * 2


@pytest.mark.parametrize("sign", ["\ue002down 5 later\ue003", "\ue0049 x\ue005", "\ue000x\ue001"])
def test_a_template_cannot_forge_the_signs_of_the_press(tmp_path: Path, sign: str) -> None:
    path = template(tmp_path, word.table([sign, "{{ a }}"]) + paragraphs("x"))
    assert (refused(path).code, str(refused(path).origin)) == ("word-unreadable", f"{path}: body")


def test_data_cannot_forge_the_signs_of_the_press(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{{ a }}"))
    assert refused(path, {"a": "\ue002colour 0 FF0000\ue003"}).code == "illegal-character"
