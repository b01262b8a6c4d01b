"""How the pages of a batch were printed is told: stamped, laid out, why; here and from other processes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.cli.pages import WHY
from reportgen.model.long_tables import WHY_LONG
from reportgen.render.rows import reasons
from reportgen.render.stamp.stamps import LaidOut, _form

DATA = Path(__file__).parents[2] / "data" / "chung-nhan" / "ca-nhan.yaml"


@pytest.fixture(autouse=True)
def nothing_learnt() -> None:
    _form.cache_clear()


def built(folder: Path, *words: str) -> str:
    command = ["build", str(DATA), "--to", "pdf", "--output", str(folder), *words]
    made = CliRunner().invoke(app, command)
    assert made.exit_code == 0, made.output
    return made.stdout


@pytest.mark.parametrize("workers", ["1", "2"])
def test_pages_are_counted_by_how_they_were_printed_whoever_printed_them(
    tmp_path: Path, workers: str
) -> None:
    (record,) = json.loads(built(tmp_path, "--workers", workers, "--format", "json"))

    pages = record["pages"]
    assert pages["by_rows"] == 0
    assert pages["stamped"] + sum(pages["laid_out"].values()) == len(record["made"])
    assert pages["stamped"] > sum(pages["laid_out"].values()) > 0
    assert WHY.keys() >= pages["laid_out"].keys() >= {"no-stamp-yet"}

    (again,) = json.loads(built(tmp_path, "--format", "json"))
    assert again["pages"] == {"stamped": 0, "by_rows": 0, "laid_out": {}}


def test_the_end_table_says_it_in_the_reader_s_language(tmp_path: Path) -> None:
    said = built(tmp_path, "--workers", "1").splitlines()[-1]
    vietnamese = built(tmp_path, "--workers", "1", "--fresh", "--lang", "vi").splitlines()[-1]

    assert " PDFs stamped, " in said
    assert " laid out (" in said
    assert f"{WHY['no-stamp-yet']}: 1" in said
    assert " tệp PDF làm theo khuôn" in vietnamese


def test_every_reason_has_words() -> None:
    assert WHY.keys() >= set(LaidOut)
    assert WHY_LONG.keys() >= set(reasons.LaidOut)
