"""No paper takes for ever: a press that works too long is stopped, whatever its engine is doing.

Counting what a template prints is not enough: flex boxes inside one another double the work with each box.
Where the system has no alarms (Windows), or outside the main thread, nobody watches.
"""

import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin

PATIENCE: Final = 300
"""Seconds for one template, unless REPORTGEN_PATIENCE says otherwise."""

_SECONDS: Final = re.compile("[1-9][0-9]{0,5}")


class _OverrunError(BaseException):
    """Time is up; no engine that catches exceptions shall catch it."""


@contextmanager
def in_time(file: str) -> Iterator[None]:
    """Stop what is done here when it takes too long, and tell of which template."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    seconds, done = patience(), False

    def ring(_: int, __: FrameType | None) -> None:
        if not done:
            raise _OverrunError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again and again: callbacks swallow exceptions
    try:
        yield
    except _OverrunError:
        raise RenderError([report("press-too-slow", Origin(file), seconds=seconds)]) from None
    finally:
        done = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def patience() -> int:
    """Tell how many seconds a template may take."""
    said = os.environ.get("REPORTGEN_PATIENCE", "")
    return int(said) if _SECONDS.fullmatch(said) else PATIENCE
