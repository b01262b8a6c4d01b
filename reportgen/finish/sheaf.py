"""A PDF written piece by piece: of each object only its place is kept, however many there are."""

import hashlib
from array import array
from typing import BinaryIO, Final

_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE: Final = b"0000000000 65535 f \n"


class Sheaf:
    """Objects one after the other, and at the end the table of where each stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._starts = array("Q")
        self._at = 0
        self._digest = hashlib.sha256()
        self._shared: dict[bytes, int] = {}
        self._write(_HEAD)

    def number(self) -> int:
        """Take a number for an object that will be put down."""
        self._starts.append(0)
        return len(self._starts)

    def put(self, number: int, body: bytes) -> int:
        """Put an object down under its number."""
        self._starts[number - 1] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_stream(self, dictionary: bytes, content: bytes, number: int | None = None) -> int:
        """Put a stream down; one that nobody has numbered yet is put down once, however many have it."""
        body = b"%b\nstream\n%b\nendstream" % (dictionary, content)
        if number is not None:
            return self.put(number, body)
        digest = hashlib.sha256(body).digest()
        if digest not in self._shared:
            self._shared[digest] = self.put(self.number(), body)
        return self._shared[digest]

    def close(self, root: int, about: int) -> None:
        """Write the table of places; ``root`` is the catalogue, ``about`` the title and the like."""
        start, name = self._at, self._digest.hexdigest()[:32].encode()
        self._write(b"xref\n0 %d\n" % (len(self._starts) + 1) + _FREE)
        for place in self._starts:
            self._write(b"%010d 00000 n \n" % place)
        trailer = b"<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>"
        self._write(b"trailer\n" + trailer % (len(self._starts) + 1, root, about, name, name))
        self._write(b"\nstartxref\n%d\n%%%%EOF\n" % start)

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._digest.update(content)
        self._at += len(content)
