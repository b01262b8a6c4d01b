"""Vietnamese alphabetical order, as dictionaries and ICU's ``vi`` have it.

Four levels, each over the whole text before the next one counts: letters (a ă â b c d đ …, spaces before
marks before digits before letters), the tones of each word (ngang huyền hỏi ngã sắc nặng; ``Hòa`` and
``Hoà`` have the same), small before capital, and last the code points, so that only equal texts tie.
Digits are compared one by one: ``10`` comes before ``2``.
"""

import unicodedata
from collections.abc import Iterable, Iterator

Key = tuple[object, ...]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {unicodedata.normalize("NFD", letter): rank for rank, letter in enumerate(_ALPHABET)}
_PUNCTUATION = "_-–—,;:!?.…'‘’\"“”«»()[]{}§@*/\\&#%•`^°+<=>|~$"
_HEARD = 2
"""Of a key, the levels that are heard: letters and tones."""

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def collation_key(text: str) -> Key:
    """Give the key by which `sorted` puts texts in Vietnamese order (4.2)."""
    clusters = list(_clusters(text))
    letters = tuple(_letter(cluster) for cluster in clusters)
    tones = tuple(tuple(_marks(word)) for word in _words(clusters))
    capitals = tuple(cluster != cluster.lower() for cluster in clusters)
    return (letters, tones, capitals, unicodedata.normalize("NFC", text), text)


def person_key(full_name: str) -> Key:
    """Give the key that sorts persons: given name, then family name, then what stands between (4.2).

    How a name is spelled, in capitals or with its tone elsewhere, counts only between people of one name.
    """
    *before, given = full_name.split() or [""]
    family, between = " ".join(before[:1]), " ".join(before[1:])
    keys = [collation_key(given), collation_key(family), collation_key(between)]
    return (*(key[:_HEARD] for key in keys), *keys, full_name)


def _clusters(text: str) -> Iterator[str]:
    """Cut a text into letters with their marks behind them; format characters count for nothing."""
    cluster = ""
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.category(char) in {"Cc", "Cf"} and not char.isspace():
            continue
        if cluster and not unicodedata.combining(char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _letter(cluster: str) -> tuple[int, int, str]:
    base, shape = _shaped(cluster)
    if (rank := _RANKS.get(base + shape)) is not None:
        return (3, rank, "")
    if base.isalpha():
        return (4, 0, base)
    if base.isdecimal():
        return (2, unicodedata.decimal(base), "")
    return (0, 0, "") if base.isspace() else (1, _PUNCTUATION.find(base), base)


def _words(clusters: Iterable[str]) -> list[list[str]]:
    words: list[list[str]] = [[]]
    for cluster in clusters:
        if cluster[0].isspace():
            words.append([])
        words[-1].append(cluster)
    return words


def _marks(word: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give the tones of a word, wherever in it they stand."""
    for cluster in word:
        _, shape = _shaped(cluster)
        for mark in cluster[1:].replace(shape, "", 1):
            yield _TONES.get(mark, len(_TONES) + 1), mark


def _shaped(cluster: str) -> tuple[str, str]:
    """Tell the small letter, and the mark that makes it a letter of its own (ă, â, ê, ô, ơ, ư)."""
    base = cluster[0].lower()
    return base, next((mark for mark in cluster[1:] if base + mark in _RANKS), "")
