"""The process in which files of anybody are read: it has limits, and another follows one that dies."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final, TypeVar

from reportgen.model.diagnostics import report
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase
from reportgen.spawning import spawned
from reportgen.verify.examine import Ended, Examined, Task, Work, serve

Found = TypeVar("Found")
PATIENCE: Final = 900
"""So many seconds an answer is waited for where no alarm ends the work (Windows), or it only sleeps."""

_SLOW: Final = phrase("it took too long")
_LARGE: Final = phrase("it took too much memory")
_BROKEN: Final = phrase("the program that reads it broke down")


@dataclass(slots=True)
class Examiner:
    """Hands files to a process, one after the other."""

    process: SpawnProcess
    pipe: Connection
    alive: bool = True

    def examined(self, task: Task) -> Examined:
        """Have a file examined; of one over which the process comes to grief nobody can tell anything."""
        file = str(task.file)
        found = self.answered(task)
        if isinstance(found, Examined):
            return found
        return Examined(file, findings=(report("reading-ended", Origin(file), why=found),))

    def answered(self, task: Work[Found]) -> Found | str:
        """Give what was found, or why nothing was."""
        if not self.alive:
            self.process, self.pipe = spawned(serve)
            self.alive = True
        try:
            self.pipe.send(task)
            if not self.pipe.poll(PATIENCE):
                self.end()
                return _SLOW
            found: Found | Ended = self.pipe.recv()
        except (EOFError, OSError):
            return self._why()
        if not isinstance(found, Ended):
            return found
        return _LARGE if found.for_memory else Foreign(found.said)

    def _why(self) -> str:
        """Tell of what the process died."""
        self.process.join()
        self.alive = False
        if self.process.exitcode == -getattr(signal, "SIGPROF", 0):
            return _SLOW
        killed = -getattr(signal, "SIGKILL", 0)  # by the system, which does that where memory is lacking
        return _LARGE if self.process.exitcode == killed else _BROKEN

    def end(self) -> None:
        """End the process, whatever it does."""
        self.alive = False
        with suppress(OSError):
            self.pipe.close()
        self.process.kill()
        self.process.join()


@contextmanager
def examining() -> Iterator[Examiner]:
    """Have a process at hand as long as files are examined."""
    examiner = Examiner(*spawned(serve))
    try:
        yield examiner
    finally:
        examiner.end()
