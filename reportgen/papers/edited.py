"""A draft that somebody changed in Word: what stands as it was computed, and which words are others now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.audit.pages import of_pages
from reportgen.audit.paper import OpenPaper, open_paper
from reportgen.batch import Order, Plan, make_plan
from reportgen.compose import GAP, pattern_names
from reportgen.model.artifact import DOCX, Artifact
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.manifest import Manifest
from reportgen.model.manifest_text import read_manifest
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.sign_off import EDITED, WORDING
from reportgen.papers.wanted import Task
from reportgen.pipeline import produce
from reportgen.readback import Difference, differences, read_back
from reportgen.readback.manifest import carried
from reportgen.readback.stretches import letters
from reportgen.readback.word_open import comments, tracked_changes

_WORDS: Final = frozenset({"words-edited", "words-gone", "words-added", "value-edited", "number-typed"})
_SHOWN: Final = 60


@dataclass(frozen=True)
class Edited:
    """A Word file that somebody changed, the draft that it was, and the wording that is another one now."""

    paper: OpenPaper
    draft: Artifact
    wording: tuple[Diagnostic, ...]

    @cached_property
    def digest(self) -> str:
        """Digest the file, as it was given."""
        return sha256(self.paper.content).hexdigest()

    @property
    def place(self) -> Origin:
        """Tell where it lies."""
        return Origin(self.paper.file)

    def words(self) -> dict[str, str]:
        """Give what the register keeps of it."""
        changes = (dict(one.values) for one in self.wording)
        lines = (f"{one['was']} → {one['stands']}" for one in changes)
        return {EDITED: self.digest, **({WORDING: "\n".join(lines)} if self.wording else {})}


def read_edited(file: Path, task: Task, order: Order) -> Edited:
    """Read a draft that was changed in Word, and hold it against what the data make now.

    Raises:
        DataError: it is no draft of these data, or more than its wording was changed; with every mistake.

    """
    place, plan = Origin(str(file)), task.plan
    if len(task.wanted) != 1 or plan.papers.members is not None:
        raise DataError([report("edited-of-list", place, count=len(task.wanted))])
    if file.suffix.lower() != ".docx" or "docx" not in task.wanted[0].targets:
        raise DataError([report("edited-not-word", place, name=file.name)])
    paper = open_paper(file)
    if there := paper.manifest.registered:
        raise DataError([report("edited-issued", place, number=there.number)])
    draft = produce(make_plan(plan.source, replace(order, issue=None)).papers.paper(()), "docx")
    found = carried(draft.content, DOCX)
    manifest, _ = read_manifest(found.text if found else "")
    if _made_of(paper.manifest) != _made_of(manifest):
        raise DataError([report("edited-other-data", place, source=plan.source.name)])
    paper = replace(paper, manifest=manifest)  # what it says of itself beyond that was anybody's to write
    faults = [*_unsettled(paper, place), *_changed(paper, draft), *_of_register(paper, plan)]
    if faults:
        raise DataError(faults)
    return Edited(paper, draft, tuple(_wording(paper, draft)))


def _unsettled(paper: OpenPaper, place: Origin) -> Iterator[Diagnostic]:
    """Tell of what a reader of the file could see in two ways."""
    for words in dict.fromkeys(tracked_changes(paper.content)):
        yield report("edited-tracked", place, words=words[:_SHOWN])
    for words in comments(paper.content):
        yield report("edited-comment", place, words=words[:_SHOWN])


def _changed(paper: OpenPaper, draft: Artifact) -> Iterator[Diagnostic]:
    """Tell of all that is more than wording: figures, pictures, hidden words, and numbers that are others."""
    if not paper.sealed:
        yield report("manifest-changed", Origin(paper.file))
    known = _WORDS | ({"laid-beside"} if any(True for _ in comments(paper.content)) else set())
    notes = [note for note in of_pages(paper).findings if note.code not in known]
    yield from notes
    figures = {dict(note.values).get("was", "") for note in notes} - {""}
    for one in _differences(paper, draft):
        was, stands = numbers(one.old), numbers(one.new)
        if GAP in one.old:
            yield report("edited-line-gone", Origin(paper.file), line=one.old)
        elif was != stands and not any(figure in one.old for figure in figures):
            before, now = (", ".join(found) or phrase("nothing") for found in (was, stands))
            yield report("edited-number", Origin(paper.file), was=before, stands=now, before=_behind(one))


def numbers(text: str) -> list[str]:
    """List the numbers of a text in their order, whatever stands between."""
    return "".join(letter if letter.isnumeric() else " " for letter in text).split()


def _wording(paper: OpenPaper, draft: Artifact) -> Iterator[Diagnostic]:
    """List the words that are others."""
    for one in _differences(paper, draft):
        was, stands = _quoted(one.old), _quoted(one.new)
        yield report("edited-wording", Origin(paper.file), was=was, stands=stands, before=_behind(one))


def _differences(paper: OpenPaper, draft: Artifact) -> list[Difference]:
    """Hold its text against the draft's, paragraph by paragraph, with headers and footers if they changed."""
    before, now = read_back(draft.content, DOCX), read_back(paper.content, DOCX)
    if len(paper.page) < len(paper.manifest.page):
        before, now = (replace(one, pieces=one.pieces[: one.body]) for one in (before, now))
    return differences(before, now)


def _behind(one: Difference) -> str:
    return phrase(", behind “{words}”", words=one.before) if one.before else ""


def _quoted(words: str) -> str:
    return f"“{words}”" if words else phrase("nothing")


def _made_of(manifest: Manifest) -> tuple[object, ...]:
    """Tell what a draft says and how its figures are computed, wherever that is written."""
    figures = [(name, one.formula, entry.value) for name, one, entry in manifest.entries]
    return manifest.maker.kind, manifest.maker.declared, figures, manifest.page


def _of_register(paper: OpenPaper, plan: Plan) -> Iterator[Diagnostic]:
    """Refuse to change what the register tells of the paper: the two would not say the same."""
    dataset, kind = plan.study.dataset, plan.study.kind
    was = letters(text for text, _ in paper.page).casefold()
    stands = letters(paper.shown.pieces).casefold()
    for name in _registered(kind):
        for text in _texts(dataset.values.get(name)):
            said = letters([text]).casefold()
            if was.count(said) > stands.count(said):
                place = dataset.sources.nearest((name,))
                label = kind.fields[name].title
                yield report(
                    "edited-registered",
                    Origin(paper.file),
                    name=label,
                    words=text,
                    related=[(phrase("written here"), place)],
                )


def _registered(kind: Kind) -> list[str]:
    """Name the fields of which the register, or a signature, tells."""
    spec = kind.register
    patterns = [spec.series, *spec.words.values()] if spec else []
    patterns += [one.who for one in kind.signatures.values()]
    names = (name.split(".")[0] for pattern in patterns for name in pattern_names(pattern))
    return [name for name in dict.fromkeys(names) if name in kind.fields]


def _texts(value: object) -> Sequence[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return (
        [one for one in value if isinstance(one, str) and one.strip()] if isinstance(value, Sequence) else []
    )
