"""Templates and values as hypothesis makes them: conditions, loops and tables, inside one another."""

from hypothesis import strategies as st

WORDS = st.text(st.sampled_from("aăâ đĐƠỹ&<>'\"%{}|-12,.\n\t\u00ad\u00a0 "), max_size=12)
ROWS = st.lists(
    st.fixed_dictionaries({"name": WORDS, "done": st.booleans(), "parts": st.lists(WORDS, max_size=2)}),
    max_size=3,
)
VALUES = st.fixed_dictionaries(
    {"a": WORDS, "b": WORDS, "n": st.integers(0, 9), "yes": st.booleans(), "rows": ROWS}
)


@st.composite
def inline(draw: st.DrawFn, *, row: bool = False) -> str:
    """Make the words and tags of a paragraph; ``|`` is where Word begins another run."""
    names = ["{{ a }}", "{{ b }}", "{{ n }}", "{|{ a |}}"] + (
        ["{{ row.name }}", "{{ loop.index }}"] if row else []
    )
    asked = draw(st.sampled_from(["yes", "n > 4", "not rows", *(["row.done", "loop.last"] if row else [])]))
    several = "{% for part in row.parts %}|{{ part }};{% endfor %}" if row else ""
    pieces = st.sampled_from([*names, "Ông (bà) ", "|", "|", " & ", several])
    before, inside, other, after = (draw(st.lists(pieces, max_size=3).map("".join)) for _ in range(4))
    otherwise = draw(st.sampled_from(["", f"{{% else %}}{other}"]))
    return f"{before}{{% if {asked} %}}{inside}{otherwise}{{% endif %}}{after}"


def runs(text: str, style: str = "") -> str:
    """Write a paragraph, each run with a look of its own."""
    return "<w:p>" + "".join(f"<w:r>{style}{word_text(one)}</w:r>" for one in text.split("|")) + "</w:p>"


def word_text(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace(" > ", " &gt; ")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0, *, row: bool = False) -> str:
    """Make paragraphs, conditions, loops and tables, inside one another."""
    sort = draw(st.sampled_from(["words", "words", "condition", "loop", "table"] if depth < 2 else ["words"]))
    style = draw(
        st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:color w:val="FF0000"/><w:i/></w:rPr>'])
    )
    own = runs(draw(inline(row=row)), style)
    if sort == "words":
        return own
    inner = draw(blocks(depth + 1, row=row or sort != "condition"))
    if sort == "condition":
        return f"{runs('{%p if yes %}')}{inner}{runs('{%p else %}')}{own}{runs('{%p endif %}')}"
    if sort == "loop":
        return f"{runs('{%p for row in rows %}')}{inner}{runs('{%p endfor %}')}{own}"
    return table(draw(inline(row=True)), inner if "<w:tbl>" not in inner else f"{inner}<w:p/>")


def table(cell: str, inner: str) -> str:
    """Write a table with a heading, a row for each, and a last row whose cell goes over both columns."""
    rows = [
        f"{tc(runs('Họ tên'))}{tc(runs('Ghi chú'))}",
        tc(runs("{%tr for row in rows %}")) + tc(runs("")),
        f"{tc(runs(cell))}{tc(inner)}",
        tc(runs("{%tr endfor %}")) + tc(runs("")),
        tc(runs("Cộng: {{ n }}"), '<w:gridSpan w:val="2"/>'),
    ]
    grid = '<w:gridCol w:w="2000"/>' * 2
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def tc(inside: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'
