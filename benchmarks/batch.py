"""A batch of certificates: how long it takes, and how much memory each of its processes comes to hold.

``benchmarks/batch.py 1000 10000`` makes so many (200 without a number), in each format and in both, in one
process and in as many as there are cores; then the same once more, which finds everything made. Each is the
whole command: data read and checked, papers with manifest and bound figures, read back, written for good.
Beside it a docxtpl loop writes as many Word files of values that cost it nothing; "docxtpl : ours" is its CPU
time for one paper by ours, start-up included. Then where the CPU time of a build of Word papers goes.
"""

import datetime as dt
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from measuring import function, machine, middle, print_table
from measuring.papers import SIDES
from measuring.steps import share_out

from reportgen.batch import Order, build, make_plan
from reportgen.kinds import Shelf

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "chung-nhan"
HEADINGS = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
ROUNDS: Final = 3
STEPS: Final = {
    "read, checked": "reportgen.batch.plan:survey",
    "gone through": "reportgen.batch.plan:gather",
    "put together": "reportgen.batch.papers:compose_paper",
    "printed": "reportgen.render.docx:fill",
    "manifest": "reportgen.pipeline:manifest_of",
    "manifest put in": "reportgen.pipeline:with_manifest",
    "drawings read": "reportgen.pipeline:drawings",
    "words read": "reportgen.pipeline:read_fresh",
    "compared": "reportgen.pipeline:missing",
    "its basis": "reportgen.batch.place:Place.record",
    "may it be written": "reportgen.write.dock:OutputFolder._admitted",
    "written": "reportgen.write.dock:put_down",
}
"""The steps of a build, by name."""

FORMATS: Sequence[Sequence[str]] = (("--to", "docx"), ("--to", "pdf"), ())


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(SIDES))
    print(machine("docxtpl", "weasyprint"))
    rows, shares = list[list[str]](), list[list[str]]()
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, sys.argv[1:] or ["200"]):
            data = sample(Path(folder) / str(count), count)
            loop = _loop(data, count)
            rows += [*_lines(data, count, float(loop[5])), loop]
            shares.append(_shares(data, count))
    headings = ["papers", "formats", "processes", "s", "papers a second", "CPU ms a paper", "docxtpl : ours"]
    print_table([*headings, "again, s", "front, MB", "worker, MB"], rows)
    print_table(["Word, µs a paper", *STEPS, "the rest", "sum"], shares)


def sample(folder: Path, count: int) -> Path:
    """Write a list of so many people, of whom no two are alike."""
    folder.mkdir()
    for name in ("offices.yaml", "ca-nhan.yaml"):
        shutil.copy(SAMPLE / name, folder)
    people = (_person(number) for number in range(count))
    (folder / "participants.csv").write_text("\n".join([HEADINGS, *people, ""]), encoding="utf-8-sig")
    return folder / "ca-nhan.yaml"


def _person(number: int) -> str:
    names = [("Nguyễn", "Trần", "Lê", "Phạm"), ("Thị", "Thu", "Ngọc"), ("Hoa", "Ánh", "Đào", "Yến", "Ứng")]
    name = " ".join(part[number // 7 % len(part)] for part in names)
    born = f"{number % 28 + 1:02}/{number // 28 % 12 + 1:02}/{1965 + number // 336 % 33}"
    school = f"Trường Mầm non Số {number % 97}"
    return f"{name};{born};Giáo viên;{school};huyện Vân {number % 97 % 9};10;hoàn thành"


def _lines(data: Path, count: int, plain: float) -> Iterator[list[str]]:
    """Build in every way; ``plain`` are the milliseconds of CPU that a paper takes in a docxtpl loop."""
    for formats in FORMATS:
        for workers in dict.fromkeys((1, os.cpu_count() or 1)):
            out = data.parent / f"out-{workers}-{'-'.join(formats)}"
            before = _used()
            first, front, worker = _built(data, out, workers, formats)
            cpu = _used() - before
            again, _, _ = _built(data, out, workers, formats)
            made = len([*out.rglob("*.docx"), *out.rglob("*.pdf")])
            shutil.rmtree(out)
            yield [
                str(count), " ".join(formats[1:]) or "both", str(workers),
                f"{first:.1f}", f"{made / first:.1f}", f"{1000 * cpu / made:.2f}",
                f"{plain * made / (1000 * cpu):.1f}" if "docx" in formats else "",
                f"{again:.1f}", str(front), str(worker),
            ]  # fmt: skip


def _loop(data: Path, count: int) -> list[str]:
    """Let docxtpl write the first hundred of the same papers."""
    fill = import_module("plain_docx").fill
    documents = make_plan(data, Order(Shelf.usual(working=ROOT), dt.date(2019, 6, 1), ("docx",))).documents
    contexts = [(one.paper.kind, one.paper.context.values) for one in documents[:100]]

    def write() -> None:
        for number, (kind, values) in enumerate(contexts):
            made: bytes = fill(kind.folder / kind.outputs["docx"], values)
            (data.parent / f"loop-{number}.docx").write_bytes(made)

    took = middle([function(write) for _ in range(3)])
    one, cpu = took.wall / len(contexts), 1000 * took.cpu / len(contexts)
    return [str(count), "docxtpl", "1", f"{one * count:.1f}", f"{1 / one:.1f}", f"{cpu:.2f}", *[""] * 4]


def _shares(data: Path, count: int) -> list[str]:
    """Share the CPU time of a build in this process out over its steps."""
    out = data.parent / "out-steps"
    order = Order(Shelf.usual(working=ROOT), dt.date(2019, 6, 1), ("docx",), out, workers=1)

    def work() -> None:
        shutil.rmtree(out, ignore_errors=True)
        build([data], order)

    shares = share_out(work, STEPS, ROUNDS)
    each = [1e6 * one / count for one in shares.values()]
    return [str(count), *(f"{one:.0f}" for one in (*each, sum(each)))]


def _used() -> float:
    """Give the CPU time of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _built(data: Path, out: Path, workers: int, formats: Sequence[str]) -> tuple[float, int, int]:
    """Make the papers; give the seconds and the peaks of memory, of the front process and of any other."""
    program = [sys.executable, "-m", "reportgen", "build", str(data), "-o", str(out)]
    command = [*program, "--workers", str(workers), *formats]
    begun = time.perf_counter()
    peaks: dict[int, int] = {}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for one in (process.pid, *_children(process.pid)):
                peaks[one] = max(peaks.get(one, 0), _peak(one))
            time.sleep(0.2)
    others = [peak for one, peak in peaks.items() if one != process.pid]
    return time.perf_counter() - begun, peaks.get(process.pid, 0), max(others, default=0)


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:  # it has ended meanwhile, or this is not Linux
        return []


def _peak(process: int) -> int:
    """Give the most megabytes that a process has held so far."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    main()
