"""What a program measures of itself and prints as its last word, for the program that started it."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Work = Callable[[Path], Mapping[str, str]]
Make = Callable[[Any], bytes]
"""Makes a paper of its values."""


def tell(work: Work) -> None:
    """Do the work on the file that is named; print its figures, what it took, and the peak of memory."""
    before, begin, cpu = peak(), time.perf_counter(), time.process_time()
    figures = work(Path(sys.argv[1]))
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - begin}
    memory = {"peak": peak(), "before": before}
    print(json.dumps({**took, **memory, "figures": dict(figures)}))


def make_all(start: Callable[[Path], Make], named: Callable[[Mapping[str, Any]], object] = dict) -> None:
    """Make the papers of a job, from the template on; print what that took, and how large they are.

    Values get the form that an engine wants before anything is counted. Papers are kept only where the job
    names a folder: then it is looked at what they say.
    """
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    papers, out, size = list(map(named, job["papers"])), job["out"], 0
    begin, cpu = time.perf_counter(), time.process_time()
    make = start(Path(job["template"]))
    for number, values in enumerate(papers):
        made = make(values)
        size += len(made)
        if out:
            Path(out, str(number)).write_bytes(made)
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - begin}
    print(json.dumps({**took, "peak": peak(), "size": size}))


def peak() -> float:
    """Give the largest resident memory of this process so far, in MB.

    `resource.getrusage` would count what the program that started this one had.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    return kilobytes / 1024
