"""A text as words and numbers in a row, with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"(?:[^\s()\[\]{}“”\"‘’;!?…/]|(?<=\S)/(?=\S))+|/")
"""A stroke is a word of its own where space stands beside it."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number, without the punctuation behind it.

    ``word`` is it in lower case; ``joined`` says that nothing but space stands between it and the one before.
    """

    text: str
    word: str
    start: int
    joined: bool

    @property
    def end(self) -> int:
        """Tell where it ends."""
        return self.start + len(self.text)


def tokens_of(text: str) -> list[Token]:
    """Take a text apart."""
    tokens: list[Token] = []
    for found in _WORD.finditer(text):
        if core := found[0].rstrip(".,:"):
            joined = bool(tokens) and not text[tokens[-1].end : found.start()].strip()
            tokens.append(Token(core, core.casefold(), found.start(), joined))
    return tokens


def words_before(tokens: Sequence[Token], place: int, most: int) -> list[str]:
    """Give the words that lead up to a token without a break, the nearest last."""
    first = place
    while first > 0 and place - first < most and tokens[first].joined:
        first -= 1
    return [token.word for token in tokens[first:place]]


def words_after(tokens: Sequence[Token], place: int, most: int) -> list[str]:
    """Give the words that follow a token without a break."""
    last = place + 1
    while last < len(tokens) and last - place <= most and tokens[last].joined:
        last += 1
    return [token.word for token in tokens[place + 1 : last]]
