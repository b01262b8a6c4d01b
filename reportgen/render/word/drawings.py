"""Pictures on a page of Word: put into a line of text, or into the frame of one that the template has."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from reportgen.model.attached import Picture
from reportgen.model.chart import Chart
from reportgen.render.photos import Photo, photo_of
from reportgen.render.word.assembly import OFFICE, Assembly, R
from reportgen.render.word.native_chart import native_chart
from reportgen.render.word.places import CELL, PARAGRAPH, PICTURE, WORD, Element, W

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_TWIP: Final = 635
"""Word's units in the twentieth of a point, in which pages and cells are measured."""

_CELL_EDGES: Final = 216
_SHEET: Final = {"w": 11906, "h": 16838}
_EDGES: Final = {"left": 1440, "right": 1440, "top": 1440, "bottom": 1440}

_DRAWING: Final = (
    f'<w:drawing xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:wp="{WP[1:-1]}" xmlns:a="{A[1:-1]}" '
    f'xmlns:pic="{PIC[1:-1]}"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/>'
    '<wp:docPr id="1"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
    f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{PIC[1:-1]}"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch><a:fillRect/>'
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


@dataclass(frozen=True, slots=True)
class Hangings:
    """Where the pictures of one part go: its name, what the file gets, and the last section of its body."""

    part: str
    assembly: Assembly
    section: Element | None

    def drawing(self, picture: Picture | Chart, place: Element) -> Element:
        """Make a drawing that stands in a line of text."""
        if isinstance(picture, Chart):
            return native_chart(picture, self.assembly, self.part)
        photo = photo_of(picture)
        drawing = etree.fromstring(_DRAWING)
        room = (0, 0) if picture.width or picture.height else self._room(place)
        self._hang(drawing, photo, sized(picture, photo, room))
        _name(drawing, picture)
        next(drawing.iter(PICTURE)).set("id", str(self.assembly.number()))
        return drawing

    def replace(self, drawing: Element, picture: Picture) -> None:
        """Put a picture where the template shows another: in its frame, whole and in proportion."""
        photo = photo_of(picture)
        extent = next(drawing.iter(f"{WP}extent"))
        frame = int(extent.get("cx", "0")), int(extent.get("cy", "0"))
        said = picture.width or picture.height
        self._hang(drawing, photo, sized(picture, photo, frame) if said else _inside(photo, frame))
        _name(drawing, picture)

    def _hang(self, drawing: Element, photo: Photo, size: tuple[int, int]) -> None:
        target = self.assembly.media(photo.content, photo.suffix, f"image/{photo.suffix}")
        (blip, *_) = drawing.iter(f"{A}blip")
        for child in list(blip):
            blip.remove(child)
        if (old := blip.get(f"{R}embed")) is not None:
            self.assembly.replace(self.part, old)
        blip.attrib.clear()
        blip.set(f"{R}embed", self.assembly.related(self.part, "image", target))
        for cut in list(drawing.iter(f"{A}srcRect")):
            _remove(cut)
        shapes = (shape.find(f"{A}xfrm/{A}ext") for shape in drawing.iter(f"{PIC}spPr"))
        for extent in (*drawing.iter(f"{WP}extent"), *(shape for shape in shapes if shape is not None)):
            extent.set("cx", str(size[0]))
            extent.set("cy", str(size[1]))

    def _room(self, place: Element) -> tuple[int, int]:
        """Tell how wide and high the text is that a picture stands in."""
        sheet, edges = self._sheet(place)
        wide = sheet["w"] - edges["left"] - edges["right"]
        high = sheet["h"] - edges["top"] - edges["bottom"]
        cell = next(place.iterancestors(CELL), None)
        width = cell.find(f"{W}tcPr/{W}tcW") if cell is not None else None
        if width is not None and width.get(f"{W}type") == "dxa":
            wide = min(wide, int(width.get(f"{W}w", "0")) - _CELL_EDGES)
        height = cell.find(f"../{W}trPr/{W}trHeight") if cell is not None else None
        if height is not None and height.get(f"{W}hRule") == "exact":
            high = min(high, int(height.get(f"{W}val", "0")))
        return max(wide, 1) * _TWIP, max(high, 1) * _TWIP

    def _sheet(self, place: Element) -> tuple[dict[str, int], dict[str, int]]:
        section = _section(place)
        section = self.section if section is None else section
        size = section.find(f"{W}pgSz") if section is not None else None
        margin = section.find(f"{W}pgMar") if section is not None else None
        return _numbers(size, _SHEET), _numbers(margin, _EDGES)


def sized(picture: Picture, photo: Photo, room: tuple[int, int]) -> tuple[int, int]:
    """Give a picture the size that was said, the other side in proportion; unsaid, no more than its room."""
    if picture.width and picture.height:
        return picture.width, picture.height
    if picture.width:
        return picture.width, _scaled(photo.height, picture.width, photo.width)
    if picture.height:
        return _scaled(photo.width, picture.height, photo.height), picture.height
    if photo.width <= room[0] and photo.height <= room[1]:
        return photo.width, photo.height
    return _inside(photo, room)


def _inside(photo: Photo, frame: tuple[int, int]) -> tuple[int, int]:
    """Fill a frame as far as a picture can without losing its proportions."""
    if frame[0] * photo.height <= frame[1] * photo.width:
        return frame[0], _scaled(photo.height, frame[0], photo.width)
    return _scaled(photo.width, frame[1], photo.height), frame[1]


def _scaled(size: int, to: int, of: int) -> int:
    return max(size * to // of, 1)


def _section(place: Element) -> Element | None:
    """Find what says how large the page is: of the body, the next that follows."""
    paragraph = next(place.iterancestors(PARAGRAPH), None)
    own = paragraph.find(f"{W}pPr/{W}sectPr") if paragraph is not None else None
    if own is not None:
        return own
    found = place.xpath("following::w:sectPr[1]", namespaces={"w": WORD})
    nearest: Element | None = next(iter(found), None)  # type: ignore[arg-type, assignment]  # what is asked for
    return nearest


def _numbers(element: Element | None, usual: dict[str, int]) -> dict[str, int]:
    if element is None:
        return usual
    said = {name: element.get(f"{W}{name}", "") for name in usual}
    return {name: int(text) if text.isdecimal() else usual[name] for name, text in said.items()}


def _name(drawing: Element, picture: Picture) -> None:
    """Say what stands for the picture where it is not seen; the file's own name stays at home."""
    (properties, *_) = drawing.iter(PICTURE)
    for element in (properties, *drawing.iter(f"{PIC}cNvPr")):
        for name in ("descr", "title"):
            element.attrib.pop(name, "")
        element.set("name", "Picture")
        if picture.alt:
            element.set("descr", picture.alt)


def _remove(element: Element) -> None:
    if (holder := element.getparent()) is not None:
        holder.remove(element)
