"""The part of a Word file that holds its styles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from reportgen.model.decree import FONT
from tools.word.styles import LANGUAGE, NORMAL, TABLE, Style, styles
from tools.word.xml import Element, twips, w

_SINGLE: Final = 240
_NO_MARGINS: Final = {"top": 0, "left": 0, "bottom": 0, "right": 0}
_MARGINS: Final = {"top": 36, "left": 68, "bottom": 36, "right": 68}


def styles_part(changes: Mapping[str, Mapping[str, Any]]) -> Element:
    """Make the part that holds all styles; ``changes`` are what a sheet wants otherwise, by a style's id."""
    usual = w("docDefaults", w("rPrDefault", _fonts(w("rPr"))), w("pPrDefault", w("pPr", w("widowControl"))))
    hidden = w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
               defUnhideWhenUsed=1, defQFormat=0, count=376)  # fmt: skip
    wanted = [replace(style, **changes.get(style.id, {})) for style in styles()]
    drawn = [_paragraph_style(style, number) for number, style in enumerate(wanted, 1)]
    return w("styles", usual, hidden, *_basis(), *drawn, _table_style())


def _fonts(properties: Element) -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE)
    properties.extend([fonts, w("sz", val=28), w("szCs", val=28), language])
    return properties


def _basis() -> Sequence[Element]:
    """Make the four styles that Word expects everywhere."""
    margins = (w(side, w=size, type="dxa") for side, size in _NO_MARGINS.items())
    return (
        w("style", w("name", val=NORMAL), w("qFormat"), w("pPr", w("widowControl")), _fonts(w("rPr")),
          type="paragraph", default=1, styleId=NORMAL),
        w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
          type="character", default=1, styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
          w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *margins)),
          type="table", default=1, styleId="TableNormal"),
        w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"),
          type="numbering", default=1, styleId="NoList"),
    )  # fmt: skip


def _paragraph_style(style: Style, number: int) -> Element:
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=NORMAL),
        w("uiPriority", val=number),
        w("qFormat"),
        w("pPr", *_paragraph_properties(style)),
        w("rPr", *_letters(style)),
        type="paragraph",
        styleId=style.id,
        **({} if style.id == "Header" else {"customStyle": 1}),
    )


def _paragraph_properties(style: Style) -> list[Element]:
    lines: dict[str, str | float] = (
        {"line": round(style.exactly * 20), "lineRule": "exact"}
        if style.exactly
        else {"line": round(style.line * _SINGLE), "lineRule": "auto"}
    )
    rule = w("bottom", val="single", sz=6, space=0, color="000000")
    first = {"firstLine": twips(style.first)} if style.first >= 0 else {"hanging": twips(-style.first)}
    indents = {"left": twips(style.left), "right": twips(style.right)} | first
    found = [
        w("keepNext") if style.with_next else None,
        w("keepLines") if style.whole else None,
        w("pBdr", rule) if style.ruled else None,
        w("spacing", before=round(style.before * 20), after=round(style.after * 20), **lines),
        w("ind", **indents),
        w("contextualSpacing") if style.listed else None,
        w("jc", val=style.align),
        w("outlineLvl", val=style.level) if style.level is not None else None,
    ]
    return [element for element in found if element is not None]


def _letters(style: Style) -> list[Element]:
    half_points = round(style.size * 2)
    bold = [w("b"), w("bCs")] if style.bold else []
    italic = [w("i"), w("iCs")] if style.italic else []
    colour = [w("color", val=style.colour)] if style.colour else []
    wide = [w("spacing", val=round(style.wide * 20))] if style.wide else []
    return [*bold, *italic, *colour, *wide, w("sz", val=half_points), w("szCs", val=half_points)]


def _table_style() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (w(side, val="single", sz=4, space=0, color="000000") for side in sides)
    margins = (w(side, w=size, type="dxa") for side, size in _MARGINS.items())
    properties = w("tblPr", w("tblBorders", *lines), w("tblCellMar", *margins))
    return w(
        "style", w("name", val="Bảng"), w("basedOn", val="TableNormal"), w("uiPriority", val=60),
        w("qFormat"), properties, type="table", customStyle=1, styleId=TABLE,
    )  # fmt: skip
