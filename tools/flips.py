"""Flip a bit of every byte of a signed paper and see whether its signatures alone would show it.

``python -m tools.flips PAPER.pdf --office DIR --every 37``: what signatures do not show stands in their own
padding and spelling, which they cannot cover; the register's digest of the whole file shows it all the same.
"""

import argparse
import datetime as dt
import logging
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportgen.papers.trust import trust_of_office
from reportgen.seal.checking import check
from reportgen.seal.checking_trust import Trust

_CONTENTS: Final = re.compile(rb"/Contents\s*<[0-9A-Fa-f]+>")


@dataclass(frozen=True, slots=True)
class Flipped:
    """How many were tried, and where those stand that signatures do not show."""

    tried: int
    missed: Counter[str]
    first: tuple[int, ...]


def flips(content: bytes, trust: Trust, at: dt.datetime, every: int, start: int = 0) -> Flipped:
    """Flip the lowest bit of each byte in its turn, and look into the signatures each time."""
    sound = check(content, trust, at)
    own = [found.span() for found in _CONTENTS.finditer(content)]
    missed: Counter[str] = Counter()
    first: list[int] = []
    places = range(start, len(content), every)
    for place in places:
        flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        if check(flipped, trust, at) == sound:
            missed["in a signature" if any(a <= place < b for a, b in own) else "elsewhere"] += 1
            first.append(place)
    return Flipped(len(places), missed, tuple(first[:10]))


def main() -> None:
    """Try, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paper", type=Path)
    parser.add_argument("--office", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    asked = parser.parse_args()
    logging.disable()
    content, trust = asked.paper.read_bytes(), trust_of_office(asked.office, Path())
    found = flips(content, trust, dt.datetime.now(dt.UTC), asked.every, asked.start)
    shown = found.tried - sum(found.missed.values())
    print(f"{len(content)} bytes, {found.tried} flipped one at a time: {shown} shown by the signatures alone")
    for where, count in found.missed.items():
        print(f"  not shown, {where}: {count} (the register's digest shows them)")
    if found.first:
        print(f"  the first of them at {', '.join(map(str, found.first))}")


if __name__ == "__main__":
    main()
