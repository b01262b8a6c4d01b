"""What the system says when it cannot write, in the words of whoever must act."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase
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
    errno.ENODEV: "folder-vanished",
    errno.ENXIO: "folder-vanished",
    errno.ENOTCONN: "folder-vanished",
    errno.EHOSTDOWN: "folder-vanished",
    errno.EHOSTUNREACH: "folder-vanished",
    errno.ENETDOWN: "folder-vanished",
    errno.ENETUNREACH: "folder-vanished",
    errno.ETIMEDOUT: "folder-vanished",
    errno.ENAMETOOLONG: "path-too-long",
    errno.EBUSY: "file-in-use",
    errno.ETXTBSY: "file-in-use",
    errno.EIO: "disk-failed",
}
_HELD_OPEN_ON_WINDOWS = {32, 33}
_SHARE_GONE_ON_WINDOWS = {53, 55, 59, 64, 67, 1231}

HOPELESS: Final = frozenset({"disk-full", "disk-failed", "folder-vanished", "store-failed", "store-unfit"})
"""What keeps all further documents from being written too."""

_SHOWN = 40


def fault(error: OSError, target: Target) -> Diagnostic:
    """Translate what the system said about a document."""
    code = _code(error)
    if code == "path-too-long":
        return report(code, Origin(_short(target.origin.file)), name=_short(str(target.name)))
    reason = Foreign((error.strerror or str(error)).lower())
    named = phrase("{reason} ({name})", reason=reason, name=error.filename)
    return target.complain(code, why=named if error.filename else reason)


def _code(error: OSError) -> str:
    on_windows = getattr(error, "winerror", None)
    if on_windows in _HELD_OPEN_ON_WINDOWS:
        return "file-in-use"
    if on_windows in _SHARE_GONE_ON_WINDOWS:
        return "folder-vanished"
    return _CODES.get(error.errno or 0, "write-failed")


def _short(name: str) -> str:
    """Leave the middle of a long name out."""
    return f"{name[:_SHOWN]}…{name[-_SHOWN:]}" if len(name) > 2 * _SHOWN else name


@contextmanager
def faults_at(target: Target) -> Iterator[None]:
    """Raise what the system refuses as a complaint about this document."""
    try:
        yield
    except OSError as error:
        raise OutputError([fault(error, target)]) from error
