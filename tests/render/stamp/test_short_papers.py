"""Short papers made in numbers, minutes and invitations: stamped, and the bytes are the engine's own."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from reportgen.model.artifact import Artifact
from reportgen.pipeline import Paper
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, lay_out, render
from reportgen.render.stamp import stamps
from reportgen.render.template.pages import fill
from tests.helpers.pressing import PARTS, page
from tests.render.both_ways import alone, quick
from tests.render.stamp.certificates import papers
from tools import stamped_doc

MINUTES: Final = Path(__file__).parents[3] / "templates/minutes/examples/bien-ban.yaml"

INVITATION: Final = (
    PARTS
    + """{% macro number_line() %}Số: {{ number }}/GM-PGDĐT{% endmacro %}
{% macro place_date() %}Vân Khê, ngày 05 tháng 9 năm 2019{% endmacro %}
{{ header("UBND HUYỆN VÂN KHÊ", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", number_line(), place_date()) }}
{{ title("GIẤY MỜI", "Dự hội nghị sơ kết bồi dưỡng chuyên môn mầm non") }}
<p style="text-align: center; text-indent: 0">Kính gửi: {{ form }} {{ name }}, {{ school }}</p>
<p>Phòng Giáo dục và Đào tạo huyện Vân Khê trân trọng kính mời {{ form }} {{ name }}, {{ position }}
{{ school }}, đến dự Hội nghị sơ kết bồi dưỡng chuyên môn mầm non học kỳ I năm học 2019-2020.</p>
<p>Địa điểm: Hội trường Phòng Giáo dục và Đào tạo huyện Vân Khê; chỗ ngồi: dãy {{ row }}, ghế {{ seat }}.</p>
<p>Đề nghị {{ form }} chuẩn bị ý kiến về kết quả bồi dưỡng của {{ school }}: {{ trained }} trên {{ staff }}
cán bộ quản lý, giáo viên đã qua bồi dưỡng ({{ share }}), và gửi về Phòng trước ngày 15 tháng 9 năm 2019.</p>
{{ signatures(noi_nhan([name, "Lưu: VT"]), signature("TRƯỞNG PHÒNG", "Đỗ Thị Mẫu Đơn")) }}"""
)
"""Half a page of prose, justified, with values in lines of two and three."""


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    stamps._form.cache_clear()
    yield
    stamps._form.cache_clear()


def invited(count: int) -> Iterator[dict[str, Any]]:
    """Draw guests."""
    drawn = random.Random(3)  # noqa: S311  # the same guests each time
    for place in range(count):
        staff, trained = drawn.randint(90, 180), drawn.randint(10, 90)
        yield {
            "number": f"{place + 7:02d}",
            "form": drawn.choice(["ông", "bà"]),
            "name": f"{drawn.choice(['Nguyễn', 'Lê', 'Đặng', 'Lò'])} {drawn.choice(['Ánh', 'Văn An'])}",
            "position": drawn.choice(["Hiệu trưởng", "Phó hiệu trưởng", "Tổ trưởng chuyên môn"]),
            "school": drawn.choice(
                ["Trường Mầm non Suối Trăng", "Trường Mầm non Đồi Chè", "Nhóm lớp Hoa Ban"]
            ),
            "row": drawn.choice("ABC"),
            "seat": str(drawn.randint(1, 30)),
            "staff": str(staff),
            "trained": str(trained),
            "share": f"{100 * trained // staff}%",
        }


def test_invitations_of_half_a_page_of_prose_are_stamped(tmp_path: Path) -> None:
    template, faces = page(tmp_path, INVITATION), find_faces()
    guests = list(invited(40))
    printed = [quick(template, guest, faces) for guest in guests]

    stamped = [place for place, one in enumerate(printed) if not one.detours]
    assert len(stamped) >= 0.9 * len(guests)
    for place in stamped[::6]:
        assert printed[place].content == alone(template, guests[place], faces).content


def test_minutes_of_one_page_made_by_the_dozen_are_stamped() -> None:
    paper, people = (
        short_minutes(),
        ["Hà Thị Nếp", "Mùa A Khoai", "Lê Ân", "Đỗ Mẫu Đơn", "Lò Văn Bút", "Vi Lụa"],
    )
    printed = []
    for place, (chair, secretary) in enumerate(zip(people, people[1:] + people[:1], strict=True)):
        own = {
            "number": f"{place + 7:02d}",
            "chair": chair,
            "secretary": secretary,
            "venue": f"Phòng họp số {place}",
        }
        given = replace(paper, context=replace(paper.context, values={**paper.context.values, **own}))
        made = printed_in_numbers(given)
        assert made.content == printed_alone(given).content
        printed.append(made.detours.get("page", "stamped"))

    assert printed[1:] == ["stamped"] * 5


def test_the_table_of_pages_that_stamp_says_what_comes_of_printing_the_samples() -> None:
    assert stamped_doc.table() in stamped_doc.PAGE.read_text(encoding="utf-8"), "make docs"


def short_minutes() -> Paper:
    """Give the minutes of a kind's example, without its votes and conclusions: they take one page."""
    (paper,) = papers(str(MINUTES))
    return replace(
        paper, context=replace(paper.context, values={**paper.context.values, "votes": [], "conclusions": []})
    )


def printed_in_numbers(paper: Paper) -> Artifact:
    template = paper.kind.folder / paper.kind.outputs["pdf"]
    return render(template, paper.context, title=paper.kind.title, date=paper.date)


def printed_alone(paper: Paper) -> Artifact:
    template, given = paper.kind.folder / paper.kind.outputs["pdf"], paper.context
    filled = fill(template, given)
    task = Task(
        template, filled.pictures, paper.kind.title, given.author, paper.date, given.draft, find_faces()
    )
    return lay_out(task, filled.html)
