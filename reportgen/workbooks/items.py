"""Rows of a sheet back into lists, and into the lists inside their items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.model.book import Worksheet
from reportgen.model.diagnostics import Complaints
from reportgen.model.names import folded
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import Raw
from reportgen.workbooks.layout import Entry, Level, Path

_SHOWN: Final = 20
"""How many numbers of items are shown."""

Lines = Sequence[int]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one sheet on their way into a list; ``places`` are its columns by their headings."""

    sheet: Worksheet
    places: Mapping[str, int]
    sources: Sources
    complaints: Complaints

    def items(self, level: Level, lines: Lines, at: DataPath) -> list[Raw]:
        """Read the items that stand on some lines; ``at`` is the path of their list."""
        blocks = self._numbered(level, lines) if level.number else self._filled(level, lines)
        return [self._item(level, block, (*at, number)) for number, block in enumerate(blocks)]

    def _filled(self, level: Level, lines: Lines) -> list[Lines]:
        headings = [heading for heading, _, _ in level.columns()]
        return [[line] for line in lines if any(self._text(line, heading) for heading in headings)]

    def _numbered(self, level: Level, lines: Lines) -> list[Lines]:
        """Part lines where a number begins an item; those without one, or with the same, go on with it."""
        blocks: dict[str, list[int]] = {}
        current = ""
        for line in self._filled(level, lines):
            number = self._text(line[0], level.number) or current
            if number != current and number in blocks:
                first = (phrase("it first stands here"), self._origin(blocks[number][0], level.number))
                self._complain("item-number-again", line[0], level.number, related=(first,), number=number)
            elif not number:
                self._complain("item-without-number", line[0], level.number, column=level.number)
            current = number
            blocks.setdefault(number, []).extend(line)
        self._tell_renumbered(level, blocks)
        return list(blocks.values())

    def _tell_renumbered(self, level: Level, blocks: Mapping[str, Sequence[int]]) -> None:
        """Tell of numbers that no paper prints: it numbers the items from 1, in their order."""
        other = next((own for place, own in enumerate(blocks, 1) if own.lstrip("0") != str(place)), None)
        if other is not None:
            numbers = shortened([*blocks], _SHOWN)
            self._complain(
                "items-renumbered", blocks[other][0], level.number, column=level.number, numbers=numbers
            )

    def _item(self, level: Level, block: Lines, path: DataPath) -> Raw:
        first = next(heading for heading, _, _ in level.columns())
        self.sources.values[path] = self._origin(block[0], first)
        if level.own and not level.own[0].path:
            return self._cell(level.own[0], block, path)
        rest = self._without_twins(level, block)
        values: dict[Path, Raw] = {entry.path: self._cell(entry, rest, path) for entry in level.own}
        values |= {
            inner.path: self.items(inner, block, (*path, *inner.path)) or None for inner in level.inner
        }
        return nested(values, level.optional)

    def _without_twins(self, level: Level, block: Lines) -> Lines:
        """Complain of rows that begin another item with the number of the one above; give the others."""
        twins = [line for line in block[1:] if level.number and self._is_twin(level, block[0], line)]
        for line in twins:
            first = (phrase("it first stands here"), self._origin(block[0], level.number))
            number = str(self._text(line, level.number))
            self._complain(
                "item-number-twice", line, level.number, related=(first,), number=number, column=level.number
            )
        return [line for line in block if line not in twins]

    def _is_twin(self, level: Level, first: int, line: int) -> bool:
        """Tell whether a row has a number of its own and says otherwise what an item has once."""
        pairs = [(self._text(first, one.heading), self._text(line, one.heading)) for one in level.own]
        differ = any(here and there and folded(here) != folded(there) for here, there in pairs)
        return differ and self._text(line, level.number) is not None

    def _cell(self, entry: Entry, block: Lines, path: DataPath) -> str | None:
        """Give the only value of an item in a column, on whichever of its lines it stands."""
        place = (*path, *entry.path)
        if entry.heading in self.places:
            self.sources.values[place] = self._origin(block[0], entry.heading)
        found = [(line, text) for line in block if (text := self._text(line, entry.heading)) is not None]
        for line, text in found[:1]:
            self.sources.values[place] = self._origin(line, entry.heading)
            self._refuse_second(entry, found, text)
        return found[0][1] if found else None

    def _refuse_second(self, entry: Entry, found: Sequence[tuple[int, str]], first: str) -> None:
        for line, text in found[1:]:
            if folded(text) != folded(first):
                other = (phrase("it first stands here"), self._origin(found[0][0], entry.heading))
                self._complain("item-cell-again", line, entry.heading, related=(other,), name=entry.heading)

    def _text(self, line: int, heading: str) -> str | None:
        return self.sheet.rows[line].get(self.places.get(heading, 0))

    def _origin(self, line: int, heading: str) -> Origin:
        return self.sheet.origin(line, self.places.get(heading, 1))

    def _complain(
        self, code: str, line: int, heading: str, *, related: Iterable[tuple[str, Origin]] = (), **values: str
    ) -> None:
        self.complaints.add(code, self._origin(line, heading), related=related, **values)


def nested(values: Mapping[Path, Raw], optional: frozenset[Path]) -> dict[str, Raw]:
    """Put values into the groups that their paths name; an optional group with nothing in it is left out."""
    whole: dict[str, Raw] = {}
    for name in dict.fromkeys(path[0] for path in values):
        below = {path[1:]: value for path, value in values.items() if path[0] == name}
        if () in below:
            whole[name] = below[()]
            continue
        inner = frozenset(path[1:] for path in optional if path[0] == name and path[1:])
        group = nested(below, inner)
        left_out = (name,) in optional and all(value is None for value in group.values())
        whole[name] = None if left_out else group
    return whole
