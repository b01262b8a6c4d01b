"""The paragraphs of a part of a Word file, as somebody reads them who opens it.

Left out are the numbers of pages, hidden text, deleted text, and what Word keeps twice.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.readback.word_eye import Eye, symbol
from reportgen.readback.word_known import STRICT, is_known, understood

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGE_NUMBERS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_ON: Final = (None, "1", "true", "on")
_OLDER: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_tree(root: Any, eye: Eye | None, charts: Mapping[str, Sequence[str]]) -> list[str]:
    """Read the tree of a part; ``charts`` say what is on them, by the ids that the part calls them by."""
    reader = _Reader(charts, eye)
    reader.visit(root)
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    """Goes through one part; ``fields`` are the codes of the fields that are open.

    ``saying`` counts those of them that say still what they are: none of that is shown.
    ``charts`` gives what each chart of the part says, by the id that the part calls it by; with an
    ``eye`` only what that reads is read.
    """

    charts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    eye: Eye | None = None
    pieces: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    saying: list[bool] = field(default_factory=list)

    def visit(self, element: Any) -> None:
        """Read an element by what it is; what is not named here is read through, as far as Word knows it."""
        read = _READERS.get(element.tag)
        if read is not None:
            read(self, element)
        elif isinstance(element.tag, str) and is_known(element.tag):
            self.inside(element)

    def inside(self, element: Any) -> None:
        """Read what an element holds."""
        for child in element:
            self.visit(child)

    def paragraph(self, element: Any) -> None:
        """Read a paragraph as a piece of its own; a text box inside it is read where it is anchored."""
        self.break_off()
        if self.eye is None or self.eye.finds(element):
            self.inside(element)
        self.break_off()

    def area(self, element: Any) -> None:
        """Read a table, or a row or a cell of one, that can be seen."""
        if self.eye is None or self.eye.finds(element):
            self.inside(element)

    def either(self, element: Any) -> None:
        """Read what is said in several ways in the one that Word takes: the first that it understands."""
        ways = (one for one in element if one.tag == _OLDER or understood(one))
        for one in ways:
            self.inside(one)
            return

    def run(self, element: Any) -> None:
        """Read a run that can be seen."""
        hidden = element.findall(f"{_W}rPr/{_W}vanish")
        if hidden and all(one.get(f"{_W}val") in _ON for one in hidden):  # of anything else programs show it
            return
        if self.eye is None or self.eye.reads(element):
            self.inside(element)
        else:
            self.line.append(" ")  # words beside it are words of their own

    def text(self, element: Any) -> None:
        """Read letters, unless Word counts them itself, or a field says so what it is."""
        if not any(self.saying) and not any(_is_page_number(code) for code in self.fields):
            self.line += element.itertext()  # of what stands within letters, programs show some

    def symbol(self, element: Any) -> None:
        """Read a symbol that looks like a digit, where somebody looks closely."""
        self.line.append("" if self.eye is None else symbol(element))

    def field_mark(self, element: Any) -> None:
        """Begin or end a field."""
        sort = element.get(f"{_W}fldCharType")
        if sort == "begin":
            self.fields.append("")
            self.saying.append(True)
        elif sort == "separate" and self.saying:
            self.saying[-1] = False
        elif sort == "end" and self.fields:
            self.fields.pop()
            self.saying.pop()

    def field_code(self, element: Any) -> None:
        """Note what the field says; outside of any it is shown."""
        if self.fields:
            self.fields[-1] += "".join(element.itertext())
        else:
            self.text(element)

    def simple_field(self, element: Any) -> None:
        """Read a field that is one element."""
        if not _is_page_number(element.get(f"{_W}instr", "")):
            self.inside(element)

    def space(self, _: Any) -> None:
        """Read a tab or a line break."""
        self.line.append(" ")

    def hyphen(self, _: Any) -> None:
        """Read the hyphen at which no line breaks."""
        self.line.append("\u2011")

    def chart(self, element: Any) -> None:
        """Read a chart where it stands, a piece for each of its words."""
        self.break_off()
        self.pieces += self.charts.get(element.get(_ID, ""), ())

    def nothing(self, _: Any) -> None:
        """Pass over what cannot be seen."""

    def break_off(self) -> None:
        """End a piece."""
        if self.line:
            self.pieces.append("".join(self.line))
            self.line = []

    def finish(self) -> list[str]:
        """Give all pieces."""
        self.break_off()
        return self.pieces


def _is_page_number(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in _PAGE_NUMBERS


_READERS: Final[Mapping[str, Callable[[_Reader, Any], None]]] = {
    f"{_W}p": _Reader.paragraph,
    f"{_W}tbl": _Reader.area,
    f"{_W}tr": _Reader.area,
    f"{_W}tc": _Reader.area,
    f"{_W}r": _Reader.run,
    f"{_W}t": _Reader.text,
    f"{_W}delText": _Reader.text,  # where nothing is deleted
    f"{STRICT}p": _Reader.paragraph,
    f"{STRICT}t": _Reader.text,
    f"{_W}sym": _Reader.symbol,
    f"{_W}tab": _Reader.space,
    f"{_W}br": _Reader.space,
    f"{_W}cr": _Reader.space,
    f"{_W}noBreakHyphen": _Reader.hyphen,
    f"{_W}fldChar": _Reader.field_mark,
    f"{_W}instrText": _Reader.field_code,
    f"{_W}fldSimple": _Reader.simple_field,
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": _Reader.chart,
    f"{_W}pPr": _Reader.nothing,
    f"{_W}rPr": _Reader.nothing,
    f"{_W}del": _Reader.nothing,
    f"{_W}moveFrom": _Reader.nothing,
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": _Reader.either,
}
