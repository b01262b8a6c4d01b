"""The long way to print a part of a Word template: filled with marks, read as a tree, mended and written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import zip_longest
from typing import Final

from jinja2 import Template

from reportgen.model.context import Context, Filter
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.phrase import phrase
from reportgen.render.template.environment import ReportEnvironment
from reportgen.render.template.failures import FAILURES, failure, line_of
from reportgen.render.template.free import environment_for
from reportgen.render.template.inserts import FILTERS as INSERT_FILTERS
from reportgen.render.template.marks import CLOSE, OPEN, strip_marks
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.cells import FILTERS as CELL_FILTERS
from reportgen.render.word.cells import Cells, fit_grid
from reportgen.render.word.controls import Controls
from reportgen.render.word.core_properties import written
from reportgen.render.word.drawings import Hangings
from reportgen.render.word.end import keep_last_lines
from reportgen.render.word.head import fit_head
from reportgen.render.word.insertion import part_paragraphs, put_in
from reportgen.render.word.package import PackageError, own_charts, parse
from reportgen.render.word.places import TABLE, Element
from reportgen.render.word.retyping import BRACES
from reportgen.render.word.rich import spread
from reportgen.render.word.template import TemplatePart, WordTemplate
from reportgen.render.word.text import PageText, emitted_in, take_text
from reportgen.render.word.tidy import tidy

OWN_FILTERS: Final[Mapping[str, Filter]] = {**CELL_FILTERS, **INSERT_FILTERS}
"""Filters that tags are typed as which Jinja does not know; templates cannot name them."""

_BRACES: Final = re.compile("|".join((f"{OPEN}[^{CLOSE}]*{CLOSE}", *map(re.escape, BRACES))))
"""Printed values, which stay as they are, and what stands for braces beside them."""

_NOTHING: Final = phrase("nothing")


@dataclass(frozen=True)
class WordTree:
    """One document of a template, printed part by part; what it needs is made when it is asked for."""

    template: WordTemplate
    context: Context
    controls: Controls

    @cached_property
    def environment(self) -> ReportEnvironment:
        """Give the sandbox that the templates of this document run in."""
        environment = environment_for(self.context)
        environment.filters.update(OWN_FILTERS)
        environment.styles = self.template.styles
        return environment

    @cached_property
    def assembly(self) -> Assembly:
        """Give what the document gets besides its template's parts."""
        return Assembly(self.template.package, self.controls)

    def properties(self, part: TemplatePart) -> bytes:
        """Fill the file's own properties."""
        self.environment.begin(words_only=True)
        return written(_tree(strip_marks(self._text(part)), part))

    def page(self, part: TemplatePart) -> PageText:
        """Fill a part, and refuse it where a value does not stand where it was put.

        Raises:
            RenderError: the template is at fault.

        """
        self.environment.begin()
        root = _tree(self._text(part), part)
        found = emitted_in(root)
        cells = Cells(part.file, part.cells)
        cells.settle(root)
        for table in root.iter(TABLE) if part.changes_columns else ():
            fit_grid(table)
        self._spread_out(root, part)
        tidy(root)
        keep_last_lines(root, self.template.styles)
        wide = [one.told(part.origin(None)) for one in fit_head(root, self.template, self.assembly)]
        page = take_text(root, self.assembly.controls, own_charts(self.template.package, part.name))
        if mistakes := [*cells.mistakes, *wide, *_lost(page, found, self.environment.emitted, part)]:
            raise RenderError(mistakes)
        return page

    def _spread_out(self, root: Element, part: TemplatePart) -> None:
        """Put in what is more than words: paragraphs, looks, pictures, documents."""
        environment = self.environment
        part_paragraphs(root, environment.inserts)
        spread(root, environment.stretches, partial(self.assembly.linked, part.name))
        put_in(root, environment.inserts, Hangings(part.name, self.assembly, self.template.section))

    def _text(self, part: TemplatePart) -> str:
        try:
            return self._compiled(part).render(self.context.values)
        except FAILURES as error:
            raise RenderError([told(error, part)]) from error

    def _compiled(self, part: TemplatePart) -> Template:
        environment, codes = self.environment, self.template.codes
        key = f"{type(environment).__name__} {part.name}"
        if key not in codes:
            codes[key] = environment.compile(part.source.text)
        return Template.from_code(environment, codes[key], {})


def told(error: Exception, part: TemplatePart) -> Diagnostic:
    """Say what a template did wrong, and where."""
    code, values = failure(error)
    return Diagnostic(code, part.origin(line_of(error)[1]), tuple(values.items()))


def _tree(text: str, part: TemplatePart) -> Element:
    """Read the filled part strictly; docxtpl's own reading would leave out what it cannot understand."""
    text = _BRACES.sub(lambda found: BRACES.get(found.group(), found.group()), text)
    try:
        return parse(text.encode())
    except PackageError as error:
        raise RenderError([report("word-broken", part.origin(None), reason=error)]) from error


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
