"""A round in real life played through, as docs/huong-dan.md tells it: late, twice, corrected by telephone.

What the program says at each step stands in ``tests/whole/round/``; ``pytest --update`` writes it down anew.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from reportgen.study import Study, study

ROOT = Path(__file__).parents[2]
SAID = Path(__file__).parent / "round"
EXCEPT = ", except: doi-thong.xlsx"
CORRECTIONS = "corrections:\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the sample as it stands on the day of the deadline: a file is late, nothing is settled yet."""
    sample = shutil.copytree(ROOT / "data/thu-so-lieu", tmp_path / "thu-so-lieu")
    (sample / "nop/may-hong.csv").rename(tmp_path / "may-hong.csv")
    whole = (sample / "bao-cao.yaml").read_text(encoding="utf-8")
    (tmp_path / "bao-cao.yaml").write_text(whole, encoding="utf-8")
    (sample / "bao-cao.yaml").write_text(_before(whole), encoding="utf-8")
    monkeypatch.chdir(sample)
    return sample


def _before(whole: str) -> str:
    assert EXCEPT in whole
    assert CORRECTIONS in whole
    return whole.partition(CORRECTIONS)[0].replace(EXCEPT, "")


def leave_out() -> None:
    """Do what the clerk does about the school that has sent two files."""
    data = Path("bao-cao.yaml")
    data.write_text(
        data.read_text(encoding="utf-8").replace("{from: nop/*", f"{{from: nop/*{EXCEPT}"), encoding="utf-8"
    )


def complete(folder: Path) -> None:
    """Let the late file come, and the clerk write down what was said on the telephone."""
    shutil.copy(folder.parent / "may-hong.csv", folder / "nop/may-hong.csv")
    shutil.copy(folder.parent / "bao-cao.yaml", folder / "bao-cao.yaml")


@pytest.fixture
def said(pytestconfig: pytest.Config) -> Callable[[str, str], int]:
    """Run a command in Vietnamese and compare what it prints with what is written down under a name."""

    def compare(command: str, name: str) -> int:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTGEN_LANG": "vi", "COLUMNS": "110"}
        done = subprocess.run(
            [sys.executable, "-m", "reportgen", *command.split()],
            env=environment, check=False, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        declared = re.compile(rf"\[{re.escape(str(ROOT))}/(.*?kind\.yaml):\d+:\d+\]")
        text = f"$ reportgen {command}\n" + declared.sub(r"[\1]", done.stdout)
        golden = SAID / f"{name}.txt"
        if pytestconfig.getoption("update"):
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")
        return done.returncode

    return compare


def figures() -> dict[str, object]:
    found: Study = study(Path("bao-cao.yaml"), Shelf.usual())
    names = ("schools_reported", "schools_expected", "teachers_trained")
    return {name: found.figures.named[name].value for name in names}


@pytest.mark.usefixtures("folder")
def test_the_first_run_tells_who_is_late_and_who_is_there_twice(said: Callable[[str, str], int]) -> None:
    assert said("check bao-cao.yaml", "1-tre-va-trung") == 4


@pytest.mark.usefixtures("folder")
def test_once_a_file_is_left_out_the_figures_go_on_without_the_late_one(
    said: Callable[[str, str], int],
) -> None:
    leave_out()

    assert said("check bao-cao.yaml", "2-bo-tep-trung") == 0
    assert figures() == {"schools_reported": 4, "schools_expected": 5, "teachers_trained": 12 + 9 + 10 + 8}


def test_with_the_late_file_and_the_correction_the_round_is_complete(
    folder: Path, said: Callable[[str, str], int]
) -> None:
    complete(folder)

    assert said("check bao-cao.yaml", "3-du") == 0
    assert said("why teachers_trained bao-cao.yaml", "4-vi-sao") == 0
    assert figures() == {
        "schools_reported": 5, "schools_expected": 5, "teachers_trained": 21 + 9 + 10 + 8 + 3,
    }  # fmt: skip


def test_what_changed_is_told(folder: Path, said: Callable[[str, str], int]) -> None:
    leave_out()
    late = folder / "nop/may-hong.csv"
    shutil.copy(folder.parent / "may-hong.csv", late)
    (folder / "bao-cao.yaml").rename(folder / "truoc.yaml")
    complete(folder)

    assert said("diff truoc.yaml bao-cao.yaml", "5-khac-nhau") == 0


def test_no_file_that_a_school_sent_was_touched(folder: Path, said: Callable[[str, str], int]) -> None:
    complete(folder)
    before = {path: path.read_bytes() for path in folder.rglob("nop/*")}

    said("check bao-cao.yaml", "3-du")

    assert {path: path.read_bytes() for path in folder.rglob("nop/*")} == before


def test_the_guide_shows_the_data_that_are_played() -> None:
    """What the guide shows of the messages is held against the program in test_readme.py."""
    guide = (ROOT / "docs/huong-dan.md").read_text(encoding="utf-8")
    section = guide.partition("### Thu số liệu của nhiều trường")[2].partition("\n## ")[0]
    data = (ROOT / "data/thu-so-lieu/bao-cao.yaml").read_text(encoding="utf-8").replace(EXCEPT, "")

    shown = "".join(re.findall(r"^```yaml\n(.*?)^```", section, re.DOTALL | re.MULTILINE)).splitlines()
    assert len(shown) > 5
    assert [line for line in shown if line not in data] == []
