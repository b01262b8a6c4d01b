"""Measures of a paper, in the units that the decree speaks of."""

from typing import Final

from reportgen.model.decree import MEASURES
from reportgen.model.layout import TWIPS_PER_MM, Block

SLACK: Final = 12
"""Twips: measures typed in centimetres come out a little off."""

_ROWS_OF_A_HEADER: Final = 2


def millimetres(twips: int) -> str:
    """Write a measure with one decimal at most."""
    return str(round(twips / TWIPS_PER_MM, 1)).replace(".", ",").removesuffix(",0")


def count_letters(block: Block) -> int:
    """Count letters: the dots of a form to fill in are none."""
    return sum(letter.isalnum() for letter in block.text)


def has_sheet_size(width: int, height: int) -> bool:
    """Ask whether both measures are those of the sheet within a millimetre, upright or across."""
    wanted = (MEASURES[side].ours * TWIPS_PER_MM for side in ("sheet-width", "sheet-height"))
    pairs = zip(sorted((width, height)), wanted, strict=True)
    return all(abs(one - other) <= TWIPS_PER_MM for one, other in pairs)


def is_tabled(block: Block) -> bool:
    """Ask whether a paragraph stands in a table of more rows than header and signatures have."""
    return block.cell is not None and block.cell.row > _ROWS_OF_A_HEADER


def slack_of(block: Block) -> int:
    """Tell how exactly a paragraph's place is known: what was measured is less so than what is written."""
    return round(TWIPS_PER_MM) if block.lines else SLACK
