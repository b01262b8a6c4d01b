"""Measures of a paper, in the units that the decree speaks of."""

from typing import Final

from reportgen.model.layout import TWIPS_PER_MM, Block

SLACK: Final = 12
"""Twips: measures typed in centimetres come out a little off."""


def millimetres(twips: int) -> str:
    """Write a measure with one decimal at most."""
    return str(round(twips / TWIPS_PER_MM, 1)).replace(".", ",").removesuffix(",0")


def count_letters(block: Block) -> int:
    """Count letters: the dots of a form to fill in are none."""
    return sum(letter.isalnum() for letter in block.text)
