"""Names compared as people compare them: never altered, only held against each other."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from reportgen.model.letters import LOOK_ALIKES, with_ink

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_DASH: Final = re.compile(r"(?<=\d)\s*[\u002d\u2010-\u2015\u2212]\s*(?=\d)")
_MEANT: Final = str.maketrans(dict(LOOK_ALIKES))


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """Fold what two spellings of one name may differ in.

    That is case, spacing, how letters are composed, where in a syllable its tone stands (``Hòa``, ``Hoà``),
    letters that nobody sees, letters that only look alike (``Đ``, ``Ð``), and dashes between digits
    (``2024-2025``, ``2024 – 2025``).
    """
    return " ".join(filter(None, map(_folded_word, _DASH.sub("-", name).split())))


def same_name(one: object, other: object) -> bool:
    """Tell whether two values are equal, texts as names are."""
    if one == other:
        return True
    return isinstance(one, str) and isinstance(other, str) and folded(one) == folded(other)


def may_be(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: the same, or one of them written without its marks."""
    first, second = folded(one), folded(other)
    return bool(first) and (first == second or _plain(first) == second or first == _plain(second))


def _plain(name: str) -> str:
    """Leave out all marks: ``lo van but``."""
    apart = unicodedata.normalize("NFD", name).replace("đ", "d")
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 14)
def _folded_word(word: str) -> str:
    """Fold a word: names are many, and made of few words."""
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFD", with_ink(word).translate(_MEANT)).casefold()
    return _SYLLABLE.sub(_tone_last, apart)


def _tone_last(word: re.Match[str]) -> str:
    """Put tones behind the letters: on which of its vowels a syllable has them is a habit."""
    letters = [letter for letter in word[0] if letter not in _TONES]
    return "".join(letters) + "".join(letter for letter in word[0] if letter in _TONES)
