"""Word papers, proven: LibreOffice lays them out, and its pages say letter by letter what they should."""

from collections.abc import Iterator, Sequence

from reportgen.batch.records import Document, Prove
from reportgen.batch.twins import lost_as_laid_out
from reportgen.model.artifact import DOCX, Artifact
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Phrase
from reportgen.readback.word_pages import word_pages

Printed = tuple[Document, Artifact]


def prove(papers: Sequence[Printed], which: Prove) -> Diagnostic | None:
    """Tell how many Word papers were proven, or why none could be; without Word papers, nothing.

    Raises:
        RenderError: a page that LibreOffice makes of one does not say what it should.

    """
    word = [one for one in papers if one[1].media_type == DOCX]
    chosen = word if which is Prove.ALL else list(_chosen(word))
    laid = word_pages([artifact.content for _, artifact in chosen]) if chosen else []
    unproven = [one for one in laid if isinstance(one, Phrase)]
    pairs = [(one, pages) for one, pages in zip(chosen, laid, strict=True) if isinstance(pages, bytes)]
    lost = [loss for (one, art), pages in pairs for loss in lost_as_laid_out(one.paper, art, pages)]
    if lost:
        raise RenderError(dict.fromkeys(lost))
    if not chosen:
        return None
    place = Origin(chosen[0][0].paper.dataset.file)
    if unproven:
        return report("papers-unproven", place, count=len(unproven), total=len(word), reason=unproven[0])
    return report("papers-proven", place, count=len(chosen), total=len(word))


def _chosen(papers: Sequence[Printed]) -> Iterator[Printed]:
    """Pick the first paper, and the longest where that is another: a data file has one Word template."""
    longest = max(papers, key=lambda one: len("".join(one[1].script.body)), default=None)
    yield from papers[:1]
    if longest is not None and longest is not papers[0]:
        yield longest
