"""Whether text reads as Vietnamese: how well its letters with marks form syllables that can exist."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_TONES = ("\u0301", "\u0323")
_RIMES = {
    "a": " c ch i m n ng nh o p t u y",
    "ă": "c k m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " ch m n nh p t u",
    "i": " a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "y": " ch n nh p t u",
    "yê": "m n ng t u",
    "o": " c i m n ng p t",
    "oo": "c ng",
    "ô": " c i m n ng p t",
    "ơ": " i m n p t",
    "u": " a c i m n ng p t",
    "uô": "c i m n ng t",
    "ư": " a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "oa": " c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": " m n o t",
    "uâ": "n ng t y",
    "uê": " ch n nh",
    "uơ": " ",
    "uy": " a ch n nh p t u",
    "uyê": "n t",
}
"""Vowels without tones, and the ends that each can have; a blank at the beginning is no end."""

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\ufffd])+")
_ABBREVIATION = re.compile("[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xzđĐ]+")
_SPELT_OTHERWISE = "(?:c|ng|g(?!i))[eêiy]|(?:k|gh|ngh)[aăâoôơuư]|(?:b|ch|d|đ|kh|n|nh|ph|r|tr|x)y$"
_SYLLABLE = re.compile(
    f"(?!{_SPELT_OTHERWISE})(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(?:"
    + "|".join(f"{vowel}(?:{'|'.join(ends.split(' '))})" for vowel, ends in _RIMES.items())
    + ")"
)
_STOPPED = re.compile(".*(?:c|ch|k|p|t)")


def marked_words(text: str) -> set[str]:
    """Give the different words of a text (NFC) that have letters beyond ASCII, but not ``ĐT``."""
    if text.isascii():
        return set()
    return {w for w in _WORD.findall(text) if not w.isascii() and _ABBREVIATION.fullmatch(w) is None}


def share_of_syllables(words: Iterable[str]) -> float:
    """Tell which part of some words are syllables, none of none."""
    found = [is_syllable(word) for word in words]
    return sum(found) / len(found) if found else 0.0


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Tell whether a word (NFC) could be Vietnamese; one that ends in c, p or t has one of two tones."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    if len(tones) > 1 or _SYLLABLE.fullmatch(plain) is None:
        return False
    return _STOPPED.fullmatch(plain) is None or any(tone in _SHARP_TONES for tone in tones)
