"""What SQLite says when it cannot read or write, in the words of whoever must act."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign

_CODES: Final = {
    sqlite3.SQLITE_BUSY: "register-busy",
    sqlite3.SQLITE_LOCKED: "register-busy",
    sqlite3.SQLITE_FULL: "register-disk-full",
    sqlite3.SQLITE_IOERR: "register-disk-full",
    sqlite3.SQLITE_READONLY: "register-read-only",
    sqlite3.SQLITE_PERM: "register-read-only",
    sqlite3.SQLITE_CANTOPEN: "register-read-only",
    sqlite3.SQLITE_NOTADB: "register-unreadable",
    sqlite3.SQLITE_CORRUPT: "register-unreadable",
    sqlite3.SQLITE_CONSTRAINT: "register-unreadable",
}
"""By the primary result code: SQLite's extended ones have it in their lowest byte."""


_NO_TEXT: Final = "Could not decode"
"""What Python says of bytes that are no text; SQLite itself does not look."""


@contextmanager
def faults_at(path: Path) -> Iterator[None]:
    """Raise what the database refuses as a complaint about the register; what it cannot mean is a bug."""
    try:
        yield
    except sqlite3.Error as error:
        code = _CODES.get((getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
        if code is None and str(error).startswith(_NO_TEXT):
            code = "register-unreadable"
        if code is None:
            raise
        raise OutputError([report(code, Origin(str(path)), why=Foreign(str(error)))]) from error
