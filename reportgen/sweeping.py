"""A tool: how often Python looks for objects that keep each other, and that nobody else knows.

What data, figures and rows are made of are trees, of which nothing is ever found. Looking for it took a tenth
of a report with 20,000 rows, and a fifth of its printing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OBJECTS: Final = 50_000
"""After so many more than there were it is looked; Python's own is 700."""


def sweep_seldom() -> None:
    """Look seldom in this process: what pages leave behind is some megabytes then."""
    gc.set_threshold(_OBJECTS)


@contextmanager
def unswept() -> Iterator[None]:
    """Do something without looking meanwhile."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
