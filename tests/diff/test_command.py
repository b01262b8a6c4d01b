"""`reportgen diff`: what it says first, for machines, and of long lists."""

import json
from pathlib import Path

from reportgen.kinds import Shelf
from tests.diff.kind import KIND, told
from tests.helpers.written import Written, write_kind, written_as


@written_as(KIND + "round: 1\n    units: {from: u.csv}\n")
def test_the_first_line_says_that_there_is_no_difference(written: Written) -> None:
    result = told(written)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith("new.yaml: no difference")


@written_as(KIND + "round: 2\n    units: [{name: a, staff: 400, trained: 300}]\n")
def test_the_first_line_counts_what_differs_and_the_rest_shows_it(written: Written) -> None:
    result = told(written)

    first, *rest = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first.endswith("changed: 4 figures, 1 value, 1 row")
    assert any(line.startswith("  Đợt (round): 1 → 2  (+1)    [") for line in rest)
    assert "  Tỷ lệ (trained_share): 84% → 75%  (≈ -8,95 points)" in rest
    assert "Đơn vị (units), by name" in rest
    assert any(line.startswith("  - b    [") and line.endswith("u.csv:3:1]") for line in rest)


@written_as(KIND + "round: 2\n    units: {from: u.csv}\n")
def test_machines_get_the_same_as_json(written: Written) -> None:
    record = json.loads(told(written, "--format", "json").stdout)

    assert (record["kind"], record["equal"]) == ("k", False)
    (change,) = record["fields"]
    assert (change["old"], change["new"], change["difference"]) == ("1", "2", "+1")
    assert (change["new_at"]["line"], change["new_at"]["column"]) == (2, 8)
    assert [figure["name"] for figure in record["figures"]] == ["half"]


@written_as(
    """
    fields: {note: text}
    ---
    note: Các đơn vị nộp báo cáo đúng hạn, đủ biểu mẫu; một số đơn vị còn nộp bản viết tay, khó tổng hợp.
    --- new.yaml
    kind: k
    note: Các đơn vị nộp báo cáo đúng hạn, đủ biểu mẫu; nhiều đơn vị còn nộp bản viết tay, khó tổng hợp.
    """
)
def test_of_long_texts_the_part_that_differs_is_shown(written: Written) -> None:
    assert (
        "“…g hạn, đủ biểu mẫu; một số đơn vị còn nộp bản …” → “…g hạn, đủ biểu mẫu; nhiều đơn vị"
        in told(written).stdout
    )


@written_as(
    """
    fields: {n: count}
    figures: {m: n + 0}
    ---
    n: 1
    --- new.yaml
    kind: k
    n: 2
    m: 1
    """
)
def test_what_contradicts_the_figures_is_told_beside_and_does_not_fail(written: Written) -> None:
    result = told(written)

    assert result.exit_code == 0
    assert "error[claim-differs]" in result.stderr
    assert "  m: – → 1" in result.stdout


def test_long_lists_are_cut_and_all_of_them_can_be_had(tmp_path: Path) -> None:
    write_kind(tmp_path, "k", "fields: {units: {rows: {n: count}, key: n}}\n")
    (tmp_path / "data.yaml").write_text("kind: k\nunits: []\n", encoding="utf-8")
    rows = "".join(f"  - n: {number}\n" for number in range(50))
    (tmp_path / "new.yaml").write_text(f"kind: k\nunits:\n{rows}", encoding="utf-8")
    written = Written(tmp_path, tmp_path / "data.yaml", Shelf([tmp_path / "templates"]))

    assert "  … and 10 more; --all shows them" in told(written).stdout
    assert told(written, "--all").stdout.count("  + ") == 50
