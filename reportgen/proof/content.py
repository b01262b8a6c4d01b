"""What is drawn on a page, operator by operator: in which marks, with which fonts and letters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault

_PAINTING: Final = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"))
_TEXT: Final = frozenset(("Tj", "TJ", "'", '"'))
_DEEPEST: Final = 20
_ARTIFACT: Final = "/Artifact"


@dataclass(slots=True)
class Page:
    """One page: its marked contents by id, the codes it shows of each font, and what stands in no mark."""

    number: int
    tags: dict[int, str] = field(default_factory=dict)
    fonts: dict[tuple[int, int], pikepdf.Object] = field(default_factory=dict)
    codes: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def complain(self, clause: str, what: str) -> None:
        """Note a fault once."""
        fault = Fault(clause, what, self.number)
        if fault not in self.faults:
            self.faults.append(fault)


def read_pages(pdf: pikepdf.Pdf) -> list[Page]:
    """Go through the contents of every page."""
    found: list[Page] = []
    for number, page in enumerate(pdf.pages, 1):
        shown = Page(number)
        _Walk(shown, page.obj.get("/Resources", pikepdf.Dictionary())).through(page)
        found.append(shown)
    return found


@dataclass(slots=True)
class _Walk:
    """A way through one content stream; ``marks`` are the tags that are open, outermost first."""

    page: Page
    resources: Any
    marks: list[str] = field(default_factory=list)
    font: pikepdf.Object | None = None
    deep: int = 0

    def through(self, content: Any) -> None:
        """Follow every operator."""
        outside = len(self.marks)
        for step in pikepdf.parse_content_stream(content):
            name, operands = str(step.operator), step.operands
            if name in _TEXT or name in _PAINTING:
                self.paint(name, operands)
            else:
                _OPERATORS.get(name, _Walk.nothing)(self, operands)
        if len(self.marks) != outside:
            self.page.complain("ISO 32000-1 14.6", phrase("a marked content is not closed"))

    def paint(self, name: str, operands: Any) -> None:
        """Note what is painted: text by its letters, groups by what is in them."""
        inner = self._group(operands) if name == "Do" else None
        if inner is None and not self.marks:
            self.page.complain("ISO 14289-1 7.1", phrase("something is neither tagged nor an artifact"))
        if name in _TEXT:
            self._show(operands)
        if inner is not None and self.deep < _DEEPEST:
            resources = inner.get("/Resources", self.resources)
            _Walk(self.page, resources, self.marks, self.font, self.deep + 1).through(inner)

    def open(self, operands: Any) -> None:
        """Open a mark, with its id if it has one."""
        tag, properties = str(operands[0]), operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.get("/Properties", {}).get(str(properties))
        artifact = tag == _ARTIFACT
        if artifact and any(mark != _ARTIFACT for mark in self.marks):
            self.page.complain("ISO 14289-1 7.1", phrase("an artifact stands inside tagged content"))
        if not artifact and _ARTIFACT in self.marks:
            self.page.complain("ISO 14289-1 7.1", phrase("tagged content stands inside an artifact"))
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            self._number(int(properties["/MCID"]), tag)
        self.marks.append(tag)

    def close(self, _: Any) -> None:
        """Close the last mark."""
        if self.marks:
            self.marks.pop()
        else:
            self.page.complain("ISO 32000-1 14.6", phrase("a marked content is closed that was not opened"))

    def set_font(self, operands: Any) -> None:
        """Take another font."""
        self.font = self.resources.get("/Font", {}).get(str(operands[0]))

    def set_state(self, operands: Any) -> None:
        """Take a graphics state, which may set a font too."""
        state = self.resources.get("/ExtGState", {}).get(str(operands[0]), {})
        if "/Font" in state:
            self.font = state["/Font"][0]

    def nothing(self, _: Any) -> None:
        """Pass over what neither marks nor paints."""

    def _number(self, mark: int, tag: str) -> None:
        if mark in self.page.tags:
            self.page.complain(
                "ISO 32000-1 14.7.4", phrase("the marked content id {mark} is used twice", mark=mark)
            )
        self.page.tags[mark] = tag

    def _group(self, operands: Any) -> pikepdf.Object | None:
        drawn = self.resources.get("/XObject", {}).get(str(operands[0]))
        return drawn if drawn is not None and drawn.get("/Subtype") == "/Form" else None

    def _show(self, operands: Any) -> None:
        if self.font is None:
            self.page.complain("ISO 32000-1 9.3", phrase("text is shown without a font"))
            return
        place = self.font.objgen
        self.page.fonts[place] = self.font
        codes = self.page.codes.setdefault(place, set())
        for text in _strings(operands):
            codes.update(_codes(bytes(text), wide=self.font.get("/Subtype") == "/Type0"))


def _strings(operands: Any) -> Iterator[Any]:
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield operand
        elif isinstance(operand, pikepdf.Array):
            yield from (one for one in operand if isinstance(one, pikepdf.String))


def _codes(text: bytes, *, wide: bool) -> Iterator[int]:
    return (a << 8 | b for a, b in zip(text[::2], text[1::2], strict=False)) if wide else iter(text)


_OPERATORS: Final[Mapping[str, Any]] = {
    "BDC": _Walk.open,
    "BMC": _Walk.open,
    "EMC": _Walk.close,
    "Tf": _Walk.set_font,
    "gs": _Walk.set_state,
}
