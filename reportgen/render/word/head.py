"""The head of a Word paper, measured: its sizes, its columns and the lines drawn below its texts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reportgen.model.layout import TWIPS_PER_MM
from reportgen.render.head import COMPONENTS, DATE, RULED, Head, Line, Overlong, fit, ruled
from reportgen.render.template.marks import strip_marks
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.places import CELL, PARAGRAPH, TABLE, TEXT, Element, W
from reportgen.render.word.style_names import SORT, all_styles
from reportgen.render.word.template import WordTemplate

STYLES: Final = {
    "Quốc hiệu": "H-1", "Tiêu ngữ": "H-2", "Tên cơ quan chủ quản": "H-3", "Tên cơ quan": "H-4",
    "Số ký hiệu": "H-5", "Địa danh ngày tháng": "H-6", "Trích yếu": "H-8",
}  # fmt: skip
"""The components of a head by the names of their styles; the subject has a line below it as well."""

RULES: Final = ("Dòng kẻ", "Dòng kẻ - trích yếu")
"""The styles of empty paragraphs that are drawn lines as long as the text above them wants."""

_COLUMNS: Final = 2
_SIDES: Final = ("left", "right")
_BREAK: Final = f"{W}br"
_STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"


def fit_head(root: Element, template: WordTemplate, assembly: Assembly) -> Iterator[Overlong]:
    """Set the head of a filled page as it fits, and draw its lines; give what does not fit."""
    rules = {_style_id(template, name): rule for name, rule in STYLES.items()}
    table = next((one for one in root.iter(TABLE) if "H-1" in _found(one, rules)), None)
    head = Head(large=False, left=0)
    if table is not None and len(grid := table.findall(f"{W}tblGrid/{W}gridCol")) == _COLUMNS:
        room = sum(map(_width, grid))
        found = fit(list(_lines(table, rules)), room)
        if isinstance(found, Overlong):
            yield found
            return
        head = found
        _set_columns(table, (head.left, room - head.left))
        _set_sizes(head, rules, assembly)
        for paragraph in table.iter(PARAGRAPH) if head.beyond else ():
            if rules.get(_style(paragraph)) == DATE:
                _reach_over(paragraph, head.beyond)
    page = _text_width(template.section) if template.section is not None else 0
    lines = {_style_id(template, name) for name in RULES}
    for line in root.iter(PARAGRAPH):
        if _style(line) in lines:
            _draw(line, rules, head, _room(line, page), template)


def head_styles(template: WordTemplate) -> frozenset[str]:
    """Give the styles of paragraphs that `fit_head` looks for: behind the last of them it changes nothing."""
    return frozenset(_style_id(template, name) for name in (*RULES, *STYLES))


def _style_id(template: WordTemplate, name: str) -> str:
    return template.styles.get(("paragraph", name.casefold()), name)


def _found(table: Element, rules: Mapping[str, str]) -> set[str]:
    return {rules[style] for paragraph in table.iter(PARAGRAPH) if (style := _style(paragraph)) in rules}


def _lines(table: Element, rules: Mapping[str, str]) -> Iterator[Line]:
    for paragraph in table.iter(PARAGRAPH):
        if rule := rules.get(_style(paragraph)):
            yield from (Line(text, rule) for text in map(_plain, _text(paragraph).split("\n")) if text)


def _set_columns(table: Element, widths: Sequence[float]) -> None:
    twips = [str(round(width * TWIPS_PER_MM)) for width in widths]
    for column, width in zip(table.findall(f"{W}tblGrid/{W}gridCol"), twips, strict=True):
        column.set(f"{W}w", width)
    for row in table.findall(f"{W}tr"):
        for cell, width in zip(row.findall(CELL), twips, strict=False):
            for said in cell.findall(f"{W}tcPr/{W}tcW"):
                said.set(f"{W}w", width)


def _set_sizes(head: Head, rules: Mapping[str, str], assembly: Assembly) -> None:
    """Let the styles have the sizes that fit, so that who edits the paper finds them in one place."""
    tree = assembly.own_part("styles", "word/styles.xml", _STYLES_TYPE, b"")
    for style in tree.findall(f"{W}style"):
        rule = rules.get(style.get(f"{W}styleId", ""))
        if rule in COMPONENTS:
            for said in style.findall(f"{W}rPr/{W}sz") + style.findall(f"{W}rPr/{W}szCs"):
                said.set(f"{W}val", str(2 * head.size(rule)))


def _reach_over(paragraph: Element, length: float) -> None:
    """Let a paragraph begin before its cell does."""
    for indent in paragraph.iterfind(f"{W}pPr/{W}ind"):
        indent.set(f"{W}left", str(round(-length * TWIPS_PER_MM) - 1))


def _draw(line: Element, rules: Mapping[str, str], head: Head, room: float, template: WordTemplate) -> None:
    """Make a line as long as the text above it wants."""
    above = line.getprevious()
    rule = rules.get(_style(above), "") if above is not None else ""
    if above is not None and rule in RULED and room:
        within = room - _indents(_style(above), template)
        length = ruled(_text(above), rule, large=rule == "H-8" or head.large, within=within)
        for indent in line.iterfind(f"{W}pPr/{W}ind"):
            for side in _SIDES:
                indent.set(f"{W}{side}", str(round((room - length) / 2 * TWIPS_PER_MM)))


def _indents(style: str, template: WordTemplate) -> float:
    """Tell how much narrower than its cell or page a style sets its paragraphs."""
    styles = all_styles(template.package.related_tree(SORT))
    said = (one.find(f"{W}pPr/{W}ind") for one in styles if one.get(f"{W}styleId") == style)
    return sum(
        int(indent.get(f"{W}{side}", "0")) / TWIPS_PER_MM
        for indent in said
        if indent is not None
        for side in _SIDES
    )


def _room(paragraph: Element, page: float) -> float:
    """Tell how wide the cell is in which a paragraph stands, or the page."""
    cell = next(paragraph.iterancestors(CELL), None)
    said = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    return page if said is None else _width(said)


def _text_width(section: Element) -> float:
    sides = (margins.get(f"{W}{side}", "0") for margins in section.iter(f"{W}pgMar") for side in _SIDES)
    return sum(map(_width, section.iter(f"{W}pgSz"))) - sum(map(int, sides)) / TWIPS_PER_MM


def _width(element: Element) -> float:
    return int(element.get(f"{W}w", "0")) / TWIPS_PER_MM


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _text(paragraph: Element) -> str:
    parts = (one.text or "" if one.tag == TEXT else "\n" for one in paragraph.iter(TEXT, _BREAK))
    return strip_marks("".join(parts))


def _plain(text: str) -> str:
    return " ".join(text.split())
