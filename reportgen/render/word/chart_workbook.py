"""The small workbook behind a chart of Word's: what ``Edit data`` opens."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape
from typing import Final

from reportgen.model.chart import Bar
from reportgen.render.word.assembly import OFFICE
from reportgen.render.word.package import pack

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET_NAME: Final = "Bieu_do"
"""What its only sheet is called."""

_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-package.relationships+xml"
_SPREAD: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Series = Sequence[tuple[str, Sequence[Bar]]]
"""What is drawn: the name of each series, and its bars."""


def chart_workbook(series: Series) -> bytes:
    """Make the workbook: the names of the series in the first row, below it the bars."""
    return pack(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(f"{OFFICE}/officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEET}" xmlns:r="{OFFICE}"><sheets>'
                f'<sheet name="{SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": _relations(f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{_SHEET}"><sheetData>{"".join(_rows(series))}</sheetData></worksheet>'
            ).encode(),
        }
    )


def decimal_text(value: object) -> str:
    """Write an exact number with a decimal point; what is printed has an end."""
    number = Fraction(str(value))
    places = next((places for places in range(30) if (number * 10**places).denominator == 1), 30)
    whole, decimals = divmod(abs(int(number * 10**places)), 10**places)
    return f"{'-' if number < 0 else ''}{whole}" + (f".{decimals:0{places}}" if places else "")


def _types() -> bytes:
    parts = {"workbook": f"{_SPREAD}.sheet.main+xml", "worksheets/sheet1": f"{_SPREAD}.worksheet+xml"}
    lines = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{sort}"/>' for name, sort in parts.items()
    )
    default = f'<Default Extension="rels" ContentType="{_TYPES}"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{default}{lines}</Types>'.encode()


def _relations(sort: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{sort}" Target="{target}"/></Relationships>'
    ).encode()


def _rows(series: Series) -> Iterator[str]:
    yield f"<row>{_words('')}{''.join(_words(name) for name, _ in series)}</row>"
    for bars in zip(*(bars for _, bars in series), strict=True):
        numbers = (
            f"<c><v>{decimal_text(bar.value)}</v></c>" if bar.value is not None else "<c/>" for bar in bars
        )
        yield f"<row>{_words(bars[0].label)}{''.join(numbers)}</row>"


def _words(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
