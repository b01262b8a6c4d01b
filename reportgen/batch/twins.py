"""One paper held against another of it: Word against PDF, and Word against pages that LibreOffice makes."""

from collections.abc import Iterator, Mapping

from reportgen.model.artifact import PDF, Artifact, Script
from reportgen.model.chart import Chart
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.reading import Reading
from reportgen.pipeline import Paper, of_paper, told_loss
from reportgen.readback import differences, missing, read_back
from reportgen.readback.word_package import is_framed


def lost_as_laid_out(paper: Paper, artifact: Artifact, pages: bytes) -> list[Diagnostic]:
    """List what a Word paper does not say on the pages that another program made of it.

    The words of charts are left out: each program draws them in an order of its own.
    """
    charts = paper.context.values.get("chart")
    said = list(artifact.script.pieces[: len(artifact.script.pieces) - artifact.script.in_margins])
    for chart in charts.values() if isinstance(charts, Mapping) else ():
        said = _without(said, chart.words) if isinstance(chart, Chart) else said
    template, reading = paper.kind.folder / paper.kind.outputs["docx"], read_back(pages, PDF)
    lost = [told_loss(loss, template) for loss in missing(Script(said), reading, extra=True)]
    return [*lost, *_second_sheets(paper, artifact, reading)]


def _second_sheets(paper: Paper, artifact: Artifact, reading: Reading) -> Iterator[Diagnostic]:
    """Tell of a framed paper that goes on behind its sheet."""
    if len(reading.starts) > 1 and is_framed(artifact.content):
        said = "".join(artifact.script.body)
        below = (piece.strip() for piece in reading.pieces[reading.starts[1] :])
        text = next((piece for piece in below if piece and piece in said), "…")
        template = Origin(str(paper.kind.folder / paper.kind.outputs["docx"]))
        yield of_paper(report("second-sheet", template, text=text, page=2), paper)


def _without(pieces: list[tuple[str, bool]], words: list[str]) -> list[tuple[str, bool]]:
    """Leave pieces out where they stand one after the other."""
    texts = [text for text, _ in pieces]
    starts = (at for at in range(len(texts)) if texts[at : at + len(words)] == words)
    found = next(starts, None)
    return pieces if found is None else pieces[:found] + pieces[found + len(words) :]


def refuse_unlike(word: Artifact, pdf: Artifact, kind: Kind) -> None:
    """Refuse a paper that does not say the same in both formats.

    Each page was read back and says what its script says, letter by letter; so it is enough to compare those.
    """
    one, other = (Reading(artifact.script.body) for artifact in (word, pdf))
    place = Origin(str(kind.folder / kind.outputs["docx"]))
    if found := differences(one, other):
        raise RenderError(
            report("twins-differ", place, word=gap.old, pdf=gap.new, before=gap.before) for gap in found
        )
