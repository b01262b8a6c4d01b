"""Checks of what stands above and below the text: header, signatures, recipients."""

import re
from collections.abc import Iterator
from typing import Final

from reportgen.form.dates import dates_in
from reportgen.form.finding import Finding
from reportgen.form.paper import ABBREVIATIONS, LETTER, Paper, plain
from reportgen.model.layout import Block
from reportgen.model.phrase import phrase

_NUMBER: Final = re.compile(
    r"^Số:\s*(?:0[1-9]|[1-9]\d+|[\s.…_]*)/(?:[\s.…]+|[A-ZĐ][A-Za-zĐđ0-9&]*)"
    r"(?:-(?:[A-ZĐ0-9][A-Za-zĐđ0-9&]*|[\s.…]+))*$"
)
_SYMBOL: Final = re.compile(r"/\s*(?P<first>[A-ZĐ][A-Za-zĐđ]*)")
_KEPT: Final = re.compile(r"^[-–•+]?\s*lưu\s*:\s*VT\b", re.IGNORECASE)
_ASKING: Final = ("TỜ TRÌNH", LETTER)
"""Kinds of papers that always go to somebody."""

_NAMES_IN_TEXT: Final = ("GIẤY", "CÔNG ĐIỆN")
"""What is handed or wired to somebody names whom in its text."""

_ACADEMIC: Final = re.compile(r"^(ThS|TS|PGS|GS|CN|KS|BS|NGƯT|NGND)\b\.?", re.IGNORECASE)
_SCHOOL: Final = re.compile(r"^(?:TRƯỜNG|TRUNG TÂM|HỌC VIỆN|ĐẠI HỌC|VIỆN)\b", re.IGNORECASE)
"""Offices to which the ministry, and not the decree, says how titles are written: S-6."""

_BY_PROXY: Final = re.compile(r"^(KT|TL|TUQ)\.")


def header(paper: Paper) -> Iterator[Finding]:
    """Check the wording of motto, number and date."""
    for block in paper.motto:
        if plain(block) != "Độc lập - Tự do - Hạnh phúc":
            yield Finding("H-2", block.place, block.text, phrase("it is spelled otherwise"))
    for block in paper.number:
        if not _NUMBER.match(block.text):
            yield Finding("H-12", block.place, block.text, phrase("it is written otherwise"))
        yield from _symbol(block, paper.kind)
    for rule, blocks in {"H-16": paper.place_date, "T-3": paper.text}.items():
        for block in blocks:
            for found in dates_in(block.text):
                if not _padded(found.day, 9) or not _padded(found.month, 2):
                    yield Finding(rule, block.place, found.text, phrase("the zeros are not right"))


def _symbol(block: Block, kind: str) -> Iterator[Finding]:
    """Check how the symbol begins: with the kind of paper, if that has a title."""
    found = _SYMBOL.search(block.text)
    wanted = ABBREVIATIONS.get(kind)
    if found and wanted and found["first"] != wanted:
        stands = phrase(
            "it begins with {first}, and the kind is shortened to {wanted}",
            first=found["first"],
            wanted=wanted,
        )
        yield Finding("H-13", block.place, block.text, stands)
    if found and kind == LETTER and found["first"] == "CV":
        yield Finding("H-13", block.place, block.text, phrase("a letter's symbol does not name the kind"))


def _padded(digits: str, last: int) -> bool:
    """Ask for a zero before numbers up to a last one, and for none before others."""
    number = int(digits)
    return len(digits) == 2 if number <= last or number > 9 else len(digits) == 1  # noqa: PLR2004  # digits


def addressees(paper: Paper) -> Iterator[Finding]:
    """Check to whom it goes: a list below ``Kính gửi:`` is one like that of the recipients."""
    if not paper.to and paper.kind in _ASKING:
        where = next(iter((*paper.number, *paper.nation)))
        yield Finding("N-4", where.place, "", phrase("“Kính gửi:” is not there"))
    listed = paper.to[1:]
    for number, block in enumerate(listed, 1):
        wanted = "." if number == len(listed) else ";"
        if not block.text.endswith(wanted):
            ends = phrase("it ends with “{letter}”", letter=block.text[-1:])
            yield Finding("N-5", block.place, block.text, ends)


def signatures(paper: Paper) -> Iterator[Finding]:
    """Check who signs for whom, and as what."""
    for column in paper.signatures:
        titles = [block for block in column if block.text.isupper()]
        if titles and _BY_PROXY.match(titles[0].text) and len(titles) == 1:
            yield Finding(
                "S-3", titles[0].place, titles[0].text, phrase("the signer's own title is not there")
            )
        if _ACADEMIC.match(column[-1].text) and not any(_SCHOOL.match(plain(b)) for b in paper.office):
            yield Finding(
                "S-6", column[-1].place, column[-1].text, phrase("an academic title stands before it")
            )


def recipients(paper: Paper) -> Iterator[Finding]:
    """Check the list of who gets the paper."""
    lines = paper.recipients
    if not paper.recipients_head or not lines:
        return
    for number, block in enumerate(lines, 1):
        wanted = "." if number == len(lines) else ";"
        if not block.text.endswith(wanted):
            yield Finding(
                "N-8", block.place, block.text, phrase("it ends with “{letter}”", letter=block.text[-1:])
            )
        if not block.text.startswith("-"):
            yield Finding("N-3", block.place, block.text, phrase("it does not begin with “-”"))
    if not _KEPT.match(plain(lines[-1])):
        yield Finding("N-7", lines[-1].place, lines[-1].text, phrase("it is not there"))
    above = "như trên" in lines[0].text.casefold()
    if above != bool(paper.to) and not paper.kind.startswith(_NAMES_IN_TEXT):
        said = phrase("it is there and “Kính gửi” is not") if above else phrase("it is not there")
        yield Finding("N-6", lines[0].place, lines[0].text, said)
