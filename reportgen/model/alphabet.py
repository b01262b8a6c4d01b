"""The order in which Vietnamese lists stand: letters before tones, people by their given names."""

import re
import unicodedata
from typing import Final

from reportgen.model.names import folded

Rank = tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...]
"""What to sort a text by: its numbers and syllables, a syllable's letters before its tone."""

_ALPHABET: Final = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z"
_LETTERS: Final = unicodedata.normalize("NFD", _ALPHABET).split()
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
_LETTER_RANKS: Final = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONE_RANKS: Final = {tone: rank for rank, tone in enumerate(_TONES, 1)}
_PART: Final = re.compile(r"(\d+)|(?:[^\W\d_]|[\u0300-\u036f])+")
_LETTER: Final = re.compile(rf"[^{_TONES}][\u0302\u0306\u031b]*")


def rank(text: str) -> Rank:
    """Rank a text syllable by syllable, numbers by what they count: ``Số 2`` stands before ``Số 10``."""
    return tuple(map(_rank, _PART.finditer(folded(text))))


def rank_of_person(name: str) -> Rank:
    """Rank a name as class lists do: by the given name, which stands last, then by what is before it."""
    *before, given = name.split() or [""]
    return rank(" ".join([given, *before]))


def _rank(part: re.Match[str]) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    if part[1]:
        return 0, (int(part[1]),), ()
    letters = tuple(_LETTER_RANKS.get(one, len(_LETTERS) + ord(one[0])) for one in _LETTER.findall(part[0]))
    return 1, letters, tuple(_TONE_RANKS[one] for one in part[0] if one in _TONE_RANKS)
