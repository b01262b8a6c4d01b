"""Copies of table files with remarks, as ``reportgen check --annotate`` writes them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportgen.cli.language import counted, language, say

if TYPE_CHECKING:
    from reportgen.model.diagnostics import Diagnostic
    from reportgen.workbooks import Remark


def write_copies(found: "Iterable[Diagnostic]", target: Path, data: "Iterable[Path]", *, quiet: bool) -> None:
    """Write the copies, and tell where they are; ``quiet`` where a program reads what is printed.

    Whoever sent a table has nothing but the table, not the data file that takes it in.
    """
    from reportgen.annotate import Words, annotate_files, of_senders  # noqa: PLC0415  (only when it is asked for)
    from reportgen.cli.findings import print_findings  # noqa: PLC0415

    headings = (say("Place"), say("Weight"), say("Remark"), say("What to do"))
    told = of_senders(found, set(map(str, data)))
    copies = annotate_files(told, target, Words(_remark, headings))
    print_findings(copies.notes)
    for copy in copies.made:
        remarks = counted(copy.remarks, "{count} remark", "{count} remarks")
        typer.echo(f"{copy.written.path} ({say(copy.written.how)}): {remarks}", err=quiet)
    if not copies.made and not copies.notes:
        typer.echo(say("no table file has anything wrong in a cell: no copy is written"), err=quiet)


def _remark(note: "Diagnostic") -> "Remark":
    from reportgen.cli.findings import at  # noqa: PLC0415
    from reportgen.workbooks import Remark  # noqa: PLC0415

    words = note.said_in(language())
    related = [f"{what}: {at(origin)}" for what, origin in note.places_in(language())]
    return Remark(say(note.severity), "\n".join([words.text, *related]), words.hint, serious=note.stops)
