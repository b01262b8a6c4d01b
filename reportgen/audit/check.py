"""The figures of a paper computed again from what it carries, and held against what its pages show now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.audit.paper import OpenPaper, open_paper
from reportgen.compose import figure_text, value_text
from reportgen.compute import again
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Figure
from reportgen.model.manifest import WITHHELD, Entry, Manifest, Recorded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.readback import Difference, differences

_WORDS = re.compile(r"[\w.,/%–-]*[\w%–]")
_SHOWN = 60
_OTHER_PAPER = 3
"""Where more than one letter in so many is another, it is another paper's manifest."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What became of a paper: ``computed`` of its ``figures`` could be computed again from the file alone."""

    file: str
    findings: tuple[Diagnostic, ...]
    manifest: Manifest | None = None
    figures: int = 0
    computed: int = 0

    @property
    def says_no(self) -> bool:
        """Tell whether anything is not as it was made."""
        return any(finding.stops for finding in self.findings)


def audit(file: Path) -> Audited:
    """Compute the figures of a paper again and compare them with its pages.

    Raises:
        DataError: it is no finished paper, or cannot be read.

    """
    try:
        paper = open_paper(file)
    except DataError as error:
        if any(one.code not in {"no-manifest", "manifest-unreadable"} for one in error.diagnostics):
            raise
        return Audited(str(file), error.diagnostics)
    entries = [name for name, _, entry in paper.manifest.entries if entry.value is not WITHHELD]
    figures = again(paper.manifest)
    findings = (*_of_manifest(paper, figures), *(list(_of_pages(paper)) or _of_drawings(paper)))
    return Audited(str(file), findings, paper.manifest, len(entries), len(figures))


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


def called(recorded: Recorded, entry: Entry) -> str:
    """Call a figure as people do, with its row."""
    name = f"{recorded.label} ({recorded.name})" if recorded.label else recorded.name
    row = entry.label or (phrase("total") if entry.at == "total" else "")
    if not entry.at:
        return name
    if not row:
        row = phrase("row {row}", row=entry.at)
    return phrase("{name} ({label})", name=name, label=row)


def _of_pages(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell what the pages no longer say as they did."""
    place = Origin(paper.file)
    names = {name: called(figure, entry) for name, figure, entry in paper.manifest.entries}
    told: set[str] = set()
    for name, was, stands in _edited_controls(paper):
        if name not in told:
            told.add(name)
            yield report(
                "figure-edited", place, name=names.get(name, name), was=was, stands=stands, before=""
            )
    pieces = [text for text, _ in paper.manifest.page]
    found = differences(Reading(pieces), paper.reading)
    if sum(len(one.old) for one in found) * _OTHER_PAPER > sum(map(len, pieces)):
        yield report("manifest-of-another", place, count=len(found))
        return
    for one in _without_moved(found, paper.reading):
        yield from _of_difference(one, paper, names, told)
    yield from _of_hidden(paper, names, {piece for one in found for piece in one.pieces}, told)


def _of_hidden(
    paper: OpenPaper, names: Mapping[str, str], known: set[int], told: set[str]
) -> Iterator[Diagnostic]:
    """Tell the figures that stand there still, and which a reader cannot read, or reads otherwise."""
    if paper.legible.pieces == paper.reading.pieces:
        return
    for one in differences(Reading([text for text, _ in paper.manifest.page]), paper.legible):
        hit = [paper.manifest.page[piece] for piece in one.pieces if piece not in known]
        old, new = ("".join(words.split()) for words in (one.old, one.new))
        for text, name in hit:
            if name in names and name not in told and text not in _WORDS.findall(one.new):
                told.add(name)
                left = iter(old)
                less = all(letter in left for letter in new)
                code, stands = ("figure-hidden", "") if less else ("figure-edited", _instead(one, text))
                yield report(
                    code, Origin(paper.file), name=names[name], was=text, stands=stands, before=_before(one)
                )


def _of_drawings(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell of pages that say what they said and show something else: laid over, painted out, exchanged."""
    made, now = paper.manifest.drawn, paper.drawn
    for page in range(max(len(made), len(now))):
        if made[page : page + 1] != now[page : page + 1]:
            yield report("page-redrawn", Origin(paper.file, place=f"page {page + 1}"))


def _edited_controls(paper: OpenPaper) -> Iterator[tuple[str, str, str]]:
    """List the controls that no longer show what was printed, then what Word would show in them next."""
    for name, text in (*paper.carried.shown, *paper.carried.bound.items()):
        was = paper.printed.get(name)
        if was is not None and text.split() != was.split():
            yield name, was, text


def _of_difference(
    one: Difference, paper: OpenPaper, names: Mapping[str, str], told: set[str]
) -> Iterator[Diagnostic]:
    place = _place(paper.file, one)
    hit = [paper.manifest.page[piece] for piece in one.pieces]
    figures = [(text, name) for text, name in hit if name in names and text not in _WORDS.findall(one.new)]
    for text, name in figures:
        if name not in told:
            told.add(name)
            stands = _instead(one, text) or phrase("nothing")
            yield report(
                "figure-edited", place, name=names[name], was=text, stands=stands, before=_before(one)
            )
    if not figures:
        code = "words-edited" if one.old and one.new else "words-gone" if one.old else "words-added"
        yield report(code, place, was=one.old, stands=one.new, before=_before(one))


def _instead(one: Difference, text: str) -> str:
    """Tell what stands in the place of a value, without the words and signs that stick to both."""
    old, new, value = ("".join(words.split()) for words in (one.old, one.new, text))
    before, _, after = old.partition(value)
    around = new.startswith(before) and new.endswith(after) and len(new) > len(before) + len(after)
    return new[len(before) : len(new) - len(after)] if around else one.new


def _before(one: Difference) -> str:
    return phrase(", behind “{words}”", words=one.before[-_SHOWN:]) if one.before else ""


def _place(file: str, one: Difference) -> Origin:
    return Origin(file) if one.new_page is None else Origin(file, place=f"page {one.new_page}")


def _without_moved(found: list[Difference], reading: Reading) -> list[Difference]:
    """Leave out headers that only stand in another order: who saves a Word file again numbers them anew."""
    if reading.body is None:
        return found
    here = [one for one in found if one.new and not one.old and one.new_piece >= reading.body]
    left = list(found)
    for one in here:
        if gone := next((other for other in left if other.old == one.new and not other.new), None):
            left.remove(gone)
            left.remove(one)
    return left
