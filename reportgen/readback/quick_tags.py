"""In which order the marks of a PDF's pages are read, from the tree of its tags.

The tree is gone through from its top to its last cell, each element once. What each page says of its marks
must be the same: to which element each belongs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from reportgen.model.reading import REPEATED

_PLAIN: Final = re.compile(
    rb"<< (?:/A << [^()<>]*>> )?/K \[ ((?:\d+ )*+|(?:\d+ 0 R )*+)\] /P (\d+) 0 R (?:/Pg (\d+) 0 R )?/S /(\w+)"
    rb" /Type /StructElem >>"
)
"""An element as most are, as the library writes it: what is in it, what it stands in, its page, its sort."""

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


def orders_of(pdf: pikepdf.Pdf) -> Mapping[int, Order]:
    """Tell in which order the marks of pages are read, of those pages that say the same.

    Pages are known by the numbers of their objects.

    Raises:
        OddTagsError: the tree is made in another way than that of our press.

    """
    walk = _Walk(pdf)
    try:
        root = pdf.Root.StructTreeRoot
        _refuse("/RoleMap" in root)  # elements would be of other sorts than they say
        for element in root.K:
            walk.visit(element.objgen[0], root.objgen[0], "")
        said = dict(pikepdf.NumberTree(root.ParentTree))
    except (AttributeError, TypeError, ValueError, pikepdf.PdfError) as error:
        raise OddTagsError from error
    keys = {page.obj.objgen[0]: int(page.obj.get("/StructParents", -1)) for page in pdf.pages}
    found = {page: order for page, order in walk.found.items() if page in keys}
    return {page: order for page, order in found.items() if order.agrees(_numbers(said.get(keys[page])))}


def _numbers(marks: Any) -> Sequence[int]:
    """Give the elements to which a page says that its marks belong."""
    if not isinstance(marks, pikepdf.Array):
        return ()
    return [int(one or 0) for one in _REFERENCE.findall(marks.unparse(resolved=True))]


@dataclass(slots=True)
class _Walk:
    """Goes through the tree; ``found`` are the pages by the numbers of their objects."""

    pdf: pikepdf.Pdf
    found: dict[int, Order] = field(default_factory=dict)

    def visit(self, number: int, parent: int, above: str, depth: int = 0) -> None:
        """Take the marks of an element, which must know what is above it, and of all below."""
        element = self.pdf.get_object(number, 0)
        plain = _PLAIN.fullmatch(element.unparse(resolved=True))
        if plain is None:
            self._visit_other(number, element, parent, above, depth)
            return
        kids, owner, page, sort = plain.groups()
        _refuse(int(owner) != parent)
        below = _CELL if above == _ROW else sort.decode()
        if below == _LABEL or depth > _DEEPEST:
            _refuse(depth > _DEEPEST)
        elif kids.endswith(b"R "):
            for kid in kids.split(b" 0 R ")[:-1]:
                self.visit(int(kid), number, below, depth + 1)
        elif kids:
            self._take(number, int(page or 0), map(int, kids.split()))

    def _visit_other(self, number: int, element: Any, parent: int, above: str, depth: int) -> None:
        """Go through an element that says more than most."""
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
