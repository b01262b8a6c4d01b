"""An office's folder: its offices.yaml, written once from a handful of answers."""

import re
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.load import is_there
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.names import folded
from reportgen.model.office import Office
from reportgen.model.origin import Origin
from reportgen.offices import FILE, office_file
from reportgen.render.head_lines import in_lines
from reportgen.write import Written, open_folder

_SYMBOLS: Final = {"phòng văn hóa - xã hội": "VHXH", "ủy ban nhân dân": "UBND", "ubnd": "UBND"}
"""What offices write that is not made of the first letters of their words."""

_POSITIONS: Final = {
    "sở": "Giám đốc", "phòng": "Trưởng phòng", "trường": "Hiệu trưởng", "trung tâm": "Giám đốc",
    "ubnd": "Chủ tịch", "ủy ban": "Chủ tịch",
}  # fmt: skip
_PLACE: Final = re.compile(
    r"\b(?:tỉnh|thành phố|quận|huyện|thị xã|xã(?!\s+hội)|phường|đặc khu)\s+(.+)$", re.IGNORECASE
)
_COMMITTEE: Final = re.compile(r"^UBND\b", re.IGNORECASE)
_IN_FULL: Final = re.compile(r"^ủy ban nhân dân\b", re.IGNORECASE)
_SCHOOL: Final = re.compile(r"^trường\s+", re.IGNORECASE)
_PASSED_OVER: Final = frozenset(("và", "-", "–"))
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
        return out.write(
            PurePosixPath(FILE),
            office_file(office, topmost=_is_committee(office.name)).encode(),
            overwrite=False,
            record=record,
        )


def likely_symbol(name: str) -> str:
    """Suggest an abbreviation: that of offices of its sort, or the first letters of its words.

    Words that are abbreviations stay whole; ``Trường`` and the place whose office it is are left out:
    ``SGDĐT``, ``UBND``, ``THLC``, ``THCSĐĐ``.
    """
    known = (symbol for begin, symbol in _SYMBOLS.items() if _begins(name, begin))
    words = _SCHOOL.sub("", _PLACE.sub("", name)).split()
    return next(known, "".join(_letters(word) for word in words if word not in _PASSED_OVER))


def _is_committee(name: str) -> bool:
    return likely_symbol(name) == "UBND"


def _begins(name: str, words: str) -> bool:
    return folded(name).startswith(folded(words))


def _letters(word: str) -> str:
    """Give what stands for a word in an abbreviation."""
    whole = len(word) > 1 and word.isupper()
    return "".join(filter(str.isalnum, word if whole else word[0].upper()))


def likely_place(parent: str) -> str:
    """Suggest where papers are signed: at the place whose office is above."""
    found = _PLACE.search(parent)
    return found[1] if found else ""


def likely_position(name: str) -> str:
    """Suggest the title of who signs."""
    return next((title for begin, title in _POSITIONS.items() if _begins(name, begin)), "")


def likely_authority(name: str) -> str:
    """Say for whom one signs: a people's committee decides as one body."""
    return "TM. Ủy ban nhân dân" if _is_committee(name) else ""


def likely_heading(name: str) -> str:
    """Write out what letters abbreviate, and in lines what is too long for one: nothing where both are not.

    The decree wants an office's whole name at the head.
    """
    heading = in_lines(_COMMITTEE.sub("Ủy ban nhân dân", name), "H-4")
    return heading if heading != name else ""


def likely_above(parent: str) -> str:
    """Write the office above as the head of a paper has room: a committee in short, or in lines."""
    if in_lines(parent, "H-3") == parent:
        return parent
    return in_lines(_IN_FULL.sub("UBND", parent), "H-3")


def likely_beginning(*names: str) -> str:
    """Suggest since when it is there: offices of communes since districts ended."""
    return COMMUNES_BEGIN if any(_COMMUNE.search(name) for name in names) else ""
