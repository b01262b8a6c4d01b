"""The final paper made from a draft that was changed in Word: the Word file itself, and its pages as PDF."""

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from reportgen.audit.pages import of_pages
from reportgen.audit.paper import OpenPaper
from reportgen.batch import Order
from reportgen.batch.press import Printed
from reportgen.batch.twins import lost_as_laid_out
from reportgen.finish import with_fields, with_manifest
from reportgen.finish.word_final import Line, made_final, with_places
from reportgen.model.artifact import DOCX, PDF, Artifact, Script
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, MissingToolError, ReportgenError
from reportgen.model.manifest import Manifest
from reportgen.model.manifest_text import read_manifest
from reportgen.model.reading import DRAFT_MARK
from reportgen.model.registry import Standing
from reportgen.model.sign_off import EDITED
from reportgen.papers.edited import Edited, read_edited
from reportgen.papers.records import Wanted
from reportgen.papers.wanted import Task
from reportgen.pipeline import Paper, signers_of
from reportgen.readback import drawings, read_back
from reportgen.readback.manifest import carried
from reportgen.readback.rewritten import rewritten
from reportgen.readback.word_pages import word_pages


def taken_over(file: Path, task: Task, order: Order) -> tuple["HeadsCopy", Task]:
    """Take a changed draft over in the place of the paper that the data ask for.

    Raises:
        DataError: more than its wording was changed, or it is a draft of something else.

    """
    edited = read_edited(file, task, order)
    (one,) = task.wanted
    wanted = replace(one, words={**one.words, **edited.words()})
    return HeadsCopy(edited, pdf="pdf" in one.targets), replace(task, wanted=[wanted])


def same_word_file(one: Wanted, before: Standing) -> bool:
    """Tell whether a paper that was begun was begun from the same Word file, or from none."""
    return one.words.get(EDITED) == before.told.get(EDITED)


@dataclass(frozen=True, slots=True)
class HeadsCopy:
    """A draft that the head changed, on its way to the paper; ``pdf`` tells that this is wanted too."""

    edited: Edited
    pdf: bool
    laid: dict[bytes, bytes] = field(default_factory=dict)
    """The pages of each Word file that was laid out: what is tried first is the paper, most times."""

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """Tell of the wording that was changed, and of who lays out the PDF."""
        pages = [report("edited-pdf", self.edited.place)] if self.pdf else []
        return (*self.edited.wording, *pages)

    def printed(self, one: Printed, paper: Paper) -> Printed:
        """Put the changed paper in the place of the one that was printed."""
        if one.error or one.missing:
            return one
        try:
            return Printed(one.key, self._final(one.artifacts["docx"], paper))
        except ReportgenError as error:
            return Printed(one.key, error=error)

    def _final(self, fresh: Artifact, paper: Paper) -> dict[str, Artifact]:
        """Make both formats; what the printed paper carries of its place in the register goes with them."""
        found = carried(fresh.content, DOCX)
        manifest, _ = read_manifest(found.text if found else "")
        content, lost = made_final(self.edited.paper.content, self._lines(fresh))
        if lost:
            raise DataError(report("edited-line-gone", self.edited.place, line=line) for line in lost)
        if _marks(content) > _marks(fresh.content):
            raise DataError([report("edited-mark-left", self.edited.place)])
        word = self._bound(Artifact(content, DOCX), manifest)
        return (
            {"docx": word, "pdf": self._bound_pages(word, self._pages(content, paper), paper)}
            if self.pdf
            else {"docx": word}
        )

    def _lines(self, fresh: Artifact) -> list[Line]:
        """List the lines in which the final paper is another than the draft: number and date."""
        before, after = (
            [piece for piece in read_back(one.content, DOCX).pieces if piece.strip() != DRAFT_MARK]
            for one in (self.edited.draft, fresh)
        )
        pairs = zip_longest(before, after, fillvalue="")
        return [(old, new) for old, new in pairs if old.split() != new.split()]

    def _bound(self, word: Artifact, manifest: Manifest) -> Artifact:
        """Let the changed paper carry its manifest, with its own words; and read it back."""
        reading = read_back(word.content, DOCX)
        body = reading.pieces[: reading.body]
        margins = reading.pieces[len(body) :]
        own = len(manifest.page) - manifest.in_margins
        inner, outer = rewritten(manifest.page[:own], body), rewritten(manifest.page[own:], margins)
        manifest = replace(
            manifest, page=(*inner, *outer), in_margins=len(outer), edited=self.edited.digest,
            drawn=drawings(word.content, DOCX),
        )  # fmt: skip
        bound = with_manifest(word, manifest)
        found = carried(bound.content, DOCX)
        name = self.edited.paper.file
        read = found and OpenPaper(name, bound.content, found, *read_manifest(found.text))
        if faults := of_pages(read).findings if read else ():
            raise DataError(faults)
        return replace(bound, script=Script([(text, False) for text, _ in manifest.page], (), len(outer)))

    def _pages(self, content: bytes, paper: Paper) -> bytes:
        """Let LibreOffice lay the Word file out."""
        if content not in self.laid:
            (pages,) = word_pages([with_places(content, signers_of(paper))], archive=True)
            if not isinstance(pages, bytes):
                raise MissingToolError([report("edited-no-pdf", self.edited.place, why=pages)])
            self.laid[content] = pages
        return self.laid[content]

    def _bound_pages(self, word: Artifact, pages: bytes, paper: Paper) -> Artifact:
        """Let the pages carry the manifest, once they say what the Word file says."""
        if lost := lost_as_laid_out(paper, word, pages):
            raise DataError(replace(one, origin=self.edited.place) for one in lost)
        found = carried(word.content, DOCX)
        manifest, _ = read_manifest(found.text if found else "")
        page = rewritten(manifest.page, read_back(pages, PDF).pieces)
        finished = with_fields(Artifact(pages, PDF), manifest.signers)
        drawn = drawings(finished.content, PDF)
        return with_manifest(finished, replace(manifest, page=page, in_margins=0, drawn=drawn))


def _marks(content: bytes) -> int:
    """Count the pages, or lines, that say that the paper is a draft."""
    return sum(piece.strip() == DRAFT_MARK for piece in read_back(content, DOCX).pieces)
