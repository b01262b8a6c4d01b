"""A paper taken apart into the components of Decree 30/2020/NĐ-CP, Art. 8."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.form.dates import dates_in
from reportgen.model.layout import CENTRE, Block, Layout

ABBREVIATIONS: Final[Mapping[str, str]] = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
"""Kinds of administrative papers that have a title, and how a symbol shortens them: Art. 7, Appendix III."""

KINDS: Final = frozenset(ABBREVIATIONS)

LETTER: Final = "CÔNG VĂN"
MINUTES: Final = "BIÊN BẢN"

LIMITS: Final = frozenset(("LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"))
HASTE: Final = frozenset(("HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN"))
"""Words in a frame: who may read it, and how urgent it is."""

OF_SECTORS: Final = (
    "GIẤY CHỨNG NHẬN",
    "CHỨNG NHẬN",
    "CHỨNG CHỈ",
    "BẰNG KHEN",
    "BẰNG TỐT NGHIỆP",
    "GIẤY KHEN",
)
"""How papers begin to be called whose form the ministry of a sector sets: Art. 4.2.a."""

_NATION: Final = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ HỘI")
_APPENDIX: Final = re.compile(r"^phụ lục(?:\s+(?:[IVXLC]+|\d+))?\s*\.?$", re.IGNORECASE)
_HEADER_ROWS: Final = 4
"""Farther down in a table the national title is only shown."""

_SPELLINGS: Final = {"THOẢ": "THỎA", "UỶ": "ỦY"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper taken apart; what was not found is empty.

    ``sector`` is the title of a paper that is not of the decree's kinds: a certificate or its like.
    ``signatures`` are the blocks of each signer, ``to`` is the line that says to whom and the list below it.
    """

    layout: Layout
    nation: Sequence[Block] = ()
    motto: Sequence[Block] = ()
    parent: Sequence[Block] = ()
    office: Sequence[Block] = ()
    number: Sequence[Block] = ()
    about: Sequence[Block] = ()
    place_date: Sequence[Block] = ()
    title: Sequence[Block] = ()
    subject: Sequence[Block] = ()
    to: Sequence[Block] = ()
    bases: Sequence[Block] = ()
    text: Sequence[Block] = ()
    signatures: Sequence[Sequence[Block]] = ()
    recipients_head: Sequence[Block] = ()
    recipients: Sequence[Block] = ()
    appendices: Sequence[Sequence[Block]] = ()
    sector: str = ""

    @property
    def kind(self) -> str:
        """Name the kind of paper, in capitals as it is spelled in the decree; a letter has no title."""
        if self.title:
            return spelled(self.title[0].text)
        return LETTER if self.about else ""

    @property
    def date(self) -> dt.date | None:
        """Give the day that the head names; a draft has none."""
        return next((found.date for block in self.place_date for found in dates_in(block.text)), None)


def opens_paper(block: Block) -> bool:
    """Ask for the national title, with which a paper begins."""
    high = block.cell is None or block.cell.row <= _HEADER_ROWS
    return high and _NATION.search(plain(block)) is not None


def opens_appendix(block: Block) -> bool:
    """Ask for the line that opens an appendix."""
    return block.cell is None and block.align in (CENTRE, "") and _APPENDIX.match(plain(block)) is not None


def is_bold(block: Block) -> bool:
    """Ask whether all its letters are bold."""
    return all(one.look.bold for one in block.letters if one.text.strip())


def is_item(block: Block) -> bool:
    """Ask for a line of a list."""
    return block.text.startswith(("-", "–", "•", "+"))


def plain(block: Block) -> str:
    """Give its text with single spaces, each letter in one piece."""
    return unicodedata.normalize("NFC", " ".join(block.text.split()))


def spelled(text: str) -> str:
    """Spell a title as the decree does."""
    found = unicodedata.normalize("NFC", " ".join(text.split())).upper()
    for other, usual in _SPELLINGS.items():
        found = found.replace(other, usual)
    return found
