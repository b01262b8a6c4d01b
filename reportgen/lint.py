"""Any finished Word file, held against Decree 30/2020/NĐ-CP."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.form import IN_FORCE, Finding, Level, Paper, check, recognise
from reportgen.load import read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.readback.word_layout import word_layout


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in one file; ``kind`` as the paper itself names it, in capitals, or empty."""

    file: str
    kind: str
    findings: tuple[Diagnostic, ...]

    @property
    def says_no(self) -> bool:
        """Tell whether it breaks a rule."""
        return any(finding.stops for finding in self.findings)


def lint(file: Path, *, advice: bool = False) -> Linted:
    """Look at a Word file, whoever made it; ``advice`` adds what is only good practice.

    Raises:
        DataError: it is no Word file, or cannot be read.

    """
    place = Origin(str(file))
    if file.suffix.lower() != ".docx":
        raise DataError([report("lint-format", place, name=file.name)])
    try:
        papers = recognise(word_layout(read_bytes(file, str(file))))
    except DataError as error:
        raise DataError(replace(one, origin=one.origin or place) for one in error.diagnostics) from error
    about = [one for paper in papers for one in _about(paper, place)]
    kind = ", ".join(dict.fromkeys(paper.kind for paper in papers if paper.kind))
    return Linted(str(file), kind, (*about, *_findings(papers, place, advice=advice)))


def _about(paper: Paper, place: Origin) -> Iterator[Diagnostic]:
    """Say what the paper was not recognised as, and whether it is bound at all."""
    if not paper.nation:
        yield report("form-not-recognised", place)
    elif not paper.kind:
        yield report("form-no-kind", place, part=phrase("title"))
    if (date := paper.date) and date < IN_FORCE:
        yield report("form-not-bound", place, date=_written(date), begins=_written(IN_FORCE))


def _findings(papers: Sequence[Paper], place: Origin, *, advice: bool) -> Iterator[Diagnostic]:
    free = all((date := paper.date) is not None and date < IN_FORCE for paper in papers)
    for finding in dict.fromkeys(check(papers)):
        only_advised = free or finding.rule.level is Level.ADVICE
        if advice or not only_advised:
            yield _told(finding, place, "form-advice" if only_advised else "form-rule")


def _told(finding: Finding, place: Origin, code: str) -> Diagnostic:
    words = " ".join(finding.words.split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return report(
        code,
        replace(place, place=finding.place),
        rule=finding.rule_id,
        source=finding.rule.source,
        wants=finding.rule.wants,
        stands=finding.stands,
        words=phrase(": “{words}”", words=shown) if shown else "",
    )


_SHOWN = 60


def _written(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"
