"""Comments put into a copy of a Word file, which is otherwise as it was."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import phrase
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.package import PackageError, pack, unpack
from reportgen.render.word.places import PARAGRAPH, RUN, TEXT, WORD, Element, W

AUTHOR: Final = "reportgen"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY: Final = f'<w:comments xmlns:w="{WORD}"/>'.encode()

Path = tuple[int, ...]
"""The way from the body to a paragraph, from child to child; an empty one leads to the first."""


def commented(content: bytes, remarks: Sequence[tuple[Path, str]]) -> bytes:
    """Give a Word file with remarks as comments, in their order; they bear no date.

    Raises:
        DataError: it is no Word file.

    """
    try:
        package = unpack(content)
        assembly = Assembly(package)
        body = _body(assembly)
        comments = assembly.own_part("comments", "word/comments.xml", _TYPE, _EMPTY)
    except PackageError as error:
        raise DataError([report("unreadable-docx", reason=error.args[0])]) from error
    first = 1 + max((int(one.get(f"{W}id", "0")) for one in comments), default=-1)
    targets = [_paragraph(body, path) for path, _ in remarks]
    for number, (paragraph, (_, text)) in enumerate(zip(targets, remarks, strict=True), first):
        comments.append(_comment(number, text))
        _mark(paragraph, str(number))
    return pack(assembly.applied(package.parts))


def _body(assembly: Assembly) -> Element:
    body = assembly.tree(assembly.package.document, b"").find(f"{W}body")
    if body is None:
        raise PackageError(phrase("it has no body"))
    return body


def _paragraph(body: Element, path: Path) -> Element:
    element = body
    for number in path:
        element = [one for one in element if isinstance(one.tag, str)][number]  # remarks in XML do not count
    if element.tag == PARAGRAPH:
        return element
    found = next(body.iter(PARAGRAPH), None)
    return etree.SubElement(body, PARAGRAPH) if found is None else found


def _comment(number: int, text: str) -> Element:
    comment = etree.Element(f"{W}comment")
    for name, value in {"id": str(number), "author": AUTHOR, "initials": AUTHOR[:1]}.items():
        comment.set(f"{W}{name}", value)
    for line in text.splitlines():
        run = etree.SubElement(etree.SubElement(comment, PARAGRAPH), RUN)
        etree.SubElement(run, TEXT).text = line
    return comment


def _mark(paragraph: Element, number: str) -> None:
    """Let a comment speak of a whole paragraph: of all that comes after its properties."""
    begin, end = paragraph.makeelement(f"{W}commentRangeStart"), paragraph.makeelement(f"{W}commentRangeEnd")
    run = paragraph.makeelement(RUN)
    for mark in (begin, end, etree.SubElement(run, f"{W}commentReference")):
        mark.set(f"{W}id", number)
    paragraph.insert(int(paragraph.find(f"{W}pPr") is not None), begin)
    paragraph.extend((end, run))
