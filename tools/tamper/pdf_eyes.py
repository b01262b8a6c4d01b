"""Ways to let an eye see another number than a program reads, with the digests of what is drawn made anew."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reportgen.model.artifact import PDF
from reportgen.model.manifest_text import read_manifest, written
from reportgen.readback import drawings
from tools.tamper.pdf import PDF as SIMPLE
from tools.tamper.pdf import Alter, with_json
from tools.tamper.pdf_deep import DEEP

_RUN: Final = re.compile(rb"/Span\n<<[^>]*>>\nBDC\n.*?EMC", re.DOTALL)
_DIGIT: Final = re.compile(rb"(?<=<)00(1[3-9a-c])(?=[0-9a-f]*>)")
"""A glyph that is a digit, in the faces that papers are printed with."""

_PLACE: Final = re.compile(rb"([\d.]+) ([\d.]+) Tm")
_FONT: Final = re.compile(rb"/\w+ [\d.]+ Tf")
_ZERO: Final = 0x13
_OFFICES: Final = 0.75
"""Points for each pixel of a style sheet."""

Change = Callable[[pikepdf.Pdf, bytes], bytes]


def _in_run(change: Change) -> Alter:
    """Change the first run of letters on the first page that has two digits."""

    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        for found in _RUN.finditer(content):
            run = found[0]
            if run.count(b"BT") == 1 and len(_DIGIT.findall(run)) > 1:
                page.Contents.write(content[: found.start()] + change(pdf, run) + content[found.end() :])
                return
        raise LookupError

    return alter


def _around(before: bytes, after: bytes = b"") -> Alter:
    def change(_: pikepdf.Pdf, run: bytes) -> bytes:
        return run.replace(b"BT", before + b" BT", 1).replace(b"ET", b"ET " + after, 1)

    return _in_run(change)


def _other(digit: bytes) -> bytes:
    return b"00%02x" % (_ZERO + (int(digit, 16) - _ZERO + 3) % 10)


def _replaced(_: pikepdf.Pdf, run: bytes) -> bytes:
    """Draw another digit, and say the one that was there as its text."""
    found = _DIGIT.search(run)
    assert found
    digit = b"%d" % (int(found[1], 16) - _ZERO)
    said = b">] TJ /Span <</ActualText (%s)>> BDC [<%s>] TJ EMC [<" % (digit, _other(found[1]))
    return run[: found.start()] + said + run[found.end() :]


def _tiny(_: pikepdf.Pdf, run: bytes) -> bytes:
    return run.replace(b"1 0 0 -1 ", b".05 0 0 -.05 ")


def _on_its_head(_: pikepdf.Pdf, run: bytes) -> bytes:
    return run.replace(b"1 0 0 -1 ", b"-1 0 0 1 ")


def _faded(pdf: pikepdf.Pdf, run: bytes) -> bytes:
    pdf.pages[0].Resources.ExtGState[Name.Pale] = Dictionary(ca=0.02)
    return run.replace(b"BT", b"/Pale gs BT", 1)


def _layered(pdf: pikepdf.Pdf, run: bytes) -> bytes:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(Off=layer)
    return run.replace(b"BT", b"/OC /Off BDC BT", 1).replace(b"ET", b"ET EMC", 1)


def _over(drawing: bytes) -> Alter:
    """Draw something upon the run, as what no tag names; its place goes in where ``%f %f`` stands."""

    def change(_: pikepdf.Pdf, run: bytes) -> bytes:
        place, font = _PLACE.search(run), _FONT.search(run)
        assert place
        assert font
        drawn = drawing.replace(b"FONT", font[0]) % (float(place[1]), float(place[2]))
        return run + b" /Artifact BMC " + drawn + b" EMC"

    return _in_run(change)


def _pictured(pdf: pikepdf.Pdf, run: bytes) -> bytes:
    picture = pdf.make_stream(
        b"\xff\x00" * 32, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8,
        ColorSpace=Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    held = pdf.pages[0].Resources.get("/XObject", Dictionary())
    held[Name.Over] = picture
    pdf.pages[0].Resources.XObject = held
    place = _PLACE.search(run)
    assert place
    return run + b" /Artifact BMC q 60 0 0 -14 %f %f cm /Over Do Q EMC" % tuple(map(float, place.groups()))


def _noted(sort: str) -> Alter:
    def change(pdf: pikepdf.Pdf, run: bytes) -> bytes:
        place = _PLACE.search(run)
        assert place
        left, bottom = (float(one) * _OFFICES for one in place.groups())
        bottom = float(pdf.pages[0].mediabox[3]) - bottom
        note: Any = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{sort}"), Rect=Array([left, bottom - 3, left + 60, bottom + 10]),
            Contents="990", F=4, DA=String("/Helv 10 Tf"),
        )  # fmt: skip
        notes = list(pdf.pages[0].obj.get("/Annots", Array()))
        pdf.pages[0].obj.Annots = Array([*notes, pdf.make_indirect(note)])
        return run

    return _in_run(change)


def _exchanged(pdf: pikepdf.Pdf) -> None:
    """Let two codes of a font draw each other's digit."""
    used = {code for run in _digits_on(pdf) for code in run}
    for font in pdf.pages[0].Resources.Font.values():
        part = font.DescendantFonts[0]
        swapped = {_ZERO + 1: _ZERO + 4, _ZERO + 4: _ZERO + 1, _ZERO + 2: _ZERO + 7, _ZERO + 7: _ZERO + 2}
        part.CIDToGIDMap = pdf.make_stream(
            b"".join(swapped.get(code, code).to_bytes(2, "big") for code in range(4000))
        )
    if not used & {b"14", b"15", b"17", b"1a"}:
        raise LookupError


def _digits_on(pdf: pikepdf.Pdf) -> list[list[bytes]]:
    page = pdf.pages[0]
    page.contents_coalesce()
    return [_DIGIT.findall(run) for run in _RUN.findall(page.Contents.read_bytes())]


def _anew(alter: Alter) -> Alter:
    """Alter a file, then digest what it draws as the program does, and seal that."""

    def change(pdf: pikepdf.Pdf) -> None:
        alter(pdf)
        file = io.BytesIO()
        pdf.save(file)
        digests = drawings(file.getvalue(), PDF)
        with_json(lambda text: written(replace(read_manifest(text)[0], drawn=digests)))(pdf)

    return change


def _named(pdf: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(990)"))
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("x"), script]))


def _described(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one:
            one.Alt = String(f"{one.Alt} 990")
            return
    raise LookupError


def _said_instead(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == "/P" and "/K" in one:
            one.ActualText = String("990")
            return
    raise LookupError


_WAYS: Final[dict[str, Alter]] = {
    "another digit drawn, and the old one given as its text": _in_run(_replaced),
    "letters white": _around(b"1 1 1 rg"),
    "letters without ink": _around(b"3 Tr"),
    "letters that only cut off": _around(b"q 7 Tr", b"Q"),
    "letters cut off": _around(b"q 0 0 1 1 re W n", b"Q"),
    "letters one point high": _in_run(_tiny),
    "letters on their head": _in_run(_on_its_head),
    "letters all but transparent": _in_run(_faded),
    "letters in a layer that is switched off": _in_run(_layered),
    "white over letters": _over(b"q 1 g %f %f 90 -14 re f Q"),
    "a picture over letters": _in_run(_pictured),
    "a line through letters": _over(b"q 0 g 1 0 0 1 %f %f cm 0 -5 90 1 re f Q"),
    "digits upon digits": _over(b"BT 1 0 0 -1 %f %f Tm FONT [<001b001c001b001c>] TJ ET"),
    "digits where nothing stood": _over(
        b"q 1 0 0 1 %f %f cm BT 1 0 0 -1 0 -9 Tm FONT [<001c001c001b>] TJ ET Q"
    ),
    "a typed note over letters": _noted("FreeText"),
    "a stamp over letters": _noted("Stamp"),
    "codes of digits that draw each other": _exchanged,
    "something drawn in an empty field for a signature": SIMPLE[
        "something drawn in an empty field for a signature"
    ],
    "all colours made white": DEEP["all colours made white"],
    "a form that is shown in the place of the pages": DEEP["a form that is shown in the place of the pages"],
    "a script that runs when the file is opened": DEEP["a script that runs when the file is opened"],
    "a script that the file names": _named,
    "a number in what is said of a drawing": _described,
    "a number said in the place of words": _said_instead,
}

EYES: Final[dict[str, Alter]] = {
    "a script that the file names": _named,
    "a number in what is said of a drawing": _described,
    "a number said in the place of words": _said_instead,
    **{f"{way}, and the digests made anew": _anew(alter) for way, alter in _WAYS.items()},
}
