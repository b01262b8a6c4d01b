"""One sheet after another, each with what all of them have: headings, widths, drop-downs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.model.kind import FieldSpec
from reportgen.model.origin import column_letters
from reportgen.workbooks import looks, words
from reportgen.workbooks.cells import write_text

LAST_ROW: Final = 1_048_576
"""The last row that Excel has."""

_LINE: Final = 15

_FLAGS: Final = ("có", "không")
_LONGEST_PROMPT: Final = 255


@dataclass(frozen=True, slots=True)
class Sheets:
    """A workbook that grows; ``options`` are what drop-downs offer, each in a column of a hidden sheet."""

    workbook: Any
    options: dict[tuple[str, ...], str] = field(default_factory=dict)

    def add(self, title: str, headings: Sequence[str], widths: Sequence[float]) -> Any:
        """Begin a sheet; its headings stay where they are when it is scrolled."""
        sheet = self.workbook.create_sheet(title)
        for column, (text, width) in enumerate(zip(headings, widths, strict=True), 1):
            write_text(sheet.cell(1, column), text)
            looks.heading(sheet.cell(1, column))
            sheet.column_dimensions[column_letters(column)].width = width
        sheet.freeze_panes = "A2"
        _make_printable(sheet)
        return sheet

    def prepare_column(self, sheet: Any, column: int, spec: FieldSpec | None, prompt: str) -> None:
        """Give the cells of a whole column their format, their drop-down and a word of advice."""
        dimension = sheet.column_dimensions[column_letters(column)]
        dimension.number_format = looks.format_of(spec)
        looks.value(dimension)
        self.guard(sheet, f"{column_letters(column)}2:{column_letters(column)}{LAST_ROW}", spec, prompt)

    def guard(self, sheet: Any, cells: str, spec: FieldSpec | None, prompt: str = "") -> None:
        """Let cells be chosen from a list, or be whole numbers, where they are such."""
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

        rule: dict[str, Any] = {}
        if spec and (options := spec.choices or (_FLAGS if spec.type == "flag" else ())):
            rule = {
                "type": "list",
                "formula1": self._listed(options),
                "error": "Chọn một giá trị trong danh sách.",
            }
        elif spec and spec.type == "count":
            rule = {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"}
            rule["error"] = "Ghi một số nguyên, không âm, ví dụ 2960."
        elif not prompt:
            return
        guard = DataValidation(**rule, allow_blank=True, showErrorMessage=True, sqref=cells)
        if prompt:
            guard.showInputMessage, guard.prompt = True, prompt[:_LONGEST_PROMPT]
        sheet.add_data_validation(guard)

    def fit(self, sheet: Any) -> None:
        """Make rows as high as their text; they stay free to grow with what is typed."""
        from openpyxl.worksheet.dimensions import RowDimension  # noqa: PLC0415

        class Row(RowDimension):
            customHeight = False  # noqa: N815  (the name in the file)

        widths = [dimension.width for dimension in sheet.column_dimensions.values()]
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            lines = max(_lines(str(text or ""), width) for text, width in zip(row, widths, strict=True))
            sheet.row_dimensions[number] = Row(sheet, index=number, ht=_LINE * lines + 1)

    def finish(self) -> None:
        """Write what the drop-downs offer, out of the way."""
        if not self.options:
            return
        sheet = self.workbook.create_sheet(words.OPTIONS)
        sheet.sheet_state = "hidden"
        for column, options in enumerate(self.options, 1):
            for row, option in enumerate(options, 1):
                write_text(sheet.cell(row, column), option)

    def _listed(self, options: tuple[str, ...]) -> str:
        letters = column_letters(len(self.options) + 1)
        return self.options.setdefault(options, f"'{words.OPTIONS}'!${letters}$1:${letters}${len(options)}")


def _lines(text: str, width: float) -> int:
    """Guess on how many lines a text stands."""
    return sum(1 + int(len(part) / width) for part in text.split("\n"))


def _make_printable(sheet: Any) -> None:
    """Print a sheet as wide as a page, with its headings on every one."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
