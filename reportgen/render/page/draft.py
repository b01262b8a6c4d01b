"""The mark of a draft on a PDF's pages: a paper that still shows a gap says that it is not issued."""

from xml.etree.ElementTree import Element, SubElement

from reportgen.render.template.pages import find_part


def mark_page(root: Element) -> None:
    """Give a filled page the mark, after all that its own style sheets say."""
    sheet = find_part("draft.css")
    style = SubElement(next(root.iter("head")), "style")
    style.text = sheet.read_text("utf-8") if sheet else ""
