"""``reportgen register show``: all that the register knows of a paper."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import said_here, say
from reportgen.cli.options import Format, OfficeFolder, Print, Year
from reportgen.cli.records import print_record
from reportgen.model.local_time import VIETNAM, noted

if TYPE_CHECKING:
    from reportgen.model.acts import Act
    from reportgen.model.registry import Standing

Paper = Annotated[
    str,
    typer.Argument(
        metavar="PAPER",
        help="The paper's number and symbol, 07/BB-PGDĐT; a draft as `reportgen status` calls it.",
    ),
]


def show(paper: Paper, office: OfficeFolder = None, year: Year = None, form: Print = Format.TEXT) -> None:
    """Tell all that the register knows of a paper: who did what, and when."""
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.papers import find_drafts, find_office, find_paper, is_number  # noqa: PLC0415

        place = find_office(office, Path())
        with place.reading() as registry:
            found = (
                [find_paper(registry, paper, year)]
                if is_number(paper)
                else find_drafts(place, registry, paper)
            )
    if form is Format.JSON:
        print_record(as_record(found[0]) if len(found) == 1 else [as_record(one) for one in found])
        return
    for one in found:
        _tell(one)


def _tell(found: "Standing") -> None:
    from reportgen.model.sign_off import INNER, OBJECTION  # noqa: PLC0415
    from reportgen.papers.records import label_of  # noqa: PLC0415

    name = f"{found.number}, {found.number.series.office}" if found.numbered else label_of(found.told)
    typer.echo(f"{name or found.paper}: {said_of(found.state)}")
    for one in found.entries:
        why = found.tales.get(one.entry, {}).get(OBJECTION, "")
        said = f"  {one.entry}: {hanoi(one.at)}  {said_of(one.act)}  {one.who}"
        typer.echo(f"{said}: {why}" if why else said)
    for name, text in found.told.items():
        if text and name not in {"identity", "says", "form", "held", "printed", OBJECTION, *INNER}:
            typer.echo(f"  {say(name)}: {', '.join(text.splitlines())}")


def said_of(act: "Act") -> str:
    """Say in the reader's language what was done."""
    from reportgen.model.acts import ACTS  # noqa: PLC0415

    return said_here(ACTS[act])


def as_record(one: "Standing") -> dict[str, object]:
    """Tell machines what the register knows of a paper."""
    number = one.number if one.numbered else None
    return {
        "paper": one.paper,
        "number": str(number) if number else None,
        "year": number.series.year if number else None,
        "office": number.series.office if number else None,
        "date": one.dated.isoformat() if one.dated else None,
        "state": str(one.state),
        "told": dict(one.told),
        "digests": dict(one.digests),
        "entries": [
            {"entry": each.entry, "at": each.at, "who": each.who, "act": str(each.act), "hash": each.hash}
            for each in one.entries
        ],
    }


def hanoi(at: str) -> str:
    """Show a moment as the clock in the office does."""
    moment = noted(at)
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}" if moment else at
