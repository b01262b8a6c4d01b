"""The filled Word templates as LibreOffice opens them: nothing lost, split, or elsewhere than in the PDF."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from reportgen.model.artifact import Artifact
from reportgen.model.layout import TWIPS_PER_MM, Line, Page
from reportgen.pipeline import Paper, produce
from reportgen.readback.pdf_layout import pdf_layout
from tests.helpers.word import reworded
from tests.render.word.samples import CERTIFICATES, MARK, PAPERS, ROOT, SAMPLES, papers, solid

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

ROWS = 20
"""So many schools fill the first page of a district's appendix, up to its total."""

MORE = 2
"""So many more lines leave no room for the recipients of the sample minutes below its signatures."""

TEXT_TWIPS = 16838 - 2 * 1134
"""How high the text of a page is."""

ENDS = '<w:p><w:pPr><w:pStyle w:val="CuoiVanBan"/><w:sectPr>'
"""The paragraph that ends a section."""

KEYS = {"Đã bồi dưỡng trong đợt", "Mục tiêu: 100%"}
"""What a chart shows: LibreOffice names it from the last to the first, Word does not."""


@dataclass(frozen=True)
class Opened:
    """A paper, and the file of the pages that LibreOffice makes of it."""

    paper: Paper
    artifact: Artifact
    path: Path

    @property
    def kind(self) -> str:
        return self.paper.kind.name

    @cached_property
    def pages(self) -> list[str]:
        with pypdfium2.PdfDocument(self.path) as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]

    @cached_property
    def beside(self) -> list[tuple[Page, Page]]:
        """Lay the pages beside those of the PDF."""
        files = self.path.read_bytes(), produce(self.paper, "pdf").content
        return list(zip(*(pdf_layout(file).pages for file in files), strict=True))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Opened]:
    """Let LibreOffice open the papers of all samples at once, and a hard one."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("word")
    data = {path.as_posix(): ROOT / path for path in SAMPLES} | {"hard": hard(folder / "data")}
    data["full"] = full(folder)
    data["pushed"] = pushed(folder)
    printed = [(name, paper, produce(paper, "docx")) for name, path in data.items() for paper in papers(path)]
    for number, (_, _, artifact) in enumerate(printed):
        (folder / f"{number}.docx").write_bytes(artifact.content)
    convert(folder)
    return {
        f"{name} {number}": Opened(paper, artifact, folder / f"{number}.pdf")
        for number, (name, paper, artifact) in enumerate(printed)
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


def full(folder: Path) -> Path:
    """Write a district's report whose total does not fit below the schools."""
    head = (ROOT / "data/thu-so-lieu/bao-cao.yaml").read_text("utf-8").partition("# mỗi đơn vị")[0]
    staff = "managers: 3, managers_trained: 2, teachers: 9, teachers_trained: 7"
    figures = f"form: trường, sector: công lập, {staff}"
    schools = (f"  - {{school: Trường Mầm non Hoa {number}, {figures}}}" for number in range(ROWS))
    path = folder / "full.yaml"
    path.write_text("\n".join([head, "schools:", *schools]) + "\n", "utf-8")
    return path


def pushed(folder: Path) -> Path:
    """Write minutes whose signatures fit on the third page, and the recipients below them do not."""
    data = (ROOT / "data/so-ket-van-khe/bien-ban.yaml").read_text("utf-8")
    path = folder / "pushed.yaml"
    path.write_text(data.replace("plans:\n", "plans:\n" + "  - Họp tổ vào thứ Sáu.\n" * MORE), "utf-8")
    return path


def convert(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *folder.glob("*.docx")], check=True, capture_output=True)


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


def test_every_line_stands_where_the_pdf_has_it(opened: Mapping[str, Opened]) -> None:
    for name, paper in opened.items():
        for number, (word, pdf) in enumerate(paper.beside, 1):
            assert apart(word, pdf) == [], f"{name}, page {number}"


def apart(word: Page, pdf: Page) -> list[str]:
    """List the lines of a page that the PDF has not within a millimetre; its margins count too."""
    there = lines(pdf)
    return [line.text for line in lines(word) if not any(is_same(line, other) for other in there)]


def lines(page: Page) -> list[Line]:
    return [*page.lines, *(line for block in page.margins for line in block.lines)]


def is_same(line: Line, other: Line) -> bool:
    """Tell that a line stands there; a name in a chart may have its number behind it."""
    near = abs(line.base - other.base) <= TWIPS_PER_MM
    beside = line.text in KEYS or line.left >= other.left - 1.5 * TWIPS_PER_MM
    return near and beside and "".join(line.text.split()) in "".join(other.text.split())


def test_drawn_lines_of_the_head_are_as_long_as_those_of_the_pdf(opened: Mapping[str, Opened]) -> None:
    for name, paper in of(PAPERS, opened).items():
        word, pdf = paper.beside[0]
        for one, other in zip(rules(word), rules(pdf), strict=True):
            assert one == pytest.approx(other, abs=5), name


def rules(page: Page) -> list[float]:
    """Measure the three lines below office, motto and subject, in millimetres."""
    title = next(line.base for line in page.lines if line.text in {"BÁO CÁO", "BIÊN BẢN"})
    below = title + 25 * TWIPS_PER_MM
    found = {stroke.left: stroke for stroke in page.strokes if stroke.is_across and stroke.top < below}
    return [(stroke.right - stroke.left) / TWIPS_PER_MM for stroke in found.values()]


def test_no_empty_page_stands_between_a_full_one_and_an_appendix(tmp_path: Path) -> None:
    """A page of its own is filled to half a point, before the paragraph that ends the section."""
    (paper,) = papers(full(tmp_path))
    content = produce(paper, "docx").content
    room = f'<w:spacing w:before="0" w:after="0" w:line="{TEXT_TWIPS - 10}" w:lineRule="exact"/>'
    filling = f'<w:p><w:pPr><w:pStyle w:val="CuoiVanBan"/><w:pageBreakBefore/>{room}</w:pPr></w:p>'
    (tmp_path / "as it was.docx").write_bytes(content)
    (tmp_path / "brimful.docx").write_bytes(reworded(content, ENDS, filling + ENDS))
    convert(tmp_path)

    counts = [len(pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")) for name in ("as it was", "brimful")]

    assert counts[1] == counts[0] + 1


def test_a_total_never_stands_alone_on_a_page(opened: Mapping[str, Opened]) -> None:
    (paper,) = (paper for name, paper in opened.items() if name.startswith("full"))

    for word, pdf in paper.beside:
        for page in (word, pdf):
            starts = [line.text for line in page.lines]
            if page.width > page.height and "Tổng cộng" in starts:
                assert f"Trường Mầm non Hoa {ROWS - 1}" in starts
                assert "Trường Mầm non Hoa 0" not in starts
