"""``reportgen setup``."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import read_day

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The office's folder.", file_okay=False)]
_Name = Annotated[str, typer.Option(help="The office's name; with it nothing is asked.")]
_Parent = Annotated[str, typer.Option(help="The office above it, as papers name it: UBND tỉnh Sơn Vân.")]
_Symbol = Annotated[str, typer.Option(help="Its abbreviation in symbols: SGDĐT.")]
_Place = Annotated[str, typer.Option(help="Where its papers are signed.")]
_Position = Annotated[str, typer.Option(help="The title of who signs: Giám đốc.")]
_Signer = Annotated[str, typer.Option(help="The name of who signs.")]
_Since = Annotated[str, typer.Option("--from", help="Since when the office is there, as dd/mm/yyyy.")]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    folder: _Folder = Path(),
    name: _Name = "",
    parent: _Parent = "",
    symbol: _Symbol = "",
    place: _Place = "",
    position: _Position = "",
    signer: _Signer = "",
    since: _Since = "",
) -> None:
    """Write an office's offices.yaml: data files then leave out what every paper has in common.

    Asks for what it needs. A file that is there is never replaced.
    """
    with leaving_properly():
        from reportgen import setup  # noqa: PLC0415
        from reportgen.model.office import Office, Signer  # noqa: PLC0415
        from reportgen.model.origin import Origin  # noqa: PLC0415

        setup.refuse_twice(folder)
        asked = _Asked(by_question=not name)
        name = asked.answer(say("Name of the office"), name, None)
        parent = asked.answer(say("Office above it, as papers name it"), parent, "")
        beginning = setup.likely_beginning(name, parent)
        heading, above = setup.likely_heading(name), setup.likely_above(parent)
        asked.lines(say("Name at the head of papers"), heading)
        asked.lines(say("Office above it, at the head of papers"), above, parent)
        office = Office(
            name,
            Origin(str(folder)),
            heading=heading,
            parent=above,
            symbol=asked.answer(say("Abbreviation in symbols"), symbol, setup.likely_symbol(name)),
            place=asked.answer(
                say("Place where papers are signed"), place, setup.likely_place(parent or name)
            ),
            signers=(
                Signer(
                    asked.answer(say("Title of who signs"), position, setup.likely_position(name)),
                    asked.answer(say("Name of who signs"), signer, ""),
                    setup.likely_authority(name),
                ),
            ),
            since=asked.day(say("The office is there since"), since, beginning),
        )
        written = setup.write_office(office, folder)
    typer.echo(f"{written.path} ({say(written.how)})")
    if asked.supposed:
        typer.echo(say("supposed, correct it there if it is not so: {what}", what="; ".join(asked.supposed)))
    typer.echo(say("data files below this folder may leave out what stands there"))


@dataclass(slots=True)
class _Asked:
    """What somebody answers, by question or as options; what nobody said is supposed, and told."""

    by_question: bool
    supposed: list[str] = field(default_factory=list)

    def answer(self, question: str, given: str, likely: str | None) -> str:
        """Take what was given, ask, or suppose."""
        if given:
            return given
        if self.by_question:
            return _ask(question, likely)
        if likely:
            self.supposed.append(f"{question}: {likely}")
        return likely or ""

    def day(self, question: str, given: str, likely: str | None) -> dt.date | None:
        """Take a day likewise; who mistypes the last answer is asked again, and not for all of them."""
        while True:
            text = self.answer(question, given, likely)
            try:
                return read_day(text, "--from") if text else None
            except typer.BadParameter as error:
                if given or not self.by_question:
                    raise
                typer.echo(error.message)

    def lines(self, question: str, found: str, given: str = "") -> None:
        """Tell of a name that is too long for one line how it was made to fit."""
        if "\n" in found or (given and found != given):
            self.supposed.append(f"{question}: {found.replace(chr(10), ' / ')}")


def _ask(question: str, likely: str | None) -> str:
    try:
        return str(typer.prompt(question, default=likely, show_default=bool(likely))).strip()
    except typer.Abort:
        raise typer.BadParameter(
            say("nobody answers; give it as an option"), param_hint=f"'{question}'"
        ) from None
