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
    return b"".join((before, sums_of(bytes(pdf.trailer.ID[0]), text.encode())[1], after))


def sums_of(identifier: bytes, manifest: bytes) -> tuple[bytes, bytes]:
    """Digest a manifest, and write what stands in that place: it tells of pages and of signers."""
    made = md5(manifest, usedforsecurity=False)
    checked = made.digest()
    made.update(identifier)
    return checked, b"<%b>]" % made.hexdigest().encode()
