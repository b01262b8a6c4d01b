"""Why a figure on a paper is what it is, from the paper alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.audit.paper import open_paper
from reportgen.compose import value_text
from reportgen.compute import rounding
from reportgen.model.diagnostics import did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Evidence, Explanation
from reportgen.model.manifest import WITHHELD, Aggregate, Entry, Manifest, Recorded, Told
from reportgen.model.messages import LANGUAGES
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, said

_HIDDEN = phrase("(not on this paper)")
_MOST, _DEEPEST = 500, 50
"""So many figures are explained below one, and so deep; no kind has a figure that reads more."""


def explain_paper(file: Path, name: str) -> list[Explanation]:
    """Explain a figure that a paper prints: a table's in every row, or in the one named.

    Raises:
        DataError: the file carries no manifest, or the paper has no figure of this name.

    """
    paper = open_paper(file)
    if not (found := explained(paper.manifest, [name])):
        known = [text for one in paper.manifest.figures for text in (one.name, one.label) if text]
        meant = did_you_mean(name, known)
        raise DataError([report("figure-not-on-paper", Origin(paper.file), name=name, meant=meant)])
    return found


def explained(manifest: Manifest, asked: Iterable[str]) -> list[Explanation]:
    """Explain figures by their names or labels; what nothing is called is left out."""
    known = {called: (recorded, entry) for called, recorded, entry in manifest.entries}
    return [
        _Witness(manifest, known).explained(*one) for name in asked for one in recorded_as(manifest, name)
    ]


def recorded_as(manifest: Manifest, asked: str) -> list[tuple[Recorded, Entry]]:
    """Find a figure by its name or label: a table's in every row, or in the one named."""
    figure, _, row = asked.partition(" (")
    found = [
        [
            (one, entry)
            for one in manifest.figures
            for entry in one.entries
            if _is_called(one, entry, name, end)
        ]
        for name, end in ((asked, ""), (figure, row))
    ]
    return found[0] or found[1]


def _is_called(recorded: Recorded, entry: Entry, name: str, row: str) -> bool:
    called = folded(name) in {folded(recorded.name), folded(recorded.label)}
    return called and (not row or _ends(_name(recorded, entry), f" ({row}"))


def _ends(name: str, ending: str) -> bool:
    return any(said(name, language).endswith(ending) for language in LANGUAGES)


@dataclass(slots=True)
class _Witness:
    """Answers for one figure of a manifest, of which nothing is believed, not even that it ends."""

    manifest: Manifest
    known: Mapping[str, tuple[Recorded, Entry]]
    left: int = _MOST

    def explained(self, recorded: Recorded, entry: Entry, depth: int = 0) -> Explanation:
        """Tell formula, inputs and rounding."""
        self.left -= 1
        added = [_added(self.manifest, one) for one in entry.aggregates]
        return Explanation(
            name=_name(recorded, entry),
            title=recorded.label or recorded.name.rpartition(".")[2],
            printed=entry.printed or _text(entry.value),
            exact=_text(entry.value),
            formula=recorded.formula,
            origin=Origin(recorded.origin),
            rounding=_rounding(recorded, entry),
            inputs=[*self._reads(recorded, entry, depth + 1), *added],
        )

    def _reads(self, recorded: Recorded, entry: Entry, depth: int) -> Iterator[Evidence]:
        """Tell what was read as one value, figures with all that they read in turn."""
        table = recorded.name.rpartition(".")[0]
        for name, value in entry.reads.items():
            below = self.known.get(f"{table}.{entry.at}.{name}") or self.known.get(name)
            ends = self.left <= 0 or depth > _DEEPEST
            figure = self.explained(*below, depth) if below and not ends else None
            yield Evidence(name, _text(value), assumed=_assumed(self.manifest, name), figure=figure)


def _name(recorded: Recorded, entry: Entry) -> str:
    if not entry.at:
        return recorded.name
    row = phrase("total") if entry.at == "total" else entry.label or phrase("row {row}", row=entry.at)
    return phrase("{name} ({label})", name=recorded.name, label=row)


def _added(manifest: Manifest, one: Aggregate) -> Evidence:
    places = list(dict.fromkeys(place for place in (one.first, one.last) if place))
    return Evidence(
        one.text, _text(one.gives), Origin(" … ".join(places)) if places else None,
        _assumed(manifest, one.text), counted=one.rows,
    )  # fmt: skip


def _assumed(manifest: Manifest, text: str) -> str | None:
    """Tell why something that a part of a formula names was assumed."""
    names = re.findall(r"\w[\w.]*", text)
    reasons = (why for path, why in manifest.assumed.items() if path in names)
    return "; ".join(dict.fromkeys(reasons)) or None


def _text(value: Told) -> str:
    return _HIDDEN if value is WITHHELD else value_text(value)


def _rounding(recorded: Recorded, entry: Entry) -> str:
    if recorded.shown_as not in {"number", "percent"} or not entry.printed:
        return phrase("none")
    return rounding(recorded.places, recorded.fit if entry.fitted else None)
