"""A tool: processes beside this one, each running a function of the package behind a pipe."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import ModuleType


def spawned(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Start a process that does this with its end of a pipe; give the process and our end.

    Raises:
        OSError: the system gives no process.

    """
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(theirs,), daemon=True)
    with _no_script():
        process.start()
    theirs.close()
    return process, ours


@contextmanager
def _no_script() -> Iterator[None]:
    """Hide the script that runs here: a new process would run it too."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script
