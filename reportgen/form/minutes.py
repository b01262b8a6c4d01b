"""Checks of minutes, which have a form of their own: Appendix III, form 1.9."""

from collections.abc import Iterator
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.paper import MINUTES, Paper, plain
from reportgen.model.layout import Block
from reportgen.model.phrase import phrase

_SECRETARY: Final = "THƯ KÝ"
_CHAIR: Final = ("CHỦ TỌA", "CHỦ TOẠ", "CHỦ TRÌ")
_PARTS: Final = {
    "Thời gian": ("thời gian", "vào hồi", "hôm nay"),
    "Địa điểm": ("địa điểm", "tại"),
    "Thành phần tham dự": ("thành phần", "tham dự", "có mặt"),
    "Chủ trì": ("chủ trì", "chủ tọa", "chủ toạ"),
    "Thư ký": ("thư ký", "người ghi biên bản"),
    "Nội dung": ("nội dung", "diễn biến"),
    "kết thúc": ("kết thúc", "kết thúc vào"),
}
"""What minutes tell, and the words that show it."""


def minutes(paper: Paper) -> Iterator[Finding]:
    """Check who signs on which side, and that nothing of the form is left out."""
    if paper.kind != MINUTES or not paper.text:
        return
    yield from _sides(paper)
    said = " ".join(plain(block).casefold() for block in paper.layout.blocks)
    missing = [name for name, words in _PARTS.items() if not any(word in said for word in words)]
    if missing:
        place = paper.text[0].place
        yield Finding("M-2", place, "", phrase("{parts}: not there", parts=", ".join(missing)))


def _sides(paper: Paper) -> Iterator[Finding]:
    titles = [column[0] for column in paper.signatures if column]
    secretary = next((b for b in titles if plain(b).upper().startswith(_SECRETARY)), None)
    chair = next((b for b in titles if plain(b).upper().startswith(_CHAIR)), None)
    if secretary and chair and _column(secretary) > _column(chair):
        yield Finding("M-1", secretary.place, secretary.text, phrase("it stands at the right"))


def _column(block: Block) -> int:
    return block.cell.column if block.cell else 0
