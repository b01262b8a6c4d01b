"""The components of a paper (Decree 30/2020/NĐ-CP, Art. 8), recognised by what they say and where."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, Final

from reportgen.form.dates import has_date
from reportgen.form.foot import foot, foot_begins
from reportgen.form.paper import (
    HASTE,
    KINDS,
    LIMITS,
    OF_SECTORS,
    Paper,
    is_bold,
    is_item,
    opens_appendix,
    opens_paper,
    plain,
    spelled,
)
from reportgen.model.layout import CENTRE, Block, Layout

_MOTTO: Final = re.compile(r"^độc lập", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^số\s*:", re.IGNORECASE)
_BASIS: Final = re.compile(r"^(căn cứ|xét|theo đề nghị)\b", re.IGNORECASE)
_BEGINS: Final = re.compile(r"^(?:kính gửi|(?:phần|chương|mục)\s+(?:[IVXLC]+|\d+)\b)", re.IGNORECASE)
"""What follows title and subject."""

_TO: Final = re.compile(r"^kính gửi\b", re.IGNORECASE)
_END: Final = "./."
_OFFICE: Final = re.compile(
    r"^(?:UBND|[ỦU][YỶ] BAN|HĐND|HỘI ĐỒNG|BỘ|SỞ|PHÒNG|TRƯỜNG|TRUNG TÂM|TỔNG CỤC|CỤC|CHI CỤC|VỤ|VIỆN|BAN"
    r"|ĐẠI HỌC|HỌC VIỆN|VĂN PHÒNG)\b",
    re.IGNORECASE,
)
"""How names of offices begin; a line that begins otherwise goes on with the name above it."""

_HEAD: Final = 6
"""So many paragraphs at most make up a header that is not in a table."""

_WITH_BASES: Final = frozenset(("NGHỊ QUYẾT", "QUYẾT ĐỊNH"))
"""Kinds that always name what they rest on, each in a paragraph of its own."""


def recognise(layout: Layout) -> list[Paper]:
    """Take each paper of a file apart; one without a national title is left whole."""
    said = [block for block in layout.blocks if block.text]
    starts = [_start(said, place) for place, block in enumerate(said) if opens_paper(block)]
    ends = [*starts[1:], len(said)]
    pieces = (said[start:end] for start, end in zip(starts, ends, strict=False))
    return [_taken_apart(layout, piece) for piece in pieces] or [Paper(layout)]


def _start(said: Sequence[Block], place: int) -> int:
    """Find where the table begins in which the national title stands."""
    cell = said[place].cell
    while cell and place and (before := said[place - 1].cell) and before.table == cell.table:
        place -= 1
    return place


def _taken_apart(layout: Layout, said: Sequence[Block]) -> Paper:
    cell = said[0].cell
    titled = next((n for n, block in enumerate(said) if spelled(block.text) in KINDS), _HEAD)
    head = [b for b in said if b.cell and b.cell.table == cell.table] if cell else said[: min(titled, _HEAD)]
    rest = said[len(head) :]
    whole = next((n for n, block in enumerate(rest) if opens_appendix(block)), len(rest))
    rest, appendices = rest[:whole], _appendices(rest[whole:])
    last = foot_begins(rest)
    middle = _middle(rest[:last])
    parts: dict[str, Any] = {**_head(head), **middle, **foot(rest[last:])}
    sector = "" if middle["title"] else next((spelled(b.text) for b in said if _is_of_a_sector(b)), "")
    return Paper(layout, **parts, appendices=appendices, sector=sector)


def _is_of_a_sector(block: Block) -> bool:
    """Ask for the title of a certificate or its like, whose form is not the decree's."""
    return is_bold(block) and block.text.isupper() and spelled(block.text).startswith(OF_SECTORS)


def _appendices(blocks: Sequence[Block]) -> list[list[Block]]:
    """Cut what follows the paper where an appendix opens."""
    found: list[list[Block]] = []
    for block in blocks:
        if opens_appendix(block):
            found.append([])
        found[-1].append(block)
    return found


def _head(blocks: Sequence[Block]) -> dict[str, Sequence[Block]]:
    """Tell what stands in the header, whose left column is the office's."""
    nation = [b for b in blocks if opens_paper(b)]
    right = nation[0].cell.column if nation and nation[0].cell else 0
    left = [b for b in blocks if b.cell and b.cell.column != right and not _is_framed(b)]
    about = _about(left) or [b for b in blocks if _is_about(b)]
    names = [
        b for b in takewhile(_is_above_the_number, left) if not has_date(plain(b)) and not _is_typed_line(b)
    ]
    office = _last_bold(names)
    return {
        "nation": nation,
        "motto": [b for b in blocks if _MOTTO.match(plain(b))],
        "parent": names[: len(names) - len(office)],
        "office": office,
        "about": about,
        "number": [b for b in blocks if _NUMBER.match(plain(b))],
        "place_date": [
            b for b in blocks if has_date(plain(b)) and not _NUMBER.match(plain(b)) and b not in about
        ],
    }


def _is_framed(block: Block) -> bool:
    return spelled(block.text) in HASTE | LIMITS


def _is_above_the_number(block: Block) -> bool:
    return not _NUMBER.match(plain(block)) and not _is_about(block)


def _about(column: Sequence[Block]) -> list[Block]:
    """Take the subject of a letter, on however many lines, down to the end of its column."""
    start = next((n for n, block in enumerate(column) if _is_about(block)), len(column))
    return list(
        takewhile(lambda block: not _NUMBER.match(plain(block)) and not _is_typed_line(block), column[start:])
    )


def _last_bold(names: Sequence[Block]) -> list[Block]:
    """Take the issuing office: the bold lines at the end, from where its name begins; or the last line."""
    found: list[Block] = []
    for block in reversed(names):
        if not is_bold(block):
            break
        found.insert(0, block)
    begins = [n for n, block in enumerate(found) if _OFFICE.match(plain(block))]
    return found[begins[-1] if begins else 0 :] or list(names[-1:])


def _middle(blocks: Sequence[Block]) -> dict[str, Sequence[Block]]:
    """Tell title, subject, recipients, bases and text, which stand outside tables."""
    free = [b for b in blocks if b.cell is None]
    title = next((n for n, b in enumerate(free) if spelled(b.text) in KINDS), None)
    start = 0 if title is None else title + 1
    subject = _subject(free[start:])
    body = [b for b in free[start + len(subject) :] if not _is_typed_line(b)]
    to = _addressed(blocks)
    bases = _bases([b for b in body if b not in to], spelled(free[title].text) if title is not None else "")
    apart = {id(b) for b in (*bases, *to)}
    return {
        "title": [] if title is None else [free[title]],
        "subject": [] if title is None else subject,
        "to": to,
        "bases": bases,
        "text": _until_the_end([b for b in body if id(b) not in apart]),
    }


def _subject(blocks: Sequence[Block]) -> list[Block]:
    """Take what stands below the title, down to the authority that decides: that is in capitals."""
    found = list(
        takewhile(lambda b: b.align == CENTRE and is_bold(b) and not _BEGINS.match(plain(b)), blocks)
    )
    end = next((n for n, b in enumerate(found) if n and b.text.isupper()), len(found))
    return found[:end]


def _addressed(blocks: Sequence[Block]) -> list[Block]:
    """Take the line that says to whom, and the list below it."""
    start = next((n for n, b in enumerate(blocks) if _TO.match(plain(b))), None)
    if start is None:
        return []
    return [blocks[start], *takewhile(is_item, blocks[start + 1 :])]


def _bases(body: Sequence[Block], kind: str) -> list[Block]:
    """Take the legal bases that open the text; a lone sentence that says on what it rests is text."""
    start = next((n for n, b in enumerate(body) if not (b.align == CENTRE and is_bold(b))), len(body))
    found = list(takewhile(lambda block: _BASIS.match(plain(block)), body[start:]))
    listed = len(found) > 1 or any(b.text.endswith(";") or _is_italic(b) for b in found)
    return found if listed or kind in _WITH_BASES else []


def _is_italic(block: Block) -> bool:
    return all(one.look.italic for one in block.letters if one.text.strip())


def _until_the_end(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out what follows ``./.``: notes, which are no part of the text."""
    ends = [place for place, block in enumerate(blocks, 1) if block.text.endswith(_END)]
    return blocks[: ends[-1]] if ends else blocks


def _is_typed_line(block: Block) -> bool:
    return not block.text.strip("_─—-=* ")


def _is_about(block: Block) -> bool:
    """Ask for the subject of a letter, which stands below its number."""
    return plain(block).casefold().startswith("v/v")
