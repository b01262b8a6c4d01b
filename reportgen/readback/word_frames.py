"""The mark-up of a page that is read again and again: papers of a batch differ in their words alone.

A part of a file is taken apart into its words, what stands in ``w:t``, and all the rest. Where all the rest
was seen before, byte by byte, it is not parsed again: it was, with a sign in the place of all words, and
read as every page is read; so it is known where which words are seen. The words themselves are taken from the
file, each time. What a file shows besides depends on its mark-up and on its other parts: it is looked for
again where one of those differs.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from reportgen.readback.word_archive import Archive

WORDS: Final = re.compile(rb'(<w:t(?: xml:space="preserve")?>)([^<]+)</w:t>')
DECLARED: Final = re.compile(
    rb"""<\?xml version=(['"])1\.0\1 encoding=(['"])(?:UTF|utf)-8\2[^<>]*\?>\s*<[^!?]"""
)
_ODD: Final = re.compile(rb"[\x00-\x08\x0b-\x1f]|\]\]|\xef\xbf[\xbe\xbf]")
"""What XML does not allow among words, or reads otherwise than it stands there."""

_ENTITY: Final = re.compile(r"&(?:(amp|lt|gt|quot|apos);)?")
_LETTERS: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
SIGN: Final = re.compile("\ue000([0-9]+)\ue001")
UNFIT: Final = (b"<!", b"\r", b"\xee\x80\x80", b"&#", b"AlternateContent")
"""What no frame holds: what could be a sign, and what is said in several ways: its words may decide."""

INSTRUCTION: Final = b"<?"
"""Begins what words could end; the declaration is the only one that a frame has."""

LARGEST: Final = 1 << 18
_MOST: Final = 16

Known = TypeVar("Known")

Parse = Callable[[bytes], Any]
"""Makes a tree of a part."""

Read = Callable[[Any], Sequence[str]]
"""Reads the pieces of a tree."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What papers have in common: a tree of the part with signs for its words, and where these are seen.

    ``pieces`` are texts and the numbers of words, in turns: ``("Họ tên: ", 4, "")``.
    """

    tree: Any
    pieces: Sequence[Sequence[Any]]

    def read(self, words: Sequence[str]) -> list[str]:
        """Give the pieces of a page that has these words."""
        return with_words(self.pieces, words)


def with_words(pieces: Sequence[Sequence[Any]], words: Sequence[str]) -> list[str]:
    """Put words in their places among texts."""
    return ["".join([words[one] if type(one) is int else one for one in piece]) for piece in pieces]


class Memory(Generic[Known]):
    """What was found in files that have a frame in common, and from which of their parts."""

    def __init__(self) -> None:
        self._known: dict[Frame, tuple[tuple[str, ...], list[str], Sequence[object], Known]] = {}

    def of(self, frame: Frame, main: str, archive: Archive, find: Callable[[], Known]) -> Known:
        """Give what was found with all parts as they are here, or find it; ``main`` is what has the frame."""
        names = tuple(archive.names)
        there, read, lying, found = self._known.get(frame, ((), [], (), None))
        if there == names and found is not None and lying == [archive.lying(one) for one in read]:
            return found
        found = find()
        if len(self._known) >= _MOST:
            self._known.clear()
        read = [one for one in archive.seen if one != main]
        self._known[frame] = names, read, [archive.lying(one) for one in read], found
        return found


class Frames:
    """The frames that were seen; one that is seen once is only noted."""

    def __init__(self, parse: Parse, read: Read) -> None:
        self._parse, self._read = parse, read
        self._known: dict[tuple[bytes, ...], Frame | None] = {}
        self._last: tuple[bytes, tuple[Frame, Sequence[str]]] | None = None

    def find(self, content: bytes) -> tuple[Frame, Sequence[str]] | None:
        """Find the frame in which a part stands, and its words; nothing where it must be parsed."""
        if self._last and self._last[0] is content:  # a paper is looked at more than once
            return self._last[1]
        if len(content) > LARGEST or not DECLARED.match(content):
            return None
        parts = WORDS.split(content)
        words = plain(parts[2::3])
        if words is None:
            return None
        del parts[2::3]
        key = tuple(parts)
        frame = self._known.get(key)
        if frame is None:
            frame = self._learn(key)
        if frame is None:
            return None
        self._last = content, (frame, words)
        return frame, words

    def _learn(self, key: tuple[bytes, ...]) -> Frame | None:
        """Note a frame that is new; make one of it when it comes again."""
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.pop(next(iter(self._known)))
            self._known[key] = None
            return None
        mark_up = b"".join(key)
        if any(sign in mark_up for sign in UNFIT) or mark_up.count(INSTRUCTION) > 1:
            return None
        tree = self._parse(signed(key))
        frame = Frame(tree, [taken_apart(piece) for piece in self._read(tree)])
        self._known[key] = frame
        return frame


def plain(words: Sequence[bytes]) -> list[str] | None:
    """Read words as XML does; nothing where more than letters and the five signs stands among them."""
    together = b"\n".join(words)
    if _ODD.search(together):
        return None
    try:
        text = together.decode()
    except UnicodeDecodeError:
        return None
    found = text.split("\n")
    if len(found) != len(words) and words:
        return None
    if "&" not in text:
        return found if words else []
    if any(not one[1] for one in _ENTITY.finditer(text)):
        return None
    return [_ENTITY.sub(lambda sign: _LETTERS[sign[1]], one) for one in found]


def signed(key: Sequence[bytes]) -> bytes:
    """Put the frame together again, with a sign for each of its words."""
    found = [key[0]]
    for number, place in enumerate(range(1, len(key), 2)):
        found += key[place], f"\ue000{number}\ue001</w:t>".encode(), key[place + 1]
    return b"".join(found)


def taken_apart(piece: str) -> list[str | int]:
    """Tell texts of a frame from signs for words."""
    return [int(one) if odd % 2 else one for odd, one in enumerate(SIGN.split(piece)) if odd % 2 or one]
