"""What a finished PDF is told from others by (ISO 32000-1, 14.4): its name, a digest of what it carries."""

import io
from hashlib import md5
from typing import Final

import pikepdf

PLACE: Final = b"<31415926535897932384626433832795>]"
"""What qpdf writes where it is asked for no digest."""


def saved(pdf: pikepdf.Pdf, text: str) -> bytes:
    """Write a file; the same file with the same manifest is the same bytes."""
    finished = io.BytesIO()
    pdf.save(finished, static_id=True)
    before, _, after = finished.getvalue().rpartition(PLACE)
    return b"".join((before, place_of(bytes(pdf.trailer.ID[0]), text.encode()), after))


def place_of(identifier: bytes, manifest: bytes) -> bytes:
    """Write what stands in its place: the manifest tells what the pages draw, and who is to sign."""
    return b"<%b>]" % md5(manifest + identifier, usedforsecurity=False).hexdigest().encode()
