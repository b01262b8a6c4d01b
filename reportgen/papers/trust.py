"""Whom an office trusts: a folder of certificates of authorities and their lists of revoked ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportgen.load import is_folder, read_bytes
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.origin import Origin
from reportgen.papers.office import OfficeFolder, find_office

if TYPE_CHECKING:
    from reportgen.seal.checking_trust import Trust

TRUSTED: Final = "tin-cay"
"""What the folder is called in an office's folder."""

_SUFFIXES: Final = frozenset({".pem", ".crt", ".cer", ".der", ".crl"})


def trust_of_office(named: Path | None, working: Path) -> "Trust":
    """Read whom an office trusts: the one that is named, or the nearest from a folder upwards.

    Raises:
        DataError: a file that should say whom to trust says nothing.

    """
    try:
        return trust_in(find_office(named, working))
    except OutputError:
        return trust_in(None)


def trust_in(office: OfficeFolder | None) -> "Trust":
    """Read whom an office trusts; who is of no office trusts nobody.

    Raises:
        DataError: a file that should say whom to trust says nothing.

    """
    from reportgen.seal.checking_trust import trust_of  # noqa: PLC0415  # an extra

    folder = office.path / TRUSTED if office else None
    files = sorted(folder.iterdir()) if folder and is_folder(folder) else []
    wanted = [one for one in files if one.suffix.lower() in _SUFFIXES]
    found = trust_of((str(one), read_bytes(one, str(one))) for one in wanted)
    if found.strange:
        raise DataError(report("trust-unreadable", Origin(name)) for name in found.strange)
    return found
