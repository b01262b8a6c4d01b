"""Random files: whatever is read is understood, or it is said what is wrong with it; nothing else happens.

``make soak`` draws many more of them, and lets atheris look for those that nobody would think of.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.fuzz.targets import SEEDS, TARGETS, run

_PIECES = {name: [re.findall(r"\w+|\s+|\W", seed) for seed in seeds] for name, seeds in SEEDS.items()}


def resembling(name: str) -> st.SearchStrategy[bytes]:
    """Draw files of the pieces that a sound one is made of, in any order."""
    pieces = sorted({piece for seed in _PIECES.get(name, []) for piece in seed})
    texts = st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=60) if pieces else st.nothing()
    return texts.map(lambda found: "".join(found).encode("utf-8", "surrogatepass"))


def damaged(name: str) -> st.SearchStrategy[bytes]:
    """Draw a sound file of which a stretch is replaced."""
    seeds = [seed.encode() for seed in SEEDS.get(name, [])]
    places = st.tuples(st.integers(0, 200), st.integers(0, 20), st.binary(max_size=4))
    drawn = st.tuples(st.sampled_from(seeds), places) if seeds else st.nothing()
    return drawn.map(lambda given: _replaced(given[0], *given[1]))


def _replaced(content: bytes, begin: int, length: int, other: bytes) -> bytes:
    place = begin % (len(content) + 1)
    return content[:place] + other + content[place + length :]


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=settings.default.max_examples // 4 if settings.default else 25)
@given(drawn=st.data())
def test_whatever_is_read_is_understood_or_refused(name: str, drawn: st.DataObject) -> None:
    run(name, drawn.draw(st.binary(max_size=100) | resembling(name) | damaged(name)))
