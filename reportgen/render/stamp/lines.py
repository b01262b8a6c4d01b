"""Paragraphs of a page that is laid out, set again with other words by the engine's own rules.

WeasyPrint 70 is asked for one paragraph at a time: it breaks the lines, places them and draws their letters
as it does for a whole page (`iter_line_boxes`, `draw_text`). Nothing of its arithmetic is repeated here.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Final

from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.inline import iter_line_boxes
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import split_first_line

from reportgen.render.page.faces import unused
from reportgen.render.stamp.case import Case
from reportgen.render.stamp.justified import TAUGHT
from reportgen.render.stamp.run import Run

_BEGIN: Final = b"BT"
_MOST_KNOWN: Final = 1024
_FLOWING: Final = (
    boxes.BlockBox,
    boxes.TableBox,
    boxes.TableRowBox,
    boxes.TableRowGroupBox,
    boxes.TableCellBox,
)
_PLAIN: Final = {
    "text_decoration_line": ("none",),
    "text_transform": ("none",),
    "letter_spacing": ("normal",),
    "word_spacing": (0,),
    "white_space": ("normal", "nowrap", "pre-wrap"),
    "direction": ("ltr",),
    "visibility": ("visible",),
    "hyphens": ("none", "manual"),
}
"""The styles of words that can be set again."""

_TOLD_ELSEWHERE: Final = ("bookmark_level", "string_set")
"""Styles by which a paragraph's words stand elsewhere as well: in the outline, in a margin."""


Room = tuple[int, float]
"""How many lines words take, and how many CSS pixels of the last one they leave."""


@dataclass(slots=True)
class _Nothing:
    """What the engine wants to know of the page round a paragraph: no shape stands in its way."""

    excluded_shapes: list[Any] = field(default_factory=list)
    dictionaries: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain words; each of its lines is one text. What was set before is remembered.

    ``runs`` are the lines as they were drawn. ``stays`` tells whether other words leave the paper's head as
    it is (`heads`).
    """

    block: Any
    lines: Sequence[Any]
    source: Any
    case: Case
    runs: Sequence[Run] = ()
    known: dict[str, Sequence[Run] | None] = field(default_factory=dict)
    stays: Callable[[str], bool] = lambda _: True

    @property
    def words(self) -> str:
        """Give what it says, as the engine sets it."""
        return " ".join(line.text for line in self.lines)

    def count(self, text: str) -> int:
        """Tell how many lines other words take."""
        lines = self.case.lines(text) if self.stays(text) else None
        return len(self._broken(text)) if lines is None else len(lines)

    def room(self, text: str) -> Room:
        """Tell how many lines other words take, and how much of the last one they leave."""
        broken = self._broken(text)
        return len(broken), float(self.block.width - broken[-1].width) if broken else 0

    def set(self, text: str) -> Sequence[Run] | None:
        """Set other words where these stand; nothing where they take more or fewer lines, or another face."""
        if text not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[text] = self._set(text)
        return self.known[text]

    def _set(self, text: str) -> Sequence[Run] | None:
        composed = self.case.compose(text)
        if composed is None:
            composed = self._composed_after_lesson(text)
        if composed is not None and not composed:
            return None
        if composed and not self.case.must_be_compared:
            return composed
        runs = self._set_by_engine(text)
        if composed and runs != composed:
            self.case.is_sound = self.case.fount.is_sound = False
        return runs

    def _composed_after_lesson(self, text: str) -> Sequence[Run] | None:
        """Let the engine set a line with the spaces and digits that lack, wherever it ends; try again."""
        line = self.case.lesson(text)
        if not line:
            return None
        self.case.fount.can_study = self._study(line, alone=self.case.lacks_alone(text))
        return self.case.compose(text)

    def _study(self, text: str, *, alone: bool) -> bool:
        """Let the engine set words on one line, wherever it ends, to keep their letters."""
        box = self._on_one_line(text)
        wide = self._on_one_line(text, TAUGHT) if alone else None
        run = drawn(box, self.runs[:1])
        return self.case.study(text, box, run, wide and (wide, drawn(wide, self.runs[:1])))

    def _on_one_line(self, text: str, spacing: float = 0) -> Any:
        box = self.lines[0].copy_with_text(text)
        box.justification_spacing = spacing
        box.pango_layout, _, _, box.width, *_ = split_first_line(text, box.style, None, None, spacing)
        return box

    def _set_by_engine(self, text: str) -> Sequence[Run] | None:
        broken = self._broken(text)
        if len(broken) != len(self.lines):
            return None
        runs = [drawn(line, self.runs[:1]) for line in broken]
        whole = [run for run in runs if run]
        if len(whole) != len(runs):
            return None
        if not self.case.breaks:
            self.case.study(text, broken[0], whole[0])
        for one in (text, *(line.text for line in broken)) if self.case.breaks else ():
            alone = self.case.lacks_alone(one)
            if alone or self.case.fount.lacking(one):
                self._study(one, alone=alone)
        self.case.learn(text, whole)
        return whole

    def _broken(self, text: str) -> list[Any]:
        """Break words into lines, each where it stands on the page; heights stay; none that does not fit."""
        whole = self.lines[0].copy_with_text(text)
        whole.justification_spacing = 0
        source = self.source.copy_with_children([whole])
        found = iter_line_boxes(
            _Nothing(), source, self.source.position_y, -inf, None, self.block, [], [], None, None
        )
        texts: list[Any] = []
        for line, _ in found:
            if not texts:  # the engine indents the next ones by nothing
                self.case.indent = source.text_indent
            texts += line.children
        for text_box, line in zip(texts, self.lines, strict=False):
            text_box.position_y, text_box.baseline = line.position_y, line.baseline
        return texts if self.stays(text) and not self._stand_out(texts) else []

    def _stand_out(self, texts: Sequence[Any]) -> bool:
        """Ask whether words that are never broken are wider than their place."""
        never = self.lines[0].style["white_space"] == "nowrap"
        return never and any(text.width > self.block.width for text in texts)


def paragraphs(page: Any) -> Iterator[tuple[Any, Paragraph]]:
    """Find the paragraphs of a page that can be set again, each with its element."""
    yield from _below(page)


def _below(box: Any) -> Iterator[tuple[Any, Paragraph]]:
    children = getattr(box, "children", ())
    if children and all(isinstance(child, boxes.LineBox) for child in children):
        if (found := _paragraph(box)) is not None:
            yield box.element, found
        return
    for child in (one._box if isinstance(one, AbsolutePlaceholder) else one for one in children):  # noqa: SLF001
        if isinstance(child, _FLOWING) and _flows(child):
            yield from _below(child)


def _flows(box: Any) -> bool:
    """Ask whether a box is as wide as its place, whatever stands in it."""
    style = box.style
    if style["position"] == "absolute":
        return "auto" not in (style["width"], style["left"], style["top"])
    if style["float"] != "none" or style["position"] not in ("static", "relative"):
        return False
    return not isinstance(box, boxes.TableBox) or (
        style["table_layout"] == "fixed" and style["width"] != "auto"
    )


def _paragraph(block: Any) -> Paragraph | None:
    lines = [line.children[0] for line in block.children if len(line.children) == 1]
    own = isinstance(block, boxes.BlockBox) and block.element is not None and len(block.element) == 0
    if not own or len(lines) != len(block.children) or any(block.style[n] != "none" for n in _TOLD_ELSEWHERE):
        return None
    if not all(_is_plain(line, block.element) for line in lines):
        return None
    downs = [line.position_y + line.baseline for line in lines]
    return Paragraph(block, lines, block.children[0], Case(block, lines[0].style, downs))


def _is_plain(text: Any, element: Any) -> bool:
    if not isinstance(text, boxes.TextBox) or text.element is not element:
        return False
    return all(text.style[name] in allowed for name, allowed in _PLAIN.items())


def drawn(text: Any, known: Iterable[Run] = ()) -> Run | None:
    """Draw a text as the engine would, in the face of a known run where it has that.

    Nothing where it takes more than one face: a new one takes as much memory as its file.
    """
    faces = {run.key: unused(run.face) for run in known}
    stream = Stream(faces, None, {"ExtGState": {}}, {}, None, {}, None)
    draw_text(stream, text.copy(), 0, "clip", "none")
    used = [(key, face) for key, face in faces.items() if face.widths]
    if len(used) != 1 or stream.stream.count(_BEGIN) != 1:
        return None
    ((key, face),) = used
    if face.missing or face.bitmap:
        return None
    items = stream.stream[stream.stream.index(_BEGIN) :]
    return Run.of(items, key, face)


def texts_of(found: Iterable[Any]) -> Iterator[Any]:
    """Take the texts that are drawn out of all boxes of a page."""
    for box in found:
        if isinstance(box, boxes.TextBox) and box.text.strip() and box.style["visibility"] == "visible":
            yield box
