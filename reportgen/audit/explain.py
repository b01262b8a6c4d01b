"""Why a figure on a paper is what it is, from the paper alone."""

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.audit.paper import OpenPaper, open_paper
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


def explain_paper(file: Path, name: str) -> list[Explanation]:
    """Explain a figure that a paper prints: a table's in every row, or in the one named.

    Raises:
        DataError: the file carries no manifest, or the paper has no figure of this name.

    """
    paper = open_paper(file)
    return [_explained(paper.manifest, *one) for one in recorded_as(paper, name)]


def recorded_as(paper: OpenPaper, asked: str) -> list[tuple[Recorded, Entry]]:
    """Find a figure by its name or label: a table's in every row, or in the one named.

    Raises:
        DataError: the paper has no figure of this name.

    """
    figure, _, row = asked.partition(" (")
    found = [
        (recorded, entry)
        for recorded in paper.manifest.figures
        for entry in recorded.entries
        if folded(figure) in {folded(recorded.name), folded(recorded.label)}
        and (not row or _ends(_name(recorded, entry), f" ({row}"))
    ]
    if not found:
        known = [name for one in paper.manifest.figures for name in (one.name, one.label) if name]
        meant = did_you_mean(asked, known)
        raise DataError([report("figure-not-on-paper", Origin(paper.file), name=asked, meant=meant)])
    return found


def _ends(name: str, ending: str) -> bool:
    return any(said(name, language).endswith(ending) for language in LANGUAGES)


def _explained(manifest: Manifest, recorded: Recorded, entry: Entry) -> Explanation:
    return Explanation(
        name=_name(recorded, entry),
        title=recorded.label or recorded.name.rpartition(".")[2],
        printed=entry.printed or _text(entry.value),
        exact=_text(entry.value),
        formula=recorded.formula,
        origin=Origin(recorded.origin),
        rounding=_rounding(recorded, entry),
        inputs=[
            *_reads(manifest, recorded, entry),
            *(_added(manifest, one) for one in entry.aggregates),
        ],
    )


def _name(recorded: Recorded, entry: Entry) -> str:
    if not entry.at:
        return recorded.name
    row = phrase("total") if entry.at == "total" else entry.label or phrase("row {row}", row=entry.at)
    return phrase("{name} ({label})", name=recorded.name, label=row)


def _reads(manifest: Manifest, recorded: Recorded, entry: Entry) -> Iterator[Evidence]:
    """Tell what was read as one value, figures with all that they read in turn."""
    known = {name: (figure, one) for name, figure, one in manifest.entries}
    table = recorded.name.rpartition(".")[0]
    for name, value in entry.reads.items():
        below = known.get(f"{table}.{entry.at}.{name}") or known.get(name)
        explained = _explained(manifest, *below) if below else None
        yield Evidence(name, _text(value), assumed=_assumed(manifest, name), figure=explained)


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
