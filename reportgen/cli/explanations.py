"""Explanations of figures, on the screen and for machines."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from reportgen.cli.language import counted, said_here, say
from reportgen.cli.records import print_record
from reportgen.model.values import told

if TYPE_CHECKING:
    from reportgen.model.figure import Evidence, Explanation


def print_explanations(
    explanations: "Iterable[Explanation]", *, as_json: bool, most: int | None = None
) -> None:
    """Print why figures are what they are; of a long sum no more than so many rows."""
    if as_json:
        print_record(explanation_records(explanations))
        return
    for explanation in explanations:
        typer.echo("\n".join(_told(explanation, "", most)))


def explanation_records(explanations: "Iterable[Explanation]") -> list[dict[str, Any]]:
    """Give the same for machines."""
    return [_record(one) for one in explanations]


def _told(explanation: "Explanation", indent: str, most: int | None) -> Iterator[str]:
    same = explanation.exact == explanation.printed
    exact = "" if same else f" ({say('exactly {value}', value=explanation.exact)})"
    yield f"{indent}{said_here(explanation.name)} = {said_here(explanation.printed)}{exact}"
    if explanation.title not in explanation.name:
        yield f"{indent}  {explanation.title}"
    formula, rounding, note = (say(word) for word in ("formula:", "rounding:", "note:"))
    width = max(len(formula), len(rounding), len(note))
    yield f"{indent}  {formula:{width}} {explanation.formula}    [{explanation.origin}]"
    yield f"{indent}  {rounding:{width}} {said_here(explanation.rounding)}"
    yield from (f"{indent}  {note:{width}} {said_here(one)}" for one in explanation.notes)
    for evidence in explanation.inputs:
        yield from _witnessed(evidence, indent + "  ", most)


def _witnessed(evidence: "Evidence", indent: str, most: int | None) -> Iterator[str]:
    if evidence.figure is not None:
        yield from _told(evidence.figure, indent, most)
        return
    place = f"    [{evidence.origin}]" if evidence.origin else ""
    rows = len(evidence.rows) or evidence.counted
    count = ", " + counted(rows, "{count} row", "{count} rows") if rows else ""
    yield f"{indent}{evidence.name} = {said_here(evidence.value)}{count}{place}"
    if evidence.formula:
        yield f"{indent}  {say('each row: {formula}', formula=evidence.formula)}"
    if evidence.assumed:
        yield f"{indent}  {say('ASSUMED, not reported: {why}', why=evidence.assumed)}"
    yield from _corrected(evidence, range(-1, 0), indent + "  ")
    shown = evidence.rows[:most]
    for row, (origin, value) in enumerate(shown):
        yield f"{indent}  {said_here(value) or say('counts')}    [{origin}]"
        yield from _corrected(evidence, range(row, row + 1), indent + "    ")
    if len(shown) < len(evidence.rows):
        left = len(evidence.rows) - len(shown)
        yield f"{indent}  {say('… and {count} more; --all shows them', count=left)}"
        yield from _corrected(evidence, range(len(shown), len(evidence.rows)), indent + "    ")


def _corrected(evidence: "Evidence", rows: range, indent: str) -> Iterator[str]:
    """Tell what was corrected in some rows: from what to what, and on whose word."""
    for row, one in ((row, one) for row, one in evidence.corrections if row in rows):
        cell = evidence.origin if row < 0 else evidence.rows[row][0]
        shown = cell is not None and cell.corrected == str(one.origin)
        place = one.origin if shown else f"{one.at} + {one.origin}"
        old, new = one.old or say("nothing"), one.new or say("nothing")
        word, when = say("CORRECTED: {old} → {new}", old=old, new=new), told(one.when)
        yield f"{indent}{word}; {one.who}, {when}: {one.why}    [{place}]"


def _record(explanation: "Explanation") -> dict[str, Any]:
    from dataclasses import asdict  # noqa: PLC0415  (--help explains nothing)

    record: dict[str, Any] = _plain(asdict(explanation))
    return record


def _plain(value: Any) -> Any:
    match value:
        case {"file": _, "line": _}:
            return {name: part for name, part in value.items() if part is not None}
        case dict():
            return {name: part if name == "name" else _plain(part) for name, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case str():
            return said_here(value)
        case dt.date():
            return value.isoformat()
        case _:
            return value
