"""Loading and computing many rows, beside scripts that do the same sums on the same file.

Each run is a process of its own, so that the memory's peak is its own; sides and sizes take turns.
Measured is the work: the interpreter's start and the imports at the top of a script are not in it.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from measuring import in_turns, machine, print_table, program, ratio
from measuring.courses import write_csv, write_data, write_kind, write_xlsx, write_yaml

ROUNDS = 3
SIDES = Path(__file__).with_name("sides")
CALL = (
    f"import sys; sys.path[:0] = [{str(SIDES.parent)!r}, {str(SIDES)!r}]; "
    "from measuring.inside import tell; from {} import read; tell(read)"
)
OURS = "reportgen"


@dataclass(frozen=True, slots=True)
class Script:
    """What does the sums: its module, the library it wants, and what it leaves out."""

    module: str
    needs: str
    without: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds, megabytes, and the figures it came to."""

    cpu: float
    wall: float
    peak: float
    before: float
    figures: Mapping[str, str]

    @property
    def memory(self) -> float:
        """Tell how much the work added to what the process had when it began."""
        return max(self.peak - self.before, 0.1)


SCRIPTS = {
    "csv": {
        OURS: Script("reportgen_rows", "reportgen"),
        "csv + Decimal": Script("csv_decimal", "csv", "places, checks, keys; dates and codes are text"),
        "polars": Script("csv_polars", "polars", "places, checks, keys; decimals are floats"),
    },
    "yaml": {
        OURS: Script("reportgen_rows", "reportgen"),
        "yaml.safe_load": Script("yaml_plain", "yaml", "places, checks; a code 012 is 10, 12:30 is 750"),
        "yaml.CSafeLoader": Script("yaml_fast", "yaml", "places, checks; 012 and 12:30 as above"),
    },
    "xlsx": {
        OURS: Script("reportgen_rows", "reportgen"),
        "openpyxl loop": Script("xlsx_openpyxl", "openpyxl", "places, checks; hidden rows are summed up too"),
    },
}  # fmt: skip
SIZES: Mapping[str, Sequence[int]] = {"csv": (10_000, 30_000, 100_000), "yaml": (10_000,), "xlsx": (10_000,)}
WRITERS = {"csv": write_csv, "yaml": write_yaml, "xlsx": write_xlsx}

Runs = Mapping[str, Run]
"""The median run of each script, by name."""


def main() -> None:
    """Measure and print, format by format."""
    print(machine("PyYAML", "openpyxl", "polars"))
    with tempfile.TemporaryDirectory() as folder:
        write_kind(Path(folder))
        for form, scripts in SCRIPTS.items():
            there = {name: script for name, script in scripts.items() if find_spec(script.needs)}
            found = {size: _measured(Path(folder), form, size, there) for size in SIZES[form]}
            _print(form, found)
            _print_what_is_left_out(scripts, there)
    print(f"Medians of {ROUNDS} rounds, taken in turns; the work alone, without start and imports.")


def _measured(folder: Path, form: str, size: int, scripts: Mapping[str, Script]) -> Runs:
    table = WRITERS[form](folder, size)
    data = table if form == "yaml" else write_data(table)
    sides = {name: partial(_run, script, data if name == OURS else table) for name, script in scripts.items()}
    found = {name: _middle(runs) for name, runs in in_turns(sides, ROUNDS).items()}
    _refuse_other_numbers(found)
    return found


def _run(script: Script, path: Path) -> Run:
    printed = program(sys.executable, "-c", CALL.format(script.module), path).printed
    return Run(**json.loads(printed))


def _middle(runs: Sequence[Run]) -> Run:
    """Take each median by itself."""
    cpu, wall, peak, before = (
        statistics.median(getattr(run, part) for run in runs) for part in ("cpu", "wall", "peak", "before")
    )
    return Run(cpu, wall, peak, before, runs[0].figures)


def _refuse_other_numbers(found: Runs) -> None:
    """Stop where a script has come to other numbers than we: then it did not do the same."""
    ours = {name: Fraction(_plain(text)) for name, text in found[OURS].figures.items()}
    for script, run in found.items():
        if script != OURS and {name: Fraction(text) for name, text in run.figures.items()} != ours:
            raise SystemExit(f"{script} has other numbers:\n{run.figures}\n{ours}")


def _plain(text: str) -> str:
    return text.rstrip("%").replace(".", "").replace(",", ".")


def _print(form: str, found: Mapping[int, Runs]) -> None:
    print_table(
        [form, "rows", "ours : this", "CPU s", "wall s", "us a row", "peak MB", "for the rows"],
        [_line(name, size, run, runs[OURS]) for size, runs in found.items() for name, run in runs.items()],
    )
    few, many = min(found), max(found)
    for name in found[many] if few < many else ():
        cpu = found[many][name].cpu / found[few][name].cpu
        memory = found[many][name].memory / found[few][name].memory
        print(
            f"- {many // few} times the rows, {name}: {cpu:.1f} times the CPU time, {memory:.1f} the memory"
        )


def _print_what_is_left_out(scripts: Mapping[str, Script], there: Collection[str]) -> None:
    for name, script in scripts.items():
        if name not in there:
            print(f"- {name}: not installed, left out")
        elif script.without:
            print(f"- {name} does without {script.without}")
    print()


def _line(name: str, size: int, run: Run, ours: Run) -> list[str]:
    return [
        name, f"{size:,}", ratio(ours.cpu, run.cpu), f"{run.cpu:.3f}", f"{run.wall:.3f}",
        f"{1e6 * run.cpu / size:.1f}", f"{run.peak:.0f}", f"{run.memory:.0f}",
    ]  # fmt: skip


if __name__ == "__main__":
    main()
