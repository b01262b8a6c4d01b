"""The same typer program without rich and without shell completion, as reportgen sets typer up."""

import typer_program

app = typer_program.app
app.rich_markup_mode = None
app._add_completion = False  # noqa: SLF001  (as if it had been said where the program was made)
