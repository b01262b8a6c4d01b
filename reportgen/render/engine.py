"""The engine of pages, loaded when the first one is printed: it needs Pango, which not every machine has.

It stays as long as the process does. Python's search for garbage would go through all of it again and again
while it is loaded, and while the first pages are laid out: a tenth of what they take.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from io import StringIO
from types import ModuleType

from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError
from reportgen.model.phrase import Foreign
from reportgen.sweeping import unswept


@lru_cache(maxsize=1)
def engine() -> ModuleType:
    """Load what lays pages out.

    Raises:
        MissingToolError: a library that it needs is not there.

    """
    try:
        with (
            redirect_stdout(StringIO()),
            unswept(),
            without_compilers(),
        ):  # where Pango is missing, it prints a page of its own
            from reportgen.render.page import weasy  # noqa: PLC0415  # it loads Pango, which Word does not need

            gc.freeze()  # nobody throws this away
    except OSError as error:
        reason = str(error).splitlines()[0].partition(".  ")[0].rstrip(".")
        raise MissingToolError([report("no-pango", reason=Foreign(reason))]) from error
    return weasy


@contextmanager
def without_compilers() -> Iterator[None]:
    """Let Python look for libraries without asking compilers, on Linux.

    The engine first asks for Pango's libraries by the names that they have on Windows, and Python asks gcc
    and ld for each of these, where there are any (`ctypes.util.find_library`): a quarter of a second. What
    the engine is loaded with in the end, the system's own loader knows.
    """
    before = os.environ.get("PATH")
    if sys.platform == "linux" and before is not None:
        os.environ["PATH"] = os.devnull
    try:
        yield
    finally:
        if before is not None:
            os.environ["PATH"] = before


@contextmanager
def loaded() -> Iterator[None]:
    """Load the engine before something is done: while they are loaded, its libraries keep what is in use."""
    engine()
    yield
