"""Ctrl-C: what is in hand is finished, nothing new is begun; a second one stops at once."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Stop:
    """Whether somebody asked to stop."""

    asked: bool = False

    def ask(self, signum: int, frame: FrameType | None) -> None:
        """Take note the first time, stop the second time."""
        if self.asked:
            signal.default_int_handler(signum, frame)
        self.asked = True


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Take Ctrl-C for a while; only the main thread is told of it."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, stop.ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
