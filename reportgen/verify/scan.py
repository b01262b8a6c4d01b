"""Codes in pictures of anybody, and papers beside them: read in the process that may come to grief."""

from dataclasses import dataclass, field
from pathlib import Path

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.papers.codes import Beside, beside
from reportgen.papers.scans import carries_a_manifest, refuse_without_library, texts_in
from reportgen.verify.examine import Limits
from reportgen.verify.examiner import examining


@dataclass(frozen=True, slots=True)
class Scanned:
    """The texts of codes, and what they are held against; or what is wrong with the files."""

    texts: tuple[str, ...] = ()
    papers: tuple[Beside, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """What is to be read: a picture or a PDF with codes, if there is one, and papers."""

    picture: Path | None
    papers: tuple[Path, ...]
    limits: Limits = field(default_factory=Limits)

    def done(self) -> Scanned:
        """Read them: a PDF that is a paper is held against itself where no other is named."""
        try:
            texts = texts_in(self.picture) if self.picture else []
            own = self.picture and not self.papers and carries_a_manifest(self.picture)
            papers = (self.picture,) if self.picture and own else self.papers
            return Scanned(tuple(texts), tuple(beside(one) for one in papers))
        except DataError as error:
            return Scanned(faults=error.diagnostics)


def scanned(picture: Path | None, papers: tuple[Path, ...]) -> Scanned:
    """Have files read, with limits.

    Raises:
        DataError: one cannot be read, there is no code in the picture, or reading it took too much.
        MissingToolError: the library that reads pictures is not installed.

    """
    if picture:
        refuse_without_library(picture)
    with examining() as examiner:
        found = examiner.answered(Scan(picture, papers))
    if isinstance(found, str):
        places = [picture] if picture else papers
        raise DataError(report("reading-ended", Origin(str(one)), why=found) for one in places)
    if found.faults:
        raise DataError(found.faults)
    return found
