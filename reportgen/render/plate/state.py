"""What is open at one point of a Word part while its template is followed from tag to tag."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from reportgen.render.word.controls import CONTROL, HOLDERS
from reportgen.render.word.places import W
from reportgen.render.word.text import counts
from reportgen.render.word.tidy import TEXTS

PARAGRAPH, RUN, TABLE, ROW, CELL, TEXT = "w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:t"
_HOLDERS: Final = tuple(tag.replace(W, "w:") for tag in HOLDERS)
_CONTROL: Final = CONTROL.replace(W, "w:")
_BLOCKS: Final = frozenset({PARAGRAPH, TABLE, "w:sdt"})
_MUST_HOLD: Final = {ROW: CELL, TABLE: ROW}
_MUST_END: Final = frozenset(tag.replace(W, "w:") for tag in TEXTS)
_FALLBACK: Final = "Fallback"
_CODE: Final = "w:instrText"
_SAID: Final = re.compile(r'([\w:.-]+)="([^"]*)"')
_OFF: Final = frozenset({"0", "false", "off"})
_UNSURE: Final = "?"
SECTION: Final = "w:sectPr"


@dataclass(frozen=True, slots=True)
class Open:
    """An element that is open: whether its words are seen, what it surely holds, and which block ends it.

    ``look`` are the properties of a run as they are written.
    """

    tag: str
    hidden: bool = False
    holds: frozenset[str] = frozenset()
    last: str = ""
    look: str = ""

    @property
    def whole(self) -> bool:
        """Tell that Word calls it no damage when it is closed here."""
        holds = _MUST_HOLD.get(self.tag) in {None, *self.holds}
        return holds and (self.tag not in _MUST_END or self.last in {PARAGRAPH, "w:sdt"})


@dataclass(frozen=True, slots=True)
class State:
    """The elements that are open, outermost first, and the codes of the fields that are."""

    open: tuple[Open, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """Name the innermost element."""
        return self.open[-1].tag if self.open else ""

    @property
    def seen(self) -> bool:
        """Tell that words here are the page's own, and once."""
        return not (self.open and self.open[-1].hidden) and not any(map(counts, self.fields))

    @property
    def bindable(self) -> str | None:
        """Give the look of the run where a figure may become a control; elsewhere nothing."""
        *outer, holder, run, text = ["", "", "", *(one.tag for one in self.open)]
        may = (run, text) == (RUN, TEXT) and holder in _HOLDERS and _CONTROL not in outer
        return self.open[-2].look if may else None

    def like(self, other: "State") -> bool:
        """Tell that the same elements and fields are open, and runs of the same look."""
        return self.fields == other.fields and _alike(self.open) == _alike(other.open)

    def begun(self, tag: str, attributes: str) -> "State":
        """Open an element."""
        outer = tuple(_holding(one, tag) for one in self.open)
        if outer and tag in _BLOCKS:
            outer = (*outer[:-1], replace(outer[-1], last=tag))
        hidden = bool(outer and outer[-1].hidden) or tag.endswith(f":{_FALLBACK}")
        state = State((*outer, Open(tag, hidden)), self.fields)
        return _SPECIAL[tag](state, said(attributes)) if tag in _SPECIAL else state

    def ended(self) -> "State":
        """Close the innermost element."""
        return State(self.open[:-1], self.fields)

    def looking(self, look: str) -> "State":
        """Note how the run looks whose properties have just ended."""
        if self.tag != RUN:
            return self
        return State((*self.open[:-1], replace(self.open[-1], look=look)), self.fields)

    def coded(self, words: str) -> "State":
        """Go on with the code of a field, where words stand in one."""
        if self.tag != _CODE or not self.fields:
            return self
        return State(self.open, (*self.fields[:-1], self.fields[-1] + words))


def either(one: State, other: State) -> State:
    """Keep what is sure whichever way was taken."""
    return State(tuple(map(_either, one.open, other.open)), one.fields)


def said(attributes: str) -> Mapping[str, str]:
    """Read the attributes of a tag."""
    return {name: html.unescape(value) for name, value in _SAID.findall(attributes)}


def _alike(found: Iterable[Open]) -> list[tuple[str, bool, str]]:
    return [(one.tag, one.hidden, one.look) for one in found]


def _either(one: Open, other: Open) -> Open:
    last = one.last if one.last == other.last else _UNSURE
    return replace(one, holds=one.holds & other.holds, last=last)


def _holding(one: Open, tag: str) -> Open:
    return replace(one, holds=one.holds | {tag}) if _MUST_HOLD.get(one.tag) == tag else one


def _hide_run(state: State, attributes: Mapping[str, str]) -> State:
    """Hide the run whose properties say so: these are open too, and so is what they say."""
    if attributes.get("w:val") in _OFF:
        return state
    *outer, run, properties, own = state.open
    return State((*outer, replace(run, hidden=True), replace(properties, hidden=True), own), state.fields)


def _begin_or_end_field(state: State, attributes: Mapping[str, str]) -> State:
    sort = attributes.get("w:fldCharType")
    if sort == "begin":
        return State(state.open, (*state.fields, ""))
    return State(state.open, state.fields[:-1]) if sort == "end" else state


def _hide_count(state: State, attributes: Mapping[str, str]) -> State:
    hidden = state.open[-1].hidden or counts(attributes.get("w:instr", ""))
    return State((*state.open[:-1], replace(state.open[-1], hidden=hidden)), state.fields)


_SPECIAL: Final[Mapping[str, Callable[[State, Mapping[str, str]], State]]] = {
    "w:vanish": _hide_run,
    "w:fldChar": _begin_or_end_field,
    "w:fldSimple": _hide_count,
}
"""Elements that say which words nobody sees, or which Word writes anew."""
