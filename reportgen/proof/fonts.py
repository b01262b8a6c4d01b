"""Fonts: in the file, complete for what is shown, with the widths they say and letters behind every glyph."""

import io
import logging
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pikepdf
from fontTools.ttLib import TTFont, TTLibError

from reportgen.model.phrase import phrase
from reportgen.proof.fault import Fault
from reportgen.proof.paper import Paper
from reportgen.proof.unicode_map import letters_of

_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_SLACK: Final = 1
"""Widths may differ by one thousandth of the size: ISO 19005-3 6.2.11.5."""

_NO_LETTERS: Final = ("\x00", "\ufeff", "\ufffe", "\ufffd")


logging.getLogger("fontTools").addHandler(logging.NullHandler())


def check(paper: Paper) -> Iterator[Fault]:
    """Check each font with the letters that are shown of it."""
    for place, (font, codes) in _used(paper).items():
        name = str(font.get("/BaseFont", f"object {place[0]}")).lstrip("/")
        if font.get("/Subtype") == "/Type3":
            yield from _letters(font, codes, name)
            continue
        inner = font["/DescendantFonts"][0] if font.get("/Subtype") == "/Type0" else font
        if (program := _program(inner)) is None:
            yield _fault("6.2.11.4.1", phrase("the font {name} is not in the file", name=name))
            continue
        yield from _letters(font, codes, name)
        if inner is not font:
            yield from _composite(font, inner, program, codes, name)


def _used(paper: Paper) -> Mapping[tuple[int, int], tuple[Any, set[int]]]:
    found: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    for page in paper.pages:
        for place, font in page.fonts.items():
            found.setdefault(place, (font, set()))[1].update(page.codes[place])
    return found


def _program(font: Any) -> bytes | None:
    descriptor = font.get("/FontDescriptor", {})
    return next((descriptor[key].read_bytes() for key in _FILES if key in descriptor), None)


def _letters(font: Any, codes: set[int], name: str) -> Iterator[Fault]:
    """Ask that every glyph says which letters it stands for."""
    if "/ToUnicode" not in font:
        if "/Encoding" not in font or font.get("/Subtype") == "/Type0":
            yield _fault(
                "6.2.11.7.2", phrase("the font {name} does not say which letters its glyphs are", name=name)
            )
        return
    known = letters_of(font["/ToUnicode"].read_bytes())
    silent = sorted(code for code in codes if known.get(code, "\0")[:1] in ("", *_NO_LETTERS))
    if silent:
        yield _fault(
            "6.2.11.7.2",
            phrase("glyphs of the font {name} stand for no letters: {codes}", name=name, codes=_some(silent)),
        )


def _composite(font: Any, inner: Any, program: bytes, codes: set[int], name: str) -> Iterator[Fault]:
    """Check a font whose codes are glyph numbers: none missing, none wider or narrower than it says."""
    if 0 in codes:
        yield _fault("6.2.11.8", phrase("a letter has no glyph in the font {name}", name=name))
    if font.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
        return
    if inner.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
        yield _fault("6.2.11.3.2", phrase("the font {name} does not map its codes to glyphs", name=name))
    real = _real_widths(program)
    if real is None:
        yield _fault("6.2.11.4.1", phrase("the font {name} in the file cannot be read", name=name))
        return
    declared, usual = _widths(inner), float(inner.get("/DW", 1000))
    wrong = sorted(
        code for code in codes if code not in real or abs(declared.get(code, usual) - real[code]) > _SLACK
    )
    if wrong:
        yield _fault(
            "6.2.11.5",
            phrase(
                "the font {name} gives glyphs another width than they have: {codes}",
                name=name,
                codes=_some(wrong),
            ),
        )


def _real_widths(program: bytes) -> dict[int, float] | None:
    """Give the width of each glyph by its number, in thousandths of the size."""
    try:
        font = TTFont(io.BytesIO(program), lazy=True, fontNumber=0)
        per_em, widths = font["head"].unitsPerEm, font["hmtx"]
        return {number: widths[name][0] * 1000 / per_em for number, name in enumerate(font.getGlyphOrder())}
    except (TTLibError, KeyError, AssertionError):
        return None


def _widths(font: Any) -> dict[int, float]:
    """Read the array of widths: a first code and a list, or a first and a last code and one width."""
    found: dict[int, float] = {}
    entries = list(font.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            found.update({first + place: float(width) for place, width in enumerate(second)})
        else:
            width = float(entries.pop(0))
            found.update(dict.fromkeys(range(first, int(second) + 1), width))
    return found


def _some(codes: list[int]) -> str:
    return ", ".join(map(str, codes[:5])) + (" …" if len(codes) > 5 else "")  # noqa: PLR2004


def _fault(clause: str, what: str) -> Fault:
    return Fault(f"ISO 19005-3 {clause}", what)
