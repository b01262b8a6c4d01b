"""Plant faults in the quick ways of printing, and see who finds them: ``python -m tools.faults [--write]``.

Each fault is a line of the program that says something else, in a process of its own. Papers are printed the
quick way and by the engine alone. A fault is *refused* where the program's own guards left those papers to
the engine, so that all came out right; it is *seen* where a paper came out wrong and the comparison with the
engine shows it; where neither happens it is *missed*. ``--write`` puts the table into docs/quick-printing.md.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs/quick-printing.md"
_LIST: Final = Path(__file__).with_suffix(".yaml")
_PLAY: Final = "play"
_BEGIN, _END = "<!-- faults -->\n", "<!-- end of faults -->\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """A text of a module that says something else, and what that comes to; ``way`` is what is printed."""

    way: str
    module: str
    right: str
    wrong: str
    what: str


def _listed() -> Iterator[Fault]:
    for way, faults in yaml.safe_load(_LIST.read_text(encoding="utf-8")).items():
        for one in faults:
            yield Fault(way, one["in"], one["right"], one["wrong"], one["what"])


FAULTS: Final = tuple(_listed())


class _Planted(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, name: str, path: str, fault: Fault) -> None:
        super().__init__(name, path)
        self.fault = fault

    def get_code(self, fullname: str) -> Any:  # noqa: ARG002  # the loader's
        """Compile it with the fault."""
        source = Path(self.path).read_text(encoding="utf-8")
        return compile(source.replace(self.fault.right, self.fault.wrong), self.path, "exec")


@dataclass(frozen=True, slots=True)
class _Finder:
    fault: Fault

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        if name != module_of(self.fault):
            return None
        file = file_of(self.fault)
        return spec_from_file_location(name, file, loader=_Planted(name, str(file), self.fault))


def module_of(fault: Fault) -> str:
    """Name the module with the fault."""
    beyond = fault.module.startswith(("casting", "finish"))
    return f"reportgen.{fault.module}" if beyond else f"reportgen.render.{fault.module}"


def file_of(fault: Fault) -> Path:
    """Find its file."""
    return ROOT / Path(*module_of(fault).split(".")).with_suffix(".py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of printing: whether all was as the engine makes it, and how many went which way."""

    same: bool
    ways: Mapping[str, int]


def outcome(way: str, folder: Path, fault: Fault | None = None) -> Outcome:
    """Print in a process of its own, with a fault; what is right is noted in the folder by a run without.

    The process is a new one, and no copy of this: what is loaded here is loaded without the fault.
    """
    place = [] if fault is None else [str(FAULTS.index(fault))]
    command = [sys.executable, "-m", "tools.faults", _PLAY, way, str(folder), *place]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return Outcome(**json.loads(done.stdout)) if done.stdout else Outcome(same=False, ways={})


def _play(way: str, folder: Path, fault: Fault | None) -> None:
    """Print, and tell on standard output what came of it; a fault may end this anyhow."""
    if fault:
        sys.meta_path.insert(0, _Finder(fault))
    with redirect_stdout(sys.stderr):
        fault_papers = import_module("tests.render.fault_papers")  # what comes after the fault
        same, ways = fault_papers.WAYS[way](folder / f"{way}.pickle")
    sys.stdout.write(json.dumps({"same": same, "ways": ways}))


def verdicts(faults: Sequence[Fault]) -> Iterator[tuple[Fault, str]]:
    """Plant one after the other, and tell of each who found it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = {way: outcome(way, folder) for way in dict.fromkeys(fault.way for fault in faults)}
        for way, one in sound.items():
            if not one.same or "" not in one.ways:
                raise SystemExit(f"{way}: nothing is printed the quick way even without a fault")
        for fault in faults:
            found = outcome(fault.way, folder, fault)
            less = found.ways != sound[fault.way].ways
            yield fault, "seen" if not found.same else "refused" if less else "missed"


def table(found: Sequence[tuple[Fault, str]]) -> str:
    """Write what was found as a table."""
    counts = Counter(verdict for _, verdict in found)
    said = ", ".join(f"{counts[one]} {one}" for one in ("refused", "seen", "missed"))
    rows = (f"| `{fault.module}` | {fault.what} | {verdict} |" for fault, verdict in found)
    return "\n".join(
        [f"{len(found)} faults: {said}.", "", "| in | fault | found |", "|---|---|---|", *rows, ""]
    )


def main() -> None:
    """Plant all faults, and say or write down what came of them; or print with one, for another process."""
    if sys.argv[1:2] == [_PLAY]:
        way, folder, *place = sys.argv[2:]
        _play(way, Path(folder), FAULTS[int(place[0])] if place else None)
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    is_written = parser.parse_args().write
    found = []
    for fault, verdict in verdicts(FAULTS):
        found.append((fault, verdict))
        sys.stderr.write(f"{verdict:8} {fault.module:18} {fault.what}\n")
    text = table(found)
    if is_written:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
        PAGE.write_text(f"{before}{_BEGIN}{text}{_END}{rest.partition(_END)[2]}", encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
