"""The components of a paper (Decree 30/2020/NĐ-CP, Art. 8), recognised by what they say and where."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.form.dates import dates_in, has_date
from reportgen.model.layout import CENTRE, Block, Layout

KINDS: Final = frozenset(
    (
        *(
            "NGHỊ QUYẾT",
            "QUYẾT ĐỊNH",
            "CHỈ THỊ",
            "QUY CHẾ",
            "QUY ĐỊNH",
            "THÔNG CÁO",
            "THÔNG BÁO",
            "HƯỚNG DẪN",
        ),
        *("CHƯƠNG TRÌNH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH"),
        *("HỢP ĐỒNG", "CÔNG ĐIỆN", "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI"),
        *("GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO"),
    )
)
"""Kinds of administrative papers that have a title: Art. 7 and Appendix III of the decree."""

LETTER: Final = "CÔNG VĂN"

_NATION: Final = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ HỘI")
_MOTTO: Final = re.compile(r"^độc lập", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^số\s*:", re.IGNORECASE)
_BASIS: Final = re.compile(r"^(căn cứ|xét|theo đề nghị)\b", re.IGNORECASE)
_TO: Final = re.compile(r"^kính gửi\s*:", re.IGNORECASE)
_RECIPIENTS: Final = re.compile(r"^nơi nhận\s*:", re.IGNORECASE)
_END: Final = "./."
_HEAD: Final = 6
"""So many paragraphs at most make up a header that is not in a table."""

_HEADER_ROWS: Final = 4
"""Farther down in a table the national title is only shown."""

_WITH_BASES: Final = frozenset(("NGHỊ QUYẾT", "QUYẾT ĐỊNH"))
"""Kinds that always name what they rest on, each in a paragraph of its own."""

_SPELLINGS: Final = {"THOẢ": "THỎA", "UỶ": "ỦY"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper taken apart; what was not found is empty. ``signatures`` are the blocks of each signer."""

    layout: Layout
    nation: Sequence[Block] = ()
    motto: Sequence[Block] = ()
    parent: Sequence[Block] = ()
    office: Sequence[Block] = ()
    number: Sequence[Block] = ()
    about: Sequence[Block] = ()
    place_date: Sequence[Block] = ()
    title: Sequence[Block] = ()
    subject: Sequence[Block] = ()
    to: Sequence[Block] = ()
    bases: Sequence[Block] = ()
    text: Sequence[Block] = ()
    signatures: Sequence[Sequence[Block]] = ()
    recipients_head: Sequence[Block] = ()
    recipients: Sequence[Block] = ()

    @property
    def kind(self) -> str:
        """Name the kind of paper, in capitals as it is spelled in the decree; a letter has no title."""
        if self.title:
            return _spelled(self.title[0].text)
        return LETTER if self.about else ""

    @property
    def date(self) -> dt.date | None:
        """Give the day that the head names; a draft has none."""
        return next((found.date for block in self.place_date for found in dates_in(block.text)), None)


def recognise(layout: Layout) -> list[Paper]:
    """Take each paper of a file apart; one without a national title is left whole."""
    said = [block for block in layout.blocks if block.text]
    starts = [_start(said, place) for place, block in enumerate(said) if _is_nation(block)]
    ends = [*starts[1:], len(said)]
    pieces = (said[start:end] for start, end in zip(starts, ends, strict=False))
    return [_taken_apart(layout, piece) for piece in pieces] or [Paper(layout)]


def _is_nation(block: Block) -> bool:
    high = block.cell is None or block.cell.row <= _HEADER_ROWS
    return high and _NATION.search(_plain(block)) is not None


def _start(said: Sequence[Block], place: int) -> int:
    """Find where the table begins in which the national title stands."""
    cell = said[place].cell
    while cell and place and (before := said[place - 1].cell) and before.table == cell.table:
        place -= 1
    return place


def _taken_apart(layout: Layout, said: Sequence[Block]) -> Paper:
    cell = said[0].cell
    titled = next((n for n, block in enumerate(said) if _spelled(block.text) in KINDS), _HEAD)
    head = [b for b in said if b.cell and b.cell.table == cell.table] if cell else said[: min(titled, _HEAD)]
    rest = said[len(head) :]
    end = _signature_table(rest)
    last = next((n for n, b in enumerate(rest) if b.cell and b.cell.table == end), len(rest))
    office, middle, tail = _head(head), _middle(rest[:last]), _tail(rest[last:])
    return Paper(layout, **office, **middle, signatures=tail[0], recipients_head=tail[1], recipients=tail[2])


def _head(blocks: Sequence[Block]) -> dict[str, Sequence[Block]]:
    """Tell what stands in the header, whose left column is the office's."""
    nation = [b for b in blocks if _NATION.search(_plain(b))]
    right = nation[0].cell.column if nation and nation[0].cell else 0
    left = [b for b in blocks if b.cell and b.cell.column != right and not _NUMBER.match(_plain(b))]
    names = [b for b in left if not has_date(_plain(b)) and not _is_typed_line(b) and not _is_about(b)]
    office = _last_bold(names)
    return {
        "nation": nation,
        "motto": [b for b in blocks if _MOTTO.match(_plain(b))],
        "parent": names[: len(names) - len(office)],
        "office": office,
        "about": [b for b in blocks if _is_about(b)],
        "number": [b for b in blocks if _NUMBER.match(_plain(b))],
        "place_date": [b for b in blocks if has_date(_plain(b)) and not _NUMBER.match(_plain(b))],
    }


def _last_bold(names: Sequence[Block]) -> list[Block]:
    """Take the issuing office: the bold lines at the end, or else the last line."""
    found: list[Block] = []
    for block in reversed(names):
        if not is_bold(block):
            break
        found.insert(0, block)
    return found or list(names[-1:])


def _middle(blocks: Sequence[Block]) -> dict[str, Sequence[Block]]:
    """Tell title, subject, recipients, bases and text, which stand outside tables."""
    free = [b for b in blocks if b.cell is None]
    title = next((n for n, b in enumerate(free) if _spelled(b.text) in KINDS), None)
    start = 0 if title is None else title + 1
    subject = _while(free[start:], lambda b: b.align == CENTRE and is_bold(b) and not _TO.match(_plain(b)))
    body = [b for b in free[start + len(subject) :] if not _is_typed_line(b)]
    to = [b for b in blocks if _TO.match(_plain(b))][:1]
    bases = _bases([b for b in body if b not in to], _spelled(free[title].text) if title is not None else "")
    apart = {id(b) for b in (*bases, *to)}
    return {
        "title": [] if title is None else [free[title]],
        "subject": [] if title is None else subject,
        "to": to,
        "bases": bases,
        "text": _until_the_end([b for b in body if id(b) not in apart]),
    }


def _bases(body: Sequence[Block], kind: str) -> list[Block]:
    """Take the legal bases that open the text; a lone sentence that says on what it rests is text."""
    start = next((n for n, b in enumerate(body) if not (b.align == CENTRE and is_bold(b))), len(body))
    found = _while(body[start:], lambda block: _BASIS.match(_plain(block)))
    listed = len(found) > 1 or any(b.text.endswith(";") or _is_italic(b) for b in found)
    return found if listed or kind in _WITH_BASES else []


def _is_italic(block: Block) -> bool:
    return all(one.look.italic for one in block.letters if one.text.strip())


def _until_the_end(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out what follows ``./.``: notes, which are no part of the text."""
    ends = [place for place, block in enumerate(blocks, 1) if block.text.endswith(_END)]
    return blocks[: ends[-1]] if ends else blocks


def _tail(blocks: Sequence[Block]) -> tuple[list[list[Block]], list[Block], list[Block]]:
    """Tell who signs, and who receives: the words above the list, and the list."""
    start = next((n for n, b in enumerate(blocks) if _RECIPIENTS.match(_plain(b))), None)
    if start is None:
        return _by_cell(blocks), [], []
    cell = blocks[start].cell
    listed = _while(blocks[start + 1 :], lambda block: block.cell == cell and (cell or _is_item(block)))
    held = {id(b) for b in (blocks[start], *listed)}
    return _by_cell([b for b in blocks if id(b) not in held]), [blocks[start]], listed


def _by_cell(blocks: Sequence[Block]) -> list[list[Block]]:
    columns: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell:
            columns.setdefault((block.cell.table, block.cell.column), []).append(block)
    return [found for found in columns.values() if len(found) > 1 and _is_title(found[0])]


def _is_title(block: Block) -> bool:
    """Ask for a signer's title: in capitals, or at least bold and in the middle."""
    return block.text.isupper() or (is_bold(block) and block.align == CENTRE)


def _signature_table(blocks: Sequence[Block]) -> int | None:
    """Find the table of the signatures: the last one with a title in capitals, or with the recipients."""
    tables = {b.cell.table for b in blocks if b.cell}
    for table in sorted(tables, reverse=True):
        cells = [b for b in blocks if b.cell and b.cell.table == table]
        if any(_RECIPIENTS.match(_plain(b)) for b in cells) or _signs(cells):
            return table
    return None


def _signs(cells: Sequence[Block]) -> bool:
    """Ask whether a table of one or two rows has a title in bold capitals over a name."""
    few = all(b.cell and b.cell.row <= 3 for b in cells)  # noqa: PLR2004  # title, space, name
    return few and any(is_bold(b) and b.text.isupper() and b.align == CENTRE for b in cells)


def is_bold(block: Block) -> bool:
    """Ask whether all its letters are bold."""
    return all(one.look.bold for one in block.letters if one.text.strip())


def _is_item(block: Block) -> bool:
    return block.text.startswith(("-", "–", "•", "+"))


def _while(blocks: Iterable[Block], holds: Callable[[Block], object]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        if not holds(block):
            break
        found.append(block)
    return found


def _is_typed_line(block: Block) -> bool:
    return not block.text.strip("_─—-=* ")


def _is_about(block: Block) -> bool:
    """Ask for the subject of a letter, which stands below its number."""
    return _plain(block).casefold().startswith("v/v")


def _plain(block: Block) -> str:
    return unicodedata.normalize("NFC", " ".join(block.text.split()))


def _spelled(text: str) -> str:
    found = unicodedata.normalize("NFC", " ".join(text.split())).upper()
    for other, usual in _SPELLINGS.items():
        found = found.replace(other, usual)
    return found
