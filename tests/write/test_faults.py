"""The loading dock under real faults: full disks, forbidden folders, killed processes, two at once."""

import contextlib
import ctypes
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write import How, OutputFolder, open_folder, place
from reportgen.write.site import digest_at
from reportgen.write.target import target_in
from tests.helpers.docking import RECORD, check, papers, put, refusal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these faults are made with POSIX means")

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

WRITER = """
import os, sys
from pathlib import Path, PurePosixPath
from reportgen.write import Draft, open_folder

def write(out, name, content, overwrite=False):
    with open_folder(Path(out)) as folder:
        return folder.write(PurePosixPath(name), content, overwrite=overwrite, record={})
"""


def child(script: str, *arguments: object, **options: object) -> "subprocess.Popen[str]":
    """Run a script in a process of its own, with ``write`` at hand."""
    command = [sys.executable, "-c", WRITER + script, *map(str, arguments)]
    return subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]


@contextlib.contextmanager
def unprivileged(out: Path) -> Iterator[Path]:
    """Be nobody for a while, if root: permissions mean nothing to root."""
    if not ROOT:
        yield out
        return
    for folder in (out, *out.parents):
        if folder.owner() == "root" and folder.stat().st_mode & 0o077 == 0:
            folder.chmod(0o711)
    os.seteuid(65534)
    try:
        yield out
    finally:
        os.seteuid(0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 256 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"none", bytes(disk), b"tmpfs", 0, b"size=256k") != 0:
        pytest.skip(f"no disk can be mounted here: {os.strerror(ctypes.get_errno())}")
    try:
        yield disk
    finally:
        libc.umount2(bytes(disk), 2)


def leftovers(out: Path) -> list[str]:
    return [path.name for path in out.rglob("*.part")]


# --- full, forbidden, vanished ------------------------------------------------------------------------------


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(small_disk: Path) -> None:
    put(small_disk, "a.docx", b"old")

    for name in ("a.docx", "new/b.docx"):
        said = refusal(small_disk, name, bytes(300_000))
        assert (said.code, str(said.origin)) == ("disk-full", str(small_disk / name))
    assert papers(small_disk) == {"a.docx": b"old"}
    assert put(small_disk, "a.docx", b"smaller").how is How.REPLACED


def test_a_disk_too_full_for_the_journal_writes_no_document(small_disk: Path) -> None:
    names = [PurePosixPath(f"{number}.docx") for number in range(300)]
    with open_folder(small_disk) as folder, pytest.raises(OutputError) as caught:
        _write_all(folder, names)
    (said,) = caught.value.diagnostics
    written = [PurePosixPath(name) for name in papers(small_disk)]

    assert said.code == "disk-full"
    assert 0 < len(written) < len(names)
    with open_folder(small_disk) as folder:
        assert folder.notes == ()
        assert folder.check(written, overwrite=False) == []


def _write_all(folder: OutputFolder, names: list[PurePosixPath]) -> None:
    for name in names:
        folder.write(name, b"", overwrite=False, record={**RECORD, "long": "x" * 900})


def test_a_write_that_the_system_cuts_short_leaves_nothing(tmp_path: Path) -> None:
    put(tmp_path, "old.docx", b"old")
    script = """
import resource
from reportgen.model.errors import OutputError
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
for name in ("old.docx", "new.docx"):
    try:
        write(sys.argv[1], name, bytes(100_000))
    except OutputError as error:
        print(error)
write(sys.argv[1], "small.docx", b"small")
"""
    said, _ = child(script, tmp_path).communicate()

    assert said.splitlines() == [
        f'{tmp_path / name}: error[file-too-big]: "{name}" is larger than this system lets a file be'
        for name in ("old.docx", "new.docx")
    ]
    assert papers(tmp_path) == {"old.docx": b"old", "small.docx": b"small"}


def test_a_journal_line_that_was_cut_short_does_not_spoil_the_next(tmp_path: Path) -> None:
    script = """
import resource
from reportgen.model.errors import OutputError
with open_folder(Path(sys.argv[1])) as folder:
    def add(name):
        folder.write(PurePosixPath(name), b"content", overwrite=False, record={})
    add("a.docx")
    room = (Path(sys.argv[1]) / ".reportgen" / "journal.jsonl").stat().st_size + 30
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, -1))
    try:
        add("b.docx")
    except OutputError as error:
        print(error.diagnostics[0].code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
    add("c.docx")
"""
    said, _ = child(script, tmp_path).communicate()

    assert said == "file-too-big\n"
    with open_folder(tmp_path) as folder:
        assert folder.notes == ()
    assert sorted(papers(tmp_path)) == ["a.docx", "c.docx"]
    assert put(tmp_path, "c.docx", b"newer").how is How.REPLACED


def test_a_folder_that_may_not_be_written_is_told_by_check_and_write(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o777)
    with unprivileged(tmp_path / "out") as out:
        put(out, "sub/a.docx", b"old")
        (out / "sub").chmod(0o555)
        found = [*check(out, "sub/a.docx"), refusal(out, "sub/b.docx"), refusal(out, "sub/a.docx")]
        (out / "sub").chmod(0o755)

        assert [d.code for d in found] == ["folder-write-protected"] * 3
        assert papers(out) == {"sub/a.docx": b"old"}


def test_an_output_folder_that_may_not_be_written_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o555)
    with unprivileged(tmp_path / "out") as out:
        for folder in (out, out / "new"):
            said = refusal(folder, "a.docx")
            assert (said.code, str(said.origin)) == ("write-not-permitted", str(folder))


def test_a_disk_that_is_mounted_read_only_is_told(small_disk: Path) -> None:
    put(small_disk, "a.docx", b"old")
    remount_read_only = 1 | 32
    assert ctypes.CDLL(None).mount(b"none", bytes(small_disk), b"tmpfs", remount_read_only, b"") == 0

    assert refusal(small_disk, "b.docx").code == "write-not-permitted"
    assert papers(small_disk) == {"a.docx": b"old"}


def test_an_output_folder_that_vanished_is_told_and_not_made_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with open_folder(out) as folder:
        shutil.rmtree(out)
        with pytest.raises(OutputError) as caught:
            folder.write(PurePosixPath("a.docx"), b"content", overwrite=False, record=RECORD)

    assert [d.code for d in caught.value.diagnostics] == ["folder-vanished"]
    assert not out.exists()


def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    name = "/".join(["x" * 200] * 25)

    assert refusal(tmp_path, name).code == "path-too-long"
    assert [d.code for d in check(tmp_path, name)] == ["path-too-long"]


def test_a_file_that_appears_at_the_last_moment_is_not_replaced_by_either_way(tmp_path: Path) -> None:
    part, path = tmp_path / "part", tmp_path / "a.docx"
    part.write_bytes(b"ours")
    path.write_bytes(b"theirs")

    for move in (place._move_to_new, place.move_without_links):
        with pytest.raises(FileExistsError):
            move(part, path)
        assert path.read_bytes() == b"theirs"
    path.unlink()
    place.move_without_links(part, path)
    assert (path.read_bytes(), part.exists()) == (b"ours", False)


def test_a_file_that_was_changed_at_the_last_moment_is_not_replaced(tmp_path: Path) -> None:
    path = put(tmp_path, "a.docx", b"ours").path
    target = target_in(tmp_path, tmp_path, PurePosixPath("a.docx"))
    seen = digest_at(path)
    path.write_bytes(b"by hand")

    with pytest.raises(OutputError) as caught, place.filled(target, lambda file: file.write(b"new")) as part:
        place.move(part, target, before=seen)

    assert [d.code for d in caught.value.diagnostics] == ["file-changed-meanwhile"]
    assert papers(tmp_path) == {"a.docx": b"by hand"}


# --- two at once --------------------------------------------------------------------------------------------

HOLD = """
with open_folder(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def told(out: Path) -> Diagnostic:
    with pytest.raises(OutputError) as caught, open_folder(out):
        pass
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def test_a_second_process_is_told_who_is_writing_while_they_write(tmp_path: Path) -> None:
    with child(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        said = told(tmp_path)
        assert holder.poll() is None
        holder.communicate()

    assert said.code == "folder-busy"
    assert f"process {holder.pid} on {os.uname().nodename}, since " in said.message
    put(tmp_path, "a.docx", b"content")


def test_the_same_process_cannot_open_a_folder_twice(tmp_path: Path) -> None:
    with open_folder(tmp_path):
        assert f"process {os.getpid()} " in told(tmp_path).message


def test_a_killed_process_does_not_hold_the_folder(tmp_path: Path) -> None:
    with child(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
        holder.wait()

    put(tmp_path, "a.docx", b"content")


def test_a_failed_build_gives_the_folder_back(tmp_path: Path) -> None:
    with pytest.raises(KeyError), open_folder(tmp_path):
        raise KeyError

    put(tmp_path, "a.docx", b"content")


# --- killed in the middle -----------------------------------------------------------------------------------

KILL_AT = """
import signal
count = int(sys.argv[2])

def deadly(call, *, after):
    def counted(*arguments, **options):
        global count
        result = call(*arguments, **options) if after else None
        count -= 1
        if count == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result if after else call(*arguments, **options)
    return counted

for name in ("fsync", "link", "replace", "unlink", "ftruncate"):
    setattr(os, name, deadly(deadly(getattr(os, name), after=False), after=True))

papers = {"new/b.docx": b"new" * 100_000, "a.docx": b"second" * 100_000, "new/c.docx": b"third" * 9}
with open_folder(Path(sys.argv[1])) as folder:
    drafts = [Draft(PurePosixPath(name), content, {}) for name, content in papers.items()]
    folder.write_all(drafts, overwrite=False)
print("done")
"""


def test_a_process_killed_before_or_after_any_step_leaves_whole_files_that_stay_ours(tmp_path: Path) -> None:
    kills = 0
    for kills in range(1, 100):
        out = tmp_path / str(kills)
        put(out, "a.docx", b"first" * 100_000)
        with child(KILL_AT, out, kills) as process:
            said, _ = process.communicate()
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL

        assert check(out, "a.docx", "new/b.docx", "new/c.docx") == []
        assert leftovers(out) == []
        assert papers(out).pop("a.docx") in (b"first" * 100_000, b"second" * 100_000)
        assert papers(out).get("new/b.docx") in (None, b"new" * 100_000)
        assert papers(out).get("new/c.docx") in (None, b"third" * 9)
        put(out, "a.docx", b"third")
        put(out, "new/b.docx", b"third")
        put(out, "new/c.docx", b"third")
        assert set(papers(out).values()) == {b"third"}
    assert said == "done\n"
    assert kills > 20


BUSY = """
for number in range(1000):
    for name in ("a.docx", "sub/b.docx"):
        write(sys.argv[1], name, bytes([number % 256]) * 400_000)
    print(number, flush=True)
"""


@pytest.mark.slow
def test_a_process_killed_at_any_instant_leaves_whole_files_that_stay_ours(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311  (no secret)
    for _ in range(8):
        with child(BUSY, tmp_path) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))  # noqa: TID251  (whatever it does then)
            process.kill()

        assert check(tmp_path, "a.docx", "sub/b.docx") == []
        assert leftovers(tmp_path) == []
        for content in papers(tmp_path).values():
            assert content == content[:1] * 400_000
