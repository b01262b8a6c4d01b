"""A progress bar on a terminal, nothing in a pipe."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.cli.language import say

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """Give what is to be called before the first document and after every one, where somebody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    with _bar() as bar:
        task = bar.add_task(say("documents"), total=None, pace="")
        there: int | None = None
        start = 0.0

        def advance(done: int, total: int) -> None:
            nonlocal there, start
            if there is None:
                there, start = done, time.monotonic()
            pace = _pace(done - there, total - done, time.monotonic() - start)
            bar.update(task, completed=done, total=total, pace=pace)

        yield advance


def _pace(made: int, left: int, seconds: float) -> str:
    """Say how many a second since the beginning, and how long the rest takes at that: they come in bursts."""
    if not made or not seconds:
        return ""
    minutes, rest = divmod(round(left * seconds / made), 60)
    rate = say("{rate} a second", rate=f"{made / seconds:.1f}")
    return f"{rate} {minutes // 60}:{minutes % 60:02}:{rest:02}"


def _bar() -> "Progress":
    """Show how many are done of how many, how many a second, and how long the rest will take."""
    from rich.console import Console  # noqa: PLC0415  (only on a terminal)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    pace = TextColumn("{task.fields[pace]}")
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), pace,
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
