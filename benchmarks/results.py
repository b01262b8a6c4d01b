"""Run the benchmarks one after the other and keep what they print in ``results.md``: all, or those named."""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
RESULTS: Final = FOLDER / "results.md"
SCRIPTS: Final = (
    "rivals", "presses", "certificates", "batch", "bundles", "memory", "documents", "appendices", "rows",
    "start",
)  # fmt: skip
_HEAD: Final = "# Results\n\nWritten by `make bench`; [README.md](README.md) says how to read it.\n"
_CHAPTER: Final = "\n## "


def main() -> None:
    """Run and write; a script that was not named keeps the chapter that it has."""
    asked = sys.argv[1:] or SCRIPTS
    if unknown := set(asked) - set(SCRIPTS):
        raise SystemExit(
            f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}"
        )
    chapters = _kept()
    for name in asked:
        chapters[name] = _run(name)
        there = (f"{_CHAPTER}{one}\n\n{chapters[one]}" for one in SCRIPTS if one in chapters)
        RESULTS.write_text(_HEAD + "".join(there), encoding="utf-8")


def _kept() -> dict[str, str]:
    if not RESULTS.is_file():
        return {}
    found = RESULTS.read_text(encoding="utf-8").split(_CHAPTER)[1:]
    return {
        name.strip(): text.strip("\n") + "\n" for name, _, text in (one.partition("\n\n") for one in found)
    }


def _run(name: str) -> str:
    """Give what a script prints, while it prints it."""
    begin = time.perf_counter()
    print(f"{name}.py", flush=True)
    printed = []
    command: list[str | Path] = [sys.executable, "-u", FOLDER / f"{name}.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            printed.append(line)
    if process.returncode:
        raise SystemExit(f"{name}.py failed")
    took = f"\nIt ran for {(time.perf_counter() - begin) / 60:.1f} minutes.\n"
    return re.sub(r"\n{3,}", "\n\n", "".join(printed)).strip("\n") + "\n" + took


if __name__ == "__main__":
    main()
