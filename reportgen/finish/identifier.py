"""What a finished PDF is told from others by (ISO 32000-1, 14.4): a digest of all its bytes."""

import io
from hashlib import md5
from typing import Final

import pikepdf

PLACE: Final = b"<31415926535897932384626433832795>]"
"""What qpdf writes where it is asked for no name."""

_DIGITS: Final = 32


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a file; the same file is the same bytes."""
    finished = io.BytesIO()
    pdf.save(finished, static_id=True)
    return identified(finished.getvalue())


def identified(content: bytes) -> bytes:
    """Put the digest of a file in its place, at the file's end."""
    place = content.rindex(PLACE) + 1
    digest = md5(content, usedforsecurity=False).hexdigest().encode()
    return b"".join((content[:place], digest, content[place + _DIGITS :]))
