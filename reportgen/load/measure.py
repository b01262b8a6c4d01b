"""The unit that a table says its numbers are in, above its headings: ``Đơn vị tính: nghìn đồng``."""

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


def measure_of(rows: Sequence[Cells]) -> str | None:
    """Find the unit among the rows above the headings; a school's name behind "Đơn vị:" is none."""
    for text in chain.from_iterable(rows):
        if text is not None and (said := _SAID.fullmatch(text)):
            unit = " ".join((said["plain"] or said["bracket"]).split())
            if _SCALE.fullmatch(unit):
                return unit
    return None
