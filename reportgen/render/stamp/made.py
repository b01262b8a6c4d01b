"""A stamp: a frozen page, its changing paragraphs, and the files that it was laid out with."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from reportgen.model.artifact import PDF, Artifact, Impression, Script
from reportgen.render.page.head import is_head
from reportgen.render.page.letters import Alphabet, style_of
from reportgen.render.page.tags import boxes
from reportgen.render.sight import sight
from reportgen.render.stamp.beside import Surroundings
from reportgen.render.stamp.fount import Fount
from reportgen.render.stamp.frame import Blank, Slot, blank
from reportgen.render.stamp.heads import Heading, changing_heads, fixed_parts
from reportgen.render.stamp.lines import Paragraph, drawn, paragraphs, texts_of
from reportgen.render.stamp.plate import NotPlainError, Plate
from reportgen.render.stamp.run import Run
from reportgen.render.template.kept import content_of
from reportgen.render.template.marks import Frame

Lines = tuple[int, ...]
"""How many lines each changing paragraph takes."""


@dataclass(slots=True)
class Witness:
    """What is seen of a page while it is laid out and written."""

    elements: Sequence[Element] = ()
    """Of the filled page, in their order, before anything was added to it."""

    files: Mapping[Path, bytes | None] = field(default_factory=dict)
    """What was read for it; nothing where no file was found."""

    document: Any = None
    """The page as it was laid out; nothing where it had to be mended first."""

    pdf: Any = None
    objects: Sequence[Any] = ()
    """Those of the file, as it was about to be written."""

    alphabets: Mapping[Any, Alphabet] = field(default_factory=dict)
    """The glyphs that its faces have, whatever it says."""

    faces: Hashable = None
    """The files that its faces come from."""

    def see(self, document: Any, pdf: Any) -> None:
        """Look at a file that is about to be written."""
        self.document, self.pdf, self.objects = document, pdf, tuple(pdf.objects)

    def paragraphs(self) -> dict[int, Paragraph]:
        """Find the paragraphs that can be set again, by the place of their element among all."""
        if len(self.document.pages) != 1:
            return {}
        headed = fixed_parts(self.elements[0], list(filter(is_head, self.elements)))
        places = {
            id(element): place for place, element in enumerate(self.elements) if id(element) not in headed
        }
        page = self.document.pages[0]._page_box  # noqa: SLF001  # nothing public
        around = Surroundings.of(page)
        found = [
            (places.get(id(element)), paragraph)
            for element, paragraph in paragraphs(page)
            if around.leave_alone(paragraph.block)
        ]
        return {place: paragraph for place, paragraph in found if place is not None}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A plate with its changing paragraphs, each with the places of its runs, in the order of the slots."""

    plate: Plate
    paragraphs: Sequence[Paragraph]
    places: Sequence[Sequence[int]]
    blank: Blank
    files: Mapping[Path, bytes | None]
    heads: Sequence[Heading] = ()

    @property
    def lines(self) -> Lines:
        """Tell how many lines its paragraphs take."""
        return tuple(len(one.lines) for one in self.paragraphs)

    def count(self, texts: Iterable[str]) -> Lines:
        """Tell how many lines other words take."""
        return tuple(one.count(text) for one, text in zip(self.paragraphs, texts, strict=True))

    def changed(self, texts: Sequence[str]) -> dict[int, Run] | None:
        """Set other words; nothing where they take other lines, are not plain, or do not fit a head."""
        changed: dict[int, Run] = {}
        if not all(head.stays(dict(enumerate(texts))) for head in self.heads):
            return None
        for paragraph, places, text in zip(self.paragraphs, self.places, texts, strict=True):
            runs = paragraph.known.get(text) or paragraph.set(text)
            if runs is None:
                return None
            changed.update(zip(places, runs, strict=True))
        return changed

    def printed(
        self, changed: Mapping[int, Run], identifier: bytes, script: Script
    ) -> Artifact | Impression | None:
        """Print the page with other words: what it has of its own; with unusual letters, whole."""
        if not self.plate.agrees(changed):
            content = self.plate.written(changed, identifier)
            return Artifact(content, PDF, script) if content else None
        texts = {place: run.text for place, run in changed.items()}
        whole = partial(self.plate.put_together, changed, identifier)
        return Impression(self.plate, self.plate.stream(changed), identifier, texts, script, whole)

    def written(self, texts: Sequence[str], identifier: bytes) -> bytes | None:
        """Write the file with other words, if it can be."""
        changed = self.changed(texts)
        return None if changed is None else self.plate.written(changed, identifier)

    def is_of_today(self) -> bool:
        """Ask whether the files that the page was laid out with still say the same."""
        return all(content_of(path) == content for path, content in self.files.items())


def settable(found: Iterable[Slot], witness: Witness) -> list[Slot]:
    """Choose the slots whose paragraphs can be set again."""
    known = witness.paragraphs()
    return [slot for slot in found if slot.element in known]


def made_of(witness: Witness, frame: Frame, values: Sequence[str], slots: Sequence[Slot]) -> Stamp | None:
    """Make a stamp of a page, if it is plain enough."""
    known = witness.paragraphs()
    found = [known.get(slot.element) for slot in slots]
    chosen = [one for one in found if one is not None]
    texts = [slot.text(values) for slot in slots]
    if not slots or len(chosen) != len(slots) or not all(map(_says, chosen, texts)):
        return None
    runs = _drawn(texts_of(boxes(*witness.document.pages)))
    founts: dict[Hashable, Fount] = {}
    try:
        plate = Plate(witness, list(runs.values()))
        settled = [_settled(one, [runs[id(line)] for line in one.lines], witness, founts) for one in chosen]
        places = [list(map(plate.place, one.runs)) for one in settled]
    except (NotPlainError, KeyError):
        return None
    numbers = {number for slot in slots for number in slot.values}
    heads = list(changing_heads(witness.elements[0], [witness.elements[slot.element] for slot in slots]))
    if heads:
        settled = [replace(one, stays=partial(_stays, heads, place)) for place, one in enumerate(settled)]
    return Stamp(plate, settled, places, blank(frame, values, numbers), witness.files, heads)


def _stays(heads: Sequence[Heading], slot: int, text: str) -> bool:
    """Ask whether heads are set as they were, with other words in one of the page's slots."""
    return all(head.stays({slot: text}) for head in heads)


def _settled(
    paragraph: Paragraph, runs: Sequence[Run], witness: Witness, founts: dict[Hashable, Fount]
) -> Paragraph:
    """Keep how its lines were drawn, and in which fount: that of all paragraphs that are set alike."""
    line, first = paragraph.lines[0], runs[0]
    key = (first.key, line.style["font_size"], style_of(line))
    if key not in founts:
        alphabet = witness.alphabets.get(first.key, Alphabet())
        founts[key] = Fount(alphabet, sight(first.face, line.style))
    return replace(paragraph, runs=runs, case=replace(paragraph.case, fount=founts[key]))


def _drawn(texts: Iterable[Any]) -> dict[int, Run]:
    """Draw the texts of a page, each face opened once; leave those out that are not plain."""
    runs: dict[int, Run] = {}
    faces: dict[Any, Run] = {}
    for text in texts:
        if run := drawn(text, faces.values()):
            runs[id(text)] = faces[run.key] = run
    return runs


def _says(paragraph: Paragraph, text: str) -> bool:
    """Ask whether a paragraph says a text, wherever its lines are broken."""
    return paragraph.words.replace(" ", "") == text.replace(" ", "")
