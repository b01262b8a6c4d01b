"""Several processes issue papers of one series at once and are killed: what is left of the numbers.

``python -m tools.issue_storm --runs 400 --processes 4 --seed 7``: each run issues one of a few lists and is
killed, or not, after a random time. At the end every list is issued in peace; then each row of each list has
one number, each number one paper or one entry that says why not, and the register is as it was written.
``--postgres`` keeps the register on a PostgreSQL server that is started for it.
"""

import argparse
import datetime as dt
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import docx

from reportgen.batch import Order
from reportgen.kinds import Shelf
from reportgen.model.acts import Act
from reportgen.model.registry import Hand, Standing
from reportgen.papers import OfficeFolder, Request, issue, verify
from tools.postgres import programs, server

_KIND = """title: Giấy chứng nhận
fields:
  people: {rows: {name: text, entry_number: code?}, key: name}
each: {of: people}
register: {number: entry_number, series: GCN, name: "{each.name}"}
outputs: {docx: giay.docx}
file_name: "{each.name}"
"""
_MOST_ROWS = 5
_DAY = dt.date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left after a storm."""

    runs: int
    killed: int
    wanted: int
    issued: int
    cancelled: int
    twice: int
    gaps: int
    findings: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Tell whether each row has one number, and each number one paper or an entry that says why not."""
        return self.issued == self.wanted and not (self.twice or self.gaps or self.findings)


def set_up(folder: Path, lists_wanted: int = 12, address: str = "") -> tuple[Request, list[Path], int]:
    """Make an office with some lists; tell how many rows they have. Its register may be at an address."""
    kind = folder / "templates" / "giay"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(_KIND, encoding="utf-8")
    template = docx.Document()
    template.add_paragraph("Số vào sổ: {{ each.entry_number }}. Chứng nhận {{ each.name }}.")
    template.save(str(kind / "giay.docx"))
    (folder / "offices.yaml").write_text("own: Sở\noffices: [{name: Sở}]\n", encoding="utf-8")
    if address:
        (folder / "so-dang-ky.url").write_text(address, encoding="utf-8")
    lists, rows = [], 0
    for number in range(lists_wanted):
        count = 1 + number % _MOST_ROWS
        names = "".join(f"  - {{name: Người {number} thứ {row}}}\n" for row in range(count))
        path = folder / f"danh-sach-{number}.yaml"
        path.write_text(f"kind: giay\nfor_each: people\npeople:\n{names}", encoding="utf-8")
        lists.append(path)
        rows += count
    order = Order(Shelf([folder / "templates"], folder), _DAY, workers=1, issue=_DAY)
    hand = Hand("bão", dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    return Request(OfficeFolder(folder), hand, order), lists, rows


def storm(
    folder: Path, runs: int, processes: int, chance: random.Random, at: Callable[[str], str] | None = None
) -> Left:
    """Issue and kill, then issue in peace, and count; ``at`` makes a database on a server."""
    calm, (first, *_), _ = set_up(folder / "calm", address=at("calm") if at else "")
    begun = time.monotonic()
    ask(calm, first)
    usual = max(time.monotonic() - begun, 0.05)  # how long a run takes when nobody disturbs it
    request, lists, wanted = set_up(folder / "storm", max(runs // 2, 2), at("storm") if at else "")
    alive: dict[int, float | None] = {}
    left, killed = runs, 0
    while left or alive:
        while left and len(alive) < processes:
            doom = time.monotonic() + chance.uniform(0, 2 * usual) if chance.random() < 0.8 else None  # noqa: PLR2004
            alive[_begun(request, chance.choice(lists))] = doom
            left -= 1
        killed += _reaped(alive)
        time.sleep(0.001)
    for one in lists:
        ask(request, one)
    return _counted(request, runs, killed, wanted)


def ask(request: Request, source: Path) -> None:
    """Issue one list; whatever is wrong is a mistake of the program here."""
    (outcome,) = issue([source], request)
    if outcome.error:
        raise outcome.error


def _begun(request: Request, source: Path) -> int:
    """Issue a list in a process of its own."""
    child = os.fork()
    if child:
        return child
    try:
        ask(request, source)
    except BaseException as error:  # noqa: BLE001  (it is told, and nothing of the parent goes on here)
        print(repr(error), *getattr(error, "diagnostics", ()), file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def _reaped(alive: dict[int, float | None]) -> int:
    """Kill those whose time has come, and take leave of those that ended; tell how many were killed."""
    killed = 0
    for child, doom in list(alive.items()):
        if doom is not None and time.monotonic() > doom:
            os.kill(child, signal.SIGKILL)
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            del alive[child]
            killed += os.WIFSIGNALED(status)
            if os.WIFEXITED(status) and os.WEXITSTATUS(status):
                raise RuntimeError("a run failed that nobody had killed")
    return killed


def _counted(request: Request, runs: int, killed: int, wanted: int) -> Left:
    with request.office.reading() as registry:
        standings = registry.standings()
    numbers = Counter(one.number.number for one in standings)
    issued = [one for one in standings if one.state is Act.ISSUED]
    found = verify(request.office).findings
    return Left(
        runs, killed, wanted, len(issued), sum(one.state is Act.CANCELLED for one in standings),
        sum(count - 1 for count in numbers.values()) + _twice(issued),
        max(numbers, default=0) - len(numbers), tuple(map(str, found)),
    )  # fmt: skip


def _twice(issued: list[Standing]) -> int:
    """Count people who got more than one paper."""
    return len(issued) - len({one.told["name"] for one in issued})


def main() -> int:
    """Raise a storm and tell what is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--postgres", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        at = stack.enter_context(server(programs())).new_database if asked.postgres else None
        left = storm(Path(folder), asked.runs, asked.processes, random.Random(asked.seed), at)
    print(left)
    return 0 if left.sound else 1


if __name__ == "__main__":
    sys.exit(main())
