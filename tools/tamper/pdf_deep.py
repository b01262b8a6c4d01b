"""Ways to alter a PDF of which neither its text nor what its pages draw tells."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

Alter = Callable[[pikepdf.Pdf], None]


def _of_page(name: str, value: Callable[[Any], object]) -> Alter:
    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page[name] = value(pdf.pages[0])

    return alter


def _above(pdf: pikepdf.Pdf) -> None:
    """Turn all pages by the node above them."""
    pdf.Root.Pages.Rotate = 180


def _moved(page: Any) -> Array:
    return Array([float(side) + 300 for side in page.mediabox])


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (font for page in pdf.pages for font in page.Resources.Font.values())


def _recoded(pdf: pikepdf.Pdf) -> None:
    """Let codes of letters stand for other shapes of the same fonts: the text that is read stays."""
    codes = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"1 begincidrange <0000> <FFFF> 3 endcidrange endcmap"
    )
    for font in _fonts(pdf):
        font.Encoding = pdf.make_stream(codes, Type=Name.CMap, CMapName=Name.X)


def _piled(pdf: pikepdf.Pdf) -> None:
    """Let all letters of a font have no width, so that they lie upon each other."""
    for font in _fonts(pdf):
        for part in font.get("/DescendantFonts", [font]):
            part.DW, part.W = 0, Array([0, Array([0])])


def _drawings(pdf: pikepdf.Pdf, sort: Name) -> Iterator[Any]:
    for page in pdf.pages:
        found = page.Resources.get("/XObject", Dictionary())
        yield from (one for one in found.values() if one.get("/Subtype") == sort)


def _of_drawing(sort: Name, change: Callable[[pikepdf.Pdf, Any], None]) -> Alter:
    def alter(pdf: pikepdf.Pdf) -> None:
        found = list(_drawings(pdf, sort))
        if not found:
            raise LookupError
        for one in found:
            change(pdf, one)

    return alter


def _masked(pdf: pikepdf.Pdf, picture: Any) -> None:
    picture.SMask = pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )  # fmt: skip


def _turned_round(_: pikepdf.Pdf, picture: Any) -> None:
    picture.Decode = Array([1, 0] * 3)


def _layer(pdf: pikepdf.Pdf) -> Any:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return layer


def _off(pdf: pikepdf.Pdf, drawing: Any) -> None:
    drawing.OC = _layer(pdf)


def _nowhere(_: pikepdf.Pdf, drawing: Any) -> None:
    drawing.Matrix = Array([0, 0, 0, 0, 0, 0])


def _cut(_: pikepdf.Pdf, drawing: Any) -> None:
    drawing.BBox = Array([0, 0, 0.01, 0.01])


def _colours(pdf: pikepdf.Pdf) -> None:
    """Let every colour be white."""
    white = pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1))
    space = Array([Name.Separation, Name.All, Name.DeviceGray, white])
    pdf.pages[0].Resources.ColorSpace = Dictionary(DefaultGray=space)


def _transferred(pdf: pikepdf.Pdf) -> None:
    """Let a state of graphics turn dark into light."""
    for page in pdf.pages:
        for state in page.Resources.get("/ExtGState", Dictionary()).values():
            state.TR = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
            return
    raise LookupError


def _valued(pdf: pikepdf.Pdf) -> None:
    """Lay a field over the page that says that it has a value, and no signature."""
    drawn = pdf.make_stream(
        b"1 g 0 0 240 60 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 240, 60]
    )
    for page in pdf.pages:
        for note in page.obj.get("/Annots", Array()):
            if note.get("/FT") == "/Sig":
                note.V, note.AP = Dictionary(Type=Name.X), Dictionary(N=drawn)
                return
    raise LookupError


def _twice(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _labelled(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=9)]))


def _formed(pdf: pikepdf.Pdf) -> None:
    """Bring a form along that some programs show in the place of the pages."""
    pdf.Root.AcroForm = pdf.Root.get("/AcroForm", Dictionary(Fields=Array()))
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def _scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('990')")


DEEP: Final[dict[str, Alter]] = {
    "a page turned": _of_page("/Rotate", lambda _: 180),
    "all pages turned by what stands above them": _above,
    "a page cut out elsewhere": _of_page("/CropBox", _moved),
    "a page enlarged": _of_page("/UserUnit", lambda _: 9),
    "codes of letters read otherwise": _recoded,
    "letters upon each other": _piled,
    "a picture masked": _of_drawing(Name.Image, _masked),
    "a picture with dark and light exchanged": _of_drawing(Name.Image, _turned_round),
    "a drawing in a layer that is switched off": _of_drawing(Name.Form, _off),
    "a drawing shrunk to nothing": _of_drawing(Name.Form, _nowhere),
    "a drawing cut off": _of_drawing(Name.Form, _cut),
    "all colours made white": _colours,
    "dark made light by a graphics state": _transferred,
    "something drawn in a field that says that it is filled": _valued,
    "a page there twice": _twice,
    "pages numbered otherwise": _labelled,
    "a form that is shown in the place of the pages": _formed,
    "a script that runs when the file is opened": _scripted,
}
"""What is done with how pages are shown."""
