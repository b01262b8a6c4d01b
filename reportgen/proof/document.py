"""The file as a whole: header, trailer, output intent, what its catalogue may say (ISO 19005-3 6)."""

import re
from collections.abc import Iterator
from typing import Final

import pikepdf

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper

_HEADER: Final = re.compile(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}")
_COMPONENTS: Final = {"/RGB": 3, "RGB ": 3, "GRAY": 1, "CMYK": 4}
_NONE: Final = pikepdf.Dictionary()
_BANNED: Final = {
    "/AA": ("6.5.2", "the catalogue has additional actions"),
    "/Requirements": ("6.11", "the catalogue has requirements"),
    "/NeedsRendering": ("6.4.2", "the file wants to be rendered as a form"),
}


def check_bytes(file: bytes) -> Iterator[Fault]:
    """Check what can only be seen in the bytes."""
    if not _HEADER.match(file):
        yield _fault(
            "6.1.2", phrase("the header is not %PDF-1.n with a line of four bytes above 127 after it")
        )
    if not file.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield _fault("6.1.3", phrase("something follows the end of the file"))


def check(paper: Paper) -> Iterator[Fault]:
    """Check trailer and catalogue."""
    pdf = paper.pdf
    if "/ID" not in pdf.trailer:
        yield _fault("6.1.3", phrase("the file has no identifier"))
    if pdf.is_encrypted:
        yield _fault("6.1.3", phrase("the file is encrypted"))
    for key, (clause, what) in _BANNED.items():
        if key in pdf.Root:
            yield _fault(clause, what)
    yield from _intent(pdf)
    yield from _names(pdf)
    yield from _form(pdf)
    yield from _layers(pdf)


def _intent(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    intents = [
        one for one in pdf.Root.get("/OutputIntents", pikepdf.Array()) if one.get("/S") == "/GTS_PDFA1"
    ]
    if not intents:
        yield _fault("6.2.3", phrase("there is no output intent for PDF/A"))
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        if profile is None:
            yield _fault("6.2.3", phrase("the output intent has no colour profile"))
            continue
        space = profile.read_bytes()[16:20].decode("latin-1")
        if _COMPONENTS.get(space) != profile.get("/N"):
            yield _fault("6.2.3", phrase("the output intent's colour profile is not what it says"))


def _names(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    if "/JavaScript" in names:
        yield _fault("6.5.1", phrase("the file has scripts"))
    if "/AlternatePresentations" in names:
        yield _fault("6.10", phrase("the file has alternate presentations"))
    files = names.get("/EmbeddedFiles")
    if files is not None:
        associated = {one.objgen for one in pdf.Root.get("/AF", pikepdf.Array())}
        for name, spec in pikepdf.NameTree(files).items():
            yield from _attachment(str(name), spec, associated)


def _attachment(name: str, spec: pikepdf.Object, associated: set[tuple[int, int]]) -> Iterator[Fault]:
    if "/F" not in spec or "/UF" not in spec:
        yield _fault("6.8", phrase("the attachment {name} lacks one of its two names", name=name))
    if "/AFRelationship" not in spec:
        yield _fault(
            "6.8", phrase("the attachment {name} does not say how it belongs to the file", name=name)
        )
    if spec.objgen not in associated:
        yield _fault("6.8", phrase("the attachment {name} is not associated with anything", name=name))
    if "/Subtype" not in spec.get("/EF", _NONE).get("/F", _NONE):
        yield _fault("6.8", phrase("the attachment {name} does not say its media type", name=name))


def _form(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return
    if form.get("/NeedAppearances", False):
        yield _fault("6.4.1", phrase("form fields have no appearance of their own"))
    if "/XFA" in form:
        yield _fault("6.4.2", phrase("the form is an XFA form"))


def _layers(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    layers = pdf.Root.get("/OCProperties")
    if layers is None:
        return
    for setting in [layers.get("/D"), *layers.get("/Configs", [])]:
        if setting is not None and "/AS" in setting:
            yield _fault("6.9", phrase("layers are switched by events"))
        if setting is not None and "/Name" not in setting:
            yield _fault("6.9", phrase("a setting of layers has no name"))


def _fault(clause: str, what: str) -> Fault:
    return Fault(f"ISO 19005-3 {clause}", what)
