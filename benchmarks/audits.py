"""How long an audit takes: milliseconds for papers of the samples, each audited again and again."""

import statistics
import tempfile
import time
from pathlib import Path

from reportgen.audit import audit
from reportgen.kinds import Shelf
from tools.tamper import ROOT, made

_TIMES = 20


def main() -> None:
    """Audit each paper so many times and print the median."""
    shelf = Shelf.usual(ROOT / "templates")
    with tempfile.TemporaryDirectory() as name:
        for sort, files in made(Path(name)).items():
            for file in files:
                print(f"{sort:12} {file.suffix:6} {_median(file, shelf):6.1f} ms")


def _median(file: Path, shelf: Shelf) -> float:
    taken = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        audit(file, shelf)
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


if __name__ == "__main__":
    main()
