"""Approval: no paper is issued that those whom its kind names have not approved just as it is."""

import datetime as dt
import json
import shutil
import tempfile
from pathlib import Path

import docx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reportgen.batch.machine import contents, files_of_kind
from reportgen.batch.records import Order
from reportgen.kinds import Shelf
from reportgen.model.acts import Act
from reportgen.model.registry import Draft, Entry, Hand
from reportgen.papers import Issuing, OfficeFolder, Printing, Reviewing, issue, print_for_pen, submit
from reportgen.papers.records import Request
from reportgen.register import Pen
from tests.papers.approval import (
    DATA,
    DAY,
    DRAFTER,
    OFFICE,
    OTHER,
    SECRETARY,
    approved,
    codes,
    drawn,
    run,
    set_up,
    told,
)

PARTS = {
    "data": ("bien-ban.yaml", "phòng {}"),
    "rows": ("bien-ban.yaml", "Tổ {}"),
    "kind": ("templates/hop/kind.yaml", "phiên bản {}"),
    "office": ("offices.yaml", "S{}"),
}
"""What a paper is made of: the file, and the words there of its first version."""

ADD = Pen.add


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into an office with a paper that two people must approve."""
    set_up(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class DeathError(BaseException):
    """Stands for a machine that stops."""


def dying(pen: Pen, draft: Draft) -> Entry:
    """Stop when a paper is filed and the register does not say so yet."""
    if draft.act is Act.ISSUED:
        raise DeathError
    return ADD(pen, draft)


class Reviews(RuleBasedStateMachine):
    """People hand in, approve, send back, issue and change anything, in any order."""

    @initialize()
    def begin(self) -> None:
        """Make an office."""
        self.folder = Path(tempfile.mkdtemp(prefix="reportgen-test-"))
        self.patch = pytest.MonkeyPatch()
        set_up(self.folder)
        self.patch.chdir(self.folder)
        self.versions = dict.fromkeys([*PARTS, "template"], 0)
        self.handed_in: dict[str, int] | None = None
        self.given: list[str] = []
        self.issued: dict[str, int] | None = None

    def teardown(self) -> None:
        """Leave it."""
        self.patch.undo()
        shutil.rmtree(self.folder)

    @property
    def fresh(self) -> bool:
        """Tell whether the paper is what was handed in and not sent back."""
        return self.issued is None and self.handed_in == self.versions

    @rule(part=st.sampled_from([*PARTS, "template"]), version=st.integers(0, 1))
    def change(self, part: str, version: int) -> None:
        """Change something, or put it back."""
        before, self.versions[part] = self.versions[part], version
        if part == "template":
            Path("templates/hop/bien-ban.docx").write_bytes(drawn(version))
            return
        file, words = PARTS[part]
        text = Path(file).read_text(encoding="utf-8")
        Path(file).write_text(text.replace(words.format(before), words.format(version)), encoding="utf-8")

    @rule()
    def submit(self) -> None:
        """Hand the paper in: what is in already as it is keeps its approvals."""
        code, _ = run("submit", "bien-ban.yaml", *DAY)
        if self.issued is not None:
            assert code == (0 if self.says(self.versions) == self.says(self.issued) else 4)
        elif not self.fresh:
            assert code == 0
            self.handed_in, self.given = dict(self.versions), []

    @rule(by=st.sampled_from([DRAFTER, SECRETARY, OTHER]))
    def approve(self, by: str) -> None:
        """Approve: the drafting unit first, who is not the secretary, then the secretary."""
        code, _ = run("approve", "bien-ban.yaml", "--by", by, *DAY)
        first = not self.given and by != SECRETARY
        second = len(self.given) == 1 and by == SECRETARY
        if self.issued is not None:
            assert code == 0
        elif self.fresh and (first or second):
            assert code == 0
            self.given.append(by)
        else:
            assert (code == 0) == (self.fresh and (by in self.given or len(self.given) > 1))

    @rule(by=st.sampled_from([DRAFTER, SECRETARY]))
    def reject(self, by: str) -> None:
        """Send the paper back: it may not be issued then, though nothing changed."""
        code, _ = run("reject", "bien-ban.yaml", "--by", by, "--reason", "sai", *DAY)
        if code == 0:
            assert self.fresh
            self.handed_in, self.given = None, []

    @rule(day=st.sampled_from(["22/11/2026", "23/11/2026"]))
    def issue(self, day: str) -> None:
        """Issue the paper, on whatever day: the day is no part of what was approved."""
        code, _ = run("issue", "bien-ban.yaml", "--date", day)
        if self.issued is None:
            assert (code == 0) == (self.fresh and self.given[-1:] == [SECRETARY]), (code, self.given)
            self.issued = dict(self.versions) if code == 0 else None

    @rule()
    def go_on(self) -> None:
        """Go all the way: by chance alone hardly any paper would be issued."""
        for _ in ("submit", DRAFTER, SECRETARY, "issue"):
            if not self.fresh:
                self.submit()
            elif len(self.given) < len(people := (DRAFTER, SECRETARY)):
                self.approve(people[len(self.given)])
            else:
                self.issue("22/11/2026")

    @staticmethod
    def says(versions: dict[str, int]) -> tuple[int, ...]:
        """Give what of a paper its data say."""
        return tuple(versions[part] for part in ("data", "rows", "office"))

    @invariant()
    def nothing_has_a_number_that_was_not_issued(self) -> None:
        """The register is sound, and only an approved paper has a number."""
        if not hasattr(self, "folder") or not Path("so-dang-ky.db").exists():
            return
        found = told("register", "verify")
        assert found["findings"] == []
        assert found["papers"] == (self.issued is not None)


TestReviews = Reviews.TestCase
TestReviews.settings = settings(max_examples=8, stateful_step_count=14, deadline=None)


@pytest.mark.usefixtures("office")
def test_what_was_changed_is_named_and_the_approvals_count_again_when_it_is_put_back() -> None:
    run("submit", "bien-ban.yaml", *DAY)
    run("approve", "bien-ban.yaml", "--by", DRAFTER, *DAY)
    run("approve", "bien-ban.yaml", "--by", SECRETARY, *DAY)
    data = Path("bien-ban.yaml")
    data.write_text(DATA.replace("phòng 0", "phòng 9").replace("present: 7", "present: 6"), encoding="utf-8")

    code, said = run("issue", "bien-ban.yaml", *DAY)
    assert code != 0
    assert "approvals (2) are void; changed: Địa điểm, people" in said
    data.write_text(f"# {DATA}".replace("kind", "\nkind"), encoding="utf-8")
    assert run("issue", "bien-ban.yaml", *DAY)[0] == 0


def test_a_template_that_somebody_changes_while_papers_are_printed_is_not_the_approved_one(
    office: Path,
) -> None:
    """Nor is it handed in, nor printed for the pen."""
    template, day = Path("templates/hop/bien-ban.docx"), dt.date(2026, 11, 22)
    hand = Hand(OTHER, dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    request = Request(OfficeFolder(office), hand, Order(Shelf([Path("templates")]), day, issue=day))

    def save(_done: int, _total: int) -> None:
        template.write_bytes(drawn(1))

    def faults(outcome: Issuing | Printing | Reviewing) -> list[str]:
        template.write_bytes(drawn(0))
        return [one.code for one in outcome.error.diagnostics] if outcome.error else []

    data = [Path("bien-ban.yaml")]
    assert faults(*submit(data, request, save)) == ["file-changed-meanwhile"]
    for step in (["submit"], ["approve", "--by", DRAFTER], ["approve", "--by", SECRETARY]):
        assert run(*step, "bien-ban.yaml", *DAY)[0] == 0
    assert faults(*print_for_pen(data, request, save)) == ["review-changed"]
    assert faults(*issue(data, request, save)) == ["review-changed"]
    assert told("register", "verify")["papers"] == 0
    (found,) = issue([Path("bien-ban.yaml")], request)
    assert [str(one.number) for one in found.filed] == ["01/BB-S0"]


def test_nobody_approves_twice_by_leaving_out_the_marks_of_a_name(office: Path) -> None:
    assert run("submit", office / "bien-ban.yaml", *DAY)[0] == 0

    assert codes("approve", "bien-ban.yaml", "--by", "Lo Van But", *DAY) == {"review-twice"}
    assert "review-twice" not in codes("approve", "bien-ban.yaml", "--by", "Lô Văn Bụt", *DAY)


def test_a_folder_of_templates_that_leads_elsewhere_is_another_template(office: Path) -> None:
    kind = office / "templates" / "hop"
    for name in ("v1", "v2"):
        (kind / name).mkdir()
        (kind / name / "head.html").write_text(name, encoding="utf-8")
    (kind / "v1" / "round").symlink_to(kind)
    (kind / "head").symlink_to("v1")
    before = contents(files_of_kind(kind), kind)
    (kind / "head").unlink()
    (kind / "head").symlink_to("v2")

    assert before["head/head.html"] == before["v1/head.html"]
    assert contents(files_of_kind(kind), kind) != before


def test_who_approved_and_why_a_paper_was_sent_back_stands_in_the_register(office: Path) -> None:
    run("submit", "bien-ban.yaml", "--by", OTHER, *DAY)
    run("reject", "bien-ban.yaml", "--by", SECRETARY, "--reason", "thiếu tên tổ", *DAY)
    run("submit", "bien-ban.yaml", "--by", OTHER, *DAY)
    run("approve", "bien-ban.yaml", "--by", DRAFTER, *DAY)
    run("approve", "bien-ban.yaml", "--by", SECRETARY, *DAY)
    run("issue", "bien-ban.yaml", "--by", OTHER, *DAY)

    shown = told("register", "show", "01/BB-S0")
    assert [(one["act"], one["who"]) for one in shown["entries"]] == [
        ("submitted", OTHER), ("rejected", SECRETARY), ("submitted", OTHER), ("approved", DRAFTER),
        ("approved", SECRETARY), ("reserved", OTHER), ("issued", OTHER),
    ]  # fmt: skip
    assert "thiếu tên tổ" in run("register", "show", "01/BB-S0")[1]
    run("register", "export", office / "so.xlsx")


@pytest.mark.usefixtures("office")
def test_what_cannot_be_printed_is_not_handed_in() -> None:
    template = docx.Document()
    template.add_paragraph("{{ nothing }}")
    template.save("templates/hop/bien-ban.docx")

    code, said = run("submit", "bien-ban.yaml", *DAY)
    assert code != 0
    assert "nothing" in said
    assert told("register", "verify")["entries"] <= 1


def test_status_tells_what_a_paper_waits_for_and_when_it_must_be_handed_in_again(office: Path) -> None:
    def there(*data: object) -> tuple[object, ...]:
        (one,) = told("status", *data, *DAY)["papers"]
        return one["state"], one["waits_for"] and one["waits_for"]["who"], one["changed"]

    run("submit", "bien-ban.yaml", *DAY)
    assert there() == ("under review", "", "")
    run("approve", "bien-ban.yaml", "--by", DRAFTER, *DAY)
    assert there() == there("bien-ban.yaml") == ("under review", SECRETARY, "")
    (office / "offices.yaml").write_text(OFFICE.replace("S0", "S1"), encoding="utf-8")
    assert there() == ("under review", None, "symbol (the office's file)")
    (office / "offices.yaml").write_text(OFFICE, encoding="utf-8")
    run("approve", "bien-ban.yaml", "--by", SECRETARY, *DAY)
    assert there() == ("approved", None, "")
    run("issue", "bien-ban.yaml", *DAY)
    assert there() == ("issued", None, "")
    assert "01/BB-S0" in run("status")[1]


def test_a_paper_is_replaced_by_one_that_says_so_and_was_approved_as_that(
    office: Path,
) -> None:
    approved()
    run("issue", "bien-ban.yaml", *DAY)
    Path("bien-ban.yaml").write_text(DATA.replace("present: 7", "present: 8"), encoding="utf-8")
    again = ("reissue", "bien-ban.yaml", "--replaces", "01/BB-S0", *DAY)

    assert codes(*again) == {"review-not-submitted"}
    assert codes("submit", "bien-ban.yaml", *DAY) == {"issue-changed"}, "01 stands: nothing comes beside it"
    approved("--replaces", "01/BB-S0")
    (same,) = told("submit", "bien-ban.yaml", *DAY)["papers"]
    assert (same["state"], same["done"]) == ("approved", None), (
        "it is in already, as the one that replaces 01"
    )
    assert codes("issue", "bien-ban.yaml", *DAY) == {"replaces-left-out"}
    for how in ("issued", "unchanged"):
        (paper,) = told(*again)["papers"]
        assert [(one["number"], one["how"]) for one in paper["issued"]] == [("02/BB-S0", how)]
    (file,) = (office / "ban-hanh").rglob("02*.docx")
    (said,) = (one.text for one in docx.Document(str(file)).paragraphs if "thay thế" in one.text)
    assert said.endswith(
        "thay thế Biên bản số 01/BB-S0 ngày 22 tháng 11 năm 2026 của Phòng Một về họp tại phòng 0"
    )
    shown = told("register", "show", "01/BB-S0")
    assert (shown["state"], shown["told"]["replaced_by"]) == ("replaced", "02/BB-S0")
    run("revoke", "02/BB-S0", "--reason", "sai")
    Path("bien-ban.yaml").write_text(DATA.replace("present: 7", "present: 9"), encoding="utf-8")
    approved("--replaces", "02/BB-S0")
    assert run("reissue", "bien-ban.yaml", "--replaces", "02/BB-S0", *DAY)[0] == 0
    found = json.loads(run("register", "list", "--format", "json")[1])
    assert [one["state"] for one in found] == ["replaced", "revoked", "issued"]
    assert told("register", "verify")["findings"] == []


@pytest.mark.usefixtures("office")
def test_who_dies_while_replacing_leaves_it_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    approved()
    run("issue", "bien-ban.yaml", *DAY)
    Path("bien-ban.yaml").write_text(DATA.replace("present: 7", "present: 8"), encoding="utf-8")
    approved("--replaces", "01/BB-S0")
    again = ("reissue", "bien-ban.yaml", "--replaces", "01/BB-S0", *DAY)
    with monkeypatch.context() as patch:
        patch.setattr(Pen, "add", dying)
        with pytest.raises(DeathError):
            run(*again)

    code, said = run("revoke", "01/BB-S0", "--reason", "sai")
    assert code != 0
    assert "it is replaced" in said
    assert told("register", "verify")["findings"] == []
    found = json.loads(run("register", "list", "--format", "json")[1])
    assert [(one["number"], one["state"]) for one in found] == [
        ("01/BB-S0", "replaced"),
        ("02/BB-S0", "issued"),
    ]
