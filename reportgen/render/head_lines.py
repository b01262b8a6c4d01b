"""Names that are too long for the head of a paper, in lines that fit beside the nation's."""

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise
from typing import Final

from reportgen.render.head import beside_nation, set_width

_MOST_LINES: Final = 4
_PLACES: Final = frozenset(
    ("tỉnh", "thành", "phố", "quận", "huyện", "thị", "xã", "trấn", "phường", "đặc", "khu")
)


def in_lines(name: str, rule: str) -> str:
    """Break a name into as few lines as fit, each in capitals and set by ``rule``; first where words part.

    What fits in no lines stays as it is: whoever prints it will tell.
    """
    words, most = name.split(), beside_nation()
    anywhere = range(1, len(words))
    partings = [at for at in anywhere if _parts(words[at - 1], words[at])]
    or_behind_dashes = [at for at in anywhere if at in partings or words[at - 1] == "-"]
    for places in (partings, or_behind_dashes, anywhere):
        for count in range(_MOST_LINES):
            lines = _shortest(words, places, count, rule)
            if lines and _width(lines, rule) <= most:
                return "\n".join(lines) if count else name
    return name


def _parts(before: str, word: str) -> bool:
    """Tell that a new thing is named: by a capital after small letters, a sort of place, or what joins it."""
    begins = word == "và" or (word in _PLACES and before not in _PLACES)
    return begins or (word[0].isupper() and before[0].islower() and before not in {"và", *_PLACES})


def _shortest(words: Sequence[str], places: Collection[int], count: int, rule: str) -> list[str]:
    """Break so often that the longest line is as short as can be."""
    ways = ([0, *chosen, len(words)] for chosen in combinations(places, count))
    broken = ([" ".join(words[start:end]) for start, end in pairwise(way)] for way in ways)
    return min(broken, key=lambda lines: _width(lines, rule), default=[])


def _width(lines: Sequence[str], rule: str) -> float:
    return max(set_width(line.upper(), rule, large=False) for line in lines)
