"""Checks of a whole file: its sheets, the numbers of its pages, its letters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.look import look_faults
from reportgen.form.measures import SLACK, has_sheet_size, is_tabled, millimetres
from reportgen.form.paper import HASTE, Paper, spelled
from reportgen.model.decree import FONT, MEASURES, SETTINGS, TWINS
from reportgen.model.layout import CENTRE, TWIPS_PER_MM, Block, Sheet
from reportgen.model.phrase import phrase

_SHORT: Final = 25
"""Papers of so few paragraphs may have one page."""

_LEFT_OVER: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\[\s*(?:\.{2,}|…)\s*\]|\b(?:nan|None|undefined)\b")
_LONE_LETTERS: Final = "ÐƉƣƢ\u00ad"
_RED: Final = re.compile(r"[C-F][0-9A-F]([0-5][0-9A-F]){2}")
"""The ink of what says how urgent a paper is."""

_TYPED: Final = re.compile(r"^[_─—=-]{4,}$")


def sheets(paper: Paper) -> Iterator[Finding]:
    """Check the size of the sheets and their margins."""
    for number, sheet in enumerate(paper.layout.sheets, 1):
        place = f"section {number}"
        if not sheet.width:
            continue  # each program takes a size of its own
        if not has_sheet_size(sheet.width, sheet.height):
            measures = phrase("it is {a} × {b} mm", a=millimetres(sheet.width), b=millimetres(sheet.height))
            yield Finding("P-1", place, "", measures)
        if not sheet.across:
            yield from _margins(sheet, place)
        elif paper.kind and not any(is_tabled(b) for b in paper.layout.blocks if b.section == number - 1):
            yield Finding("P-2", place, "", phrase("it lies across and holds no table"))


def _margins(sheet: Sheet, place: str) -> Iterator[Finding]:
    sides = {
        phrase("top"): (sheet.top, MEASURES["margin-top"]),
        phrase("bottom"): (sheet.bottom, MEASURES["margin-bottom"]),
        phrase("left"): (sheet.left, MEASURES["margin-left"]),
        phrase("right"): (sheet.right, MEASURES["margin-right"]),
    }
    for name, (measure, wanted) in sides.items():
        if not wanted.least * TWIPS_PER_MM - SLACK <= measure <= wanted.most * TWIPS_PER_MM + SLACK:
            yield Finding("P-3", place, "", phrase("{side}: {size} mm", side=name, size=millimetres(measure)))


def page_numbers(paper: Paper) -> Iterator[Finding]:
    """Check that numbers stand above the text, in the middle, and not on the first page.

    Nobody knows of a section how many pages it has: so there are none only where none has any.
    """
    anywhere = any(block.numbered for sheet in paper.layout.sheets for block in _margins_of(sheet))
    if not anywhere and paper.layout.sheets and len(paper.text) > _SHORT:
        yield Finding("P-6", "section 1", "", phrase("there are none"))
    for number, sheet in enumerate(paper.layout.sheets, 1):
        place = f"section {number}"
        headers, footers = sheet.headers or {}, sheet.footers or {}
        numbered = [block for block in headers.get("default", ()) if block.numbered]
        below = [block for blocks in footers.values() for block in blocks if block.numbered]
        first = [block for block in headers.get("first", ()) if block.numbered]
        if below:
            yield Finding("P-6", place, "", phrase("they stand below the text"))
        if (numbered and not sheet.own_first and number == 1) or (first and sheet.own_first):
            yield Finding("P-6", place, "", phrase("page 1 shows its number"))
        for block in numbered:
            if block.align != CENTRE:
                yield Finding("P-6", block.place, "", phrase("they are not in the middle"))
            for fault in look_faults(block, replace(SETTINGS["X-1"], align=None)):
                yield Finding("P-6", block.place, block.text, fault)


def _margins_of(sheet: Sheet) -> Iterator[Block]:
    return (
        b for sides in (sheet.headers, sheet.footers) for blocks in (sides or {}).values() for b in blocks
    )


def letters(paper: Paper) -> Iterator[Finding]:
    """Check fonts and colours, each wrong one once, where it is first met."""
    met: set[tuple[str, ...]] = set()
    for block in paper.layout.blocks:
        for run in block.letters:
            others = tuple(f for f in run.look.fonts if f and not _is_meant(f, drawn=bool(block.lines)))
            red = spelled(block.text) in HASTE and _RED.fullmatch(run.look.colour)
            wrong = others or ((run.look.colour,) if run.look.colour != "000000" and not red else ())
            if wrong and run.text.strip() and wrong not in met:
                met.add(wrong)
                yield Finding("P-5", block.place, run.text, phrase("it is {look}", look=", ".join(wrong)))


def _is_meant(font: str, *, drawn: bool) -> bool:
    """Ask whether letters are of the font; on a page also whether they are drawn as if they were."""
    if not drawn:
        return font == FONT
    name = font.replace(" ", "").replace("-", "")
    return any(name.startswith(meant.replace(" ", "").replace("-", "")) for meant in (FONT, *TWINS))


def spelling(paper: Paper) -> Iterator[Finding]:
    """Check for letters that are not what they seem, and for what a template left behind."""
    for block in paper.layout.blocks:
        if unicodedata.normalize("NFC", block.text) != block.text:
            yield Finding("T-0", block.place, block.text, phrase("letters are put together of pieces"))
        for letter in sorted(set(block.text) & set(_LONE_LETTERS)):
            name = f"U+{ord(letter):04X}"
            yield Finding(
                "T-0", block.place, block.text, phrase("{letter} is no Vietnamese letter", letter=name)
            )
        if found := _LEFT_OVER.search(block.text):
            yield Finding(
                "T-9", block.place, block.text, phrase("“{words}” is left over", words=found.group())
            )
        if _TYPED.match(block.text):
            yield Finding("X-0", block.place, block.text, phrase("it is typed"))
