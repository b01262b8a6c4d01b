"""Plates: parts of a Word template that were proven once, and print by putting texts in a row.

What a plate prints is what the long way would make of the same values, without a tree: no reading, no walk,
no writing. A value that asks for more than its words sends its document the long way, and so does whatever
goes wrong: mistakes are told from there, with their places.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from jinja2 import Template

from reportgen.model.context import Context
from reportgen.model.letters import DIRECTING
from reportgen.render.plate.closing import kept_together, with_last_section
from reportgen.render.plate.controls import Frames
from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.plate.head import Heads
from reportgen.render.plate.proof import HEAD_ENDS, KEPT_BEGINS, Proven, proven
from reportgen.render.plate.ways import Way, Ways
from reportgen.render.template.environment import ReportEnvironment
from reportgen.render.template.failures import FAILURES, UnplainError
from reportgen.render.template.free import environment_for
from reportgen.render.template.texts import ILLEGAL
from reportgen.render.word.controls import Controls
from reportgen.render.word.end import kept_styles
from reportgen.render.word.head import head_styles
from reportgen.render.word.places import W
from reportgen.render.word.retyping import BRACES
from reportgen.render.word.template import TemplatePart, WordTemplate
from reportgen.render.word.text import ELEMENTS, PageText

MOST_LETTERS: Final = 64_000_000
"""Letters that a plate may print, mark-up among them; a tree of so many would not fit."""

_HEAD: Final = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_HEAD_ENDS: Final = HEAD_ENDS.encode()
_KEPT_BEGINS: Final = KEPT_BEGINS.encode()
_LOOKED_AT: Final = re.compile(f"{ILLEGAL.pattern}|[{''.join(sorted(DIRECTING))}]")
_WRITTEN: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {
    sign: f'</w:t><{tag.replace(W, "w:")}/><w:t xml:space="preserve">' for sign, tag in ELEMENTS.items()
}
"""What stands for a letter that is none in mark-up."""

_BETWEEN: Final = "\x1e"
"""Stands between values while all of them are looked over at once; no value that is printed holds it."""

_AT_ONCE: Final = 4096
_MOST_KEPT: Final = 8


@dataclass(frozen=True, slots=True)
class Plate:
    """A part of a template, compiled, with all that is known of its own text, its figures and its heads.

    ``kept`` are pages without any value, such as a header: they are the same again and again.
    """

    template: Template
    environment: ReportEnvironment
    proven: Proven
    ways: Ways
    frames: Frames
    heads: Heads
    kept: dict[str, PageText] = field(default_factory=dict)

    def printed(self, values: Mapping[str, object], controls: Controls) -> PageText:
        """Print; figures become ``controls``.

        Raises:
            UnprovenError: the values want the long way.

        """
        if self.proven.still and self.kept:
            return next(iter(self.kept.values()))
        try:
            stretches = self._stretches(values)
        except UnplainError:
            raise UnprovenError(Detour.RICH) from None
        except FAILURES:
            raise UnprovenError(Detour.MISTAKE) from None
        way = self.ways.of(stretches)
        if not way.whole:
            raise UnprovenError(Detour.EMPTY)
        emitted = self.environment.emitted
        if not emitted:
            return self._kept(way, stretches)
        words = "".join(emitted)
        if _LOOKED_AT.search(words):
            raise UnprovenError(Detour.LETTERS)
        texts = _as_mark_up(emitted) if any(sign in words for sign in _WRITTEN) else emitted
        if controls.labels.keys().isdisjoint(self.environment.named):
            return self._page(way, way.written(stretches, texts))
        return self._page(way, self._with_controls(way, stretches, texts, controls))

    def _with_controls(
        self, way: Way, stretches: Sequence[str], texts: Iterable[str], controls: Controls
    ) -> bytes:
        """Put texts in a row, figures in controls of their own."""
        looks: dict[str, None] = {}
        found: list[str] = []
        labels = controls.labels
        for text, name, look in zip(texts, self.environment.named, way.looks, strict=True):
            if name in labels and look is not None and controls.is_bound(name):
                looks[look] = None
                found.append(self.frames.framed(controls, name, look, text))
            else:
                found.append(text)
        together = way.written(stretches, found)
        return self.frames.declared(self.frames.without_empty_runs(together, looks)) if looks else together

    def _page(self, way: Way, text: bytes) -> PageText:
        """Say what the page must show, and set its head."""
        page = PageText(*way.told(self.environment.emitted, self.environment.named))
        if _KEPT_BEGINS in text:
            text = kept_together(text)
        beginning, begins = "", 0
        if (head := text.rfind(_HEAD_ENDS)) >= 0:
            beginning, page.parts = self.heads.fitted(text[:head].decode().replace(HEAD_ENDS, ""))
            begins = head + len(_HEAD_ENDS)
        text = b"".join((_HEAD, beginning.encode(), memoryview(text)[begins:]))
        page.content = with_last_section(text) if self.proven.sections else text
        return page

    def _stretches(self, values: Mapping[str, object]) -> list[str]:
        """Run the template: its own texts, and a sign for every value."""
        self.environment.begin()
        budget, emitted = self.environment.budget, self.environment.emitted
        budget.renew(MOST_LETTERS)
        running = self.template.root_render_func(self.template.new_context(dict(values), shared=True))
        found: list[str] = []
        while some := list(islice(running, _AT_ONCE)):
            budget.spend(sum(map(len, some)) + sum(map(len, emitted[-len(some) :])))
            found += some
        return found

    def _kept(self, way: Way, stretches: Sequence[str]) -> PageText:
        """Give a page without values; there are as many as conditions make."""
        text = "".join(stretches)
        if text not in self.kept:
            if len(self.kept) == _MOST_KEPT:
                self.kept.clear()
            self.kept[text] = self._page(way, text.encode())
            self.kept[text].same = True
        return self.kept[text]


@dataclass(frozen=True, slots=True, eq=False)
class _Sort:
    """A context as one of many that print the same way, with the press's own filters."""

    context: Context
    filters: Mapping[str, object]

    def __hash__(self) -> int:
        """Hash what must be the same."""
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        """Compare what must be the same."""
        return isinstance(other, _Sort) and self._key == other._key

    @property
    def _key(self) -> tuple[object, ...]:
        context = self.context
        return context.free, context.shown, id(context.filters), id(self.filters)


Plates = Mapping[str, Plate | Detour]
"""The plate of each part, or why it has none."""


def printed(plate: Plate | Detour, values: Mapping[str, object], controls: Controls) -> PageText:
    """Print a part that has a plate.

    Raises:
        UnprovenError: it has none, or the values want the long way.

    """
    if isinstance(plate, Detour):
        raise UnprovenError(plate)
    return plate.printed(values, controls)


def plates_for(template: WordTemplate, context: Context, filters: Mapping[str, object]) -> Plates:
    """Give the plates of a template; they are made once for all contexts of a sort."""
    return _made(template, _Sort(context, filters))


@lru_cache(maxsize=16)
def _made(template: WordTemplate, sort: _Sort) -> Plates:
    environment = environment_for(sort.context)
    environment.hold_back()
    environment.filters.update(sort.filters)
    return {part.name: _plate(part, template, environment) for part in template.parts}


def _plate(part: TemplatePart, template: WordTemplate, environment: ReportEnvironment) -> Plate | Detour:
    if part.changes_columns:
        return Detour.CELLS
    if any(brace in part.source.text for brace in BRACES):
        return Detour.BRACES
    try:
        tree = environment.parse(part.source.text)
        found = proven(tree, head_styles(template), _kept(template))
        compiled = Template.from_code(environment, environment.compile(tree), {})
    except UnprovenError as error:
        return error.detour
    except FAILURES:
        return Detour.MISTAKE
    return Plate(
        compiled, environment, found, Ways(found), Frames(found.root), Heads(template, found.closing)
    )


def _kept(template: WordTemplate) -> Mapping[str, str]:
    """Name the elements as a text has them."""
    return {style: tag.replace(W, "w:") for style, tag in kept_styles(template.styles).items()}


def _as_mark_up(values: Iterable[str]) -> Sequence[str]:
    """Write values as mark-up says them, in one go: there may be thousands."""
    together = _BETWEEN.join(values)
    for sign, written in _WRITTEN.items():
        together = together.replace(sign, written)
    return together.split(_BETWEEN)
