"""The headings of a sheet against those that the kind wants, and what nobody would see below them."""

from collections.abc import Container, Iterator, Mapping, Sequence

from reportgen.model.book import Range, Worksheet, cell_name
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.names import folded
from reportgen.model.phrase import phrase, shortened
from reportgen.workbooks.guide import is_advice
from reportgen.workbooks.layout import Level, Page

_SHOWN = 12


def find_columns(sheet: Worksheet, page: Page, complaints: Complaints) -> dict[str, int]:
    """Find where the columns of a list or a table stand; nothing where its headings are not in row 1.

    What else stands in row 1 of a table is told when its rows are read.
    """
    known = _known(page)
    found: dict[str, int] = {}
    spare: dict[int, str] = {}
    for column, text in sheet.rows.get(1, {}).items():
        heading = known.get(folded(text))
        if heading is None:
            spare[column] = text
        elif page.spec.type != "rows" and heading in found:
            first = (phrase("it first stands here"), sheet.origin(1, found[heading]))
            complaints.add("heading-twice", sheet.origin(1, column), related=(first,), name=heading)
        else:
            found[heading] = column
    if not found:
        headings = ", ".join(heading for heading, _, _ in page.level.columns())
        complaints.add("sheet-without-headings", sheet.origin(1, 1), sheet=sheet.name, headings=headings)
    elif page.spec.type != "rows":
        _tell_missing(sheet, page, found, spare, complaints)
        _tell_spare(sheet, page, found, spare, complaints)
    return found


def _known(page: Page) -> dict[str, str]:
    """Give the headings by all that they may be written as."""
    columns = list(page.level.columns())
    computed = {
        folded(name): one.title for one in page.spec.columns.values() for name in (one.name, one.title)
    }
    names = {folded(".".join(path)): heading for heading, path, _ in columns if path}
    return computed | names | {folded(heading): heading for heading, _, _ in columns}


def _tell_missing(
    sheet: Worksheet, page: Page, found: Mapping[str, int], spare: Mapping[int, str], complaints: Complaints
) -> None:
    """Complain of columns that must be there."""
    for heading, path in page.level.must_have():
        if heading not in found:
            near = did_you_mean(heading, spare.values())
            name = ".".join(path) or heading
            complaints.add(
                "missing-column", sheet.origin(1, 1), name=name, label=heading, table=page.title, meant=near
            )


def _tell_spare(
    sheet: Worksheet, page: Page, found: Mapping[str, int], spare: Mapping[int, str], complaints: Complaints
) -> None:
    """Complain of headings that may be misspelt, tell of others, and refuse cells without a heading."""
    left = [heading for heading, _, _ in page.level.columns() if heading not in found]
    for column, text in spare.items():
        origin = sheet.origin(1, column)
        if meant := did_you_mean(text, left):
            complaints.add("unknown-key", origin, key=text, inside=page.title, meant=meant)
        else:
            complaints.add("column-not-used", origin, column=text, table=page.title)
    headed = {*found.values(), *spare}
    for column in sorted({column for cells in sheet.rows.values() for column in cells} - headed):
        complaints.add(
            "blank-heading", sheet.origin(1, column), columns=phrase("column {first} has", first=column)
        )


def lines_below(sheet: Worksheet, complaints: Complaints, merged: Sequence[Range]) -> list[int]:
    """List the rows below the headings; complain of hidden rows and of those merged cells."""
    lines = [line for line in sheet.rows if line > 1]
    for line in sorted(set(lines).intersection(sheet.hidden)):
        origin = sheet.origin(line, min(sheet.rows[line]))
        complaints.add("hidden-row", origin, rows=phrase("row {row} is", row=str(line)))
    for top, left, bottom, right in sorted(merged):
        if bottom > 1:
            cells = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
            complaints.add("merged-cells", sheet.origin(top, left), cells=cells)
    return lines


def hiding(sheet: Worksheet, level: Level, places: Mapping[str, int]) -> Iterator[Range]:
    """List the merged cells that hide something: not those over the rows of one item."""
    own = [level.number, *(entry.heading for entry in level.own)] if level.number else []
    columns = {places.get(heading) for heading in own}
    for top, left, bottom, right in sheet.merged:
        if left != right or left not in columns:
            yield top, left, bottom, right


def tell_unread(
    sheet: Worksheet, read: Container[int], complaints: Complaints, *, advised: bool = False
) -> None:
    """Tell of cells beside the columns that are read, but for what an ``advised`` sheet says of its rows."""
    beside = ((row, column) for row, texts in sheet.rows.items() for column in texts if column not in read)
    cells = [cell for cell in beside if not (advised and is_advice(sheet.rows[cell[0]][cell[1]]))]
    if cells:
        names = shortened([cell_name(*cell) for cell in cells], _SHOWN)
        complaints.add("cells-not-used", sheet.origin(*cells[0]), cells=names)
