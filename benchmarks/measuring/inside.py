"""What a program measures of itself and prints as its last word, for the program that started it."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

Work = Callable[[Path], Mapping[str, str]]


def tell(work: Work) -> None:
    """Do the work on the file that is named; print its figures, what it took, and the peak of memory."""
    before, begin, cpu = peak(), time.perf_counter(), time.process_time()
    figures = work(Path(sys.argv[1]))
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - begin}
    memory = {"peak": peak(), "before": before}
    print(json.dumps({**took, **memory, "figures": dict(figures)}))


def peak() -> float:
    """Give the largest resident memory of this process so far, in MB.

    `resource.getrusage` would count what the program that started this one had.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    return kilobytes / 1024
