"""``reportgen diff``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportgen.cli.cutting import cut
from reportgen.cli.errors import leaving_properly
from reportgen.cli.findings import as_place, print_findings
from reportgen.cli.language import counted, said_here, say
from reportgen.cli.options import Format, Office, Print, Templates
from reportgen.cli.paper_diff import print_papers
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.diff import Change, Comparison, DataChanges, RowChange, TableChanges

_ROWS = 40
"""Rows of one table that are shown; ``--all`` shows every one."""
_SIGNS = {"came": "+", "went": "-", "changed": "~"}


def run(  # noqa: PLR0913  (one argument per option)
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A data file, or a finished paper.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one: the same kind, or its paper.")],
    templates: Templates = None,
    office: Office = None,
    form: Print = Format.TEXT,
    *,
    every: Annotated[bool, typer.Option("--all", help="Show all rows of a long list.")] = False,
) -> None:
    """Tell what changed between two data files: figures, fields, rows, claims, and where each stands.

    Values are compared by what they mean, not by how they are written. Of two finished papers (.docx, .pdf)
    the words that differ are told. The exit code is 0 whether there are differences or not; the first line
    says which.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.diff import diff, diff_papers, is_paper  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        if is_paper(old) or is_paper(new):
            print_papers(diff_papers(old, new), as_json=form is Format.JSON)
            return

        found, *studies = diff(old, new, Shelf.usual(templates, office=office))
    if form is Format.JSON:
        print_record(_record(found))
    else:
        typer.echo("\n".join(_told(found, None if every else _ROWS)))
    print_findings(dict.fromkeys(doubt for study in studies for doubt in study.doubts))


def _told(found: "Comparison", most: int | None) -> Iterator[str]:
    yield f"{found.data.old} → {found.data.new}: {_summary(found)}"
    yield f"{found.kind.title} ({found.kind.name})"
    yield from _section(say("figures"), found.figures)
    yield from _section(say("figures that print the same, although their exact values differ"), found.alike)
    for table in found.grouped:
        yield from _table(table, most)
    yield from _data(found.data, most)
    for earlier in found.earlier:
        yield from ("", say("in the earlier files {old} → {new}:", old=earlier.old, new=earlier.new))
        yield from _data(earlier, most)


def _data(data: "DataChanges", most: int | None) -> Iterator[str]:
    yield from _section(say("data"), data.fields)
    for table in data.tables:
        yield from _table(table, most)
    yield from _section(say("claims"), data.claims)
    yield from _section(say("assumed, not reported"), data.assumed)
    yield from _section(say("corrections"), data.corrections)


def _summary(found: "Comparison") -> str:
    """Count what differs, or say that nothing does."""
    data = (found.data, *found.earlier)
    tables = [*found.grouped, *(table for one in data for table in one.tables)]
    counts = {
        ("{count} figure", "{count} figures"): len(found.figures) + len(found.alike),
        ("{count} value", "{count} values"): sum(len(one.fields) for one in data),
        ("{count} row", "{count} rows"): sum(len(table.rows) for table in tables),
        ("{count} claim", "{count} claims"): sum(len(one.claims) for one in data),
        ("{count} assumption", "{count} assumptions"): sum(len(one.assumed) for one in data),
        ("{count} correction", "{count} corrections"): sum(len(one.corrections) for one in data),
        ("{count} table in another order", "{count} tables in another order"): sum(t.moved for t in tables),
    }
    told = [counted(count, *words) for words, count in counts.items() if count]
    return say("changed: {what}", what=", ".join(told)) if told else say("no difference")


def _section(heading: str, changes: "Sequence[Change]") -> Iterator[str]:
    if changes:
        yield from ("", heading)
        yield from (f"  {_called(one.title, one.name)}: {_change(one)}{_places(one)}" for one in changes)


def _table(table: "TableChanges", most: int | None) -> Iterator[str]:
    by = (
        say("by {columns}", columns=", ".join(table.key))
        if table.key
        else say("no key is declared: rows are matched by their place")
    )
    yield from ("", f"{_called(table.title, table.name)}, {by}")
    if table.moved:
        yield f"  {say('the rows that are in both stand in another order')}"
    yield from (line for row in table.rows[:most] for line in _row(row))
    if most is not None and len(table.rows) > most:
        yield f"  {say('… and {count} more; --all shows them', count=len(table.rows) - most)}"


def _row(row: "RowChange") -> Iterator[str]:
    if row.how == "changed":
        yield f"  ~ {said_here(row.key)}"
        yield from (f"      {said_here(cell.title)}: {_change(cell)}{_places(cell)}" for cell in row.cells)
        return
    yield f"  {_SIGNS[row.how]} {said_here(row.key)}    [{row.new_at or row.old_at}]"
    values = ((cell.title, cell.old if cell.new is None else cell.new) for cell in row.cells)
    cells = (f"{said_here(title)}: {said_here(value or '')}" for title, value in values)
    yield f"      {'; '.join(cells)}"


def _change(change: "Change") -> str:
    old, new = cut(change.old, change.new)
    about = say("{difference} points", difference=change.about) if change.points else change.about
    return f"{said_here(old)} → {said_here(new)}" + (f"  ({about})" if change.about else "")


def _called(title: str, name: str) -> str:
    return said_here(title) if title == name else f"{said_here(title)} ({name})"


def _places(change: "Change") -> str:
    """Tell where to look in both files; of a figure ``why`` tells more."""
    places = [str(place) for place in (change.old_at, change.new_at) if place]
    return f"    [{' → '.join(places)}]" if places else ""


def _record(found: "Comparison") -> dict[str, Any]:
    return {
        "old": found.data.old,
        "new": found.data.new,
        "kind": found.kind.name,
        "equal": found.equal,
        "figures": [_change_record(change) for change in found.figures],
        "alike": [_change_record(change) for change in found.alike],
        "grouped": [_table_record(table) for table in found.grouped],
        **_data_record(found.data),
        "earlier": [{"old": one.old, "new": one.new, **_data_record(one)} for one in found.earlier],
    }


def _data_record(data: "DataChanges") -> dict[str, Any]:
    return {
        "fields": [_change_record(change) for change in data.fields],
        "tables": [_table_record(table) for table in data.tables],
        "claims": [_change_record(change) for change in data.claims],
        "assumed": [_change_record(change) for change in data.assumed],
        "corrections": [_change_record(change) for change in data.corrections],
    }


def _table_record(table: "TableChanges") -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "key": list(table.key),
        "moved": table.moved,
        "rows": [
            {
                "how": row.how,
                "key": said_here(row.key),
                "old_at": as_place(row.old_at),
                "new_at": as_place(row.new_at),
                "cells": [_change_record(cell) for cell in row.cells],
            }
            for row in table.rows
        ],
    }


def _change_record(change: "Change") -> dict[str, Any]:
    return {
        "name": change.name,
        "title": said_here(change.title),
        "old": _said(change.old),
        "new": _said(change.new),
        "difference": change.exactly or None,
        "points": change.points,
        "old_at": as_place(change.old_at),
        "new_at": as_place(change.new_at),
    }


def _said(value: str | None) -> str | None:
    return None if value is None else said_here(value)
