"""Ways to alter a finished PDF."""

import io
import re
from collections.abc import Callable
from typing import Any, Final

import pikepdf
from fontTools.ttLib import TTFont

from reportgen.model.manifest import FILE_NAME
from tools.tamper.forge import FORGERIES, Forgery, forged

Alter = Callable[[pikepdf.Pdf], None]
_WHITE: Final = b"q 1 1 1 rg 60 300 300 300 re f Q"


def _over(content: bytes) -> Alter:
    """Draw something on the first page."""

    def alter(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(content))

    return alter


def _in_content(pattern: bytes, new: bytes) -> Alter:
    """Change what the first page draws."""

    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        changed = re.sub(pattern, new, content, count=1)
        if changed == content:
            raise LookupError
        page.Contents.write(changed)

    return alter


def _note(sort: str, **more: Any) -> Alter:
    def alter(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{sort}"),
            Rect=[60, 500, 300, 560],
            Contents="990",
            **more,
        )
        notes = list(pdf.pages[0].obj.get("/Annots", pikepdf.Array()))
        pdf.pages[0].obj.Annots = pikepdf.Array([*notes, pdf.make_indirect(note)])

    return alter


def _stamp(pdf: pikepdf.Pdf) -> None:
    drawn = pdf.make_stream(b"1 1 1 rg 0 0 240 60 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
                            BBox=[0, 0, 240, 60])  # fmt: skip
    _note("Stamp", AP=pikepdf.Dictionary(N=drawn))(pdf)


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    return [part for font in fonts for part in font.get("/DescendantFonts", [font])]


def _other_shapes(pdf: pikepdf.Pdf) -> None:
    """Exchange the shapes of two digits in a font: the text says the one, the eye reads the other."""
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    for font in fonts:
        found = dict(_glyphs(font.ToUnicode.read_bytes()))
        digits = [found[one] for one in "0123456789" if one in found]
        if len(digits) > 1:
            stream = font.DescendantFonts[0].FontDescriptor.FontFile2
            program = TTFont(io.BytesIO(stream.read_bytes()))
            names, shapes = program.getGlyphOrder(), program["glyf"]
            one, other = names[digits[0]], names[digits[1]]
            shapes[one], shapes[other] = shapes[other], shapes[one]
            file = io.BytesIO()
            program.save(file)
            stream.write(file.getvalue())
            return
    raise LookupError


def _glyphs(mapping: bytes) -> list[tuple[str, int]]:
    """Read which glyph stands for which letter."""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*(?=<|\n|endbfchar)", mapping)
    return [(chr(int(letter, 16)), int(glyph, 16)) for glyph, letter in pairs]


def _other_letters(pdf: pikepdf.Pdf) -> None:
    """Let the text layer say another digit than the eye reads."""
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            mapping = font.ToUnicode.read_bytes()
            changed = re.sub(rb"(<[0-9a-fA-F]{4}>\s*)<0031>", rb"\1<0039>", mapping)
            if changed != mapping:
                font.ToUnicode.write(changed)
                return
    raise LookupError


def _shrunk(name: str) -> Alter:
    """Cut the lower half of a page off."""

    def alter(pdf: pikepdf.Pdf) -> None:
        left, _, right, top = (float(side) for side in pdf.pages[0].mediabox)
        pdf.pages[0].obj[pikepdf.Name(name)] = pikepdf.Array([left, top / 2, right, top])

    return alter


def _faded(pdf: pikepdf.Pdf) -> None:
    """Make all that a graphics state draws invisible."""
    for page in pdf.pages:
        for state in page.Resources.get("/ExtGState", pikepdf.Dictionary()).values():
            state.ca, state.CA = 0, 0
            return
    raise LookupError


def _picture(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for drawn in page.Resources.get("/XObject", pikepdf.Dictionary()).values():
            drawn.write(drawn.read_bytes()[:-1] + b"\0" if drawn.Subtype == "/Image" else b"")
            return
    raise LookupError


def _untagged(pdf: pikepdf.Pdf) -> None:
    """Take the first paragraph out of the tags: who reads aloud passes over it."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/P" and "/K" in one:
            one.K = pikepdf.Array()
            return
    raise LookupError


def _filled(pdf: pikepdf.Pdf) -> None:
    """Draw something in a field for a signature that nobody has signed."""
    for page in pdf.pages:
        for note in page.obj.get("/Annots", pikepdf.Array()):
            if note.get("/FT") == "/Sig":
                drawing = pdf.make_stream(b"0 g 0 0 99 99 re f")
                drawing.Subtype, drawing.BBox = pikepdf.Name.Form, pikepdf.Array([0, 0, 99, 99])
                note.AP = pikepdf.Dictionary(N=drawing)
                return
    raise LookupError


def _repaged(how: str) -> Alter:
    def alter(pdf: pikepdf.Pdf) -> None:
        if how == "blank":
            pdf.add_blank_page()
        elif len(pdf.pages) == 1:
            raise LookupError
        elif how == "gone":
            del pdf.pages[-1]
        else:
            pdf.pages.insert(0, pdf.pages[1])
            del pdf.pages[2]

    return alter


def with_json(change: Callable[[str], str | None]) -> Alter:
    """Change the manifest, or take it out."""

    def alter(pdf: pikepdf.Pdf) -> None:
        text = change(pdf.attachments[FILE_NAME].get_file().read_bytes().decode())
        del pdf.attachments[FILE_NAME]
        if text is not None:
            said = dict.fromkeys(("description", "mime_type", "creation_date", "mod_date"), "")
            pdf.attachments[FILE_NAME] = pikepdf.AttachedFileSpec(
                pdf, text.encode(), filename=FILE_NAME, **said
            )

    return alter


def _resealed(forgery: Forgery) -> Alter:
    return with_json(lambda text: forged(text, forgery))


PDF: Final[dict[str, Alter]] = {
    "a white box over the page": _over(_WHITE),
    "a white box over the page, marked as an artifact": _over(b"/Artifact BMC " + _WHITE + b" EMC"),
    "letters drawn elsewhere": _in_content(rb"(-?[\d.]+) Tm", b"-900 Tm"),
    "letters made invisible": _in_content(rb"\bBT\b", b"BT 3 Tr"),
    "some letters left out": _in_content(rb"<[0-9a-fA-F]{8}", b"<"),
    "a typed note": _note("FreeText", DA="/Helv 20 Tf"),
    "a stamp": _stamp,
    "a square laid over the page": _note("Square", IC=[1, 1, 1]),
    "something drawn in an empty field for a signature": _filled,
    "the shapes of two digits exchanged in a font": _other_shapes,
    "another digit in the text layer": _other_letters,
    "half the page cut off by its media box": _shrunk("/MediaBox"),
    "half the page cut off by its crop box": _shrunk("/CropBox"),
    "what a graphics state draws made invisible": _faded,
    "a picture or a drawing exchanged": _picture,
    "a paragraph taken out of the tags": _untagged,
    "a blank page added": _repaged("blank"),
    "a page taken out": _repaged("gone"),
    "two pages exchanged": _repaged("swapped"),
    "the manifest edited": with_json(lambda text: text.replace('"data":"', '"data":"x', 1)),
    "the manifest taken out": with_json(lambda _: None),
    **{f"the manifest forged, with its seal: {name}": _resealed(one) for name, one in FORGERIES.items()},
}
