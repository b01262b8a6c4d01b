"""In which order the marks of a PDF's pages are read, from the tree of its tags.

The tree is gone through from its top to its last cell, each element once. What each page says of its marks
must be the same: to which element each belongs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from reportgen.model.reading import REPEATED
from reportgen.readback.quick_objects import Packed, packed_objects

_KIDS: Final = rb"(?P<kids>(?:\d+ ?)*+|(?:\d+ 0 R ?)*+)"
_PLAIN: Final = (
    re.compile(
        rb"<< (?:/A << [^()<>]*>> )?/K \[ %b\] /P (?P<owner>\d+) 0 R (?:/Pg (?P<page>\d+) 0 R )?"
        rb"/S /(?P<sort>\w+) /Type /StructElem >>" % _KIDS
    ),
    re.compile(
        rb"<</Type/StructElem/S/(?P<sort>\w+)/P (?P<owner>\d+) 0 R(?:/Pg (?P<page>\d+) 0 R)?/K\[%b\]"
        rb"(?:/A<<[^()<>]*>>)?>>" % _KIDS
    ),
)
"""Elements as most are, as qpdf and engines write them: what is in and above them, page and sort."""

_ENTRIES: Final = re.compile(rb"<<\s*/Nums\s*\[([\s\dRnul\[\]]*)\]\s*>>")
_ENTRY: Final = re.compile(rb"(\d+)\s*(?:\[([^\]]*)\]|\s(\d+) 0 R)")
"""A page's key, and its elements or the number of the object that lists them."""

_REFERENCE: Final = re.compile(rb"(\d+) 0 R|null")
_ROW: Final = "TR"
_LABEL: Final = "Lbl"
_CELL: Final = "a cell"
"""What stands below the cells of a row is never left out."""

_DEEPEST: Final = 64


@dataclass(slots=True)
class Order:
    """The marks of a page in the order in which they are read, and the elements to which they belong."""

    marks: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)

    def agrees(self, said: Sequence[int]) -> bool:
        """Ask whether the page says of each mark that it belongs to the same element."""
        return max(self.marks, default=0) < len(said) and [said[mark] for mark in self.marks] == self.owners


class OddTagsError(Exception):
    """A file's tags are not made as those of our press."""


def orders_of(pdf: pikepdf.Pdf, content: bytes) -> Mapping[int, Order]:
    """Tell in which order the marks of pages are read, of those pages that say the same.

    Pages are known by the numbers of their objects.

    Raises:
        OddTagsError: the tree is made in another way than that of our press.

    """
    walk = _Walk(pdf, packed_objects(content))
    try:
        root = pdf.Root.StructTreeRoot
        _refuse("/RoleMap" in root)  # elements would be of other sorts than they say
        for element in root.K:
            walk.visit(element.objgen[0], root.objgen[0], "")
        said = dict(_said(root.ParentTree.unparse(resolved=True), walk))
    except (AttributeError, LookupError, TypeError, ValueError, pikepdf.PdfError) as error:
        raise OddTagsError from error
    keys = {page.obj.objgen[0]: int(page.obj.get("/StructParents", -1)) for page in pdf.pages}
    found = {page: order for page, order in walk.found.items() if page in keys}
    return {page: order for page, order in found.items() if order.agrees(said.get(keys[page], ()))}


def _said(tree: bytes, walk: "_Walk") -> Iterator[tuple[int, Sequence[int]]]:
    """Give, by the keys of pages, the elements to which these say that their marks belong."""
    entries = _ENTRIES.fullmatch(tree)
    _refuse(entries is None)
    for key, elements, number in _ENTRY.findall(tree if entries is None else entries[1]):
        text = walk.text(int(number)) if number else elements
        yield int(key), [int(one or 0) for one in _REFERENCE.findall(text)]


@dataclass(slots=True)
class _Walk:
    """Goes through the tree; ``found`` are the pages by the numbers of their objects."""

    pdf: pikepdf.Pdf
    packed: Packed | None
    found: dict[int, Order] = field(default_factory=dict)

    def text(self, number: int) -> bytes:
        """Give what an object says, as it is written or as the library writes it."""
        said = self.packed.get(number) if self.packed else None
        return self.pdf.get_object(number, 0).unparse(resolved=True) if said is None else said

    def _plain(self, number: int) -> re.Match[bytes] | None:
        """Read an element that says no more than most, however it is written."""
        said, by_qpdf = (self.packed.get(number) if self.packed else None) or b"", _PLAIN[0]
        found = _PLAIN[1].fullmatch(said) or by_qpdf.fullmatch(said)
        return found or by_qpdf.fullmatch(self.pdf.get_object(number, 0).unparse(resolved=True))

    def visit(self, number: int, parent: int, above: str, depth: int = 0) -> None:
        """Take the marks of an element, which must know what is above it, and of all below."""
        plain = self._plain(number)
        if plain is None:
            self._visit_other(number, parent, above, depth)
            return
        kids, owner, page, sort = plain.group("kids", "owner", "page", "sort")
        _refuse(int(owner) != parent)
        below = _CELL if above == _ROW else sort.decode()
        if below == _LABEL or depth > _DEEPEST:
            _refuse(depth > _DEEPEST)
        elif b"R" in kids:
            for kid in kids.replace(b" 0 R", b"").split():
                self.visit(int(kid), number, below, depth + 1)
        elif kids:
            self._take(number, int(page or 0), map(int, kids.split()))

    def _visit_other(self, number: int, parent: int, above: str, depth: int) -> None:
        """Go through an element that says more than most."""
        element: Any = self.pdf.get_object(number, 0)
        _refuse(not isinstance(element, pikepdf.Dictionary) or "/S" not in element or depth > _DEEPEST)
        _refuse(element.P.objgen[0] != parent)
        below = _CELL if above == _ROW else str(element.S)[1:]
        if below == _LABEL or (below == "THead" and str(element.get("/T", "")) == REPEATED):
            return
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._take(number, element.get("/Pg", element).objgen[0], [kid])
            elif kid.get("/Type") != "/OBJR":
                _refuse(kid.get("/Type") == "/MCR")
                self.visit(kid.objgen[0], number, below, depth + 1)

    def _take(self, number: int, page: int, marks: Iterable[int]) -> None:
        order = self.found.setdefault(page, Order())
        for mark in marks:
            order.marks.append(mark)
            order.owners.append(number)


def _refuse(is_odd: bool) -> None:  # noqa: FBT001  # said of a thing that is looked at
    if is_odd:
        raise OddTagsError
