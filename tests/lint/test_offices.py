"""A paper names offices that exist on its day: those of offices.yaml say so themselves, others by the law."""

from pathlib import Path

import pytest

from reportgen.lint import lint
from tests.lint.broken_papers import both, reworded, written

REGISTER = """\
offices:
  - {name: Phòng Giáo dục và Đào tạo quận Lê Chân, heading: PHÒNG GIÁO DỤC VÀ ĐÀO TẠO,
     parent: UBND quận Lê Chân, until: 30/06/2026, successors: Phòng Văn hóa - Xã hội phường Lê Chân}
  - {name: Phòng Giáo dục và Đào tạo quận Hồng Bàng, heading: PHÒNG GIÁO DỤC VÀ ĐÀO TẠO,
     parent: UBND quận Hồng Bàng, until: 31/12/2025}
  - {name: UBND quận Lê Chân, until: 30/06/2026}
  - {name: UBND quận Hồng Bàng, until: 31/12/2025}
  - {name: Sở Khoa học và Công nghệ, from: 01/03/2025}
"""
OFFICE = reworded("SỞ GIÁO", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "offices.yaml").write_text(REGISTER, encoding="utf-8")
    return tmp_path


def told(paper: Path, office: Path | None = None) -> list[tuple[str, str]]:
    """List what is told of offices: where, and what."""
    (found,) = lint([paper], measured=False, office=office)
    values = [(one.origin, dict(one.values)) for one in found.findings]
    return [
        (place.place or "", said["stands"]) for place, said in values if place and said.get("rule") == "O-1"
    ]


def test_an_office_that_is_listed_for_the_day_exists(folder: Path) -> None:
    paper = written(folder / "a.docx", both(OFFICE, reworded("UBND THÀNH PHỐ", "UBND QUẬN LÊ CHÂN")))

    assert told(paper) == []


def test_an_office_that_had_ended_is_told_with_what_followed(folder: Path) -> None:
    paper = written(folder / "a.docx", both(OFFICE, reworded("UBND THÀNH PHỐ", "UBND QUẬN HỒNG BÀNG")))

    assert told(paper) == [
        ("body, table 1, row 1, cell 1, paragraph 1", "it ended on 31/12/2025"),
        ("body, table 1, row 1, cell 1, paragraph 2", "it ended on 31/12/2025"),
    ]


@pytest.mark.parametrize(
    ("recipient", "day", "stands"),
    [
        ("- Phòng Giáo dục và Đào tạo quận Lê Chân (để biết);", "09 tháng 7 năm 2026",
         ["it ended on 30/06/2026; since then: Phòng Văn hóa - Xã hội phường Lê Chân"]),
        ("- Sở Khoa học và Công nghệ;", "10 tháng 02 năm 2025", ["it begins on 01/03/2025"]),
        ("- Sở Khoa học và Công nghệ;", "10 tháng 3 năm 2025", []),
        ("- Phòng GD&ĐT quận Kiến An;", "09 tháng 6 năm 2026", ["there is no such office any more"]),
        ("- Phòng GD&ĐT quận Kiến An;", "09 tháng 6 năm 2025", []),
    ],
)  # fmt: skip
def test_those_who_receive_exist_too(
    folder: Path, tmp_path: Path, recipient: str, day: str, stands: list[str]
) -> None:
    (tmp_path / "khac").mkdir()
    changes = reworded("- Như trên", recipient), reworded("Hải Phòng, ngày", f"Hải Phòng, ngày {day}")
    paper = written(tmp_path / "khac" / "a.docx", both(*changes))

    assert [words for _, words in told(paper, folder)] == stands
