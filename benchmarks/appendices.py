"""A report with a long appendix, from a table file to the finished paper, in one process.

``benchmarks/appendices.py 2000 20000 docx:20000`` makes the report of a district with so many schools, as PDF
or in the format named (2,000 and 20,000 in both without a number), and says where the time goes. Each is a
process of its own, so that the memory's peak is its own. Counted is the whole command without the start of
Python: the file read and checked, figures computed, the paper printed, bound, read back and written.
"""

import contextlib
import io
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from measuring import machine, print_table, program
from measuring.inside import peak

ROOT: Final = Path(__file__).parents[1]
SIZES: Final = ("pdf:2000", "pdf:20000", "docx:2000", "docx:20000")
COLUMNS: Final = "school;form;sector;managers;managers_trained;teachers;teachers_trained"
STEPS: Final = (
    ("reading", "reportgen.batch.build", "make_plan"),
    ("printing", "reportgen.pipeline", "press"),
    ("manifest", "reportgen.pipeline", "manifest_of"),
    ("drawings", "reportgen.pipeline", "drawings"),
    ("binding", "reportgen.pipeline", "with_manifest"),
    ("reading back", "reportgen.pipeline", "refuse_losses"),
)
"""What is counted by itself: its name, and the function that does it, where that is looked up."""


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["inside"]:
        print(json.dumps(_measured(*sys.argv[2:])))
        return
    print(machine("weasyprint"))
    lines = []
    for asked in sys.argv[1:] or SIZES:
        form, _, count = asked.rpartition(":")
        run = json.loads(program(sys.executable, Path(__file__), "inside", form or "pdf", count).printed)
        steps = [f"{run['steps'].get(name, 0):.2f}" for name, *_ in STEPS]
        size = f"{run['size'] / 1e6:.1f}"
        lines.append([
            f"{int(count):,}", form or "pdf", f"{run['cpu']:.2f}", *steps, f"{run['peak']:.0f}", size,
        ])  # fmt: skip
    print_table(["rows", "format", "CPU s", *(name for name, *_ in STEPS), "peak MB", "MB"], lines)


def _measured(form: str, count: str) -> dict[str, Any]:
    from reportgen.cli.app import app  # noqa: PLC0415  # a process that only asks others needs nothing of it
    from reportgen.sweeping import sweep_seldom  # noqa: PLC0415

    sweep_seldom()  # as the front door does

    with tempfile.TemporaryDirectory() as folder:
        data = write(Path(folder), int(count))
        out = Path(folder, "out")
        begun = time.process_time()
        with _steps() as steps, contextlib.redirect_stdout(io.StringIO()) as said:
            app(
                [
                    "build",
                    str(data),
                    "--to",
                    form,
                    "-o",
                    str(out),
                    "--templates",
                    str(data.parent / "templates"),
                ],
                standalone_mode=False,
            )
        cpu = time.process_time() - begun
        if not (found := list(out.rglob(f"*.{form}"))):
            raise SystemExit(said.getvalue())
        made = found[0]
        return {"cpu": cpu, "steps": steps, "peak": peak(), "size": made.stat().st_size}


@contextlib.contextmanager
def _steps() -> Iterator[dict[str, float]]:
    """Count the steps of a paper."""
    from importlib import import_module  # noqa: PLC0415

    taken: dict[str, float] = {}

    def counted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return work(*given, **named)
            finally:
                taken[name] = taken.get(name, 0) + time.process_time() - begun

        return timed

    for name, module, function in STEPS:
        there = import_module(module)
        work = getattr(there, function)
        if function == "press":
            presses = work

            def press(target: str, presses: Any = presses, name: str = name) -> Any:
                return _Timed(counted(name, presses(target).impress))

            setattr(there, function, press)
        else:
            setattr(there, function, counted(name, work))
    yield taken


class _Timed:
    """A press whose printing is counted."""

    def __init__(self, impress: Callable[..., Any]) -> None:
        self.impress = impress


def write(folder: Path, count: int) -> Path:
    """Write the data of a report with so many schools, and its kind with room for their numbers."""
    kind = folder / "templates" / "district-report"
    shutil.copytree(ROOT / "templates" / "district-report", kind)
    page = kind / "district-report.html"
    page.write_text(page.read_text("utf-8").replace("width: 12mm", "width: 16mm"), "utf-8")
    lines = [COLUMNS]
    for number in range(1, count + 1):
        managers, teachers = number % 4 + 1, number % 31 + 5
        form, sector = ("trường", "công lập") if number % 3 else ("nhóm lớp", "tư thục")
        lines.append(
            f"Trường Mầm non Hoa Sen số {number};{form};{sector};{managers};{number % (managers + 1)}"
            f";{teachers};{number % (teachers + 1)}"
        )
    (folder / "schools.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    data = folder / "data.yaml"
    data.write_text(DATA, encoding="utf-8")
    return data


DATA: Final = """kind: district-report
sample: có
parent: UBND quận Lê Chân
office: Phòng Giáo dục và Đào tạo
number:
symbol: BC-PGDĐT
place: Lê Chân
issued_on:
to: [Sở Giáo dục và Đào tạo Hải Phòng]
district: Lê Chân
district_name: quận Lê Chân
round: 1
school_year: 2013-2014
project: Dự án mầm non
modules: 10
signer_position:
signer:
with_chart: không
schools: {from: schools.csv, delimiter: ";"}
"""


if __name__ == "__main__":
    main()
