"""Where the time of a call goes: some functions are timed when they are called, each without the others."""

import inspect
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any


@dataclass(slots=True)
class Clock:
    """The CPU time of each step of one call; ``stack`` holds what steps inside the open ones took."""

    took: dict[str, float] = field(default_factory=dict)
    stack: list[float] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside, less the steps in it."""
        self.stack.append(0.0)
        begin = time.process_time()
        try:
            yield
        finally:
            whole = time.process_time() - begin
            own = whole - self.stack.pop()
            self.took[name] = self.took.get(name, 0.0) + own
            if self.stack:
                self.stack[-1] += whole


def share_out(work: Callable[[], object], steps: Mapping[str, str], rounds: int) -> dict[str, float]:
    """Call something again and again; give the median time of each step, and of all that is none.

    A step is written ``module:function`` or ``module:Class.method``.
    """
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        clock = Clock(dict.fromkeys([*steps, "everything else"], 0.0))
        with _timed(clock, steps), clock.step("everything else"):
            work()
        found.append(clock.took)
    return {name: statistics.median(took[name] for took in found) for name in found[0]}


@contextmanager
def _timed(clock: Clock, steps: Mapping[str, str]) -> Iterator[None]:
    """Put a timed function in the place of each, and take it out again."""
    places = {name: _place(where) for name, where in steps.items()}
    before = {name: getattr(holder, attribute) for name, (holder, attribute) in places.items()}
    try:
        for name, (holder, attribute) in places.items():
            setattr(holder, attribute, _with_clock(before[name], clock, name))
        yield
    finally:
        for name, (holder, attribute) in places.items():
            setattr(holder, attribute, before[name])


def _place(where: str) -> tuple[Any, str]:
    module, _, path = where.partition(":")
    *holders, attribute = path.split(".")
    holder: Any = import_module(module)
    for name in holders:
        holder = getattr(holder, name)
    return holder, attribute


def _with_clock(function: Callable[..., Any], clock: Clock, name: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        with clock.step(name):
            result = function(*arguments, **options)
            return list(result) if inspect.isgenerator(result) else result

    return timed
