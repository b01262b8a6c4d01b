"""The sheet's edges: its size and margins, the page number, and the mark of a sample."""

from collections.abc import Mapping
from typing import Final

from tools.word.paragraphs import paragraph
from tools.word.sheets import Sheet
from tools.word.xml import RELATIONS, Element, run, twips, w

MARK: Final = "TÀI LIỆU MẪU"
HEADERS: Final[Mapping[str, str]] = {"header1": "default", "header2": "first"}
"""The parts that are headers, and the pages they stand on."""

FRAME: Final = 31 * 25.4 / 72
"""How far a frame stands from the edge of the sheet: as far as Word can."""


def headers(sample: str, sheet: Sheet) -> dict[str, Element]:
    """Make the headers: the first page has no number, but says as well that it is a sample."""
    mark = f"{{% if {sample} %}}{MARK}{{% endif %}}" if sample else ""
    if not sheet.numbered:
        beyond = [w("ind", left=twips(FRAME - sheet.left))] if sheet.framed else []
        return {"header1": w("hdr", paragraph("TaiLieuMau", mark, *beyond))}
    number = paragraph("Header", "")
    number.extend(_page_number())
    first, others = paragraph("TaiLieuMau", mark), paragraph("TaiLieuMau", mark)
    return {"header1": w("hdr", others, number), "header2": w("hdr", first)}


def section(sheet: Sheet) -> Element:
    """Make the properties of the only section."""
    turned = {"orient": "landscape"} if sheet.width > sheet.height else {}
    names = [name for name, sort in HEADERS.items() if sheet.numbered or sort == "default"]
    return w(
        "sectPr",
        *(_reference(name) for name in names),
        w("pgSz", w=twips(sheet.width), h=twips(sheet.height), **turned),
        w(
            "pgMar", top=twips(sheet.top), right=twips(sheet.right), bottom=twips(sheet.bottom),
            left=twips(sheet.left), header=twips(sheet.header), footer=twips(sheet.header), gutter=0,
        ),
        _frame() if sheet.framed else None,
        w("pgNumType", start=1) if sheet.numbered else None,
        w("cols", space=720),
        w("titlePg") if sheet.numbered else None,
    )  # fmt: skip


def _reference(name: str) -> Element:
    reference = w("headerReference", type=HEADERS[name])
    reference.set(f"{{{RELATIONS}}}id", name)
    return reference


def _frame() -> Element:
    """Draw a double line around the sheet."""
    sides = (
        w(side, val="double", sz=12, space=round(FRAME * 72 / 25.4), color="000000")
        for side in ("top", "left", "bottom", "right")
    )
    return w("pgBorders", *sides, offsetFrom="page")


def _page_number() -> list[Element]:
    code = w("instrText")
    code.text = "PAGE"
    signs = [w("r", w("fldChar", fldCharType=sort)) for sort in ("begin", "separate", "end")]
    return [signs[0], w("r", code), signs[1], run("2"), signs[2]]
