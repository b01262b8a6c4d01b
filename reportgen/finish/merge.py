"""Many PDFs in one, to be printed in one go: their pages as they are, and bookmarks to find a paper by.

One paper after the other is read, written and forgotten: the file may be larger than the memory. Letters and
pictures that papers have in common stand in it once.
"""

import io
import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

import pikepdf

from reportgen.finish.bookmarks import Bookmarks
from reportgen.finish.sheaf import Sheaf

Trail = Sequence[str]
"""The bookmarks that lead to a paper, its own last."""

_IN_A_NODE: Final = 100
"""Pages below one node of the page tree: a reader finds the last page of very many in two steps."""

_REFERENCE: Final = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F\s]+>|\b(\d+) (\d+) R\b", re.DOTALL)
"""A reference as qpdf writes it; texts, in which one may seem to stand, are passed over."""

_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


def merge(file: BinaryIO, papers: Iterable[tuple[Trail, bytes]], title: str) -> int:
    """Put papers together; count the pages.

    What a paper carries beside its pages, its manifest and structure, stays with the paper.
    """
    sheaf = Sheaf(file)
    catalogue, tree = sheaf.number(), _Tree(sheaf)
    marks = Bookmarks(sheaf)
    for trail, content in papers:
        with pikepdf.open(io.BytesIO(content)) as paper:
            marks.add(trail, _Copy(paper, sheaf).pages(tree))
    parts = tree.close(), marks.close()
    sheaf.put(
        catalogue, b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines >>" % parts
    )
    sheaf.close(catalogue, sheaf.put(sheaf.number(), b"<< /Title %b >>" % pikepdf.String(title).unparse()))
    return tree.count


class _Tree:
    """The tree of pages: nodes of many pages below one root."""

    def __init__(self, sheaf: Sheaf) -> None:
        self.sheaf = sheaf
        self.root = sheaf.number()
        self.nodes: list[int] = []
        self.pages: list[int] = []
        self.count = 0

    def place(self, page: int) -> int:
        """Take a page in; give the node that it stands below."""
        if not self.pages:
            self.nodes.append(self.sheaf.number())
        node = self.nodes[-1]
        self.pages.append(page)
        self.count += 1
        if len(self.pages) == _IN_A_NODE:
            self._put()
        return node

    def close(self) -> int:
        """Put down what is left, and give the root."""
        if self.pages:
            self._put()
        body = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (_all(self.nodes), self.count)
        return self.sheaf.put(self.root, body)

    def _put(self) -> None:
        parts = self.root, _all(self.pages), len(self.pages)
        self.sheaf.put(self.nodes[-1], b"<< /Type /Pages /Parent %d 0 R /Kids [%b] /Count %d >>" % parts)
        self.pages = []


class _Copy:
    """What the pages of one paper need, written under new numbers."""

    def __init__(self, paper: pikepdf.Pdf, sheaf: Sheaf) -> None:
        self.paper = paper
        self.sheaf = sheaf
        self.numbers: dict[tuple[int, int], int] = {}
        self.coming: deque[tuple[int, pikepdf.Object]] = deque()

    def pages(self, tree: _Tree) -> int:
        """Copy all pages, and what they refer to; give the first."""
        pages = [page.obj for page in self.paper.pages]
        for page in pages:
            self.numbers[page.objgen] = self.sheaf.number()
        for page in pages:
            number = self.numbers[page.objgen]
            body = self._written(_alone(page)).removeprefix(b"<<")
            self.sheaf.put(number, b"<< /Parent %d 0 R%b" % (tree.place(number), body))
        while self.coming:
            self._put(*self.coming.popleft())
        return self.numbers[pages[0].objgen]

    def _written(self, value: pikepdf.Object) -> bytes:
        return _REFERENCE.sub(self._renumbered, value.unparse(resolved=True))

    def _renumbered(self, found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        place = int(found[1]), int(found[2])
        if place not in self.numbers:
            self.numbers[place] = self._number(self.paper.get_object(place))
        return b"%d 0 R" % self.numbers[place]

    def _number(self, value: pikepdf.Object) -> int:
        """Give an object its number; a stream that refers to nothing else may be there already."""
        if isinstance(value, pikepdf.Stream):
            dictionary, content = _taken_apart(value)
            if not any(found[1] for found in _REFERENCE.finditer(dictionary)):
                return self.sheaf.put_stream(dictionary, content)
        number = self.sheaf.number()
        self.coming.append((number, value))
        return number

    def _put(self, number: int, value: pikepdf.Object) -> None:
        if isinstance(value, pikepdf.Stream):
            dictionary, content = _taken_apart(value)
            self.sheaf.put_stream(_REFERENCE.sub(self._renumbered, dictionary), content, number)
        else:
            self.sheaf.put(number, self._written(value))


def _alone(page: pikepdf.Object) -> pikepdf.Object:
    """Give a page what it has from those above it, and take out what leads there or into the structure."""
    above = page.get("/Parent")
    while above is not None:
        for name in _INHERITED:
            if name in above and name not in page:
                page[name] = above[name]
        above = above.get("/Parent")
    for holder in (page, *page.get("/Annots", pikepdf.Array())):
        for name in ("/StructParents", "/StructParent"):
            if name in holder:
                del holder[name]
    if "/Parent" in page:
        del page["/Parent"]
    return page


def _taken_apart(stream: pikepdf.Object) -> tuple[bytes, bytes]:
    """Give the dictionary of a stream and its bytes as they are packed."""
    content = stream.read_raw_bytes()
    dictionary = stream.stream_dict
    dictionary["/Length"] = len(content)
    return dictionary.unparse(resolved=True), content


def _all(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
