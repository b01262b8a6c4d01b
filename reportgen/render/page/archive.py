"""What a PDF says of itself: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file.

The engine declares one of them; the other's mark goes into the same XMP description, with the schema that
PDF/A wants for every property that it does not know itself (ISO 19005-3, 6.6.2.3.3).
"""

from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from weasyprint.document import DocumentMetadata

VARIANT: Final = "pdf/a-3a"

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION: Final = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA: Final = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY: Final = "http://www.aiim.org/pdfa/ns/property#"
_PREFIXES: Final = {
    "pdfuaid": _UA,
    "pdfaExtension": _EXTENSION,
    "pdfaSchema": _SCHEMA,
    "pdfaProperty": _PROPERTY,
}

for _prefix, _space in _PREFIXES.items():
    register_namespace(_prefix, _space)


class ArchiveMetadata(DocumentMetadata):  # type: ignore[misc]  # the engine has no types
    """The engine's metadata, and that the file is accessible."""

    def generate_rdf_metadata(self, variant: Any, version: Any, conformance: Any) -> bytes:
        """Write the description of the file."""
        root = fromstring(super().generate_rdf_metadata(variant, version, conformance))  # noqa: S314  # its own
        root.append(_described({f"{{{_UA}}}part": "1"}))
        root.append(_schemas())
        written: bytes = tostring(root, encoding="utf-8")
        return written


def archived(metadata: DocumentMetadata) -> ArchiveMetadata:
    """Take over what the page's head says."""
    return ArchiveMetadata(**vars(metadata))


def _described(texts: dict[str, str]) -> Element:
    found = Element(f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    for name, text in texts.items():
        SubElement(found, name).text = text
    return found


def _schemas() -> Element:
    """Describe the one property that PDF/A does not know."""
    found = _described({})
    schema = _resource(_inside(found, f"{{{_EXTENSION}}}schemas", "Bag"))
    _say(schema, _SCHEMA, schema="PDF/UA identification", namespaceURI=_UA, prefix="pdfuaid")
    mark = _resource(_inside(schema, f"{{{_SCHEMA}}}property", "Seq"))
    _say(mark, _PROPERTY, name="part", valueType="Integer", category="internal", description="PDF/UA part")
    return found


def _inside(element: Element, name: str, sort: str) -> Element:
    return SubElement(SubElement(element, name), f"{{{_RDF}}}{sort}")


def _resource(element: Element) -> Element:
    return SubElement(element, f"{{{_RDF}}}li", {f"{{{_RDF}}}parseType": "Resource"})


def _say(element: Element, space: str, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(element, f"{{{space}}}{name}").text = text
