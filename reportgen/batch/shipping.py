"""Papers that workers of a cluster put into a store: what is given out, held back, noted and put, in turn."""

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from queue import Empty, Queue
from typing import Any

from reportgen.batch.chunks import Chunk
from reportgen.batch.cluster import Cluster, Watch
from reportgen.batch.delivering import Delivering
from reportgen.batch.delivery import (
    Address,
    deliver,
    leave_mark,
    print_there,
    take_mark_away,
    told_of,
    why_unseen,
)
from reportgen.batch.parcel import job_in
from reportgen.batch.press import Printed
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import MissingToolError, OutputError
from reportgen.model.origin import Origin

Parts = Iterator[tuple[int, Printed]]


def shipped(
    cluster: Cluster, chunks: Iterator[Chunk], makings: Sequence[Delivering], stopped: Callable[[], bool]
) -> Parts:
    """Print chunks and put them into the store that all data files go to."""
    far = makings[0].far
    if far is not None:
        to = Address(far.url, far.mark)
        with _marked(cluster, to):
            yield from Shipping(cluster, makings, to).ship(chunks, stopped)


@contextmanager
def _marked(cluster: Cluster, to: Address) -> Iterator[None]:
    """See to it that all workers reach the same store.

    Raises:
        MissingToolError: one does not.

    """
    first, *_ = workers = list(cluster.client.nthreads())
    told = _asked(cluster, leave_mark, to, [first])
    if told := told or _asked(cluster, why_unseen, to, workers):
        raise MissingToolError(told)
    try:
        yield
    finally:
        with suppress(Exception):  # a mark that stays harms nobody, and the next run takes it
            cluster.client.run(take_mark_away, to, workers=list(cluster.client.nthreads())[:1])


def _asked(
    cluster: Cluster, what: Callable[..., object], to: Address, workers: Sequence[str]
) -> list[Diagnostic]:
    """Let workers try something; give what they complain of."""
    found: list[Diagnostic] = []
    for worker in workers:
        answer: Any = cluster.client.run(what, to, worker, workers=[worker], on_error="return")[worker]
        if isinstance(answer, Diagnostic):
            found.append(answer)
        elif answer is not None:
            found.append(report("store-unfit", Origin(to.url), worker=worker, why=type(answer).__name__))
    return found


@dataclass(slots=True)
class _Hand:
    """A chunk under way: its ``batch`` is on a worker, ``claims`` is what is known of its papers at home."""

    chunk: Chunk
    claims: bytes
    batch: Any
    seen: list[Printed] = field(default_factory=list)

    def left(self) -> Chunk:
        """Give what is still to be done of it: once it was printed, what was not told yet."""
        keys = {one.key for one in self.seen}
        wanted = [one for one in self.chunk.wanted if one[0] in keys] if keys else self.chunk.wanted
        return replace(self.chunk, wanted=wanted)


@dataclass(slots=True)
class Shipping:
    """The chunks of a run: those being printed, those held back, those being put."""

    cluster: Cluster
    makings: Sequence[Delivering]
    to: Address
    printing: dict[Any, _Hand] = field(default_factory=dict)
    held: list[_Hand] = field(default_factory=list)
    putting: dict[Any, _Hand] = field(default_factory=dict)
    again: deque[Chunk] = field(default_factory=deque)
    done: "Queue[Any]" = field(default_factory=Queue)

    def ship(self, chunks: Iterator[Chunk], stopped: Callable[[], bool]) -> Parts:
        """Print chunks and put them; give what became of each paper, with the number of its chunk.

        Raises:
            MissingToolError: the scheduler is gone, all workers are, or one that joined prints otherwise.

        """
        watch = Watch(self.cluster)
        while True:
            while len(self.printing) < watch.room and not stopped():
                chunk = self.again.popleft() if self.again else next(chunks, None)
                if chunk is None:
                    break
                self._print(chunk)
            yield from self._released(stopped=stopped())
            if not (self.printing or self.putting):
                if self.again and not stopped():
                    continue
                return
            future = self._finished()
            watch.look(busy=future is not None)
            if future is not None:
                yield from self._taken(future)

    def _print(self, chunk: Chunk) -> None:
        """Give a chunk out; what comes back at once are digests."""
        claims = pickle.dumps(self.makings[chunk.number].claims(chunk.wanted))
        submit = self.cluster.client.submit
        batch = submit(print_there, chunk.job, pickle.dumps(chunk.wanted), claims, self.to, pure=False)
        self._awaited(
            submit(told_of, batch, pure=False, priority=1), _Hand(chunk, claims, batch), self.printing
        )

    def _awaited(self, future: Any, hand: _Hand, where: dict[Any, _Hand]) -> None:
        where[future] = hand
        future.add_done_callback(self.done.put)

    def _finished(self) -> Any:
        try:
            return self.done.get(timeout=1)
        except Empty:
            return None

    def _taken(self, future: Any) -> Parts:
        """Take in that papers were printed, or put."""
        printed = future in self.printing
        hand = self.printing.pop(future) if printed else self.putting.pop(future)
        chunk, made = hand.left(), self.cluster.made(future)
        if made is None:
            self.again.extend(chunk.after_death())
            for one in chunk.given_up(job_in(chunk.job)):
                yield chunk.number, one
            return
        if printed:
            self.makings[chunk.number].seen += len(made)
            hand.seen = [one for one in made if _waits(one)]
            self.held += [hand] if hand.seen else []
        for one in made:
            if not (printed and _waits(one)):
                yield chunk.number, one

    def _released(self, *, stopped: bool) -> Parts:
        """Note and put what is no longer held back; after a mistake in printing nothing more is put."""
        held, last = self.held, not self.printing and (stopped or not self.again)
        self.held = [one for one in held if not self._ready(one, last=last)]
        for hand in held:
            if not self._ready(hand, last=last):
                continue
            making = self.makings[hand.chunk.number]
            dropped = [Printed(one.key) for one in hand.seen] if making.spoilt else self._put(hand, making)
            for one in dropped:
                yield hand.chunk.number, one

    def _ready(self, hand: _Hand, *, last: bool) -> bool:
        making = self.makings[hand.chunk.number]
        return making.spoilt or making.may_go(last=last)

    def _put(self, hand: _Hand, making: Delivering) -> list[Printed]:
        """Let the worker put papers, once they are noted; give those that cannot be."""
        try:
            making.note(hand.seen)
        except OutputError as error:
            return [Printed(one.key, error=error) for one in hand.seen]
        future = self.cluster.client.submit(deliver, hand.batch, hand.claims, self.to, pure=False, priority=1)
        self._awaited(future, hand, self.putting)
        return []


def _waits(one: Printed) -> bool:
    """Tell whether a paper is printed and not put yet."""
    return not one.error and not any(laid.how for laid in one.laid.values())
