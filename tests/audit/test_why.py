"""A paper explains its figures itself, alone or beside the data that it was made of."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from tests.audit.edited import FILES, asked, run
from tests.helpers.cases import split, write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make both papers, in both formats."""
    folder = tmp_path_factory.mktemp("built")
    write(folder, split(FILES)[1])
    made = run("build", *map(str, sorted(folder.glob("*.yaml"))), "--templates", str(folder / "templates"),
               "-o", str(folder / "out"))  # fmt: skip
    assert made == 0
    return folder / "out"


@pytest.mark.parametrize("name", ["progress", "Tỷ lệ"])
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_paper_explains_its_figures_itself(built: Path, name: str, suffix: str) -> None:
    said, code = asked(name, built / f"dot-1{suffix}")

    assert code == 0
    assert said.splitlines() == [
        "progress = 74,9% (exactly 929/1240)",
        "  Tỷ lệ",
        "  formula:  share(trained, staff)    [kind.yaml:15:24]",
        "  rounding: half up, 1 decimal places",
        "  trained = 929",
        "    CBQL đã bồi dưỡng",
        "    formula:  sum(units.trained)    [kind.yaml:14:22]",
        "    rounding: exact",
        "    sum(units.trained) = 929, 2 rows    [dot-1.yaml:3:50 … dot-1.yaml:3:96]",
        "  staff = 1.240",
        "    Tổng số CBQL",
        "    formula:  sum(units.staff)    [kind.yaml:13:20]",
        "    rounding: exact",
        "    sum(units.staff) = 1.240, 2 rows    [dot-1.yaml:3:35 … dot-1.yaml:3:83]",
    ]


def test_one_row_of_a_table_is_asked_for_by_its_name(built: Path) -> None:
    said, _ = asked("by_district.reached (Cát Hải)", built / "dot-1.pdf")

    assert said.startswith("by_district.reached (Cát Hải) = 100,0% (exactly 1)\n")
    assert "An Lão" not in said


def test_data_that_are_the_same_are_told_so(built: Path) -> None:
    said, code = asked("progress", built / "dot-1.docx", "--data", built.parent / "dot-1.yaml",
                       "--templates", built.parent / "templates")  # fmt: skip

    assert code == 0
    assert said.endswith("units: 2 rows, of which only the sums were compared\n")
    shown = [line.split()[0] for line in said.splitlines() if line.endswith(("50]", "96]"))]
    assert shown == ["903", "26"]


def test_with_data_a_paper_explains_a_figure_for_machines_too(built: Path) -> None:
    options = ("--data", built.parent / "dot-1.yaml", "--templates", built.parent / "templates")
    said, code = asked("staff", built / "dot-1.pdf", *options, "--format", "json")

    found = json.loads(said)
    (staff,) = found["explanations"]
    assert code == 0
    assert [value for _, value in staff["inputs"][0]["rows"]] == ["1.214", "26"]
    assert (found["sums_only"], found["same"], found["findings"]) == ([{"table": "units", "rows": 2}], [], [])


def test_the_row_that_changed_is_named_wherever_it_stands_now(built: Path, tmp_path: Path) -> None:
    data = tmp_path / "dot-1.yaml"
    data.write_text(
        "kind: k\nround: 1\nunits: [{district: Cát Hải, staff: 26, trained: 26},\n"
        "  {district: An Lão, staff: 1214, trained: 904}]\n"
    )
    options = ("--data", data, "--templates", built.parent / "templates")
    done = CliRunner().invoke(
        app, list(map(str, ("why", "by_district.reached", built / "dot-1.docx", *options)))
    )

    assert done.exit_code == 10
    assert done.stderr.count("error[") == 1
    assert "by_district.reached (An Lão): sum(units.trained) was 903 of 1 rows" in done.stderr


def test_options_that_mean_nothing_are_refused(built: Path) -> None:
    data = str(built.parent / "dot-1.yaml")

    assert run("why", "progress", str(built / "dot-1.pdf"), "--for", "An Lão") == 2
    assert run("why", "progress", data, "--data", data) == 2
