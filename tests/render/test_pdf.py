"""The press for PDF papers: nothing is printed by halves, and the same input gives the same bytes."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.context import Quantity, Worded
from reportgen.model.errors import RenderError
from reportgen.readback.pdf import foreign_fonts, read_pdf
from reportgen.render.fonts import NEEDED
from reportgen.render.pdf import names, render
from tests.helpers.pressing import PARTS, context, page, pressed, solid
from tests.render.on_page import HEADER, SHAPE, complaint, place, read, words

ROOT = Path(__file__).parents[2]


def test_the_script_tells_the_templates_words_from_the_values(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>Có {{ n }} người, <b>trong đó</b> {{ m }} nữ.</p>")

    artifact = pressed(template, n="2.960", m="<12> & 7")

    assert artifact.media_type == "application/pdf"
    assert artifact.script.pieces == (
        ("Có ", False),
        ("2.960", True),
        (" người, ", False),
        ("trong đó", False),
        ("<12> & 7", True),
        (" nữ.", False),
    )
    assert solid(read_pdf(artifact.content).pieces) == "Có2.960người,trongđó<12>&7nữ."


def test_what_no_page_shows_is_not_in_the_script(tmp_path: Path) -> None:
    body = (
        "<style>p { color: black }</style><p hidden>ẩn {{ n|unprinted }}</p><!-- chú thích -->"
        "<template>mẫu</template><script>1</script><title>{{ n|unprinted }}</title><p>Hiện</p>"
    )

    artifact = pressed(page(tmp_path, body), n="12")

    assert [text.strip() for text, _ in artifact.script.pieces] == ["Hiện"]
    assert read_pdf(artifact.content).pieces == ["Hiện"]


def test_a_line_break_inside_a_value_breaks_the_line(tmp_path: Path) -> None:
    artifact = pressed(page(tmp_path, "<p>Gồm: {{ both }}.</p>"), both="Hải Phòng\nThái Bình")

    assert artifact.script.emitted == ["Hải Phòng\nThái Bình"]
    assert read_pdf(artifact.content).pieces == ["Gồm: Hải Phòng", "Thái Bình."]


def test_a_value_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>\n{{ absent }}</p>"))

    assert diagnostic.code == "undefined-value"
    assert place(diagnostic) == (str(tmp_path / "paper.html"), 3)


def test_nothing_is_not_printed_as_a_word(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>{{ venue }}</p>"), venue=None)

    assert diagnostic.code == "absent-printed"
    assert place(diagnostic)[1] == 2


def test_a_tag_without_its_end_is_told_with_its_line(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>\n{% if x %}</p>\n{% endfor %}"), x=1)

    assert diagnostic.code == "template-syntax"
    assert place(diagnostic) == (str(tmp_path / "paper.html"), 4)


def test_a_mistake_in_a_part_is_told_in_the_part(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(
        "{% macro one(x) %}\n<p>{{ x.y }}</p>\n{% endmacro %}", encoding="utf-8"
    )

    diagnostic = complaint(page(tmp_path, '{% from "own.html" import one %}{{ one(n) }}'), n="2")

    assert place(diagnostic) == (str(tmp_path / "own.html"), 2)


def test_parts_come_from_the_kinds_folder_and_the_package_only(tmp_path: Path) -> None:
    (tmp_path / "kind").mkdir()
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "kind" / "link.html").symlink_to(tmp_path / "secret.html")

    for name in ("../secret.html", "link.html", str(tmp_path / "secret.html")):
        diagnostic = complaint(page(tmp_path / "kind", f'{{% include "{name}" %}}'))
        assert diagnostic.code == "unknown-part"


def test_a_template_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    template = page(tmp_path, "")
    template.write_bytes("<p>\n\nHải Phòng".encode("cp1258", errors="replace") + b"\xd5")

    diagnostic = complaint(template)

    assert diagnostic.code == "template-syntax"
    assert diagnostic.message.endswith("it is not UTF-8 text")
    assert place(diagnostic)[1] == 3


def test_a_letter_without_a_glyph_is_shown_with_its_value(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>Họ tên: {{ name }}</p>"), name="Lý 李 Minh")

    assert diagnostic.code == "glyph-missing"
    assert words(diagnostic)["character"] == "李"
    assert words(diagnostic)["point"] == "U+674E CJK UNIFIED IDEOGRAPH-674E"
    assert words(diagnostic)["words"] == "Lý 李 Minh"


def test_a_letter_without_a_glyph_in_the_template_is_shown_with_the_words_around_it(tmp_path: Path) -> None:
    body = f"<p>{'xa ' * 40}ngay trước ☐ ngay sau {'xa ' * 40}</p><p>☐</p>"

    diagnostic = complaint(page(tmp_path, body))

    assert words(diagnostic)["words"] == "xa ngay trước ☐ ngay sau xa"


@pytest.mark.parametrize(
    "body",
    [
        '<p title="{{ n }}">x</p>',
        "<!-- {{ n }} --><p>x</p>",
        "<p hidden>{{ n }}</p>",
        "<style>p { color: {{ n }} }</style><p>x</p>",
        "<title>{{ n }}</title><p>x</p>",
    ],
)
def test_a_value_that_is_emitted_where_no_page_shows_it_is_an_error(tmp_path: Path, body: str) -> None:
    diagnostic = complaint(page(tmp_path, body), n="black")

    assert diagnostic.code == "emitted-unseen"
    assert words(diagnostic)["text"] == "black"


def test_text_that_runs_over_the_edge_is_an_error(tmp_path: Path) -> None:
    long = "không ngắt dòng " * 20
    diagnostic = complaint(
        page(tmp_path, '<p class="wide">{{ n }}</p>', ".wide { white-space: nowrap }"), n=long
    )

    assert diagnostic.code == "off-page"
    assert words(diagnostic) == {"text": long.strip(), "page": "1"}


def test_a_row_that_is_taller_than_a_page_is_an_error(tmp_path: Path) -> None:
    """The engine would cut it in two, and print its table's heading on the second page only."""
    tall = "<br>".join(f"dòng {n}" for n in range(70))
    row = f"<tr><td>{tall}</td><td>bên cạnh</td></tr>"

    diagnostic = complaint(page(tmp_path, f"<table><thead><tr><th>A<th>B<tbody>{row}</table>"))

    assert diagnostic.code == "row-too-tall"
    assert words(diagnostic)["page"] == "2"
    assert words(diagnostic)["text"].startswith("dòng ")


def test_a_style_sheet_may_not_change_letters(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<h1>Báo cáo</h1>", "h1 { text-transform: uppercase }"))

    assert diagnostic.code == "letters-changed"
    assert words(diagnostic) == {"text": "BÁO CÁO", "how": "uppercase"}


def test_what_the_engine_warns_of_is_an_error(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>x</p>", "p { font-wait: bold }"))

    assert diagnostic.code == "engine-warning"
    assert "font-wait" in diagnostic.message
    assert place(diagnostic)[0] == str(tmp_path / "paper.html")


@pytest.mark.parametrize(
    "style", ["font-size: 1e9pt", "font-size: 1e400pt", "letter-spacing: 1e9pt", "transform: scale(0)"]
)
def test_a_size_that_the_engine_does_not_survive_is_a_mistake_of_the_template(
    tmp_path: Path, style: str
) -> None:
    diagnostic = complaint(page(tmp_path, "<p>x y</p>", f"p {{ {style} }}"))

    assert (diagnostic.code, place(diagnostic)[0]) == ("engine-warning", str(tmp_path / "paper.html"))
    assert "it gave up" in diagnostic.message


def test_nobody_listens_to_the_engine_afterwards(tmp_path: Path) -> None:
    before = list(logging.getLogger("weasyprint").handlers)

    pressed(page(tmp_path, "<p>x</p>"))
    complaint(page(tmp_path, "<p>x</p>", "p { font-wait: bold }"))

    assert logging.getLogger("weasyprint").handlers == before


def test_all_complaints_are_told_at_once(tmp_path: Path) -> None:
    body = '<p>☐ <img src="absent.png" alt="x"></p><p title="{{ n }}">x</p>'

    with pytest.raises(RenderError) as caught:
        pressed(page(tmp_path, body, "p { font-wait: bold }"), n="12")

    codes = [diagnostic.code for diagnostic in caught.value.diagnostics]
    assert codes == ["emitted-unseen", "glyph-missing", "asset-refused", "engine-warning"]


def test_only_the_chosen_family_is_in_the_file(tmp_path: Path) -> None:
    body = PARTS + HEADER + "<p>x <i>y</i> <b>z <i>t</i></b></p><ul><li>a<ul><li>b</li></ul></li></ul>"
    body += "<p style='break-before: page'>trang 2</p>"

    reading = read(page(tmp_path, body), office="PHÒNG", place="x")

    assert foreign_fonts(reading, "reportgen serif") == []
    assert len(reading.fonts) == 4


def test_another_family_than_the_chosen_one_is_an_error(tmp_path: Path) -> None:
    diagnostic = complaint(page(tmp_path, "<p>x</p>", "p { font-family: monospace }"))

    assert diagnostic.code == "foreign-font"
    assert words(diagnostic)["own"] in diagnostic.message


def test_the_file_says_its_title_its_language_and_the_papers_date(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(pressed(page(tmp_path, "<p>x</p>")).content)

    about = document.get_metadata_dict()
    assert about["Title"] == "Báo cáo"
    assert about["CreationDate"] == about["ModDate"] == "D:20200119000000+07'00"
    assert document.is_tagged()


def test_a_paper_without_a_date_has_none(tmp_path: Path) -> None:
    artifact = render(page(tmp_path, "<p>x</p>"), context(), title="x", date=None)

    assert pypdfium2.PdfDocument(artifact.content).get_metadata_dict()["CreationDate"] == ""


def test_another_process_elsewhere_makes_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.helpers.pressing import *\n"
        "content = pressed(Path(sys.argv[1]), office='PHÒNG', place='Hải Phòng', n='2.960').content\n"
        "sys.stdout.buffer.write(content)"
    )
    template = page(tmp_path, PARTS + HEADER + "<p>{{ n }} <b>đậm</b></p><table><tr><td>1</table>")

    def made(zone: str, seed: str, where: Path) -> bytes:
        surroundings = {
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-c", program, str(template)]
        return subprocess.run(command, env=surroundings, cwd=where, capture_output=True, check=True).stdout

    pressed(page(tmp_path, "<p>a paper before it, in italics: <i>x</i></p>"))
    here = pressed(
        page(tmp_path, PARTS + HEADER + "<p>{{ n }} <b>đậm</b></p><table><tr><td>1</table>"),
        office="PHÒNG",
        place="Hải Phòng",
        n="2.960",
    ).content

    assert made("Asia/Ho_Chi_Minh", "1", tmp_path) == here
    assert made("America/Los_Angeles", "2", Path("/")) == here


def test_wrong_names_are_found_before_anything_is_printed(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("\n{{ absent }}", encoding="utf-8")
    template = page(tmp_path, '<p>{{ n }}</p>\n<p>{{ m }}</p>{% include "own.html" %}\n{{ n | tidy }}')

    found, quoted = names(template, "kinds/paper.html", SHAPE, {"upper"})

    assert [(diagnostic.code, *place(diagnostic)) for diagnostic in found] == [
        ("undeclared-name", "kinds/own.html", 2),
        ("undeclared-name", "kinds/paper.html", 3),
        ("unknown-filter", "kinds/paper.html", 4),
    ]
    assert quoted == {("n",)}


def test_a_template_that_cannot_be_read_has_no_names(tmp_path: Path) -> None:
    found, quoted = names(page(tmp_path, "\n{% if n %}"), "kinds/paper.html", SHAPE, ())

    assert [(diagnostic.code, *place(diagnostic)) for diagnostic in found] == [
        ("template-syntax", "kinds/paper.html", 3)
    ]
    assert quoted == frozenset()


def test_the_press_loads_the_engine_only_when_it_prints() -> None:
    program = "import sys, reportgen.render.pdf; sys.exit('weasyprint' in sys.modules)"

    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_without_pango_it_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0: absent')")
    template = page(tmp_path, "<p>x</p>")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from pathlib import Path; from reportgen.model.errors import *\n"
        "from tests.helpers.pressing import *\n"
        "try: pressed(Path(sys.argv[1]))\n"
        "except MissingToolError as error: print(error, error.diagnostics[0].hint)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(template)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout

    assert "error[no-pango]" in told
    assert "libpango-1.0-0: absent" in told
    for system in ("Debian", "macOS", "Windows"):
        assert system in told


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(alphabet=NEEDED + "\n₫½²\u00a0\u200b\u00ad", min_size=1, max_size=60), max_size=25))
def test_whatever_the_values_are_the_page_shows_them_all(
    tmp_path_factory: pytest.TempPathFactory, values: list[str]
) -> None:
    body = "<table>{% for v in rows %}<tr><td>{{ loop.index }}<td>{{ v }}</tr>{% endfor %}</table><p>hết</p>"

    artifact = pressed(page(tmp_path_factory.mktemp("kind"), body), rows=values)

    expected = [part for n, value in enumerate(values, 1) for part in (str(n), value)]
    shown = solid([*expected, "hết"]).translate({0x200B: None, 0xAD: None})
    assert solid(read_pdf(artifact.content).pieces) == shown
    assert solid(text for text, _ in artifact.script.pieces) == shown


def test_a_printed_value_keeps_its_name_until_the_page_is_read(tmp_path: Path) -> None:
    values = {"managers": Quantity(2960, "2.960", "managers"), "venue": Worded("Hải Phòng", "venue")}
    artifact = pressed(page(tmp_path, "<p>{{ venue }}: {{ managers }} ({{ venue | upper }})</p>"), **values)

    pieces = zip(artifact.script.pieces, artifact.script.names, strict=True)
    assert [(text.strip(), name) for (text, _), name in pieces] == [
        ("Hải Phòng", "venue"),
        (":", ""),
        ("2.960", "managers"),
        ("(", ""),
        ("HẢI PHÒNG", ""),
        (")", ""),
    ]


def test_no_compiler_is_asked_for_the_libraries_of_the_engine(tmp_path: Path) -> None:
    for name in ("gcc", "cc", "ld"):
        program = tmp_path / name
        program.write_text('#!/bin/sh\n: > "$0.asked"\n')
        program.chmod(0o755)
    load = "import os; from reportgen.render.engine import engine; engine(); print(os.environ['PATH'])"
    path = {**os.environ, "PATH": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", load], env=path, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == str(tmp_path)
    assert list(tmp_path.glob("*.asked")) == []
