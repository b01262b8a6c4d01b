"""Steps of a paper's life, each killed some times before it is let through."""

import contextlib
import io
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reportgen.cli.app import app
from reportgen.model.acts import Act
from reportgen.model.registry import Standing
from reportgen.papers import OfficeFolder, verify
from tools.storm.office import PIN

_MOST: Final = 3
"""So often a step is killed at most."""

_BEGUN: Final = frozenset({"register-half-done", "signature-unfiled"})
_HALF: Final = frozenset({"register-paper-unknown", "register-paper-gone"})
"""What may be said between a killed command and the next one."""


@dataclass(frozen=True)
class Step:
    """A command, and whether the register says that it was done."""

    words: Sequence[object]
    done: Callable[[], bool]


@dataclass
class Storm:
    """An office, how long its commands take, and what became of those that were killed."""

    folder: Path
    chance: random.Random
    usual: dict[str, float] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    @property
    def office(self) -> OfficeFolder:
        """Give the office's folder."""
        return OfficeFolder(self.folder)

    def papers(self, source: str = "") -> list[Standing]:
        """List the papers of a data file, the oldest first."""
        if not self.office.register.exists():
            return []
        with self.office.writing() as registry:
            found = [*registry.standings(), *registry.drafts()]
        return [one for one in found if source in {"", one.told.get("source")}]

    def last(self, source: str) -> Standing | None:
        """Give the youngest paper of a data file that was not cancelled."""
        found = [one for one in self.papers(source) if one.state is not Act.CANCELLED]
        return max(found, key=lambda one: one.entries[0].entry, default=None)

    def state(self, source: str) -> Act | None:
        """Tell where it stands."""
        found = self.last(source)
        return found.state if found else None

    def file(self, source: str) -> Path:
        """Find its first file in the cabinet."""
        found = self.last(source)
        assert found
        return self.folder / "ban-hanh" / found.told["files"].split("\n")[0]

    def go(self, step: Step) -> None:
        """Kill a step some times, then let it through."""
        name = " ".join(str(one) for one in step.words[:2] if "." not in str(one) and "/" not in str(one))
        for _ in range(_MOST if self.usual.get(name) else 0):
            doom = self.chance.uniform(0, 1.1 * self.usual[name])
            if self.run(step.words, doom):
                self.killed[name] += 1
            self.look(step, halves=True)
        begun = time.monotonic()
        before = step.done()
        self.run(step.words, None, fails=before)
        if not before:
            took = time.monotonic() - begun
            self.usual[name] = min(took, self.usual.get(name, took))
        if not step.done():
            self.findings.append(f"not done: {step.words}")
        self.look(step)

    def run(self, words: Sequence[object], doom: float | None, *, fails: bool = True) -> bool:
        """Run a command in a process of its own; tell whether it was killed."""
        told = self.folder / "told.txt"
        child = os.fork()
        if not child:
            _command(words, self.folder, told)
        if doom is not None:
            time.sleep(doom)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        said = told.read_text(encoding="utf-8") if told.exists() else ""
        if not killed and ("Traceback" in said or (os.WEXITSTATUS(status) and not fails)):
            self.findings.append(f"{words}: {os.WEXITSTATUS(status)} {said}")
        return killed

    def look(self, step: Step, *, halves: bool = False) -> None:
        """Hold the register against the cabinet; while something is half done, that may be said."""
        if not self.office.register.exists():
            return
        known = _BEGUN | _HALF if halves else frozenset[str]()
        found = [one for one in verify(self.office).findings if one.code not in known]
        self.findings += [f"after {step.words}: {one}" for one in found]
        numbers = Counter((str(one.number), one.number.series.year) for one in self.papers() if one.numbered)
        self.findings += [f"twice: {name}" for name, times in numbers.items() if times > 1]
        if not halves:
            left = list(self.folder.rglob("*.part"))
            self.findings += [f"after {step.words}: left {one}" for one in left]


def _command(words: Sequence[object], folder: Path, told: Path) -> None:
    """Give a command as an officer types it, and be gone."""
    code = 70
    os.chdir(folder)
    with told.open("w", encoding="utf-8") as said, contextlib.suppress(BaseException):
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(f"{PIN}\n"), said, said
        try:
            app([str(one) for one in words])
        except SystemExit as error:
            code = int(error.code or 0)
        except BaseException:  # noqa: BLE001  (it is told, and nothing of the parent goes on here)
            traceback.print_exc(file=said)
    os._exit(code)
