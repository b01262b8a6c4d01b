"""A test authority: files of keys to try signing out with."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from reportgen.compose import file_name
from reportgen.papers.keyring import refuse_without_extra
from reportgen.write import Cabinet


def make_authority(folder: Path, names: Sequence[str], pin: str, at: dt.datetime) -> list[Path]:
    """Make a root and a key for each name, all locked by one PIN; what lies there already stays.

    Raises:
        MissingToolError: the libraries for signatures are not installed.
        OutputError: a file is there already, or cannot be written.

    """
    refuse_without_extra()
    from reportgen.seal.authority import Authority  # noqa: PLC0415  # an extra

    made = Authority.begun(at)
    root, issuing = made.revoked()
    files = {PurePosixPath("TEST-root.pem"): made.anchor(), PurePosixPath("TEST-root.crl.pem"): root}
    files[PurePosixPath("TEST-issuing.crl.pem")] = issuing
    for name in dict.fromkeys(names):
        files[file_name("TEST-{name}", {"name": name}, suffix=".p12")] = made.packed(made.holder(name), pin)
    cabinet = Cabinet(folder)
    return [cabinet.file(name, content) for name, content in files.items()]
