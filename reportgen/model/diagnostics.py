"""One mistake, at its place, with a way out."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from reportgen.model.messages import MESSAGES, words
from reportgen.model.messages.entry import Form, Text
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, said
from reportgen.model.values import told


class Severity(StrEnum):
    """How much a finding weighs: an error stops the document, the others are told."""

    ERROR = "error"
    WARNING = "warning"
    MISSING = "missing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. The words stand in the catalogue under ``code``; ``values`` fill them."""

    code: str
    origin: Origin | None
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[tuple[str, Origin], ...] = ()
    """Other places that matter: the other of two rows, the figure that a claim contradicts."""
    form: Form | None = field(default=None, compare=False)
    """What the data stand in, once that is known: what to do in a workbook names its sheets."""

    @property
    def severity(self) -> Severity:
        """Tell how much it weighs."""
        return Severity(MESSAGES[self.code].severity)

    @property
    def message(self) -> str:
        """Say what is wrong: lower case, no full stop, with the value it talks about."""
        return self.said_in("en").text

    @property
    def hint(self) -> str:
        """Say what to do, as an imperative."""
        return self.said_in("en").hint

    def said_in(self, language: str) -> Text:
        """Say what is wrong and what to do in a language."""
        entry = words(language).entry(self.code, self.form)
        values = {name: said(value, language, self.form) for name, value in self.values}
        return Text(entry.text.format_map(values), entry.hint.format_map(values))

    def places_in(self, language: str) -> list[tuple[str, Origin]]:
        """Say what stands at the other places that matter; who fills in a workbook sees none in kind.yaml."""
        named = ((said(what, language, self.form), origin) for what, origin in self.related)
        return [(what, origin) for what, origin in named if what]

    @property
    def stops(self) -> bool:
        """Tell whether the document cannot be made."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        """Print on one line as ``file:line:col: error[code]: message``."""
        place = f"{self.origin}: " if self.origin else ""
        return f"{place}{self.severity}[{self.code}]: {self.message}"


def report(
    code: str, origin: Origin | None = None, *, related: Iterable[tuple[str, Origin]] = (), **values: object
) -> Diagnostic:
    """Fill the catalogue's entry ``code`` with the values it talks about."""
    texts = tuple((name, told(value)) for name, value in values.items())
    return Diagnostic(code, origin, texts, tuple(related))


def of_form(notes: Iterable[Diagnostic], form: Form) -> Iterator[Diagnostic]:
    """Say of findings in which form the data are, where that is not known yet."""
    for note in notes:
        yield note if note.form is not None else replace(note, form=form)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest what was perhaps meant, as the end of a sentence; empty when nothing comes near."""
    near = nearest_name(word, known)
    return phrase("; did you mean '{name}'?", name=near) if near is not None else ""


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """Give the name that comes nearest to a word, if one comes near."""
    names = {folded(name): name for name in known}
    near = difflib.get_close_matches(folded(word), names, n=1, cutoff=0.6)
    return names[near[0]] if near else None


MOST_ALIKE: Final = 10_000
"""Findings of one code that a room keeps: nobody reads more of them, and millions would fill the memory."""


@dataclass(slots=True)
class Complaints:
    """A growing list of findings that a room hands on when it is done.

    Of those that are ``MOST_ALIKE`` by their code the rest is counted, and told at the end.
    """

    found: list[Diagnostic] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, Origin | None] = field(default_factory=dict)
    """By code, where the first stands that was not kept."""

    def add(
        self,
        code: str,
        origin: Origin | None = None,
        *,
        related: Iterable[tuple[str, Origin]] = (),
        **values: object,
    ) -> None:
        """Write one finding down and go on."""
        self.times[code] += 1
        if self.times[code] > MOST_ALIKE:
            self.left_out.setdefault(code, origin)
        else:
            self.found.append(report(code, origin, related=related, **values))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over what another part found."""
        self.found.extend(diagnostics)

    @property
    def serious(self) -> bool:
        """Tell whether any of them stops the document."""
        return any(diagnostic.stops for diagnostic in self.found)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Go through the findings in the order they were made."""
        yield from self.found
        for code, first in self.left_out.items():
            count = self.times[code] - MOST_ALIKE
            yield report("findings-left-out", first, count=count, same=code, most=MOST_ALIKE)
