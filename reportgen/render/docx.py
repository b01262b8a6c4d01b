"""The press for Word: a template in docxtpl's dialect becomes a document, and no value is lost on the way."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Final

from jinja2 import Environment, Template
from jinja2.exceptions import TemplateSyntaxError

from reportgen.model.artifact import DOCX, Artifact, Script
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.formula import Name
from reportgen.model.phrase import phrase
from reportgen.render.assembly import Assembly
from reportgen.render.cells import FILTERS as CELL_FILTERS
from reportgen.render.cells import Cells, fit_grid
from reportgen.render.controls import Controls
from reportgen.render.core_properties import About, with_properties, written
from reportgen.render.draft import marked_template
from reportgen.render.drawings import Hangings
from reportgen.render.environment import ReportEnvironment
from reportgen.render.failures import FAILURES, failure, line_of
from reportgen.render.free import environment_for
from reportgen.render.inserts import FILTERS as INSERT_FILTERS
from reportgen.render.inserts import part_paragraphs, put_in
from reportgen.render.marks import CLOSE, OPEN, strip_marks
from reportgen.render.names import template_names
from reportgen.render.package import PackageError, pack, parse
from reportgen.render.places import TABLE, Element
from reportgen.render.retyping import BRACES
from reportgen.render.rich import spread
from reportgen.render.tidy import tidy
from reportgen.render.word_end import keep_last_lines
from reportgen.render.word_head import fit_head
from reportgen.render.word_template import TemplatePart, WordTemplate, read_template
from reportgen.render.word_text import PageText, emitted_in, take_text

_BRACES: Final = re.compile("|".join((f"{OPEN}[^{CLOSE}]*{CLOSE}", *map(re.escape, BRACES))))
"""Printed values, which stay as they are, and what stands for braces beside them."""

_TOLD: Final = "unknown-part"
"""A Word template has no parts, and that is told of every tag that wants one."""

_OWN: Final = {**CELL_FILTERS, **INSERT_FILTERS}
"""Filters that tags are typed as which Jinja does not know; templates cannot name them."""

_NOTHING: Final = phrase("nothing")


def names(
    path: Path, shown: str, shape: Shape, filters: Collection[str], *, free: bool = False
) -> tuple[list[Diagnostic], frozenset[Name]]:
    """Look a template over before it is filled; give its mistakes and the declared names that it quotes."""
    template = read_template(path.read_bytes(), shown, free=free)
    found, quoted = list(template.diagnostics), frozenset[Name]()
    for part in template.filled:
        try:
            tree = Environment(autoescape=True).parse(part.source.text)
            spoken = template_names(tree, shape, [*filters, *_OWN], free=free)
        except (TemplateSyntaxError, RecursionError) as error:
            # a fault that was told already, such as a block without its end, is what Jinja stumbles over
            found += [] if template.diagnostics else [_told(error, part)]
            continue
        found += [
            _diagnostic(one.code, part, one.line, one.values) for one in spoken.problems if one.code != _TOLD
        ]
        quoted |= spoken.quoted
    return found, quoted


def render(path: Path, context: Context, *, title: str, date: dt.date | None) -> Artifact:
    """Make a Word document from a template and its context."""
    content = path.read_bytes()
    marked = marked_template(content) if context.draft else content
    template = read_template(marked, str(path), free=context.free)
    if any(diagnostic.stops for diagnostic in template.diagnostics):
        raise RenderError(template.diagnostics)
    environment = environment_for(context)
    environment.filters.update(_OWN)
    environment.styles = template.styles
    assembly = Assembly(template.package, Controls(context.figures))
    pages = {part.name: _fill(part, template, environment, context, assembly) for part in template.parts}
    said = About(title, context.author, date)
    parts = _with_properties(template, environment, context) or with_properties(template.package, said)
    parts |= {name: page.content for name, page in pages.items()}
    pieces = [piece for page in pages.values() for piece in page.pieces]
    names = [name for page in pages.values() for name in page.names]
    margins = sum(len(pages[part.name].pieces) for part in template.parts if part.in_margin)
    return Artifact(pack(assembly.applied(parts)), DOCX, Script(pieces, names, margins))


def _with_properties(
    template: WordTemplate, environment: ReportEnvironment, context: Context
) -> dict[str, bytes]:
    """Give the parts with the template's own properties, filled; none where it has none or a kind's title."""
    if (part := template.properties) is None:
        return {}
    environment.begin(words_only=True)
    try:
        text = strip_marks(_compiled(part, template, environment).render(context.values))
    except FAILURES as error:
        raise RenderError([_told(error, part)]) from error
    root = _tree(text, part)
    return {**template.package.parts, part.name: written(root)}


def _fill(
    part: TemplatePart,
    template: WordTemplate,
    environment: ReportEnvironment,
    context: Context,
    assembly: Assembly,
) -> PageText:
    environment.begin()
    try:
        text = _compiled(part, template, environment).render(context.values)
    except FAILURES as error:
        raise RenderError([_told(error, part)]) from error
    root = _tree(text, part)
    found = emitted_in(root)
    cells = Cells(part.file, part.cells)
    cells.settle(root)
    for table in root.iter(TABLE) if _changes_columns(part) else ():
        fit_grid(table)
    part_paragraphs(root, environment.inserts)
    spread(root, environment.stretches, partial(assembly.linked, part.name))
    put_in(root, environment.inserts, Hangings(part.name, assembly, template.section))
    tidy(root)
    keep_last_lines(root, template.styles)
    wide = [one.told(part.origin(None)) for one in fit_head(root, template, assembly)]
    page = take_text(root, assembly.controls)
    if mistakes := [*cells.mistakes, *wide, *_lost(page, found, environment.emitted, part)]:
        raise RenderError(mistakes)
    return page


def _changes_columns(part: TemplatePart) -> bool:
    return bool(part.cells) or any(tag is not None and tag.prefix == "tc" for tag in part.source.tags)


def _compiled(part: TemplatePart, template: WordTemplate, environment: ReportEnvironment) -> Template:
    key = f"{type(environment).__name__} {part.name}"
    if key not in template.codes:
        template.codes[key] = environment.compile(part.source.text)
    return Template.from_code(environment, template.codes[key], {})


def _tree(text: str, part: TemplatePart) -> Element:
    """Read the filled part strictly; docxtpl's own reading would leave out what it cannot understand."""
    text = _BRACES.sub(lambda found: BRACES.get(found.group(), found.group()), text)
    try:
        root = parse(text.encode())
    except PackageError as error:
        raise RenderError([report("word-broken", part.origin(None), reason=error)]) from error
    return root


def _lost(
    page: PageText, found: Sequence[str], emitted: Sequence[str], part: TemplatePart
) -> Iterator[Diagnostic]:
    """Compare what was printed with what stands between the marks, one by one."""
    for text in page.unseen:
        yield report("emitted-unseen", part.origin(None), text=text)
    if page.unseen or list(found) == emitted:
        return
    pairs = zip_longest(emitted, found)
    printed, stands = next(pair for pair in pairs if pair[0] != pair[1])
    yield report("value-lost", part.origin(None), printed=printed or _NOTHING, stands=stands or _NOTHING)


def _told(error: Exception, part: TemplatePart) -> Diagnostic:
    code, values = failure(error)
    return _diagnostic(code, part, line_of(error)[1], values)


def _diagnostic(code: str, part: TemplatePart, line: int | None, values: Mapping[str, str]) -> Diagnostic:
    return Diagnostic(code, part.origin(line), tuple(values.items()))
