"""From a part of a Word template to what Jinja reads: docxtpl's own translation, watched for losses."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

from reportgen.render.word.places import TAG, Element, Tag, Token

_BEGIN: Final = re.compile(r"{[{%][-+]?")
_PREFIX: Final = re.compile(r"^({[{%#])(?:tr|tc|p|r)(?=\s)")
_STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")
_PIECES: Final = re.compile(
    rf"(?P<tag>{TAG.pattern})|(?P<open><w:t(?:\s[^>]*)?(?<!/)>)|(?P<close></w:t>)"
    r"|<(?:[^>{]|{(?![{%#]))*>?|(?P<words>[^<{]+|{)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Loss:
    """What docxtpl's translation would do away with, or fill out of sight; ``near`` is the tag beside it."""

    code: str
    text: str
    near: Tag | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A part's Jinja source, in which each tag has a line of its own.

    ``tags`` are the typed ones in the order of the lines, None where one cannot be told.
    """

    text: str
    tags: Sequence[Tag | None]
    losses: Sequence[Loss]
    lines: Sequence[int]

    def tag_at(self, line: int) -> Tag | None:
        """Find the tag that Jinja means by a line number."""
        number = bisect_right(self.lines, line) - 1
        return self.tags[number] if 0 <= number < len(self.tags) else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tag or some words, in the form in which the two sides are compared."""

    key: str
    text: str
    is_tag: bool
    tag: Tag | None = None


def jinja_source(root: Element, tokens: Sequence[Token]) -> Source:
    """Translate a part as docxtpl does, and compare its words and tags with those that were typed."""
    patched = str(DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode")))
    patched = TAG.sub(lambda tag: tag.group().replace("&quot;", '"'), patched)
    comparison = _Comparison(_merged(_typed(tokens)), _merged(_translated(patched)))
    text = _BEGIN.sub(lambda begin: f"{begin.group()}\n", patched)
    return Source(text, comparison.tags(), comparison.losses(), _lines(text))


def property_source(root: Element) -> Source:
    """Make Jinja's source of the file's properties, in which docxtpl fills tags as well."""
    tags = [
        Tag(tag, f"file properties, {etree.QName(one).localname}", ())
        for one in root
        for tag in TAG.findall(one.text or "")
    ]
    typed = TAG.sub(lambda tag: html.unescape(tag.group()), etree.tostring(root, encoding="unicode"))
    text = _BEGIN.sub(lambda begin: f"{begin.group()}\n", typed)
    return Source(text, tags, (), _lines(text))


def _lines(text: str) -> list[int]:
    """Tell on which line the content of each tag stands."""
    lines, line, place = [], 1, 0
    for tag in TAG.finditer(text):
        line += text.count("\n", place, tag.start())
        lines.append(line + 1)
        place = tag.start()
    return lines


def _typed(tokens: Iterable[Token]) -> Iterator[_Piece]:
    for token in tokens:
        yield _tag(token.text, token.tag) if token.tag is not None else _words(token.text)


def _translated(patched: str) -> Iterator[_Piece]:
    inside = False
    for piece in _PIECES.finditer(patched):
        if piece["tag"]:
            yield _tag(html.unescape(piece["tag"]))
        elif piece["words"] and inside:
            yield _words(html.unescape(piece["words"]))
        elif not piece["words"]:
            inside = bool(piece["open"]) or (inside and not piece["close"])


def _tag(text: str, tag: Tag | None = None) -> _Piece:
    key = "".join(_PREFIX.sub(r"\1", text).translate(_STRAIGHT).split())
    return _Piece(key, text, is_tag=True, tag=tag)


def _words(text: str) -> _Piece:
    return _Piece("".join(text.split()), text, is_tag=False)


def _merged(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Join words that stand side by side; Word splits them over runs as it likes."""
    groups = (list(group) for _, group in groupby(pieces, key=lambda piece: piece.is_tag))
    return [piece for group in groups for piece in (group if group[0].is_tag else _joined(group))]


def _joined(words: Iterable[_Piece]) -> list[_Piece]:
    together = _words("".join(piece.text for piece in words))
    return [together] if together.key else []


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What was typed beside what docxtpl made of it."""

    typed: Sequence[_Piece]
    translated: Sequence[_Piece]

    def tags(self) -> list[Tag | None]:
        """Give each tag of the translation the one that was typed."""
        typed: dict[int, Tag | None] = {}
        for change, i, j, k, _ in self._changes():
            if change == "equal":
                typed |= {k + number: piece.tag for number, piece in enumerate(self.typed[i:j])}
        return [typed.get(number) for number, piece in enumerate(self.translated) if piece.is_tag]

    def losses(self) -> list[Loss]:
        """List what one side has and the other has not."""
        return [
            loss
            for change, i, j, k, m in self._changes()
            if change != "equal"
            for loss in _differences(self.typed[i:j], self.translated[k:m], _near(self.typed, i, j))
        ]

    def _changes(self) -> Sequence[tuple[str, int, int, int, int]]:
        ours, theirs = [piece.key for piece in self.typed], [piece.key for piece in self.translated]
        if ours == theirs:
            return [("equal", 0, len(ours), 0, len(theirs))]
        return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _differences(typed: Sequence[_Piece], translated: Sequence[_Piece], near: Tag | None) -> Iterator[Loss]:
    lost = [piece for piece in typed if piece.is_tag]
    for piece in lost:
        yield Loss("word-text-lost", piece.text, piece.tag)
    for piece in translated:
        if piece.is_tag and not lost:
            yield Loss("word-tag-hidden", piece.text)
    before, after = _all_words(typed), _all_words(translated)
    if before != after:
        yield Loss("word-text-lost", _gone(before, after) or after, near)


def _all_words(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.key for piece in pieces if not piece.is_tag)


def _gone(before: str, after: str) -> str:
    """Cut away what the two have in common at their ends."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return before[start : len(before) - end]


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _near(pieces: Sequence[_Piece], start: int, end: int) -> Tag | None:
    """Find the tag at which words are lost: the first that follows, or the last before."""
    following = [piece.tag for piece in pieces[start:] if piece.tag]
    return following[0] if following else next((p.tag for p in reversed(pieces[:end]) if p.tag), None)
