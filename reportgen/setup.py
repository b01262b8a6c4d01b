"""An office's folder: its offices.yaml, written once from a handful of answers."""

import re
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.load import is_there
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.office import Office
from reportgen.model.origin import Origin
from reportgen.offices import FILE, office_file
from reportgen.write import Written, open_folder

_SYMBOLS: Final = {
    "sở giáo dục và đào tạo": "SGDĐT",
    "phòng giáo dục và đào tạo": "PGDĐT",
    "phòng văn hóa - xã hội": "VHXH",
}
_POSITIONS: Final = {
    "sở": "Giám đốc", "phòng": "Trưởng phòng", "trường": "Hiệu trưởng", "trung tâm": "Giám đốc",
    "ubnd": "Chủ tịch", "ủy ban": "Chủ tịch",
}  # fmt: skip
_PLACE: Final = re.compile(r"\b(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|đặc khu)\s+(.+)$", re.IGNORECASE)
_COMMUNE: Final = re.compile(r"\b(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu)\s(?!hội)")
COMMUNES_BEGIN: Final = "01/07/2025"
"""Since then the offices of communes are there as they are now."""


def refuse_twice(folder: Path) -> None:
    """Refuse a folder that has its file already, before anybody is asked.

    Raises:
        OutputError: it has.

    """
    if is_there(folder / FILE):
        raise OutputError([report("office-file-there", Origin(str(folder / FILE)))])


def write_office(office: Office, folder: Path) -> Written:
    """Write the file of an office into its folder; one that is there is kept.

    Raises:
        OutputError: there is one, or none can be written.

    """
    refuse_twice(folder)
    with open_folder(folder) as out:
        record = {"source": "setup", "version": __version__}
        return out.write(PurePosixPath(FILE), office_file(office).encode(), overwrite=False, record=record)


def likely_symbol(name: str) -> str:
    """Suggest an abbreviation: that of offices of its sort, or the first letters of its words."""
    known = (symbol for begin, symbol in _SYMBOLS.items() if name.casefold().startswith(begin))
    return next(known, "".join(word[0] for word in name.split() if word[0].isupper()))


def likely_place(parent: str) -> str:
    """Suggest where papers are signed: at the place whose office is above."""
    found = _PLACE.search(parent)
    return found[1] if found else ""


def likely_position(name: str) -> str:
    """Suggest the title of who signs."""
    known = (title for begin, title in _POSITIONS.items() if name.casefold().startswith(begin))
    return next(known, "")


def likely_beginning(*names: str) -> str:
    """Suggest since when it is there: offices of communes since districts ended."""
    return COMMUNES_BEGIN if any(_COMMUNE.search(name) for name in names) else ""
