"""A bare click program with reportgen's six commands, their arguments and options, and nothing in them."""

import click

data = click.argument("data", nargs=-1, required=True, type=click.Path())
one = click.argument("data", type=click.Path())
to = click.option("--to", type=click.Choice(["docx", "pdf"]), multiple=True, help="The format.")
output = click.option("--output", "-o", type=click.Path(file_okay=False), default="out", help="The folder.")
templates = click.option("--templates", type=click.Path(exists=True, file_okay=False), help="The kinds.")
date = click.option("--date", help="Today's date.")
form = click.option("--format", type=click.Choice(["text", "json", "csv"]), default="text", help="How.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("1.0", help="Print the version and stop.")
def app() -> None:
    """Official reports from data files: every number with a name, a formula and a pedigree."""


@app.command()
@data
@to
@output
@templates
@date
@form
@click.option("--overwrite", is_flag=True, help="Replace files.")
def build(**_: object) -> None:
    """Make the documents that the data files ask for."""


@app.command()
@data
@to
@templates
@date
@form
def check(**_: object) -> None:
    """Find every mistake: all that build does, but nothing is written."""


@app.command()
@one
@templates
@form
def figures(**_: object) -> None:
    """Print every figure of a data file: its name, what it prints as, its formula and where that stands."""


@app.command()
@click.argument("figure")
@one
@templates
@form
@click.option("--all", "every", is_flag=True, help="Show all rows of a long sum.")
def why(**_: object) -> None:
    """Explain a figure: formula, inputs with values and origins down to rows, and the rounding."""


@app.command()
@click.argument("kind", required=False)
@templates
@click.option("--example", is_flag=True, help="Print a data file to start from.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of its data files.")
def kinds(**_: object) -> None:
    """List the document kinds, or tell what one of them wants and computes."""


@app.command()
@output
def doctor(**_: object) -> None:
    """See whether everything is there to make documents, and what to do where it is not."""
