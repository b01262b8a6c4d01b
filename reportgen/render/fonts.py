"""Find the four faces by file, and know which letters they hold.

A font that lacks letters does not fail, it mixes: the missing ones are taken from whatever else is installed.
So the faces are looked for as files, opened and checked before anything is printed.
"""

import os
import struct
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import MissingToolError
from reportgen.model.letters import UNSEEN
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase, strung

FAMILY = "reportgen serif"
"""What style sheets call the four faces, and what the PDF calls them; no installed font has this name."""

STYLES = ("regular", "bold", "italic", "bold italic")

FAMILIES: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "Times New Roman": (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        (
            "times new roman.ttf",
            "times new roman bold.ttf",
            "times new roman italic.ttf",
            "times new roman bold italic.ttf",
        ),
    ),
    "Liberation Serif": (
        (
            "liberationserif-regular.ttf",
            "liberationserif-bold.ttf",
            "liberationserif-italic.ttf",
            "liberationserif-bolditalic.ttf",
        ),
    ),
    "Tinos": (("tinos-regular.ttf", "tinos-bold.ttf", "tinos-italic.ttf", "tinos-bolditalic.ttf"),),
}
"""Families by preference, all of the widths of Times; file names by `STYLES`, as `_plain` spells them."""

SYSTEM_FOLDERS: dict[str, tuple[str, ...]] = {
    "linux": ("~/.local/share/fonts", "~/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"),
    "darwin": ("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"),
    "win32": ("$LOCALAPPDATA/Microsoft/Windows/Fonts", "$WINDIR/Fonts"),
}

_TONED = {
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
VIETNAMESE = "".join(sorted(_TONED | set("ăâđêôơư")))
NEEDED = VIETNAMESE + VIETNAMESE.upper() + "".join(map(chr, range(0x20, 0x7F))) + "–—…“”‘’•"
"""What each face must hold: the 134 precomposed letters of Vietnamese, ASCII and the usual punctuation."""

ALWAYS_THERE = frozenset(NEEDED)

_NO_GLYPH = UNSEEN | frozenset("\t\n\r")
"""Characters that leave no ink in any font."""

_REVERSING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that leave no ink either, but make others print in another order."""


_TOLD = 8


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The four faces that the press prints with, by style, and what was looked at and refused."""

    family: str
    files: Mapping[str, Path]
    rejected: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """What one font file says of itself."""

    family: str
    characters: frozenset[int]


def find_faces(own: Path = Path("fonts"), system: Sequence[Path] | None = None) -> FontChoice:
    """Choose the first four faces that will do: the office's own, those of REPORTGEN_FONTS, the system's."""
    named = os.environ.get("REPORTGEN_FONTS", "")
    spelled = SYSTEM_FOLDERS.get(sys.platform, SYSTEM_FOLDERS["linux"])
    found = tuple(map(str, system)) if system is not None else tuple(map(_expanded, spelled))
    return _chosen(os.path.abspath(own), named, found)  # noqa: PTH100  # for every paper


def _expanded(folder: str) -> str:
    return os.path.expandvars(folder) if "$" in folder else folder  # for every paper


@lru_cache(maxsize=16)
def _chosen(own: str, named: str, system: tuple[str, ...]) -> FontChoice:
    extra = tuple(Path(folder) for folder in named.split(os.pathsep) if folder)
    return _choose(((Path(own),), extra, tuple(Path(folder).expanduser() for folder in system)))


def uncovered(text: str, face: Path) -> list[str]:
    """List the characters of the text that the face cannot print, in the order in which they turn up."""
    letters = dict.fromkeys(text)
    known = read_face(face).characters
    return [c for c in letters if c in _REVERSING or not (ord(c) in known or c in _NO_GLYPH)]


@lru_cache(maxsize=64)
def read_face(path: Path) -> Face:
    """Open a font file for its family name and its characters."""
    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])  # unread: nobody asks
        return Face(font["name"].getBestFamilyName() or "", frozenset(font.getBestCmap() or ()))


def _choose(tiers: tuple[tuple[Path, ...], ...]) -> FontChoice:
    rejected: list[tuple[Path, str]] = []
    for tier in tiers:
        folders = [folder for root in tier for folder in _folders(root)]
        for family, files in _candidates(folders):
            faults = list(_faults(family, files))
            if not faults:
                return FontChoice(family, files, tuple(rejected))
            rejected += faults
    raise MissingToolError([_no_font(tiers, rejected)])


def _no_font(tiers: Sequence[Sequence[Path]], rejected: Sequence[tuple[Path, str]]) -> Diagnostic:
    looked = ", ".join(str(root) for tier in tiers for root in tier)
    return report(
        "no-font", None, related=[(why, Origin(str(path))) for path, why in rejected], folders=looked
    )


def _folders(root: Path) -> Iterator[dict[str, Path]]:
    """Go through a folder and those below it; each one is a mapping from plain names to files."""
    for where, below, names in os.walk(root):
        below.sort()
        yield {_plain(name): Path(where, name) for name in sorted(names)}


def _plain(name: str) -> str:
    return name.casefold().replace("_", " ")


def _candidates(folders: Sequence[Mapping[str, Path]]) -> Iterator[tuple[str, dict[str, Path]]]:
    """Pair each family with each folder that holds one of its files, the preferred family first."""
    for family, spellings in FAMILIES.items():
        for names in spellings:
            for folder in folders:
                if found := {s: folder[n] for s, n in zip(STYLES, names, strict=True) if n in folder}:
                    yield family, found


def _faults(family: str, files: Mapping[str, Path]) -> Iterator[tuple[Path, str]]:
    absent = [style for style in STYLES if style not in files]
    if absent:
        yield next(iter(files.values())), _no_face(absent)
    for path in files.values():
        if why := _fault(family, path):
            yield path, why


def _fault(family: str, path: Path) -> str:
    try:
        face = read_face(path)
    except (OSError, TTLibError, struct.error, AssertionError, KeyError) as error:
        return phrase("cannot be read as a font: {why}", why=Foreign(str(error)))
    if face.family != family:
        return phrase(
            "calls itself {name}, not {family}", name=face.family or phrase("nothing"), family=family
        )
    lacking = [letter for letter in NEEDED if ord(letter) not in face.characters]
    shown = " ".join(lacking[:_TOLD]) + (" …" if lacking[_TOLD:] else "")
    if not lacking:
        return ""
    return phrase(
        "lacks {count} of the letters that Vietnamese papers need: {shown}", count=len(lacking), shown=shown
    )


def _no_face(absent: Sequence[str]) -> str:
    styles = strung(phrase(" and no "), [phrase(style) for style in absent])
    return phrase("has no {styles} face beside it", styles=styles)
