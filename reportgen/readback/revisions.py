"""What a PDF was before more was put behind it: signing leaves every byte of the paper where it is."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

_MOST: Final = 200
"""So many times at most a file is taken to have been written on."""

_END: Final = re.compile(rb"%%EOF(\r?\n?)")


def digests_before(content: bytes) -> Iterator[str]:
    """Digest (SHA-256) a file each time that it was complete, with the end of that line and without."""
    digest, done, view = sha256(), 0, memoryview(content)
    for place, end in enumerate(_END.finditer(content)):
        if place >= _MOST:
            return
        for stop in sorted({end.start(1), end.end(1)}):
            if stop < len(content):
                digest.update(view[done:stop])
                done = stop
                yield digest.hexdigest()
