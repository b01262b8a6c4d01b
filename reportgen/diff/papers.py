"""Two finished papers, read and held against each other, whoever made them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.load import read_bytes
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.reading import Reading
from reportgen.readback import Difference, differences, read_back
from reportgen.readback.eyes import sights

_SORTS = {".docx": DOCX, ".pdf": PDF}


@dataclass(frozen=True, slots=True)
class PaperComparison:
    """What two finished papers do not say alike; one may be Word and the other PDF.

    ``doubts`` tell where an eye does not see what was compared.
    """

    old: str
    new: str
    differences: Sequence[Difference]
    doubts: Sequence[Diagnostic] = ()


def is_paper(file: Path) -> bool:
    """Tell a finished paper from a data file, by its name."""
    return file.suffix.lower() in _SORTS


def diff_papers(old: Path, new: Path) -> PaperComparison:
    """Read two finished papers and tell in which words they differ.

    Raises:
        DataError: one of them, or both, cannot be read, or only one is a finished paper.

    """
    doubts: list[Diagnostic] = []
    one, other = _alike(*_readings((old, new), doubts))
    return PaperComparison(str(old), str(new), differences(one, other), tuple(dict.fromkeys(doubts)))


def _alike(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Leave Word's headers and footers out beside a PDF, whose margins are in no order and are not read."""
    if (one.body is None) == (other.body is None):
        return one, other
    return _body(one), _body(other)


def _body(reading: Reading) -> Reading:
    return reading if reading.body is None else replace(reading, pieces=reading.pieces[: reading.body])


def _readings(files: Sequence[Path], doubts: list[Diagnostic]) -> list[Reading]:
    """Read both papers; where an eye sees something else there, that is added to the doubts."""
    mistakes = list(_not_papers(files))
    found: list[Reading] = []
    for file in () if mistakes else files:
        sort = _SORTS[file.suffix.lower()]
        try:
            content = read_bytes(file, str(file))
            found.append(read_back(content, sort))
            doubts += _doubts(content, sort, str(file))
        except DataError as error:
            mistakes += [replace(one, origin=one.origin or Origin(str(file))) for one in error.diagnostics]
    if mistakes:
        raise DataError(mistakes)
    return found


def _doubts(content: bytes, sort: str, file: str) -> Iterator[Diagnostic]:
    """Tell of words that were compared, and of which an eye sees something else."""
    for one in sights(content, sort, file):
        yield report("diff-eye-differs", one.place, words=one.words, how=one.how)


def _not_papers(files: Sequence[Path]) -> Iterator[Diagnostic]:
    paper = next(file for file in files if is_paper(file))
    for file in files:
        if not is_paper(file):
            yield report("diff-paper-and-data", Origin(str(file)), name=file.name, paper=paper.name)
