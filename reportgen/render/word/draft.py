"""The mark of a draft in Word: a paper that still shows a gap says on each page that it is not issued.

No template asks for it, so that no template can forget it.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from reportgen.model.reading import DRAFT_MARK
from reportgen.render.word.assembly import Assembly, R
from reportgen.render.word.package import PackageError, pack, unpack
from reportgen.render.word.places import WORD, Element, W

MARK: Final = DRAFT_MARK

_HEADER: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_EMPTY: Final = f'<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'.encode()
_FONT: Final = "Times New Roman"
_POINT: Final = 20
_WIDTH: Final = 1600
_AT_MARGIN: Final = 'w:hAnchor="margin" w:xAlign="right"'
_FRAMED: Final = (
    f'<w:p xmlns:w="{WORD}"><w:pPr><w:framePr w:w="{_WIDTH}" w:wrap="around" w:vAnchor="page" {{place}} '
    'w:y="283"/><w:spacing w:before="0" w:after="0" w:line="260" w:lineRule="exact"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr>'
    f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/><w:b/><w:bCs/>'
    f'<w:spacing w:val="20"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:t>{MARK}</w:t></w:r></w:p>'
)
"""A paragraph in a frame of its own: the rest of the header, and the text below, stay where they are.

All measures are in twips; ``place`` says where it stands across the page.
"""


@lru_cache(maxsize=16)
def marked_template(content: bytes) -> bytes:
    """Give every header of a Word template the mark, and a header to every page that has none.

    What is no Word file is given back as it is: whoever fills it will tell.
    """
    try:
        assembly = Assembly(unpack(content))
        mark = _FRAMED.format(place=_place(_sections(assembly)))
        for name in _headers(assembly):
            assembly.tree(name, _EMPTY).insert(0, etree.fromstring(mark))
        return pack(assembly.applied(assembly.package.parts))
    except PackageError:
        return content


def _place(sections: list[Element]) -> str:
    """Tell where the mark ends: with the text, or with the line that is drawn around the sheet."""
    for section in sections[:1]:
        line, size = section.find(f"{W}pgBorders[@{W}offsetFrom='page']/{W}right"), section.find(f"{W}pgSz")
        width = "" if size is None else size.get(f"{W}w", "")
        space = "" if line is None else line.get(f"{W}space", "0")
        if width.isdecimal() and space.isdecimal():
            return f'w:hAnchor="page" w:x="{int(width) - _POINT * int(space) - _WIDTH}"'
    return _AT_MARGIN


def _sections(assembly: Assembly) -> list[Element]:
    return list(assembly.tree(assembly.package.document, b"").iter(f"{W}sectPr"))


def _headers(assembly: Assembly) -> Iterator[str]:
    """Name the headers that pages have, once the first section has all that any section shows."""
    package = assembly.package
    sections = _sections(assembly)
    given = {reference.get(f"{W}type", "default") for reference in _references(sections[:1])}
    for sort in _sorts(sections, package.related_tree("settings")):
        if sections and sort not in given:
            name = f"word/header-{sort}.xml"
            assembly.kinds[name] = _HEADER
            reference = etree.Element(f"{W}headerReference", {f"{W}type": sort})
            reference.set(f"{R}id", assembly.related(package.document, "header", name))
            sections[0].insert(0, reference)
            yield name
    used = {reference.get(f"{R}id") for reference in _references(sections)}
    yield from dict.fromkeys(one.target for one in package.relations(package.document) if one.id in used)


def _references(sections: list[Element]) -> Iterator[Element]:
    return (reference for section in sections for reference in section.iter(f"{W}headerReference"))


def _sorts(sections: list[Element], settings: Element | None) -> Iterator[str]:
    """Tell which headers the pages of a document have: a first page and even pages may have their own."""
    yield "default"
    if any(section.find(f"{W}titlePg") is not None for section in sections):
        yield "first"
    if settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None:
        yield "even"
