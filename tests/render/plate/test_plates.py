"""Word from plates: the same as a tree and as docxtpl make it; what is not proven takes the long way."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.errors import RenderError
from reportgen.pipeline import Paper
from reportgen.render.docx import render
from tests.helpers import word
from tests.render.plate.any_template import VALUES, blocks, inline, runs
from tests.render.plate.plating import (
    as_trees,
    canonical,
    from_plates,
    members,
    parts,
    same_as_docxtpl,
    same_both_ways,
    without_pictures,
)
from tests.render.side_by_side import DATA, context_of, paragraphs, template
from tests.render.word.samples import ROOT, SAMPLES, papers


def template_of(paper: Paper) -> Path:
    return paper.kind.folder / paper.kind.outputs["docx"]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_paper_of_ours_is_the_same_from_plates_as_a_tree_and_by_docxtpl(sample: Path) -> None:
    for paper in papers(ROOT / sample)[:2]:
        context = without_pictures(paper.context)
        same_both_ways(template_of(paper), context)
        same_as_docxtpl(template_of(paper), context)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks(), min_size=1, max_size=3).map("".join), inline(), VALUES)
def test_any_template_with_any_values_is_the_same_three_ways(
    tmp_path_factory: pytest.TempPathFactory, body: str, header: str, values: dict[str, Any]
) -> None:
    path = word.minimal(tmp_path_factory.mktemp("t") / "t.docx", f"{body}{runs('Hết')}", header=runs(header))
    context = context_of(values)

    same_both_ways(path, context)
    same_as_docxtpl(path, context)


def test_braces_of_a_value_stay_as_they_are_where_docxtpl_would_alter_them(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{{ a }}"))

    artifact = same_both_ways(path, context_of({"a": "{_{ x }_}"}))

    assert artifact.script.emitted == ["{_{ x }_}"]
    assert "{_{ x }_}" in parts(artifact.content)["word/document.xml"].decode()


def test_a_value_with_a_line_break_is_written_as_docxtpl_writes_it(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("Tại: {{ a }}!"))

    made = parts(same_both_ways(path, context_of({"a": "một\nhai & ba"})).content)[
        "word/document.xml"
    ].decode()

    assert 'Tại: một</w:t><w:br/><w:t xml:space="preserve">hai &amp; ba!</w:t>' in made


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWN = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="7"/></wp:inline></w:drawing></w:r></w:p>'
)
NOTED = '<w:p><w:bookmarkStart w:id="1" w:name="n"/><w:bookmarkEnd w:id="1"/></w:p>'
FORKED = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f"<mc:Choice><w:txbxContent>{word.paragraph('{{ a }}')}</w:txbxContent></mc:Choice>"
    f"<mc:Fallback><w:txbxContent>{word.paragraph('{{ a }}')}</w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
LOOP, END = word.paragraph("{%p for l in labels %}"), word.paragraph("{%p endfor %}")
MERGED = word.table(("{%tr for g in groups %}", ""), ("{% vm %}x", "{{ g.name }}"), ("{%tr endfor %}", ""))
CELL = word.table(("Tên",))
GOING = paragraphs("{%p if no %}", "x", "{%p endif %}")

LONG_WAYS = {
    "cells that are one": (MERGED, "cells-merged-or-coloured"),
    "a coloured cell": (word.table(("{% cellbg colour %}x", "y")), "cells-merged-or-coloured"),
    "columns that come and go": (
        word.table(("{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}")),
        "cells-merged-or-coloured",
    ),
    "braces to print": (paragraphs("{_{ a }_}"), "printed-braces"),
    "a macro": (paragraphs("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(a) }}"), "statement-without-a-proof"),
    "a loop that calls itself": (
        paragraphs("{% for g in groups recursive %}{{ g.name }}{% endfor %}"),
        "statement-without-a-proof",
    ),
    "a table whose rows all go": (
        word.table(("{%tr if no %}",), ("{{ a }}",), ("{%tr endif %}",)),
        "left-empty",
    ),
    "a cell whose paragraph goes": (CELL.replace(word.paragraph("Tên"), GOING), "left-empty"),
    "a table at a cell's end": (CELL.replace("</w:tc>", f"{CELL}</w:tc>"), "left-empty"),
    "a drawing in a loop": (f"{LOOP}{DRAWN}{word.paragraph('{{ l }}')}{END}", "identifier-may-be-twice"),
    "a bookmark in a loop": (f"{LOOP}{NOTED}{word.paragraph('{{ l }}')}{END}", "identifier-may-be-twice"),
    "a drawing twice": (f"{DRAWN}{DRAWN}{word.paragraph('{{ a }}')}", "identifier-may-be-twice"),
    "a text box kept twice": (FORKED, "value-outside-text"),
    "a tab typed in the template": (paragraphs("Tên:\t{{ a }}"), "break-in-the-template"),
    "a value that is turned round": (paragraphs("{{ turned }}"), "letters-to-look-at"),
    "rich text": (paragraphs("{{ rich }}"), "value-is-no-text"),
    "several paragraphs": (paragraphs("{{p several }}"), "value-is-no-text"),
}
VALUES_OF_ALL = {
    **DATA,
    "turned": "A\u202eB",
    "rich": {"rich": [{"text": "đậm", "bold": True}, " thường"]},
    "several": {"paragraphs": ["một", "hai"]},
}


@pytest.mark.parametrize("case", LONG_WAYS, ids=str)
def test_what_is_not_proven_takes_the_long_way_and_says_why(case: str, tmp_path: Path) -> None:
    body, detour = LONG_WAYS[case]
    path, context = template(tmp_path, body), context_of(VALUES_OF_ALL)

    artifact = render(path, context, title="t", date=None)

    assert artifact.detours == {"body": detour}
    (page,) = as_trees(path, context).values()
    assert canonical(parts(artifact.content)["word/document.xml"]) == canonical(page.content)


PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TAKEN = {
    "the number of a page": word.paragraph("{{ a }}").replace("</w:p>", f"{PAGE}</w:p>"),
    "the number of pages": (
        '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
    ),
    "hidden words": word.paragraph("ẩn", style="<w:vanish/>") + word.paragraph("{{ a }}"),
    "words that are not hidden": word.paragraph("{{ a }}", style='<w:vanish w:val="0"/>'),
    "a drawing beside a value": f"{DRAWN}{word.paragraph('{{ a }}')}",
    "a comment": paragraphs("một {# không in #} hai {{ a }}", "{#p cả dòng #}", "{{ b }}"),
    "a name given": paragraphs("{% set x = a %}{{ x }}"),
    "raw text": paragraphs("{% raw %}a < b{% endraw %}{{ a }}"),
    "a table whose rows may all go": word.table(
        ("{%tr for l in labels %}",), ("{{ l }}",), ("{%tr endfor %}",)
    ),
    "a last section with nothing in it": (
        f'{word.paragraph("{{ a }}")}<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
    ),
    "a row under a condition": word.table(("Tên",), ("{%tr if yes %}",), ("{{ a }}",), ("{%tr endif %}",)),
    "a table in a cell": CELL.replace("</w:tc>", f"{CELL}{word.paragraph('{{ a }}')}</w:tc>"),
    "spaces at a text's ends": "<w:p><w:r><w:t> một </w:t></w:r><w:r><w:t>{{ a }} hai </w:t></w:r></w:p>",
    "a loop from run to run": (
        "<w:p><w:r><w:t>{% for l in labels %}</w:t></w:r><w:hyperlink><w:r><w:t>{{ l }}</w:t></w:r>"
        "</w:hyperlink><w:r><w:t>{% endfor %}</w:t></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("case", TAKEN, ids=str)
def test_what_is_proven_is_the_same_as_a_tree(case: str, tmp_path: Path) -> None:
    same_both_ways(template(tmp_path, TAKEN[case], header=f"{TAKEN[case]}<w:p/>"), context_of(DATA))


def test_a_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("Kính gửi", "Số: {{ a.nowhere }}"))

    with pytest.raises(RenderError) as caught:
        render(path, context_of(DATA), title="t", date=None)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "undefined-value"
    assert diagnostic.origin is not None
    assert diagnostic.origin.place == 'body, paragraph 2, "Số: {{ a.nowhere }}"'


def test_parts_that_nothing_fills_are_taken_over_as_they_lie_packed(tmp_path: Path) -> None:
    path = word.written(tmp_path / "t.docx", "{{ a }}")
    artifact = from_plates(path, context_of(DATA))

    for name in ("word/styles.xml", "word/settings.xml", "word/theme/theme1.xml", "docProps/app.xml"):
        assert packed_bytes(artifact.content, name) == packed_bytes(path.read_bytes(), name)
    assert list(members(artifact.content))[:2] == ["[Content_Types].xml", "_rels/.rels"]


def packed_bytes(content: bytes, name: str) -> bytes:
    """Give a part as it lies in an archive, by the archive's own account."""
    entry = members(content)[name]
    start = entry.header_offset + 30 + len(entry.filename.encode()) + content[entry.header_offset + 28]
    return content[start : start + entry.compress_size]


def test_a_part_with_a_tail_behind_its_packed_bytes_is_packed_anew(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{{ a }}"), extra={"word/notes.txt": "x" * 100})
    hidden = with_tail(path.read_bytes(), "word/notes.txt", b"SECRET")
    path.write_bytes(hidden)

    artifact = from_plates(path, context_of(DATA))

    assert b"SECRET" in hidden
    assert b"SECRET" not in artifact.content
    assert parts(artifact.content)["word/notes.txt"] == b"x" * 100


def with_tail(content: bytes, name: str, tail: bytes) -> bytes:
    """Pack a part so that more lies in its room than its packed bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for part, inside in parts(content).items():
            entry = zipfile.ZipInfo(part)
            pressed = zlib.compressobj(9, zlib.DEFLATED, -15)
            lying = pressed.compress(inside) + pressed.flush() + (tail if part == name else b"")
            archive.writestr(entry, lying)
            entry.compress_type, entry.file_size, entry.CRC = (
                zipfile.ZIP_DEFLATED,
                len(inside),
                zlib.crc32(inside),
            )
    return target.getvalue()
