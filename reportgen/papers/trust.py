"""Whom an office trusts: a folder of certificates of authorities and their lists of revoked ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportgen.load import is_folder, read_bytes
from reportgen.model.errors import OutputError
from reportgen.papers.office import find_office

if TYPE_CHECKING:
    from reportgen.seal.checking_trust import Trust

TRUSTED: Final = "tin-cay"
"""What the folder is called in an office's folder."""

_SUFFIXES: Final = frozenset({".pem", ".crt", ".cer", ".der", ".crl"})


def trust_of_office(named: Path | None, working: Path) -> "Trust":
    """Read whom an office trusts: the one that is named, or the nearest from a folder upwards."""
    from reportgen.seal.checking_trust import trust_of  # noqa: PLC0415  # an extra

    try:
        folder = find_office(named, working).path / TRUSTED
    except OutputError:
        return trust_of(())
    files = sorted(folder.iterdir()) if is_folder(folder) else []
    return trust_of((str(one), read_bytes(one, str(one))) for one in files if one.suffix.lower() in _SUFFIXES)
