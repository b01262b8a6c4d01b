"""Printing in several processes: what one that dies had in hand is printed again, by another."""

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final

from reportgen.batch.chunks import Chunk, Wanted, job_of, print_chunk
from reportgen.batch.press import Printed
from reportgen.spawning import spawned
from reportgen.sweeping import sweep_seldom

_PAPERS_EACH: Final = 1000
"""After so many papers a process makes room for a new one: engines keep a little of each page."""

_NOT_LAID_OUT: Final = 10
"""So many papers that no engine laid out count as one; what a new process has to learn takes a second."""

_DEATHS: Final = 8
"""After so many processes that died in a row, before any brought a paper, papers are printed here."""

_MORE_DEATHS: Final = 40
"""After so many in a row, when some had lived, no more are started: a chunk of bad papers costs fewer."""


def print_elsewhere(
    chunks: Iterator[Chunk], count: int, stopped: Callable[[], bool]
) -> Iterator[tuple[int, Printed]]:
    """Print chunks in so many processes; give each paper, in any order, with the number of its chunk."""
    again: deque[Chunk] = deque()
    deaths, most = 0, _DEATHS
    with _crew(count) as crew:
        while crew and deaths < most:
            for worker in crew:
                if worker.chunk is None and not stopped():
                    worker.give(again.popleft() if again else next(chunks, None))
            if not any(worker.chunk for worker in crew):
                return
            for chunk, made in _answers(crew):
                deaths, most = (deaths + 1, most) if made is None else (0, _MORE_DEATHS)
                if made is None:
                    again.extend(chunk.after_death())
                for one in chunk.given_up(job_of(chunk.job)) if made is None else made:
                    yield chunk.number, one
            crew[:] = _fit(crew)
        again.extend(worker.chunk for worker in crew if worker.chunk)
    if deaths < _MORE_DEATHS:
        yield from _without(chain(again, chunks), stopped)


def _without(chunks: Iterable[Chunk], stopped: Callable[[], bool]) -> Iterator[tuple[int, Printed]]:
    """Print here, because no process lives on this machine."""
    for chunk in chunks:
        for one in () if stopped() else print_chunk(job_of(chunk.job), chunk.wanted):
            yield chunk.number, one


def _answers(crew: Sequence["_Worker"]) -> Iterator[tuple[Chunk, list[Printed] | None]]:
    """Wait for a process or several; give what they had in hand, and what became of it."""
    busy = {worker.pipe: worker for worker in crew if worker.chunk}
    for pipe in wait(list(busy)):
        yield busy[pipe].taken()  # type: ignore[index]  # only pipes were waited for


@dataclass(slots=True)
class _Worker:
    """A process and what it has in hand."""

    process: SpawnProcess
    pipe: Connection
    chunk: Chunk | None = None
    papers: float = 0

    def give(self, chunk: Chunk | None) -> None:
        """Hand a chunk over; that nobody is there to take it shows when the answer is waited for."""
        if chunk is None:
            return
        self.chunk = chunk
        with suppress(OSError):
            self.pipe.send((chunk.job, chunk.wanted))

    def taken(self) -> tuple[Chunk, list[Printed] | None]:
        """Take what was printed; nothing where the process died, in whose place there is another now."""
        chunk, self.chunk = self.chunk, None
        if chunk is None:
            raise LookupError("nothing was given out")
        try:
            made = self.pipe.recv()
        except (EOFError, OSError):
            self.papers = _PAPERS_EACH
            return chunk, None
        if isinstance(made, Exception):
            raise made
        self.papers += sum(any(one.ways.values()) for one in made) + len(made) / _NOT_LAID_OUT
        return chunk, made

    def dismiss(self) -> None:
        """Let the process end; what it has in hand is lost."""
        self.pipe.close()
        if self.chunk is not None:
            self.process.kill()
        self.process.join()


@contextmanager
def _crew(count: int) -> Iterator[list[_Worker]]:
    crew = [*_started(count)]
    try:
        yield crew
    finally:
        for worker in crew:
            worker.dismiss()


def _started(count: int) -> Iterator[_Worker]:
    """Start so many processes, or as many as the system gives."""
    with suppress(OSError):
        for _ in range(count):
            yield _Worker(*spawned(_work))


def _fit(crew: Sequence[_Worker]) -> Iterator[_Worker]:
    """Give the processes that go on, and others in the place of those that died or have done enough."""
    for worker in crew:
        if worker.chunk is None and worker.papers >= _PAPERS_EACH:
            worker.dismiss()
            yield from _started(1)
        else:
            yield worker


def _work(pipe: Connection) -> None:
    """Print what is handed over until nobody is there any more; the front process alone hears Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sweep_seldom()
    with suppress(EOFError, OSError, MemoryError):  # whoever comes after this process has more memory
        while True:
            pipe.send(_answer(*pipe.recv()))


def _is_awaited() -> bool:
    """End here where the front process is dead: nobody waits for more papers."""
    front = multiprocessing.parent_process()
    if front is not None and not front.is_alive():
        raise EOFError
    return True


def _answer(job: bytes, wanted: Sequence[Wanted]) -> list[Printed] | Exception:
    try:
        shared = job_of(job)
        return [printed for one in wanted if _is_awaited() for printed in print_chunk(shared, [one])]
    except (EOFError, MemoryError):
        raise
    except Exception as bug:  # noqa: BLE001  (it is raised again by whoever waits for the papers)
        bug.add_note(traceback.format_exc())
        return bug
