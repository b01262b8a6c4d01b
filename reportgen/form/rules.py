"""The rules of Decree 30/2020/NĐ-CP that a program can check, as data.

Appendix I of the decree (``PL1``) sets the form, Appendix III (``PL3``) shows it. ``LAW`` stands in its text,
``FORM`` is seen in its own forms, ``ADVICE`` is what offices do or what follows from the rest. The sizes and
lengths themselves stand in ``model/decree.py``, which the templates are drawn from as well.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportgen.model.phrase import Phrase, phrase

IN_FORCE: Final = dt.date(2020, 3, 5)
"""Papers of an earlier day are not bound: Decree 30/2020/NĐ-CP, Art. 38."""


TWO_TIERS: Final = dt.date(2025, 7, 1)
"""Since this day there are provinces and communes, and no districts."""


class Level(StrEnum):
    """How binding a rule is."""

    LAW = "law"
    FORM = "form"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its source in the decree, what it wants, in a few words, and the days on which it holds."""

    level: Level
    source: str
    wants: Phrase
    since: dt.date = IN_FORCE
    until: dt.date | None = None


def _law(source: str, wants: Phrase) -> Rule:
    return Rule(Level.LAW, source, wants)


RULES: Final[Mapping[str, Rule]] = {
    "P-1": _law("PL1 I.1", phrase("the sheet is A4 (210 × 297 mm)")),
    "P-2": _law("PL1 I.2", phrase("the sheets stand upright; only tables may lie across")),
    "P-3": _law("PL1 I.3", phrase("margins: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm")),
    "P-7": _law("PL1 III.1.đ", phrase("the pages of each appendix are counted anew")),
    "P-5": _law("PL1 I.4", phrase("the letters are Times New Roman, black")),
    "P-6": _law(
        "PL1 I.7",
        phrase("page numbers stand in the middle of the top margin, size 13–14, upright, not on page 1"),
    ),
    "H-1": _law(
        "PL1 II.1", phrase("the national title: size 12–13, upright, bold, centred, at the top right")
    ),
    "H-2": _law(
        "PL1 II.1",
        phrase("“Độc lập - Tự do - Hạnh phúc”: size 13–14, upright, bold, centred, hyphens between spaces"),
    ),
    "H-3": _law("PL1 II.2", phrase("the parent office: capitals, size 12–13, upright, not bold, centred")),
    "H-4": _law("PL1 II.2", phrase("the issuing office: capitals, size 12–13, upright, bold, centred")),
    "H-5": _law("PL1 II.3", phrase("number and symbol: size 13, upright, centred below the office")),
    "H-6": _law("PL1 II.4", phrase("place and date: size 13–14, italic, centred, level with the number")),
    "H-7": _law("PL1 II.5", phrase("the kind of paper: capitals, size 13–14, upright, bold, centred")),
    "H-8": _law("PL1 II.5", phrase("the subject: size 13–14, upright, bold, centred, right below the kind")),
    "H-9": _law(
        "PL1 II.5", phrase("the subject of a letter: size 12–13, upright, not bold, centred below its number")
    ),
    "H-12": _law("PL1 II.3", phrase("the number has no space around “/” and “-”, and 01 to 09 below 10")),
    "H-13": _law(
        "PL1 II.3.b", phrase("the symbol begins with the kind's abbreviation; that of a letter names none")
    ),
    "H-16": _law(
        "PL1 II.4", phrase("days below 10 and the months 1 and 2 have a zero before them, other months none")
    ),
    "H-17": _law("PL1 II.4.a", phrase("the committee of a commune names that commune as the place")),
    "B-1": _law("PL1 II.6", phrase("legal bases: size 13–14, italic")),
    "B-2": _law("PL1 II.6", phrase("the text: size 13–14, upright, justified")),
    "B-3": _law("PL1 II.6.e", phrase("the first line of a paragraph is indented by 1 cm or 1.27 cm")),
    "B-4": _law("PL1 II.6.e", phrase("at least 6 pt lie between paragraphs")),
    "B-5": _law("PL1 II.6.e", phrase("the lines stand from single to one and a half apart")),
    "B-6": _law(
        "PL1 II.6.a", phrase("a decree, circular or decision among the legal bases has its number and day")
    ),
    "B-7": _law("PL1 II.6.a", phrase("each legal basis ends with “;”, the last one with “.”")),
    "B-9": _law(
        "PL1 II.6.d", phrase("parts and chapters: Roman numbers, bold, on a centred line of their own")
    ),
    "B-10": _law("PL1 V.6b", phrase("sections with Roman numbers: capitals, bold")),
    "B-11": _law("PL1 II.6.d", phrase("articles: “Điều”, Arabic number and point, bold")),
    "B-12": _law(
        "PL1 II.6.d", phrase("points: the letters a, b, c, d, đ, e … in this order, with “)” after them")
    ),
    "B-13": Rule(Level.FORM, "PL3", phrase("the text ends with “./.”")),
    "S-1": _law("PL1 II.7", phrase("the signer's title: capitals, size 13–14, upright, bold, centred")),
    "S-2": _law("PL1 II.7", phrase("the signer's name: size 13–14, upright, bold, centred")),
    "S-3": _law("PL1 II.7.b", phrase("below KT., TL. or TUQ. and a title stands the signer's own title")),
    "S-6": _law("PL1 II.7.c", phrase("no academic title stands before the signer's name")),
    "S-8": Rule(Level.ADVICE, "", phrase("the signatures stand on one page with the last lines of the text")),
    "N-1": _law("PL1 II.9", phrase("“Kính gửi:” and whom it goes to: size 13–14, upright")),
    "N-2": _law("PL1 II.9", phrase("“Nơi nhận:”: size 12, bold, italic, at the left")),
    "N-3": _law("PL1 II.9", phrase("the recipients: size 11, upright, each on a line that begins with “-”")),
    "N-4": _law("PL1 II.9.b", phrase("letters and proposals say to whom they go: “Kính gửi: …”")),
    "N-5": _law(
        "PL1 II.9.d", phrase("several addressees: each on a line, with “;” at its end, the last with “.”")
    ),
    "N-6": _law(
        "PL1 II.9.b", phrase("“- Như trên;” comes first where there is a “Kính gửi”, and only there")
    ),
    "N-7": _law("PL1 II.9.d", phrase("the last recipient is “- Lưu: VT, …”")),
    "N-8": _law("PL1 II.9.d", phrase("each recipient ends with “;”, the last one with “.”")),
    "A-1": _law(
        "PL1 III.1.b", phrase("“Phụ lục” and its number: size 14, upright, bold, centred, not in capitals")
    ),
    "A-2": _law(
        "PL1 III.1.b", phrase("the title of an appendix: capitals, size 13–14, upright, bold, centred")
    ),
    "A-3": _law("PL1 III.1.c", phrase("the note “(Kèm theo …)”: size 13–14, italic, centred")),
    "A-4": _law(
        "PL1 III.1.a",
        phrase("the text points to its appendices; two and more have Roman numbers, one alone has none"),
    ),
    "A-5": _law("PL1 III.1.c", phrase("below its title an appendix says to what it belongs: “(Kèm theo …)”")),
    "C-6": _law("PL2 V", phrase("“khoản” and “điểm” are written small, “Điều” with a capital")),
    "X-2": _law("PL1 III.3", phrase("who may read it: capitals, size 13–14, upright, bold")),
    "X-3": _law("PL1 III.2", phrase("how urgent it is: capitals, size 13–14, upright, bold")),
    "M-1": Rule(
        Level.FORM, "PL3 1.9", phrase("in minutes the secretary signs at the left, the chair at the right")
    ),
    "M-2": Rule(
        Level.ADVICE,
        "PL3 1.9",
        phrase("minutes tell when, where, who attends, who chairs and writes, what, and the end"),
    ),
    "O-1": Rule(
        Level.LAW,
        "NĐ 150/2025/NĐ-CP",
        phrase("a paper names offices of its own day; since 1 July 2025 none are of districts"),
        since=TWO_TIERS,
    ),
    "W-1": Rule(Level.ADVICE, "", phrase("no heading stands alone at the end of a page")),
    "W-2": Rule(Level.ADVICE, "", phrase("no word stands alone on the last page")),
    "X-0": Rule(Level.ADVICE, "PL1 V", phrase("lines are drawn, not typed with “_” or “─”")),
    "T-0": _law("TCVN 6909:2001", phrase("the letters are Unicode of one piece (NFC), and Vietnamese ones")),
    "T-3": Rule(Level.ADVICE, "PL1 II.4", phrase("dates in the text are written like that of the paper")),
    "T-9": Rule(Level.ADVICE, "", phrase("nothing of a template is left in the text")),
}
