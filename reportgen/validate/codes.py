"""Codes that seem to have lost the zeros at their beginning, as Excel makes numbers of them."""

import re
from collections.abc import Iterator, Sequence

from reportgen.model.values import Numeral

_SHORT = re.compile(r"[35789][0-9]{8}|[0-9]{11}")
"""A mobile phone's number, or a citizen's, without the zero that it begins with."""


def lost_zeros(texts: Sequence[str | None]) -> Iterator[int]:
    """Find the rows of codes a digit shorter than others with a zero before them, or like one without it.

    A number cell is found by its length alone, as Excel never keeps the zeros of one.
    """
    whole = [text for text in texts if text and text[0] == "0" and text.isdigit()]
    short, bare = {len(text) - 1 for text in whole}, {text.lstrip("0") for text in whole}
    for row, text in enumerate(texts):
        if not text or text[0] == "0" or not (text.isascii() and text.isdigit()):
            continue
        if len(text) in short or text in bare or (isinstance(text, Numeral) and _SHORT.fullmatch(text)):
            yield row
