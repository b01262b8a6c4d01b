"""Papers that are printed together: where nobody printed them they are given out again, in smaller pieces."""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reportgen.batch.papers import Job, Key
from reportgen.batch.press import Printed, print_paper
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.study.members import Own

Wanted = tuple[Key, Own | None, tuple[str, ...]]
"""A paper to be printed: which, what it has for itself, in which formats or on the blank of which serial."""

_TRIES: Final = 2
"""So often a chunk is given out whole; then each of its papers is tried alone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Papers of one data file that are printed together; ``job`` is what they share, as bytes."""

    number: int
    job: bytes
    wanted: Sequence[Wanted]
    deaths: int = 0

    def after_death(self) -> list["Chunk"]:
        """Print it again; where that failed too, each of its papers alone."""
        if self.deaths + 1 < _TRIES:
            return [replace(self, deaths=self.deaths + 1)]
        return [replace(self, wanted=[one]) for one in self.wanted] if len(self.wanted) > 1 else []

    def given_up(self, job: Job) -> Iterator[Printed]:
        """Tell of a paper that no process survives."""
        if self.deaths + 1 >= _TRIES and len(self.wanted) == 1:
            key, own, _ = self.wanted[0]
            told = report("press-died", job.place(own), kind=job.kind.name)
            yield Printed(key, error=OutputError([told]))


def print_chunk(job: Job, wanted: Sequence[Wanted]) -> list[Printed]:
    """Print papers, here; who only writes them needs no scripts of their pages."""
    printed = (print_paper(key, job.paper(own), asked, job.blank) for key, own, asked in wanted)
    return [one if job.scripts else one.bare() for one in printed]


@lru_cache(maxsize=2)
def job_of(content: bytes) -> Job:
    """Take what papers share out of its bytes, once for many chunks."""
    job: Job = pickle.loads(content)  # noqa: S301  (written by the process that started this one)
    return job
