"""What a table says of its numbers above its headings: their unit and their school year."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from reportgen.load.grid import Cells

_SAID: Final = re.compile(
    r"\W*(?:đvt|đ\.\s?v\.\s?t\.?|đơn\s+vị(?:\s+tính)?)\s*(?::\s*(?P<plain>.+?)|\(\s*(?P<bracket>[^)]+))[\s).]*",
    re.IGNORECASE,
)
_SCALE: Final = re.compile(r"(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|1\.?000|1\.?000\.?000)\b.*|%", re.IGNORECASE)


_YEAR: Final = re.compile(r"năm\s+học\s*:?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", re.IGNORECASE)


def year_of(rows: Sequence[Cells]) -> str | None:
    """Find the school year that the rows above the headings speak of, where it is one only."""
    texts = [text for text in chain.from_iterable(rows) if text is not None]
    found = {"-".join(match.groups()) for text in texts for match in _YEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def measure_of(rows: Sequence[Cells]) -> str | None:
    """Find a unit (``ĐVT: nghìn đồng``) above the headings; a school's name behind "Đơn vị:" is none."""
    for text in chain.from_iterable(rows):
        if text is not None and (said := _SAID.fullmatch(text)):
            unit = " ".join((said["plain"] or said["bracket"]).split())
            if _SCALE.fullmatch(unit):
                return unit
    return None
