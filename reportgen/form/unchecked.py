"""The rules that no program can check, and why; with those of ``rules.py`` they are all that were found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.form.rules import Level


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule: its source, what it says, and why nobody can tell from the file whether it is kept."""

    source: str
    says: str
    because: str
    level: Level = Level.LAW


_KNOWS: Final = "it takes somebody who knows the office"
_STAMP: Final = "it is done by hand, on the printed paper"
_SIGNED: Final = "it comes with the signature, after the paper is made"

UNCHECKED: Final[Mapping[str, Unchecked]] = {
    "P-4": Unchecked(
        "PL1 I.3", "margins of sheets that lie across", "the decree does not say which they are"
    ),
    "P-8": Unchecked("PL3", "35, 20, 25 and 20 mm in the decree's own files", "P-3 allows more", Level.FORM),
    "H-10": Unchecked(
        "PL1 II.2", "the parent is the office right above, with the full name of the place", _KNOWS
    ),
    "H-11": Unchecked(
        "PL3",
        "the header has columns of 40 and 60 parts",
        "what matters is measured: H-1, H-2, H-4",
        Level.FORM,
    ),
    "H-14": Unchecked("PL1 II.3.b", "the office's abbreviation is short and easy to understand", _KNOWS),
    "H-15": Unchecked("PL1 II.3.a", "a council with the office's seal counts its papers apart", _KNOWS),
    "H-19": Unchecked(
        "PL3 1.9",
        "minutes have no place and date",
        "offices print them all the same, which harms nobody",
        Level.FORM,
    ),
    "B-8": Unchecked(
        "PL1 II.6.b", "a paper is cited in full at first, then by its number", "names differ too much"
    ),
    "S-4": Unchecked("PL1 II.7.b", "a deputy in charge signs as KT.", _KNOWS),
    "S-5": Unchecked("PL1 II.7.c", "the title is the official one", _KNOWS),
    "S-7": Unchecked("Art. 33", "the seal covers a third of the signature, at its left", _STAMP),
    "N-9": Unchecked("PL1 II.9.d", "how many copies are kept is said if needed", "both ways are right"),
    "A-6": Unchecked("PL1 III.1.d", "an appendix in its own file is signed by the office", _SIGNED),
    "A-7": Unchecked(
        "PL3 2.2", "number and time of the signature at the top right, size 10", _SIGNED, Level.FORM
    ),
    "X-4": Unchecked("PL1 III.2", "how secret it is", "the law on state secrets sets the stamp"),
    "X-5": Unchecked(
        "PL1 III.4", "who drafted it and how many copies, size 11", "nothing marks it off: N-3 covers it"
    ),
    "X-6": Unchecked(
        "PL1 III.5", "address and telephone at the foot, size 11–12", "nothing marks it off from notes"
    ),
    "X-7": Unchecked("PL1 III.1.d", "the words of a signature on an appendix, size 10", _SIGNED),
    "D-1": Unchecked("PL1 II.7.d", "the picture of the signature is blue, between title and name", _SIGNED),
    "D-2": Unchecked("PL1 II.8.a", "the picture of the seal is red and of real size", _SIGNED),
    "D-3": Unchecked("PL1 II.8.b", "no picture of a seal on an appendix in its own file", _SIGNED),
    "D-4": Unchecked(
        "PL1 part 2", "copies are PDFs in colour of 200 dpi at least", "a scan has no text to look at"
    ),
    "D-7": Unchecked("PL1 part 2", "copies on paper say SAO Y, SAO LỤC or TRÍCH SAO", _STAMP),
    "C-1": Unchecked(
        "PL2 I", "persons' names: each syllable with a capital", "a program cannot tell names from words"
    ),
    "C-2": Unchecked("PL2 II", "units: the common noun small, the name with capitals", "as C-1"),
    "C-3": Unchecked("PL2 III", "offices: capitals at the words for sort and field", "as C-1"),
}
