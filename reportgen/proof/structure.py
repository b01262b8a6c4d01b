"""The structure tree: there, whole, and leading to every piece of every page (ISO 32000-1 14.7, 14.8)."""

from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper
from reportgen.proof.tree import Node, read_tree

STANDARD: Final = frozenset(
    (
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
        ),
        *("Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR"),
        *("TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code"),
        *("Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""The types of ISO 32000-1, 14.8.4."""

_PARENTS: Final = {
    "TR": ("Table", "THead", "TBody", "TFoot"),
    "TH": ("TR",),
    "TD": ("TR",),
    "THead": ("Table",),
    "TBody": ("Table",),
    "TFoot": ("Table",),
    "LI": ("L",),
    "LBody": ("LI",),
    "TOCI": ("TOC",),
}


def check(paper: Paper) -> Iterator[Fault]:
    """Check that every mark has its element and every element its parent."""
    pdf = paper.pdf
    if not pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield Fault("ISO 19005-3 6.7.2.2", phrase("the file does not say that it is tagged"))
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        yield Fault("ISO 19005-3 6.7.3.1", phrase("the file has no structure tree"))
        return
    nodes = read_tree(root)
    yield from _sorts(nodes)
    yield from _parents(nodes)
    yield from _marks(paper, nodes)
    yield from _parent_tree(paper, root)


def _sorts(nodes: list[Node]) -> Iterator[Fault]:
    for sort in sorted({node.sort for node in nodes} - STANDARD):
        yield Fault(
            "ISO 19005-3 6.7.3.4",
            phrase("the element type {sort} is not mapped to a standard one", sort=sort),
        )


def _parents(nodes: list[Node]) -> Iterator[Fault]:
    for node in nodes:
        wanted = _PARENTS.get(node.sort)
        if wanted and (node.parent is None or node.parent.sort not in wanted):
            where = node.parent.sort if node.parent else phrase("nothing")
            yield Fault("ISO 32000-1 14.8.4", phrase("{sort} stands in {where}", sort=node.sort, where=where))


def _marks(paper: Paper, nodes: list[Node]) -> Iterator[Fault]:
    """Compare the ids on the pages with those in the tree; artifacts have none."""
    numbers = {page.obj.objgen: number for number, page in enumerate(paper.pdf.pages, 1)}
    named: dict[int, set[int]] = {}
    for node in nodes:
        for place, mark in node.marks:
            marks = named.setdefault(numbers.get(place, 0), set())
            if mark in marks:
                yield Fault(
                    "ISO 32000-1 14.7.4",
                    phrase("two elements have the content {mark}", mark=mark),
                    numbers.get(place),
                )
            marks.add(mark)
    for page in paper.pages:
        drawn = {mark for mark, tag in page.tags.items() if tag != "/Artifact"}
        for mark in sorted(drawn - named.get(page.number, set())):
            yield Fault(
                "ISO 14289-1 7.1", phrase("the content {mark} belongs to no element", mark=mark), page.number
            )
        for mark in sorted(named.get(page.number, set()) - set(page.tags)):
            yield Fault(
                "ISO 32000-1 14.7.4",
                phrase("an element names the content {mark}, which is not there", mark=mark),
                page.number,
            )


def _parent_tree(paper: Paper, root: Any) -> Iterator[Fault]:
    """Ask that each page's ids lead back to their elements."""
    if "/ParentTree" not in root:
        yield Fault("ISO 32000-1 14.7.4.4", phrase("the structure tree has no parent tree"))
        return
    tree = pikepdf.NumberTree(root["/ParentTree"])
    for page, shown in zip(paper.pdf.pages, paper.pages, strict=True):
        if not shown.tags:
            continue
        key = page.obj.get("/StructParents")
        if key is None or int(key) not in tree:
            yield Fault("ISO 32000-1 14.7.4.4", phrase("the page is not in the parent tree"), shown.number)
            continue
        parents = tree[int(key)]
        lost = [m for m, tag in shown.tags.items() if tag != "/Artifact" and not _leads(parents, m)]
        if lost:
            yield Fault(
                "ISO 32000-1 14.7.4.4",
                phrase("the content {mark} does not lead to its element", mark=lost[0]),
                shown.number,
            )


def _leads(parents: Any, mark: int) -> bool:
    return mark < len(parents) and isinstance(parents[mark], pikepdf.Dictionary)
