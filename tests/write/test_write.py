"""The loading dock: what it writes, and what it does not touch."""

import errno
import hashlib
import json
import os
import stat
import unicodedata
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


@pytest.mark.parametrize("name", ["../a.docx", "sub/../../a.docx", "/a.docx"])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"

    assert complaint(out, name, overwrite=True).code == "target-outside"
    assert refusal(out, name, overwrite=True).code == "target-outside"
    assert papers(tmp_path) == {}


def test_a_linked_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "sub").symlink_to(elsewhere)

    for said in (complaint(out, "sub/a.docx"), refusal(out, "sub/a.docx", overwrite=True)):
        assert (said.code, said.message.endswith(f" {elsewhere}")) == ("target-outside", True)
    assert list(elsewhere.iterdir()) == []


def test_a_linked_folder_within_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    put(tmp_path, "link/a.docx", b"content")

    assert (tmp_path / "real" / "a.docx").read_bytes() == b"content"


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
def test_a_link_in_the_place_of_a_file_is_never_written_through(tmp_path: Path, *, there: bool) -> None:
    out, secret = tmp_path / "out", tmp_path / "secret.txt"
    out.mkdir()
    if there:
        secret.write_bytes(b"secret")
    (out / "a.docx").symlink_to(secret)

    for said in (complaint(out, "a.docx", overwrite=True), refusal(out, "a.docx", overwrite=True)):
        assert said.message == '"a.docx" is already there and is a symbolic link'
    assert (secret.read_bytes() if there else secret.exists()) == (b"secret" if there else False)


def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")

    assert put(tmp_path / "out", "a.docx", b"content").path == tmp_path / "out" / "a.docx"
    assert papers(tmp_path / "real") == {"a.docx": b"content"}


def test_a_folder_given_relative_to_the_working_folder_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_folder(Path("out")) as folder:
        monkeypatch.chdir("/")
        written = folder.write(PurePosixPath("a.docx"), b"content", overwrite=False, record=RECORD)

    assert written.path == Path("out/a.docx")
    assert papers(tmp_path / "out") == {"a.docx": b"content"}


def test_a_name_that_differs_only_in_capitals_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Báo Cáo.docx").write_bytes(b"by hand")

    said = complaint(tmp_path, "báo cáo.docx", overwrite=True)

    assert (said.code, '"Báo Cáo.docx"' in said.message) == ("file-other-spelling", True)


def test_a_folder_that_differs_only_in_capitals_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LÊ CHÂN").mkdir()

    assert complaint(tmp_path, "Lê Chân/a.docx").code == "file-other-spelling"


def test_a_name_whose_accents_are_stored_otherwise_is_refused(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "tổng hợp.docx")).write_bytes(b"by hand")

    assert complaint(tmp_path, unicodedata.normalize("NFC", "tổng hợp.docx")).code == "file-other-spelling"


def test_accents_are_stored_in_one_way(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "Tổ/tổng hợp.docx"), b"content")

    assert list(papers(tmp_path)) == [unicodedata.normalize("NFC", "Tổ/tổng hợp.docx")]


def test_two_documents_of_one_name_are_refused_before_either_is_written(tmp_path: Path) -> None:
    same = complaint(tmp_path, "an.docx", "bình.docx", "an.docx")
    alike = complaint(tmp_path, "An.docx", "an.docx")

    assert same.message == 'two documents would be written to "an.docx"'
    assert alike.message == (
        'two documents would be written to "an.docx" and "An.docx", which Windows takes for the same'
    )


def test_a_document_of_this_run_is_not_replaced_by_the_next_one(tmp_path: Path) -> None:
    first, second = PurePosixPath("an.docx"), PurePosixPath("An.docx")
    with open_folder(tmp_path) as folder:
        folder.write(first, b"first", overwrite=True, record=RECORD)

        for name in (first, second):
            with pytest.raises(OutputError) as caught:
                folder.write(name, b"second", overwrite=True, record=RECORD)
            assert [d.code for d in caught.value.diagnostics] == ["file-twice"]
            assert [d.code for d in folder.check([name], overwrite=True)] == ["file-twice"]
    assert papers(tmp_path) == {"an.docx": b"first"}


def test_a_document_cannot_be_the_folder_of_another(tmp_path: Path) -> None:
    said = complaint(tmp_path, "An/giay.docx", "an")

    assert said.message == '"an" must be a folder, to hold "An/giay.docx", but it is a document of this run'


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a:b.docx", "Windows does not allow : in one"),
        ("a\\b.docx", "Windows does not allow \\ in one"),
        ("a\nb.docx", "it holds an invisible character, U+000A"),
        ("a\u202ecod.docx", "it holds an invisible character, U+202E"),
        ("a\udc80.docx", "it holds an invisible character, U+DC80"),
        ("báo cáo.", "Windows does not keep a space at either end or a dot at the end"),
        ("sub /a.docx", "Windows does not keep a space at either end or a dot at the end"),
        ("Con.docx", "to Windows it is a device"),
        ("LPT1", "to Windows it is a device"),
        (".", "it is empty"),
        (".Reportgen/journal.jsonl", "reportgen keeps its journal there"),
    ],
)
def test_a_name_that_some_system_cannot_keep_is_refused(tmp_path: Path, name: str, why: str) -> None:
    for said in (complaint(tmp_path, name, overwrite=True), refusal(tmp_path, name, overwrite=True)):
        assert said.code == "file-name-unfit"
        assert said.message.endswith(f"cannot be a file name: {why}")
        assert said.message.isprintable()


def test_vietnamese_names_are_kept_letter_by_letter(tmp_path: Path) -> None:
    name = "Giấy chứng nhận – Trần Thị Hiền (01-CN).docx"

    put(tmp_path, name, b"content")

    assert list(papers(tmp_path)) == [name]


def test_a_name_of_more_bytes_than_a_disk_keeps_is_refused_and_255_still_fit(tmp_path: Path) -> None:
    longest = "ệ" * 83 + "a.docx"
    assert len(longest.encode()) == 255

    put(tmp_path, longest, b"content")
    said = refusal(tmp_path, f"a{longest}")

    assert said.code == "file-name-unfit"
    assert said.message.endswith("cannot be a file name: it has 256 bytes, where 255 fit")


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
