"""The loading dock: what it writes, and what it does not touch."""

import errno
import hashlib
import json
import os
import stat
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import pytest

from reportgen.model.errors import OutputError
from reportgen.write import How, open_folder
from tests.helpers.docking import RECORD, check, complaint, papers, put, refusal


def test_a_document_lands_whole_in_folders_made_for_it(tmp_path: Path) -> None:
    out = tmp_path / "đợt 1" / "out"

    written = put(out, "Lê Chân/bao-cao.docx", b"content")

    assert (written.path, written.how) == (out / "Lê Chân" / "bao-cao.docx", How.WRITTEN)
    assert papers(out) == {"Lê Chân/bao-cao.docx": b"content"}


def test_the_same_content_again_leaves_the_file_untouched(tmp_path: Path) -> None:
    path = put(tmp_path, "a.docx", b"same").path
    os.utime(path, (1, 1))
    before = path.stat()

    assert put(tmp_path, "a.docx", b"same").how is How.UNCHANGED
    assert (path.stat().st_mtime, path.stat().st_ino) == (1, before.st_ino)


def test_a_file_that_reportgen_wrote_and_nobody_changed_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")

    assert check(tmp_path, "a.docx") == []
    assert put(tmp_path, "a.docx", b"second").how is How.REPLACED
    assert papers(tmp_path) == {"a.docx": b"second"}


def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"by hand")

    for said in (complaint(tmp_path, "a.docx"), refusal(tmp_path, "a.docx")):
        assert said.code == "file-exists"
        assert str(said.origin) == str(tmp_path / "a.docx")
        assert said.message == '"a.docx" is already there, and reportgen did not write it'
    assert papers(tmp_path) == {"a.docx": b"by hand"}


def test_a_file_that_was_changed_by_hand_is_not_replaced(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"ours").path.write_bytes(b"ours, corrected")

    for said in (complaint(tmp_path, "a.docx"), refusal(tmp_path, "a.docx")):
        assert said.message == '"a.docx" is already there, and it was changed since reportgen wrote it'
    assert papers(tmp_path) == {"a.docx": b"ours, corrected"}


def test_an_older_version_put_back_by_hand_counts_as_changed(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")
    put(tmp_path, "a.docx", b"second").path.write_bytes(b"first")

    assert refusal(tmp_path, "a.docx", b"third").code == "file-exists"


def test_overwrite_replaces_what_is_there_and_it_is_ours_from_then_on(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"by hand")

    assert check(tmp_path, "a.docx", overwrite=True) == []
    assert put(tmp_path, "a.docx", b"new", overwrite=True).how is How.REPLACED
    assert put(tmp_path, "a.docx", b"newer").how is How.REPLACED


def test_equal_content_by_hand_needs_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"same")

    assert put(tmp_path, "a.docx", b"same").how is How.UNCHANGED


def test_checking_writes_nothing_and_reports_every_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"by hand")
    (tmp_path / "b.docx").mkdir()

    found = check(tmp_path, "a.docx", "b.docx", "new/c.docx", "../d.docx")

    assert [(d.code, str(d.origin)) for d in found] == [
        ("file-exists", str(tmp_path / "a.docx")),
        ("target-not-a-file", str(tmp_path / "b.docx")),
        ("target-outside", str(tmp_path / "../d.docx")),
    ]
    assert papers(tmp_path) == {"a.docx": b"by hand"}
    assert not (tmp_path / "new").exists()


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()

    assert refusal(tmp_path, "a.docx", overwrite=True).message == '"a.docx" is already there and is a folder'


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"by hand")

    for said in (complaint(tmp_path, "a/b/c.docx"), refusal(tmp_path, "a/b/c.docx")):
        assert said.message == '"a" must be a folder, to hold "a/b/c.docx", but it is a file'


def test_a_write_protected_file_is_not_replaced_even_with_overwrite(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"ours").path.chmod(0o444)

    assert complaint(tmp_path, "a.docx", overwrite=True).code == "file-write-protected"
    assert refusal(tmp_path, "a.docx", overwrite=True).code == "file-write-protected"
    assert put(tmp_path, "a.docx", b"ours").how is How.UNCHANGED


@pytest.mark.parametrize(
    ("name", "lock", "program"),
    [
        ("bao-cao.docx", ".~lock.bao-cao.docx#", "LibreOffice"),
        ("bao-cao-1.docx", "~$o-cao-1.docx", "Word"),
        ("bao-cao.docx", "~$ao-cao.docx", "Word"),
        ("quy-3.docx", "~$quy-3.docx", "Word"),
    ],
)
def test_a_document_that_is_open_in_an_office_program_is_not_replaced(
    tmp_path: Path, name: str, lock: str, program: str
) -> None:
    put(tmp_path, name, b"ours")
    (tmp_path / lock).touch()

    for said in (complaint(tmp_path, name), refusal(tmp_path, name, overwrite=True)):
        assert (said.code, said.message) == ("file-open-elsewhere", f'"{name}" is open in {program}')
        assert f'"{lock}"' in said.hint


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        path = put(tmp_path, "a.docx", b"content").path
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first").path.chmod(0o600)

    assert stat.S_IMODE(put(tmp_path, "a.docx", b"second").path.stat().st_mode) == 0o600


def test_the_journal_says_what_was_written_from_what(tmp_path: Path) -> None:
    put(tmp_path, "Lê Chân/a.docx", b"content")

    lines = (tmp_path / ".reportgen" / "journal.jsonl").read_text("utf-8").splitlines()

    about = {"name": "Lê Chân/a.docx", "sha256": hashlib.sha256(b"content").hexdigest(), "size": 7}
    assert [json.loads(line) for line in lines] == [
        {"event": "writing", **about, "record": RECORD},
        {"event": "written", **about, "record": RECORD},
    ]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"by hand")

    for out in (tmp_path / "out", tmp_path / "out" / "sub"):
        with pytest.raises(OutputError) as caught, open_folder(out):
            pass
        assert str(caught.value) == (
            f"{tmp_path / 'out'}: error[folder-not-a-folder]: {tmp_path / 'out'} is not a folder"
        )


def test_a_journal_kept_elsewhere_through_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".reportgen").symlink_to(tmp_path / "elsewhere")

    assert refusal(tmp_path / "out", "a.docx").code == "folder-not-a-folder"
    assert list((tmp_path / "elsewhere").iterdir()) == []


# --- piece by piece -----------------------------------------------------------------------------------------


def fill(out: Path, name: str, *pieces: bytes, dies: bool = False) -> How:
    def filler(file: BinaryIO) -> None:
        file.writelines(pieces)
        if dies:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with open_folder(out) as folder:
        return folder.fill(PurePosixPath(name), filler, overwrite=False, record=RECORD).how


def test_a_file_written_piece_by_piece_is_written_replaced_or_left_as_it_was(tmp_path: Path) -> None:
    assert fill(tmp_path, "gói/a.zip", b"one", b"two") is How.WRITTEN
    before = (tmp_path / "gói" / "a.zip").stat().st_ino
    assert fill(tmp_path, "gói/a.zip", b"onetwo") is How.UNCHANGED
    assert (tmp_path / "gói" / "a.zip").stat().st_ino == before
    assert fill(tmp_path, "gói/a.zip", b"three") is How.REPLACED
    assert papers(tmp_path) == {"gói/a.zip": b"three"}


def test_a_file_that_cannot_be_finished_leaves_the_one_that_was_there(tmp_path: Path) -> None:
    fill(tmp_path, "a.zip", b"whole")

    with pytest.raises(OutputError) as caught:
        fill(tmp_path, "a.zip", b"half", dies=True)

    assert [one.code for one in caught.value.diagnostics] == ["disk-full"]
    assert papers(tmp_path) == {"a.zip": b"whole"}
    assert fill(tmp_path, "a.zip", b"new") is How.REPLACED


def test_a_file_of_somebody_else_is_not_replaced_piece_by_piece_either(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"by hand")

    with pytest.raises(OutputError) as caught:
        fill(tmp_path, "a.zip", b"new")

    assert [one.code for one in caught.value.diagnostics] == ["file-exists"]
    assert papers(tmp_path) == {"a.zip": b"by hand"}
