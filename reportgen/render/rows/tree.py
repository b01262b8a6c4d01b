"""The tags of a long table: one table from its first page to its last, its heading tagged once.

The engine tags a part of the table on each page that it laid out. The first part takes all rows; the others
are taken out of the tree, and their repeated headings become artifacts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.render.page.tags import at, release
from reportgen.render.rows.cut import Row
from reportgen.render.rows.file import File, Object
from reportgen.render.rows.forms import Cell, Form
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.streams import Slot, slot_behind

_ELEMENT: Final = "<</Type/StructElem/S"

_PARTS: Final = frozenset({"/THead", "/TBody", "/TFoot"})
"""What a table has on pages on which it goes on."""


@dataclass(slots=True)
class Tree:
    """The structure tree of a file that the engine made, with its pages."""

    pdf: Any
    references: Sequence[bytes]
    dropped: set[int]
    table: Any = None
    bodies: list[int] = field(default_factory=list)
    tails: list[bytes] = field(default_factory=list)
    """What stands in the table below its rows."""

    slots: dict[int, Slot] = field(default_factory=dict)
    """Of each page, where rows go in its stream."""

    @property
    def numbers(self) -> Any:
        """Give the tree by which pages find their elements: a page's key, then its elements, and so on."""
        return at(self.pdf, at(self.pdf, self.pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]

    def marks(self, page: int) -> Any:
        """Give the elements of a page's marks, in their order."""
        return self.numbers[2 * page + 1]

    def take(self, page: int, hole: Any) -> None:
        """Take the place of a gap's row: of the first page's table, or of one that goes on."""
        row = at(self.pdf, hole.mark["P"])
        if page not in self.slots:
            self.slots[page] = slot_behind(self._content(page), self._mark_before(row, page))
        body = at(self.pdf, row["P"])
        table = at(self.pdf, body["P"])
        if table["S"] != "/Table":
            raise NotWrittenError(LaidOut.PLACE)
        if self.table is None:
            self.table = table
            place = table["K"].index(body.reference)
            groups = list(table["K"][place:])
            del table["K"][place:]
            self._take_apart(groups, body, page)
        else:
            self.leave(table, page, body)

    def rest(self, page: int, cell: Any) -> None:
        """Take a part of the table, one of its cells is given, which has none of the rows."""
        group = at(self.pdf, at(self.pdf, cell.mark["P"])["P"])
        self.leave(at(self.pdf, group["P"]), page)

    def _content(self, page: int) -> list[Any]:
        stream: list[Any] = at(self.pdf, at(self.pdf, self.references[page])["Contents"]).stream
        return stream

    def _mark_before(self, row: Any, page: int) -> int | None:
        """Find the last mark of a page that is read before a row."""
        reference, found = self.references[page], None
        left = list(reversed(at(self.pdf, self.pdf.catalog["StructTreeRoot"])["K"]))
        while left:
            element = at(self.pdf, left.pop())
            if element is row:
                break
            kids = element.get("K", ())
            marks = [kid for kid in kids if isinstance(kid, int)]
            found = marks[-1] if marks and element["Pg"] == reference else found
            left += [kid for kid in reversed(kids) if not isinstance(kid, int)]
        return found

    def leave(self, table: Any, page: int, body: Any = None) -> None:
        """Take a part of the table out of the tree, with what stood around nothing else."""
        if table is self.table or table.number in self.dropped:
            return
        self._take_apart(table["K"], body, page)
        self.dropped.add(table.number)
        child = table
        while True:
            parent = at(self.pdf, child["P"])
            parent["K"].remove(child.reference)
            if parent["K"] or parent["S"] == "/Document":
                return
            self.dropped.add(parent.number)
            child = parent

    def _take_apart(self, groups: Sequence[bytes], body: Any, page: int) -> None:
        """Keep groups that follow the rows for the table's end; all else is printed again on each page."""
        gone: set[bytes] = set()
        for reference in groups:
            group = at(self.pdf, reference)
            if group["S"] not in _PARTS:
                raise NotWrittenError(LaidOut.PLACE)
            if group is body or group["S"] == "/THead":
                gone.update(self._drop(group))
            else:
                group["P"] = self.table.reference
                self.tails.append(reference)
        marks = self.marks(page)
        loose = [place for place, element in enumerate(marks) if element in gone]
        for place in loose:
            marks[place] = "null"
        release(self._content(page), loose)

    def _drop(self, element: Any) -> Iterator[bytes]:
        """Drop an element with all below; give their references."""
        below = [element]
        for one in below:
            self.dropped.add(one.number)
            below += [at(self.pdf, kid) for kid in one["K"] if not isinstance(kid, int)]
        return iter([one.reference for one in below])

    def close(self, added: Sequence[tuple[int, int]]) -> None:
        """Name the table's bodies, and of each page that was added the key and the list of its elements."""
        self.table["K"] += [*(b"%d 0 R" % number for number in self.bodies), *self.tails]
        for key, number in added:
            self.numbers.extend([key, b"%d 0 R" % number])


@dataclass(frozen=True, slots=True)
class Tagger:
    """Tags rows of one table."""

    file: File
    table: int
    forms: Sequence[Form]

    def body(
        self, rows: Sequence[tuple[Row, Sequence[Sequence[Any]], Any]], page: int, mark: int
    ) -> tuple[int, list[Object], list[int]]:
        """Make the elements of some rows of a page, whose first mark is known.

        Returns the number of their body, all objects, and the numbers of the elements that have a mark.
        """
        body = number = self.file.number()
        kids: list[str] = []
        objects: list[Object] = []
        marked: list[int] = []
        about = [[(f"/{cell.tag}/P ", _about(cell)) for cell in form.cells] for form in self.forms]
        for row, cells, _ in rows:
            line = number = number + 1
            kids.append(f"{line} 0 R")
            own = []
            for (sort, said), lines in zip(about[row.form], cells, strict=True):
                number += 1
                own.append(f"{number} 0 R")
                kid = ""
                if lines:
                    kid = str(mark + len(marked))
                    marked.append(number)
                objects.append((number, f"{_ELEMENT}{sort}{line} 0 R/Pg {page} 0 R/K[{kid}]{said}>>"))
            objects.append((line, f"{_ELEMENT}/TR/P {body} 0 R/K[{' '.join(own)}]>>"))
        objects.append((body, f"{_ELEMENT}/TBody/P {self.table} 0 R/K[{' '.join(kids)}]>>"))
        self.file.last = number
        return body, objects, marked


def _about(cell: Cell) -> str:
    """Say what a cell heads, and over how many columns it goes."""
    said = ("/Scope" + cell.scope if cell.tag == "TH" else "") + (
        f"/ColSpan {cell.columns}" if cell.columns > 1 else ""
    )
    return f"/A<</O/Table{said}>>" if said else ""
