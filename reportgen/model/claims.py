"""What a certificate's QR code says and an office's key signs."""

import datetime as dt
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.png import png_of

WORDS: Final = ("name", "unit", "programme", "result")
"""What of the register's words a code tells; never a birth date, or anything else of a person."""

DIGEST: Final = 16
"""Bytes of a manifest's SHA-256 that a code carries."""

ENTRY: Final = 7
"""Bytes of a register entry's hash that a code carries: they tell papers apart, and are printed."""

_GROUP: Final = 5
_LETTERS: Final = 10

NO_CODE: Final = "AAAAA-AAAAA"
"""What is printed for the code of a paper that has no place in the register yet."""

_POINTS: Final = 6
"""Points of the picture for each module: over 400 to the inch where a code is printed 20 mm wide."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What is signed: ``words`` by the names of `WORDS`, and the first bytes of two digests.

    ``manifest`` is that of the file on which the code stands, ``entry`` that of its place in the register.
    """

    number: str
    date: dt.date
    words: Mapping[str, str]
    manifest: bytes
    entry: bytes

    @property
    def code(self) -> str:
        """Give the letters that stand beside the QR code."""
        return code_of(self.entry)


@dataclass(frozen=True, slots=True)
class CodeSigner:
    """An office's secret key (32 bytes), and what it signs of one paper beside its place and its manifest."""

    key: bytes = field(repr=False)
    number: str
    date: dt.date
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: a line for each row of modules, ``1`` where one is dark."""

    rows: tuple[str, ...]

    @property
    def picture(self) -> bytes:
        """Give the same as a PNG."""
        return png_of(self.rows, _POINTS)


def code_of(entry: bytes) -> str:
    """Write the beginning of an entry's hash as ten letters and digits (RFC 4648): ``K7QM2-RXAPD``."""
    letters = b32encode(entry[:ENTRY]).decode("ascii")[:_LETTERS]
    return f"{letters[:_GROUP]}-{letters[_GROUP:]}"
