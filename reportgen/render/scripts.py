"""Texts that are one run for Pango: letters of Latin script, and what goes with any script.

And words in which Pango ends no line, so that it need not be asked.

Digits and marks take the script of the letters before them, and are kerned by its rules; so words of two
scripts, letters of another one and marks over letters are left to Pango each time.
"""

import re
from typing import Final

PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00a9\u00ab\u00ac\u00ae-\u02dd\u1e00-\u1eff"
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ab]*"
)
"""Letters of Latin script and what goes with any: Pango takes a text of these for one run."""

WORD: Final = "(?:[0-9]+(?:[.,:][0-9]+)*%?|[0-9A-Za-zÀ-ɏḀ-ỿ]+)[.,:;]*"
"""A word in which no line ends (UAX 14): of `QĐ.12` one may end behind the point, of `1.234` none."""

_LETTER: Final = re.compile("[A-Za-zªºÀ-ÖØ-öø-ʸḀ-ỿ]")


def has_latin(text: str) -> bool:
    """Ask whether a text has a letter of Latin script: without one, Pango sets it as of no script."""
    return _LETTER.search(text) is not None


def is_latin(text: str) -> bool:
    """Ask whether Pango takes a text for one run of Latin script."""
    return PLAIN.fullmatch(text) is not None and has_latin(text)
