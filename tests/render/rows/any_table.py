"""Long tables as hypothesis makes them: columns, rows of some forms, style sheets, and words."""

from dataclasses import dataclass
from typing import Any, Final

from hypothesis import strategies as st

from tests.render.any_page import LETTERS, NAMES

SHEETS: Final = [
    "@page { size: 120mm 80mm; margin: 12mm 8mm 8mm }", "@page { size: A5 landscape }",
    "@page { size: A6; margin: 8mm }", "td { vertical-align: top }",
    "td { vertical-align: middle } th { vertical-align: bottom }",
    "td { vertical-align: baseline } .b { font-size: 15pt }", "td { padding: 1.3mm 0.7mm }",
    "td { padding: 0 }", "table { font-size: 9.3pt }", "table { font-size: 11pt; line-height: 1.1 }",
    "td { line-height: 1.6 }", "th, td { border: 1.5pt solid #888 }", "th, td { border: none }",
    "td { border: 0.3pt solid red }", "table { table-layout: fixed }",
    "table { table-layout: fixed; width: 90mm }", "table { width: 100% }",
    "table { width: 70%; margin: auto }", "table { width: auto }", ".a { width: 30mm }",
    ".b { width: 20% } .a { width: 12mm }", ".a { text-align: center }", ".b { text-align: right }",
    ".a { font-weight: bold }", ".b { font-style: italic; color: #a00 }", ".c { white-space: nowrap }",
    ".a { font-variant: small-caps }", ".b { letter-spacing: 1pt }", ".c { text-indent: 2mm }",
    "tr.total { font-weight: bold }", "tr.total td { text-align: right }",
    "tr.total { break-before: avoid }", ".c { text-transform: uppercase }", ".a { hyphens: auto }",
    ".b { overflow-wrap: anywhere; width: 9mm }", ".c { font-kerning: none }", ".c { font-size: 7.7pt }",
    ".a { text-align: justify }", ".b { padding-left: 4mm }",
    "@page { @bottom-center { content: 'Trang ' counter(page) } }",
    "caption { font-style: italic; text-align: left }",
    "@page { @top-center { content: counter(page) '/' counter(pages) } }",
    "tr:nth-child(even) { color: #444 }", "td { background: #eee }",
    "table { border-collapse: separate; border-spacing: 1mm }", "thead { font-size: 8pt }",
    "table { margin: 5mm 0 9mm }", "body { font-size: 12.7pt }", "td { height: 8mm }",
    "tr { break-inside: auto }",
]  # fmt: skip
"""What a style sheet may say of a table."""

CELLS: Final = [
    "{{ row.name }}", "{{ row.name }}", "{{ row.number }}", "{{ row.note }}", "{{ row.index }}",
    "{{ row.number }} – {{ row.note }}", "Trường {{ row.name }}", "{{ row.index }}.", "x", "",
    "{{ row.name }}, {{ row.number }}%", "({{ row.note }})",
]  # fmt: skip
TEXTS: Final = st.one_of(*[NAMES] * 5, st.lists(LETTERS, min_size=1, max_size=4).map(" ".join))
NUMBERS: Final = st.one_of(
    st.integers(0, 99_999).map("{:,}".format).map(lambda text: text.replace(",", ".")),
    st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda two: f"{two[0]},{two[1]}"),
    st.just(""),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A template of a long table with its style sheet, and its rows."""

    body: str
    sheet: str
    rows: tuple[dict[str, Any], ...]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a table of some columns, with rows that head a group, a total, or neither."""
    columns = draw(st.integers(1, 5))
    cells = [draw(st.sampled_from(CELLS)) for _ in range(columns)]
    sorts = [draw(st.sampled_from(["", "", " class='number'", " class='centre'"])) for _ in cells]
    sorts = [sort or f" class='{name}'" for sort, name in zip(sorts, "abcde", strict=False)]
    tags = [draw(st.sampled_from(["td", "td", "td", "th scope='row'"])) for _ in cells]
    made = "".join(
        f"<{tag}{sort}>{cell}</{tag[:2]}>" for tag, sort, cell in zip(tags, sorts, cells, strict=True)
    )
    heads = "".join(f"<th>{draw(st.sampled_from(['A', 'Số lượng', 'Họ và tên', '']))}</th>" for _ in cells)
    group = f"<tr><th scope='rowgroup' colspan='{columns}'>Cụm {{{{ row.index }}}}</th></tr>"
    groups = draw(st.sampled_from(["", "{% if row.group %}" + group + "{% endif %}"]))
    total = f"<tr class='total'><td colspan='{columns}'>Tổng {{{{ n }}}}</td></tr>"
    totals, caption = (
        draw(st.sampled_from(["", total])),
        draw(st.sampled_from(["", "<caption>Danh sách</caption>"])),
    )
    second = draw(st.sampled_from(["", f"<tr><th colspan='{columns}'>Năm {{{{ n }}}}</th></tr>"]))
    before = draw(st.sampled_from(["", "<p>Kèm theo {{ n }}</p>"]))
    after = draw(st.sampled_from(["", "<p>Người lập</p>"]))
    head = f"{caption}<thead><tr>{heads}</tr>{second}</thead>"
    all_rows = f"{{% for row in rows %}}{groups}<tr>{made}</tr>{{% endfor %}}{totals}"
    body = f"<h1>Phụ lục</h1>{before}<table>{head}<tbody>{all_rows}</tbody></table>{after}"
    sheet = "\n".join(draw(st.lists(st.sampled_from(SHEETS), max_size=4)))
    return Table(body, sheet, tuple(_rows(draw)))


def _rows(draw: st.DrawFn) -> list[dict[str, str]]:
    names, numbers = (
        draw(st.lists(TEXTS, min_size=2, max_size=9)),
        draw(st.lists(NUMBERS, min_size=1, max_size=7)),
    )
    notes = draw(st.lists(st.one_of(st.just(""), TEXTS), min_size=1, max_size=5))
    many = draw(st.integers(12, 40))
    return [
        {
            "index": str(place + 1),
            "name": names[place % len(names)],
            "number": numbers[place % len(numbers)],
            "note": notes[place % len(notes)],
            "group": "x" if place % 6 == 0 else "",
        }
        for place in range(many)
    ]
