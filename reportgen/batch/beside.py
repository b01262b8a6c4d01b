"""A press beside whatever runs here: a process such as a build starts on its own machine, fed through pipes.

The main thread of a process of its own prints: only there a press can be stopped in time, and what dies is
the press alone. It is started as a program: processes that Dask keeps may not use `multiprocessing`.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

import reportgen
from reportgen.batch.parcel import here_prints, print_parcel

_PAPERS_EACH: Final = 1000
"""After so many papers a press makes room for a new one: engines keep a little of each page."""

_ENDS: Final = (EOFError, OSError, MemoryError)
"""What a press does not go on after; whoever comes after it has more memory."""

_WORD: Final = 8


def print_beside(parcel: bytes, wanted: bytes, count: int) -> bytes | None:
    """Print so many papers of a parcel; give what came of it, pickled, or nothing where the press died."""
    return _asked(parcel, wanted, count)


def look_beside() -> Mapping[str, str]:
    """Tell what prints beside this process."""
    answer = _asked(b"", b"", 0)
    found: Mapping[str, str] = pickle.loads(answer) if answer else {}  # noqa: S301  (our own)
    return found


def _asked(parcel: bytes, wanted: bytes, count: int) -> bytes | None:
    press = _IDLE.pop() if _IDLE else _Press()
    try:
        answer = press.ask(parcel, wanted)
    except (OSError, EOFError):
        press.dismiss()
        return None
    press.papers += count
    if press.papers < _PAPERS_EACH:
        _IDLE.append(press)
    else:
        press.dismiss()
    return answer


def _start() -> "subprocess.Popen[bytes]":
    root = str(Path(reportgen.__file__).parents[1])
    known = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *([known] if known else [])])}
    command = [sys.executable, "-m", "reportgen.batch.beside"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603


@dataclass(slots=True)
class _Press:
    """A process that prints, and how many papers it has printed."""

    process: "subprocess.Popen[bytes]" = field(default_factory=_start)
    papers: int = 0

    def ask(self, *parts: bytes) -> bytes:
        """Hand something over and wait for the answer.

        Raises:
            EOFError, OSError: the process died.

        """
        if self.process.stdin is None or self.process.stdout is None:
            raise EOFError
        for part in parts:
            _put(self.process.stdin, part)
        return _got(self.process.stdout)

    def dismiss(self) -> None:
        """Let the process end, and be forgotten by the system."""
        with suppress(OSError):
            self.process.communicate()


_IDLE: Final[list[_Press]] = []
"""Presses with nothing in hand, for the next chunk: threads take one each."""


@atexit.register
def dismiss_all() -> None:
    """Let no press outlive this process."""
    while _IDLE:
        _IDLE.pop().dismiss()


def main() -> None:
    """Print what comes in, in a folder of one's own, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever an engine prints is no answer
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder, suppress(*_ENDS):
        os.chdir(folder)
        while True:
            _put(answers, pickle.dumps(_answer(_got(asked), _got(asked))))


def _answer(parcel: bytes, wanted: bytes) -> object:
    try:
        return print_parcel(parcel, wanted) if parcel else dict(here_prints())
    except MemoryError:
        raise
    except Exception as bug:  # noqa: BLE001  (it is raised again by whoever waits for the papers)
        bug.add_note(traceback.format_exc())
        return bug


def _put(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(_WORD, "big"))
    pipe.write(content)
    pipe.flush()


def _got(pipe: IO[bytes]) -> bytes:
    length = int.from_bytes(_whole(pipe, _WORD), "big")
    return _whole(pipe, length)


def _whole(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


if __name__ == "__main__":
    main()
