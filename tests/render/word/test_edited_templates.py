"""The Word templates after somebody opened them in LibreOffice, changed a sentence and saved them."""

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import Paper, produce
from tests.helpers.word import reworded
from tests.render.word.samples import ROOT, TEMPLATES, solid
from tools.word.draw import KINDS

pytestmark = pytest.mark.slow

CHANGED = {
    "minutes": ("hoi-nghi-mam-non/bien-ban.yaml", "Địa điểm: ", "Nơi họp: "),
    "round-report": ("boi-duong-hai-phong/dot-2.yaml", "Trên đây là báo cáo", "Trên đây là toàn bộ báo cáo"),
    "district-report": ("thu-so-lieu/bao-cao.yaml", "Tính chung ", "Cả hai đối tượng: "),
    "person-certificate": ("chung-nhan/ca-nhan.yaml", "CHỨNG NHẬN", "XÁC NHẬN"),
    "school-certificate": ("chung-nhan/truong.yaml", "CHỨNG NHẬN", "XÁC NHẬN"),
}
"""By kind, a data file, and a wording of the template with what somebody writes instead."""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save all templates anew with LibreOffice, and change a wording in each."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("edited")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sort = "docx:MS Word 2007 XML"
    command = ["soffice", "--headless", profile, "--convert-to", sort, "--outdir", str(folder)]
    templates = [TEMPLATES / kind / f"{kind}.docx" for kind in KINDS]
    subprocess.run([*command, *templates], check=True, capture_output=True)
    for kind in KINDS:
        shutil.copytree(TEMPLATES / kind, folder / "kinds" / kind)
        _, old, new = CHANGED[kind]
        content = reworded((folder / f"{kind}.docx").read_bytes(), old, new)
        (folder / "kinds" / kind / f"{kind}.docx").write_bytes(content)
    return folder / "kinds"


def first_paper(data: str, templates: Path) -> Paper:
    order = Order(Shelf([templates]), dt.date(2026, 11, 21), ("docx",))
    return make_plan(ROOT / "data" / data, order).documents[0].paper


def words_of(paper: Paper) -> str:
    """Give all that a paper says without its headers: LibreOffice writes those of each section anew."""
    return re.sub("(?:DỰTHẢO|TÀILIỆUMẪU)+$", "", solid(produce(paper, "docx")))


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_that_libreoffice_saved_says_the_same_and_the_words_that_were_changed(
    kind: str, edited: Path
) -> None:
    data, old, new = CHANGED[kind]
    before, after = (words_of(first_paper(data, one)) for one in (TEMPLATES, edited))

    old, new = ("".join(words.split()) for words in (old, new))
    assert old in before
    assert after == before.replace(old, new)
