"""Pages and values as hypothesis makes them: what style sheets do to paragraphs, and what papers say."""

from dataclasses import dataclass
from typing import Any, Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.helpers.pressing import PARTS

CALM: Final = [
    "text-align: center", "text-align: right", "text-align: justify", "text-align: justify; width: 60mm",
    "text-indent: 0", "text-indent: 2em", "font-size: 10.5pt", "font-size: 23.7pt", "font-size: 120%",
    "font-size: 7px", "font-weight: bold", "font-style: italic", "font-style: italic; font-weight: 700",
    "line-height: 2", "width: 50%; margin: auto", "color: rgb(10, 20, 30)",
    "text-align: center; font: italic bold 15pt/1.1 'reportgen serif'", "margin: 3mm 0",
    "padding: 1mm; border: 1pt solid", "text-transform: none", "text-align-last: right", "text-align: end",
    "position: absolute; top: 50mm; left: 20mm; width: 60mm", "font-kerning: none",
    "font-variant: small-caps", "position: relative; left: 3mm", "hyphens: manual", "background: silver",
    "break-inside: avoid",
]  # fmt: skip
"""What forms mostly say of it."""

LOOKS: Final = [
    "text-align: center", "text-align: right", "text-align: justify; width: 60mm", "text-align-last: right",
    "text-align: justify; text-align-last: justify; width: 70mm", "letter-spacing: 1pt",
    "letter-spacing: 0", "word-spacing: 2pt", "font-variant: small-caps", "text-transform: uppercase",
    "text-transform: capitalize", "text-indent: 2em", "text-indent: -1em; padding-left: 1em",
    "text-indent: 10%", "text-indent: 1em; text-align: center", "width: 40mm", "width: 30mm; hyphens: auto",
    "width: 50%; margin: auto", "white-space: nowrap", "white-space: pre", "white-space: pre-wrap",
    "white-space: pre-line", "white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 30mm",
    "columns: 2", "float: left", "float: right; width: 40mm", "position: absolute; top: 50mm",
    "position: relative; left: 3mm", "position: absolute; top: 50mm; left: 20mm; width: 60mm",
    "position: absolute; bottom: 5mm; right: 0", "position: fixed; top: 3mm; left: 3mm; width: 40mm",
    "display: inline-block", "display: flex", "display: grid", "display: inline", "display: table",
    "display: list-item", "transform: rotate(5deg)", "transform: scale(.7)", "opacity: .5",
    "text-decoration: underline", "text-decoration: line-through red",
    "overflow-wrap: anywhere; width: 20mm", "word-break: break-all; width: 20mm", "line-height: 2",
    "overflow-wrap: break-word; width: 12mm; overflow: hidden", "line-height: 0.8", "font-size: 10.5pt",
    "font-size: 23.7pt", "font-size: 120%", "font-size: 7px", "font-weight: bold", "font-style: italic",
    "font-style: italic; font-weight: 700", "border: 1pt solid; padding: 2mm", "background: silver",
    "visibility: hidden", "font-kerning: none", "font-feature-settings: 'liga' 0",
    "font-variant-numeric: tabular-nums", "font-variant-position: super", "font-variant-ligatures: none",
    "font-stretch: condensed", "font-size-adjust: 0.5", "color: rgb(10, 20, 30)",
    "color: rgba(0, 0, 0, .4)", "color: transparent", "direction: rtl",
    "unicode-bidi: bidi-override; direction: rtl", "max-lines: 1; block-ellipsis: auto; continue: discard",
    "line-clamp: 2", "width: 25mm; max-lines: 2; continue: discard", "width: fit-content",
    "min-width: 30mm; float: left", "max-height: 5mm; overflow: hidden", "height: 12mm",
    "vertical-align: super", "break-after: page", "hyphens: manual; width: 20mm", "hyphens: none",
    "margin-top: -3mm", "box-sizing: border-box; padding: 1em", "counter-increment: c 2",
    "bookmark-level: 1", "bookmark-level: 1; bookmark-label: content()", "string-set: s content()",
    "outline: 1pt solid", "text-overflow: ellipsis", "overflow: hidden; width: 45mm",
    "hyphens: auto; hyphenate-limit-chars: 4; width: 25mm", "display: none", "tab-size: 2",
    "font-language-override: normal", "orphans: 3; widows: 3", "text-align-all: center",
    "font: italic bold 15pt/1.1 'reportgen serif'", "border-bottom: 1px dotted; padding-bottom: 1px",
]  # fmt: skip
"""What a style may say of a paragraph."""

SHEETS: Final = [
    "p::before { content: attr(title) ' ' }", "p::after { content: ' ' counter(page) }",
    "p::first-letter { font-size: 20pt }", "p::first-letter { color: red }", "p::first-line { color: red }",
    "@page { @top-left { content: string(s) } } p { string-set: s content() }",
    "section { string-set: s content() } @page { @bottom-center { content: string(s) } }",
    "section { bookmark-level: 1; bookmark-label: content() }", "div { bookmark-level: 2 }",
    "@page { @bottom-right { content: counter(page) '/' counter(pages) } }",
    "@page { size: A6; margin: 10mm }", "@page { size: 90mm 200mm; margin: 5mm }",
    "@page { @top-left { content: 'x' } }",
    "p { counter-increment: c } p::before { content: counter(c) '. ' }",
    ".run { position: running(r) } @page { @top-center { content: element(r) } }",
    "li::marker { content: '– ' }", "p:nth-child(2) { color: red }", "body { columns: 2 }",
    "p { hyphens: auto }", "body { font-size: 11.3pt }", "p { margin: 0 }", "body { letter-spacing: .1pt }",
    "body { text-align: justify }", "a::after { content: ' (tr. ' target-counter(attr(href), page) ')' }",
    "a::after { content: target-text(attr(href)) }", "p::before { content: leader('.') }",
    "p + p { font-style: italic }", ":root { --x: 3pt } p { letter-spacing: var(--x) }",
    "p:empty { display: none }", "p:has(b) { text-indent: 0 }",
    "p::before { content: ''; display: block; height: 2mm }", "p::after { content: open-quote }",
    "@media print { p { font-size: 12.5pt } }", "p { orphans: 1; widows: 1 }",
    "div::before { content: 'Kính gửi: ' }",
    "td { width: 30mm } table { table-layout: fixed; width: 100% }",
    "table { border-collapse: collapse } td { border: 1pt solid }",
    "td { padding: 1mm; vertical-align: middle }", "p { line-height: 1.37 } body { font-size: 13.1pt }",
    "p { text-align: center } p:last-child { text-align: right }",
    "body { position: relative } p { position: relative; top: 1mm }",
    "p { quotes: '«' '»' } q { color: blue }", "p { max-width: 50mm }",
    "@page { margin: 20mm; @right-middle { content: 'Trang ' counter(page); width: 3mm } }",
    "body { background: #eef }", "p { footnote-display: inline } i { float: footnote }",
    "p { font-variant: small-caps }",
]  # fmt: skip
"""What a style sheet may say of a page."""

WORDS: Final = [
    "{{ a }}", "{{ b }}", "{{ b | upper }}", "{{ n }}", "Ông (bà) ", ", sinh năm ",
    " được khen thưởng ", " & ", "<b>{{ b }}</b>", "<i>{{ n }}</i>", "<br>", "<span>{{ b }}</span>",
    "<sup>1</sup>", "&nbsp;", "&shy;", "\n   ", "  ", "{% if n == '3' %}ba {% endif %}",
    "{% for row in rows %}{{ row }}; {% endfor %}", "<!-- x -->", "<wbr>", "<a href='#k'>xem</a>",
    "<q>{{ b }}</q>", "<span style='float: right'>{{ n }}</span>", "<u>{{ b }}</u>",
    "<span style='display: inline-block; width: 20mm'>{{ n }}</span>", "<small>{{ b }}</small>", "-", "/",
    "“", "”", "<span style='letter-spacing: 2pt'>{{ b }}</span>", "fi", "<svg width='9' height='9'/>",
]  # fmt: skip

PLAIN_WORDS: Final = st.sampled_from([
    "{{ a }}", "{{ a }}", "{{ a }}", "Ông (bà): {{ a }}", "{{ a }}, {{ b }}", "Số {{ n }}",
    "{{ n }}/{{ n }}",
    "{{ b }} {{ n }} – {{ a }}.",
    f"Trường {{{{ b }}}} {'bồi dưỡng cán bộ quản lý ' * 4} {{{{ n }}}} ngày.", "{{ a }}{{ b }}",
])  # fmt: skip
"""What forms mostly say."""

STEADY: Final = st.sampled_from(["{{ b }}", "Số {{ n }}", "{{ b }}, {{ n }}", "{{ a }}", "Ghi chú"])
"""What stands round it: mostly what papers of one list have alike."""

_ODD_LETTERS: Final = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u200e", "\u200f", "\ufeff", "e\u0301", "x\u0323",
    "y\u0303", "א", "ب",
    "Я", "Ω", "µ", "½", "ﬁ", "ﬀ", "Ǆ", "ß", "İ", "ı", "ŉ", "ʼ", "ˈ", "ⁿ", "№", "ℓ", "😀", "日", "\u0e33",
    "☎", "\u2009",
    "\u00a0", "\u202f", "\u3000", "−", "‑", "…", "―", "‐", "'", '"', "`", "´", "Бо 11", "Ωα 1.1",
]  # fmt: skip
_SYLLABLES: Final = [
    "Nguyễn", "Trần", "THỊ", "Ánh", "Ngọc", "Đặng", "hường", "Ứng", "Yến", "A", "ơ", "Ý", "12", "08/2019",
    "(Tân)", "V.",
    "Võ-Trường", "“Toản”", "l'Ô", "&", "<b>", "AVA", "To", "Wa", "11", "1", "Nghiêng-nghiêng-khúc-khuỷu",
    "fi", "ffl", "…",
    "1.234,5", "50%", "Ngã/ba/sông", "x²", "H’Hen", "K'Brơi", "Ê-đê", "0987654321", "a@b.vn", "iiii",
    "MMMM",
]  # fmt: skip
NAMES: Final = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=5).map(" ".join)
LONG_NAMES: Final = st.lists(st.sampled_from(_SYLLABLES), min_size=6, max_size=30).map(" ".join)
DIGITS: Final = st.text(st.sampled_from("0123456789.,/-"), min_size=1, max_size=12)
ODD: Final = st.lists(
    st.one_of(st.sampled_from(_SYLLABLES), st.sampled_from(_ODD_LETTERS)), min_size=1, max_size=5
).flatmap(lambda parts: st.sampled_from(["", " ", "  ", "\n", "\u00a0"]).map(lambda gap: gap.join(parts)))
VALUES: Final = st.one_of(*[NAMES] * 6, LONG_NAMES, DIGITS, ODD)

_POOLS: Final = [
    "AVToWa.,", "fijlL1 70-", "Nguyễn Thị Ánh", "AVATAR 11", "11 aA²½°µª", "“”‘’AV", "àằẳẵặĂÂĐ", "L’L·Ll",
    "ΑΩVAТоБ 12.", "Ⅳ№™ 1 A", "אב 12", "\u00a0 a1", "e\u0327\u0301 a", "0123456789.,/-",
]  # fmt: skip
LETTERS: Final = st.sampled_from(_POOLS).flatmap(
    lambda pool: st.text(st.sampled_from(pool), min_size=1, max_size=9)
)
"""Few letters in any order, which are kerned and joined, of one script or of two."""


@dataclass(frozen=True, slots=True)
class Page:
    """A template with its style sheet, and what papers made from it say."""

    body: str
    sheet: str
    papers: tuple[dict[str, Any], ...]


def _style(draw: st.DrawFn) -> str:
    odd = st.lists(st.sampled_from(LOOKS), max_size=2)
    looks = draw(st.one_of(*[st.lists(st.sampled_from(CALM), max_size=3)] * 3, odd))
    return f' style="{"; ".join(looks)}"' if looks else ""


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Make a paragraph: mostly words and values, now and then with something in it."""
    words = draw(st.one_of(*[PLAIN_WORDS] * 4, st.lists(st.sampled_from(WORDS), max_size=5).map("".join)))
    tag = draw(st.sampled_from(["p", "p", "p", "p", "h2", "div", "blockquote", "address", "figcaption"]))
    title = draw(st.sampled_from(["", "", "", "", " title='x'", " lang='fr'", " class='run'", " lang='en'"]))
    return f"<{tag}{title}{_style(draw) if draw(st.booleans()) else ''}>{words}</{tag}>"


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """Make paragraphs, tables, lists and conditions, inside one another."""
    sorts = ["words"] * 9 + ["within", "table", "list", "condition", "loop", "columns", "terms"] * (depth < 2)
    sort = draw(st.sampled_from(sorts))
    if sort == "words":
        return draw(paragraphs())
    inner = draw(st.lists(blocks(depth + 1), min_size=1, max_size=2).map("".join))
    match sort:
        case "table":
            row = f"<tr><td{_style(draw)}>{draw(STEADY)}</td><td>{inner}</td></tr>"
            style = draw(
                st.sampled_from(["", ' style="table-layout: fixed; width: 120mm"', ' style="width: 100%"'])
            )
            return f"<table{style}><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{row}</tbody></table>"
        case "list":
            tag = draw(st.sampled_from(["ul", "ol"]))
            return f"<{tag}><li>{inner}</li><li>{draw(STEADY)}</li></{tag}>"
        case "condition":
            return f"{{% if n == '3' %}}{inner}{{% else %}}{draw(paragraphs())}{{% endif %}}"
        case "loop":
            return f"{{% for row in rows %}}<p{_style(draw)}>{{{{ row }}}}</p>{{% endfor %}}{inner}"
        case "columns":
            own = f'<div>{inner}</div><div style="flex: 1">{draw(paragraphs())}</div>'
            return f'<div style="display: flex">{own}</div>'
        case "terms":
            return f"<dl><dt>{draw(STEADY)}</dt><dd>{inner}</dd></dl>"
    return f"<{(tag := draw(st.sampled_from(['div', 'section'])))}{_style(draw)}>{inner}</{tag}>"


@st.composite
def papers(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    """Make what papers say: the first few alike, then anything; some values stay, as they do in a list."""
    numbers = st.sampled_from(["3", "12", "1988", "0,5"])
    rows = draw(st.lists(NAMES, max_size=2))
    first = {"a": draw(NAMES), "b": draw(NAMES), "n": draw(numbers), "rows": rows}
    alike = [first, {**first, "a": draw(NAMES)}, {**first, "a": draw(NAMES)}]
    others = [
        {**first, "a": draw(VALUES)}
        | draw(st.sampled_from([{}, {}, {"b": draw(VALUES)}, {"n": draw(numbers)}]))
        for _ in range(draw(st.integers(3, 6)))
    ]
    return (*alike, *others)


HEADS: Final = st.sampled_from(["", "", ""] + [
    f"{PARTS}{{% macro line() %}}Số: {{{{ {number} }}}}/BB{{% endmacro %}}"
    f'{{{{ header("UBND HUYỆN", {office}, line(), "Vân Khê, ngày 05") }}}}'
    for number, office in (("a", '"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"'), ("n", '"TRƯỜNG"'), ("n", "b"))
])  # fmt: skip
"""Heads of papers, of which the number changes, or the office."""


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Make a template, and papers from it."""
    body = "\n".join([draw(HEADS), draw(paragraphs()), *draw(st.lists(blocks(), max_size=3))])
    sheet = "\n".join(draw(st.one_of(st.just([]), st.lists(st.sampled_from(SHEETS), max_size=2))))
    if "#k" in body:
        body += '<p id="k">Hết</p>'
    return Page(body, sheet, draw(papers()))


USUAL: Final = settings.get_profile("unhurried").max_examples
SAMPLE: Final = settings.default.max_examples if settings.default else USUAL
"""100 in an ordinary run, which draws the same pages each time; a thousand in `make soak`."""


def drawn_often(share: float) -> settings:
    """Draw so many examples, of a hundred."""
    return settings(
        max_examples=max(1, round(SAMPLE * share)),
        derandomize=SAMPLE <= USUAL,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
