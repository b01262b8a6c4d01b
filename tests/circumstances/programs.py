"""Programs, fonts, memory and clusters that are not there, or die."""

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen.batch import printing
from reportgen.batch.press import print_paper
from reportgen.model import diagnostics
from reportgen.render import fonts, watch
from tests.circumstances.machine import Machine, replaced
from tests.helpers.clusters import cluster_in


def _interrupted(_: Machine) -> Iterator[None]:
    """Press Ctrl-C when the first paper has been printed."""

    def interrupted(*arguments: Any) -> object:
        printed = print_paper(*arguments)
        os.kill(os.getpid(), signal.SIGINT)
        return printed

    yield from replaced(printing, "print_paper", interrupted)


_DEADLY = """
import os, sys
if "--multiprocessing-fork" in sys.orig_argv:
    from reportgen.batch import chunks
    print_paper = chunks.print_paper
    chunks.print_paper = lambda key, *rest: os.abort() if key == ({row},) else print_paper(key, *rest)
"""


def _deadly(machine: Machine, row: str) -> Iterator[None]:
    """Kill every process that is to print the paper of a row; those that print begin with this script."""
    script = machine.folder / "deadly" / "sitecustomize.py"
    script.parent.mkdir()
    script.write_text(_DEADLY.format(row=int(row) - 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(script.parent))
        yield


def _no_memory(_: Machine, row: str) -> Iterator[None]:
    """Ask the system for more memory than there can be, when the paper of a row is printed."""

    def greedy(key: tuple[int, ...], *rest: Any) -> object:
        return bytearray(1 << 60) if key == (int(row) - 1,) else print_paper(key, *rest)

    yield from replaced(printing, "print_paper", greedy)


def _no_fonts(machine: Machine) -> Iterator[None]:
    """Look for the fonts of the system in a folder that is not there."""
    folder = machine.folder / "system"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(fonts.SYSTEM_FOLDERS, sys.platform, (str(folder),))
        patch.delenv("REPORTGEN_FONTS", raising=False)
        yield


def _liberation(_: Machine) -> Iterator[None]:
    """Print with these faces, whatever else is installed."""
    system = [Path(folder).expanduser() for folder in fonts.SYSTEM_FOLDERS["linux"]]
    faces = [face for folder in system for face in folder.rglob("LiberationSerif-Regular.ttf")]
    if not faces:
        pytest.skip("Liberation Serif is not installed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTGEN_FONTS", str(faces[0].parent))
        yield


def _no_pango(machine: Machine) -> Iterator[None]:
    """Put something before the real library that cannot be loaded."""
    libraries = machine.folder / "libraries"
    libraries.mkdir()
    for name in ("libpango-1.0.so.0", "libpango-1.0.so"):
        (libraries / name).write_bytes(b"no library")
    machine.environment["LD_LIBRARY_PATH"] = str(libraries)
    yield


def _no_module(_: Machine, name: str) -> Iterator[None]:
    """Let an import fail as where a package is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, name, None)
        patch.delitem(sys.modules, "reportgen.batch.cluster", raising=False)
        yield


def _cluster(machine: Machine, workers: str) -> Iterator[None]:
    """Start a scheduler and so many workers."""
    with cluster_in(machine.folder / "far", int(workers)) as cluster:
        machine.cluster = cluster.address
        yield


def _other_worker(machine: Machine, version: str) -> Iterator[None]:
    """Start a worker with another version of the program."""
    package = Path(machine.folder / "other" / "reportgen")
    shutil.copytree(Path(reportgen.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").write_text(f'__version__ = "{version}"\n')
    yield from _cluster_with(machine, package.parent)


def _old_worker(machine: Machine) -> Iterator[None]:
    """Start a worker with a program that knows nothing of clusters."""
    (machine.folder / "other" / "reportgen").mkdir(parents=True)
    (machine.folder / "other" / "reportgen" / "__init__.py").touch()
    yield from _cluster_with(machine, machine.folder / "other")


def _cluster_with(machine: Machine, package: Path) -> Iterator[None]:
    with cluster_in(machine.folder / "far", 0) as cluster:
        cluster.add_worker(PYTHONPATH=str(package))
        cluster.wait()
        machine.cluster = cluster.address
        yield


def _locked_store(machine: Machine) -> Iterator[None]:
    """Start a worker with keys that open nothing."""
    (machine.folder / "other").mkdir()
    (machine.folder / "other" / "s3fs.py").write_text(_LOCKED, encoding="utf-8")
    yield from _cluster_with(machine, machine.folder / "other")


_LOCKED = """
from fsspec import AbstractFileSystem

__version__ = "2026.9.0"

class S3FileSystem(AbstractFileSystem):
    protocol = "s3"

    def cat_file(self, path, **_):
        if "/.reportgen-" in path:
            return b"reportgen"
        raise PermissionError("Access Denied")
"""


def _lost(machine: Machine) -> Iterator[None]:
    """Start a cluster whose scheduler dies when the first papers have come back."""
    from reportgen.batch import cluster as dask  # noqa: PLC0415  (it is an extra)

    with cluster_in(machine.folder / "far", 1) as cluster:
        machine.cluster = cluster.address
        made = dask.Cluster.made

        def last(self: Any, future: Any) -> Any:
            if cluster.scheduler and cluster.scheduler.poll() is None:
                found = made(self, future)
                cluster.kill(cluster.scheduler)
                return found
            with contextlib.suppress(CancelledError):
                if future.exception() is None:  # it had come back as well, on a busy machine
                    raise self.lost()
            return made(self, future)

        yield from replaced(dask.Cluster, "made", last)


def _hurry(_: Machine) -> Iterator[None]:
    from reportgen.batch import hail  # noqa: PLC0415  (it is an extra)

    yield from replaced(hail, "PATIENCE", 1)


def _no_office(machine: Machine) -> Iterator[None]:
    """Leave nothing on the path."""
    nowhere = machine.folder / "nowhere"
    nowhere.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(nowhere))
        yield


def _patience(machine: Machine, seconds: str) -> Iterator[None]:
    machine.environment["REPORTGEN_PATIENCE"] = seconds
    yield


def _enough(_: Machine, count: str) -> Iterator[None]:
    yield from replaced(diagnostics, "MOST_ALIKE", int(count))


def _little_memory(_: Machine, megabytes: str) -> Iterator[None]:
    yield from replaced(watch, "MOST_MEGABYTES", int(megabytes))


PROGRAMS: dict[str, Callable[..., Iterator[None]]] = {
    r"somebody presses Ctrl-C after the (?:first|last) paper": _interrupted,
    r"the press dies of row (\d+)": _deadly,
    r"row (\d+) needs all memory": _no_memory,
    r"no font is installed": _no_fonts,
    r"Liberation Serif is the font": _liberation,
    r"Pango is not installed": _no_pango,
    r"(\d+) findings alike are enough": _enough,
    r"a paper may take (\d+) MB": _little_memory,
    r"LibreOffice is not installed": _no_office,
    r"the module (\w+) is not installed": _no_module,
    r"a cluster has (\d+) workers?": _cluster,
    r"a cluster has a worker with reportgen (\S+)": _other_worker,
    r"a cluster has a worker with an old reportgen": _old_worker,
    r"a cluster has a worker whose keys open no store": _locked_store,
    r"a cluster has a scheduler that dies after the first papers": _lost,
    r"nobody waits long for a scheduler": _hurry,
    r"nobody waits longer than (\d+) seconds": _patience,
}
