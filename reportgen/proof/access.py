"""What a screen reader needs: language, titles, words for pictures, heads of tables (ISO 14289-1 7)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pikepdf

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper
from reportgen.proof.tree import Node, read_tree

_NONE: Final = pikepdf.Dictionary()


def check(paper: Paper) -> Iterator[Fault]:
    """Check the catalogue, then what the tree says."""
    root = paper.pdf.Root
    if not str(root.get("/Lang", "")).strip():
        yield _fault("7.2", phrase("the file does not say its language"))
    if not root.get("/ViewerPreferences", _NONE).get("/DisplayDocTitle", False):
        yield _fault("7.1", phrase("the window shows the file's name and not its title"))
    if root.get("/MarkInfo", _NONE).get("/Suspects", False):
        yield _fault("7.1", phrase("the tags are said to be doubtful"))
    for page in paper.pages:
        yield from page.faults
    yield from _annotations(paper)
    nodes = read_tree(root["/StructTreeRoot"]) if "/StructTreeRoot" in root else []
    yield from _pictures(nodes)
    yield from _headings(nodes)
    yield from _tables(nodes)
    yield from _lists(nodes)


def _annotations(paper: Paper) -> Iterator[Fault]:
    for number, page in enumerate(paper.pdf.pages, 1):
        notes = [
            note
            for note in page.obj.get("/Annots", [])
            if note.get("/Subtype") not in ("/Popup", "/PrinterMark") and not _beyond(note, page)
        ]
        if notes and page.obj.get("/Tabs") != "/S":
            yield _fault("7.18.3", phrase("the tab key does not follow the tags"), number)
        for note in notes:
            yield from _annotation(note, number)


def _beyond(note: Any, page: Any) -> bool:
    """Ask whether nobody can see an annotation, because it lies beside the page: a time stamp's does."""
    there, shown = pikepdf.Rectangle(note.Rect), pikepdf.Rectangle(page.cropbox)
    return not (
        shown.llx <= there.urx
        and there.llx <= shown.urx
        and shown.lly <= there.ury
        and there.lly <= shown.ury
    )


def _annotation(note: Any, page: int) -> Iterator[Fault]:
    sort = note.get("/Subtype")
    if "/StructParent" not in note:
        yield _fault("7.18.1", phrase("an annotation ({sort}) is not tagged", sort=sort), page)
    if sort == "/Link" and not str(note.get("/Contents", "")).strip():
        yield _fault("7.18.5", phrase("a link does not say in words where it leads"), page)
    if sort == "/Widget" and not str(note.get("/TU", "")).strip():
        yield _fault("7.18.4", phrase("a form field has no words for a screen reader"), page)


def _pictures(nodes: list[Node]) -> Iterator[Fault]:
    for node in nodes:
        if node.sort == "Figure" and not _said(node, "/Alt") and not _said(node, "/ActualText"):
            yield _fault("7.3", phrase("a picture has no words that stand for it"))
        if node.sort == "Formula" and not _said(node, "/Alt"):
            yield _fault("7.7", phrase("a formula has no words that stand for it"))
        if node.sort == "Note" and "/ID" not in node.element:
            yield _fault("7.9", phrase("a note has no name of its own"))


def _said(node: Node, key: str) -> bool:
    return bool(str(node.element.get(key, "")).strip())


def _headings(nodes: list[Node]) -> Iterator[Fault]:
    levels = [int(node.sort[1]) for node in nodes if node.sort[:1] == "H" and node.sort[1:].isdigit()]
    if levels and levels[0] != 1:
        yield _fault("7.4.2", phrase("the first heading is of level {level}", level=levels[0]))
    for one, other in pairwise(levels):
        if other > one + 1:
            yield _fault(
                "7.4.2", phrase("a heading of level {other} follows one of level {one}", other=other, one=one)
            )
    if levels and any(node.sort == "H" for node in nodes):
        yield _fault("7.4.4", phrase("headings with and without levels are mixed"))


def _tables(nodes: list[Node]) -> Iterator[Fault]:
    for table in (node for node in nodes if node.sort == "Table"):
        cells = [node for node in table.below() if node.sort in ("TH", "TD")]
        if any(cell.sort == "TH" and not _heads(cell) for cell in cells):
            yield _fault(
                "7.5", phrase("a heading of a table does not say whether it heads a row or a column")
            )
        rows = [node for node in table.below() if node.sort == "TR"]
        if len(set(_widths(rows))) > 1:
            yield _fault("7.2", phrase("the rows of a table have different numbers of columns"))


def _heads(cell: Node) -> bool:
    return cell.attribute("/Scope") is not None or cell.attribute("/Headers") is not None


def _widths(rows: list[Node]) -> Iterator[int]:
    """Count the columns of each row, with the cells that reach into it from above."""
    reaching: list[int] = []
    for row in rows:
        cells = [node for node in row.children if node.sort in ("TH", "TD")]
        spans = [
            (int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)) for cell in cells
        ]
        yield sum(wide for wide, _ in spans) + len(reaching)
        reaching = [left - 1 for left in reaching if left > 1]
        reaching += [tall - 1 for wide, tall in spans if tall > 1 for _ in range(wide)]


def _lists(nodes: list[Node]) -> Iterator[Fault]:
    for node in nodes:
        if node.sort == "L" and any(child.sort not in ("L", "LI", "Caption") for child in node.children):
            yield _fault("7.6", phrase("a list holds something that is no item"))
        if node.sort == "LI" and any(child.sort not in ("Lbl", "LBody") for child in node.children):
            yield _fault(
                "7.6", phrase("an item of a list holds something that is neither its mark nor its body")
            )


def _fault(clause: str, what: str, page: int | None = None) -> Fault:
    return Fault(f"ISO 14289-1 {clause}", what, page)
