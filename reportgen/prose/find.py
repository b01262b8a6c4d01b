"""The quantities of a Vietnamese text, with the words that qualify them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportgen.prose.quantity import Quantity, Sense, reach_of
from reportgen.prose.shapes import SHAPES, Found
from reportgen.prose.tokens import Token, tokens_of, words_after, words_before
from reportgen.prose.vocabulary import FALLING, SENSES, SENSES_AFTER


@lru_cache(maxsize=1024)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """List the quantities of a text from left to right, those that are doubtful too.

    Papers of a batch have most of their texts in common.
    """
    tokens, place = tokens_of(text), 0
    quantities: list[Quantity] = []
    while place < len(tokens):
        found = next((found for shape in SHAPES if (found := shape(tokens, place))), None)
        if found is not None:
            quantities.append(_quantity(text, tokens, place, found))
        place += found.size if found else 1
    return tuple(quantities)


def _quantity(text: str, tokens: Sequence[Token], place: int, found: Found) -> Quantity:
    """Add what the words around a number say of it."""
    last = place + found.size - 1
    before, sense = _qualified(words_before(tokens, place, 3)[::-1], _BACKWARDS)
    after, late = _qualified(words_after(tokens, last, 2), SENSES_AFTER)
    start, end = tokens[place - before].start, tokens[last + after].end
    return Quantity(
        start, end, text[start:end], found.value, found.unit,
        reach=reach_of(found.value, found.unit) if found.reach is None else found.reach,
        percent=found.percent, sense=found.sense or sense or late or Sense.EXACT, upto=found.upto,
        parts=found.parts, sure=found.sure, falling=_falls(tokens, place),
    )  # fmt: skip


def _qualified(words: Sequence[str], table: Mapping[tuple[str, ...], Sense]) -> tuple[int, Sense | None]:
    """Look up the most of these words that the table knows together, beginning with the first."""
    sizes = (size for size in range(len(words), 0, -1) if tuple(words[:size]) in table)
    size = next(sizes, 0)
    return size, table[tuple(words[:size])] if size else None


def _falls(tokens: Sequence[Token], place: int) -> bool:
    return not FALLING.isdisjoint(words_before(tokens, place, 4))


_BACKWARDS = {words[::-1]: sense for words, sense in SENSES.items()}
