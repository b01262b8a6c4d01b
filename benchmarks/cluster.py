"""A batch on a Dask cluster of two workers on this machine, and what a province and the country would need.

``benchmarks/cluster.py 400`` makes so many certificates (200 without a number) in Word, in PDF and in both;
``--write`` puts the tables into docs/scale.md as well.
"""

import io
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from batch import sample
from measuring import machine, print_table

from reportgen.batch import Order, make_plan
from reportgen.batch.chunks import print_chunk
from reportgen.batch.delivery import Batch, told_of
from reportgen.batch.parcel import packed
from reportgen.kinds import Shelf
from reportgen.model.local_time import VIETNAM

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what was measured -->\n"
FORMATS: Sequence[tuple[str, ...]] = (("docx",), ("pdf",), ("docx", "pdf"))
PLACES = {"one office": 1_000, "a province": 35_000, "the country": 1_200_000}
CORES = (8, 64, 256)
CHUNK = 16
WORKERS = 2
MINUTE, HOUR = 60, 3600


@dataclass(frozen=True)
class Cost:
    """What papers cost: CPU seconds of workers, the front process and the scheduler; bytes kept and sent."""

    formats: str
    worker: float
    front: float
    scheduler: float
    kept: float
    sent: float


def main() -> None:
    """Measure, print, and write down if asked to."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    told = io.StringIO()
    with redirect_stdout(told):
        _measure(numbers[0] if numbers else 200)
    print(told.getvalue())
    if "--write" in sys.argv:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n{told.getvalue().rstrip()}\n\n{END}{after}", encoding="utf-8")


def _measure(count: int) -> None:
    print(machine("weasyprint", "dask", "distributed"))
    with tempfile.TemporaryDirectory() as folder, _cluster(Path(folder) / "far") as cluster:
        data = sample(Path(folder) / "many", count)
        few = sample(Path(folder) / "few", CHUNK * WORKERS)
        _built(few, Path(folder) / "warm", cluster, ("docx", "pdf"))
        costs = [_one_more(data, few, cluster, formats) for formats in FORMATS]
        far = [_one_more(data, few, cluster, formats, Path(folder) / "store") for formats in FORMATS]
        task = _empty_tasks(cluster, int(costs[-1].sent * CHUNK))
    print(
        f"{count} certificates of persons on {WORKERS} workers, in chunks of {CHUNK}. Milliseconds of CPU for"
    )
    print("one paper more, of all workers together, the front process and the scheduler; its KB on the disk,")
    print("and those that pass the scheduler:\n")
    headings = ("formats", "workers", "papers a second and core", "front", "scheduler", "KB kept", "KB sent")
    print_table(headings, [_row(cost) for cost in costs])
    print("The same with --store, a folder that the workers write into themselves:\n")
    print_table(headings, [_row(cost) for cost in far])
    print(f"A chunk without work, of {costs[-1].sent * CHUNK / 1000:.0f} KB: {1000 * task:.1f} ms.\n")
    names = ("both formats of", "papers", "core hours", *(f"{cores} cores" for cores in CORES))
    rows = [_needed(name, papers, costs[-1]) for name, papers in PLACES.items()]
    rows += [_needed(f"{name}, --store", papers, far[-1]) for name, papers in PLACES.items()]
    print_table((*names, "front alone", "GB sent", "GB kept"), rows)


def _row(cost: Cost) -> list[str]:
    times = [f"{1000 * seconds:.1f}" for seconds in (cost.front, cost.scheduler)]
    sizes = [f"{size / 1000:.1f}" for size in (cost.kept, cost.sent)]
    return [cost.formats, f"{1000 * cost.worker:.1f}", f"{1 / cost.worker:.0f}", *times, *sizes]


def _needed(name: str, papers: int, cost: Cost) -> list[str]:
    """Work out what so many papers need; nothing is faster than the front process, which writes."""
    front = papers * max(cost.front, cost.scheduler)
    walls = [_clock(max(front, papers * cost.worker / cores)) for cores in CORES]
    sizes = [f"{papers * size / 1e9:.1f}" for size in (cost.sent, cost.kept)]
    return [name, f"{papers:,}", f"{papers * cost.worker / 3600:.1f}", *walls, _clock(front), *sizes]


def _clock(seconds: float) -> str:
    if seconds < MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / MINUTE:.0f} min" if seconds < HOUR else f"{seconds / HOUR:.1f} h"


@dataclass(frozen=True)
class _Cluster:
    address: str
    scheduler: int
    workers: Sequence[int]


@contextmanager
def _cluster(folder: Path) -> Iterator[_Cluster]:
    """Start a scheduler and workers in a folder of their own."""
    folder.mkdir()
    place = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)]
    processes = [_started("scheduler", *options, folder=folder)]
    try:
        while not (place.is_file() and place.read_text(encoding="utf-8").strip()):
            time.sleep(0.1)
        address = json.loads(place.read_text(encoding="utf-8"))["address"]
        worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        processes += [_started(*worker, folder=folder) for _ in range(WORKERS)]
        _wait(address)
        yield _Cluster(address, processes[0].pid, [one.pid for one in processes[1:]])
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def _started(sort: str, *arguments: str, folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", f"distributed.cli.dask_{sort}", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait(address: str) -> None:
    from distributed import Client  # noqa: PLC0415  (an extra)

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(WORKERS, 60)


def _empty_tasks(cluster: _Cluster, size: int) -> float:
    """Give out chunks without work; tell how many seconds one takes."""
    from distributed import Client  # noqa: PLC0415  (an extra)

    with Client(cluster.address, set_as_default=False) as client:
        executor, count = client.get_executor(pure=False), 200
        begun = time.perf_counter()
        for future in [executor.submit(bytes, size) for _ in range(count)]:
            future.result()
        return (time.perf_counter() - begun) / count


def _one_more(
    data: Path, few: Path, cluster: _Cluster, formats: Sequence[str], store: Path | None = None
) -> Cost:
    """Tell what a paper costs in a batch: what a small batch takes is the start."""
    many, start = (_used(one, cluster, formats, store) for one in (data, few))
    papers, *rest = (all_of - of_few for all_of, of_few in zip(many, start, strict=True))
    workers, front, scheduler, kept = (one / papers for one in rest)
    return Cost("-".join(formats), workers, front, scheduler, kept, _sent(data, formats, far=bool(store)))


def _used(
    data: Path, cluster: _Cluster, formats: Sequence[str], store: Path | None
) -> tuple[float, float, float, float, float]:
    """Make the papers of a data file; count them, the CPU seconds of each process, and the bytes."""
    out = data.parent / f"{'store' if store else 'out'}-{'-'.join(formats)}"
    place = store / f"{data.parent.name}-{'-'.join(formats)}" if store else None
    if place:
        place.mkdir(parents=True)
    pids = [cluster.scheduler, *cluster.workers]
    before = [_cpu(pid) for pid in pids]
    front = _built(data, out, cluster, formats, place)
    scheduler, *workers = (_cpu(pid) - was for pid, was in zip(pids, before, strict=True))
    made = [path for path in (place or out).rglob("*") if path.suffix in {".docx", ".pdf"}]
    papers = len({path.with_suffix("") for path in made})
    return papers, sum(workers), front, scheduler, sum(path.stat().st_size for path in made)


def _built(
    data: Path, out: Path, cluster: _Cluster, formats: Sequence[str], store: Path | None = None
) -> float:
    """Make the papers; give the CPU seconds of the front process."""
    to = [part for one in formats for part in ("--to", one)]
    to += ["--store", f"file://{store}"] if store else []
    command = [sys.executable, "-m", "reportgen", "build", str(data), "-o", str(out), *to]
    process = subprocess.Popen(
        [*command, "--scheduler", cluster.address],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime


def _sent(data: Path, formats: Sequence[str], *, far: bool) -> float:
    """Count the bytes that a paper of a chunk is sent as, there and back; from ``far`` only digests come."""
    import datetime as dt  # noqa: PLC0415

    plan = make_plan(data, Order(Shelf.usual(), dt.datetime.now(VIETNAM).date(), tuple(formats)))
    job = plan.papers.apart()
    keys = list(dict.fromkeys(one.key for one in plan.documents))[:CHUNK]
    owns = [(key, plan.papers.own(key)) for key in keys]
    wanted = [(key, own and own.apart(), tuple(formats)) for key, own in owns]
    batch = Batch([], pickle.dumps(print_chunk(job, wanted)))
    answer = (2 * (told_of(batch) or b"")) if far else batch.answer or b""
    return (len(packed(job)) + len(pickle.dumps(wanted)) + len(answer)) / len(keys)


def _cpu(process: int) -> float:
    """Give the CPU seconds of a process and of all that it started."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    threads = Path(f"/proc/{process}/task").glob("*/children")  # each lists what it started itself
    children = [child for one in threads for child in one.read_text(encoding="utf-8").split()]
    return own + sum(_cpu(int(child)) for child in children)


if __name__ == "__main__":
    main()
