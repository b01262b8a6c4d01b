"""Checks of what stands above and below the text: header, signatures, recipients."""

import re
from collections.abc import Iterator
from typing import Final

from reportgen.form.components import Paper
from reportgen.form.dates import dates_in
from reportgen.form.finding import Finding
from reportgen.model.phrase import phrase

_NUMBER: Final = re.compile(
    r"^Số:\s*(?:0[1-9]|[1-9]\d+|[\s.…_]*)/(?:[\s.…]+|[A-ZĐ][A-Za-zĐđ&]*)(?:-(?:[A-ZĐ0-9][A-Za-zĐđ0-9&]*|[\s.…]+))*$"
)
_ACADEMIC: Final = re.compile(r"^(ThS|TS|PGS|GS|CN|KS|BS|NGƯT|NGND)\b\.?", re.IGNORECASE)
_BY_PROXY: Final = re.compile(r"^(KT|TL|TUQ)\.")


def header(paper: Paper) -> Iterator[Finding]:
    """Check the wording of motto, number and date."""
    for block in paper.motto:
        if " ".join(block.text.split()).casefold() != "độc lập - tự do - hạnh phúc":
            yield Finding("H-2", block.place, block.text, phrase("it is spelled otherwise"))
    for block in paper.number:
        if not _NUMBER.match(block.text):
            yield Finding("H-12", block.place, block.text, phrase("it is written otherwise"))
    for block in (*paper.place_date, *paper.text):
        for found in dates_in(block.text):
            if not _padded(found.day, 9) or not _padded(found.month, 2):
                yield Finding("H-16", block.place, found.text, phrase("the zeros are not right"))


def _padded(digits: str, last: int) -> bool:
    """Ask for a zero before numbers up to a last one, and for none before others."""
    number = int(digits)
    return len(digits) == 2 if number <= last or number > 9 else len(digits) == 1  # noqa: PLR2004  # digits


def signatures(paper: Paper) -> Iterator[Finding]:
    """Check who signs for whom, and as what."""
    for column in paper.signatures:
        titles = [block for block in column if block.text.isupper()]
        if titles and _BY_PROXY.match(titles[0].text) and len(titles) == 1:
            yield Finding(
                "S-3", titles[0].place, titles[0].text, phrase("the signer's own title is not there")
            )
        if _ACADEMIC.match(column[-1].text):
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
    if "lưu" not in lines[-1].text.casefold():
        yield Finding("N-7", lines[-1].place, lines[-1].text, phrase("it is not there"))
    above = "như trên" in lines[0].text.casefold()
    if above != bool(paper.to):
        said = phrase("it is there and “Kính gửi” is not") if above else phrase("it is not there")
        yield Finding("N-6", lines[0].place, lines[0].text, said)
