"""The words of a cell that have several looks: set one beside the other, or on lines of their own.

As with words of one look, who fits or does not by little is left to the engine.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from reportgen.render.rows.forms import NEXT
from reportgen.render.rows.geometry import drop_of, texts_of
from reportgen.render.rows.letters import Hands
from reportgen.render.rows.lines import NEAR, SHARES, Setter, broken
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.scripts import PLAIN

Part = tuple[int, str]
"""Words of a line, with the number of their node."""

Piece = tuple[str, str, int]
"""What a PDF says of words before how far down they stand, what it shows, and the number of their node."""


@dataclass(slots=True)
class Mixed:
    """Sets what stands in one cell of all rows of a form, each node in its own look."""

    cell: Any
    nodes: dict[int, Setter] = field(default_factory=dict)
    drops: dict[int, float] = field(default_factory=dict)
    """How far below their line the letters of a node stand."""

    around: dict[int, Sequence[Any]] = field(default_factory=dict)
    """What stands in a line around the words of a node."""

    known: dict[str, Sequence[Sequence[Piece]]] = field(default_factory=dict)
    naturals: dict[str, float] = field(default_factory=dict)

    def take(self, cell: Any, words: str, hands: Hands) -> None:
        """Look at a cell of the sample: of which look are its nodes.

        Raises:
            NotWrittenError: its texts are not those of its nodes.

        """
        lines = [(text, line) for line in cell.children for text in texts_of(line)]
        nodes = [(number, "".join(node.split())) for number, node in enumerate(words.split(NEXT)) if node]
        owners = owners_of(nodes, (text for text, _ in lines))
        for (text, line), number in zip(lines, owners, strict=True):
            self._learn(number, cell, text, line, hands)

    def _learn(self, number: int, cell: Any, text: Any, line: Any, hands: Hands) -> None:
        drop = drop_of(text, line)
        if number not in self.nodes:
            self.nodes[number], self.drops[number] = Setter(cell, text, hands.of(text.style)), drop
            self.around[number] = list(_around(line, text))
        elif abs(self.drops[number] - drop) > NEAR:
            raise NotWrittenError(LaidOut.STYLE)

    def meet(self, texts: Iterable[str]) -> None:
        """Measure texts, each of their lines by itself."""
        for text in sorted(texts):
            self.naturals[text] = max(map(self._width, _lines_of(text)), default=0)

    def narrowest(self, text: str) -> float:
        """Tell how narrow a column may be in which a text stands; words of two looks may be one word."""
        return max((self._widest_word(line) for line in _lines_of(text)), default=0)

    def _widest_word(self, line: Sequence[Part]) -> float:
        if len(line) == 1:
            return self._node(line[0][0]).narrowest(line[0][1].strip(" "))
        return self._width(line)

    def _width(self, line: Sequence[Part]) -> float:
        return sum(self._node(number).natural(text) for number, text in line)

    def _node(self, number: int) -> Setter:
        if number not in self.nodes:
            raise NotWrittenError(LaidOut.UNPROVEN)
        return self.nodes[number]

    def forget(self) -> None:
        """Let go of what was noted while rows were set."""
        self.known.clear()
        self.naturals.clear()
        for node in self.nodes.values():
            node.forget()

    def lines(self, words: str) -> Sequence[Sequence[Piece]]:
        """Break words into lines.

        Raises:
            NotWrittenError: words of several looks do not fit on their line.

        """
        found = self.known.get(words)
        if found is None:
            found = self.known[words] = [line for part in _lines_of(words) for line in self._set(part)]
        return found

    def _set(self, line: Sequence[Part]) -> Iterator[Sequence[Piece]]:
        if not line:
            yield []
            return
        if len(line) == 1:
            ((number, text),) = line
            yield from ([(*one, number)] for one in self._node(number).lines(text))
        elif self._width(line) <= self.cell.width + NEAR and all(PLAIN.fullmatch(text) for _, text in line):
            yield self._placed(line)
        else:
            yield from self._by_the_engine(line)

    def _placed(self, line: Sequence[Part]) -> Sequence[Piece]:
        """Put a line where the cell's alignment wants it."""
        share = SHARES[self._node(line[0][0]).text.style["text_align_all"]]
        across = self.cell.content_box_x() + share * (self.cell.width - self._width(line))
        pieces = []
        for number, text in line:
            whole = self._node(number).hand.set(text)
            pieces.append((f"1 0 0 -1 {across:.3f} ", whole.shown, number))
            across += whole.width
        return pieces

    def _by_the_engine(self, line: Sequence[Part]) -> Iterator[Sequence[Piece]]:
        """Let the engine break a line."""
        words = [self._within(number, text) for number, text in line]
        lines = [texts_of(one) for one in broken(self.cell, words)]
        owners = iter(owners_of([(number, "".join(text.split())) for number, text in line], chain(*lines)))
        for texts in lines:
            pairs = [(next(owners), text) for text in texts]
            yield [self._drawn(number, text) for number, text in pairs if text.text.strip()]

    def _drawn(self, number: int, text: Any) -> Piece:
        return (*self._node(number).drawn(text), number)

    def _within(self, number: int, text: str) -> Any:
        """Put words of a node into all that stood around them."""
        box = self._node(number).text.copy_with_text(text)
        box.justification_spacing = 0
        for around in reversed(self.around[number]):
            box = around.copy_with_children([box])
        return box

    def is_as(self, texts: Sequence[Any], line: Sequence[Piece], down: float) -> bool:
        """Ask whether a line, whose letters stand so far down, is as the engine has it."""
        texts = [text for text in texts if text.text.strip()]
        line = [piece for piece in line if piece[1] != self._node(piece[2]).hand.set(" ").shown]
        return len(texts) == len(line) and all(
            abs(down + self.drops[number] - text.position_y - text.baseline) <= NEAR
            and self._node(number).is_drawn_as(text, (across, shown))
            for text, (across, shown, number) in zip(texts, line, strict=True)
        )

    @property
    def inks(self) -> dict[int, str]:
        """Say the colour and the face of each node's words."""
        return {number: setter.ink for number, setter in self.nodes.items()}


def owners_of(nodes: Sequence[Part], texts: Iterable[Any]) -> list[int]:
    """Tell of which node each text is; nodes are given without their white space.

    Raises:
        NotWrittenError: the texts are not theirs.

    """
    left, owners = list(nodes), []
    for text in texts:
        said = "".join(text.text.split())
        while left and not left[0][1] and said:
            left.pop(0)
        if not left or not left[0][1].startswith(said):
            raise NotWrittenError(LaidOut.UNPROVEN)
        number, words = left[0]
        owners.append(number)
        left[0] = number, words.removeprefix(said)
        if not left[0][1] and (said or not words):
            left.pop(0)
    if any(words for _, words in left):
        raise NotWrittenError(LaidOut.UNPROVEN)
    return owners


def _around(box: Any, text: Any) -> Iterator[Any]:
    """Go down from a line to a text, through all that stands around it."""
    for child in box.children:
        if child is not text and any(one is text for one in child.descendants()):
            yield child
            yield from _around(child, text)


def _lines_of(words: str) -> Iterator[list[Part]]:
    """Part the words of a cell where a line ends, and each line where another node begins."""
    line: list[Part] = []
    for number, node in enumerate(words.split(NEXT)):
        first, *rest = node.split("\n")
        line += [(number, first)] if first else []
        for text in rest:
            yield line
            line = [(number, text)] if text else []
    if line:
        yield line
