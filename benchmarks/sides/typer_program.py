"""A typer program, as its guide has it, with reportgen's six commands and nothing in them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Official reports from data files: every number with a name and a pedigree.")


class Target(StrEnum):
    """The formats a document is made in."""

    docx = "docx"
    pdf = "pdf"


class Form(StrEnum):
    """How results are printed."""

    text = "text"
    json = "json"
    csv = "csv"


Data = Annotated[list[Path], typer.Argument(help="Data files (YAML).")]
One = Annotated[Path, typer.Argument(help="A data file (YAML).")]
To = Annotated[list[Target] | None, typer.Option(help="The format.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="The folder.", file_okay=False)]
Templates = Annotated[Path | None, typer.Option(help="The kinds.", file_okay=False, exists=True)]
Date = Annotated[str | None, typer.Option(help="Today's date.")]
Print = Annotated[Form, typer.Option("--format", help="How.")]


@app.command()
def build(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: Data,
    to: To = None,
    output: Output = Path("out"),
    templates: Templates = None,
    date: Date = None,
    form: Print = Form.text,
    *,
    overwrite: bool = False,
) -> None:
    """Make the documents that the data files ask for."""


@app.command()
def check(
    data: Data, to: To = None, templates: Templates = None, date: Date = None, form: Print = Form.text
) -> None:
    """Find every mistake: all that build does, but nothing is written."""


@app.command()
def figures(data: One, templates: Templates = None, form: Print = Form.text) -> None:
    """Print every figure of a data file: its name, what it prints as, its formula and where that stands."""


@app.command()
def why(
    figure: str, data: One, templates: Templates = None, form: Print = Form.text, *, every: bool = False
) -> None:
    """Explain a figure: formula, inputs with values and origins down to rows, and the rounding."""


@app.command()
def kinds(
    kind: str | None = None, templates: Templates = None, *, example: bool = False, schema: bool = False
) -> None:
    """List the document kinds, or tell what one of them wants and computes."""


@app.command()
def doctor(output: Output = Path("out")) -> None:
    """See whether everything is there to make documents, and what to do where it is not."""
