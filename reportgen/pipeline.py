"""One document: from a study to bytes whose page was read back, word for word."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from reportgen.bind import manifest_of
from reportgen.compose import GAP, build_context, field_value, figure_text, shown, value_text, words_of
from reportgen.compute import Rows, opened
from reportgen.finish import with_code, with_fields, with_manifest
from reportgen.model.artifact import Artifact, Impression, Script
from reportgen.model.claims import DIGEST, ENTRY, NO_CODE, Claims, Symbol, code_of
from reportgen.model.context import Context
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.figure import Figures
from reportgen.model.kind import Kind
from reportgen.model.manifest import Manifest, Signer
from reportgen.model.manifest_draft import Draft, draft_of
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.model.registry import Registered
from reportgen.prose import Printing, Prose, read_prose
from reportgen.readback import Lost, drawings, missing, read_back, read_fresh
from reportgen.render import press
from reportgen.render.attached import unfit_files

UNDATED = dt.date(2000, 1, 1)
"""What stands inside the file of a paper that has no date yet: the same bytes tomorrow."""

_BLAMED = {
    "second-sheet": phrase("the template"),
    "blank-too-narrow": phrase("its box"),
    "blank-gap": phrase("its box"),
}
"""What is said of a row of the data, and how the place is called that prints all the other rows well."""


PRINTING = Printing(
    figure=figure_text,
    field=lambda spec, value: shown(field_value(spec, value, spec.name)),
    key=value_text,
    gap=GAP,
)
"""How numbers stand in a sentence."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to be made: what it says, where it comes from, and the rows of the whole data file."""

    kind: Kind
    dataset: Dataset
    figures: Figures
    context: Context
    prose: Prose
    rows: Rows
    here: str = ""
    """The folder that names of files start from, where that is not the working folder."""

    @property
    def date(self) -> dt.date:
        """Give the paper's own date, never the clock's."""
        value = self.dataset.values.get(self.kind.date or "")
        return value if isinstance(value, dt.date) else UNDATED

    @property
    def row(self) -> Origin | None:
        """Tell where the first row was written of a paper that is one of many."""
        if self.dataset.each is None or self.kind.each is None:
            return None
        return self.dataset.tables[self.kind.each.of].sources.nearest((0,))


def compose_paper(
    kind: Kind, dataset: Dataset, figures: Figures, *, today: dt.date, rows: Rows | None = None
) -> Paper:
    """Put together all that the templates may name, sentences with their numbers held against the figures."""
    prose = read_sentences(kind, dataset, figures)
    context = build_context(prose.dataset, figures, kind, today=today)
    return Paper(kind, dataset, figures, context, prose, rows or rows_of(kind, dataset))


def rows_of(kind: Kind, dataset: Dataset) -> Rows:
    """Take the rows of a data file, for all papers that are made of it."""
    return Rows(kind, dataset, value_text)


def read_sentences(kind: Kind, dataset: Dataset, figures: Figures) -> Prose:
    """Hold the numbers in sentences against the figures, those of data with mistakes too."""
    return read_prose(dataset, figures, kind, PRINTING)


def unfit_photos(papers: Iterable[Paper], targets: Iterable[str]) -> list[Diagnostic]:
    """Tell of photos that cannot be printed, each where the data names it."""
    values = [paper.context.values for paper in papers if paper.dataset.photos]
    return list(dict.fromkeys(fault for target in targets for fault in unfit_files(values, target)))


def produce(paper: Paper, target: str) -> Artifact:
    """Print one document, let it carry its manifest, and read it back.

    Raises:
        RenderError: the template is at fault, or a value does not stand on the page where it was put.
        MissingToolError: a library or font that the press needs is not there.

    """
    template = _template(paper.kind, target)
    with told_of(paper):
        made = press(target).impress(template, paper.context, title=paper.kind.title, date=paper.date)
    return finished(paper, made, template)


@lru_cache(maxsize=16)
def _template(kind: Kind, target: str) -> Path:
    """Name a template: a path that is put together anew for each paper takes longer to look up."""
    return kind.folder / kind.outputs[target]


def signers_of(paper: Paper) -> tuple[Signer, ...]:
    """Tell who is to sign a paper, once it is issued."""
    values = paper.context.values
    specs = paper.kind.signatures.values()
    return tuple(Signer(one.name, one.role, words_of(one.who, values), one.over) for one in specs)


@contextmanager
def told_of(paper: Paper) -> Iterator[None]:
    """Say of what goes wrong which paper it is."""
    try:
        yield
    except RenderError as error:
        raise RenderError(of_paper(_with_place(one, paper), paper) for one in error.diagnostics) from error


def finished(paper: Paper, made: Artifact | Impression, template: Path) -> Artifact:
    """Let a printed paper carry its manifest, and read it back.

    Raises:
        RenderError: a value does not stand on the page where it was put.

    """
    if isinstance(made, Artifact):
        whole = _bound(made, *_carried(paper, made.script), template)
        refuse_losses(
            whole, template
        )  # what it carries is in no memory any more: of a long paper that is much
        return whole
    from reportgen import casting  # noqa: PLC0415  (stamps are PDFs: Word papers wait for no library)

    manifest, draft, symbol = _carried(paper, made.script)
    own = casting.own(made, manifest.signers, draft, symbol)
    if copy := casting.copied(own):
        return copy
    whole = _bound(made.artifact, manifest, draft, symbol, template)
    casting.learn(own, whole, refuse_losses(whole, template))
    return whole


def _carried(paper: Paper, script: Script) -> tuple[Manifest, Draft, Symbol | None]:
    """Gather what a paper carries whose page says this: its manifest, a draft of its text, and a code."""
    ledger = opened(paper.dataset, paper.rows.kind, paper.figures)
    manifest = manifest_of(ledger, paper.rows, script, paper.prose.read, here=paper.here)
    if signers := signers_of(paper) if paper.dataset.registered else ():
        manifest = replace(manifest, signers=signers)
    draft = draft_of(manifest)
    return manifest, draft, _symbol(paper, manifest.registered, draft)


def _bound(
    artifact: Artifact, manifest: Manifest, draft: Draft, symbol: Symbol | None, template: Path
) -> Artifact:
    """Finish a paper step by step."""
    artifact = with_fields(artifact, manifest.signers)
    artifact = _with_code(artifact, symbol, manifest, template) if symbol else artifact
    pages = drawings(artifact.content, artifact.media_type)
    return with_manifest(artifact, replace(manifest, drawn=pages), draft)


def _with_code(artifact: Artifact, symbol: Symbol, manifest: Manifest, template: Path) -> Artifact:
    """Let a paper show its code; one that prints its letters alone was meant to have it, too."""
    shown = with_code(artifact, symbol)
    place = manifest.registered
    letters = code_of(bytes.fromhex(place.head)) if place else NO_CODE
    if shown is None and any(letters in text for text, _ in manifest.page):
        raise RenderError([report("code-without-room", Origin(str(template)))])
    return shown or artifact


def _symbol(paper: Paper, place: Registered | None, draft: Draft) -> Symbol | None:
    """Make the QR code of a paper that an office with a key issues; it is shown where there is room."""
    signer = paper.dataset.code_signer
    if signer is None:
        return None
    from reportgen.token import signed, symbol_of  # noqa: PLC0415  (papers without codes wait for no library)

    entry = bytes.fromhex(place.head) if place else bytes(ENTRY)
    claims = Claims(signer.number, signer.date, signer.words, draft.digest[:DIGEST], entry[:ENTRY])
    return symbol_of(signed(claims, signer.key))


def of_paper(found: Diagnostic, paper: Paper) -> Diagnostic:
    """Say of what is wrong with one paper of many which it is; of some things, that its row is to blame."""
    row = paper.row
    if row is None:
        return found
    if found.code in _BLAMED and found.origin:
        return replace(found, origin=row, related=(*found.related, (_BLAMED[found.code], found.origin)))
    return replace(found, related=(*found.related, (phrase("in the document for"), row)))


def _with_place(found: Diagnostic, paper: Paper) -> Diagnostic:
    """Say of a line that is too wide for the head of a paper where it was written."""
    line = folded(dict(found.values).get("left", "")) if found.code == "head-too-wide" else ""
    for name, spec in paper.kind.fields.items():
        value = paper.dataset.values.get(name)
        if line and spec.from_office and isinstance(value, str) and line in map(folded, value.split("\n")):
            return replace(found, related=((phrase("written here"), paper.dataset.sources.nearest((name,))),))
    return found


def refuse_losses(artifact: Artifact, template: Path) -> Reading:
    """Read the page back and refuse it where a word or a number is lost; give what it says."""
    reading = read_fresh(artifact.content, artifact.media_type)
    lost = missing(artifact.script, reading)
    if lost:  # who reads page by page has the last word
        reading = read_back(artifact.content, artifact.media_type)
        lost = missing(artifact.script, reading)
    if lost:
        raise RenderError(told_loss(loss, template) for loss in lost)
    return reading


def told_loss(loss: Lost, template: Path) -> Diagnostic:
    """Tell what the page does not say as it should."""
    return report(
        "not-on-page", Origin(str(template)), value=loss.value, before=loss.before, found=loss.found
    )
