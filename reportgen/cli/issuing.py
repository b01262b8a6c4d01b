"""What ``issue`` and ``reissue`` share: who asks for which papers, issuing them, and telling of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.by_hand import print_by_hand
from reportgen.cli.language import counted, say
from reportgen.cli.options import Format, hand_of, today
from reportgen.cli.outcomes import SHOWN, findings_of, leave_if_failed
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers import Issuing, Request

Number = Annotated[
    str, typer.Option(help="The number that the registry clerk gave; without it, the next of the register.")
]
ByHand = Annotated[
    bool,
    typer.Option(
        "--by-hand",
        help="Print it to be signed by pen: no mark of a draft, room for number and day. Once it is signed, "
        "issue it without this.",
    ),
]


def request_of(
    office: Path | None, templates: Path | None, by: str, date: str | None, workers: int | None = None
) -> "Request":
    """Put together who asks for papers, in which office, of which kinds, on which day."""
    from reportgen.batch import Order  # noqa: PLC0415
    from reportgen.kinds import Shelf  # noqa: PLC0415
    from reportgen.papers import Request, find_office  # noqa: PLC0415

    place, day = find_office(office, Path()), today(date)
    shelf = Shelf.usual(templates, office=place.path)
    order = Order(shelf, day, workers=workers, issue=day)
    return Request(place, hand_of(by), order, day=day if date else None)


def refuse_number_before_pen(number: str, *, by_hand: bool) -> None:
    """Refuse a number for a paper that nobody signed yet."""
    if by_hand and number.strip():
        said = say("a paper gets its number after it was signed; leave it out now")
        raise typer.BadParameter(said, param_hint="--number")


def issue_or_print(data: Sequence[Path], request: "Request", form: Format, *, by_hand: bool) -> None:
    """Issue papers, or print them to be signed by pen; tell of it, and leave as this demands."""
    from reportgen.cli.progress import progress_bar  # noqa: PLC0415
    from reportgen.papers import issue  # noqa: PLC0415

    if by_hand:
        print_by_hand(data, request, form)
        return
    with progress_bar() as advance:
        outcomes = issue(data, request, advance)
    _report(outcomes, form)


def _report(outcomes: "Sequence[Issuing]", form: Format) -> None:
    """Tell what was issued and what went wrong, and leave as this demands."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415

    notes = findings_of(outcomes)
    if form is Format.JSON:
        papers = [_as_record(one) for one in outcomes]
        print_record({"papers": papers, "diagnostics": [as_record(note) for note in notes]})
    else:
        print_findings(notes)
        _tell(outcomes)
    leave_if_failed(outcomes)


def _tell(outcomes: "Sequence[Issuing]") -> None:
    for one in (each for outcome in outcomes for each in outcome.settled):
        said = say(
            "{number}: left half done by a run that died, now {how}", number=one.number, how=say(one.how)
        )
        typer.echo(said)
    filed = [each for one in outcomes for each in one.filed]
    new = [each for each in filed if each.how == "issued"]
    shown = new or filed
    for each in shown[:SHOWN]:
        formats = ", ".join(path.suffix for path in each.paths)
        first = each.paths[0].with_suffix("") if each.paths else ""
        typer.echo(f"{each.number}  {first} ({formats}; {say(each.how)})")
    if len(shown) > SHOWN:
        typer.echo(say("… and {count} more", count=len(shown) - SHOWN))
    parts = [counted(len(new), "{count} paper issued", "{count} papers issued")]
    if left := len(filed) - len(new):
        alone, many = "{count} issued before, left as it was", "{count} issued before, left as they were"
        parts.append(counted(left, alone, many))
    typer.echo("; ".join(parts))


def _as_record(one: "Issuing") -> dict[str, object]:
    return {
        "source": str(one.source),
        "issued": [
            {
                "number": str(each.number), "year": each.number.series.year, "how": each.how,
                "files": [str(path) for path in each.paths],
            }
            for each in one.filed
        ],
        "settled": [{"number": str(each.number), "how": each.how} for each in one.settled],
    }  # fmt: skip
