"""What papers share, packed for a machine that sees none of the office's files, and unpacked there."""

import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from reportgen.batch.chunks import print_chunk
from reportgen.batch.machine import files_of_kind, machine, unlike
from reportgen.batch.papers import Job
from reportgen.batch.press import Printed
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job, pickled because another program could not read it, and the files of its kind's folder.

    ``here`` is the folder that names of files start from, ``machine`` what prints at home.
    """

    job: bytes
    files: Mapping[str, bytes]
    here: str
    machine: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unlike:
    """Why nothing is printed on a machine: what is not as where the parcel comes from, and both versions."""

    found: Mapping[str, tuple[str, str]]


def packed(job: Job) -> bytes:
    """Pack a job with all that its papers are made of."""
    folder = job.kind.folder
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_of_kind(folder)}
    return pickle.dumps(Parcel(pickle.dumps(job), files, str(Path.cwd()), here_prints()))


def print_parcel(parcel: bytes, wanted: bytes) -> "list[Printed] | Unlike":
    """Print papers in a folder of this process's own; what is told names files as they are called at home."""
    found = _unpacked(parcel)
    if isinstance(found, Unlike):
        return found
    job, home = found
    printed = print_chunk(job, pickle.loads(wanted))  # noqa: S301  (from whoever sent the parcel)
    return [_as_at_home(one, str(job.kind.folder), home) for one in printed]


def job_in(parcel: bytes) -> Job:
    """Give the job back to whoever packed it."""
    job: Job = pickle.loads(pickle.loads(parcel).job)  # noqa: S301  (written here)
    return job


@lru_cache(maxsize=1)
def here_prints() -> Mapping[str, str]:
    """Look once at what prints here."""
    return machine()


@lru_cache(maxsize=2)
def _unpacked(content: bytes) -> tuple[Job, str] | Unlike:
    parcel: Parcel = pickle.loads(content)  # noqa: S301  (from whoever is allowed to use this machine)
    if different := unlike(parcel.machine, here_prints()):
        return Unlike(different)
    job: Job = pickle.loads(parcel.job)  # noqa: S301  (likewise)
    folder = Path(f"kind-{len(os.listdir())}").absolute()  # noqa: PTH208  (a number that is not taken)
    for name, file in parcel.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file)
    return job.moved(folder, parcel.here), str(job.kind.folder)


def _as_at_home(printed: Printed, folder: str, home: str) -> Printed:
    """Put the name of the kind's own folder in the place of the one that was unpacked here."""

    def told(found: Diagnostic) -> Diagnostic:
        return replace(
            found, origin=found.origin and renamed(found.origin),
            values=tuple((name, _without(value, folder, home)) for name, value in found.values),
            related=tuple((what, renamed(origin)) for what, origin in found.related),
        )  # fmt: skip

    def renamed(origin: Origin) -> Origin:
        return replace(origin, file=origin.file.replace(folder, home))

    error = printed.error and type(printed.error)(map(told, printed.error.diagnostics))
    missing = {target: tuple(map(told, why)) for target, why in printed.missing.items()}
    return replace(printed, error=error, missing=missing)


def _without(value: str, folder: str, home: str) -> str:
    return value.replace(folder, home) if type(value) is str else value
