"""Results for people, in columns."""

import sys
from collections.abc import Iterable, Sequence

_IN_A_PIPE = 400
"""Columns where nobody's screen is the limit: no name is broken over lines."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings, every text as it is: ``[x]`` is no mark-up, and a long name is not cut."""
    from rich.console import Console  # noqa: PLC0415  (only when there is something to show)
    from rich.table import Column, Table  # noqa: PLC0415

    table = Table(*(Column(heading, overflow="fold") for heading in headings))
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else _IN_A_PIPE
    Console(width=width, highlight=False, markup=False, emoji=False).print(table)
