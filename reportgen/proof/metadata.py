"""What the file says of itself in XMP (ISO 19005-3 6.6, ISO 14289-1 5)."""

from collections.abc import Iterator
from typing import Any, Final

import pikepdf
from lxml import etree

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper

ARCHIVE: Final = "ISO 19005-3"
ACCESS: Final = "ISO 14289-1"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFA: Final = "{http://www.aiim.org/pdfa/ns/id/}"
_UA: Final = "{http://www.aiim.org/pdfua/ns/id/}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_SCHEMA: Final = "{http://www.aiim.org/pdfa/ns/schema#}"
_KNOWN: Final = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/XML/1998/namespace",
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/pdf/1.3/",
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
    "http://www.aiim.org/pdfa/ns/schema#",
    "http://www.aiim.org/pdfa/ns/property#",
    "http://www.aiim.org/pdfa/ns/type#",
    "http://www.aiim.org/pdfa/ns/field#",
)
_LARGEST: Final = 1 << 20


def check(paper: Paper) -> Iterator[Fault]:
    """Check the description of the file."""
    pdf = paper.pdf
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield _archive("6.6.2.1", phrase("the file has no XMP metadata"))
        return
    root = _parsed(stream.read_bytes())
    if root is None:
        yield _archive("6.6.2.1", phrase("the XMP metadata are no XML that can be read"))
        return
    if len(root.findall(f".//{_RDF}RDF")) != 1:
        yield _archive("6.6.2.1", phrase("the XMP metadata have more or fewer than one rdf:RDF"))
    yield from _conformance(root)
    yield from _title(pdf, root)
    for space in sorted(_spaces(root) - {*_KNOWN, *_declared(root)}):
        yield _archive("6.6.2.3", phrase("properties of {space} are used and not described", space=space))


def promised(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Name the standards that the file says it keeps; other parts of PDF/A have other rules."""
    stream = pdf.Root.get("/Metadata")
    root = _parsed(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else None
    if root is None:
        return frozenset()
    archive = (_value(root, f"{_PDFA}part"), _value(root, f"{_PDFA}conformance")) == ("3", "A")
    access = _value(root, f"{_UA}part") == "1"
    return frozenset(name for name, said in ((ARCHIVE, archive), (ACCESS, access)) if said)


def _parsed(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser) if len(content) <= _LARGEST else None
    except etree.XMLSyntaxError:
        return None


def _conformance(root: Any) -> Iterator[Fault]:
    part, level = _value(root, f"{_PDFA}part"), _value(root, f"{_PDFA}conformance")
    if (part, level) != ("3", "A"):
        yield _archive(
            "6.6.4",
            phrase(
                "the file does not say that it is PDF/A-3a, but {part}{level}",
                part=part or "?",
                level=level or "",
            ),
        )
    if _value(root, f"{_UA}part") != "1":
        yield Fault("ISO 14289-1 5", phrase("the file does not say that it is PDF/UA-1"))


def _title(pdf: pikepdf.Pdf, root: Any) -> Iterator[Fault]:
    titles = [item.text for item in root.iterfind(f".//{_DC}title//{_RDF}li")]
    if not any(title and title.strip() for title in titles):
        yield Fault("ISO 14289-1 7.1", phrase("the file has no title"))
    elif "/Title" in pdf.docinfo and str(pdf.docinfo["/Title"]) not in titles:
        yield _archive(
            "6.6.3", phrase("the title in the document information differs from that in the XMP metadata")
        )


def _value(root: Any, name: str) -> str | None:
    """Find a simple property, written as an attribute or as an element."""
    for described in root.iter(f"{_RDF}Description"):
        found = described.get(name) or described.findtext(name)
        if found:
            return str(found).strip()
    return None


def _spaces(root: Any) -> set[str]:
    """List the name spaces of all properties."""
    names = {name for described in root.iter(f"{_RDF}Description") for name in described.attrib}
    names |= {str(element.tag) for rdf in root.iter(f"{_RDF}RDF") for element in rdf.iterdescendants()}
    return {etree.QName(name).namespace or "" for name in names} - {""}


def _declared(root: Any) -> set[str]:
    return {str(found.text).strip() for found in root.iter(f"{_SCHEMA}namespaceURI")}


def _archive(clause: str, what: str) -> Fault:
    return Fault(f"ISO 19005-3 {clause}", what)
