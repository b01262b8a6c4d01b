"""Programs and functions run in turns, so that what else the machine does falls on all of them alike."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs are measured as people run them: compiled once, in some run before."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took, in seconds, and what it printed."""

    cpu: float
    wall: float
    printed: str = ""


def in_turns(sides: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """Let every side have its turn in every round, in every other round the last one first."""
    found: dict[str, list[T]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in list(sides) if number % 2 == 0 else reversed(list(sides)):
            found[name].append(sides[name]())
    return found


def middle(runs: Sequence[Took]) -> Took:
    """Give the median CPU time and the median wall time."""
    return Took(statistics.median(one.cpu for one in runs), statistics.median(one.wall for one in runs))


def program(*command: str | Path) -> Took:
    """Run a program to its end; its CPU time has that of the programs it waited for in it."""
    begin, before = time.perf_counter(), _children()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    took = Took(_children() - before, time.perf_counter() - begin, done.stdout)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    return took


def in_memory() -> str | None:
    """Give a folder in memory, where there is one: a disk is not what is measured."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() else None


def function(work: Callable[[], object]) -> Took:
    """Call a function in this process."""
    begin, before = time.perf_counter(), time.process_time()
    work()
    return Took(time.process_time() - before, time.perf_counter() - begin)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
