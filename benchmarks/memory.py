"""How much memory the processes of a batch come to hold, of a hundred papers and of a hundred times as many.

``benchmarks/memory.py 1000 10000 docx:100000`` makes so many certificates in both formats, or in one
(200 and 1,000 in both without a number), and looks at its processes twice a second: Linux only. What
processes share is counted for each of them in a peak (RSS), and once in what all of them hold together (PSS).
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from batch import ROOT, sample
from measuring import machine, print_table

HEADINGS = ("papers", "formats", "s", "CPU, s", "front, MB", "worker, MB", "workers", "all at once, MB")


@dataclass(slots=True)
class Held:
    """What was seen of a batch, in megabytes: the peak of each process, and the most of all together."""

    peaks: dict[int, int] = field(default_factory=dict)
    together: int = 0

    def look(self, front: int) -> None:
        """Look at the processes that there are now."""
        processes = (front, *_children(front))
        for one in processes:
            self.peaks[one] = max(self.peaks.get(one, 0), _megabytes(one, "status", "VmHWM"))
        self.together = max(self.together, sum(_megabytes(one, "smaps_rollup", "Pss:") for one in processes))


def main() -> None:
    """Measure and print."""
    print(machine("weasyprint"))
    with tempfile.TemporaryDirectory() as folder:
        rows = [_row(Path(folder), asked) for asked in sys.argv[1:] or ["200", "1000"]]
    print_table(HEADINGS, rows)


def _row(folder: Path, asked: str) -> list[str]:
    form, _, count = asked.rpartition(":")
    data = sample(folder / asked.replace(":", "-"), int(count))
    options = ["--workers", str(os.cpu_count() or 1), *(["--to", form] if form else [])]
    command = [
        sys.executable,
        "-m",
        "reportgen",
        "build",
        str(data),
        "-o",
        str(data.parent / "out"),
        *options,
    ]
    held, begun, before = Held(), time.perf_counter(), os.times()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            held.look(process.pid)
            time.sleep(0.5)
    took, after = time.perf_counter() - begun, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    front = held.peaks.pop(process.pid)
    workers = [peak for peak in held.peaks.values() if peak > front // 4]
    return [
        count, form or "both", f"{took:.0f}", f"{cpu:.0f}",
        str(front), str(max(workers, default=0)), str(len(workers)), str(held.together),
    ]  # fmt: skip


def _children(process: int) -> list[int]:
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:  # it has ended meanwhile
        return []
    return [int(one) for one in found.split()]


def _megabytes(process: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{process}/{file}").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(name)), 0)


if __name__ == "__main__":
    main()
