"""Rows that are totals: to add them up with the others would count everything twice."""

import re
import unicodedata
from typing import Final

_PLACES: Final = "quận|huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn"
_OFFICES: Final = f"{_PLACES}|trường|ngành|cụm|khối|cấp"
_TOTAL: Final = re.compile(
    rf"tổng cộng.*|(tổng số|tổng|cộng)?( ?toàn ({_OFFICES})( .+)?)?"
    rf"|tổng ({_PLACES})( .+)?|cộng ({_OFFICES}|mục|phần|nhóm)( .+)?|cộng \(?[ivx]+( ?[+,] ?[ivx]+)*\)?"
    r"|tong (cong|so)|(grand |sub-?)?total"
)
_SUMS: Final = re.compile(
    r"(tổng|cộng|toàn|(tong|tông|tồng|tộng) (cong|công|cộng|cọng|cồng|cổng|số|sô|so))\b.*"
    rf"|(tất )?cả (nước|đoàn|khối|cụm|{_PLACES})\b.*"
)
_MARK: Final = re.compile(r"[\W_σ]*(?:(?:[ivxlc]+|\d{1,2}|[a-z])[.)/:]\s*)?[\W_]*")
"""What stands before the words: a bullet, a bracket, or the number of its part, as in ``II. Cộng``."""

_GROUP: Final = re.compile(
    r"[\s(*\-–+•\[\"'“…._]*(quận|huyện|thị xã|thành phố|tp|tỉnh|xã|phường|thị trấn|khối|cụm|ngành|cấp|bậc"
    r"|loại hình|nhóm(?! trẻ| lớp)|công lập|ngoài công lập|tư thục|dân lập)\b",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"\W*[Σ∑]\W*|\W*T ?Ổ ?N ?G +(C ?Ộ ?N ?G|S ?Ố)\W*|C Ộ N G", re.IGNORECASE)
"""A total without letters, or with its letters set apart."""

_HINT: Final = re.compile("[tTcC][oOôÔổỔộỘồỒọỌ]|[cC][ảẢ]")
_LONGEST_MARK: Final = 12


_SHORT: Final = re.compile(r"\W*t\W*(c|s|cộng|số)\W*")
_WHOLE: Final = re.compile(r"(tổng cộng|tổng số|tổng|cộng)?( ?toàn \w+( \w+)?)?")


def is_total(text: str) -> bool:
    """Tell whether a row that begins with this text is a total."""
    if _SIGN.fullmatch(text):
        return True
    words = _words(text)
    return bool(words) and _TOTAL.fullmatch(words) is not None


def may_be_total(text: str) -> bool:
    """Tell whether it begins as totals do: ``Cộng công lập`` may be one, ``Cộng Hòa`` is a place."""
    return _SUMS.fullmatch(_words(text)) is not None


def is_whole(text: str) -> bool:
    """Tell whether these are words for all rows together: ``Tổng cộng``, ``Cộng``, ``Toàn huyện``."""
    words = _words(text)
    return bool(words) and _WHOLE.fullmatch(words) is not None


def is_short(text: str) -> bool:
    """Tell whether it may stand for ``Tổng cộng`` or ``Tổng số``, or for something else: ``TC``, ``T.số``."""
    return _SHORT.fullmatch(text.casefold()) is not None


def names_group(text: str) -> bool:
    """Tell whether these words may name what several rows have in common: ``Huyện Hòa An``, ``Tư thục``."""
    return _GROUP.match(text) is not None


def _words(text: str) -> str:
    """Fold a text that may begin as totals do; most texts do not, which is seen at once."""
    if not _HINT.search(text, 0, _LONGEST_MARK):
        return ""
    folded = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    mark = _MARK.match(folded)
    return folded[mark.end() if mark else 0 :].rstrip(" :.…)=")
