"""A chart for Word, in Word's own terms: whoever opens the paper can change its colours and its numbers.

Its numbers stand in the chart, and once more in a small workbook that Word opens for ``Edit data``.
"""

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from html import escape
from typing import Final

from lxml import etree

from reportgen.model.chart import Bar, Chart
from reportgen.render.chart_frame import GAP, GAP_WIDTH, LINE, WIDTH, Frame, framed
from reportgen.render.word.assembly import OFFICE, Assembly, R
from reportgen.render.word.chart_workbook import SHEET_NAME, WORKBOOK, Series, chart_workbook, decimal_text
from reportgen.render.word.places import WORD, Element
from reportgen.render.word.text import CHART, WORDS

_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_UNITS: Final = 360
"""Word's units in a hundredth of a millimetre."""

_FONT: Final = "".join(f'<a:{script} typeface="Times New Roman"/>' for script in ("latin", "ea", "cs"))
_TEXT: Final = (
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100">{_FONT}</a:defRPr></a:pPr>'
    '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_LABEL: Final = _TEXT.replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')
_BLACK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_FILLED: Final = '<a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill>'
_NOTHING: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_LOOKS: Final = (
    f"<c:spPr>{_FILLED}</c:spPr>",
    f'<c:spPr><a:noFill/><a:ln w="9525">{_BLACK}</a:ln></c:spPr>',
)


def native_chart(chart: Chart, assembly: Assembly, part: str) -> Element:
    """Add a chart to a file, and make the drawing that shows it in a line of text."""
    series = _series(chart)
    frame = framed(chart)
    content = _chart(series, frame)
    name = f"word/charts/chart-{sha256(content).hexdigest()[:16]}.xml"
    book = name.replace("charts/chart", "embeddings/bieu-do").replace(".xml", ".xlsx")
    assembly.added |= {name: content, book: chart_workbook(series)}
    assembly.kinds[name] = _TYPE
    assembly.suffixes["xlsx"] = WORKBOOK
    assembly.related(name, "package", book)
    return _drawing(chart, frame, assembly.related(part, "chart", name), assembly.number())


def _drawing(chart: Chart, frame: Frame, relation: str, number: int) -> Element:
    drawing = etree.fromstring(
        f'<w:drawing xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:c="{_C}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDTH * _UNITS}" cy="{frame.high * _UNITS}"/>'
        f'<wp:docPr id="{number}" name="Biểu đồ" descr="{escape(chart.alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_C}"><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    (shown,) = drawing.iter(CHART)
    shown.set(f"{R}id", relation)
    shown.set(WORDS, "\n".join(chart.words))
    return drawing


def _series(chart: Chart) -> Series:
    """Give the bars, and what they should reach as bars of one length."""
    target = chart.target
    hollow = [Bar(bar.label, target.value, target.text) for bar in chart.bars] if target else []
    return list(zip(chart.keys, [chart.bars, hollow], strict=False))


def _chart(series: Series, frame: Frame) -> bytes:
    drawn = "".join(_drawn(number, *one) for number, one in enumerate(series))
    axes = '<c:axId val="1"/><c:axId val="2"/>'
    bars = _placed(frame, (frame.left, 0, frame.room, frame.bars), '<c:layoutTarget val="inner"/>')
    key = _placed(frame, (0, frame.bars + GAP, frame.key(len(frame.keys)), LINE))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{OFFICE}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{bars}<c:barChart>'
        f'<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{drawn}'
        f'<c:gapWidth val="{GAP_WIDTH}"/><c:overlap val="100"/>{axes}</c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{_NOTHING}{_TEXT}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:tickLblSkip val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling>'
        f'<c:max val="{decimal_text(frame.whole)}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea>'
        f'<c:legend><c:legendPos val="b"/>{key}<c:overlay val="0"/>{_TEXT}</c:legend>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _placed(frame: Frame, box: tuple[int, int, int, int], target: str = "") -> str:
    """Place a part of a chart: left, top, width and height, in ten thousandths of the chart's."""
    names, wholes = ("x", "y", "w", "h"), (WIDTH, frame.high) * 2
    parts = (Fraction(length * 10_000 // whole, 10_000) for length, whole in zip(box, wholes, strict=True))
    said = "".join(f'<c:{name} val="{decimal_text(part)}"/>' for name, part in zip(names, parts, strict=True))
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{target}{modes}{said}</c:manualLayout></c:layout>"


def _drawn(number: int, name: str, bars: Sequence[Bar]) -> str:
    column, last = "BC"[number], len(bars) + 1
    labels = "".join(f'<c:pt idx="{at}"><c:v>{escape(bar.label)}</c:v></c:pt>' for at, bar in enumerate(bars))
    values = "".join(
        f'<c:pt idx="{at}"><c:v>{decimal_text(bar.value)}</c:v></c:pt>'
        for at, bar in enumerate(bars)
        if bar.value is not None
    )
    count, written = f'<c:ptCount val="{len(bars)}"/>', _format(bars)
    shown = (
        f'<c:dLbls><c:numFmt formatCode="{written}" sourceLinked="0"/>{_LABEL}<c:dLblPos val="inBase"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        if number == 0
        else ""
    )
    title = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{_texts(f"${column}$1", title)}</c:tx>'
        f'{_LOOKS[number]}<c:invertIfNegative val="0"/>{shown}'
        f"<c:cat>{_texts(f'$A$2:$A${last}', count + labels)}</c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET_NAME}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{written}</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _texts(cells: str, points: str) -> str:
    return f"<c:strRef><c:f>{SHEET_NAME}!{cells}</c:f><c:strCache>{points}</c:strCache></c:strRef>"


def _format(bars: Sequence[Bar]) -> str:
    """Write numbers as the table does: a percentage with its places, other numbers grouped."""
    text = next((bar.text for bar in bars if bar.value is not None), "")
    places = len(text.rstrip("%").partition(",")[2])
    decimals = f".{'0' * places}" if places else ""
    return f"0{decimals}%" if text.endswith("%") else f"#,##0{decimals}"
