"""Issuing: every paper gets one number, whatever happens on the way."""

import datetime as dt
import json
import os
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any

import openpyxl
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reportgen.audit.paper import open_paper
from reportgen.batch.press import Printed
from reportgen.model.acts import Act
from reportgen.model.artifact import PDF
from reportgen.model.registry import Draft, Hand
from reportgen.papers import bring_in, find_office
from reportgen.papers.kept import Kept
from reportgen.readback import read_back
from reportgen.register import Pen
from reportgen.write import Cabinet
from tests.helpers.approving import steps
from tests.papers.issuing import DAY, die, run, told
from tools.issue_storm import set_up, storm

DATA = Path(__file__).parents[2] / "data"
HAND = Hand("người khác", dt.datetime(2026, 11, 22, tzinfo=dt.UTC))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an office with lists of one to five people."""
    set_up(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_minutes_are_issued_in_both_formats_without_the_mark_of_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once approved; both carry the same place in the register, and the number that the clerk gave."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(DATA / "so-ket-van-khe" / "bien-ban.yaml", "bien-ban.yaml")
    run(
        "setup",
        ".",
        "--name",
        "Phòng Giáo dục và Đào tạo",
        "--symbol",
        "PGDĐT",
        "--parent",
        "UBND huyện Vân Khê",
    )
    for step in steps("bien-ban.yaml"):
        run("issue", "bien-ban.yaml", *DAY, code=4)
        run(*step)
    run("issue", "bien-ban.yaml", *DAY)

    (paper,) = told()
    papers = [open_paper(path) for path in sorted(Path("ban-hanh").glob("2026/*/*"))]
    assert paper["number"] == "07/BB-PGDĐT"
    assert [Path(one.file).suffix for one in papers] == [".docx", ".pdf"]
    assert {str(one.manifest.registered) for one in papers} == {str(papers[0].manifest.registered)}
    for one in papers:
        said = " ".join(one.shown.pieces)
        assert "Số: 07/BB-PGDĐT" in said.replace("07 /", "07/")
        assert "DỰ THẢO" not in said
    entry = next(one for one in paper["entries"] if one["act"] == "reserved")
    place = papers[0].manifest.registered
    assert place is not None
    assert (place.entry, place.head) == (entry["entry"], entry["hash"])


def test_a_list_is_numbered_in_the_order_of_its_rows_and_a_rerun_changes_nothing(office: Path) -> None:
    run("issue", "danh-sach-4.yaml", *DAY)
    before = {path: path.read_bytes() for path in (office / "ban-hanh").rglob("*.docx")}
    entries = json.loads(run("register", "verify", "--format", "json"))["entries"]
    run("issue", "danh-sach-4.yaml")
    run("issue", "danh-sach-4.yaml", "--date", "23/11/2026", code=4)

    assert [(one["number"], one["told"]["name"]) for one in told()] == [
        (f"{row + 1:02}/GCN", f"Người 4 thứ {row}") for row in range(5)
    ]
    assert {path: path.read_bytes() for path in (office / "ban-hanh").rglob("*.docx")} == before
    assert json.loads(run("register", "verify", "--format", "json"))["entries"] == entries


def test_papers_that_are_called_alike_are_told_apart_by_their_numbers_alone(office: Path) -> None:
    kind = office / "templates" / "giay" / "kind.yaml"
    kind.write_text(kind.read_text(encoding="utf-8").replace('"{each.name}"\n', '"giay"\n'), encoding="utf-8")
    run("issue", "danh-sach-1.yaml", *DAY)

    assert [path.name for path in sorted((office / "ban-hanh").rglob("*.docx"))] == [
        "01 giay.docx", "02 giay.docx",
    ]  # fmt: skip


@pytest.mark.usefixtures("office")
def test_each_year_begins_with_01() -> None:
    run("issue", "danh-sach-0.yaml", "--date", "31/12/2026")
    run("issue", "danh-sach-1.yaml", "--date", "01/01/2027")

    assert [(one["year"], one["number"]) for one in told()] == [
        (2026, "01/GCN"), (2027, "01/GCN"), (2027, "02/GCN"),
    ]  # fmt: skip


def test_a_row_that_came_later_gets_the_next_number_and_the_others_keep_theirs(office: Path) -> None:
    run("issue", "danh-sach-1.yaml", *DAY)
    path = office / "danh-sach-1.yaml"
    lines = path.read_text(encoding="utf-8").replace("people:\n", "people:\n  - {name: Người mới}\n")
    path.write_text(lines, encoding="utf-8")
    run("issue", "danh-sach-1.yaml", *DAY)

    assert {one["told"]["name"]: one["number"] for one in told()} == {
        "Người 1 thứ 0": "01/GCN", "Người 1 thứ 1": "02/GCN", "Người mới": "03/GCN",
    }  # fmt: skip


@pytest.mark.usefixtures("office")
def test_a_revoked_paper_stays_with_its_reason_and_its_number_is_not_given_again() -> None:
    run("issue", "danh-sach-1.yaml", *DAY)
    run("revoke", "2/GCN", "--reason", "Quyết định số 9: cấp nhầm", "--by", "Lò Văn Bút")
    run("issue", "danh-sach-1.yaml", "danh-sach-0.yaml", *DAY)

    assert [(one["number"], one["state"]) for one in told()] == [
        ("01/GCN", "issued"), ("02/GCN", "revoked"), ("03/GCN", "issued"),
    ]  # fmt: skip
    assert "Quyết định số 9: cấp nhầm" in run("register", "show", "02/GCN")
    assert "Lò Văn Bút" in run("register", "show", "02/GCN")
    run("register", "verify")


def test_what_is_told_of_a_person_can_be_erased_and_the_register_stays_whole(office: Path) -> None:
    run("issue", "danh-sach-1.yaml", *DAY)
    run("register", "erase", "2/GCN", "--reason", "Người 1 yêu cầu")
    run("register", "erase", "2/GCN", "--reason", "lần nữa", code=4)
    run("register", "verify")

    first, second = told()
    assert (second["number"], second["state"]) == ("02/GCN", "issued")
    assert second["told"] == {"name": "", "reason": "Người 1 yêu cầu"}
    assert set(second["digests"]) == {"docx"}
    assert [path.name for path in (office / "ban-hanh").rglob("*.docx")] == ["01 Người 1 thứ 0.docx"]
    assert first["told"]["name"] == "Người 1 thứ 0"
    gone = "Người 1 thứ 1".encode()
    assert not [left.name for left in office.glob("so-dang-ky.db*") if gone in left.read_bytes()]


@pytest.mark.parametrize("name", ["../own.docx", "{folder}/own.docx", "away/own.docx"])
def test_a_file_elsewhere_is_not_taken_out_whatever_somebody_wrote_into_the_register(
    office: Path, name: str
) -> None:
    run("issue", "danh-sach-1.yaml", *DAY)
    own = office / "own.docx"
    own.write_bytes(b"own")
    (office / "ban-hanh" / "away").symlink_to(office)
    with closing(sqlite3.connect(office / "so-dang-ky.db")) as register, register:
        register.execute(
            "UPDATE details SET body = json_set(body, '$.files', ?)", (name.format(folder=office),)
        )

    run("register", "erase", "2/GCN", "--reason", "Người 1 yêu cầu", code=7)
    assert own.read_bytes() == b"own"
    run("register", "verify", code=10)


def test_a_register_that_was_exported_can_be_brought_in_elsewhere_and_goes_on_there(office: Path) -> None:
    run("issue", "danh-sach-4.yaml", *DAY)
    run("revoke", "02/GCN", "--reason", "ghi nhầm tên")
    die("danh-sach-0.yaml", *DAY)
    run("issue", "danh-sach-1.yaml", *DAY)
    run("register", "export", "so.pdf", code=4)  # there are certificates only
    run("register", "export", "so.xlsx", "--certificates")
    new = office / "moi"
    new.mkdir()
    shutil.copyfile("offices.yaml", new / "offices.yaml")
    run("register", "import", "so.xlsx", "--office", new)
    run("issue", "danh-sach-0.yaml", "--office", new, *DAY)

    ours, theirs = told(), told("--office", new)
    assert [one["number"] for one in theirs] == [*(one["number"] for one in ours), "09/GCN"]
    for here, there in zip(ours, theirs[:-1], strict=True):
        stood = here["state"] == "issued"
        assert there["told"]["name"] == here["told"]["name"]
        assert there["state"] == ("imported" if stood else here["state"])
        assert there["told"].get("reason") == here["told"].get("reason")
    run("register", "verify", "--office", new)


def test_a_register_with_a_sheet_for_each_year_is_brought_in_whole_whatever_spaces_stand_in_numbers(
    office: Path,
) -> None:
    headings = ("Số, ký hiệu văn bản", "Ngày tháng văn bản")
    book = openpyxl.Workbook()
    for number, day in (("07 / BB-PGDĐT", "05/02/2024"), ("3/ BB-PGDĐT ", "06/02/2025")):
        page = book.create_sheet()
        page.append(headings)
        page.append((number, day))
    book.save("so.xlsx")

    assert bring_in(find_office(office, office), Path("so.xlsx"), HAND) == 2
    assert [one["number"] for one in told()] == ["07/BB-PGDĐT", "03/BB-PGDĐT"]


def test_a_paper_that_replaced_another_and_fell_itself_says_both_each_with_its_own_reason(
    office: Path,
) -> None:
    rows = [
        ("01/X", "05/02/2024", "đã được thay thế", "Đã được thay thế bằng 02/X"),
        ("02/X", "05/02/2024", "đã được thay thế", "Thay thế 01/X. Đã được thay thế bằng 03/X"),
        ("03/X", "05/02/2024", "đã thu hồi", "Thay thế 02/X. Đã thu hồi: nhầm tên"),
        ("04/X", "05/02/2024", "đã thu hồi", "Đã thu hồi"),
    ]
    book = openpyxl.Workbook()
    for row in [("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tình trạng", "Ghi chú"), *rows]:
        book.worksheets[0].append(row)
    book.save("so.xlsx")
    bring_in(find_office(office, office), Path("so.xlsx"), HAND)

    assert [one["told"].get("reason") for one in told()] == [None, None, "nhầm tên", None]
    assert [one["told"].get("replaces") for one in told()] == [None, "01/X", "02/X", None]
    run("register", "export", "so-2.xlsx")
    _, *told_again = openpyxl.load_workbook("so-2.xlsx").worksheets[0].iter_rows(values_only=True)
    assert {note for *_, note, _ in told_again} >= {note for *_, note in rows}


@pytest.mark.usefixtures("office")
def test_who_has_no_name_on_this_computer_is_asked_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 5)  # nobody has this number
    run("issue", "danh-sach-0.yaml", *DAY, code=2)
    run("issue", "danh-sach-0.yaml", *DAY, "--by", "cô Hà")

    assert [one["who"] for one in told()[0]["entries"]] == ["cô Hà", "cô Hà"]


def test_the_register_prints_with_its_last_entry_below(office: Path) -> None:
    run("issue", "danh-sach-4.yaml", *DAY)
    run("register", "export", "so.pdf", "--certificates")
    head = json.loads(run("register", "verify", "--format", "json"))["head"]

    entries = json.loads(run("register", "verify", "--format", "json"))["entries"]
    run("register", "verify", "--printed", f"{entries}:{head[:8]}")
    run("register", "verify", "--printed", f"{entries - 1}:{head[:8]}", code=10)
    run("register", "verify", "--printed", f"{entries + 1}:{head[:8]}", code=10)

    said = " ".join(read_back((office / "so.pdf").read_bytes(), PDF).pieces)
    assert head in said.replace(" ", "")
    assert all(one["number"] in said and one["told"]["name"] in said for one in told())


def test_papers_carry_their_own_entries_though_others_write_while_they_are_printed(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was printed with an entry that somebody else has now is printed again."""
    put, others = Kept.put, iter(["danh-sach-0.yaml"])

    def meanwhile(kept: Kept, paper: Printed) -> None:
        put(kept, paper)
        for other in others:
            with find_office(None, office).writing() as registry, registry.writing(HAND) as pen:
                pen.add(Draft(Act.SUBMITTED, other))

    monkeypatch.setattr(Kept, "put", meanwhile)
    run("issue", "danh-sach-2.yaml", *DAY)

    assert [one["number"] for one in told()] == ["01/GCN", "02/GCN", "03/GCN"]
    run("register", "verify")
    entries = [entry["entry"] for one in told() for entry in one["entries"] if entry["act"] == "reserved"]
    carried = [open_paper(path).manifest.registered for path in sorted((office / "ban-hanh").rglob("*.docx"))]
    assert [one and one.entry for one in carried] == entries


@pytest.mark.usefixtures("office")
def test_what_died_last_year_is_settled_there_and_issued_this_year() -> None:
    die("danh-sach-0.yaml", "--date", "31/12/2026")
    run("issue", "danh-sach-0.yaml", "--date", "04/01/2027")

    assert [(one["year"], one["number"], one["state"]) for one in told()] == [
        (2026, "01/GCN", "cancelled"), (2027, "01/GCN", "issued"),
    ]  # fmt: skip


@pytest.mark.usefixtures("office")
def test_what_died_under_another_name_of_its_file_is_cancelled_and_issued_anew() -> None:
    die("danh-sach-0.yaml", *DAY)
    Path("danh-sach-0.yaml").rename("moi.yaml")
    run("issue", "moi.yaml", *DAY)

    found = [(one["number"], one["state"]) for one in told()]
    assert found == [("01/GCN", "cancelled"), ("02/GCN", "issued")]


@pytest.mark.usefixtures("office")
def test_what_died_when_all_was_filed_is_finished_by_whoever_comes_next() -> None:
    die("danh-sach-1.yaml", *DAY, at=(Pen, "add"), after=1)
    said = run("issue", "danh-sach-0.yaml", *DAY)

    assert [one["state"] for one in told()] == ["issued", "issued", "issued"]
    assert "finished" in said
    run("register", "verify")


def test_a_paper_of_a_register_that_was_lost_is_never_written_over(office: Path) -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    (paper,) = (office / "ban-hanh").rglob("*.docx")
    before = paper.read_bytes()
    for left in office.glob("so-dang-ky.db*"):
        left.unlink()
    run("issue", "danh-sach-0.yaml", *DAY, code=4)

    assert paper.read_bytes() == before
    assert told() == []


class Lives(RuleBasedStateMachine):
    """Lists are issued, runs die between any two steps, papers are revoked, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()

    @initialize()
    def begin(self) -> None:
        """Make an office."""
        self.folder = Path(tempfile.mkdtemp(prefix="reportgen-test-"))
        set_up(self.folder)
        self.patch.chdir(self.folder)
        self.issued: dict[str, str] = {}

    def teardown(self) -> None:
        """Leave it."""
        self.patch.undo()
        shutil.rmtree(self.folder)

    @rule(number=st.integers(0, 4))
    def issue(self, number: int) -> None:
        """Issue a list in peace: all of it is there."""
        run("issue", f"danh-sach-{number}.yaml", *DAY)
        names = {one["told"].get("name") for one in told() if one["state"] in {"issued", "revoked"}}
        assert {f"Người {number} thứ {row}" for row in range(1 + number)} <= names

    @rule(number=st.integers(0, 4), after=st.integers(0, 8), place=st.sampled_from(["file", "add"]))
    def die(self, number: int, after: int, place: str) -> None:
        """Die before a paper is filed or an entry written."""
        owner: type = {"file": Cabinet, "add": Pen}[place]
        die(f"danh-sach-{number}.yaml", *DAY, at=(owner, place), after=after)

    @precondition(lambda self: any(one["state"] == "issued" for one in self.all()))
    @rule(chance=st.randoms(use_true_random=False))
    def revoke(self, chance: random.Random) -> None:
        """Revoke a paper."""
        number = chance.choice([one["number"] for one in self.all() if one["state"] == "issued"])
        run("revoke", number, "--reason", "cấp nhầm")

    def all(self) -> list[dict[str, Any]]:
        """List the register, be it that there is none yet."""
        return told() if Path("so-dang-ky.db").exists() else []

    @invariant()
    def each_number_is_explained(self) -> None:
        """Numbers follow each other without gaps, none stands twice, none changes hands."""
        papers = self.all() if hasattr(self, "folder") else []
        assert [one["number"] for one in papers] == [f"{place:02}/GCN" for place, _ in enumerate(papers, 1)]
        for one in papers:
            if one["state"] == "issued":
                assert self.issued.setdefault(one["told"]["name"], one["number"]) == one["number"]
        if papers:
            found = json.loads(run("register", "verify", "--format", "json", code=0))["findings"]
            assert {one["code"] for one in found} <= {"register-half-done"}


TestLives = pytest.mark.slow(Lives.TestCase)
TestLives.settings = settings(max_examples=6, stateful_step_count=6, deadline=None)


@pytest.mark.slow
def test_who_is_killed_leaves_no_number_unexplained_and_none_twice(tmp_path: Path) -> None:
    left = storm(tmp_path, runs=10, processes=3, chance=random.Random(11))  # noqa: S311

    assert left.sound, left


def test_an_office_is_found_from_any_folder_inside_it(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = office / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)

    assert find_office(None, Path()).path.resolve() == office.resolve()


def test_names_of_files_come_below_their_year_and_series(office: Path) -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    cabinet = find_office(None, Path()).cabinet

    assert list(cabinet.names()) == [PurePosixPath("2026/GCN/01 Người 0 thứ 0.docx")]
    assert told()[0]["state"] == Act.ISSUED
    assert dt.date.fromisoformat(told()[0]["date"]) == dt.date(2026, 11, 22)
    assert office.is_dir()
