"""The proof that a part of a Word template prints sound XML whatever its values are, without a look at it.

Jinja's tree is followed with all that XML opens and closes in it. Where every loop and every condition ends
in the elements in which it began, every value stands among the words of the page, and the template's own
text is sound when all of it is put in a row, each way through the template is sound too; and so is what must
hold in Word: no row without a cell, no cell without a paragraph, no identifier twice.
"""

import html
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, TypeVar

from jinja2 import nodes

from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.plate.state import PARAGRAPH, ROW, SECTION, TEXT, State, either
from reportgen.render.plate.tokens import Pieces, fitted, identifiers, sign_of, style_of, tokens
from reportgen.render.template.marks import CLOSE, NAMED
from reportgen.render.word.package import PackageError, parse
from reportgen.render.word.places import WORD
from reportgen.render.word.text import BREAKS

T = TypeVar("T")


_SAYING: Final = (nodes.Stmt, nodes.Expr)
_RUN_BEGINS: Final = re.compile(r"<w:r[ >]")
_LOOK: Final = "w:rPr"
_PAGES: Final = (["w:document", "w:body"], ["w:hdr"], ["w:ftr"])

HEAD_ENDS: Final = CLOSE
"""Stands in a proven template where a block with something of the head ends."""

KEPT_BEGINS: Final = NAMED
"""Stands before what is kept with what stands above it: a closing paragraph, a row of totals."""


@dataclass(slots=True)
class Proven:
    """What was found: what each stretch puts on the page, and how to close what is open behind the head.

    ``looks`` are those of the runs that begin in a stretch, where a figure may become a control. ``root`` is
    the first tag, ``unsure`` are elements that Word may call damaged, and ``sections`` tells of several.
    A ``still`` template prints the same whatever it is given.
    """

    pieces: dict[str, Pieces] = field(default_factory=dict)
    looks: dict[str, str | None] = field(default_factory=dict)
    closing: str = ""
    root: str = ""
    unsure: set[str] = field(default_factory=set)
    sections: bool = False
    still: bool = False

    def keep(self, stretch: str, pieces: Pieces, look: str | None) -> None:
        """Keep what is known of a stretch; it must be the same wherever it stands."""
        known = [self.pieces.setdefault(stretch, pieces) == pieces]
        if _RUN_BEGINS.search(stretch):
            known.append(self.looks.setdefault(stretch, look) == look)
        if not all(known):
            raise UnprovenError(Detour.STATEMENT)


def proven(tree: nodes.Template, head: Container[str] = (), kept: Mapping[str, str] | None = None) -> Proven:
    """Prove a template, fit its own text for printing, and sign where heads end and kept blocks begin.

    ``head`` are the styles that make one, ``kept`` those that begin such a block, and which element it is.

    Raises:
        UnprovenError: there is no proof, and why.

    """
    proof = _Proof(head, kept or {})
    proof.block(tree.body)
    text = "".join(proof.stretches).replace(HEAD_ENDS, "").replace(KEPT_BEGINS, "")
    if proof.state.open or text.count(WORD) != 1 or f'xmlns:w="{WORD}"' not in text:
        raise UnprovenError(Detour.MARK_UP)
    try:
        parse(text.encode())
    except PackageError as error:
        raise UnprovenError(Detour.MARK_UP) from error
    proof.found.still = all(
        isinstance(one, nodes.Output | nodes.TemplateData) for one in tree.find_all(_SAYING)
    )
    proof.found.root = text[: text.index(">") + 1]
    return proof.found


class _Proof:
    """Follows a template; ``stretches`` are its own texts in their order, ``names`` its identifiers."""

    def __init__(self, head: Container[str], kept: Mapping[str, str]) -> None:
        self.head, self.kept = head, kept
        self.in_row = False
        self.in_head = False
        self.found = Proven()
        self.state = State()
        self.loops = 0
        self.stretches: list[str] = []
        self.names: set[tuple[str, str]] = set()

    def block(self, found: Sequence[nodes.Node]) -> None:
        """Follow one node after the other."""
        for node in found:
            if (follow := _FOLLOWED.get(type(node))) is None:
                raise UnprovenError(Detour.STATEMENT)
            follow(self, node)

    def output(self, node: nodes.Output) -> None:
        """Follow what is printed: the template's own text, and values among the words of the page."""
        node.nodes = list(_joined(node.nodes))
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.stretch(child)
            elif self.state.tag != TEXT or not self.state.seen:
                raise UnprovenError(Detour.VALUE)

    def loop(self, node: nodes.For) -> None:
        """Follow a loop that runs, and one that does not."""
        if node.recursive:
            raise UnprovenError(Detour.STATEMENT)
        self.loops += 1
        self.ways([node.body], node.else_)
        self.loops -= 1

    def condition(self, node: nodes.If) -> None:
        """Follow every branch."""
        self.ways([node.body, *(branch.body for branch in node.elif_)], node.else_)

    def ways(self, branches: Sequence[Sequence[nodes.Node]], otherwise: Sequence[nodes.Node]) -> None:
        """Follow each way from where all begin; they must end where they began."""
        begin, ends = self.state, list[State]()
        for branch in (*branches, otherwise):
            self.state = begin
            self.block(branch)
            if not self.state.like(begin):
                raise UnprovenError(Detour.UNEVEN)
            ends.append(self.state)
        self.state = ends[0]
        for end in ends[1:]:
            self.state = either(self.state, end)

    def stretch(self, node: nodes.TemplateData) -> None:
        """Follow a stretch of the template's own text, fitted for printing."""
        text = fitted(node.data, again=self.loops > 0)
        pieces: list[tuple[str, bool]] = []
        parts: list[str] = []
        look = None
        begins: dict[str, int | None] = {}
        for token in tokens(text):
            pieces += self.token(token)
            if (kept := self.kept_block(token, begins, len(parts))) is not None:
                parts.insert(kept, KEPT_BEGINS)
            look = token.start() if token["tag"] == _LOOK else look
            if _LOOK in (token["end"], token["tag"] if token["empty"] else ""):
                self.state = self.state.looking(text[self.sure(look) : token.end()])
            parts += (token.group(), HEAD_ENDS) if self.head_ends() else (token.group(),)
        node.data = "".join(parts)
        self.found.keep(node.data, tuple(pieces), self.state.bindable)
        self.stretches.append(node.data)

    def kept_block(self, token: re.Match[str], begins: dict[str, int | None], place: int) -> int | None:
        """Find where the block begins whose first paragraph says that it is kept with what stands above."""
        if token["tag"] in {PARAGRAPH, ROW}:
            begins[token["tag"]] = place
            self.in_row |= token["tag"] == ROW
        if (style := style_of(token)) is None:
            return None
        first, self.in_row = self.in_row, False
        tag = self.kept.get(style)
        return self.sure(begins.get(tag)) if tag == PARAGRAPH or (tag == ROW and first) else None

    def sure(self, found: T | None) -> T:
        """Give what must have been found in the same stretch."""
        if found is None:
            raise UnprovenError(Detour.MARK_UP)
        return found

    def head_ends(self) -> bool:
        """Tell that a block of the page has just ended in which something of a head stood."""
        tags = [one.tag for one in self.state.open]
        if not self.in_head or tags not in _PAGES:
            return False
        self.in_head = False
        self.found.closing = "".join(f"</{tag}>" for tag in reversed(tags))
        return True

    def token(self, token: re.Match[str]) -> Pieces:
        """Follow one tag, or the words up to the next; give what stands on the page."""
        if token["words"]:
            return self.words(html.unescape(token["words"]))
        if token["end"]:
            self.close(token["end"])
            return ()
        self.name(token["tag"], token["said"])
        self.found.sections |= token["tag"] == SECTION and self.state.tag == "w:pPr"
        if token["tag"].endswith(":chart"):
            raise UnprovenError(Detour.CHART)
        self.in_head |= style_of(token) in self.head
        self.state = self.state.begun(token["tag"], token["said"])
        if token["empty"]:
            self.close(token["tag"])
        return sign_of(token["tag"])

    def words(self, words: str) -> Pieces:
        """Follow words; those of the page may hold no line break and no tab."""
        self.state = self.state.coded(words)
        if self.state.tag != TEXT:
            return ()
        if BREAKS.search(words):
            raise UnprovenError(Detour.BREAKS)
        return ((words, False),) if self.state.seen else ()

    def close(self, tag: str) -> None:
        """Close an element that is whole."""
        if self.state.tag != tag:
            raise UnprovenError(Detour.MARK_UP)
        if not self.state.open[-1].whole:
            self.found.unsure.add(tag)
        self.state = self.state.ended()

    def name(self, tag: str, attributes: str) -> None:
        """Note an identifier that may stand only once."""
        for sort, value in identifiers(tag, attributes, self.state.tag):
            if self.loops or (sort, value) in self.names:
                raise UnprovenError(Detour.TWICE)
            self.names.add((sort, value))


def _joined(found: Iterable[nodes.Expr]) -> Iterator[nodes.Expr]:
    """Make one of texts that stand side by side, as Jinja does when it compiles them."""
    for own, some in groupby(found, key=lambda node: isinstance(node, nodes.TemplateData)):
        together = list(some)
        if own:
            text = "".join(node.data for node in together if isinstance(node, nodes.TemplateData))
            yield nodes.TemplateData(text, lineno=together[0].lineno)
        else:
            yield from together


_FOLLOWED: Final[Mapping[type[nodes.Node], Callable[..., None]]] = {
    nodes.Output: _Proof.output,
    nodes.For: _Proof.loop,
    nodes.If: _Proof.condition,
    nodes.Assign: lambda _, __: None,
}
"""What a template may be made of; macros and the like print in ways of their own."""
