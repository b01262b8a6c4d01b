"""Elements of WordprocessingML, written short."""

from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001  # lxml has no public name for it

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_NAMES: Final = {"w": WORD, "r": RELATIONS}


def w(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """Make an element of Word's with what it holds; a child that is None is left out."""
    element = etree.Element(f"{{{WORD}}}{tag}", nsmap=_NAMES)
    for name, value in attributes.items():
        element.set(f"{{{WORD}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def run(text: str) -> Element:
    """Make a run of text; every tag in it stays in one piece."""
    words = w("t")
    words.text = text
    if text != text.strip():
        words.set(f"{{{_XML}}}space", "preserve")
    return w("r", words)


def written(root: Element) -> bytes:
    """Write a part; the same elements are the same bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(millimetres: float) -> int:
    """Give Word's twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
