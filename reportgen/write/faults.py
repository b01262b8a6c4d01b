"""What the system says when it cannot write, in the words of whoever must act."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write.target import Target

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "file-too-big",
    errno.EACCES: "write-not-permitted",
    errno.EPERM: "write-not-permitted",
    errno.EROFS: "write-not-permitted",
    errno.ENOENT: "folder-vanished",
    errno.ENOTDIR: "folder-vanished",
    errno.ESTALE: "folder-vanished",
    errno.EEXIST: "file-changed-meanwhile",
    errno.EISDIR: "file-changed-meanwhile",
    errno.ENAMETOOLONG: "path-too-long",
    errno.EBUSY: "file-in-use",
    errno.ETXTBSY: "file-in-use",
    errno.EIO: "disk-failed",
}
_HELD_OPEN_ON_WINDOWS = {32, 33}


def fault(error: OSError, target: Target) -> Diagnostic:
    """Translate what the system said about a document."""
    held = getattr(error, "winerror", None) in _HELD_OPEN_ON_WINDOWS
    code = "file-in-use" if held else _CODES.get(error.errno or 0, "write-failed")
    return target.complain(code, why=error.strerror or error)


@contextmanager
def faults_at(target: Target) -> Iterator[None]:
    """Raise what the system refuses as a complaint about this document."""
    try:
        yield
    except OSError as error:
        raise OutputError([fault(error, target)]) from error
