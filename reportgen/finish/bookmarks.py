"""Bookmarks written one after the other: of each level only the last is kept, until the next one is known."""

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from reportgen.finish.sheaf import Sheaf


@dataclass(slots=True)
class _Mark:
    """A bookmark and what is known of those around it, by their numbers."""

    number: int
    title: str
    page: int
    before: int = 0
    first: int = 0
    last: int = 0
    count: int = 0
    leads_to_paper: bool = False


class Bookmarks:
    """The bookmarks of a file, those of one folder below its name."""

    def __init__(self, sheaf: Sheaf) -> None:
        self._sheaf = sheaf
        self._open = [_Mark(sheaf.number(), "", 0)]

    def add(self, trail: Sequence[str], page: int) -> None:
        """Let bookmarks lead to a paper that begins on a page: its folders, if they are new, and its own."""
        *folders, own = trail
        known = [one.title for one in self._open[1:] if not one.leads_to_paper]
        kept = 1 + _in_common(known, folders)
        for name in folders[kept - 1 :]:
            self._put(kept, name, page)
            kept += 1
        self._put(kept, own, page)
        self._open[-1].leads_to_paper = True

    def close(self) -> int:
        """Put down what is left, and give the number of all of them together."""
        self._close(1, following=0)
        (whole,) = self._open
        ends = b" /First %d 0 R /Last %d 0 R" % (whole.first, whole.last) if whole.count else b""
        return self._sheaf.put(whole.number, b"<< /Type /Outlines%b /Count %d >>" % (ends, whole.count))

    def _put(self, depth: int, title: str, page: int) -> None:
        """Begin a bookmark at a depth, after the one that stands there."""
        mark = _Mark(self._sheaf.number(), title, page)
        mark.before = self._open[depth].number if depth < len(self._open) else 0
        self._close(depth, following=mark.number)
        above = self._open[-1]
        above.first, above.last, above.count = above.first or mark.number, mark.number, above.count + 1
        self._open.append(mark)

    def _close(self, depth: int, *, following: int) -> None:
        """Write the bookmarks from a depth on; the first of them knows which one follows."""
        while len(self._open) > depth:
            mark = self._open.pop()
            above = self._open[-1]
            after = following if len(self._open) == depth else 0
            self._sheaf.put(mark.number, _written(mark, above.number, after))


def _written(mark: _Mark, above: int, after: int) -> bytes:
    title = pikepdf.String(mark.title).unparse()
    parts = [b"/Title %b /Parent %d 0 R /Dest [%d 0 R /Fit]" % (title, above, mark.page)]
    around = {b"Prev": mark.before, b"Next": after, b"First": mark.first, b"Last": mark.last}
    parts += [b"/%b %d 0 R" % (name, number) for name, number in around.items() if number]
    parts += [b"/Count %d" % -mark.count] if mark.count else []
    return b"<< %b >>" % b" ".join(parts)


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many names two ways begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
