"""What Word shows of a file and none of its letters say: what it works out itself, or is brought along.

These are fields, formulas, numbers of lists, controls bound to other texts, files from elsewhere, fonts, a
second form of something for other programs, what a heading folds away, and in margins pictures and shapes.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from lxml import etree

from reportgen.model.manifest import STORE
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_known import is_known
from reportgen.readback.word_package import outside, related, tree
from reportgen.readback.word_styles import W

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_AGAIN: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OLDER: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GRAPHIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
SHAPES: Final = ("rect", "shape", "oval", "line", "roundrect", "polyline", "curve", "arc", "image")
"""What the older language of drawings calls them."""

_SHAPES: Final = (_GRAPHIC, *(f"{_VML}{name}" for name in SHAPES))
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TEXT: Final = f"{W}t"
_PARTS: Final = ("header", "footer", "footnotes", "endnotes")
_MARGINS: Final = ("header", "footer")
_DAYS: Final = tuple(f"{W}{one}{how}" for one in ("day", "month", "year") for how in ("Short", "Long"))
_BOUND: Final = (f"{W}dataBinding", f"{_W15}dataBinding")
_LOOKED_AT: Final = (
    f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", _MATH, _AGAIN, *_DAYS, *_BOUND, f"{_W15}collapsed",
    f"{W}background", f"{W}altChunk", f"{W}subDoc", f"{W}numPr",
)  # fmt: skip
_OWN: Final = re.compile(r"/\w+:manifest\[1\]/\w+:figures\[1\]/\w+:[^/\[\]]+\[1\]")
_FORMAT: Final = re.compile(r"\\\*\s*(MERGEFORMAT|ARABIC)\b", re.IGNORECASE)
_PAGES: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_ONLY_LEAD: Final = frozenset({"HYPERLINK"})
_LISTS: Final = frozenset({"TOC", "INDEX"})
"""Fields that other programs declare otherwise; their words are read like all others."""


def worked(archive: Archive, main: str, root: Any) -> str:
    """Digest all of it: ``worked 5c1d…``; who saves the file again changes none. The body's tree is ``root``.

    No words of the body count, but where it says something in several ways.
    """
    there = related(archive, main)
    lists = _Lists.of(archive, {sort: part for sort, part, _ in there})
    found = [f"body {one}" for one in _in(root, lists)]
    margins = set[str]()
    for sort, part, _ in there:
        if sort in _MARGINS:
            margins.update(_in_margin(archive, part, lists))
        elif sort in _PARTS:
            found += [f"notes {one}" for one in _in(tree(archive, part), lists)]
    found += [f"margin {one}" for one in sorted(margins)]
    found += sorted({*outside(archive), *_fonts(archive, there)})
    return f"worked {sha256(repr(found).encode()).hexdigest()[:32]}"


def _in_margin(archive: Archive, part: str, lists: "_Lists") -> Iterator[str]:
    for one in _in(tree(archive, part), lists):
        if one.removeprefix("field ") not in _PAGES:
            yield one
    yield from _things(archive, part)


def _in(root: Any, lists: "_Lists") -> Iterator[str]:
    """Go through a part for whatever its letters do not say."""
    codes: list[str] = []
    for one in root.iter(*_LOOKED_AT):
        if one.tag == f"{W}fldChar":
            sort = one.get(f"{W}fldCharType")
            if sort == "begin":
                codes.append("")
            elif sort == "end" and codes:
                yield from _field(codes.pop())
        elif one.tag == f"{W}instrText" and codes:
            codes[-1] += "".join(one.itertext())
        elif one.tag == f"{W}fldSimple":
            yield from _field(one.get(f"{W}instr", ""))
        else:
            yield from _of_one(one, lists)
    yield from _unknown(root)


def _unknown(root: Any) -> Iterator[str]:
    """Tell of words in elements that Word passes over, and other programs look into."""
    for one in root.iter(etree.Element):
        if not is_known(one.tag) and next(one.iter(_TEXT), None) is not None:
            yield f"unknown {one.tag}"


def _things(archive: Archive, part: str) -> Iterator[str]:
    """Tell of pictures in a margin, and that there are shapes without words: they could cover anything."""
    pictures = {name: found for sort, found, name in related(archive, part) if sort == "image"}
    root = tree(archive, part)
    for one in root.iter("{*}blip", f"{_VML}imagedata"):
        found = pictures.get(one.get(f"{_R}embed") or one.get(f"{_R}id") or "", "")
        yield f"picture {sha256(archive.read(found) if found in archive.entries else b'').hexdigest()}"
    for one in root.iter(*_SHAPES):
        older = next(one.iterancestors(_OLDER), None) is not None
        if not older and not one.get("uri", "").endswith("/picture") and not any(_words(one)):
            yield "shape"


def _of_one(one: Any, lists: "_Lists") -> Iterator[str]:
    if one.tag == _MATH:
        yield f"formula {''.join(one.itertext())}"
    elif one.tag in _BOUND:
        own = one.get(f"{W}storeItemID", "").upper() == STORE and _OWN.fullmatch(one.get(f"{W}xpath", ""))
        if not own:
            yield f"bound {one.get(f'{W}storeItemID', '').upper()} {one.get(f'{W}xpath', '')}"
    elif one.tag == _AGAIN:
        said = ["".join(_words(way)) for way in one]
        if len(set(said)) > 1:
            yield f"otherwise {said}"
    elif one.tag == f"{W}numPr":
        yield from lists.shown(one)
    elif one.tag == f"{W}instrText":
        return
    else:
        yield f"{one.tag.rpartition('}')[2]} {sorted(one.attrib.values())}"


def _words(element: Any) -> Iterator[str]:
    return ("".join((one.text or "").split()) for one in element.iter(_TEXT))


def _field(code: str) -> Iterator[str]:
    """Write a field's code as every program does that leaves it alone."""
    plain = " ".join(_FORMAT.sub(" ", code).split())
    name = plain.partition(" ")[0].upper()
    if name and name not in _ONLY_LEAD:
        yield f"field {name if name in _LISTS else plain}"


class _Lists:
    """The lists of a file: what Word puts before a paragraph, as far as digits or letters are in it."""

    def __init__(self, root: Any) -> None:
        found: Any = [] if root is None else root
        self.forms = {one.get(f"{W}abstractNumId"): one for one in found if one.tag == f"{W}abstractNum"}
        self.numbers = {one.get(f"{W}numId"): one for one in found if one.tag == f"{W}num"}

    @classmethod
    def of(cls, archive: Archive, parts: Mapping[str, str]) -> "_Lists":
        """Read the lists of a file, if it has any."""
        return cls(tree(archive, parts["numbering"]) if "numbering" in parts else None)

    def shown(self, numbered: Any) -> Iterator[str]:
        """Tell what stands before a paragraph; signs alone are not told."""
        number, depth = (_value(numbered.find(f"{W}{name}")) for name in ("numId", "ilvl"))
        one = self.numbers.get(number)
        form = None if one is None else self.forms.get(_value(one.find(f"{W}abstractNumId")))
        if one is None or form is None:
            return
        for level in (*one.iter(f"{W}lvl"), *form.iterfind(f"{W}lvl")):
            if level.get(f"{W}ilvl") == (depth or "0"):
                text, sort = (_value(level.find(f"{W}{name}")) for name in ("lvlText", "numFmt"))
                if any(letter.isalnum() for letter in text) and sort != "none":
                    start = [_value(each) for each in one.iter(f"{W}startOverride")]
                    yield f"number {text} {sort} {_value(level.find(f'{W}start'))} {start}"
                return


def _value(element: Any) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _fonts(archive: Archive, there: Any) -> Iterator[str]:
    """Tell of fonts that a file brings along: their digits may have any shape."""
    for sort, part, _ in there:
        if sort == "fontTable":
            for kind, font, _id in related(archive, part):
                if kind == "font" and font in archive.entries:
                    yield f"font {sha256(archive.read(font)).hexdigest()}"
