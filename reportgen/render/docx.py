"""The press for Word: a template in docxtpl's dialect becomes a document, and no value is lost on the way.

A part whose template is proven prints from its plate, text beside text; any other takes the long way, as a
tree. Both print the same.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from reportgen.model.artifact import DOCX, Artifact, Script
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
from reportgen.model.formula import Name
from reportgen.packing import Bundle, packed
from reportgen.render.plate.detours import UnprovenError
from reportgen.render.plate.plates import plates_for, printed
from reportgen.render.template.names import template_names
from reportgen.render.word.controls import Controls
from reportgen.render.word.core_properties import About, subject_of, with_properties
from reportgen.render.word.draft import marked_template
from reportgen.render.word.package import bundled, pack
from reportgen.render.word.template import WordTemplate, read_template
from reportgen.render.word.text import PageText
from reportgen.render.word.tree import OWN_FILTERS, WordTree, told

_TOLD: Final = "unknown-part"
"""A Word template has no parts, and that is told of every tag that wants one."""


def names(
    path: Path, shown: str, shape: Shape, filters: Collection[str], *, free: bool = False
) -> tuple[list[Diagnostic], frozenset[Name]]:
    """Look a template over before it is filled; give its mistakes and the declared names that it quotes."""
    template = read_template(path.read_bytes(), shown, free=free)
    found, quoted = list(template.diagnostics), frozenset[Name]()
    for part in template.filled:
        try:
            tree = Environment(autoescape=True).parse(part.source.text)
            spoken = template_names(tree, shape, [*filters, *OWN_FILTERS], free=free)
        except (TemplateSyntaxError, RecursionError) as error:
            # a fault that was told already, such as a block without its end, is what Jinja stumbles over
            found += [] if template.diagnostics else [told(error, part)]
            continue
        found += [
            Diagnostic(one.code, part.origin(one.line), tuple(one.values.items()))
            for one in spoken.problems
            if one.code != _TOLD
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
    return fill(template, context, About(title, context.author, date))


impress = render
"""Word files are whole from the beginning."""


def fill(template: WordTemplate, context: Context, about: About) -> Artifact:
    """Fill a template that was read, and has no mistakes."""
    controls = Controls(context.figures)
    tree, plates = WordTree(template, context, controls), plates_for(template, context, OWN_FILTERS)
    pages: dict[str, PageText] = {}
    detours: dict[str, str] = {}
    for part in template.parts:
        try:
            pages[part.name] = printed(plates[part.name], context.values, controls)
        except UnprovenError as error:
            detours[part.label] = error.detour
            pages[part.name] = tree.page(part)
    for part in template.parts:
        if detours and pages[part.name].parts:  # a tree may want the same parts changed
            pages[part.name] = tree.page(part)
    if subject := subject_of(pages[_body(template)].content, template.styles):
        about = replace(about, subject=subject)
    if detours or template.properties:
        content = _with_trees(tree, pages, about)
    else:
        known = [(name, page.content) for name, page in pages.items() if page.same]
        changed = [part for page in pages.values() for part in page.parts.items()]
        own = [packed(name, page.content) for name, page in pages.items() if not page.same]
        content = _rest(template, about, (*known, *changed)).with_members(own).archive()
    pieces = list(chain.from_iterable(page.pieces for page in pages.values()))
    names = list(chain.from_iterable(page.names for page in pages.values()))
    in_margins = sum(len(pages[part.name].pieces) for part in template.parts if part.in_margin)
    return Artifact(content, DOCX, Script(pieces, names, in_margins), detours)


def _with_trees(tree: WordTree, pages: dict[str, PageText], about: About) -> bytes:
    """Pack a document that has got more than the words of its pages."""
    template = tree.template
    if (own := template.properties) is not None:
        parts = {**template.package.parts, own.name: tree.properties(own)}
    else:
        parts = _parts(template, about)
    filled = {name: page.content for name, page in pages.items()}
    return pack(tree.assembly.applied({**parts, **filled}), template.package)


@lru_cache(maxsize=64)
def _body(template: WordTemplate) -> str:
    """Name the part that holds the body: to look it up takes as long as to print a certificate's words."""
    return template.package.document


@lru_cache(maxsize=64)
def _parts(template: WordTemplate, about: About) -> dict[str, bytes]:
    return with_properties(template.package, about)


@lru_cache(maxsize=64)
def _rest(template: WordTemplate, about: About, known: tuple[tuple[str, bytes], ...]) -> Bundle:
    """Pack what a document has besides its own pages, once for many: what is ``known`` is theirs as well."""
    filled = {part.name for part in template.parts} - dict(known).keys()
    parts = {**_parts(template, about), **dict(known)}
    return bundled({name: parts[name] for name in parts if name not in filled}, template.package)
