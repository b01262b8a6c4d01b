"""The rows of a long table in a Word file, most of which differ in words alone: few of them are parsed.

A tree of 20,000 rows takes 420 MB. Here each form of row is parsed once, with signs for its words, as pages
of a batch are (`word_frames`), and read as everything is; in the tree of the page a short row with a number
stands for each, so that what the page makes of it is seen: that nobody sees it, or that it is told twice.
Only rows of cells, paragraphs, runs and their looks are taken out: who looks at the tree looks for none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.model.errors import DataError
from reportgen.readback.word_frames import (
    DECLARED,
    INSTRUCTION,
    LARGEST,
    SIGN,
    UNFIT,
    WORDS,
    plain,
    signed,
    taken_apart,
    with_words,
)
from reportgen.readback.word_package import TAGS, parsed
from reportgen.readback.word_paragraphs import read_tree
from reportgen.readback.word_styles import W

_BEGINS: Final = (b"<w:tr>", b"<w:tr ")
_ENDS: Final = b"</w:tr>"
_OPENED: Final = re.compile(rb"<[^<>!?]+>")
_STANDS_FOR: Final = "<w:tr><w:tc><w:p><w:r><w:t>\ue000{number}\ue001</w:t></w:r></w:p></w:tc></w:tr>"
_PLAIN: Final = frozenset(
    f"{W}{name}"
    for name in (
        "tr", "trPr", "trHeight", "cantSplit", "tblHeader", "jc", "tc", "tcPr", "tcW", "gridSpan", "vMerge",
        "vAlign", "noWrap", "tcBorders", "tcMar", "shd", "top", "left", "bottom", "right", "start", "end",
        "p", "pPr", "pStyle", "keepNext", "keepLines", "spacing", "ind", "r", "rPr", "rStyle", "rFonts", "b",
        "bCs", "i", "iCs", "sz", "szCs", "color", "lang", "t",
    )
)  # fmt: skip
"""What a row that is taken out may consist of."""

_FEWEST: Final = 100
"""Of fewer rows a tree is small."""

_MOST_FORMS: Final = 64

Pieces = Sequence[Sequence[Any]]
"""What a form of row says: texts and the numbers of words, in turns, as in `word_frames.Frame`."""


@dataclass(frozen=True, slots=True)
class Lean:
    """A part without most rows of its tables; what each says that was taken out, and a tree of all else."""

    tree: Any
    rows: Sequence[tuple[Pieces, Sequence[str]]]

    def read(self, charts: Mapping[str, Sequence[str]]) -> list[str]:
        """Read the whole part, a piece for each paragraph."""
        found: list[str] = []
        for piece in read_tree(self.tree, None, charts):
            if number := SIGN.fullmatch(piece):
                found += with_words(*self.rows[int(number[1])])
            else:
                found.append(piece)
        return found


def lean(content: bytes) -> Lean | None:
    """Take a part apart; nothing where it is short, or a row of it could be more than it seems."""
    if len(content) <= LARGEST or content.count(_ENDS) < _FEWEST or content.count(b"<") > TAGS:
        return None
    root = _OPENED.search(content)
    if not root or not DECLARED.match(content) or any(sign in content for sign in UNFIT):
        return None
    if content.count(INSTRUCTION) > 1:
        return None
    taken = _Taken(root[0])
    rest = b"".join(taken.rest(content))
    words = plain(taken.words)
    if words is None:
        return None
    ends = iter(words)
    rows = [(pieces, [next(ends) for _ in range(count)]) for pieces, count in taken.rows]
    return Lean(parsed(rest), rows)


@dataclass(slots=True)
class _Taken:
    """Rows that are taken out: what each says, with how many words; all words, one after the other."""

    root: bytes
    """The tag that begins the part: it says what all names mean."""

    rows: list[tuple[Pieces, int]] = field(default_factory=list)
    words: list[bytes] = field(default_factory=list)
    forms: dict[tuple[bytes, ...], Pieces | None] = field(default_factory=dict)

    def rest(self, content: bytes) -> Iterator[bytes]:
        """Give all but these rows, and what stands for them."""
        *parts, last = content.split(_ENDS)
        for part in parts:
            begin = max(map(part.rfind, _BEGINS))
            parted = WORDS.split(part[begin:]) if begin >= 0 else []
            words = parted[2::3]
            del parted[2::3]
            pieces = self._pieces(tuple(parted)) if words else None
            if pieces is None:
                yield part
                yield _ENDS
            else:
                yield part[:begin]
                yield _STANDS_FOR.format(number=len(self.rows)).encode()
                self.rows.append((pieces, len(words)))
                self.words += words
        yield last

    def _pieces(self, key: tuple[bytes, ...]) -> Pieces | None:
        """Read a form of row, once."""
        if key not in self.forms:
            self.forms[key] = self._read(key) if len(self.forms) < _MOST_FORMS else None
        return self.forms[key]

    def _read(self, key: tuple[bytes, ...]) -> Pieces | None:
        """Read a form of row by itself; nothing where it is more than plain, with words in paragraphs."""
        name = self.root[1:-1].split()[0]
        try:
            page = parsed(b"%b%b%b</%b>" % (self.root, signed(key), _ENDS, name))
        except DataError:  # told of the whole part
            return None
        tags = [one.tag for one in page.iterdescendants()]
        texts, lines = list(page.iter(f"{W}t")), page.iter(f"{W}p")
        is_plain = _PLAIN.issuperset(tags) and page[0].tag == f"{W}tr"
        if not is_plain or sum(len(list(line.iter(f"{W}t"))) for line in lines) != len(texts):
            return None
        return [taken_apart(piece) for piece in read_tree(page, None, {})]
