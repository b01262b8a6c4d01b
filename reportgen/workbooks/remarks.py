"""A copy of somebody's workbook with what is wrong in it as comments, to be mailed back."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportgen.model.book import AUTHOR, REMARKS, Worksheet
from reportgen.model.phrase import phrase
from reportgen.workbooks.cells import content, write_text

_SERIOUS, _DOUBTFUL = "F8CBAD", "FFF2CC"
_WIDTHS = (28, 14, 70, 60)
_LINE = 15
"""The height of a line of the list, in points: not every program makes a row as high as what is in it."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnfitError(Exception):
    """A workbook holds what the library that writes workbooks does not understand."""


_BROKEN = (AttributeError, KeyError, OSError, TypeError, ValueError, zipfile.BadZipFile)
"""What the library says of workbooks that other programs made."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of a cell, or of the whole file: how grave it is, what is wrong, what to do."""

    level: str
    text: str
    hint: str
    serious: bool
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy, and what of the original it could not keep."""

    content: bytes
    lost: tuple[str, ...] = ()


def annotate(original: bytes, remarks: Sequence[Remark], headings: Sequence[str]) -> Annotated:
    """Add the remarks to the cells of a workbook, and a first sheet that lists them.

    Raises:
        UnfitError: the workbook cannot be opened to write into it.

    """
    workbook = _opened(original)
    workbook.calculation.fullCalcOnLoad = True
    for (sheet, cell), said in _by_cell(remarks).items():
        if sheet in workbook.sheetnames:
            _comment(workbook[sheet], cell, said)
    _list(workbook, remarks, headings)
    made = content(workbook)
    return Annotated(made, tuple(_lost(original, made)))


def workbook_of(sheets: Iterable[Worksheet]) -> bytes:
    """Write the cells of sheets that are kept in another format, as texts."""
    import openpyxl  # noqa: PLC0415

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        page = workbook.create_sheet(sheet.name)
        for row, cells in sheet.rows.items():
            for column, text in cells.items():
                write_text(page.cell(row, column), _printable(text))
    return content(workbook)


def _opened(original: bytes) -> Any:
    import openpyxl  # noqa: PLC0415  (half a second that most runs do not need)

    try:
        return openpyxl.load_workbook(io.BytesIO(original), rich_text=True)
    except _BROKEN as error:
        raise UnfitError from error


def _by_cell(remarks: Iterable[Remark]) -> Mapping[tuple[str, str], list[Remark]]:
    found: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        if remark.sheet is not None and remark.cell is not None:
            found.setdefault((remark.sheet, remark.cell), []).append(remark)
    return found


def _comment(page: Any, place: str, remarks: Sequence[Remark]) -> None:
    """Comment on a cell, below what others wrote there, and colour it."""
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    cell = _shown_at(page, place)
    before = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*before, *(_said(remark) for remark in remarks)])
    cell.comment = Comment(text, AUTHOR, height=40 + 18 * (text.count("\n") + len(text) // 40), width=380)
    serious = any(remark.serious for remark in remarks)
    cell.fill = PatternFill("solid", fgColor=_SERIOUS if serious else _DOUBTFUL)


def _shown_at(page: Any, place: str) -> Any:
    """Find the cell that shows a place, which may lie under merged cells."""
    over = next((area for area in page.merged_cells.ranges if place in area), None)
    return page.cell(over.min_row, over.min_col) if over else page[place]


def _said(remark: Remark) -> str:
    return _printable("\n".join(part for part in (f"{remark.level}: {remark.text}", remark.hint) if part))


def _list(workbook: Any, remarks: Sequence[Remark], headings: Sequence[str]) -> None:
    """List all remarks on a sheet of their own, each with a link to its cell."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    name = next(name for name in _names() if name not in workbook.sheetnames)
    page = workbook.create_sheet(name, 0)
    workbook.active = 0
    for column, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True), start=1):
        write_text(page.cell(1, column), heading)
        page.cell(1, column).font = Font(bold=True)
        page.column_dimensions[page.cell(1, column).column_letter].width = width
    for row, remark in enumerate(remarks, start=2):
        place = f"{remark.sheet}!{remark.cell}" if remark.cell else ""
        for column, text in enumerate((place, remark.level, remark.text, remark.hint), start=1):
            write_text(page.cell(row, column), _printable(text))
            page.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[row].height = _LINE * _lines([place, remark.level, remark.text, remark.hint])
        if remark.sheet and remark.cell and remark.sheet in workbook.sheetnames:
            _link(page.cell(row, 1), remark.sheet, remark.cell)
    page.freeze_panes = "A2"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(texts: Sequence[str]) -> int:
    """Count the lines that a row of the list needs."""
    wrapped = zip(texts, _WIDTHS, strict=True)
    return max(sum(1 + len(line) // width for line in text.split("\n")) for text, width in wrapped)


def _names() -> Iterator[str]:
    yield REMARKS
    yield from (f"{REMARKS} {number}" for number in range(2, 1000))


def _link(cell: Any, sheet: str, place: str) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415

    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{place}")
    cell.style = "Hyperlink"


def _printable(text: str) -> str:
    """Keep a workbook whole: XML has no place for control characters."""
    return _UNPRINTABLE.sub("\ufffd", text)


# --- what a copy cannot keep --------------------------------------------------------------------------------

_PARTS: Final[Sequence[tuple[str, str]]] = (
    (r"xl/charts/chart\d+\.xml", phrase("charts")),
    (r"xl/media/.*", phrase("pictures")),
    (r"xl/pivotTables/.*\.xml", phrase("pivot tables")),
    (r"xl/slicers/.*", phrase("slicers")),
    (r"xl/threadedComments/.*", phrase("threads of comments")),
    (r"xl/(ctrlProps|activeX)/.*", phrase("form controls")),
    (r"xl/embeddings/.*", phrase("embedded files")),
    (r"xl/(queryTables/.*|connections\.xml)", phrase("data connections")),
    (r"xl/diagrams/.*", phrase("SmartArt")),
)
"""Parts of a workbook by their names, and what people call them."""

_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]")


def _lost(before: bytes, after: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        for pattern, words in _PARTS:
            if _count(old, pattern) > _count(new, pattern):
                yield words
        if _shapes(old) > _shapes(new):
            yield phrase("text boxes and shapes")


def _count(archive: zipfile.ZipFile, pattern: str) -> int:
    return sum(re.fullmatch(pattern, name) is not None for name in archive.namelist())


def _shapes(archive: zipfile.ZipFile) -> int:
    drawings = [name for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    return sum(len(_SHAPE.findall(archive.read(name))) for name in drawings)
