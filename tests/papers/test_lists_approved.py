"""Lists are handed in, approved and issued as one; rows that come, change or go take their own way."""

import json
from pathlib import Path

import docx
import pytest

from tests.papers.approval import (
    DATA,
    DAY,
    OTHER,
    approved,
    codes,
    run,
    set_up,
    told,
)

LIST_KIND = """title: Giấy chứng nhận
fields: {people: {rows: {name: text, result: text, entry: code?}, key: name}}
each: {of: people}
register: {number: entry, series: GCN, name: "{each.name}"}
approvals: {head: {role: Thủ trưởng}}
outputs: {docx: giay.docx}
file_name: "{each.name}"
"""
ROW = "  - {{name: {}, result: Giỏi}}\n"
LATE = ["  - {name: Đinh Văn Thước, result: Giỏi}\n"]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into an office with a paper that two people must approve."""
    set_up(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_list(office: Path) -> tuple[Path, list[str]]:
    """Write a list of three people, whose papers somebody must approve."""
    kind = office / "templates" / "giay"
    kind.mkdir()
    (kind / "kind.yaml").write_text(LIST_KIND, encoding="utf-8")
    template = docx.Document()
    template.add_paragraph(
        "Số {{ each.entry }}: {{ each.name }}, {{ each.result }}"
        "{% if replaces %}, thay {{ replaces }}{% endif %}"
    )
    template.save(str(kind / "giay.docx"))
    names = ["Vàng A Sách", "Bàn Thị Bút", "Chu Văn Vở"]
    rewrite(office / "danh-sach.yaml", *map(ROW.format, names))
    return office / "danh-sach.yaml", names


def rewrite(file: Path, *rows: str) -> None:
    """Write a list."""
    file.write_text(f"kind: giay\nfor_each: people\npeople:\n{''.join(rows)}", encoding="utf-8")


def stages(*arguments: object) -> list[tuple[str, str]]:
    """Tell where papers stand."""
    return [(one["paper"], one["state"]) for one in told(*arguments, *DAY)["papers"]]


def test_a_paper_that_nobody_handed_in_is_a_draft_and_what_it_waits_for_is_told(office: Path) -> None:
    """There is no register yet, and nothing begins one."""
    file, names = make_list(office)

    def waits(*data: object) -> list[str]:
        return [line.split("│")[3].strip() for line in run("status", *data, *DAY)[1].splitlines()[3:-1]]

    assert waits(file) == ["to be handed in"] * len(names)
    template = (office / "templates" / "giay" / "kind.yaml").read_text(encoding="utf-8")
    free = "\n".join(line for line in template.splitlines() if "approvals" not in line)
    (office / "templates" / "giay" / "kind.yaml").write_text(free, encoding="utf-8")
    assert waits(file) == ["to be issued"] * len(names)
    Path("bien-ban.yaml").write_text(DATA.replace("venue: phòng 0\n", ""), encoding="utf-8")
    assert waits("bien-ban.yaml") == ["1 value is missing"]
    assert not (office / "so-dang-ky.db").exists()


def test_a_draft_whose_row_is_gone_is_withdrawn_when_the_list_is_handed_in_again(office: Path) -> None:
    file, names = make_list(office)
    run("submit", file, *DAY)
    rewrite(file, *map(ROW.format, [*names[:2], "Chu Văn Vỡ"]))
    outcome = told("submit", file, "--by", OTHER, *DAY)

    assert [one["code"] for one in outcome["diagnostics"]] == ["review-left-out"]
    assert stages("status") == [(name, "under review") for name in [*names[:2], "Chu Văn Vỡ"]]
    gone = told("register", "show", names[2])
    assert [(one["act"], one["who"]) for one in gone["entries"]][1:] == [("withdrawn", OTHER)]
    rewrite(file, *map(ROW.format, names))
    run("submit", file, *DAY)
    assert stages("status") == [(name, "under review") for name in names], (
        "handed in again, it is a draft again"
    )
    assert told("register", "verify")["findings"] == []


def test_who_withdraws_a_draft_says_why_and_it_is_handed_in_anew(office: Path) -> None:
    approved()
    run("issue", "bien-ban.yaml", "--by-hand", *DAY)
    (blank,) = (office / "cho-ky").glob("*.docx")
    why = "họp hoãn"

    assert run("withdraw", "bien-ban.yaml", "--by", OTHER, "--reason", why)[0] == 0
    assert not blank.exists(), "nobody shall sign it by mistake"
    assert told("status", *DAY)["papers"] == []
    assert f"withdrawn  {OTHER}: {why}" in run("register", "show", "họp tại phòng 0")[1]
    assert "[withdrawn-before]" in run("withdraw", "bien-ban.yaml", "--reason", why)[1]
    assert codes("issue", "bien-ban.yaml", *DAY) == {"review-not-submitted"}
    approved()
    assert run("issue", "bien-ban.yaml", *DAY)[0] == 0
    assert "[draft-unknown]" in run("withdraw", "bien-ban.yaml", "--reason", why)[1]
    assert told("register", "verify")["findings"] == []


def test_of_a_paper_that_never_got_a_number_nothing_is_left_once_it_is_erased(office: Path) -> None:
    file, names = make_list(office)
    run("submit", file, *DAY)
    run("reject", file, "--by", OTHER, "--reason", "thiếu ảnh", *DAY)
    erase = ("register", "erase", names[2], "--reason", "theo yêu cầu")

    assert run(*erase)[0] == 0
    assert "[draft-unknown]" in run(*erase)[1]
    kept = b"".join(path.read_bytes() for path in office.glob("so-dang-ky.db*"))
    assert names[1].encode() in kept
    assert names[2].encode() not in kept
    rewrite(file, *map(ROW.format, names[:2]))
    assert [name for name, _ in stages("status")] == names[:2]
    assert told("register", "verify")["findings"] == []


def test_a_corrected_row_and_a_new_one_go_their_way_together(office: Path) -> None:
    file, names = make_list(office)
    for step in (["submit"], ["approve", "--by", OTHER], ["issue"]):
        assert run(*step, file, *DAY)[0] == 0
    rows = [ROW.format(name) for name in names]
    rewrite(file, rows[0].replace("Giỏi", "Khá"), *rows[1:], *LATE)

    assert codes("submit", file, *DAY) == {"issue-changed"}
    assert run("submit", file, "--replaces", "01/GCN", *DAY)[0] == 0
    assert run("submit", file, *DAY)[0] == 0
    assert run("approve", file, "--by", OTHER, *DAY)[0] == 0
    assert codes("issue", file, *DAY) == {"replaces-left-out"}
    assert run("reissue", file, "--replaces", "01/GCN", *DAY)[0] == 0
    assert run("issue", file, *DAY)[0] == 0
    found = json.loads(run("register", "list", "--format", "json")[1])
    assert [one["state"] for one in found] == ["replaced", "issued", "issued", "issued", "issued"]
    assert [one["told"]["name"] for one in found[3:]] == [names[0], "Đinh Văn Thước"]


def test_a_corrected_name_takes_the_place_of_the_paper_with_the_wrong_one_and_stands_beside_none(
    office: Path,
) -> None:
    """A lost paper has no mistake: it is not issued a second time."""
    file, names = make_list(office)
    for step in (["submit"], ["approve", "--by", OTHER], ["issue"]):
        assert run(*step, file, *DAY)[0] == 0
    assert codes("submit", file, "--replaces", "03/GCN", *DAY) == {"replaces-same"}
    rewrite(file, *map(ROW.format, [*names[:2], "Chu Văn Vỡ"]), *LATE)
    again = ("--replaces", "03/GCN", *DAY)

    assert codes("submit", file, *DAY) == {"issue-row-gone"}
    assert codes("issue", file, *DAY) == {"issue-row-gone", "review-not-submitted"}
    assert codes("submit", file, *again) == {"replaces-which"}
    assert run("submit", file, "--for", "chu văn vỡ", *again)[0] == 0
    assert run("submit", file, *DAY)[0] == 0
    assert run("approve", file, "--by", OTHER, *DAY)[0] == 0
    assert run("reissue", file, "--for", "Chu Văn Vỡ", *again)[0] == 0
    assert run("issue", file, *DAY)[0] == 0
    found = json.loads(run("register", "list", "--format", "json")[1])
    assert [(one["told"]["name"], one["state"]) for one in found[2:]] == [
        (names[2], "replaced"), ("Chu Văn Vỡ", "issued"), ("Đinh Văn Thước", "issued"),
    ]  # fmt: skip


def test_a_list_is_handed_in_approved_and_issued_as_one_and_rows_that_come_later_by_themselves(
    office: Path,
) -> None:
    file, names = make_list(office)
    rows = [ROW.format(name) for name in names]

    assert stages("submit", file) == [(name, "under review") for name in names]
    assert stages("approve", file, "--by", OTHER) == [(name, "approved") for name in names]
    rewrite(file, *rows[:2], rows[2].replace("Giỏi", "Khá"), *LATE)
    assert codes("issue", file, *DAY) == {"review-changed", "review-not-submitted"}
    assert codes("approve", file, "--by", OTHER, *DAY) == {"review-changed", "review-not-submitted"}
    assert [state for _, state in stages("submit", file)] == ["approved"] * 2 + ["under review"] * 2
    run("approve", file, "--by", OTHER, *DAY)
    run("issue", file, *DAY)
    found = json.loads(run("register", "list", "--format", "json")[1])
    assert [one["told"]["name"] for one in found] == [*names, "Đinh Văn Thước"]
    assert [one["number"] for one in found] == ["01/GCN", "02/GCN", "03/GCN", "04/GCN"]
