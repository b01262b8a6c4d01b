"""Single objects: streams, images, annotations, actions (ISO 19005-3 6.1.7, 6.2, 6.3, 6.5)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pikepdf

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper

_ACTIONS: Final = ("/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/SubmitForm", "/Named")
_PAGE_ACTIONS: Final = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage")
_ANNOTATIONS: Final = (
    "/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight",
    "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup", "/FileAttachment",
    "/Widget", "/PrinterMark", "/TrapNet", "/Watermark", "/Redact",
)  # fmt: skip
_WITHOUT_LOOK: Final = ("/Link", "/Popup")
_INVISIBLE, _HIDDEN, _PRINT, _NO_VIEW, _TOGGLE = 1, 2, 4, 32, 256


def check(paper: Paper) -> Iterator[Fault]:
    """Check every object by what it is."""
    pdf = paper.pdf
    for found in pdf.objects:
        if isinstance(found, pikepdf.Stream):
            yield from _stream(found)
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield from _action(found)
    for number, page in enumerate(pdf.pages, 1):
        if "/AA" in page.obj:
            yield Fault("ISO 19005-3 6.5.2", phrase("the page has additional actions"), number)
        if "/PresSteps" in page.obj:
            yield Fault("ISO 19005-3 6.10", phrase("the page has presentation steps"), number)
        for note in page.obj.get("/Annots", []):
            yield from _annotation(note, number)


def _stream(stream: pikepdf.Stream) -> Iterator[Fault]:
    if "/F" in stream or "/FFilter" in stream:
        yield _fault("6.1.7.1", phrase("a stream is kept outside the file"))
    filters: Any = stream.get("/Filter")
    if "/LZWDecode" in (filters if isinstance(filters, pikepdf.Array) else [filters]):
        yield _fault("6.1.7.2", phrase("a stream is compressed with LZW"))
    yield from _STREAMS.get(str(stream.get("/Subtype", "")), _nothing)(stream)


def _nothing(_: pikepdf.Stream) -> Iterator[Fault]:
    return iter(())


def _image(image: pikepdf.Stream) -> Iterator[Fault]:
    if image.get("/Interpolate", False):
        yield _fault("6.2.8", phrase("an image is interpolated"))
    if "/Alternates" in image:
        yield _fault("6.2.8", phrase("an image has alternates"))
    if "/OPI" in image:
        yield _fault("6.2.8", phrase("an image stands for another (OPI)"))


def _group(group: pikepdf.Stream) -> Iterator[Fault]:
    for key in ("/OPI", "/PS", "/Ref"):
        if key in group:
            yield _fault("6.2.9", phrase("a form XObject has {key}", key=key))


_STREAMS: Final[Mapping[str, Callable[[pikepdf.Stream], Iterator[Fault]]]] = {
    "/Image": _image,
    "/Form": _group,
}


def _action(found: pikepdf.Object) -> Iterator[Fault]:
    sort = str(found.get("/S", "")) if found.get("/Type") == "/Action" or "/JS" in found else ""
    if sort and sort not in _ACTIONS:
        yield _fault("6.5.1", phrase("an action of the kind {sort}", sort=sort))
    if sort == "/Named" and found.get("/N") not in _PAGE_ACTIONS:
        yield _fault("6.5.1", phrase("the named action {name}", name=found.get("/N")))


def _annotation(note: pikepdf.Object, page: int) -> Iterator[Fault]:
    sort = str(note.get("/Subtype", ""))
    if sort not in _ANNOTATIONS:
        yield Fault("ISO 19005-3 6.3.1", phrase("an annotation of the kind {sort}", sort=sort), page)
    flags = int(note.get("/F", 0))
    if sort != "/Popup" and (not flags & _PRINT or flags & (_INVISIBLE | _HIDDEN | _NO_VIEW | _TOGGLE)):
        yield Fault(
            "ISO 19005-3 6.3.2",
            phrase("an annotation ({sort}) that is not printed or is hidden", sort=sort),
            page,
        )
    if sort not in _WITHOUT_LOOK and not _is_empty(note) and "/N" not in note.get("/AP", {}):
        yield Fault(
            "ISO 19005-3 6.3.3", phrase("an annotation ({sort}) without an appearance", sort=sort), page
        )
    if sort == "/Widget" and ("/A" in note or "/AA" in note):
        yield Fault("ISO 19005-3 6.4.1", phrase("a form field that does something"), page)


def _is_empty(note: pikepdf.Object) -> bool:
    left, bottom, right, top = (float(side) for side in note.get("/Rect", [0, 0, 0, 0]))
    return left == right and bottom == top


def _fault(clause: str, what: str) -> Fault:
    return Fault(f"ISO 19005-3 {clause}", what)
