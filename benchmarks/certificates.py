"""Certificates as PDF/A-3a, one after the other in one process, beside WeasyPrint loops that write the same.

Each side runs in fresh processes of its own (`sides/printing.py`). What is counted is CPU time, from the
moment the contexts are there to the thousandth file: the engine's start, what is learnt, all of it. The loops
print fewer, and the rest is reckoned from what each of these took. "Once learnt" is what one more file takes.

"Ours" is the whole press, from a context to finished bytes: manifest made and attached, read back, compared
with what must be on the page. "Press alone" leaves out what the loops do not do either: it prints, and writes
with a manifest that is there. Theirs is ours, too. Each paper has words of its own. An issued certificate has
a QR code, signed and drawn as areas, and a signature field; the loops and the press alone make no code. typst
sets the same words, line below line, with one compiler for all (``rivals.sh`` installs it).

``benchmarks/certificates.py 2000`` makes so many instead of a thousand. Memory is that of our whole press.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from measuring import in_turns, machine, print_table, program
from measuring.certificates import KINDS, certificates
from measuring.papers import SIDES

from reportgen.model.artifact import PDF, Artifact
from reportgen.pipeline import Paper, produce
from reportgen.readback import missing, read_back
from reportgen.readback.manifest import carried

ROUNDS: Final = 3
THEIRS: Final = 10
RIVALS: Final = Path(__file__).with_name(".rivals") / "python"
OURS: Final = ("ours", "press alone")
LOOPS: Final = ("plain", "careful", "typst")


@dataclass(frozen=True, slots=True)
class Side:
    """What one side took, in seconds of CPU: to the first file, for ``count`` files, for as many more."""

    count: int
    first: float
    all: float
    more: float
    held: Sequence[float]

    @property
    def each(self) -> float:
        """Give what one more file takes."""
        return self.more / self.count

    def together(self, many: int) -> float:
        """Give what so many files take, the start and all."""
        return self.all + (many - self.count) * self.each


def main() -> None:
    """Measure and print."""
    sys.path[:0] = [str(SIDES), str(RIVALS)]
    print(machine("weasyprint", "pikepdf", "pypdfium2"))
    many = int((sys.argv[1:] or ["1000"])[0])
    sides = {name: _sides(name, many) for name in KINDS}
    loops = [how for how in LOOPS if find_spec("typst") or how != "typst"]
    print_table(
        ["once learnt, CPU ms each", *OURS, *loops, "ours: times as fast", "press alone: times as fast"],
        [_line(name, each, loops, 1) for name, each in sides.items()],
    )
    print()
    print_table(
        [f"start and {many:,}, CPU s", *OURS, *loops, "ours: times as fast", "press alone: times as fast"],
        [_line(name, each, loops, many) for name, each in sides.items()],
    )
    print()
    print_table(
        ["CPU s", *(f"{how}: first file" for how in (*OURS, *loops)), "MB at a tenth", "MB at the end"],
        [_starts(name, each, loops) for name, each in sides.items()],
    )
    print(
        f"Medians of {ROUNDS} rounds in turns, {2 * many:,} of ours and {2 * THEIRS} of each loop in a round."
    )


def _sides(name: str, many: int) -> dict[str, Side]:
    """Let all sides print certificates of a sort, in turns."""
    first = next(certificates(name))
    ours = produce(first, "pdf")
    manifest = carried(ours.content, PDF)
    known = {"manifest": manifest.text if manifest else "", "words": ours.script.body}
    _refuse_other_words(first, ours, known)
    loops = [how for how in LOOPS if find_spec("typst") or how != "typst"]
    counts = {**dict.fromkeys(OURS, many), **dict.fromkeys(loops, THEIRS)}
    with TemporaryDirectory() as folder:
        given = Path(folder) / "given.json"
        given.write_text(json.dumps(known), encoding="utf-8")
        runs = in_turns({how: partial(_run, how, name, counts[how], given) for how in counts}, ROUNDS)
    return {how: _middle(found, counts[how]) for how, found in runs.items()}


def _run(how: str, name: str, count: int, given: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        program(sys.executable, SIDES / "printing.py", how, name, str(count), given).printed
    )
    return told


def _middle(runs: Sequence[Mapping[str, Any]], count: int) -> Side:
    first, everything, more = (median(run[what] for run in runs) for what in ("first", "all", "more"))
    return Side(count, first, everything, more, runs[0]["held"])


def _line(name: str, sides: Mapping[str, Side], loops: Sequence[str], many: int) -> list[str]:
    """Tell what ``many`` files take; of one, once everything is learnt."""
    took = {how: 1000 * one.each if many == 1 else one.together(many) for how, one in sides.items()}
    faster = [", ".join(f"{took[loop] / took[how]:.1f}" for loop in loops) for how in OURS]
    return [name, *(f"{took[how]:.2f}" for how in (*OURS, *loops)), *faster]


def _starts(name: str, sides: Mapping[str, Side], loops: Sequence[str]) -> list[str]:
    early, late = sides["ours"].held
    return [name, *(f"{sides[how].first:.2f}" for how in (*OURS, *loops)), f"{early:.0f}", f"{late:.0f}"]


def _refuse_other_words(paper: Paper, ours: Artifact, known: Mapping[str, Any]) -> None:
    """Stop where their page does not say what ours must."""
    from printing import WAYS  # noqa: PLC0415  # it lies beside the loops

    for how in ("plain", "careful"):
        theirs = read_back(WAYS[how](known["manifest"].encode(), ())(paper), PDF)
        if lost := missing(ours.script, theirs, extra=True):  # such as what is said of a picture
            raise SystemExit(f"{how}: the page differs: {lost[0]}")


if __name__ == "__main__":
    main()
