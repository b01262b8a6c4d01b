"""Pictures and documents as the data names them: how large, and what stands for them unseen."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from reportgen.model.attached import Attached, Enclosure, Picture
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import DataPath, SourceMap

_UNITS: Final[Mapping[str, int]] = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700}
_LARGEST: Final = 22 * 914_400
"""No sheet of Word is larger."""

_LENGTH: Final = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,6})?)\s*(mm|cm|in|pt)", re.ASCII)


def attached(
    file: Attached, path: DataPath, sources: SourceMap, complaints: Complaints
) -> Picture | Enclosure:
    """Read what is said of a file that is printed, and complain of what cannot be meant."""
    if file.sort == "document":
        return Enclosure(file)
    sizes = {}
    for name in ("width", "height"):
        said = file.said.get(name)
        if said is not None and (size := _length(str(said))) is None:
            complaints.add("picture-size", sources.nearest((*path, name)), name=name, value=str(said))
        sizes[name] = None if said is None else size
    return Picture(file, **sizes, alt=str(file.said.get("alt", "")))


def _length(text: str) -> int | None:
    found = _LENGTH.fullmatch(text.strip().lower())
    if found is None:
        return None
    size = round(Fraction(found[1].replace(",", ".")) * _UNITS[found[2]])
    return size if 0 < size <= _LARGEST else None
