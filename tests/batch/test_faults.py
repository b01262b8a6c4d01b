"""What goes wrong while a batch is written: it costs what it must, is told, and the next run goes on."""

import ctypes
import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.batch import Outcome, build, making, printing
from tests.batch.classes import order
from tests.circumstances.machine import NOBODY, ROOT
from tests.helpers.docking import papers
from tests.helpers.written import Written, written_as
from tools.batches import children

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these faults are made with POSIX means")

PEOPLE = 12
LIST = "\n".join(f"    Em {number},Trường {number % 4},{number}" for number in range(PEOPLE)).strip()
CLASS = f"""
    fields:
      people: {{rows: {{name: text, school: text, days: count}}}}
    each: {{of: people}}
    file_name: "{{each.school}}/{{each.name}}"
    figures: {{days: sum(people.days)}}
    ---
    for_each: people
    people: {{from: p.csv}}
    --- p.csv
    name,school,days
    {LIST}
    --- templates/k/page.html
    <p>{{{{ each.name }}}}: {{{{ days }}}} ngày.</p>
    """


@pytest.fixture(autouse=True)
def _written_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write after every few papers, as a batch of thousands does."""
    monkeypatch.setattr(making, "HELD", 2)


def built(written: Written, then: Callable[[int], object] | None = None, **options: object) -> Outcome:
    """Make the papers; ``then`` is told after each how many are done."""
    asked = replace(order(written), **{"workers": 1, **options})  # type: ignore[arg-type]

    def progress(done: int, _: int) -> None:
        if then:
            then(done)

    (outcome,) = build([written.data], asked, progress).outcomes
    return outcome


def codes(outcome: Outcome) -> list[str]:
    return sorted({one.code for one in outcome.error.diagnostics}) if outcome.error else []


def fresh(outcome: Outcome) -> int:
    return sum(made.how != "unchanged" for made in outcome.made)


@pytest.fixture
def whole(tmp_path: Path) -> Callable[[Written], dict[str, bytes]]:
    """Give the papers that a batch makes which nobody disturbs."""

    def make(written: Written) -> dict[str, bytes]:
        built(written, output=tmp_path / "whole")
        return papers(tmp_path / "whole")

    return make


Whole = Callable[[Written], dict[str, bytes]]


def mounted(disk: Path, size: str, flags: int = 0) -> None:
    """Mount a disk of a size, or give one another size."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"none", bytes(disk), b"tmpfs", flags, f"size={size}".encode()) != 0:
        pytest.skip(f"no disk can be mounted here: {os.strerror(ctypes.get_errno())}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted(place, "20m")
    try:
        yield place
    finally:
        ctypes.CDLL(None).umount2(bytes(place), 2)


@written_as(CLASS)
def test_a_disk_that_gets_full_costs_the_rest_and_the_next_run_makes_it(
    written: Written, disk: Path, whole: Whole
) -> None:
    wanted, remount = whole(written), 32
    mounted(disk, f"{sum(map(len, wanted.values())) // 2000}k", remount)

    stopped = built(written, output=disk / "out")
    there = papers(disk / "out")

    assert codes(stopped) == ["disk-full", "stopped"]
    assert stopped.error is not None
    assert [one.code for one in stopped.error.diagnostics].count("disk-full") == 1
    assert 0 < len(there) < len(wanted)
    assert there.items() <= wanted.items()
    mounted(disk, "20m", remount)
    again = built(written, output=disk / "out")
    assert (codes(again), fresh(again)) == ([], len(wanted) - len(there))
    assert papers(disk / "out") == wanted


@written_as(CLASS)
def test_a_folder_that_may_not_be_written_costs_its_own_papers_only(written: Written, whole: Whole) -> None:
    wanted, out = whole(written), written.folder / "out"
    closed = out / "Trường 1"
    closed.mkdir(parents=True)
    if ROOT:
        for place in (written.folder, out):
            os.chown(place, NOBODY, -1)
        for above in (out, *out.parents):
            above.chmod(above.stat().st_mode | 0o011)
        os.seteuid(NOBODY)
    else:
        closed.chmod(0o555)
    try:
        refused = built(written)
    finally:
        if ROOT:
            os.seteuid(0)
        else:
            closed.chmod(0o755)

    assert codes(refused) == ["folder-write-protected"]
    assert set(papers(out)) == {name for name in wanted if not name.startswith("Trường 1/")}
    again = built(written)
    assert (codes(again), fresh(again)) == ([], PEOPLE // 4)
    assert papers(out) == wanted


@written_as(CLASS)
def test_a_folder_that_is_moved_away_in_the_middle_keeps_what_it_has(written: Written, whole: Whole) -> None:
    wanted, out, away = whole(written), written.folder / "out", written.folder / "away"

    stopped = built(written, lambda done: out.rename(away) if done == PEOPLE // 2 else None)

    assert codes(stopped) == ["folder-vanished", "stopped"]
    assert not out.exists()
    assert papers(away).items() <= wanted.items()
    there = len(papers(away))
    away.rename(out)
    again = built(written)
    assert (codes(again), fresh(again)) == ([], len(wanted) - there)
    assert papers(out) == wanted


@written_as(CLASS)
def test_a_disk_that_is_taken_away_in_the_middle_is_told(written: Written, disk: Path, whole: Whole) -> None:
    wanted, libc, detach = whole(written), ctypes.CDLL(None), 2

    stopped = built(
        written,
        lambda done: libc.umount2(bytes(disk), detach) if done == PEOPLE // 2 else None,
        output=disk / "out",
    )

    assert codes(stopped) == ["folder-vanished", "stopped"]
    assert papers(disk) == {}
    assert codes(built(written, output=disk / "out")) == []
    assert papers(disk / "out") == wanted


@written_as(CLASS)
def test_a_paper_that_cannot_be_replaced_stops_no_other(written: Written, whole: Whole) -> None:
    wanted, out = whole(written), written.folder / "out"
    held = out / "Trường 2" / "Em 10.pdf"

    def stand_in_the_way(done: int) -> None:
        if done == 1:
            held.mkdir(parents=True)

    refused = built(written, stand_in_the_way)

    assert codes(refused) == ["target-not-a-file"]
    assert papers(out) == {name: content for name, content in wanted.items() if name != "Trường 2/Em 10.pdf"}
    held.rmdir()
    again = built(written)
    assert (codes(again), fresh(again)) == ([], 1)
    assert papers(out) == wanted


@written_as(CLASS)
def test_a_worker_that_is_killed_costs_nothing(written: Written, whole: Whole) -> None:
    wanted, killed = whole(written), list[int]()

    def kill(done: int) -> None:
        if done == 1:
            killed.append(children(os.getpid())[0])
            os.kill(killed[0], signal.SIGKILL)

    outcome = built(written, kill, workers=2)

    assert (codes(outcome), len(killed)) == ([], 1)
    assert papers(written.folder / "out") == wanted


@written_as(CLASS)
def test_many_papers_are_printed_in_other_processes_without_being_asked_for(
    written: Written, whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, killed = whole(written), list[int]()
    monkeypatch.setattr(printing, "_MANY", 3)
    monkeypatch.setattr(printing, "_cores", lambda: 2)

    def kill(done: int) -> None:
        if done == 1:
            killed.append(children(os.getpid())[0])
            os.kill(killed[0], signal.SIGKILL)

    outcome = built(written, kill, workers=None)

    assert (codes(outcome), len(killed)) == ([], 1)
    assert papers(written.folder / "out") == wanted


def cut(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def flip(text: bytes, chance: random.Random) -> bytes:
    noise = bytearray(text)
    for place in chance.sample(range(len(noise)), 9):
        noise[place] ^= 1 << chance.randrange(8)
    return bytes(noise)


def fill_in(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + chance.randbytes(4096) + text[at:]


def of_another_version(text: bytes, _: random.Random) -> bytes:
    return text.replace(b'"event":"written"', b'"event":"made"').replace(b'"sha256"', b'"blake3"', 1)


@pytest.mark.parametrize("damage", [cut, flip, fill_in, of_another_version])
@written_as(CLASS.replace(LIST, LIST[: LIST.index("    Em 4")].strip()))
def test_a_journal_in_any_state_costs_no_paper_and_no_work_of_others(
    written: Written, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    built(written)
    out = written.folder / "out"
    wanted, journal = papers(out), out / ".reportgen" / "journal.jsonl"
    sound = journal.read_bytes()
    (out / "Trường 0" / "ghi chú.txt").write_bytes(b"by hand")
    for seed in range(6):
        journal.write_bytes(damage(sound, random.Random(seed)))  # noqa: S311  (no secret)

        again = built(written)

        assert (codes(again), len(again.made)) == ([], len(wanted)), seed
        assert papers(out) == {**wanted, "Trường 0/ghi chú.txt": b"by hand"}
        assert fresh(built(written)) == 0


@written_as(CLASS)
def test_a_clock_that_was_put_back_changes_nothing(written: Written) -> None:
    built(written)
    for path in written.folder.rglob("*"):
        later = path.stat().st_mtime + 20 * 365 * 86400
        os.utime(path, (later, later))

    again = built(written)

    assert (codes(again), fresh(again), len(again.made)) == ([], 0, PEOPLE)
