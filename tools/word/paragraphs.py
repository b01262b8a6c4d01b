"""Paragraphs and tables of Word, as `docxtpl` wants its tags."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from tools.word.blocks import Cell, Command, Row, Table
from tools.word.styles import TABLE
from tools.word.xml import WORD, Element, run, twips, w

_CELLS: Final = {
    "head": "BangTieuDe",
    "row": "BangChu",
    "text": "BangChu",
    "number": "BangSo",
    "centre": "BangGiua",
}
_TOTALS: Final = {
    "row": "BangCongChu",
    "text": "BangCongChu",
    "number": "BangCongSo",
    "centre": "BangCongGiua",
}
_COMMAND: Final = "LenhCuaMau"


def paragraph(style: str, text: str, *more: Element) -> Element:
    """Make a paragraph of one run; what is set beside its style comes after."""
    return w("p", w("pPr", w("pStyle", val=style), *more), run(text) if text else None)


def command(text: str, sort: str = "p") -> Element:
    """Make the paragraph of a statement; it is taken away when the template is filled."""
    return paragraph(_COMMAND, f"{{%{sort} {text} %}}")


def rule(width: float, within: float, style: str = "DongKe") -> Element:
    """Draw a line of this length in the middle."""
    side = twips((within - width) / 2)
    return paragraph(style, "", w("ind", left=side, right=side))


def blank_table(widths: Sequence[float], rows: Iterable[Sequence[Sequence[Element]]]) -> Element:
    """Make a table without lines and without padding; no row of it is split."""
    lines = [
        w(
            "tr",
            w("trPr", w("cantSplit")),
            *(_cell(width, 1, "", cell) for width, cell in zip(widths, row, strict=True)),
        )
        for row in rows
    ]
    return w("tbl", _properties("TableNormal", sum(widths)), _grid(widths), *lines)


def photo_table(width: float, height: float, shown: str, *, pairs: bool) -> Element:
    """Make a table of photos with their captions below; of ``pairs`` an odd one out stands in the middle."""
    quarters = [width / 4] * 4
    alone = _photo_rows([("", 1), ("photo", 2), ("", 1)] if pairs else [("photo", 4)], quarters, height)
    rows = alone
    if pairs:
        beside = _photo_rows([("photo", 2), ("loop.nextitem", 2)], quarters, height)
        rows = [
            _command_row("if loop.index is odd", quarters),
            _command_row("if loop.nextitem", quarters),
            *beside,
            _command_row("else", quarters),
            *alone,
            _command_row("endif", quarters),
            _command_row("endif", quarters),
        ]
    lines = [_command_row(f"for photo in {shown}", quarters), *rows, _command_row("endfor", quarters)]
    return w("tbl", _properties("TableNormal", width), _grid(quarters), *lines)


def _photo_rows(photos: Sequence[tuple[str, int]], widths: Sequence[float], height: float) -> list[Element]:
    """Make a row of photos and one of their captions; what has no name is room beside the others."""
    frame = w("trPr", w("cantSplit"), w("trHeight", val=twips(height), hRule="exact"))
    shown = [_photo_cell(name, "file", "Anh", widths[:across]) for name, across in photos]
    said = [_photo_cell(name, "caption", "AnhChuThich", widths[:across]) for name, across in photos]
    return [w("tr", frame, *shown), w("tr", w("trPr", w("cantSplit")), *said)]


def _photo_cell(name: str, part: str, style: str, widths: Sequence[float]) -> Element:
    words = f"{{{{ {name}.{part} }}}}" if name else ""
    return _cell(sum(widths), len(widths), "", [paragraph(style, words)], "bottom")


def figures_table(table: Table, widths: Sequence[float]) -> Iterator[Element]:
    """Make a table of figures below its caption; its head stands on every page."""
    yield paragraph("BangTen", table.caption)
    if table.unit:
        yield paragraph("DonViTinh", table.unit)
    head = list(_head_rows(table.head, widths))
    body = [_body_row(row, widths) for row in table.body]
    for row in head + body[:-1] if table.whole else head:
        _keep_with_next(row)
    yield w("tbl", _properties(TABLE, sum(widths)), _grid(widths), *head, *body)


def _keep_with_next(row: Element) -> None:
    for style in row.iter(f"{{{WORD}}}pStyle"):
        style.addnext(w("keepNext"))


def _properties(style: str, width: float) -> Element:
    return w(
        "tblPr", w("tblStyle", val=style), w("tblW", w=twips(width), type="dxa"), w("tblLayout", type="fixed")
    )


def _grid(widths: Iterable[float]) -> Element:
    return w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))


def _cell(width: float, across: int, merged: str, content: Iterable[Element], align: str = "top") -> Element:
    """Make a cell; ``merged`` says whether it begins or continues a cell that goes down."""
    properties = w(
        "tcPr",
        w("tcW", w=twips(width), type="dxa"),
        w("gridSpan", val=across) if across > 1 else None,
        w("vMerge", val=merged) if merged else None,
        w("vAlign", val=align),
    )
    return w("tc", properties, *content)


def _head_rows(rows: Sequence[Row], widths: Sequence[float]) -> Iterator[Element]:
    """Make the rows of the head; a cell that goes down is continued by empty ones."""
    open_cells: dict[int, int] = {}
    for row in rows:
        cells: list[Element] = []
        waiting = iter(row.cells)
        column = 0
        while column < len(widths):
            if open_cells.get(column):
                open_cells[column] -= 1
                cells.append(_cell(widths[column], 1, "continue", [paragraph("BangTieuDe", "")], "center"))
                column += 1
                continue
            cell = next(waiting)
            open_cells[column] = cell.down - 1
            cells.append(_figure(cell, widths[column : column + cell.across], total=False))
            column += cell.across
        yield w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _body_row(row: Row | Command, widths: Sequence[float]) -> Element:
    if isinstance(row, Command):
        return _command_row(row.text, widths)
    ends = list(accumulate(cell.across for cell in row.cells))
    cells = (
        _figure(cell, widths[end - cell.across : end], total=row.total)
        for cell, end in zip(row.cells, ends, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _command_row(text: str, widths: Sequence[float]) -> Element:
    only = _cell(sum(widths), len(widths), "", [command(text, "tr")])
    return w("tr", w("trPr", w("cantSplit")), only)


def _figure(cell: Cell, widths: Sequence[float], *, total: bool) -> Element:
    style = (_TOTALS if total else _CELLS)[cell.sort]
    merged = "restart" if cell.down > 1 else ""
    return _cell(sum(widths), cell.across, merged, [paragraph(style, cell.text)], "center")
