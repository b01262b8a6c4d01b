"""Names of files: which ones a folder takes, and which lead elsewhere or mean another file."""

import unicodedata
from pathlib import Path, PurePosixPath

import pytest

from reportgen.model.errors import OutputError
from reportgen.write import open_folder
from tests.helpers.docking import RECORD, complaint, papers, put, refusal


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
