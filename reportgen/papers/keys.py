"""The office's own key, which signs the QR codes of its certificates: one file that only its owner reads."""

import os
from base64 import b64decode, b64encode
from binascii import Error
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportgen.load import is_there
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import MissingToolError, OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase
from reportgen.papers.office import OfficeFolder

if TYPE_CHECKING:
    from reportgen.token import PublicKey

FILE: Final = "khoa-qr.key"
"""What the office's key is called in its folder."""

_HEAD: Final = "reportgen-ed25519-secret"
_SIZE: Final = 32
_LIBRARIES: Final = ("cbor2", "cryptography", "segno")


def make_key(office: OfficeFolder, owner: str) -> "PublicKey":
    """Make the office's key.

    Raises:
        OutputError: there is one already, or it cannot be written.
        MissingToolError: the libraries for codes are not installed.

    """
    refuse_without_libraries()
    from reportgen.token import new_key, public_key_of  # noqa: PLC0415

    path, secret = office.path / FILE, new_key()
    line = f"{_HEAD} {b64encode(secret).decode('ascii')} {' '.join(owner.split())}".rstrip() + "\n"
    try:
        _write_once(path, line)
    except FileExistsError as error:
        raise OutputError([report("key-there", Origin(str(path)))]) from error
    except OSError as error:
        raise OutputError([_unfit(path, Foreign(error.strerror or str(error)))]) from error
    return public_key_of(secret, owner)


def _write_once(path: Path, line: str) -> None:
    """Write a file for its owner alone, whole or not at all; one that is there stays."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise


def secret_key(office: OfficeFolder) -> bytes | None:
    """Read the office's key; many offices have none.

    Raises:
        OutputError: it cannot be read.
        MissingToolError: the libraries for codes are not installed.

    """
    found = _read(office)
    return found[0] if found else None


def public_key(office: OfficeFolder) -> "PublicKey":
    """Give the public half of the office's key.

    Raises:
        OutputError: there is none, or it cannot be read.
        MissingToolError: the libraries for codes are not installed.

    """
    found = _read(office)
    if found is None:
        raise OutputError([report("key-missing", Origin(str(office.path)))])
    from reportgen.token import public_key_of  # noqa: PLC0415

    return public_key_of(*found)


def refuse_without_libraries() -> None:
    """Refuse to go on where the extra libraries for codes are not installed."""
    lacking = [name for name in _LIBRARIES if find_spec(name) is None]
    if lacking:
        raise MissingToolError([report("no-code-libraries", names=", ".join(lacking))])


def _read(office: OfficeFolder) -> tuple[bytes, str] | None:
    path = office.path / FILE
    if not is_there(path):
        return None
    refuse_without_libraries()
    try:
        head, secret, *owner = path.read_text(encoding="utf-8").split()
        raw = b64decode(secret, validate=True)
    except OSError as error:
        raise OutputError([_unfit(path, Foreign(error.strerror or str(error)))]) from error
    except (ValueError, Error) as error:
        raise OutputError([_unfit(path, phrase("it is not a key as reportgen writes it"))]) from error
    if head != _HEAD or len(raw) != _SIZE:
        raise OutputError([_unfit(path, phrase("it is not a key as reportgen writes it"))])
    return raw, " ".join(owner)


def _unfit(path: Path, why: object) -> Diagnostic:
    return report("key-unfit", Origin(str(path)), why=why)
