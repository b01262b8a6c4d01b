"""Documents that data brings to a page: the body of an HTML file, without what changes the page itself."""

from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

from reportgen.model.phrase import phrase
from reportgen.render.template.limits import too_large
from reportgen.render.template.marks import SIGNS

_LEFT_OUT: Final = frozenset({"style", "link", "script", "meta", "base", "title", "template", "noscript"})


@lru_cache(maxsize=16)
def fragment(content: bytes) -> str:
    """Give the body of an HTML file as it is put into a page."""
    root: Element = tinyhtml5.parse(content.decode("utf-8-sig"), namespace_html_elements=False)
    body = next(root.iter("body"))
    for element in list(body.iter()):
        for child in [one for one in element if not isinstance(one.tag, str) or one.tag in _LEFT_OUT]:
            element.remove(child)
    body.tag, body.attrib = "div", {}
    written: str = tostring(body, encoding="unicode", method="html")
    return written


def unfit_fragment(content: bytes) -> str | None:
    """Tell why an HTML file cannot stand on a page, if so."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return phrase("it is not UTF-8 text")
    if SIGNS.search(text):
        return phrase("it holds letters that the press keeps for itself (U+E000 to U+E009)")
    return too_large(text)
