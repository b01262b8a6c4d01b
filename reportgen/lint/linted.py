"""Any finished Word or PDF file, held against Decree 30/2020/NĐ-CP."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reportgen.form import IN_FORCE, Finding, Level, Paper, check, not_found, recognise
from reportgen.load import files_among, read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.layout import Layout
from reportgen.model.office import Register
from reportgen.model.origin import Origin
from reportgen.model.phrase import Phrase, phrase, strung
from reportgen.offices import find_register
from reportgen.proof import Proof, prove
from reportgen.readback.layouts import LAYOUTS, pages_of_word

_SHOWN: Final = 60
WORD: Final = ".docx"
_PDF: Final = ".pdf"
_LEFT_OUT: Final = frozenset(
    ("form-not-recognised", "form-no-kind", "form-not-found", "form-not-measured", "form-of-sector")
)
"""What tells that not everything was looked at."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in one file; ``kind`` as the paper itself names it, in capitals, or empty.

    ``paths`` are the ways to the places in a Word file, through its tree.
    """

    file: str
    kind: str = ""
    findings: tuple[Diagnostic, ...] = ()
    unread: bool = False
    paths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def in_part(self) -> bool:
        """Tell whether something of it was not looked at."""
        return any(finding.code in _LEFT_OUT for finding in self.findings)

    @property
    def says_no(self) -> bool:
        """Tell whether it breaks a rule; of one that could not be read nobody knows."""
        return not self.unread and any(finding.stops for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it is set, and as it was laid out: or why it was not."""

    file: Path
    layout: Layout
    proof: Proof | None = None
    shown: Layout | Phrase | None = None

    @property
    def place(self) -> Origin:
        return Origin(str(self.file))


def lint(
    files: Sequence[Path], *, advice: bool = False, measured: bool = True, office: Path | None = None
) -> list[Linted]:
    """Look at Word and PDF files, whoever made them; of a folder, at all that are in it.

    ``advice`` adds what is only good practice; ``measured`` has Word files laid out, which takes seconds;
    ``office`` is the folder of offices.yaml, which is looked for above each file otherwise.

    Raises:
        DataError: an offices.yaml has mistakes.

    """
    found: dict[Path, _Read | Linted] = {file: _read(file) for file in files_among(files, LAYOUTS)}
    if measured:
        found |= _laid_out([one for one in found.values() if isinstance(one, _Read)])
    return [
        one if isinstance(one, Linted) else _linted(one, find_register(one.file, office), advice=advice)
        for one in found.values()
    ]


def _read(file: Path) -> _Read | Linted:
    place = Origin(str(file))
    read = LAYOUTS.get(file.suffix.lower())
    if file.is_dir():
        return Linted(str(file), findings=(report("folder-without-papers", place),), unread=True)
    if read is None:
        return Linted(str(file), findings=(report("lint-format", place, name=file.name),), unread=True)
    try:
        content = read_bytes(file, str(file))
        return _Read(file, read(content), prove(content) if file.suffix.lower() == _PDF else None)
    except DataError as error:
        told = tuple(replace(one, origin=one.origin or place) for one in error.diagnostics)
        return Linted(str(file), findings=told, unread=True)


def _laid_out(read: Sequence[_Read]) -> Mapping[Path, _Read]:
    """Have the Word files among them laid out, all at once."""
    word = [one for one in read if one.file.suffix.lower() == WORD]
    pages = pages_of_word([read_bytes(one.file, str(one.file)) for one in word]) if word else []
    return {one.file: replace(one, shown=shown) for one, shown in zip(word, pages, strict=True)}


def _linted(read: _Read, register: Register, *, advice: bool) -> Linted:
    papers = recognise(read.layout)
    shown = recognise(read.shown) if isinstance(read.shown, Layout) else []
    told = papers if any(paper.nation for paper in papers) else shown or papers
    findings = [_in_the_file(one, read) for one in check(papers, shown, register)]
    sector = all(paper.sector for paper in told)
    about = [*_unmeasured(read, wanted=not sector), *(one for paper in told for one in _about(paper, read))]
    kind = ", ".join(dict.fromkeys(filter(None, (paper.kind or paper.sector for paper in told))))
    free = all((date := paper.date) is not None and date < IN_FORCE for paper in told)
    told_of = (*about, *_findings(findings, read, free=free, advice=advice), *_proven(read, advice=advice))
    paths = {block.place: block.path for block in read.layout.blocks if block.path}
    return Linted(str(read.file), kind, told_of, paths=paths)


def _in_the_file(finding: Finding, read: _Read) -> Finding:
    """Say where in a Word file stands what was found on its pages."""
    if not isinstance(read.shown, Layout) or not finding.place.startswith("page ") or not finding.words:
        return finding
    words = "".join(finding.words.split())
    places = (b.place for b in read.layout.blocks if words in "".join(b.text.split()))
    return replace(finding, place=next(places, finding.place))


def _about(paper: Paper, read: _Read) -> Iterator[Diagnostic]:
    """Say what the paper was not recognised as, and whether it is bound at all."""
    place = replace(read.place, place=paper.nation[0].place) if paper.nation else read.place
    if not paper.nation:
        yield report("form-not-recognised", place)
    elif paper.sector:
        yield report("form-of-sector", place, kind=paper.sector.capitalize())
    elif not paper.kind:
        yield report("form-no-kind", place, part=phrase("title"))
    if paper.kind and (missing := not_found(paper)):
        yield report("form-not-found", place, parts=strung(", ", missing))
    if (date := paper.date) and date < IN_FORCE and not paper.sector:
        yield report("form-not-bound", place, date=_written(date), begins=_written(IN_FORCE))


def _unmeasured(read: _Read, *, wanted: bool) -> Iterator[Diagnostic]:
    if wanted and isinstance(read.shown, Phrase):
        yield report("form-not-measured", read.place, reason=read.shown)


def _findings(found: Sequence[Finding], read: _Read, *, free: bool, advice: bool) -> Iterator[Diagnostic]:
    for finding in dict.fromkeys(found):
        only_advised = free or finding.rule.level is Level.ADVICE
        if advice or not only_advised:
            yield _told(finding, read.place, "form-advice" if only_advised else "form-rule")


def _proven(read: _Read, *, advice: bool) -> Iterator[Diagnostic]:
    """Tell what a PDF breaks of the standards that it promises to keep; the others are only advised."""
    for fault in read.proof.faults if read.proof else ():
        promised = read.proof is not None and read.proof.breaks_promise(fault)
        place = replace(read.place, place=f"page {fault.page}") if fault.page else read.place
        if promised or advice:
            code = "archive-rule" if promised else "archive-advice"
            yield report(code, place, clause=fault.clause, what=fault.what)


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


def _written(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"
