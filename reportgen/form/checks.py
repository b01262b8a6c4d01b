"""Each check takes a paper that was taken apart and yields what is not as the decree wants it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportgen.form.components import Paper, is_bold
from reportgen.form.finding import Finding
from reportgen.form.look import look_faults
from reportgen.form.rules import SETTINGS
from reportgen.model.layout import BOTH, CENTRE, TWIPS_PER_MM, Block, Sheet
from reportgen.model.phrase import phrase

_A4: Final = (210, 297)
_NUMBER: Final = re.compile(
    r"^Số:\s*(?:0[1-9]|[1-9]\d+|[\s.…_]*)/(?:[\s.…]+|[A-ZĐ][A-Za-zĐđ&]*)(?:-(?:[A-ZĐ0-9][A-Za-zĐđ0-9&]*|[\s.…]+))*$"
)
_DATE: Final = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+\d{4}")
_ACADEMIC: Final = re.compile(r"^(ThS|TS|PGS|GS|CN|KS|BS|NGƯT|NGND)\b\.?", re.IGNORECASE)
_BY_PROXY: Final = re.compile(r"^(KT|TL|TUQ)\.")
_LEFT_OVER: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\[\s*(?:\.{2,}|…)\s*\]|\b(?:nan|None|undefined)\b")
_LONE_LETTERS: Final = "ÐƉƣƢ\u00ad"
_TYPED: Final = re.compile(r"^[_─—=-]{4,}$")
_INDENTS: Final = (567, 720)
_SLACK: Final = 12
"""Twips: measures typed in centimetres come out a little off."""

_TWELVE: Final = 240


def sheets(paper: Paper) -> Iterator[Finding]:
    """Check the size of the sheets and their margins."""
    for number, sheet in enumerate(paper.layout.sheets, 1):
        place = f"section {number}"
        if not sheet.width:
            continue  # each program takes a size of its own
        if sorted((sheet.width, sheet.height)) != _about(sheet.width, sheet.height):
            measures = phrase("it is {a} × {b} mm", a=_mm(sheet.width), b=_mm(sheet.height))
            yield Finding("P-1", place, "", measures)
        if not sheet.across:
            yield from _margins(sheet, place)


def _about(width: int, height: int) -> list[int]:
    """Give both measures back where they are A4's within a millimetre, else what they should be."""
    wanted = [side * TWIPS_PER_MM for side in _A4]
    found = sorted((width, height))
    near = all(abs(one - other) <= TWIPS_PER_MM for one, other in zip(found, wanted, strict=True))
    return found if near else [round(side) for side in wanted]


def _margins(sheet: Sheet, place: str) -> Iterator[Finding]:
    sides = {
        phrase("top"): (sheet.top, 20, 25),
        phrase("bottom"): (sheet.bottom, 20, 25),
        phrase("left"): (sheet.left, 30, 35),
        phrase("right"): (sheet.right, 15, 20),
    }
    for name, (measure, least, most) in sides.items():
        if not least * TWIPS_PER_MM - _SLACK <= measure <= most * TWIPS_PER_MM + _SLACK:
            yield Finding("P-3", place, "", phrase("{side}: {size} mm", side=name, size=_mm(measure)))


def page_numbers(paper: Paper) -> Iterator[Finding]:
    """Check that numbers stand above the text, in the middle, and not on the first page."""
    for number, sheet in enumerate(paper.layout.sheets, 1):
        place = f"section {number}"
        headers, footers = sheet.headers or {}, sheet.footers or {}
        numbered = [block for block in headers.get("default", ()) if block.numbered]
        below = [block for blocks in footers.values() for block in blocks if block.numbered]
        first = [block for block in headers.get("first", ()) if block.numbered]
        if below:
            yield Finding("P-6", place, "", phrase("they stand below the text"))
        elif not numbered and len(paper.text) > _SHORT:
            yield Finding("P-6", place, "", phrase("there are none"))
        if (numbered and not sheet.own_first and number == 1) or (first and sheet.own_first):
            yield Finding("P-6", place, "", phrase("page 1 shows its number"))
        for block in numbered:
            if block.align != CENTRE:
                yield Finding("P-6", block.place, "", phrase("they are not in the middle"))


_SHORT: Final = 25
"""Papers of so few paragraphs may have one page."""


def letters(paper: Paper) -> Iterator[Finding]:
    """Check fonts and colours, each wrong one once, where it is first met."""
    met: set[tuple[str, ...]] = set()
    for block in paper.layout.blocks:
        for run in block.letters:
            others = tuple(f for f in run.look.fonts if f and f != "Times New Roman")
            wrong = others or ((run.look.colour,) if run.look.colour != "000000" else ())
            if wrong and run.text.strip() and wrong not in met:
                met.add(wrong)
                yield Finding("P-5", block.place, run.text, phrase("it is {look}", look=", ".join(wrong)))


def looks(paper: Paper) -> Iterator[Finding]:
    """Check size, style and place of every component."""
    for rule, blocks in _components(paper).items():
        for block in filter(_has_letters, blocks):
            for fault in look_faults(block, SETTINGS[rule]):
                yield Finding(rule, block.place, block.text, fault)


def _has_letters(block: Block) -> bool:
    """Pass over the gaps of a draft."""
    return any(letter.isalpha() for letter in block.text)


def _components(paper: Paper) -> dict[str, Sequence[Block]]:
    signatures = [column for column in paper.signatures if column]
    return {
        "H-1": paper.nation,
        "H-2": paper.motto,
        "H-3": paper.parent,
        "H-4": paper.office,
        "H-5": paper.number,
        "H-6": paper.place_date,
        "H-7": paper.title,
        "H-8": paper.subject,
        "B-1": paper.bases,
        "B-2": [b for b in paper.text if b.align == BOTH],
        "S-1": [column[0] for column in signatures],
        "S-2": [column[-1] for column in signatures],
        "N-2": paper.recipients_head,
        "N-3": paper.recipients,
    }


def header(paper: Paper) -> Iterator[Finding]:
    """Check the wording of motto, number and date."""
    for block in paper.motto:
        if " ".join(block.text.split()).casefold() != "độc lập - tự do - hạnh phúc":
            yield Finding("H-2", block.place, block.text, phrase("it is spelled otherwise"))
    for block in paper.number:
        if not _NUMBER.match(block.text):
            yield Finding("H-12", block.place, block.text, phrase("it is written otherwise"))
    for block in (*paper.place_date, *paper.text):
        for found in _DATE.finditer(block.text):
            if not _padded(found["day"], 9) or not _padded(found["month"], 2):
                yield Finding("H-16", block.place, found.group(), phrase("the zeros are not right"))


def _padded(digits: str, last: int) -> bool:
    """Ask for a zero before numbers up to a last one, and for none before others."""
    number = int(digits)
    return len(digits) == 2 if number <= last or number > 9 else len(digits) == 1  # noqa: PLR2004  # digits


def bases(paper: Paper) -> Iterator[Finding]:
    """Check how the legal bases end."""
    for number, block in enumerate(paper.bases, 1):
        wanted = "." if number == len(paper.bases) else ";"
        if (
            _letters(block) > _CITED
            and not block.text.endswith(wanted)
            and not (number == len(paper.bases) and block.text.endswith((",", ":")))
        ):
            yield Finding(
                "B-7",
                block.place,
                block.text,
                phrase("it ends with “{letter}”", letter=block.text[-1:]),
            )


_CITED: Final = 12
"""Shorter ones are gaps of a form."""


def paragraphs(paper: Paper) -> Iterator[Finding]:
    """Check how the paragraphs are set; headings and lists that stand in the middle are none."""
    found = [block for block in paper.text if _letters(block) > _LONG and not _is_caption(block)]
    for block in found:
        if block.align != BOTH:
            yield Finding("B-2", block.place, block.text, phrase("it is not justified"))
        if all(abs(block.first_indent - wanted) > _SLACK for wanted in _INDENTS) and not _is_listed(block):
            yield Finding(
                "B-3",
                block.place,
                block.text,
                phrase("the indent is {size} mm", size=_mm(block.first_indent)),
            )
        if block.line is not None and not 240 <= block.line <= 360:  # noqa: PLR2004  # single, one and a half
            yield Finding(
                "B-5",
                block.place,
                block.text,
                phrase("they stand {lines} lines apart", lines=_lines(block.line)),
            )
    for one, other in pairwise(paper.layout.blocks):
        close = max(one.after, other.before) < _TWELVE / 2 and one.after + other.before < _TWELVE / 2
        if close and one in found and other in found:
            apart = (one.after + other.before) // 20
            yield Finding("B-4", other.place, other.text[:40], phrase("{size} pt lie before it", size=apart))
    if found and not any(block.text.endswith("./.") for block in paper.text):
        yield Finding("B-13", found[-1].place, found[-1].text, phrase("it does not end so"))


_LONG: Final = 70
"""Shorter paragraphs may be headings or single lines, which are not justified."""


def _letters(block: Block) -> int:
    """Count letters: the dots of a form to fill in are none."""
    return sum(letter.isalnum() for letter in block.text)


def _is_caption(block: Block) -> bool:
    return block.align == CENTRE and is_bold(block)


def _is_listed(block: Block) -> bool:
    return block.left > 0 and block.first_indent <= 0


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


_OF_THE_FILE: Final[tuple[Callable[[Paper], Iterator[Finding]], ...]] = (
    sheets,
    page_numbers,
    letters,
    spelling,
)
_OF_EACH_PAPER: Final[tuple[Callable[[Paper], Iterator[Finding]], ...]] = (
    looks,
    header,
    bases,
    paragraphs,
    signatures,
    recipients,
)


def check(papers: Sequence[Paper]) -> list[Finding]:
    """Make every check on the papers of one file; what is no kind of the decree is only looked over."""
    whole = [finding for one in _OF_THE_FILE for finding in one(papers[0])]
    bound = [paper for paper in papers if paper.kind]
    return [*whole, *(finding for paper in bound for one in _OF_EACH_PAPER for finding in one(paper))]


def _mm(twips: int) -> str:
    return str(round(twips / TWIPS_PER_MM, 1)).replace(".", ",").removesuffix(",0")


def _lines(line: int) -> str:
    return str(round(line / _TWELVE, 2)).replace(".", ",")
