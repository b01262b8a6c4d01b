"""A batch of certificates: how long it takes, and how much memory each of its processes comes to hold.

``benchmarks/batch.py 1000 10000`` makes so many (200 without a number), in each format and in both, in one
process and in as many as there are cores; then the same once more, which finds everything made.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from measuring import machine, print_table

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "chung-nhan"
HEADINGS = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
FORMATS: Sequence[Sequence[str]] = (("--to", "docx"), ("--to", "pdf"), ())


def main() -> None:
    """Measure and print."""
    print(machine("docxtpl", "weasyprint"))
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            line
            for count in map(int, sys.argv[1:] or ["200"])
            for line in _lines(sample(Path(folder) / str(count), count), count)
        ]
    headings = ["papers", "formats", "processes", "s", "papers a second", "again, s"]
    print_table([*headings, "front, MB", "worker, MB"], rows)


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


def _lines(data: Path, count: int) -> Iterator[list[str]]:
    for formats in FORMATS:
        for workers in dict.fromkeys((1, os.cpu_count() or 1)):
            out = data.parent / f"out-{workers}-{'-'.join(formats)}"
            first, front, worker = _built(data, out, workers, formats)
            again, _, _ = _built(data, out, workers, formats)
            made = len([*out.rglob("*.docx"), *out.rglob("*.pdf")])
            shutil.rmtree(out)
            yield [
                str(count), " ".join(formats[1:]) or "both", str(workers),
                f"{first:.1f}", f"{made / first:.1f}", f"{again:.1f}", str(front), str(worker),
            ]  # fmt: skip


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
