"""The pages of a long table: those of the engine filled, those between copied and filled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine

from reportgen.render.page.tags import at
from reportgen.render.rows.file import File, Object, said
from reportgen.render.rows.gaps import Gap, Shared
from reportgen.render.rows.ink import Ends, Pen, Set
from reportgen.render.rows.margins import Number, copied
from reportgen.render.rows.paging import Run
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.tree import Tagger, Tree


@dataclass(frozen=True, slots=True)
class Copy:
    """A page without its rows: what its dictionary says, and its stream, parted where something changes.

    Between two parts stands a page number, or, where there is none, the rows.
    """

    entries: dict[str, Any]
    parts: Sequence[bytes]
    numbers: Sequence[Number | None]

    def stream(self, step: int, rows: bytes) -> bytes:
        """Give its stream so many pages on, with rows."""
        said_of = [self.parts[0]]
        for number, after in zip(self.numbers, self.parts[1:], strict=True):
            said_of += [rows if number is None else number.said(step), after]
        return b"\n".join(said_of)


@dataclass(slots=True)
class Pages:
    """Fills pages one after the other."""

    shared: Shared
    pdf: Any
    file: File
    tree: Tree
    tagger: Tagger
    pen: Pen
    added: list[tuple[int, int]] = field(default_factory=list)
    """Of each page that the engine did not lay out, its key in the tree and the list of its elements."""

    pages: list[Object] = field(default_factory=list)
    """These pages, packed together: who only wants to see them need not unpack the tree."""

    def fill(self, gap: Gap, before: Gap | None, after: Gap | None) -> None:
        """Write rows into a page that the engine laid out, on which other gaps may stand before and after."""
        number = int(self.tree.references[gap.page].split()[0])
        rows, marks = self._rows(gap.run), self.tree.marks(gap.page)
        stream = at(self.pdf, self.pdf.objects[number]["Contents"]).stream
        place = self.tree.slots[gap.page].place(stream)
        ends = Ends(
            top=before is not None and before.page == gap.page,
            bottom=after is not None and after.page != gap.page,
        )
        stream.insert(place, self.pen.page(rows, gap.top, len(marks), ends))
        body, objects, marked = self.tagger.body(rows, number, len(marks))
        marks.extend(b"%d 0 R" % one for one in marked)
        self.tree.bodies.append(body)
        self.file.pack(objects)

    def copy_of(self, place: int, numbers: Sequence[Number]) -> Copy:
        """Take a page of the engine's as one to copy, before its rows are written.

        Raises:
            NotWrittenError: it has more on it than a heading and margins.

        """
        page = at(self.pdf, self.tree.references[place])
        if "Annots" in page or any(mark != "null" for mark in self.tree.marks(place)):
            raise NotWrittenError(LaidOut.PAGES)
        items = list(at(self.pdf, page["Contents"]).stream)
        found: list[tuple[int, int, Number | None]]
        found = [(at_item, at_item + 3, number) for at_item, number in copied(items, numbers)]
        behind = self.tree.slots[place].place(items)
        found = sorted([*found, (behind, behind, None)], key=lambda one: one[0])
        ends = [0, *(end for _, end, _ in found)]
        starts = [*(start for start, _, _ in found), len(items)]
        parts = [said(pydyf.Stream(items[end:start])) for end, start in zip(ends, starts, strict=True)]
        return Copy(dict(page), parts, [number for *_, number in found])

    def add_copies(self, copy: Copy, gap: Gap) -> None:
        """Add the pages that the engine did not lay out, behind the one that they are copied from."""
        key = len(self.tree.numbers) // 2
        for step, run in enumerate(self.shared.skipped):
            page, content, elements = (self.file.number() for _ in range(3))
            rows = self._rows(run)
            self.file.add_stream(content, b"", copy.stream(step + 1, self.pen.page(rows, gap.top, 0)))
            body, objects, marked = self.tagger.body(rows, page, 0)
            said_of = pydyf.Dictionary({
                **copy.entries, "Contents": b"%d 0 R" % content, "StructParents": key + step,
            })  # fmt: skip
            found = f"[{' '.join([f'{one} 0 R' for one in marked])}]"
            self.file.pack([*objects, (elements, found)])
            self.tree.bodies.append(body)
            self.added.append((key + step, elements))
            self.pages.append((page, said_of.data.decode("latin-1")))

    def close(self, gap: Gap) -> None:
        """Put the added pages behind the one that they are copied from."""
        before = int(self.tree.references[gap.page].split()[0])
        place = 3 * (self.pdf.pages["Kids"][::3].index(before) + 1)
        self.pdf.pages["Kids"][place:place] = chain.from_iterable((page, 0, "R") for page, _ in self.pages)
        self.pdf.pages["Count"] += len(self.pages)
        self.file.pack(self.pages)
        self.tree.close(self.added)

    def _rows(self, run: Run) -> Sequence[Set]:
        return self.shared.rows[run.start : run.end]
