"""Whether the offices that a paper names exist on its day: by a list of offices, or by the law of 2025."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.paper import Paper, plain
from reportgen.form.rules import TWO_TIERS
from reportgen.model.layout import Block
from reportgen.model.names import same_name
from reportgen.model.office import Office, Register
from reportgen.model.phrase import Phrase, phrase

_DISTRICT: Final = re.compile(
    r"\b(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND)\s+(?:HUYỆN|QUẬN|THỊ XÃ)\b"
    r"|\bPHÒNG\s+(?:GIÁO DỤC|GD\s*&?\s*ĐT)",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"^(?:xã|phường|đặc khu)\s+", re.IGNORECASE)
_COMMITTEE: Final = re.compile(r"UBND|[ỦU][YỶ] BAN NHÂN DÂN", re.IGNORECASE)
_COMMUNE: Final = re.compile(
    rf"(?:{_COMMITTEE.pattern})\s+(?:XÃ|PHƯỜNG|ĐẶC KHU)\s+(?P<name>.+)", re.IGNORECASE
)
_AROUND: Final = re.compile(r"^[-–•+\s]+|\s*\([^)]*\)|[\s;.,]+$")
"""What stands around the name of an office in a list."""


def offices(paper: Paper, register: Register) -> Iterator[Finding]:
    """Look for offices that a paper's day does not know; what is listed says so itself."""
    day = paper.date
    if day is None:
        return
    for block, name, parent in _named(paper):
        known = _of_parent(register.called(name), parent)
        if known and not any(office.exists(day) for office in known):
            yield Finding("O-1", block.place, block.text, _why(known))
        elif not known and day >= TWO_TIERS and _DISTRICT.search(name):
            yield Finding("O-1", block.place, block.text, phrase("there is no such office any more"))


def _named(paper: Paper) -> Iterator[tuple[Block, str, str]]:
    """Name the offices of a head, on however many lines each, and of the lists, with what they belong to."""
    parent = " ".join(map(plain, paper.parent))
    for blocks, above in ((paper.parent, ""), (paper.office, parent)):
        if blocks:
            yield blocks[0], " ".join(map(plain, blocks)), above
    for block in (*paper.to[1:], *paper.recipients):
        yield block, _AROUND.sub("", plain(block)), ""


def seat(paper: Paper) -> Iterator[Finding]:
    """Check that a committee of a commune writes its papers in that commune."""
    parent, office = (" ".join(map(plain, blocks)) for blocks in (paper.parent, paper.office))
    name = f"{parent} {office}" if _COMMITTEE.fullmatch(parent) else office
    commune = _COMMUNE.fullmatch(name)
    for block in paper.place_date:
        place = _UNIT.sub("", plain(block).partition(",")[0])
        gap = not any(letter.isalpha() for letter in place)
        if commune and not gap and not same_name(place, commune["name"]):
            yield Finding("H-17", block.place, block.text, phrase("the office is of {name}", name=name))


def _of_parent(offices: Sequence[Office], parent: str) -> Sequence[Office]:
    """Tell offices of one heading apart by the one above them."""
    alike = [office for office in offices if parent and same_name(parent, office.parent)]
    return alike or offices


def _why(known: Sequence[Office]) -> Phrase:
    """Tell when the last of these ended, or the first began."""
    last = max(known, key=lambda office: (office.until is None, office.until or office.since))
    if last.until is None:
        return phrase("it begins on {date}", date=f"{last.since:%d/%m/%Y}")
    if last.successors:
        new = ", ".join(last.successors)
        return phrase("it ended on {date}; since then: {names}", date=f"{last.until:%d/%m/%Y}", names=new)
    return phrase("it ended on {date}", date=f"{last.until:%d/%m/%Y}")
