"""``reportgen register verify``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import Format, OfficeFolder, Print
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers import Verified

_SHORT_HEAD = 16
_LEAST_HEAD = 8

_Papers = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE", help="Further papers to hold against the register.", readable=False),
]
_Printed = Annotated[
    str,
    typer.Option(
        metavar="ENTRY:CODE",
        help="What stands below a printed register: its last entry, and at least 8 signs of its code.",
    ),
]


def verify(
    files: _Papers = None,
    office: OfficeFolder = None,
    printed: _Printed = "",
    form: Print = Format.TEXT,
) -> None:
    """Find what was edited, taken out or put into the register, and issued papers that are not as they were.

    Papers carry how far the register went when they were issued: so a register that was cut is found out. The
    exit code is 10 if anything is wrong.
    """
    foot = _foot(printed)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.papers import find_office  # noqa: PLC0415
        from reportgen.papers import verify as verified  # noqa: PLC0415

        found = verified(find_office(office, Path()), files or (), foot)
    _tell_verified(found, form)


def _foot(printed: str) -> tuple[int, str] | None:
    """Read what was typed of the foot of a printed register."""
    if not printed:
        return None
    from reportgen.model.registry import read_number  # noqa: PLC0415

    entry, _, head = printed.partition(":")
    place = read_number(entry)
    if place is None or len(head.strip()) < _LEAST_HEAD:
        raise typer.BadParameter(say("write the entry and its code: 152:3fa9c0d1"), param_hint="--printed")
    return place, head.strip()


def _tell_verified(found: "Verified", form: Format) -> None:
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    wrong = [one for one in found.findings if one.stops]
    if form is Format.JSON:
        findings = [as_record(one) for one in found.findings]
        print_record(
            {"entries": found.entries, "head": found.head, "papers": found.papers, "findings": findings}
        )
    else:
        print_findings(found.findings)
        verdict = (
            counted(len(wrong), "{count} thing is wrong", "{count} things are wrong")
            if wrong
            else say("as it was written")
        )
        typer.echo(
            say(
                "{entries}, {papers}: {verdict}",
                entries=counted(found.entries, "{count} entry", "{count} entries"),
                papers=counted(found.papers, "{count} paper", "{count} papers"), verdict=verdict,
            )
        )  # fmt: skip
        typer.echo(say("the last entry: {entry}, {head}", entry=found.entries, head=found.head[:_SHORT_HEAD]))
    if wrong:
        raise typer.Exit(ExitCode.SAYS_NO)
