"""Schools called in full and in short: ``Trường MN Hoa Sen`` and ``Trường Mầm non Hoa Sen`` may be one."""

import re
from collections.abc import Mapping
from typing import Final

from reportgen.model.dataset import Table
from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import phrase
from reportgen.validate.desk import Desk
from reportgen.validate.keys import Key, compared, keys, shown
from reportgen.validate.sent_again import naming

_IN_FULL: Final[Mapping[str, str]] = {
    "MN": "mầm non",
    "MG": "mẫu giáo",
    "TH": "tiểu học",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "PTDTNT": "phổ thông dân tộc nội trú",
    "PTDTBT": "phổ thông dân tộc bán trú",
    "TT": "trung tâm",
    "GDTX": "giáo dục thường xuyên",
    "GDNN": "giáo dục nghề nghiệp",
    "TTGDTX": "trung tâm giáo dục thường xuyên",
}
_SHORT: Final = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b")
_BESIDE: Final = re.compile(r"^trường\s+|\s+và\s+|\s*[&,–-]\s*", re.IGNORECASE)


def tell_short_names(desk: Desk, spec: FieldSpec, table: Table) -> None:
    """Warn of two rows whose names are the same once both are written in full."""
    by = naming(spec)
    if not by or not any(_SHORT.search(str(name)) for name in table.columns[by[0]].values):
        return
    first: dict[Key, int] = {}
    for row, key in keys(table, by):
        other = first.setdefault(compared(spec, by, (_in_full(key[0]), *key[1:])), row)
        there = tuple(table.columns[name].values[other] for name in by)
        if other != row and compared(spec, by, key) != compared(spec, by, there):
            desk.complaints.add(
                "unit-shortened", table.sources.nearest((row, by[0])),
                related=[(phrase("the other row"), table.sources.nearest((other, by[0])))],
                name=shown(spec, by[:1], key), other=shown(spec, by[:1], there), table=spec.title,
            )  # fmt: skip


def _in_full(name: object) -> str:
    full = _SHORT.sub(lambda found: _IN_FULL[found[0]], str(name))
    return " ".join(_BESIDE.sub(" ", full).split())
