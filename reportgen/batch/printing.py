"""Printing the papers of many data files: here, in several processes, or on a cluster."""

import os
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportgen.batch.chunks import Chunk
from reportgen.batch.delivering import Delivering
from reportgen.batch.making import Making
from reportgen.batch.papers import Job, Key
from reportgen.batch.parcel import packed
from reportgen.batch.press import Printed, print_paper
from reportgen.batch.records import Order, Progress
from reportgen.batch.stop import Stop
from reportgen.batch.workers import print_elsewhere
from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError, OutputError

_LEARNT: Final = 8
_TRIED: Final = 16
"""So many papers of each data file are printed here; those after the first, from which the press learns, tell
how long one takes."""

_WORTH: Final = 4.0
"""Seconds of work before further processes are worth their start, and what each of them learns anew."""

_MANY: Final = 500
"""So many papers are printed in other processes, whatever they take: a deadly page costs itself alone."""

_MOST_IN_CHUNK: Final = 16


def print_all(makings: Sequence[Making], order: Order, progress: Progress | None, stop: Stop) -> None:
    """Print all that is to be printed, and hand each paper to the data file that it belongs to."""
    left = [len(making.todo) for making in makings]
    gone = None
    try:
        _print(makings, left, _printed(makings, order, stop), progress, stop)
    except MissingToolError as error:
        gone = error
    for making, papers in zip(makings, left, strict=True):
        if papers:
            making.stop(gone)
            gone = None  # it is told once


def printed(making: Making, stop: Stop) -> Iterator[Printed]:
    """Print what is to be printed of one data file, in any order; nothing is written."""
    return (one for _, one in _printed([making], making.order, stop))


def _print(
    makings: Sequence[Making],
    left: list[int],
    printed: Iterator[tuple[int, Printed]],
    progress: Progress | None,
    stop: Stop,
) -> None:
    """Take in paper by paper; ``left`` is how many each data file still lacks."""
    total = sum(len(making.plan.documents) for making in makings)
    done = total - sum(len(documents) for making in makings for documents in making.todo.values())
    if progress:
        progress(done, total)
    for number, one in printed:
        making = makings[number]
        making.take(one)
        left[number] -= 1
        if not left[number]:
            making.finish()
        stop.asked = stop.asked or making.hopeless
        done += len(making.todo[one.key])
        if progress:
            progress(done, total)


def _printed(makings: Sequence[Making], order: Order, stop: Stop) -> Iterator[tuple[int, Printed]]:
    if order.scheduler is not None:
        return _far_away(makings, order, stop)
    todo = [list(making.todo) for making in makings]
    if order.workers is None and _cores() > 1:
        many = sum(map(len, todo)) >= _MANY
        return _elsewhere(makings, todo, _cores(), stop) if many else _as_is_worth(makings, todo, stop)
    count = order.workers or 1
    return _elsewhere(makings, todo, count, stop) if count > 1 else _here(makings, todo, stop)


def _as_is_worth(
    makings: Sequence[Making], todo: Sequence[Sequence[Key]], stop: Stop
) -> Iterator[tuple[int, Printed]]:
    """Print some papers here, and the others on all cores where there is enough to do.

    How long one takes depends on its pages: stamped, it takes a hundredth of what it takes laid out.
    """
    took = [0.0] * len(makings)
    for number, (making, keys) in enumerate(zip(makings, todo, strict=True)):
        begun = [time.perf_counter()]
        for printed in _here([making], [keys[:_TRIED]], stop):
            yield number, printed[1]
            begun.append(time.perf_counter())
        pace = [after - before for before, after in pairwise(begun)][_LEARNT:]
        took[number] = sum(pace) / max(len(pace), 1) * len(keys[_TRIED:])
    left = [keys[_TRIED:] for keys in todo]
    if sum(took) >= _WORTH:
        yield from _elsewhere(makings, left, _cores(), stop)
    else:
        yield from _here(makings, left, stop)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _here(
    makings: Sequence[Making], todo: Sequence[Sequence[Key]], stop: Stop
) -> Iterator[tuple[int, Printed]]:
    for number, (making, keys) in enumerate(zip(makings, todo, strict=True)):
        for key in keys:
            if stop.asked:
                return
            if making.is_stuck:
                break
            yield number, _printed_here(key, making)


def _printed_here(key: Key, making: Making) -> Printed:
    """Print a paper; that it needs more memory than there is stops no other."""
    papers = making.plan.papers
    try:
        return print_paper(key, papers.paper(key), making.wanted(key), papers.job.blank)
    except MemoryError:
        told = report("memory-short", papers.job.place(papers.own(key)))
        return Printed(key, error=OutputError([told]))


def _elsewhere(
    makings: Sequence[Making], todo: Sequence[Sequence[Key]], count: int, stop: Stop
) -> Iterator[tuple[int, Printed]]:
    chunks = _chunks(makings, todo, _size(todo, count), pickle.dumps)
    return print_elsewhere(chunks, count, lambda: stop.asked)


def _far_away(makings: Sequence[Making], order: Order, stop: Stop) -> Iterator[tuple[int, Printed]]:
    """Print on a cluster; where everything is there already none is needed."""
    if not any(making.todo for making in makings):
        return
    try:
        from reportgen.batch.cluster import connected  # noqa: PLC0415  (an extra, loaded for whoever asks)
        from reportgen.batch.shipping import shipped  # noqa: PLC0415  (likewise)
    except ModuleNotFoundError as error:
        raise MissingToolError([report("dask-missing", None, name=error.name)]) from None
    with connected(order.scheduler or "") as cluster:
        todo = [list(making.todo) for making in makings]
        chunks = _chunks(makings, todo, _size(todo, cluster.slots), packed)
        delivering = [making for making in makings if isinstance(making, Delivering)]
        if delivering:
            yield from shipped(cluster, chunks, delivering, lambda: stop.asked)
        else:
            yield from cluster.print(chunks, lambda: stop.asked)


def _size(todo: Sequence[Sequence[Key]], count: int) -> int:
    """Give each of so many processes several chunks, so that none is long without work at the end."""
    papers = sum(map(len, todo))
    return max(1, min(_MOST_IN_CHUNK, papers // (4 * count)))


def _chunks(
    makings: Sequence[Making], todo: Sequence[Sequence[Key]], size: int, packed: Callable[[Job], bytes]
) -> Iterator[Chunk]:
    """Cut the work into pieces, each with all that is needed for it."""
    for number, (making, keys) in enumerate(zip(makings, todo, strict=True)):
        if keys:
            job = packed(making.plan.papers.apart(scripts=making.order.prove is not None))
            for some in _pieces(keys, size):
                if making.is_stuck:
                    break
                yield _chunk(number, job, making, some)


def _pieces(keys: Sequence[Key], size: int) -> Iterator[Sequence[Key]]:
    """Cut papers into pieces; the first go alone, so that it shows early where none comes to an end."""
    yield from ([key] for key in keys[:_TRIED])
    yield from (keys[start : start + size] for start in range(_TRIED, len(keys), size))


def _chunk(number: int, job: bytes, making: Making, keys: Sequence[Key]) -> Chunk:
    owns = ((key, making.plan.papers.own(key)) for key in keys)
    wanted = [(key, own and own.apart(), making.wanted(key)) for key, own in owns]
    return Chunk(number, job, wanted)
