"""A QR code in a Word file: a picture in the place of the one that keeps it."""

import io
import zipfile
from hashlib import sha256
from typing import Final

from reportgen.finish.code_place import PICTURE_DIGEST
from reportgen.model.claims import Symbol
from reportgen.packing import Bundle, lying, packed

_MEDIA: Final = "word/media/"


def painted(content: bytes, symbol: Symbol) -> bytes | None:
    """Exchange the picture; its frame, its alternative text and all other parts stay as they lie there."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        places = {one.filename for one in entries if one.filename.startswith(_MEDIA) and _keeps(archive, one)}
    if not places:
        return None
    members = (
        packed(one.filename, symbol.picture) if one.filename in places else lying(content, one)
        for one in entries
    )
    return Bundle().with_members(members).archive()


def _keeps(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    return sha256(archive.read(entry)).hexdigest() == PICTURE_DIGEST
