"""Documents that data brings: looked at as strictly as a template, since they go out with the paper."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportgen.model.phrase import Phrase, phrase
from reportgen.render.template.marks import SIGNS
from reportgen.render.word.carried import carried_faults
from reportgen.render.word.package import Package, PackageError, unpack
from reportgen.render.word.places import Element, W

_ARCHIVE: Final = b"PK"
_CARRIED: Final = frozenset({"image", "hyperlink"})
"""What its body may relate to, or nothing of it would be seen in the paper."""

_KNOWN: Final = frozenset(
    {"styles", "numbering", "settings", "theme", "fontTable", "webSettings", "stylesWithEffects"}
)
_KNOWN_TOO: Final = frozenset(
    {"header", "footer", "footnotes", "endnotes", "customXml", "glossaryDocument", "people"}
)

_REASONS: Final = {
    **dict.fromkeys(
        (f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")), phrase("it has tracked changes")
    ),
    f"{W}commentReference": phrase("it has comments"),
    f"{W}footnoteReference": phrase("it has footnotes"),
    f"{W}endnoteReference": phrase("it has endnotes"),
}


@lru_cache(maxsize=16)
def unfit_document(content: bytes) -> str | None:
    """Tell why a document cannot stand inside another, if so."""
    if not content.startswith(_ARCHIVE):
        return phrase("it is no .docx document")
    try:
        package = unpack(content)
        body = body_of(package)
        return next(_reasons(package, body), None)
    except PackageError as error:
        return error.args[0] if isinstance(error.args[0], Phrase) else str(error)


def body_of(package: Package) -> Element:
    """Give the body of a document."""
    body = package.tree(package.document).find(f"{W}body")
    if body is None:
        raise PackageError(phrase("it has no body"))
    return body


def _reasons(package: Package, body: Element) -> Iterator[str]:
    for element in body.iter(*_REASONS):
        yield _REASONS[str(element.tag)]
    if any(section.getparent() is not body for section in body.iter(f"{W}sectPr")):
        yield phrase("it has section breaks")
    if any(carried_faults(package, package.parts, "")):
        yield phrase("it carries something that runs by itself or comes from elsewhere")
    for relation in package.relations(package.document):
        if relation.sort not in _CARRIED | _KNOWN | _KNOWN_TOO:
            yield phrase("it holds what cannot be taken over: {sort}", sort=relation.sort)
    yield from _fields(body)
    if any(map(SIGNS.search, map(str, body.itertext()))):
        yield phrase("it holds letters that the press keeps for itself (U+E000 to U+E009)")


def _fields(body: Element) -> Iterator[str]:
    """Find what Word would write anew: it may mean something else in the paper."""
    simple = [field.get(f"{W}instr", "") for field in body.iter(f"{W}fldSimple")]
    codes = [code.text or "" for code in body.iter(f"{W}instrText")]
    for code in (*simple, *codes):
        word = next(iter(code.split()), "").upper()
        if word.isalpha() and word not in {"PAGE", "NUMPAGES", "HYPERLINK"}:
            yield phrase("it has the field {field}, which Word writes anew", field=word)
