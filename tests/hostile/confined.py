"""The program in a process that can do no harm and is watched: for files of people who mean no good.

Run as a script this is a server: it loads the engines once, then gives each run a process of its own with
limits on time and memory, and notes every connection, process and file outside its folder.
"""

import gc
import json
import os
import pkgutil
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, Final, NoReturn

import reportgen
from tests.helpers.cases import split, write

SECONDS: Final = 60
"""Of the processor, for one run."""

MEMORY: Final = 2 << 30
"""Bytes of address space for one run; the engines alone take a third of that."""

_ROOT: Final = Path(__file__).parents[2]
_WARM: Final = """
--- t.docx
{{ a }}
--- d.yaml
a: chữ
"""
_OUTSIDE: Final = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "urllib.Request"}
    | {"os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "pty.spawn"}
)
_CHANGES: Final = frozenset(
    {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod"}
)


@dataclass(frozen=True)
class Ran:
    """How a run ended, what it said, and what it did that no document needs."""

    code: int
    stdout: str
    stderr: str
    reached: list[str]


class Confinement:
    """A server of confined runs."""

    def __init__(self) -> None:
        environment = {
            **os.environ,
            "PYTHONPATH": str(_ROOT),
            "REPORTGEN_LANG": "en",
        }
        self.server = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.confined"],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, arguments: Sequence[str], folder: Path) -> Ran:
        """Run the program in a folder."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        with tempfile.TemporaryDirectory() as said:
            self.server.stdin.write(f"{json.dumps([arguments, str(folder), said])}\n")
            self.server.stdin.flush()
            code = int(self.server.stdout.readline())
            stdout, stderr, reached = (
                Path(said, name).read_text(encoding="utf-8", errors="replace")
                for name in ("out", "err", "reached")
            )
        return Ran(code, stdout, stderr, reached.splitlines())

    def end(self) -> None:
        """Let the server go."""
        self.server.communicate()


@contextmanager
def confinement() -> Iterator[Confinement]:
    """Run a server for as long as it is wanted."""
    server = Confinement()
    try:
        yield server
    finally:
        server.end()


def _serve() -> None:
    import openpyxl  # noqa: F401, PLC0415  # loaded once, for all the runs

    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    from reportgen.cli.app import main  # noqa: PLC0415

    _warm(main)
    gc.freeze()  # a child that looks through all the engines' objects would copy them
    for line in sys.stdin:
        arguments, folder, said = json.loads(line)
        if (child := os.fork()) == 0:
            _confined(main, arguments, Path(folder), Path(said))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _warm(main: Any) -> None:
    """Fill a Word template, so that no run has to put commands and filters together for itself."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(StringIO()):
        write(Path(folder), split(_WARM)[1])
        sys.argv = ["reportgen", "fill", "t.docx", "d.yaml"]
        with suppress(SystemExit):
            main()
        assert len([*Path().iterdir()]) > len(split(_WARM)[1])


def _confined(main: Any, arguments: Sequence[str], folder: Path, said: Path) -> NoReturn:
    code: object = 99
    try:
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(said / name, os.O_CREAT | os.O_WRONLY), number)
        os.chdir(folder)
        os.environ["TMPDIR"] = tempfile.tempdir = str(said)
        sys.argv = ["reportgen", *arguments]
        _limit()
        _watch(said / "reached", [folder, said])
        main()
    except SystemExit as left:
        code = left.code
    except BaseException:  # noqa: BLE001  # whatever it was, the traceback is what the test must see
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(SECONDS * 10)


def _watch(record: Path, allowed: Sequence[Path]) -> None:
    """Note what goes outside; files may be read, but not written, elsewhere."""
    notes = record.open("w", encoding="utf-8", buffering=1)
    roots = tuple(f"{folder.resolve()}{os.sep}" for folder in allowed)

    def elsewhere(path: object) -> bool:
        if not isinstance(path, str | os.PathLike) or str(path) == os.devnull:
            return False
        return not f"{Path(os.path.realpath(path))}{os.sep}".startswith(roots)

    def goes_outside(event: str, given: tuple[Any, ...]) -> bool:
        if event == "open":
            writes = given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            return str(given[0]).endswith("secret.txt") or bool(writes and elsewhere(given[0]))
        return event in _OUTSIDE or (event in _CHANGES and any(elsewhere(path) for path in given[:2]))

    def notice(event: str, given: tuple[Any, ...]) -> None:
        if goes_outside(event, given):
            notes.write(f"{event} {given!r:.200}\n")

    sys.addaudithook(notice)


if __name__ == "__main__":
    _serve()
