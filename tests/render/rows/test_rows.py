"""Long tables are written row by row: what the engine would have laid out, in a fraction of its time."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.readback import missing, read_back
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, by_rows, lay_out
from reportgen.render.rows.cut import cut_out
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.pages import fill
from tests.helpers.pressing import context, page, pressed
from tests.render.rows.tables import (
    GIVEN,
    NAMES,
    ROW,
    SMALL,
    TABLE,
    TOTAL,
    both,
    refuse_other_looks,
    rows_of,
    written,
)

GREY = 14


def painted(content: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        for one in document:
            yield one.render(grayscale=True).to_pil().filter(ImageFilter.GaussianBlur(3))


def refuse_other_pictures(written: Artifact, laid: Artifact) -> None:
    """Hold blurred pictures of the pages beside each other: a line may fall on another row of dots."""
    for one, other in zip(painted(written.content), painted(laid.content), strict=True):
        assert max(ImageChops.difference(one, other).histogram()[GREY:]) == 0


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
