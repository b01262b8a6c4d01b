"""Typefaces of this machine beside the one that papers are printed with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from weasyprint.formatting_structure.boxes import TextBox

from reportgen.render.fonts import STYLES, SYSTEM_FOLDERS, FontChoice, find_faces
from reportgen.render.page.tags import boxes
from reportgen.render.pdf import lay_out
from reportgen.render.rows.letters import Hand, Hands
from reportgen.render.sight import Sight
from reportgen.render.stamp.made import Witness
from tests.helpers.pressing import page
from tests.render.both_ways import task

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


RULES: Final = {
    "pairs": ("feature kern { pos A V -300; pos V T -250; } kern;", Sight.BEHIND),
    "other forms": ("feature ccmp { sub a by e; } ccmp;", Sight.BEHIND),
    "two joined": ("feature liga { sub A V by W; } liga;", Sight.BEHIND),
    "three joined": ("feature liga { sub A V T by W; } liga;", Sight.AROUND),
    "four joined": ("feature liga { sub A V T o by W; } liga;", Sight.FAR),
    "a pair that depends on a third": ("feature kern { pos A' -400 V T; } kern;", Sight.FAR),
    "a letter between two": ("feature kern { pos A V' -400 T; } kern;", Sight.FAR),
    "pairs of which both move": ("feature kern { pos A <0 0 -300 0> V <0 0 -90 0>; } kern;", Sight.FAR),
    "forms by the letters around": ("feature calt { sub A' V T by o; } calt;", Sight.FAR),
    "forms by those behind": ("feature calt { rsub A' V T by o; } calt;", Sight.FAR),
    "any of some": ("feature rand { sub A from [o e]; } rand;", Sight.FAR),
    "a letter that hangs on others": (
        "markClass V <anchor 0 0> @ON; feature mark { pos base A <anchor 300 700> mark @ON; } mark;",
        Sight.FAR,
    ),
    "a letter that is a mark": ("table GDEF { GlyphClassDef [A T o], , [V], ; } GDEF;", Sight.FAR),
    "marks that no letter is made of": (
        "markClass acutecomb <anchor 0 0> @ON; feature mark { pos base A <anchor 300 700> mark @ON; } mark;",
        Sight.BEHIND,
    ),
    "what nobody asks for": ("feature ss01 { sub A' V T by o; } ss01;", Sight.BEHIND),
    "other letters": ("feature calt { sub uni0410' V T by o; } calt;", Sight.BEHIND),
    "another script": ("languagesystem cyrl dflt; feature kern { pos A' -400 V T; } kern;", Sight.BEHIND),
}
"""Rules that a face may have, and how far its letters look then."""


def with_rules(name: str, folder: Path) -> FontChoice:
    """Make a face with some rules and no others."""
    file = folder / "face.ttf"
    with TTFont(find_faces().files["regular"]) as font:
        for tag in ("kern", "GSUB", "GPOS"):
            if tag in font:
                del font[tag]
        addOpenTypeFeaturesFromString(font, RULES[name][0])
        font.save(file)
    return FontChoice(name, dict.fromkeys(STYLES, file))


MET: Final = ["AV VT", "oAVTo", "VATo AVAVA", "To AV To", "To Vo", "To Vo", "AVTo", "AVT", "AVAVT oAVA"]


def hand(folder: Path, faces: FontChoice) -> Hand:
    """Give the hand that sets the words of a paragraph."""
    template = page(folder, '<p style="font-variant-ligatures: normal">{{ a }}</p>')
    made, html = task(template, {"a": "Ao"}, faces)
    witness = Witness()
    lay_out(made, html, witness)
    (word,) = (one for one in boxes(*witness.document.pages) if isinstance(one, TextBox))
    return Hands().of(word.style)
