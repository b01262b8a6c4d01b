"""``reportgen status``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, said_here, say
from reportgen.cli.options import Date, Format, OfficeFolder, Print, Templates, today
from reportgen.cli.records import print_record
from reportgen.cli.register_show import hanoi
from reportgen.cli.tables import print_table

if TYPE_CHECKING:
    from reportgen.papers import Whereabouts


_Data = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="DATA", help="Data files; without any, all papers of the register.", readable=False
    ),
]


def run(
    data: _Data = None,
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    form: Print = Format.TEXT,
) -> None:
    """Tell where papers stand, from draft to issued, and what each of them waits for."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415

    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.papers import find_office, whereabouts  # noqa: PLC0415

        place, day = find_office(office, Path()), today(date)
        order = Order(Shelf.usual(templates, office=place.path), day, issue=day)
        found, faults = whereabouts(place, order, data or ())
    if form is Format.JSON:
        print_record(
            {"papers": [_as_record(one) for one in found], "diagnostics": [as_record(one) for one in faults]}
        )
    else:
        print_findings(dict.fromkeys(faults))
        if found:
            _tell(found)
        elif not faults:
            typer.echo(say("the register has no papers yet"))
    if faults:
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(ExitCode.DATA)


def _tell(found: "Sequence[Whereabouts]") -> None:
    headings = (say("paper"), say("state"), say("waits for"), say("since"), say("by"))
    lines = [
        (
            f"{one.number}  {one.label}" if one.number else one.label,
            _state(one),
            _waits(one),
            hanoi(one.last.at) if one.last else "",
            one.last.who if one.last else "",
        )
        for one in found
    ]
    print_table(headings, lines)


def _state(one: "Whereabouts") -> str:
    from reportgen.model.acts import ACTS, Act  # noqa: PLC0415

    if isinstance(one.state, Act):
        return said_here(ACTS[one.state])
    return say("changed") if one.changed else say(str(one.state))


def _waits(one: "Whereabouts") -> str:
    """Say what a paper waits for: somebody's approval, or the next step."""
    from reportgen.model.acts import Act  # noqa: PLC0415
    from reportgen.model.sign_off import Stage  # noqa: PLC0415

    if one.state is Act.PRINTED:
        return say("to be signed by hand, then its number")
    if one.changed:
        return say("to be handed in again; changed: {parts}", parts=said_here(one.changed))
    if one.objection:
        return say("to be put right: {reason}", reason=one.objection)
    if one.waits:
        who = f"{one.waits.role}, {one.waits.who}" if one.waits.who else one.waits.role
        return say("to be signed: {who}", who=who) if isinstance(one.state, Act) else who
    if one.gaps:
        return counted(one.gaps, "{count} value is missing", "{count} values are missing")
    if one.free:
        return say("to be issued")
    steps = {Stage.DRAFT: "to be handed in", Stage.APPROVED: "to be issued"}
    return say(steps[one.state]) if isinstance(one.state, Stage) and one.state in steps else ""


def _as_record(one: "Whereabouts") -> dict[str, object]:
    return {
        "paper": one.label,
        "source": one.source,
        "state": str(one.state),
        "number": str(one.number) if one.number else None,
        "year": one.number.series.year if one.number else None,
        "waits_for": {"role": one.waits.role, "who": one.waits.who}
        if one.waits and not one.changed
        else None,
        "changed": one.changed,
        "missing": one.gaps,
        "objection": one.objection,
        "since": one.last.at if one.last else None,
        "by": one.last.who if one.last else None,
    }
