"""Papers, proven: opened in LibreOffice, and held against the standards that their files promise to keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.batch.papers import Key
from reportgen.batch.records import Document, Prove
from reportgen.batch.twins import lost_as_laid_out
from reportgen.model.artifact import DOCX, PDF, Artifact
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, Phrase, phrase
from reportgen.proof import faults, judged, unsound
from reportgen.readback.word_pages import word_pages

Printed = tuple[Document, Artifact]

Told = tuple[Document | None, Diagnostic]
"""What is wrong with a paper, or what there is to tell of all."""

ARCHIVE = "PDF/A-3a, PDF/UA-1"
SCHEMAS = "Office Open XML"


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of it: how many papers were proven to be what, or by paper what is wrong."""

    notes: tuple[Diagnostic, ...] = ()
    faults: Mapping[Key, Sequence[Diagnostic]] = field(default_factory=dict)


def prove(papers: Sequence[Printed], which: Prove) -> Proof:
    """Hold pages that LibreOffice makes against what they should say, and files against their standards.

    Word papers are chosen, since other programs take seconds for each; PDF papers are all held against what
    they promise.
    """
    word, pdf = ([one for one in papers if one[1].media_type == sort] for sort in (DOCX, PDF))
    chosen = word if which is Prove.ALL else list(_chosen(word))
    told = [*_laid_out(chosen, len(word)), *_sound(chosen, len(word)), *_lasting(pdf)]
    faults: dict[Key, dict[Diagnostic, None]] = {}
    for document, fault in told:
        if document is not None and fault.stops:
            faults.setdefault(document.key, {})[fault] = None
    if faults:
        return Proof(faults={key: list(found) for key, found in faults.items()})
    return Proof(tuple(note for _, note in told))


def _laid_out(chosen: Sequence[Printed], total: int) -> Iterator[Told]:
    """Hold the pages that LibreOffice makes of Word papers against what they should say."""
    laid = word_pages([artifact.content for _, artifact in chosen]) if chosen else []
    unproven = [one for one in laid if isinstance(one, Phrase)]
    for (one, artifact), pages in zip(chosen, laid, strict=True):
        if isinstance(pages, bytes):
            yield from ((one, lost) for lost in lost_as_laid_out(one.paper, artifact, pages))
    if unproven:
        place = _of_data(chosen)
        yield None, report("papers-unproven", place, count=len(unproven), total=total, reason=unproven[0])
    elif chosen:
        yield None, report("papers-proven", _of_data(chosen), count=len(chosen), total=total)


def _sound(chosen: Sequence[Printed], total: int) -> Iterator[Told]:
    """Hold Word files against the schemas of their format, as far as their templates keep to them."""
    found = [unsound(artifact.content, _template(one).read_bytes()) for one, artifact in chosen]
    for (document, _), wrong in zip(chosen, found, strict=True):
        yield from (_told(document, one.place, SCHEMAS, Foreign(one.what)) for one in wrong or ())
    if chosen and None in found:
        reason = phrase("{program} is not installed", program="openxml-audit")
        yield None, report("files-unproven", _of_data(chosen), sort="Word", standard=SCHEMAS, reason=reason)
    elif chosen:
        yield _proven(chosen, total, "Word", SCHEMAS)


def _lasting(papers: Sequence[Printed]) -> Iterator[Told]:
    """Hold PDF files against the rules of the archive and of screen readers."""
    for document, artifact in papers:
        for fault in faults(artifact.content):
            place = f"page {fault.page}" if fault.page else ""
            yield _told(document, place, fault.clause, fault.what)
    if papers:
        yield _proven(papers, len(papers), "PDF", ARCHIVE)
        yield from _judged(papers)


def _judged(papers: Sequence[Printed]) -> Iterator[Told]:
    """Ask veraPDF as well, where somebody has installed it."""
    found = judged([artifact.content for _, artifact in papers])
    if isinstance(found, Phrase):
        standard = f"{ARCHIVE} (veraPDF)"
        yield None, report("files-unproven", _of_data(papers), sort="PDF", standard=standard, reason=found)
    elif found is not None:
        for (document, _), faults_of_one in zip(papers, found, strict=True):
            yield from (_told(document, "", one.clause, Foreign(one.what)) for one in faults_of_one)
        yield _proven(papers, len(papers), "PDF", f"{ARCHIVE} (veraPDF)")


def _told(document: Document, place: str, rule: str, what: str) -> Told:
    """Tell what a file breaks: at its place in the paper, beside the template that it comes from."""
    template = Origin(str(_template(document)))
    paper = Origin(str(document.name), place=place or None)
    return document, report(
        "file-unfit", paper, related=[(phrase("made with"), template)], rule=rule, what=what
    )


def _template(document: Document) -> Path:
    kind = document.paper.kind
    return kind.folder / kind.outputs[document.target]


def _proven(papers: Sequence[Printed], total: int, sort: str, standard: str) -> Told:
    values = {"count": len(papers), "total": total, "sort": sort, "standard": standard}
    return None, report("files-proven", _of_data(papers), related=(), **values)


def _of_data(papers: Sequence[Printed]) -> Origin:
    return Origin(papers[0][0].paper.dataset.file)


def _chosen(papers: Sequence[Printed]) -> Iterator[Printed]:
    """Pick the first paper, and the longest where that is another: a data file has one Word template."""
    longest = max(papers, key=lambda one: len("".join(one[1].script.body)), default=None)
    yield from papers[:1]
    if longest is not None and longest is not papers[0]:
        yield longest
