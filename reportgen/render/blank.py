"""The press for pre-printed blanks: a PDF with the words alone, each where the blank's file says.

Words that are too wide for their box are laid out again in smaller letters, as small as the box allows; what
does not fit then is an error, never cut off.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

from jinja2 import Environment, FunctionLoader
from jinja2.exceptions import TemplateSyntaxError

from reportgen.model.artifact import PDF, Artifact, Impression
from reportgen.model.blank import Blank, Box
from reportgen.model.context import Context, Filter, Shape
from reportgen.model.diagnostics import Complaints, Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin
from reportgen.model.values import Blank as Gap
from reportgen.model.values import told
from reportgen.render.engine import engine
from reportgen.render.fonts import FontChoice, find_faces
from reportgen.render.glyphs import missing_glyphs
from reportgen.render.page.ruler import GRID, grid, numbers
from reportgen.render.pdf import dress, printed, sheet_of
from reportgen.render.template.failures import FAILURES, failure
from reportgen.render.template.free import pages_for
from reportgen.render.template.marks import Filled, identifier_of, strip_marks
from reportgen.render.template.names import template_names
from reportgen.render.template.pages import COMPILED

__all__ = ["faults", "impress", "render", "words"]

_STEP: Final = Fraction(1, 2)
"""By how many points letters get smaller."""

_LEADING: Final = Fraction(6, 5)
_MM: Final = Fraction(254, 720)
"""Millimetres to a point."""

_ABOVE: Final = Fraction(3375, 10_000)
"""How far, in parts of their size, letters of Times stand below the middle of their line: half of their
ascent (0,891) less half of their descent (0,216)."""


def faults(blank: Blank, shape: Shape, filters: Collection[str]) -> list[Diagnostic]:
    """Look the boxes over before any is filled: what names, filters and calls are wrong in which of them."""
    return [fault for box in blank.boxes for fault in _faults(box, shape, filters)]


def _faults(box: Box, shape: Shape, filters: Collection[str]) -> Iterator[Diagnostic]:
    try:
        tree = Environment(autoescape=True).parse(box.text)
        for problem in template_names(tree, shape, filters).problems:
            yield Diagnostic(problem.code, box.origin, tuple(problem.values.items()))
    except (TemplateSyntaxError, RecursionError) as error:
        yield _told(error, box)


def words(blank: Blank, context: Context) -> list[str]:
    """Tell what stands in the boxes, those left out in which nothing stands."""
    texts = (" ".join(strip_marks(text).split()) for text in _filled(blank, context))
    return [text for text in texts if text]


def render(blank: Blank, context: Context, *, title: str, date: dt.date | None) -> Artifact:
    """Print the words of one paper where they stand on its blank."""
    made = impress(blank, context, title=title, date=date)
    return made.artifact if isinstance(made, Impression) else made


def impress(blank: Blank, context: Context, *, title: str, date: dt.date | None) -> Artifact | Impression:
    """Do the same, and leave the file of a stamped page to whoever finishes it."""
    about, faces = (title, context.author, date), find_faces(Path("fonts"))
    alone = partial(_laid_out, blank, about, faces)
    html = _page(blank, _filled(blank, context))
    if blank.ruled:
        return alone(html)
    key = (blank.file, tuple(blank.boxes), about, tuple(faces.files.items()))
    return printed(Filled(html), key, alone, faces, Origin(blank.file))


def _laid_out(
    blank: Blank, about: tuple[str, str, dt.date | None], faces: FontChoice, html: str, witness: Any = None
) -> Artifact:
    """Let the engine lay a filled page out and write it."""
    place, sheet = Origin(blank.file), sheet_of(html, Origin(blank.file))
    if witness is not None:
        witness.elements = list(sheet.root.iter())
    complaints = Complaints()
    complaints.extend(missing_glyphs(sheet.script, faces, place))
    dress(sheet.root, *about)
    settle = _Setting(blank, sheet.root, complaints).settle
    pictures = {GRID: grid(blank)} if blank.ruled else {}
    path = Path(blank.file)
    content = engine().print_pdf(
        sheet.root, path, faces, complaints, pictures, settle, witness, identifier=identifier_of(html)
    )
    if complaints.serious:
        raise RenderError(_causes(complaints))
    return Artifact(content, PDF, sheet.script)


def _causes(complaints: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what follows from words that do not fit their box: they lie upon those of the next."""
    found = list(complaints)
    narrow = any(one.code == "blank-too-narrow" for one in found)
    return [one for one in found if not (narrow and one.code == "words-unreadable")]


def _filled(blank: Blank, context: Context) -> list[str]:
    """Fill the boxes, values marked.

    Raises:
        RenderError: a value is still missing, or was not given.

    """
    missing: list[Diagnostic] = []
    texts = [_text(box, context, missing) for box in blank.boxes]
    if missing:
        raise RenderError(missing)
    return texts


def _text(box: Box, context: Context, missing: list[Diagnostic]) -> str:
    gaps: list[object] = []
    noting = partial(_noting, gaps)
    filters = {name: noting(one) for name, one in context.filters.items()}
    noticed = replace(context, filters=filters, shown=noting(context.shown))
    environment = pages_for(noticed, FunctionLoader(lambda _: (box.text, None, None)))
    environment.bytecode_cache = COMPILED
    try:
        text = environment.get_template(f"{box.origin}").render(context.values)
    except FAILURES as error:
        missing.append(_told(error, box))
        return ""
    if gaps:
        missing.append(report("blank-gap", box.origin, print=box.text, more=""))
    return text


def _noting(gaps: list[object], form: Filter) -> Any:
    """Notice whoever wants a missing value to be printed: its place is on the blank for good."""

    def noted(value: object, *rest: object, **named: object) -> object:
        if isinstance(value, Gap):
            gaps.append(value)
        return form(value, *rest, **named)

    return noted


def _told(error: Exception, box: Box) -> Diagnostic:
    code, said = failure(error)
    values: Mapping[str, Any] = said
    return report(code, box.origin, **values)


def _page(blank: Blank, texts: list[str]) -> str:
    """Write the page: every box a paragraph of its own."""
    boxes = "".join(
        f'<p class="box" id="box-{number}" style="{_style(blank, box, box.letters)}">{text}</p>'
        for number, (box, text) in enumerate(zip(blank.boxes, texts, strict=True))
        if strip_marks(text).strip()
    )
    ruled = numbers(blank) if blank.ruled else ""
    return (
        f"<!DOCTYPE html><html><head><style>{_sheet(blank)}</style></head><body>{boxes}{ruled}</body></html>"
    )


def _sheet(blank: Blank) -> str:
    """Write the style sheet: a page of the blank's size, and on it nothing but its boxes."""
    framed = f"outline: .1mm solid #888 }} html {{ background: url({GRID}) no-repeat" if blank.ruled else ""
    return (
        f"@page {{ size: {_mm(blank.width)} {_mm(blank.height)}; margin: 0; @top-center {{ content: none }}"
        " @top-left { content: none } @top-right { content: none } }"
        f"p.box {{ position: absolute; margin: 0; text-indent: 0; {framed} }}"
        "p.ruler { position: absolute; margin: 0; text-indent: 0; font-size: 6pt; line-height: 1 }"
    )


def _style(blank: Blank, box: Box, size: Fraction | int) -> str:
    """Say where a box stands with letters of a size, so that the words stand on its line."""
    leading = Fraction(box.apart or size * _LEADING * _MM)
    top = box.down - leading / 2 - size * _MM * _ABOVE
    return (
        f"left: {_mm(box.left + blank.right)}; top: {_mm(top + blank.lower)}; width: {_mm(box.width)};"
        f"line-height: {_mm(leading)}; font-size: {float(size)}pt; text-align: {box.align};"
        f"font-weight: {'bold' if box.bold else 'normal'}; font-style: {'italic' if box.italic else 'normal'}"
    )


def _mm(length: Fraction | int) -> str:
    return f"{float(length):.3f}mm"


@dataclass(slots=True)
class _Setting:
    """Makes letters smaller where words do not fit, and complains where they must not get smaller.

    Where everybody can see by the frames what does not fit, there is nothing to complain of.
    """

    blank: Blank
    root: Element
    complaints: Complaints
    sizes: dict[int, Fraction | int] = field(default_factory=dict)

    def settle(self, pages: Any) -> bool:
        """Mend what does not fit; tell whether anything was mended."""
        from reportgen.render.page.looks import overfull  # noqa: PLC0415  # it loads Pango, as the engine does

        elements = {element.get("id"): element for element in self.root.iter("p")}
        mended = False
        stuck: list[Box] = []
        for number in overfull(pages, {n: box.lines for n, box in enumerate(self.blank.boxes)}):
            box = self.blank.boxes[number]
            size = self.sizes.get(number, box.letters)
            if size > box.smallest:
                self.sizes[number] = max(size - _STEP, box.smallest)
                elements[f"box-{number}"].set("style", _style(self.blank, box, self.sizes[number]))
                mended = True
            else:
                stuck.append(box)
        if not mended and not self.blank.ruled:
            self.complaints.extend(self._stuck(elements, stuck))
        return mended

    def _stuck(self, elements: Mapping[str | None, Element], boxes: list[Box]) -> Iterator[Diagnostic]:
        for box in boxes:
            element = elements[f"box-{self.blank.boxes.index(box)}"]
            yield report(
                "blank-too-narrow",
                box.origin,
                text=" ".join("".join(element.itertext()).split()),
                width=told(box.width),
                lines=box.lines,
                letters=told(box.smallest),
            )
