"""How large a template may be before anything of it is understood: hostile ones must not cost hours."""

import re
from typing import Final

from jinja2.exceptions import TemplateSyntaxError

from reportgen.model.phrase import phrase

MOST_LETTERS: Final = 1_000_000
"""Letters of an HTML template; its bytes may be four times as many."""

MOST_TAGS: Final = 20_000
"""Tags of an HTML template."""

MOST_DIGITS: Final = 1000
"""Digits in a row; Python does not even read some thousands."""

MOST_PART: Final = 4_000_000
"""Bytes of one XML part of a Word template."""

MOST_BRACES: Final = 10_000
"""Opening braces in one part of a Word template; a tag has two or three of them."""

_TAG: Final = re.compile(r"{[{%#]")
_DIGITS: Final = re.compile(f"[0-9_]{{{MOST_DIGITS}}}")


class TooLargeError(TemplateSyntaxError):
    """A template is larger than any that people write."""


def too_large(text: str) -> str | None:
    """Tell why the text of a page is too large, if it is."""
    if len(text) > MOST_LETTERS:
        return phrase("it has more than {most} letters", most=MOST_LETTERS)
    if sum(1 for _ in _TAG.finditer(text)) > MOST_TAGS:
        return phrase("it has more than {most} tags", most=MOST_TAGS)
    return too_long_number(text)


def too_large_file(size: int) -> str | None:
    """Tell why a page is not even read, if so."""
    most = 4 * MOST_LETTERS
    return phrase("it has more than {most} bytes", most=most) if size > most else None


def too_long_number(text: str) -> str | None:
    """Tell of a number that nobody can mean."""
    return phrase("it has a number of {most} digits", most=MOST_DIGITS) if _DIGITS.search(text) else None


def too_large_part(size: int) -> str | None:
    """Tell why a part of a Word template is not even read, if so."""
    return phrase("a part of it has more than {most} bytes", most=MOST_PART) if size > MOST_PART else None


def too_many_tags(markup: str, words: str) -> str | None:
    """Tell why a part of a Word template, and its text, is more than anybody would type."""
    if markup.count("{") > MOST_BRACES:
        return phrase("a part of it has more than {most} tags", most=MOST_BRACES // 2)
    return too_long_number(words)
