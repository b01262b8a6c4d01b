"""Letters that deceive the eye: those that nobody sees, and those that look like another."""

import re
from collections.abc import Mapping
from typing import Final

UNSEEN: Final = frozenset("\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
"""Characters without ink: soft hyphens, zero-width spaces and joiners, a file's byte order mark."""

DIRECTING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters without ink that make others show in another order."""

ALIEN: Final[Mapping[str, str]] = {
    "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư",
}  # fmt: skip
"""Letters of Iceland, Ghana and old Turkic alphabets that converters leave in Vietnamese words."""

CYRILLIC: Final[Mapping[str, str]] = dict(
    zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁ", "ABEKMHOPCTYXIJSaeopcyxijshd", strict=True)
)
"""Letters that are somebody's own, and deceive only among Latin ones."""

LOOK_ALIKES: Final[Mapping[str, str]] = {**ALIEN, **CYRILLIC}
"""From a letter to the one that it looks like."""

_INKLESS: Final = re.compile(f"[{''.join(sorted(UNSEEN | DIRECTING))}]")
_DIRECTING: Final = re.compile(f"[{''.join(sorted(DIRECTING))}]")


def as_stored(text: str) -> str:
    """Leave out what would turn letters round: a page shows them in the order in which they are stored."""
    return text if text.isascii() else _DIRECTING.sub("", text)


def with_ink(text: str) -> str:
    """Leave out what nobody sees: a reader gives back none of it, and some programs drop it."""
    return text if text.isascii() else _INKLESS.sub("", text)
