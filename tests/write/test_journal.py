"""The journal of an output folder: what it forgives, what it reports, and that no hand edit is ever lost."""

import contextlib
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write import How, open_folder
from tests.helpers.docking import RECORD, check, complaint, papers, put, refusal


def journal(out: Path) -> Path:
    return out / ".reportgen" / "journal.jsonl"


def notes(out: Path) -> tuple[Diagnostic, ...]:
    with open_folder(out) as folder:
        return folder.notes


@pytest.mark.parametrize("torn", [b'{"event":"written","name":"b', b'"', b"\0\0\0", b"\xe1\xbb"])
def test_a_last_line_that_a_crash_tore_is_cut_off(tmp_path: Path, torn: bytes) -> None:
    put(tmp_path, "a.docx", b"first")
    whole = journal(tmp_path).read_bytes()
    journal(tmp_path).write_bytes(whole + torn)

    assert notes(tmp_path) == ()
    assert journal(tmp_path).read_bytes() == whole
    assert put(tmp_path, "a.docx", b"second").how is How.REPLACED


def test_a_last_line_that_only_lacks_its_line_feed_is_kept(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")
    journal(tmp_path).write_bytes(journal(tmp_path).read_bytes().removesuffix(b"\n"))

    put(tmp_path, "b.docx", b"other")

    assert notes(tmp_path) == ()
    assert put(tmp_path, "a.docx", b"second").how is How.REPLACED
    assert len(journal(tmp_path).read_text("utf-8").splitlines()) == 6


def test_a_journal_torn_at_any_byte_never_makes_a_foreign_file_ours(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"ours").path.write_bytes(b"by hand")
    whole = journal(tmp_path).read_bytes()

    for end in range(len(whole)):
        journal(tmp_path).write_bytes(whole[:end])
        assert complaint(tmp_path, "a.docx").code == "file-exists"


NO_RECORD = b'{"event":"written","name":"b.docx","sha256":"","size":0,"record":[]}'


@pytest.mark.parametrize(
    "damage", [b"\0\0\0", b"{}", b"[1]", b'{"event":"written"}', b"\xff", b"words", b"[" * 9999, NO_RECORD]
)
def test_a_damaged_line_in_the_middle_is_reported_where_it_stands(tmp_path: Path, damage: bytes) -> None:
    put(tmp_path, "a.docx", b"a")
    put(tmp_path, "b.docx", b"b")
    put(tmp_path, "c.docx", b"c")
    lines = journal(tmp_path).read_bytes().split(b"\n")
    journal(tmp_path).write_bytes(b"\n".join([*lines[:2], damage, damage, *lines[4:]]))

    damaged = journal(tmp_path).read_bytes()

    (found,) = notes(tmp_path)

    assert (found.code, found.stops) == ("journal-line-unreadable", False)
    assert str(found.origin) == f"{journal(tmp_path).with_suffix('.damaged')}:3:1"
    assert ", and 1 more like it" in found.message
    assert journal(tmp_path).with_suffix(".damaged").read_bytes() == damaged
    assert notes(tmp_path) == ()
    assert [str(d.origin) for d in check(tmp_path, "a.docx", "b.docx", "c.docx")] == [
        str(tmp_path / "b.docx")
    ]


@pytest.mark.parametrize("name", ["b" * 5000, "\\u0000", "\\ud800", "../b", "/b", "."])
def test_a_name_that_no_file_has_is_no_trouble(tmp_path: Path, name: str) -> None:
    put(tmp_path, "a.docx", b"a")
    with journal(tmp_path).open("a") as file:
        for event in ("writing", "written", "writing"):
            file.write(
                f'{{"event":"{event}","name":"{name}","sha256":"","size":0,"record":{{"source":"s"}}}}\n'
            )

    with open_folder(tmp_path) as folder:
        assert folder.left_over("s", [PurePosixPath("a.docx")]) == []
    assert papers(tmp_path) == {"a.docx": b"a"}


def test_a_journal_of_many_old_lines_is_written_anew_and_knows_the_same(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        put(tmp_path, "a.docx", content)
    line = journal(tmp_path).read_bytes().splitlines(keepends=True)[-1]
    journal(tmp_path).write_bytes(line.replace(b"a.docx", b"b.docx") * 1000 + line)

    assert refusal(tmp_path, "c/../a.docx").code == "target-outside"
    assert len(journal(tmp_path).read_bytes().splitlines()) == 2
    assert put(tmp_path, "a.docx", b"third").how is How.REPLACED


def test_a_digest_that_was_damaged_makes_the_file_foreign(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"ours")
    journal(tmp_path).write_text(journal(tmp_path).read_text("utf-8").replace('"sha256":"', '"sha256":"0'))

    assert refusal(tmp_path, "a.docx").code == "file-exists"


def test_without_its_journal_a_file_counts_as_foreign(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"ours")
    journal(tmp_path).unlink()

    assert refusal(tmp_path, "a.docx").code == "file-exists"


def test_a_line_with_more_in_it_than_is_known_today_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"first")
    journal(tmp_path).write_text(journal(tmp_path).read_text("utf-8").replace("{", '{"later":1,', 1))

    assert notes(tmp_path) == ()


NAMES = st.sampled_from(["a.docx", "b.pdf", "sub/a.docx"])
HOW_FOUND = {True: How.UNCHANGED, False: How.REPLACED}
CONTENTS = st.sampled_from([b"1", b"2", b"3", b""])


def attempt(out: Path, name: str, content: bytes) -> How | None:
    """Write, and give None where the dock refuses to replace a file."""
    try:
        return put(out, name, content).how
    except OutputError as error:
        if [d.code for d in error.diagnostics] != ["file-exists"]:
            raise
        return None


class HandEdits(RuleBasedStateMachine):
    """Runs, hand edits, deletions and damage to the journal, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.out = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.there: dict[str, bytes] = {}
        self.ours: dict[str, bytes] = {}
        self.ever_ours: set[bytes | None] = set()
        self.intact = True

    def teardown(self) -> None:
        self.stack.close()

    @rule(name=NAMES, content=CONTENTS)
    def run(self, name: str, content: bytes) -> None:
        """Write; refused exactly where a hand edit would be lost."""
        before = self.there.get(name)
        how = attempt(self.out, name, content)
        if how is None:
            assert before not in (None, content)
            assert before != self.ours.get(name) or not self.intact
            return
        replaceable = {self.ours.get(name)} if self.intact else self.ever_ours
        assert before in {None, content, *replaceable}
        assert how is (How.WRITTEN if before is None else HOW_FOUND[before == content])
        self.wrote(name, content, how)

    @rule(name=NAMES, content=CONTENTS)
    def overwrite(self, name: str, content: bytes) -> None:
        """Write with permission to replace anything."""
        self.wrote(name, content, put(self.out, name, content, overwrite=True).how)

    def wrote(self, name: str, content: bytes, how: How) -> None:
        if how is not How.UNCHANGED:
            self.ours[name] = content
            self.ever_ours.add(content)
        self.there[name] = content

    @rule(name=NAMES, content=CONTENTS)
    def edit(self, name: str, content: bytes) -> None:
        """Write as a person would, with another program."""
        (self.out / name).parent.mkdir(exist_ok=True)
        (self.out / name).write_bytes(content)
        self.there[name] = content

    @precondition(lambda self: self.there)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Delete by hand."""
        name = data.draw(st.sampled_from(sorted(self.there)))
        (self.out / name).unlink()
        del self.there[name]

    @precondition(lambda self: journal(self.out).exists())
    @rule(data=st.data())
    def tear(self, data: st.DataObject) -> None:
        """Lose the end of the journal."""
        whole = journal(self.out).read_bytes()
        journal(self.out).write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
        self.intact = False

    @precondition(lambda self: journal(self.out).exists())
    @rule(data=st.data(), junk=st.binary(min_size=1, max_size=3))
    def damage(self, data: st.DataObject, junk: bytes) -> None:
        """Damage the journal in the middle."""
        whole = journal(self.out).read_bytes()
        at = data.draw(st.integers(0, len(whole)))
        journal(self.out).write_bytes(whole[:at] + junk + whole[at + len(junk) :])
        self.intact = False

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every file holds what its last writer, person or program, was allowed to put there."""
        assert papers(self.out) == self.there


TestHandEdits = HandEdits.TestCase
TestHandEdits.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_checking_and_writing_agree(tmp_path: Path) -> None:
    put(tmp_path, "ours.docx", b"ours")
    (tmp_path / "theirs.docx").write_bytes(b"by hand")
    names = [PurePosixPath(name) for name in ("ours.docx", "theirs.docx", "new.docx", "theirs.docx/x")]

    with open_folder(tmp_path) as folder:
        for name in names:
            found = folder.check([name], overwrite=False)
            try:
                folder.write(name, b"new", overwrite=False, record=RECORD)
                refused: list[Diagnostic] = []
            except OutputError as error:
                refused = list(error.diagnostics)
            assert found == refused
