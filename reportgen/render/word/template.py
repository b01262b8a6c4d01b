"""A Word template, read and looked over once: what Jinja fills in each part, and what is wrong before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Final
from urllib.parse import unquote

from lxml import etree

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.render.template.limits import too_many_tags
from reportgen.render.template.marks import SIGNS
from reportgen.render.word.carried import carried_faults
from reportgen.render.word.dialect import Loss, Source, jinja_source, property_source
from reportgen.render.word.fields import Fault
from reportgen.render.word.guards import faults
from reportgen.render.word.package import Package, PackageError, unpack
from reportgen.render.word.places import TAG, Element, Tag, W, has_strays, paragraphs, tokens_in_order
from reportgen.render.word.retyping import cell_tags, comment_out, merge_paragraphs, raw_as_words, retyped
from reportgen.render.word.section_breaks import set_apart
from reportgen.render.word.style_names import style_names

_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))

MARGINS: Final = ("header", "footer")
"""What the labels of such parts are called by."""

_COMMENT: Final = f"{W}commentReference"


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One part that is filled: ``label`` is what people call it, such as ``first-page header``."""

    name: str
    label: str
    source: Source
    file: str
    cells: Sequence[Tag] = ()

    @property
    def in_margin(self) -> bool:
        """Tell whether this is a header or a footer; what a template prints there comes last."""
        return any(word in self.label for word in MARGINS)

    @property
    def changes_columns(self) -> bool:
        """Tell that a table may have other columns than its grid says, or cells that are one."""
        return bool(self.cells) or any(tag is not None and tag.prefix == "tc" for tag in self.source.tags)

    def origin(self, line: int | None) -> Origin:
        """Tell the place of a tag by Jinja's line, or the part where it cannot be told."""
        tag = None if line is None else self.source.tag_at(line)
        return Origin(self.file, place=tag.place if tag else self.label)


@dataclass(frozen=True, slots=True, eq=False)
class WordTemplate:
    """A template's package, the parts that are filled, its mistakes, and its body's last section.

    ``codes`` keeps what Jinja compiled, by part: a batch fills the same template over and over.
    """

    package: Package
    parts: Sequence[TemplatePart]
    diagnostics: Sequence[Diagnostic]
    codes: dict[str, CodeType] = field(default_factory=dict)
    properties: TemplatePart | None = None
    section: Element | None = None
    styles: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def filled(self) -> Sequence[TemplatePart]:
        """List all that is filled, the file's properties too where no kind says what they are."""
        return [*self.parts, *([self.properties] if self.properties else [])]


@lru_cache(maxsize=16)
def read_template(content: bytes, file: str, *, free: bool = False) -> WordTemplate:
    """Take a template apart and look for what docxtpl would lose in silence.

    A ``free`` template belongs to no kind: the file's properties are its own, and are filled.
    """
    try:
        package = unpack(content)
        roots = {name: (label, package.tree(name)) for name, label in package.filled()}
        properties = _properties(package, file) if free else None
        found = list(carried_faults(package, {*roots, properties.name if properties else ""}, file))
        found += [fault for label, root in roots.values() for fault in _page_faults(label, root, file)]
        found += [
            fault for name, (label, _) in roots.items() for fault in _link_faults(package, name, label, file)
        ]
    except PackageError as error:
        return WordTemplate(Package({}), (), [report("word-unreadable", Origin(file), reason=error)])
    if unfit := [*_too_large(roots, file), *_strays(roots, file)]:
        return WordTemplate(Package({}), (), unfit)
    parts = []
    for name, (label, root) in roots.items():
        part, mistakes = _part(name, label, root, file)
        parts.append(part)
        found += mistakes
    section = roots[package.document][1].find(f"{W}body/{W}sectPr")
    return WordTemplate(
        package, parts, found, properties=properties, section=section, styles=style_names(package)
    )


def _properties(package: Package, file: str) -> TemplatePart | None:
    name = next((one.target for one in package.relations("") if one.sort == "core-properties"), None)
    if name is None or name not in package.parts:
        return None
    return TemplatePart(name, "file properties", property_source(package.tree(name)), file)


def _part(name: str, label: str, root: Element, file: str) -> tuple[TemplatePart, list[Diagnostic]]:
    comment_out(tokens_in_order(root, paragraphs(root, label)))
    spread = paragraphs(root, label)
    typed = tokens_in_order(root, spread)
    tokens = merge_paragraphs(raw_as_words(typed))
    tags = [one.tag for one in tokens if one.tag]
    mistakes = [_told(fault, file) for fault in faults(spread, tags)]
    set_apart(tags)
    part = TemplatePart(name, label, jinja_source(root, retyped(typed, tokens)), file, cell_tags(tokens))
    if not mistakes:
        mistakes = [_lost(loss, part) for loss in part.source.losses]
    return part, mistakes


def _told(fault: Fault, file: str) -> Diagnostic:
    related = [(words, Origin(file, place=place)) for words, place in fault.others]
    return report(fault.code, Origin(file, place=fault.place), related=related, **fault.values)


def _lost(loss: Loss, part: TemplatePart) -> Diagnostic:
    return report(
        loss.code, Origin(part.file, place=loss.near.place if loss.near else part.label), text=loss.text
    )


def _page_faults(label: str, root: Element, file: str) -> Iterator[Diagnostic]:
    if next(root.iter(*_CHANGES), None) is not None:
        yield report("word-tracked-changes", Origin(file, place=label))
    if next(root.iter(_COMMENT), None) is not None:
        yield report("word-comments", Origin(file, place=label))
    if any(map(SIGNS.search, _letters(root))):
        reason = phrase("it holds letters that the press keeps for itself (U+E000 to U+E009)")
        yield report("word-unreadable", Origin(file, place=label), reason=reason)


def _link_faults(package: Package, part: str, label: str, file: str) -> Iterator[Diagnostic]:
    """Find tags in the addresses of links, which Word keeps apart from the page and writes in its own way."""
    reason = phrase("it stands in the address of a link; let the data say it as rich text with a link")
    for relation in package.relations(part):
        for tag in TAG.findall(unquote(relation.target)) if relation.outside else ():
            yield report("word-tag-unsupported", Origin(file, place=label), tag=tag, reason=reason)


def _letters(root: Element) -> Iterator[str]:
    yield from map(str, root.itertext())
    yield from (str(value) for element in root.iter() for value in element.attrib.values())


def _too_large(roots: Mapping[str, tuple[str, Element]], file: str) -> Iterator[Diagnostic]:
    for label, root in roots.values():
        if why := too_many_tags(etree.tostring(root, encoding="unicode"), "".join(map(str, root.itertext()))):
            yield report("template-too-large", Origin(file, place=label), reason=why)


def _strays(roots: Mapping[str, tuple[str, Element]], file: str) -> Iterator[Diagnostic]:
    reason = phrase("a paragraph stands in a row or cell that belongs to no table")
    for label, root in roots.values():
        if has_strays(root):
            yield report("word-unreadable", Origin(file, place=label), reason=reason)
