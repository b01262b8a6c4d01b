"""The filled Word templates as LibreOffice opens them: nothing lost, nothing wrapped, nothing split."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from word_papers import CERTIFICATES, MARK, PAPERS, ROOT, SAMPLES, papers, solid

from reportgen.model.artifact import Artifact
from reportgen.pipeline import produce

pytestmark = pytest.mark.slow

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
HARD = {
    "sample": "không",
    "parent": '"Ủy ban nhân dân\\nThành phố Hồ Chí Minh"',
    "office": "Phòng Giáo dục và Đào tạo",
    "place": "Thành phố Hồ Chí Minh",
    "issued_on": "29/12/2026",
    "to": "[Bộ Giáo dục và Đào tạo, Ủy ban nhân dân thành phố Hồ Chí Minh]",
}
"""What takes most room at the head of a paper."""


@dataclass(frozen=True)
class Opened:
    """A paper of a kind, and the text of the pages that LibreOffice makes of it."""

    kind: str
    artifact: Artifact
    pages: list[str]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Opened]:
    """Let LibreOffice open the papers of all samples at once, and a hard one."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("word")
    data = {path.as_posix(): ROOT / path for path in SAMPLES} | {"hard": hard(folder / "data")}
    printed = [
        (name, paper.kind.name, produce(paper, "docx"))
        for name, path in data.items()
        for paper in papers(path)
    ]
    for number, (_, _, artifact) in enumerate(printed):
        (folder / f"{number}.docx").write_bytes(artifact.content)
    convert(folder)
    return {
        f"{name} {number}": Opened(kind, artifact, list(pages(folder / f"{number}.pdf")))
        for number, (name, kind, artifact) in enumerate(printed)
    }


def hard(folder: Path) -> Path:
    """Write a copy of the city's first report with a head that hardly fits."""
    shutil.copytree(ROOT / "data" / "boi-duong-hai-phong", folder)
    path = folder / "dot-1.yaml"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in HARD]
    assert len(kept) + len(HARD) - 1 == len(lines), "the sample names all of these but its receivers"
    path.write_text("\n".join([*kept, *(f"{name}: {text}" for name, text in HARD.items())]), "utf-8")
    return path


def convert(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *folder.glob("*.docx")], check=True, capture_output=True, timeout=300)


def pages(path: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            yield page.get_textpage().get_text_range()


def of(kinds: tuple[str, ...], opened: Mapping[str, Opened]) -> Mapping[str, Opened]:
    found = {name: paper for name, paper in opened.items() if paper.kind in kinds}
    assert found
    return found


def test_every_letter_of_every_sample_is_there(opened: Mapping[str, Opened]) -> None:
    assert len(opened) > len(SAMPLES)
    for name, paper in opened.items():
        shown = Counter("".join("".join(paper.pages).split()))
        body = solid(paper.artifact).removesuffix("".join(MARK.split()))
        assert not Counter(body) - shown, name


def test_the_head_stands_in_whole_lines(opened: Mapping[str, Opened]) -> None:
    offices = {"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}
    for name, paper in opened.items():
        first = paper.pages[0]
        assert NATION in first, name
        assert any(office in first for office in offices), name


def test_the_longest_place_and_date_stand_on_one_line(opened: Mapping[str, Opened]) -> None:
    (paper,) = (paper for name, paper in opened.items() if name.startswith("hard"))

    assert "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026" in paper.pages[0]
    assert "Kính gửi:" in paper.pages[0]


def test_every_page_of_a_sample_says_so_and_no_other_page(opened: Mapping[str, Opened]) -> None:
    for name, paper in opened.items():
        marked = {MARK in page for page in paper.pages}
        assert marked == {not name.startswith("hard")}, name


def test_pages_are_numbered_from_the_second_on(opened: Mapping[str, Opened]) -> None:
    for name, paper in of(PAPERS, opened).items():
        numbers = [re.match(rf"({MARK})?\s*(\d+)\s", page) for page in paper.pages]
        found = [number and number[2] for number in numbers]
        first = [place for place, number in enumerate(found) if number is None]
        runs = [found[start:end] for start, end in pairwise([*first, len(found)])]
        assert runs == [[None, *map(str, range(2, len(run) + 1))] for run in runs], name


def test_a_certificate_is_one_sheet(opened: Mapping[str, Opened]) -> None:
    for name, paper in of(CERTIFICATES, opened).items():
        assert len(paper.pages) == 1, name


def test_signatures_and_recipients_stand_with_the_last_words_of_the_text(
    opened: Mapping[str, Opened],
) -> None:
    for name, paper in of(PAPERS, opened).items():
        (last,) = [page for page in paper.pages if "./." in page]
        assert "Nơi nhận:" in last, name
        assert "- Lưu: " in last, name
