"""Kill batches again and again, at every moment of a run, and count what was lost, doubled or half-written.

``python -m tools.kills 210`` makes so many kills (60 without a number): of the whole process group, of the
front process alone, of one worker alone. A batch is killed and run again until a run ends by itself; then its
folder must be that of a batch that nobody disturbed, byte for byte, and the next batch begins, in every other
case over papers of older data. Kills are spread evenly over the time that a whole run takes, so that they
meet the plan, the first papers, the writing, the print file, the zip and the end. Linux only.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tools.batches import children, gone_after, sample

ROOT = Path(__file__).parents[1]
BUNDLES = ("--merge", "out/ban-in.pdf", "--zip", "out/tat-ca.zip", "--index", "out/danh-muc.csv")
FOREIGN = "giay-chung-nhan/ghi chú của văn thư.txt"
_ENOUGH = 500
"""Runs of one sort of batch after which something is wrong with the moments."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A batch: how many papers, what else is asked for."""

    papers: int
    options: Sequence[str]


SORTS = (
    Sort(12, ("--workers", "1", *BUNDLES)),
    Sort(24, ("--workers", "2", *BUNDLES)),
    Sort(300, ("--workers", "2", "--to", "docx")),
    Sort(90, ("--workers", "2", *BUNDLES)),
)


@dataclass(slots=True)
class Tally:
    """What was killed, how far batches had come, how long workers outlived their front, what went wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    ended: int = 0
    outlived: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Write the counts down."""
        kills, stages = (
            ", ".join(f"{name} {count}" for name, count in sorted(each.items()))
            for each in (self.kills, self.stages)
        )
        return "\n".join([
            f"kills: {kills}",
            f"at: {stages}",
            f"runs that ended by themselves: {self.ended}, each compared byte for byte",
            f"a worker outlived its front process by {self.outlived:.1f} s at most",
            *self.faults,
            f"lost, doubled, half-written, changed: {len(self.faults)}",
        ])  # fmt: skip


def main() -> None:
    """Kill, count and print; end with 1 if anything is wrong."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    tally = Tally()
    for number, sort in enumerate(SORTS):
        share = wanted * (number + 1) // len(SORTS) - wanted * number // len(SORTS)
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as home:
            Killing(Path(home), sort, share, tally).kill()
        print(
            f"{sort.papers} papers {' '.join(sort.options)}: {share} kills, {time.monotonic() - begun:.0f} s"
        )
        print(tally, flush=True)
    raise SystemExit(bool(tally.faults))


@dataclass(slots=True)
class Killing:
    """Batches of one sort in a folder of their own, killed so many times."""

    home: Path
    sort: Sort
    kills: int
    tally: Tally
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    whole: Mapping[str, bytes] = field(default_factory=dict)
    older: Mapping[str, bytes] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """The papers that stood there new, which must not be lost any more."""

    @property
    def out(self) -> Path:
        """Name the output folder."""
        return self.home / "out"

    def kill(self) -> None:
        """Make the kills, each in a run of its own, and what runs there must be between them."""
        lasting = self._undisturbed()
        moments = [lasting * (number + self.chance.random()) / self.kills for number in range(self.kills)]
        self.chance.shuffle(moments)
        for number in range(_ENOUGH):
            if not moments:
                break
            if not self.out.exists():
                self._begin(older=number % 2 == 1)
            begun = time.monotonic()
            if self._run(moments[0]):
                moments.pop(0)
            else:  # on a machine that is less busy now a run takes less time
                moments[0] = 0.95 * min(moments[0], time.monotonic() - begun)
        self._run(None)

    def _undisturbed(self) -> float:
        """Make the papers of older data, then the right ones; tell how long these took."""
        sample(self.home, self.sort.papers, post="Tổ trưởng")
        self._start().wait()
        self.older = _contents(self.out)
        self.out.rename(self.home / "older")
        data = sample(self.home, self.sort.papers)
        begun = time.monotonic()
        self._start().wait()
        self.whole = _contents(self.out)
        if not self.whole or self.older.keys() != self.whole.keys() or not data.is_file():
            raise SystemExit(f"these batches cannot be compared:\n{(self.home / 'said').read_text('utf-8')}")
        shutil.rmtree(self.out)
        return time.monotonic() - begun

    def _begin(self, *, older: bool) -> None:
        """Begin anew, now and then where papers of older data stand; something is always there of others."""
        if older:
            shutil.copytree(self.home / "older", self.out)
        (self.out / FOREIGN).parent.mkdir(parents=True, exist_ok=True)
        (self.out / FOREIGN).write_text("không do reportgen làm", "utf-8")
        self.seen = set(_contents(self.out)) if older else set()

    def _run(self, moment: float | None) -> bool:
        """Run until it ends or is killed; tell whether it was killed."""
        with self._start() as process:
            killed = self._killed(process, moment) if moment is not None else ""
            code = process.wait()
        if killed:
            self.tally.kills[killed] += 1
        if killed and killed != "a worker":
            self.tally.stages[self._stage()] += 1
            self._look(ended=False)
        else:
            self.tally.ended += 1
            self._look(ended=True)
            if code != 0:
                self._blame(f"exit {code}: {(self.home / 'said').read_text('utf-8')}")
            shutil.rmtree(self.out)
        return bool(killed)

    def _start(self) -> "subprocess.Popen[bytes]":
        program = [sys.executable, "-m", "reportgen", "build", "ca-nhan.yaml", "-o", "out"]
        with (self.home / "said").open("wb") as said:
            return subprocess.Popen(
                [*program, *self.sort.options], cwd=self.home,
                stdout=said, stderr=said, start_new_session=True,
            )  # fmt: skip

    def _killed(self, process: "subprocess.Popen[bytes]", moment: float) -> str:
        """Kill somebody at the moment; tell who it was, nobody where all had ended before."""
        end = time.monotonic() + moment
        while time.monotonic() < end:
            if process.poll() is not None:
                return ""
            time.sleep(0.002)
        crew = children(process.pid)
        if process.poll() is not None:
            return ""
        who = self.chance.choice(
            ["the group", "the front", "a worker"] if crew else ["the group", "the front"]
        )
        if who == "a worker":
            with suppress(ProcessLookupError):
                os.kill(self.chance.choice(crew), signal.SIGKILL)
            return who
        if who == "the group":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        self.tally.outlived = max([self.tally.outlived, *(gone_after(one) for one in crew)])
        return who

    def _look(self, *, ended: bool) -> None:
        """Compare every file with what may be there."""
        there = _contents(self.out) if self.out.exists() else {}
        if there.pop(FOREIGN, None) != "không do reportgen làm".encode():
            self._blame(f"{FOREIGN} was changed")
        for name, content in there.items():
            if name not in self.whole:
                self._blame(f"{name} is one too many")
            elif content != self.whole[name] and (ended or content != self.older[name]):
                self._blame(f"{name} is not whole")
        for name in (self.whole if ended else self.seen) - there.keys() - {FOREIGN}:
            self._blame(f"{name} is lost")
        if ended and (parts := [*self.out.rglob("*.part")]):
            self._blame(f"{len(parts)} half-written files were left")
        self.seen |= there.keys()

    def _stage(self) -> str:
        """Tell how far a batch has come that was killed."""
        there = _contents(self.out) if self.out.exists() else {}
        new = [name for name, content in there.items() if self.whole.get(name) == content]
        papers = [name for name in self.whole if name.endswith((".docx", ".pdf")) and "/" in name]
        if not any(name in new for name in papers):
            return "1 plan and first papers"
        if not all(name in new for name in papers):
            return "2 papers"
        return "4 end" if len(new) == len(self.whole) else "3 print file, zip"

    def _blame(self, what: str) -> None:
        self.tally.faults.append(f"after {sum(self.tally.kills.values())} kills: {what}")


def _contents(out: Path) -> dict[str, bytes]:
    """Read all files but the journal, files that are not finished, and the list of what a run did."""
    files = (path for path in out.rglob("*") if path.is_file() and path.suffix not in {".part", ".csv"})
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in files
        if ".reportgen" not in path.parts
    }


if __name__ == "__main__":
    main()
