"""The figures of a paper computed again from what it carries, and held against what its pages show now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.audit.checked import Checked, checked
from reportgen.audit.eyes import of_eyes
from reportgen.audit.pages import of_pages
from reportgen.audit.paper import SUFFIXES, OpenPaper, called, open_paper
from reportgen.audit.provenance import Provenance, Whence, whence
from reportgen.compose import figure_text, value_text
from reportgen.compute import Unlike, again, departures, discords
from reportgen.kinds import Shelf
from reportgen.load import files_among
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Figure
from reportgen.model.manifest import Entry, Manifest, Recorded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase


@dataclass(frozen=True, slots=True)
class Audited:
    """What became of a paper: its findings, those of wording last, and every figure that could be looked at.

    ``whence`` tells whether its kind is the office's own, where folders of kinds were given to look in.
    """

    file: str
    findings: tuple[Diagnostic, ...]
    manifest: Manifest | None = None
    figures: tuple[Checked, ...] = ()
    whence: Whence | None = None
    unread: bool = False

    @property
    def says_no(self) -> bool:
        """Tell whether anything is not as it was made; of a file that could not be read nobody knows."""
        return not self.unread and any(finding.stops for finding in self.findings)

    @property
    def computed(self) -> int:
        """Count the figures that were computed again."""
        return sum(one.computed for one in self.figures)

    @property
    def recorded(self) -> int:
        """Count those that the paper records and does not withhold."""
        return sum(not one.withheld for one in self.figures)


def audit_all(files: Iterable[Path], shelf: Shelf | None = None) -> list[Audited]:
    """Audit papers, and of a folder all that are in it; what cannot be read is told among them."""
    return [_audited(file, shelf) for file in files_among(files, SUFFIXES)]


def _audited(file: Path, shelf: Shelf | None) -> Audited:
    try:
        return audit(file, shelf)
    except DataError as error:
        return Audited(str(file), error.diagnostics, unread=True)


def audit(file: Path, shelf: Shelf | None = None) -> Audited:
    """Compute the figures of a paper again and compare them with its pages, and its kind with those here.

    Raises:
        DataError: it is no finished paper, or cannot be read.

    """
    try:
        paper = open_paper(file)
    except DataError as error:
        if any(one.code not in {"no-manifest", "manifest-unreadable"} for one in error.diagnostics):
            raise
        return Audited(str(file), error.diagnostics)
    return audit_paper(paper, shelf)


def audit_paper(paper: OpenPaper, shelf: Shelf | None = None) -> Audited:
    """Do the same with a paper that is open."""
    figures = again(paper.manifest)
    origin = whence(paper.manifest, shelf) if shelf else None
    found = of_pages(paper, origin.kind if origin else None)
    of_paper = (*_of_manifest(paper, figures), *_of_kind(paper, origin), *of_eyes(paper))
    findings = (*of_paper, *found.findings, *_of_word(paper))
    looked_at = tuple(checked(paper, figures, found.figures))
    return Audited(paper.file, tuple(dict.fromkeys(findings)), paper.manifest, looked_at, origin)


_DEPARTED = {
    Unlike.DECLARED: "figure-declared-otherwise",
    Unlike.WITHHELD: "figure-held-back",
    Unlike.UNRECORDED: "figure-unrecorded",
}


def _of_kind(paper: OpenPaper, origin: Whence | None) -> Iterator[Diagnostic]:
    """Tell where a manifest says otherwise than the office's kind, which makes its figures."""
    place = Origin(paper.file)
    if origin is None or origin.folder is None:
        return
    if origin.provenance is Provenance.OTHERWISE:
        made = paper.manifest.maker
        yield report(
            "kind-not-own", place, name=made.kind, version=made.version, folder=origin.folder / "kind.yaml"
        )
    for one in departures(paper.manifest, origin.kind) if origin.kind else ():
        yield report(
            _DEPARTED[one.how],
            place,
            name=one.name,
            recorded=one.recorded,
            declared=one.declared or phrase("nothing"),
        )


def _of_word(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell of a paper that was issued from a Word file: no template wrote all of its words."""
    if paper.manifest.edited:
        code = "edited-before-issue" if paper.is_word else "edited-laid-out"
        yield report(code, Origin(paper.file))


def _of_manifest(paper: OpenPaper, figures: Mapping[str, Figure]) -> Iterator[Diagnostic]:
    """Tell where a manifest contradicts itself, which no program writes."""
    place = Origin(paper.file)
    if not paper.sealed:
        yield report("manifest-changed", place)
    values = {name: entry.value for name, _, entry in paper.manifest.entries}
    doubted: set[str] = set()
    for name, recorded, entry in paper.manifest.entries:
        title = called(recorded, entry)
        if (figure := figures.get(name)) is not None and (computed := _otherwise(figure, entry)):
            doubted.add(name)
            yield report(
                "figure-computes-otherwise", place, name=title, recorded=entry.printed, computed=computed
            )
        if paper.printed.get(name, entry.printed) != entry.printed:
            yield _unlike(place, title, phrase("the text of its pages"))
        for read, value in entry.reads.items():
            seen = _seen_from(recorded, entry, read, values)
            if value != values.get(seen, value) and seen not in doubted:
                doubted.add(seen)
                yield _unlike(place, title, read)
    for one in discords(paper.manifest):
        yield _unlike(place, called(one.recorded, one.entry), one.text)


def _otherwise(figure: Figure, entry: Entry) -> str:
    """Tell what a figure computes to, where that is not what is recorded."""
    computed = figure_text(figure)
    if figure.state in {"known", "nothing"} and computed != entry.printed:
        return computed
    return "" if figure.value == entry.value else value_text(figure.value)


def _seen_from(recorded: Recorded, entry: Entry, read: str, known: Mapping[str, object]) -> str:
    """Tell under which name a figure that another reads is recorded: its own row's come first."""
    table = recorded.name.rpartition(".")[0]
    own = f"{table}.{entry.at}.{read}"
    return own if entry.at and own in known else read


def _unlike(place: Origin, name: str, read: str) -> Diagnostic:
    return report("manifest-contradicts", place, name=name, read=read)
