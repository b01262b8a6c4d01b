"""Rows that are totals: to add them up with the others would count everything twice."""

import re
import unicodedata
from typing import Final

_PLACES: Final = "quận|huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn"
_OFFICES: Final = f"{_PLACES}|trường|ngành|cụm|khối|cấp"
_TOTAL: Final = re.compile(
    rf"tổng cộng.*|(tổng số|tổng|cộng)?( ?toàn ({_OFFICES})( .+)?)?"
    rf"|tổng ({_PLACES})( .+)?|cộng ({_OFFICES}|mục|phần|nhóm)( .+)?|cộng \(?[ivx]+( ?[+,] ?[ivx]+)*\)?"
)
_SUMS: Final = re.compile(r"(tổng|cộng)\b.*")
_BEGIN: Final = frozenset("tTcC \t")


def is_total(text: str) -> bool:
    """Tell whether a row that begins with this text is a total."""
    words = _words(text)
    return bool(words) and _TOTAL.fullmatch(words) is not None


def may_be_total(text: str) -> bool:
    """Tell whether it begins as totals do: ``Cộng công lập`` may be one, ``Cộng Hòa`` is a place."""
    return _SUMS.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    if text[:1] not in _BEGIN:
        return ""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(" :.…")
