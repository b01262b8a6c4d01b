"""The papers that a data file asks for, gone through one by one: their names, what is wrong in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.batch.papers import Key, Papers, key_figures
from reportgen.compose import pattern_names
from reportgen.compute import called_formula, compute
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.figure import Figures
from reportgen.model.formula import Name
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.pipeline import read_sentences, unfit_photos
from reportgen.prose import Prose, Said
from reportgen.study import Study
from reportgen.study.members import place

_NEEDS_ALL = frozenset({"number-unchecked", "mark-without-value", "numbers-unexplained"})
"""What is said of sentences that may be wrong because something else is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a paper when it was gone through: the values of its name, its key figures."""

    key: Key
    named_after: Mapping[str, object]
    figures: Sequence[tuple[str, str]]


@dataclass(slots=True)
class Gathered:
    """What is to be told of all papers together."""

    complaints: Complaints = field(default_factory=Complaints)
    told: dict[Diagnostic, None] = field(default_factory=dict)
    quoted: set[Name] = field(default_factory=set)
    said: dict[Said, None] = field(default_factory=dict)
    spoilt: dict[Key, list[Diagnostic]] = field(default_factory=dict)
    """What is wrong of papers that is not wrong in all the data."""


def gather(found: Study, papers: Papers, targets: Sequence[str], gathered: Gathered) -> Iterator[Seen]:
    """Go through the papers; none of them is kept but the first few."""
    names = {name.split(".")[0] for name in pattern_names(found.kind.file_name)}
    sentences = Sentences(found)
    left_out: list[Origin] = []
    total = 0
    for key in papers.keys(gathered.complaints):
        total += 1
        figures = _figures(dataset := papers.dataset(key), found)
        if figures.wanted is False:
            left_out.append(_place(dataset, found))
            continue
        paper = papers.composed(key, dataset, figures)
        unfit = unfit_photos([paper], targets)
        notes = _of_member(figures.diagnostics, found, dataset)
        gathered.told.update(dict.fromkeys([*notes, *unfit, *sentences.told(paper.prose, dataset)]))
        gathered.quoted |= paper.prose.read
        gathered.said.update(dict.fromkeys(paper.prose.said))
        wrong = [note for note in (*figures.diagnostics, *unfit, *paper.prose.diagnostics) if note.stops]
        gathered.spoilt |= {key: wrong} if wrong else {}
        yield Seen(key, {name: paper.context.values.get(name) for name in names}, key_figures(paper))
    _tell_left_out(found, left_out, total, gathered.complaints)


def beside_mistakes(found: Study, papers: Papers) -> Iterator[Diagnostic]:
    """Say what is wrong with sentences whatever becomes of the mistakes in the data."""
    if found.telling:
        sentences = Sentences(found)
        for key in papers.keys(Complaints()):
            figures = _figures(dataset := papers.dataset(key), found)
            if figures.wanted is not False:
                told = sentences.told(read_sentences(found.kind, dataset, figures), dataset)
                yield from (note for note in told if note.code not in _NEEDS_ALL)


@dataclass(frozen=True, slots=True)
class Sentences:
    """What was said already of numbers in sentences; what no figure explains is said once for all papers."""

    found: Study
    heard: set[tuple[object, ...]] = field(default_factory=set)

    def told(self, prose: Prose, dataset: Dataset) -> Iterator[Diagnostic]:
        """Say what is new of one paper."""
        for note in prose.diagnostics:
            mark = (note.code, note.origin, () if note.code == "numbers-unexplained" else note.values)
            if mark not in self.heard:
                self.heard.add(mark)
                yield from _of_member([note], self.found, dataset)


def _figures(dataset: Dataset, found: Study) -> Figures:
    """Compute a member's figures; what was found to hold of every row is not asked again."""
    return compute(dataset, found.kind, found.figures.held) if found.dataset.for_each else found.figures


def _of_member(notes: Iterable[Diagnostic], found: Study, dataset: Dataset) -> Iterator[Diagnostic]:
    """Say for which document something is wrong that is not wrong in all the data."""
    if found.dataset.for_each is None:
        yield from notes
        return
    for note in notes:
        if note not in found.notes:
            member = phrase("in the document for"), _place(dataset, found)
            yield replace(note, related=(*note.related, member))


def _place(dataset: Dataset, found: Study) -> Origin:
    asked = found.dataset.for_each
    return place(dataset, asked) if asked else dataset.sources.nearest(())


def _tell_left_out(found: Study, left_out: Sequence[Origin], total: int, complaints: Complaints) -> None:
    each, asked = found.kind.each, found.dataset.for_each
    formula = each.where if each else None
    where = called_formula(found.kind, formula.text, formula.names) if formula else ""
    if left_out:
        complaints.add(
            "left-out", left_out[0], count=len(left_out), total=total, where=where,
            places=", ".join(str(origin) for origin in left_out),
        )  # fmt: skip
    if len(left_out) == total and asked and not complaints.serious:
        complaints.add("nothing-to-make", asked.origin, where=where)
