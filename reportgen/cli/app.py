"""The commands, and the one place where mistakes become words and exit codes.

What a command needs is imported when it runs: ``--help`` must not wait for WeasyPrint.
"""

from typing import Annotated

import typer

from reportgen import __version__
from reportgen.cli.commands import Front
from reportgen.cli.language import OPTION, Language
from reportgen.cli.streams import show_every_letter
from reportgen.sweeping import sweep_seldom

app = typer.Typer(
    name="reportgen",
    cls=Front,
    help="Official reports from data files: every number with a name, a formula and a pedigree.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def version(
    *,
    _: Annotated[
        Language | None,
        typer.Option(
            OPTION,
            help="The language of messages, on any command; by default that of REPORTGEN_LANG or the system.",
        ),
    ] = None,
    show: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Official reports from data files: every number with a name, a formula and a pedigree."""
    if show:
        typer.echo(f"reportgen {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the program; never ask a reader of YAML to read a traceback."""
    show_every_letter()
    sweep_seldom()
    app()
