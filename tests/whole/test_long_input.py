"""Long names, many people, hundreds of rows, empty parts: nothing leaves its place, no page stays empty."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce

ROOT = Path(__file__).parents[2]
MILLIMETRE = 72 / 25.4
NAME = "Nguyễn Thị Hoàng Phương Thảo Nguyên Bảo Châu Anh Thư Minh Khu"
HEADINGS = tuple(f"{number}. " for number in ("I", "II", "III", "IV", "V", "VI", "VII"))


@dataclass(frozen=True)
class Line:
    """A line of text on a page: its words, and the edges of its box in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages(source: Path) -> list[list[Line]]:
    """Make the first PDF of a data file and measure its lines."""
    plan = make_plan(source, Order(Shelf.usual(), dt.date(2025, 1, 1), ("pdf",)))
    content = produce(plan.documents[0].paper, "pdf").content
    return [list(lines(page)) for page in pypdfium2.PdfDocument(content)]


def lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    text, height = page.get_textpage(), page.get_height()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        edges = (left, height - top, right, height - bottom)
        yield Line(words, *(edge / MILLIMETRE for edge in edges))


def inside(page: Sequence[Line]) -> list[Line]:
    """Leave out what stands in the top margin."""
    return [line for line in page if line.top > 18]


def minutes(people: int, rows: int, *, votes: bool) -> str:
    """Write minutes with so many people and rows of activities."""
    head = (ROOT / "data/so-ket-van-khe/bien-ban.yaml").read_text(encoding="utf-8").partition("people:")[0]
    head = head.replace("chair: Đỗ Thị Mẫu Đơn", f"chair: {NAME}").replace("Lò Văn Bút", f"{NAME} Hai")
    attending = [
        f"  - {{name: {NAME} {n}, position: Hiệu trưởng Trường Mầm non {NAME}}}" for n in range(people)
    ]
    held = [f"  - {{body: Tổ chuyên môn {NAME} {n}, held: {n}, held_before: 3}}" for n in range(rows)]
    parts = [head, "people:" if people else "", *attending, "agenda: [{title: Báo cáo}]"]
    parts += ["activities:" if rows else "", *held]
    parts += ["votes: [{matter: Kế hoạch, in_favour: 0, against: 0, other: 0}]"] if votes else []
    return "\n".join(parts) + "\n"


def report(rows: int) -> str:
    """Write a district's report of so many schools."""
    head = (ROOT / "data/thu-so-lieu/bao-cao.yaml").read_text(encoding="utf-8").partition("# mỗi đơn vị")[0]
    figures = "managers: 3, managers_trained: 2, teachers: 1234, teachers_trained: 1200"
    sectors = ("tư thục", "công lập", "công lập")
    schools = (
        f"  - {{school: Trường Mầm non {NAME} {n}, form: trường, sector: {sectors[n % 3]}, {figures}}}"
        for n in range(rows)
    )
    return "\n".join([head, "schools:", *schools]) + "\n"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    """Make the long papers, and a short one, once."""
    folder = tmp_path_factory.mktemp("long")
    texts = {
        "minutes": minutes(40, 40, votes=False),
        "short minutes": minutes(0, 0, votes=False),
        "report": report(200),
        "short report": report(1),
    }
    found = {}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        found[name] = pages(folder / f"{name}.yaml")
    return found


def test_no_line_leaves_the_text_area(papers: dict[str, list[list[Line]]]) -> None:
    for name, paper in papers.items():
        for number, page in enumerate(paper, 1):
            wide = max(line.right for line in page) > 200
            for line in page:
                place = f"{name}, page {number}: {line.text}"
                assert line.left >= 29, place
                assert line.right <= (283 if wide else 196), place
                assert line.bottom <= (191 if wide else 278), place


def test_no_page_is_empty_and_no_heading_stands_alone_at_its_end(papers: dict[str, list[list[Line]]]) -> None:
    for name, paper in papers.items():
        for number, page in enumerate(paper, 1):
            text = inside(page)
            assert text, f"{name}, page {number} is empty"
            lowest = max(text, key=lambda line: line.bottom)
            assert not lowest.text.startswith(HEADINGS), f"{name}, page {number}: {lowest.text}"


def test_a_long_table_repeats_its_head_on_every_page_and_has_one_total(
    papers: dict[str, list[list[Line]]],
) -> None:
    table = [page for page in papers["report"] if max(line.right for line in page) > 200]

    assert len(table) > 10
    for page in table:
        assert sum(line.text.startswith("Trường, nhóm lớp") for line in page) == 1
    assert sum(line.text.startswith("Tổng cộng") for page in table for line in page) == 1


def test_a_certificate_for_long_names_is_one_sheet_in_its_frame(tmp_path: Path) -> None:
    heads = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
    row = (
        f"{NAME};12/03/1985;Giáo viên, tổ trưởng chuyên môn;Trường Mầm non {NAME};huyện Vân Khê;10;hoàn thành"
    )
    (tmp_path / "participants.csv").write_text(f"{heads}\n{row}\n", encoding="utf-8")
    for name in ("ca-nhan", "truong"):
        (tmp_path / f"{name}.yaml").write_bytes((ROOT / f"data/chung-nhan/{name}.yaml").read_bytes())

        (sheet,) = pages(tmp_path / f"{name}.yaml")

        text = [line for line in sheet if line.top > 13]
        assert min(line.left for line in text) > 18
        assert max(line.right for line in text) < 279
        assert max(line.bottom for line in text) < 192


def test_a_certificate_leaves_room_for_a_seal_between_title_and_name() -> None:
    """A seal is 36 mm wide and covers a third of the signature: 30 mm must be free, and some below."""
    for name in ("ca-nhan", "truong"):
        (sheet,) = pages(ROOT / f"data/chung-nhan/{name}.yaml")

        (title,) = [line for line in sheet if line.text == "GIÁM ĐỐC"]
        (signer,) = [line for line in sheet if line.text == "Bùi Đoan Trang Thư"]
        between = [line.text for line in sheet if line.left > title.left - 36 and line.top > title.bottom]
        assert signer.top - title.bottom > 30
        assert between == [signer.text]
        assert signer.bottom < 189


def test_what_belongs_together_on_a_certificate_stays_on_one_line() -> None:
    (sheet,) = pages(ROOT / "data/chung-nhan/ca-nhan.yaml")

    assert any("(10 trên 10 mô đun)" in " ".join(line.text.split()) for line in sheet)


def test_a_paper_without_its_optional_parts_stays_short(papers: dict[str, list[list[Line]]]) -> None:
    assert len(papers["short minutes"]) <= 2
    assert len(papers["short report"]) <= 3
