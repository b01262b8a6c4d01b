"""From a kind's HTML page to the blocks it is made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from lxml import etree

from tools.word.blocks import (
    Argument,
    Block,
    Cell,
    Command,
    PageError,
    Part,
    Recipients,
    Row,
    Section,
    Table,
    Words,
)
from tools.word.xml import Element

_TAG: Final = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_BODY: Final = re.compile(r"<body(.*?)>(.*)</body>", re.DOTALL)
_SAMPLE: Final = re.compile(r'{% if (\w+) %} class="sample"{% endif %}')
_SPACES: Final = re.compile(r"[ \t\n]+")
_CALL: Final = re.compile(r"(\w+)\((.*)\)", re.DOTALL)
_NAMED: Final = re.compile(r"(\w+)=(?!=)(.*)", re.DOTALL)
_COLUMN: Final = re.compile(r"width: (\d+(?:\.\d+)?)mm")
_TEXTS: Final = frozenset({"p", "h1", "h2", "h3", "li"})
_HOLDERS: Final = frozenset({"div", "section", "article", "ul"})
_CELLS: Final = {"th": "head", "td": "text"}
_PHOTOS: Final = "MỘT SỐ HÌNH ẢNH"
"""What an appendix of photos is called."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's blocks, and the name that says whether it is a sample."""

    blocks: Sequence[Block]
    sample: str


@dataclass(frozen=True, slots=True)
class _Tag:
    """One Jinja tag without its braces; ``printed`` where it prints a value."""

    inner: str
    printed: bool

    @property
    def written(self) -> str:
        return f"{{{{ {self.inner} }}}}" if self.printed else f"{{% {self.inner} %}}"

    @property
    def keyword(self) -> str:
        return "" if self.printed else self.inner.split(maxsplit=1)[0]


_Node = str | _Tag | Element


def read_page(html: str) -> Page:
    """Read the body of a page."""
    found = _BODY.search(html)
    if found is None:
        raise PageError("there is no body")
    sample = _SAMPLE.search(found[1])
    reader = _Reader()
    nodes = reader.nodes(_parsed(found[2], reader.tags))
    return Page(tuple(reader.blocks(nodes, "")), sample[1] if sample else "")


def _parsed(body: str, tags: list[_Tag]) -> Element:
    """Put a numbered comment in the place of each tag, where any element may hold it."""

    def kept(found: re.Match[str]) -> str:
        written = found.group()
        if written.startswith("{#"):
            return ""
        tags.append(_Tag(written[2:-2].strip(), written.startswith("{{")))
        return f"<!--{len(tags) - 1}-->"

    return etree.fromstring(f"<body>{_TAG.sub(kept, body)}</body>")


@dataclass(slots=True)
class _Reader:
    tags: list[_Tag] = field(default_factory=list)
    macros: dict[str, Sequence[_Node]] = field(default_factory=dict)

    def nodes(self, element: Element) -> Iterator[_Node]:
        """List texts, tags and elements inside an element as they follow each other."""
        yield element.text or ""
        for child in element:
            yield child if isinstance(child.tag, str) else self.tags[int(child.text or "")]
            yield child.tail or ""

    def blocks(self, nodes: Iterable[_Node], inside: str) -> Iterator[Block]:
        """Read what stands one below the other; macros are kept for where they are called."""
        following = iter(nodes)
        for node in following:
            if isinstance(node, str):
                _refuse_text(node)
            elif not isinstance(node, _Tag):
                yield from self.element(node, inside)
            elif node.keyword == "macro":
                name = node.inner.split(maxsplit=1)[1].removesuffix("()")
                self.macros[name] = tuple(takewhile(lambda one: not _ends_macro(one), following))
            elif node.printed:
                yield _opened(self.part(node.inner))
            elif node.keyword != "from":
                yield Command(node.inner)

    def element(self, element: Element, inside: str) -> Iterator[Block]:
        """Read an element that stands in a line of its own."""
        name, sort = str(element.tag), element.get("class", "")
        if name in _TEXTS:
            role = f"{name}.{sort}" if sort else name
            yield Words(self.line(self.nodes(element)), f"{inside} {role}".strip())
        elif name == "section" and sort.startswith("appendix"):
            yield Section(tuple(self.blocks(self.nodes(element), "")), wide="wide" in sort)
        elif sort == "recipients":
            yield Recipients(tuple(self.blocks(self.nodes(element), sort)))
        elif name in _HOLDERS:
            yield from self.blocks(self.nodes(element), sort or inside)
        elif name == "table":
            yield self.table(element, sort)
        else:
            raise PageError(f"<{name}> cannot be drawn")

    def line(self, nodes: Iterable[_Node]) -> str:
        """Write texts and tags of one line side by side; spaces that hold words together stay."""
        return " ".join(_SPACES.split("".join(_inline(node) for node in nodes))).strip(" ")

    def part(self, call: str) -> Part:
        """Read a call of a part of the form, and of what is handed to it."""
        found = _CALL.fullmatch(call)
        if found is None:
            raise PageError(f"{{{{ {call} }}}} stands outside a paragraph")
        pieces = [_NAMED.fullmatch(piece) or piece for piece in _split(found[2])]
        return Part(
            found[1],
            [self.argument(piece) for piece in pieces if isinstance(piece, str)],
            {piece[1]: self.argument(piece[2]) for piece in pieces if not isinstance(piece, str)},
        )

    def argument(self, written: str) -> Argument:
        """Read an expression, a text in quotes, a macro of the page or a part of the form."""
        if written.startswith('"'):
            return Argument(written, written.strip('"'))
        found = _CALL.fullmatch(written)
        if found is None:
            return Argument(written, f"{{{{ {written} }}}}")
        nodes = self.macros.get(found[1])
        if nodes is None:
            return Argument(written, "", (self.part(written),))
        if any(isinstance(node, Element) for node in nodes):
            return Argument(written, "", tuple(self.blocks(nodes, "")))
        return Argument(written, self.line(nodes))

    def table(self, table: Element, sort: str) -> Table:
        """Read a table: its caption, the rows of its head, and rows and statements of its body."""
        parts = {str(part.tag): part for part in table if isinstance(part.tag, str)}
        head, body = self.rows(parts["thead"]), tuple(self.rows(parts["tbody"]))
        nodes = list(self.nodes(parts["caption"]))
        units = [node for node in nodes if isinstance(node, Element) and node.get("class") == "unit"]
        caption = self.line(node for node in nodes if node not in units)
        unit = "".join(self.line(self.nodes(one)) for one in units)
        first = [_width(column) for column in parts.get("colgroup", ())]
        return Table(
            caption, [row for row in head if isinstance(row, Row)], body, unit, first, whole=sort == "whole"
        )  # fmt: skip

    def rows(self, part: Element) -> Iterator[Row | Command]:
        """Read the rows of a table's head or body."""
        for node in self.nodes(part):
            if isinstance(node, str):
                _refuse_text(node)
            elif isinstance(node, _Tag):
                yield Command(node.inner)
            else:
                yield Row([self.cell(cell) for cell in node], node.get("class") == "total")

    def cell(self, cell: Element) -> Cell:
        """Read one cell."""
        sort = "row" if cell.get("scope") == "row" else cell.get("class", _CELLS[str(cell.tag)])
        across, down = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
        if across > 1 and down > 1:
            raise PageError("a cell goes both across and down")
        return Cell(self.line(self.nodes(cell)), sort, across, down)


def _opened(part: Part) -> Block:
    """Take the appendix of photos for the appendix that it is: a head, and the photos below."""
    if part.name != "photo_appendix":
        return part
    label, note, shown = part.given
    title = Argument(f'"{_PHOTOS}"', _PHOTOS)
    return Section([Part("appendix_head", [label, title, note]), Part("photo_pages", [shown], part.named)])


def _width(column: Element) -> float:
    """Read how wide a column is from its own style, the only one that Word can be told."""
    said = _COLUMN.fullmatch(column.get("style", ""))
    if said is None:
        raise PageError("a column has no width in millimetres")
    return float(said[1])


def _ends_macro(node: _Node) -> bool:
    return isinstance(node, _Tag) and node.keyword == "endmacro"


def _inline(node: _Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, _Tag):
        return node.written
    raise PageError(f"<{node.tag}> stands inside a line")


def _refuse_text(text: str) -> None:
    if text.strip():
        raise PageError(f"'{text.strip()}' stands outside a paragraph")


def _split(arguments: str) -> Iterator[str]:
    """Split at the commas that stand outside parentheses and quotes."""
    depth, quoted, start = 0, False, 0
    for place, sign in enumerate(arguments):
        quoted ^= sign == '"'
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth and not quoted:
            yield arguments[start:place].strip()
            start = place + 1
    if arguments.strip():
        yield arguments[start:].strip()
