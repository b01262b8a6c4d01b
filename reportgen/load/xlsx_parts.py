"""What the sheets of an XLSX workbook share: its list of sheets, its texts, its number formats."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from reportgen.load.markup import END, START, TEXT, Event, events

_BUILT_IN: Final[Mapping[int, str]] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
}  # fmt: skip
"""Number formats that workbooks name by a number and do not write out; those left out show plain numbers."""

_YES: Final = ("1", "true")


@dataclass(frozen=True, slots=True)
class Parts:
    """A workbook's sheets as ``(name, visible, part)``, and what their cells refer to.

    ``outdated`` says that formulas have to be calculated before anybody may read them. ``struck`` are the
    styles of cells, and ``struck_strings`` the texts, that a line goes through.
    """

    archive: zipfile.ZipFile
    sheets: Sequence[tuple[str, bool, str]]
    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool
    outdated: bool
    struck: AbstractSet[int]
    struck_strings: AbstractSet[int]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "Parts":
        """Read them from an archive."""
        (main,) = related(archive, "", "officeDocument").values()
        places = related(archive, main, "worksheet")
        sheets: list[tuple[str, bool, str]] = []
        said: dict[str, Mapping[str, str]] = {}
        for kind, name, attributes in read_part(archive, main):
            if kind == START:
                said[name] = attributes
            if kind == START and name == "sheet" and attributes["id"] in places:
                visible = attributes.get("state", "visible") == "visible"
                sheets.append((attributes["name"], visible, places[attributes["id"]]))
        strings = list(related(archive, main, "sharedStrings").values())
        styles = list(related(archive, main, "styles").values())
        return cls(
            archive,
            sheets,
            strings=[text for part in strings for text in _strings(archive, part)],
            formats=[each for part in styles for each in _formats(archive, part)],
            from_1904=said.get("workbookPr", {}).get("date1904") in _YES,
            outdated=said.get("calcPr", {}).get("fullCalcOnLoad") in _YES,
            struck={number for part in styles for number in _struck_styles(archive, part)},
            struck_strings={number for part in strings for number in _struck_strings(archive, part)},
        )


def read_part(archive: zipfile.ZipFile, part: str) -> Iterator[Event]:
    """Go through the markup of a part."""
    with archive.open(part) as stream:
        yield from events(stream)


def related(archive: zipfile.ZipFile, part: str, sort: str) -> dict[str, str]:
    """Find the parts of a sort that a part refers to, by the names that it gives them."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if part and rels not in archive.NameToInfo:
        return {}
    return {
        attributes["Id"]: posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/")
        for kind, element, attributes in read_part(archive, rels)
        if kind == START and element == "Relationship" and attributes["Type"].endswith(f"/{sort}")
    }


def _strings(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Join the runs of each shared text; reading aids for sounds are not part of it."""
    pieces: list[str] = []
    heard = aid = False
    for kind, name, _ in read_part(archive, part):
        if kind == TEXT:
            pieces += [name] if heard and not aid else []
        elif name == "si" and kind == END:
            yield "".join(pieces)
            pieces.clear()
        elif name == "rPh":
            aid = kind == START
        elif name == "t":
            heard = kind == START


def _formats(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Give the number format of each style that a cell may have."""
    own: dict[str, str] = {}
    inside = False
    for kind, name, attributes in read_part(archive, part):
        if name == "cellXfs":
            inside = kind == START
        elif kind == START and name == "numFmt":
            own.setdefault(attributes["numFmtId"], attributes["formatCode"])
        elif kind == START and name == "xf" and inside:
            number = attributes.get("numFmtId", "0")
            yield own.get(number) or _BUILT_IN.get(int(number), "General")


def _struck_styles(archive: zipfile.ZipFile, part: str) -> Iterator[int]:
    """Find the styles of cells whose font has a line through it, by their numbers."""
    fonts: list[bool] = []
    inside, number = "", 0
    for kind, name, attributes in read_part(archive, part):
        if name in ("fonts", "cellXfs"):
            inside = name if kind == START else ""
        elif kind != START:
            continue
        elif inside == "fonts" and name == "font":
            fonts.append(False)
        elif inside == "fonts" and name == "strike":
            fonts[-1] = _is_on(attributes)
        elif inside == "cellXfs" and name == "xf":
            font = int(attributes.get("fontId", 0))
            if font < len(fonts) and fonts[font]:
                yield number
            number += 1


def _struck_strings(archive: zipfile.ZipFile, part: str) -> Iterator[int]:
    """Find the shared texts of which some words have a line through them, by their numbers."""
    number = 0
    struck = False
    for kind, name, attributes in read_part(archive, part):
        if name == "strike" and kind == START:
            struck = struck or _is_on(attributes)
        elif name == "si" and kind == END:
            if struck:
                yield number
            number, struck = number + 1, False


def _is_on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("val", "1") in _YES
