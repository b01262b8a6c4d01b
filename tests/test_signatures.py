"""Fields for signatures in issued papers, signing with real keys, and what that leaves of the paper."""

import shutil
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.proof import faults

DATA = Path(__file__).parents[1] / "data"
DAY = ["--date", "22/11/2026"]


def run(*arguments: object, code: int = 0, typed: str = "") -> str:
    """Run the program; give what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], input=typed, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Issue the sample minutes; give the office's folder."""
    office = tmp_path_factory.mktemp("office")
    shutil.copyfile(DATA / "so-ket-van-khe" / "bien-ban.yaml", office / "bien-ban.yaml")
    names = ("--name", "Phòng Giáo dục và Đào tạo", "--symbol", "PGDĐT", "--parent", "UBND huyện Vân Khê")
    run("setup", office, *names)
    run("issue", office / "bien-ban.yaml", "--office", office, *DAY)
    return office


def paper_of(office: Path) -> Path:
    """Find the paper that was issued."""
    (found,) = (office / "ban-hanh").rglob("*.pdf")
    return found


def test_issued_minutes_have_a_field_for_each_signature_and_keep_both_standards(issued: Path) -> None:
    content = paper_of(issued).read_bytes()
    with pikepdf.open(paper_of(issued)) as pdf:
        fields = {str(one.T): [float(side) for side in one.Rect] for one in pdf.Root.AcroForm.Fields}

    assert list(fields) == ["secretary", "chair", "seal"]
    assert faults(content) == []
    run("audit", paper_of(issued))
    wide = fields["chair"][2] - fields["chair"][0]
    assert fields["secretary"][2] < fields["seal"][0], "the secretary signs on the left"
    assert fields["seal"][2] - fields["chair"][0] == pytest.approx(wide / 3, abs=0.1), "rule D-2"
