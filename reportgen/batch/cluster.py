"""Printing on an existing Dask cluster: chunks go out, bytes come back. Only it and `hail` know Dask."""

import logging
import pickle
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import distributed
from distributed import Client
from distributed.scheduler import KilledWorker

from reportgen.batch import hail
from reportgen.batch.beside import look_beside, print_beside
from reportgen.batch.chunks import Chunk
from reportgen.batch.machine import unlike
from reportgen.batch.parcel import Unlike, here_prints, job_in
from reportgen.batch.press import Printed
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import MissingToolError
from reportgen.model.phrase import phrase

_LONELY: Final = 60
"""Seconds for which there may be no worker at all before it is given up."""

_DISTRIBUTED: Final = "distributed"


@contextmanager
def connected(address: str) -> Iterator["Cluster"]:
    """Ask for a scheduler's services, and look at each of its workers.

    Raises:
        MissingToolError: nobody answers there, it is no scheduler, it has no workers, or they would not print
            the same bytes.

    """
    with _silence():
        hail.refuse_others(address)
        with Client(address, timeout=hail.PATIENCE, set_as_default=False, name="reportgen") as client:
            cluster = Cluster(client, address)
            cluster.refuse_unlike()
            yield cluster


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler that answers, with workers that print what would be printed here."""

    client: Client
    address: str

    @property
    def slots(self) -> int:
        """Count the papers that are printed at the same time."""
        return sum(self.client.nthreads().values())

    def refuse_unlike(self) -> None:
        """Hold what prints on each worker against what prints here.

        Raises:
            MissingToolError: with everything that differs.

        """
        found = self.client.run(look_beside, on_error="return")
        if not found:
            raise MissingToolError([report("cluster-empty", None, address=self.address)])
        different = [_differences(worker, seen) for worker, seen in found.items()]
        if told := [*self._other_versions(), *(note for notes in different for note in notes)]:
            raise MissingToolError(told)

    def print(self, chunks: Iterator[Chunk], stopped: Callable[[], bool]) -> Iterator[tuple[int, Printed]]:
        """Print chunks; give each paper, in any order, with the number of its chunk.

        Raises:
            MissingToolError: the scheduler is gone, all workers are, or one that joined prints otherwise.

        """
        executor = self.client.get_executor(pure=False)
        again: deque[Chunk] = deque()
        given: dict[Future[bytes | None], Chunk] = {}
        watch = Watch(self)
        while True:
            while len(given) < watch.room and not stopped():
                chunk = again.popleft() if again else next(chunks, None)
                if chunk is None:
                    break
                given[executor.submit(print_beside, *_letter(chunk))] = chunk
            if not given:
                return
            done, _ = wait(given, timeout=1, return_when=FIRST_COMPLETED)
            watch.look(busy=bool(done))
            for future in done:
                chunk = given.pop(future)
                made = self.made(future)
                if made is None:
                    again.extend(chunk.after_death())
                for one in chunk.given_up(job_in(chunk.job)) if made is None else made:
                    yield chunk.number, one

    def made(self, future: "Future[bytes | None]") -> list[Printed] | None:
        """Open what came back; nothing where press or workers died over it."""
        try:
            answer = future.result()
        except KilledWorker:
            return None
        except CancelledError:
            raise self.lost() from None
        made: Any = pickle.loads(answer) if answer else None  # noqa: S301  (from the workers that were asked)
        if isinstance(made, Unlike):
            raise MissingToolError(_told(phrase("a worker that joined"), made.found))
        if isinstance(made, Exception):
            raise made
        return made  # type: ignore[no-any-return]

    def lost(self) -> MissingToolError:
        """Tell that nobody answers any more."""
        return MissingToolError([report("cluster-lost", None, address=self.address)])

    def _other_versions(self) -> Iterator[Diagnostic]:
        """Compare what carries the work: other versions of it do not always understand each other."""
        versions: Any = self.client.get_versions()
        seen = {phrase("the scheduler"): versions["scheduler"], **versions["workers"]}
        for where, one in seen.items():
            theirs = one["packages"][_DISTRIBUTED] if one else ""
            if theirs != distributed.__version__:
                yield from _told(where, {_DISTRIBUTED: (distributed.__version__, theirs)})


@dataclass(slots=True)
class Watch:
    """Sees to it that somebody is there to print; ``room`` is how many chunks may be out at the same time."""

    cluster: Cluster
    room: int = 0
    alone: int = 0

    def __post_init__(self) -> None:
        self.room = 2 * self.cluster.slots

    def look(self, *, busy: bool) -> None:
        """Count the workers after a second in which nothing came back.

        Raises:
            MissingToolError: nobody is there any more.

        """
        if busy:
            return
        if self.cluster.client.status != "running":
            raise self.cluster.lost()
        slots = self.cluster.slots
        self.room, self.alone = 2 * slots or self.room, 0 if slots else self.alone + 1
        if self.alone > _LONELY:
            raise MissingToolError([report("cluster-empty", None, address=self.cluster.address)])


def _letter(chunk: Chunk) -> tuple[bytes, bytes, int]:
    return chunk.job, pickle.dumps(chunk.wanted), len(chunk.wanted)


def _differences(worker: str, seen: object) -> Iterator[Diagnostic]:
    match seen:
        case Mapping():
            yield from _told(worker, unlike(here_prints(), seen))
        case _:
            yield report("cluster-unfit", None, worker=worker, why=hail.plain(str(seen)))


def _told(where: str, found: Mapping[str, tuple[str, str]]) -> Iterator[Diagnostic]:
    """Tell what a machine has not alike."""
    for name, (ours, theirs) in found.items():
        here, there = ours or phrase("not installed"), theirs or phrase("not installed")
        yield report("cluster-unlike", None, where=where, name=name, ours=here, theirs=there)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what Dask tells its own administrators from people who make papers: they are told by messages."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
