"""Pictures of the press that a template shows."""

from typing import Final

from lxml import etree

from tools.word.xml import RELATIONS, Element, w

_EMU: Final = 36_000
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def placed(name: str, side: float, says: str) -> Element:
    """Place a square picture, ``side`` millimetres wide, in the line; ``says`` is its alternative text."""
    size, relation = round(side * _EMU), name.partition(".")[0]
    inline = etree.fromstring(
        f'<wp:inline xmlns:wp="{_PLACE}" xmlns:a="{_MAIN}" xmlns:pic="{_PICTURE}" xmlns:r="{RELATIONS}" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size}" cy="{size}"/>'
        f'<wp:docPr id="1" name="{name}" descr="{says}"/>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline>"
    )
    drawing = w("drawing")
    drawing.append(inline)
    return drawing
