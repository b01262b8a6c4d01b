"""No paper takes for ever, or all memory: a press is stopped in time, whatever its engine is doing.

Counting what a template prints is not enough: flex boxes inside one another double the work with each box,
columns in a flex box in columns never end, and ``repeat(100000000, 1fr)`` is short. A long paper takes long,
and gets on all the same: it is stopped where no page is finished for longer than its size explains, or where
there are more pages than it has to print. Where the system has no alarms (Windows), or outside the main
thread, nobody watches; memory is watched where Linux tells how much there is.
"""

import os
import re
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin

PATIENCE: Final = 60
"""Seconds of this process's own work without a page, unless REPORTGEN_PATIENCE says otherwise."""

FOR_A_TAG: Final = 0.005
"""Seconds more for each tag of a page: what is done for all pages at once takes a tenth of that."""

LETTERS_OF_A_TAG: Final = 100
"""So many letters count as a tag."""

PAGES: Final = 1000
"""So many pages a paper may have, and as many for each tag as follows."""

PAGES_OF_A_TAG: Final = 10
"""One, laid out anew as often as the engine does for page numbers that are not known yet."""

TOO_SLOW: Final = "press-too-slow"
"""What is told of a paper that comes to no end."""

MOST_MEGABYTES: Final = 3000
"""Memory that the program may hold while it prints; laying out 100,000 elements was seen to take 1,300."""

DEEPEST: Final[Mapping[str, int]] = {"flex_layout": 8, "grid_layout": 8, "columns_layout": 3}
"""How many boxes may stand inside one another, by the engine's function that lays each of them out.

Each tries several widths for all that is in it: ten flex boxes deep is a thousand times the work.
"""

_ENGINE: Final = "weasyprint"
_TICK: Final = 0.2
"""Seconds between two looks."""

_HELD: Final = Path("/proc/self/statm")

_SECONDS: Final = re.compile("[1-9][0-9]{0,5}")


class _OverrunError(BaseException):
    """It is enough; no engine that catches exceptions shall catch it."""


@contextmanager
def bounded(file: str) -> Iterator[None]:
    """Stop what is done here when it gets on no more or takes too much memory, and tell of which template."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    watch = _Watch(file, patience())
    before = signal.signal(signal.SIGALRM, watch.look)
    signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)  # again and again: callbacks swallow exceptions
    _WATCHES.append(watch)
    try:
        with _no_word_of_swallowed_ones():
            yield
    except _OverrunError:
        watch.done = True
        raise RenderError([watch.found()]) from None
    finally:
        watch.done = True
        _WATCHES.pop()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def expect(page: str) -> None:
    """Have more patience with the paper that is printed here: its filled page is so long."""
    for watch in _WATCHES[-1:]:
        watch.tags = max(watch.tags, page.count("<") + len(page) // LETTERS_OF_A_TAG)


def went_on(*, pages: int = 0) -> None:
    """Note that pages are finished, or something else of which a paper has many: patience begins anew."""
    for watch in _WATCHES[-1:]:
        watch.end = None
        watch.pages += pages


@contextmanager
def _no_word_of_swallowed_ones() -> Iterator[None]:
    """Keep Python from printing an overrun that met a callback (of the collector, say): another follows."""
    tell = sys.unraisablehook

    def tell_the_others(met: "sys.UnraisableHookArgs") -> None:
        if not isinstance(met.exc_value, _OverrunError):
            tell(met)

    sys.unraisablehook = tell_the_others
    try:
        yield
    finally:
        sys.unraisablehook = tell


_WATCHES: Final[list["_Watch"]] = []
"""Who watches over the paper that is printed here, if anybody does."""


class _Watch:
    """Looks from time to time how much has been done and how much memory there is in use.

    Work is counted, not time: on a machine that is busy with other things an honest paper takes longer.
    """

    def __init__(self, file: str, seconds: int) -> None:
        self.file, self.patience = file, seconds
        self.tags = self.pages = 0
        self.end: float | None = None
        self.done = self.full = self.deep = False

    @property
    def seconds(self) -> int:
        """How long a paper of this size may be without a page."""
        return self.patience + int(self.tags * FOR_A_TAG)

    @property
    def most(self) -> int:
        """How many pages a paper of this size may have."""
        return PAGES + self.tags * PAGES_OF_A_TAG

    def look(self, _: int, frame: FrameType | None) -> None:
        """Stop the press once one of them is too much, or never will be enough."""
        self.full = self.full or _megabytes() > MOST_MEGABYTES
        self.deep = self.deep or _is_too_deep(frame)
        if not self.done and (self.full or self.deep or self._is_over()):
            raise _OverrunError

    def _is_over(self) -> bool:
        """Ask how long it took since the first look: most papers are done before that, and ask no clock."""
        now = time.process_time()
        self.end = self.end or now + self.seconds
        return now > self.end or self.pages > self.most

    def found(self) -> Diagnostic:
        """Tell which of them it was."""
        if self.full:
            return report("press-too-large", Origin(self.file), most=MOST_MEGABYTES)
        if self.deep:
            return report(
                "press-too-deep",
                Origin(self.file),
                most=DEEPEST["flex_layout"],
                columns=DEEPEST["columns_layout"],
            )
        return report(TOO_SLOW, Origin(self.file), seconds=self.seconds, pages=self.most)


def _is_too_deep(frame: FrameType | None) -> bool:
    """Tell whether the engine is about boxes inside one another that it will never get through."""
    open_boxes: Counter[str] = Counter()
    while frame is not None:
        if frame.f_code.co_name in DEEPEST and _ENGINE in frame.f_code.co_filename:
            open_boxes[frame.f_code.co_name] += 1
        frame = frame.f_back
    return any(count > DEEPEST[name] for name, count in open_boxes.items())


def _megabytes() -> int:
    """Tell how much memory this process holds, where the system says so.

    Read as bytes: a text wants its encoding imported, which would break an import that the alarm met.
    """
    try:
        pages = int(_HELD.read_bytes().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20


def patience() -> int:
    """Tell how many seconds a small paper may be without a page."""
    said = os.environ.get("REPORTGEN_PATIENCE", "")
    return int(said) if _SECONDS.fullmatch(said) else PATIENCE
