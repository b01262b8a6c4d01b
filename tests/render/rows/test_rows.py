"""Long tables are written row by row: what the engine would have laid out, in a fraction of its time."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from math import dist
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.proof import faults
from reportgen.readback import missing, read_back
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, by_rows, lay_out
from reportgen.render.rows.cut import Cut, cut_out
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.pages import fill
from tests.helpers.pressing import context, page, pressed, solid

GREY = 14
A_HUNDREDTH_OF_A_MILLIMETRE = 0.01 * 72 / 25.4
SMALL = "@page { size: 120mm 70mm; margin: 15mm 8mm 8mm }"

HEAD = """<h1>Báo cáo</h1><section class="appendix"><h2>Phụ lục {{ title }}</h2>
<table><caption>Danh sách</caption><thead>
<tr><th rowspan="2">TT</th><th rowspan="2">Trường</th><th colspan="2">Số liệu</th></tr>
<tr><th>Số</th><th>Ghi chú</th></tr></thead><tbody>"""
ROW = """<tr>
  <td class="centre">{{ row.index }}</td><th scope="row">{{ row.school }}</th>
  <td class="number">{{ row.number }}</td><td>{{ row.note }}</td>
</tr>"""
GROUP = '<tr><th scope="rowgroup" colspan="4">Cụm {{ row.group }}</th></tr>'
TOTAL = '<tr class="total"><td colspan="2">Tổng cộng</td><td class="number">{{ sum }}</td><td></td></tr>'
TABLE = (
    f"{HEAD}{{% for row in rows %}}{{% if row.group %}}{GROUP}{{% endif %}}{ROW}{{% endfor %}}{TOTAL}"
    "</tbody></table><p>Lập ngày {{ day }}, in ra để lưu.</p></section>"
)


class Drawn(NamedTuple):
    """Words as they stand on a page."""

    text: str
    place: tuple[float, float]


def rows_of(names: Sequence[str]) -> list[dict[str, str]]:
    """Make rows for names, some with a group above, some without a note."""
    return [
        {
            "index": str(place + 1),
            "school": name,
            "number": f"{place * 7919 % 100_000:_},{place % 10}".replace("_", "."),
            "note": "" if place % 3 else f"Phường số {place} – ngõ {place}/2",
            "group": f"{place // 7 + 1}" if place % 7 == 0 else "",
        }
        for place, name in enumerate(names)
    ]  # fmt: skip


NAMES = [
    f"Trường Mầm non {'tư thục Hoa Sen và những người bạn nhỏ ' * (number % 5 == 2)}số {number}"
    for number in range(1, 41)
]
GIVEN = {"rows": rows_of(NAMES), "sum": "1.234,5", "title": "A", "day": "19/01/2020"}


def both(template: Path, **values: object) -> tuple[Artifact, Artifact]:
    """Print a page by either way."""
    given_here = context(**values)
    filled = fill(template, given_here)
    task = Task(template, (), "Báo cáo", "", dt.date(2020, 1, 19), given_here.draft, find_faces())
    return by_rows(task, cut(filled.html)), lay_out(task, filled.html)


def cut(html: str) -> Cut:
    """Take a table for a long one from ten rows on."""
    found = cut_out(html, 10)
    assert found is not None
    return found


def written(template: Path, html: str) -> Artifact:
    return by_rows(Task(template, (), "Báo cáo", "", date=None, draft=False, faces=find_faces()), cut(html))


def drawn(content: bytes) -> list[list[Drawn]]:
    """Find the words on each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [list(_on(one)) for one in document]


def _on(one: pypdfium2.PdfPage) -> Iterator[Drawn]:
    texts = one.get_textpage()
    for found in one.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = pdfium.FPDFTextObj_GetText(found.raw, texts.raw, None, 0)
        room = (pdfium.c_ushort * (size // 2 + 1))()
        pdfium.FPDFTextObj_GetText(found.raw, texts.raw, room, size)
        text = bytes(room).decode("utf-16-le").rstrip("\0")
        if text.strip():
            matrix = found.get_matrix()
            yield Drawn(text.strip(), (matrix.e, matrix.f))


def painted(content: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        for one in document:
            yield one.render(grayscale=True).to_pil().filter(ImageFilter.GaussianBlur(3))


def refuse_other_pictures(written: Artifact, laid: Artifact) -> None:
    """Hold blurred pictures of the pages beside each other: a line may fall on another row of dots."""
    for one, other in zip(painted(written.content), painted(laid.content), strict=True):
        assert max(ImageChops.difference(one, other).histogram()[GREY:]) == 0


def refuse_other_looks(written: Artifact, laid: Artifact) -> None:
    """Lay two papers side by side: the same pages, the same words in the same places and the same order."""
    assert faults(written.content) == faults(laid.content)
    assert misspelt(written.content) == []
    assert written.script == laid.script
    ours, theirs = drawn(written.content), drawn(laid.content)
    assert [[words.text for words in one] for one in ours] == [
        [words.text for words in one] for one in theirs
    ]
    for one, other in zip(chain.from_iterable(ours), chain.from_iterable(theirs), strict=True):
        assert dist(one.place, other.place) < A_HUNDREDTH_OF_A_MILLIMETRE, (one, other)
    reading, other_reading = (read_back(one.content, one.media_type) for one in (written, laid))
    assert solid(reading.pieces) == solid(other_reading.pieces)
    assert bool(missing(written.script, reading)) == bool(missing(laid.script, other_reading))


def misspelt(content: bytes) -> list[str]:
    """List what of a file has to be mended before it can be read."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return pdf.check_pdf_syntax()


@pytest.mark.parametrize(
    "css", ["", SMALL, f"{SMALL} td {{ vertical-align: top }} th {{ vertical-align: bottom }}"]
)
def test_a_table_looks_as_the_engine_lays_it_out(tmp_path: Path, css: str) -> None:
    papers = both(page(tmp_path, TABLE, css), **GIVEN)
    refuse_other_looks(*papers)
    refuse_other_pictures(*papers)


BARE = f"""<h1>Báo cáo</h1><table><tr><th>TT</th><th>Trường</th><th>Số</th><th>Ghi chú</th></tr>
{{% for row in rows %}}{ROW}{{% endfor %}}{TOTAL}</table>"""


@pytest.mark.parametrize("css", [SMALL, f"{SMALL} td, th {{ border: none }}"])
def test_a_table_without_a_heading_goes_on_without_one(tmp_path: Path, css: str) -> None:
    papers = both(page(tmp_path, BARE, css), **GIVEN)
    refuse_other_looks(*papers)
    refuse_other_pictures(*papers)


@pytest.mark.parametrize("css", [SMALL, "@page { size: A4 landscape }"])
def test_two_long_tables_stand_on_one_page_and_go_on_from_each_other(tmp_path: Path, css: str) -> None:
    refuse_other_looks(*both(page(tmp_path, TABLE + TABLE.replace("<h1>Báo cáo</h1>", ""), css), **GIVEN))


ODD = """@page { size: 120mm 70mm; margin: 15mm 8mm 12mm; @top-center { content: none }
  @bottom-right { content: "Trang " counter(page) } }
th, td { border: 1.5pt solid #888; vertical-align: baseline }
td.number { font-size: 16pt; font-style: italic; color: #a00 }"""


STRIPED = """@page { size: 120mm 90mm; margin: 15mm 8mm 12mm; @top-center { content: none }
  @bottom-right { content: "Trang " counter(page) "/" counter(pages) } }
tbody tr:nth-child(even) { background: #eee }
tr:nth-last-child(3n + 1) td { font-style: italic }
tr:last-child td { height: 12mm; vertical-align: bottom }
tr { height: 7mm }
td:nth-child(3) { color: #00a; background: #ffd }"""


RULED = f"""{SMALL} table {{ border: 2pt solid black }} thead th {{ border-bottom: 1.5pt solid black }}
tbody td, tbody th {{ border-top: .5pt dotted black; border-bottom: .5pt dotted black }}
tr.total td {{ border-top: 1.5pt solid #a00 }}"""


@pytest.mark.parametrize("css", [ODD, STRIPED, RULED])
def test_lines_colours_sizes_places_and_margins_are_those_of_the_style_sheet(
    tmp_path: Path, css: str
) -> None:
    papers = both(page(tmp_path, TABLE, css), **GIVEN)
    refuse_other_looks(*papers)
    refuse_other_pictures(*papers)


MARKED_UP = (
    TABLE
    .replace("{{ row.index }}", "<b>{{ row.index }}</b>.")
    .replace("{{ row.school }}", "\n<strong>{{ row.school }}</strong>\n")
    .replace("{{ row.number }}", "{{ row.number }} m<sup>2</sup>")
    .replace("{{ row.note }}", "<b>Ở</b> <i class='at'>{{ row.note }}</i> (<small>1</small>)<br>")
)  # fmt: skip


def test_words_in_cells_may_have_looks_and_lines_of_their_own(tmp_path: Path) -> None:
    css = "@page { size: 150mm 90mm } .at { color: #a00 }"
    refuse_other_looks(*both(page(tmp_path, MARKED_UP, css), **GIVEN))


FOOT = (
    TABLE
    .replace("<tbody>", "<tbody><tr><td>a</td><td>Chưa xếp cụm</td><td>1</td><td></td></tr></tbody><tbody>")
    .replace(f"{TOTAL}</tbody>", f"</tbody><tfoot>{TOTAL.replace('td', 'th')}</tfoot>")
)  # fmt: skip


def tables(content: bytes) -> list[list[str]]:
    """Name what stands in each table of a file, by its tags."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Table"
        ]
        return [[str(kid.S) for kid in table.K] for table in found]


@pytest.mark.parametrize("count", [40, 38])
def test_a_table_has_other_bodies_and_a_foot_which_is_never_alone(tmp_path: Path, count: int) -> None:
    written, laid = both(page(tmp_path, FOOT, SMALL), **{**GIVEN, "rows": rows_of(NAMES[:count])})

    refuse_other_looks(written, laid)
    ((first, second, *groups, last),) = tables(written.content)
    assert [first, second, *dict.fromkeys(groups), last] == ["/Caption", "/THead", "/TBody", "/TFoot"]


SYLLABLES = st.sampled_from(
    "Nguyễn THỊ Ánh Ngọc Đặng hường Ứng Yến ơ Ý 12 08/2019 (Tân) Võ-Trường “Toản” l'Ô & <b> V. AVA "  # noqa: SIM905
    "Nghiêng-nghiêng-khúc-khuỷu 1.234,5 … 50% Ngã/ba/sông e\u0301".split()
)
NAME = st.lists(SYLLABLES, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=8)
@given(
    st.lists(NAME, min_size=11, max_size=14), st.sampled_from(["", "table-layout: fixed", "font-size: 9pt"])
)
def test_whatever_stands_in_the_cells_it_looks_the_same(tmp_path: Path, names: list[str], style: str) -> None:
    css = f"@page {{ size: 160mm 90mm; margin: 12mm }} table {{ {style} }}"
    values = {**GIVEN, "rows": rows_of(names)}
    try:
        papers = both(page(tmp_path, TABLE, css), **values)
    except NotWrittenError:  # a word is longer than its column
        reject()
    refuse_other_looks(*papers)


def test_tables_of_a_report_of_ours_look_the_same_by_either_way() -> None:
    data = Path(__file__).parents[3] / "data" / "boi-duong-hai-phong" / "dot-1.yaml"
    documents = make_plan(data, Order(Shelf.usual(), dt.date(2020, 1, 19))).documents
    paper = next(one.paper for one in documents if one.target == "pdf")
    template = paper.kind.folder / paper.kind.outputs["pdf"]
    filled = fill(template, paper.context)
    task = Task(template, filled.pictures, "Báo cáo", "", None, paper.context.draft, find_faces())
    long = cut_out(filled.html, 7)
    assert long is not None
    assert len(long.tables) > 1

    refuse_other_looks(by_rows(task, long), lay_out(task, filled.html))


def test_many_rows_are_printed_without_a_detour_and_again_as_the_same_bytes(tmp_path: Path) -> None:
    template, many = page(tmp_path, TABLE), {**GIVEN, "rows": rows_of([*NAMES, "Trường\nhai dòng"] * 20)}

    first, again = pressed(template, **many), pressed(template, **many)

    assert first.detours == {}
    assert first.content == again.content
    assert missing(first.script, read_back(first.content, first.media_type)) == []


@pytest.mark.parametrize("odd", ["\u200b", "\u200c", "\u200d", "\u2060", "x\u0301", "ffi"])
def test_letters_that_are_no_glyph_of_their_own_stand_in_long_tables(tmp_path: Path, odd: str) -> None:
    rows = rows_of([f"Trường {odd}Hoa{odd} Sen {number}" for number in range(120)])
    made = pressed(page(tmp_path, TABLE), **{**GIVEN, "rows": rows})

    assert missing(made.script, read_back(made.content, made.media_type)) == []


def test_a_mistake_of_the_row_writer_is_left_to_the_engine_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, many = page(tmp_path, TABLE), {**GIVEN, "rows": rows_of(NAMES * 20)}
    monkeypatch.setattr("reportgen.render.rows.writer.plans_of", lambda *_: int("a mistake of ours"))
    made = pressed(template, **many)

    assert made.detours == {"page": LaidOut.UNPROVEN}
    assert missing(made.script, read_back(made.content, made.media_type)) == []


FEET = "<tfoot><tr><td>A</td></tr></tfoot>"
SHORT = "{% for row in rows %}<tr><td>{{ row.school }}</td></tr>{% endfor %}"


def listed(rows: str = SHORT, attributes: str = "") -> str:
    return f"<h1>A</h1><table {attributes}><thead><tr><th>A</th></tr></thead><tbody>{rows}</tbody></table>"


@pytest.mark.parametrize(
    ("body", "css", "reason"),
    [
        (listed(SHORT.replace("<td>", '<td id="a{{ row.index | unprinted }}">')), "", LaidOut.FORMS),
        (listed(SHORT.replace("</td>", "<p>A</p></td>")), "", LaidOut.MARK_UP),
        (listed(SHORT.replace("</td>", "<u>A</u></td>")), "", LaidOut.MARK_UP),
        (listed(SHORT.replace("<td>", '<td rowspan="2">')), "", LaidOut.MARK_UP),
        (listed(), ".listed:nth-child(even) { color: red }", LaidOut.SHEET),
        (listed(), "td:empty { color: red }", LaidOut.SHEET),
        (listed(), "tr:nth-child(2 of .a) { color: red }", LaidOut.SHEET),
        (listed(), "tr + tr { color: red }", LaidOut.SHEET),
        (listed(), "h1::after { content: counter(pages) }", LaidOut.SHEET),
        (f"<h1>A</h1><table>{SHORT}</table>", "table { border: 2pt solid }", LaidOut.HEAD),
        (listed(), "td { text-decoration: underline }", LaidOut.STYLE),
        (listed(), "tr { break-before: page }", LaidOut.STYLE),
        (listed(), "td { background: rgb(0 0 0 / 50%) }", LaidOut.BORDERS),
        (listed(), "td { border-left: 2pt ridge }", LaidOut.BORDERS),
        (listed(), "table { border-collapse: separate }", LaidOut.BORDERS),
        (listed(), "td { white-space: nowrap } table { table-layout: fixed; width: 3mm }", LaidOut.ROOM),
        (listed(), "tbody tr { break-before: avoid }", LaidOut.ROOM),
        (listed(), "body { columns: 2 }", LaidOut.UNPROVEN),
        (listed(f"{SHORT}</tbody><tbody>{SHORT}"), "", LaidOut.PLACE),
        (listed(f"{SHORT}</tbody>{FEET}"), "tfoot { display: table-footer-group }", LaidOut.PLACE),
        (listed() + "<p>Hết</p>", "@page :left { margin: 40mm }", LaidOut.PAGES),
    ],
)
def test_what_is_not_known_is_left_to_the_engine(
    tmp_path: Path, body: str, css: str, reason: LaidOut
) -> None:
    filled = fill(page(tmp_path, body, css), context(rows=rows_of(NAMES)))
    with pytest.raises(NotWrittenError) as caught:
        written(tmp_path / "paper.html", filled.html)

    assert caught.value.reason == reason
