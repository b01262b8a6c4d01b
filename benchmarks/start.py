"""How long ``reportgen --help`` takes, beside bare programs with the same six commands.

Every program runs once in each round, so that what else the machine does falls on all of them alike.
"""

import sys
from functools import partial
from pathlib import Path

from measuring import Took, in_turns, machine, middle, milliseconds, print_table, program, ratio

SIDES = Path(__file__).with_name("sides")
LAUNCHER = Path(sys.executable).with_name("reportgen")
ROUNDS = 25

BARE = "click"
INSTALLED = f"import sys; sys.path.insert(0, {str(SIDES)!r}); from {{}} import app; app()"
"""As an installed command does: the program is a module, compiled in some run before."""

PROGRAMS: dict[str, tuple[str | Path, ...]] = {
    "python -c pass": (sys.executable, "-c", "pass"),
    BARE: (sys.executable, "-c", INSTALLED.format("click_program"), "--help"),
    "typer": (sys.executable, "-c", INSTALLED.format("typer_program"), "--help"),
    "typer without rich": (sys.executable, "-c", INSTALLED.format("typer_plain"), "--help"),
    "import typer, nothing else": (sys.executable, "-c", "import typer"),
    "python -m reportgen": (sys.executable, "-m", "reportgen", "--help"),
    **({"reportgen, as set up by make": (LAUNCHER, "--help")} if LAUNCHER.is_file() else {}),
}


def main() -> None:
    """Measure and print."""
    print(machine("typer", "click"))
    sides = {name: partial(program, *command) for name, command in PROGRAMS.items()}
    in_turns(sides, 1)  # so that all is compiled
    runs = in_turns(sides, ROUNDS)
    took = {name: middle(found) for name, found in runs.items()}
    print_table(
        ["--help, the whole process", "CPU : click", "wall : click", "CPU ms", "wall ms"],
        [_row(name, one, took[BARE]) for name, one in took.items()],
    )
    print(f"Medians of {ROUNDS} rounds. The aim: at most 1.5 times bare click.")


def _row(name: str, one: Took, bare: Took) -> list[str]:
    ratios = [ratio(one.cpu, bare.cpu), ratio(one.wall, bare.wall)]
    return [name, *ratios, milliseconds(one.cpu), milliseconds(one.wall)]


if __name__ == "__main__":
    main()
