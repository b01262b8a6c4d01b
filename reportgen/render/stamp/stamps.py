"""Pages that differ in a few words are laid out once, and stamped from then on.

The engine lays a page out. When a second one of the same frame comes, the first is frozen (`plate`), and all
others need only their own words broken into lines and drawn (`lines`); the file is, to the byte, the one that
the engine would write. Nothing of this is taken on trust: before a plate is used, the page it was made of
and two made-up ones, with words as long and as short as its lines allow, are laid out by the engine and
stamped as well, and must be equal. What the engine complains of, what is not plain and what was not proven
is laid out.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reportgen.model.artifact import Artifact, Impression
from reportgen.model.errors import RenderError
from reportgen.render.quick import FAULTS
from reportgen.render.stamp.frame import Slot, slots
from reportgen.render.stamp.made import Lines, Stamp, Witness, made_of, settable
from reportgen.render.stamp.proof import extremes
from reportgen.render.template.marks import Filled, Frame, filled, identifier_of

_MOST_TRIED: Final = 100
"""So many pages of a frame are looked at to learn from them."""

_MOST_FORMS: Final = 16

LayOut = Callable[[str, Witness | None], Artifact]
"""Lays a filled page out, before a witness."""

Fixed = tuple[str, ...]
"""The values of a page that no stamp changes."""


class LaidOut(StrEnum):
    """Why a page was not stamped."""

    NEW = "no-stamp-yet"
    VALUE = "value-not-plain-words"
    LINES = "words-set-otherwise"
    FILES = "style-sheet-changed"
    MOVES = "page-moves-with-words"
    UNPROVEN = "stamp-not-proven"
    ENGINE = "engine-not-proven"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as the engine laid it out: its values, what was seen of it, its file."""

    values: Sequence[str]
    witness: Witness
    content: bytes


@dataclass(slots=True)
class _Form:
    """What is known of pages of one frame; one whose stamps made a mistake is ``spoilt``.

    The ``first`` page is kept until there is a second one, to learn from it.
    """

    frame: Frame
    first: _Page | None = None
    tried: int = 0
    spoilt: bool = False
    slots: Sequence[Slot] = ()
    staying: Sequence[int] | None = None
    seen: set[tuple[Fixed, Lines]] = field(default_factory=set)
    stamps: dict[Fixed, dict[Lines, Stamp | None]] = field(default_factory=dict)

    def fixed(self, values: Sequence[str]) -> Fixed:
        """Take the values that stay."""
        if self.staying is None:
            numbers = {number for slot in self.slots for number in slot.values}
            self.staying = [number for number in range(len(values)) if number not in numbers]
        return tuple([values[number] for number in self.staying])

    def texts(self, values: Sequence[str]) -> list[str] | None:
        """Give the words of the paragraphs that change; nothing where a value is not plain words."""
        texts: list[str] = []
        for slot in self.slots:
            text = slot.plain(values)
            if text is None:
                return None
            texts.append(text)
        return texts

    def stamped(self, page: Filled) -> Artifact | Impression | LaidOut:
        """Stamp a page, if there is a stamp for it."""
        values = page.values
        known = self.stamps.get(self.fixed(values), {}) if self.slots else {}
        first = next(filter(None, known.values()), None)
        if first is None:
            return LaidOut.UNPROVEN if known else LaidOut.NEW if self.tried < _MOST_TRIED else LaidOut.MOVES
        texts = self.texts(values)
        if texts is None:
            return LaidOut.VALUE
        for stamp in filter(None, (first, known.get(first.count(texts)) if len(known) > 1 else None)):
            if not stamp.is_of_today():
                return LaidOut.FILES
            changed = stamp.changed(texts)
            made = changed and stamp.printed(changed, identifier_of(page.html), stamp.blank.filled(values))
            if made:
                return made
        return LaidOut.LINES

    def take(self, page: _Page, lay_out: LayOut) -> None:
        """Keep the first page, and learn from any other; a file of more pages moves with its words."""
        document = page.witness.document
        if self.tried or document is None:
            self.learn(page, lay_out)
        elif len(document.pages) == 1:
            self.first = page
        else:
            self.tried = _MOST_TRIED

    def learn_first(self, lay_out: LayOut) -> None:
        """Make a stamp of the page that was kept."""
        page, self.first = self.first, None
        if page is not None:
            self.learn(page, lay_out)

    def learn(self, page: _Page, lay_out: LayOut) -> None:
        """Make a stamp of a page, if it is the first or others like it were met before."""
        values, witness = page.values, page.witness
        self.tried += 1
        if witness.document is None:
            return
        self.slots = self.slots or settable(slots(self.frame, values), witness)
        if not self.slots:
            self.tried = _MOST_TRIED
        stamp = made_of(witness, self.frame, values, self.slots) if self.texts(values) else None
        if stamp is None or not stamp.is_of_today():
            return
        fixed, lines = self.fixed(values), stamp.lines
        if self.tried > 1 and (fixed, lines) not in self.seen:
            self.seen.add((fixed, lines))
            return
        known = self.stamps.setdefault(fixed, {})
        before = known.get(lines)
        if lines not in known or (before and not before.is_of_today()):
            known[lines] = stamp if self._proven(stamp, page, lay_out) else None

    def _proven(self, stamp: Stamp, page: _Page, lay_out: LayOut) -> bool:
        """Hold what is stamped against what the engine writes."""
        try:
            return self._written(stamp, page.values) == page.content and all(
                self._written(stamp, other) == lay_out(filled(self.frame, other), None).content
                for other in extremes(self.slots, stamp.paragraphs, page.values)
            )
        except RenderError:  # the engine complains of words that long, or that short
            return False

    def _written(self, stamp: Stamp, values: Sequence[str]) -> bytes | None:
        texts = [slot.text(values) for slot in self.slots]
        return stamp.written(texts, identifier_of(filled(self.frame, values)))


def stamped(
    page: Filled, key: Hashable, lay_out: LayOut, is_known: Callable[[], bool]
) -> Artifact | Impression | LaidOut:
    """Stamp a filled page, if it is known how to, or can be learnt of the first one and the engine is known.

    ``key`` is all else that a file is made of.
    """
    form = _form((key, _empty(page.values)), page.frame)
    if not form.spoilt:
        if form.first is not None and not is_known():
            return LaidOut.ENGINE
        try:
            form.learn_first(lay_out)
            return form.stamped(page)
        except FAULTS:
            form.spoilt = True
    return LaidOut.UNPROVEN


def laid_out(page: Filled, key: Hashable, lay_out: LayOut, why: LaidOut) -> Artifact:
    """Lay a page out that could not be stamped, and learn to stamp others like it."""
    form, html = _form((key, _empty(page.values)), page.frame), page.html
    is_taught = form.tried < _MOST_TRIED and not form.spoilt and why != LaidOut.ENGINE
    witness = Witness() if is_taught else None
    try:
        made = lay_out(html, witness)
        if witness is not None:
            form.take(_Page(page.values, witness, made.content), lay_out)
    except FAULTS:
        if witness is None:
            raise
        form.spoilt, made = True, lay_out(html, None)
    return replace(made, detours={"page": why})


def _empty(values: Sequence[str]) -> tuple[int, ...]:
    """Tell which values print nothing: what stands around them is set otherwise: they are another form."""
    return tuple([number for number, value in enumerate(values) if not value]) if "" in values else ()


@lru_cache(maxsize=_MOST_FORMS)
def _form(key: Hashable, frame: Frame) -> _Form:  # noqa: ARG001  # the key tells forms of one frame apart
    return _Form(frame)
