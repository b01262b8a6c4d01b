"""Typefaces of this machine beside the one that papers are printed with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportgen.render.fonts import STYLES, SYSTEM_FOLDERS, FontChoice, find_faces

_FILES: Final = {
    "Liberation Sans": ("LiberationSans-", ("Regular", "Bold", "Italic", "BoldItalic")),
    "Liberation Mono": ("LiberationMono-", ("Regular", "Bold", "Italic", "BoldItalic")),
    "DejaVu Serif": ("DejaVuSerif", ("", "-Bold", "-Italic", "-BoldItalic")),
    "DejaVu Sans": ("DejaVuSans", ("", "-Bold", "-Oblique", "-BoldOblique")),
    "DejaVu Sans Condensed": ("DejaVuSansCondensed", ("", "-Bold", "-Oblique", "-BoldOblique")),
    "Noto Serif": ("NotoSerif-", ("Regular", "Bold", "Italic", "BoldItalic")),
    "Noto Sans": ("NotoSans-", ("Regular", "Bold", "Italic", "BoldItalic")),
}


def families() -> dict[str, FontChoice]:
    """Find the families that are there with all four faces; the one of papers is always."""
    usual = find_faces()
    return {usual.family: usual, **{found.family: found for found in _others()}}


def _others() -> Iterator[FontChoice]:
    folders = (Path(folder).expanduser() for folder in SYSTEM_FOLDERS["linux"])
    files = {file.name: file for folder in folders for file in sorted(folder.rglob("*.ttf"))}
    for family, (name, endings) in _FILES.items():
        found = {
            style: files[file]
            for style, ending in zip(STYLES, endings, strict=True)
            if (file := f"{name}{ending}.ttf") in files
        }
        if len(found) == len(STYLES):
            yield FontChoice(family, found)
