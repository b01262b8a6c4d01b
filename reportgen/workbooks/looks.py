"""What cells look like, and formats under which nothing that is typed is turned into something else."""

from typing import Any, Final

from reportgen.model.kind import FieldSpec

_TEXT: Final = "@"
_FORMATS: Final = {"count": "#,##0", "number": "General"}
"""Formats by type; all else is text, so that codes keep their zeros and no date is taken for another."""

_FONT = "Calibri"
_DARK, _LIGHT, _GREY = "FF1F4E78", "FFDDEBF7", "FF595959"


def format_of(spec: FieldSpec | None) -> str:
    """Give the number format of a value; of a number that counts items without a type of its own."""
    return _TEXT if spec is None else _FORMATS.get(spec.type, _TEXT)


def heading(cell: Any) -> None:
    """Make a cell a heading."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  # only who makes workbooks waits

    cell.font = Font(name=_FONT, bold=True, color="FFFFFFFF")
    cell.fill = PatternFill("solid", fgColor=_DARK)
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def name(cell: Any) -> None:
    """Make a cell the name of what stands beside it."""
    from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415

    cell.fill = PatternFill("solid", fgColor=_LIGHT)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def value(cell: Any) -> None:
    """Make a cell one to fill in."""
    from openpyxl.styles import Alignment, Border, Side  # noqa: PLC0415

    line = Side(style="thin", color="FFBFBFBF")
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def remark(cell: Any) -> None:
    """Make a cell one that explains."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    cell.font = Font(name=_FONT, italic=True, color=_GREY)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def plain(cell: Any) -> None:
    """Let a cell hold a paragraph."""
    from openpyxl.styles import Alignment  # noqa: PLC0415

    cell.alignment = Alignment(wrap_text=True, vertical="top")
