"""Files made of all papers of a run: how long they take, and that memory does not grow with the papers.

``benchmarks/bundles.py 1000 10000`` puts so many papers (1000 without a number) into a file to print and into
a zip file, and lists them in a workbook; beside them pikepdf alone, which keeps all that it puts together.
Papers are those of the sample, again and again under other names; each run is a process of its own.
"""

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pikepdf
from measuring import machine, print_table

from reportgen.finish.merge import merge
from reportgen.finish.pack import pack
from reportgen.workbooks import listing

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "chung-nhan" / "ca-nhan.yaml"


def main() -> None:
    """Measure and print."""
    print(machine("pikepdf", "openpyxl"))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "reportgen", "build", str(SAMPLE), "--to", "pdf", "--output", folder]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
        counts = list(map(int, sys.argv[1:] or ["1000"]))
        rows = [_line(folder, way, count) for way in WAYS for count in counts]
    print_table(["file", "papers", "CPU s", "papers a second", "memory added, MB", "size, MB"], rows)


def _line(folder: str, way: str, count: int) -> list[str]:
    command = [sys.executable, __file__, "--one", folder, way, str(count)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, added, size = map(float, said.stdout.split())
    return [way, str(count), f"{seconds:.1f}", f"{count / seconds:.0f}", f"{added:.0f}", f"{size:.1f}"]


def _one(folder: str, way: str, count: int) -> None:
    """Make one file, and tell the CPU time, what it added to the memory, and its size in megabytes."""
    files = sorted(Path(folder).rglob("*.pdf"))
    WAYS[way](io.BytesIO(), files, 1)
    with tempfile.TemporaryFile() as target:
        before, start = _peak(), time.process_time()
        WAYS[way](target, files, count)
        print(time.process_time() - start, _peak() - before, target.tell() / 1e6)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _papers(files: Sequence[Path], count: int) -> Iterator[tuple[str, bytes]]:
    for number in range(count):
        yield f"Trường {number // 30}/Giấy {number}.pdf", files[number % len(files)].read_bytes()


def _merged(target: io.BytesIO, files: Sequence[Path], count: int) -> None:
    merge(target, ((name.split("/"), content) for name, content in _papers(files, count)), "In chung")


def _by_pikepdf(target: io.BytesIO, files: Sequence[Path], count: int) -> None:
    with pikepdf.new() as whole:
        for _, content in _papers(files, count):
            with pikepdf.open(io.BytesIO(content)) as paper:
                whole.pages.extend(paper.pages)
        whole.save(target)


def _packed(target: io.BytesIO, files: Sequence[Path], count: int) -> None:
    pack(target, _papers(files, count))


def _listed(target: io.BytesIO, files: Sequence[Path], count: int) -> None:  # noqa: ARG001  (as the others)
    headings = [f"Cột {column}" for column in range(12)]
    rows = ([f"Giấy {number}", *headings[1:]] for number in range(count))
    target.write(listing("Danh mục", headings, rows))


WAYS: dict[str, Callable[..., None]] = {
    "--merge": _merged,
    "pikepdf alone": _by_pikepdf,
    "--zip": _packed,
    "--index": _listed,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
