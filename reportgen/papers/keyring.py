"""Keys to sign with, wherever they are kept."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportgen.load import read_bytes
from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError

if TYPE_CHECKING:
    from reportgen.seal.keys import Key, Whose

_PLUGGED: Final = "pkcs11:"

Asking = Callable[[], str]
"""Asks for a PIN."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a certificate says: whose it is, who vouches for that, how long; ``sort`` is that of the key."""

    name: str
    issuer: str
    sort: str
    since: dt.datetime
    until: dt.datetime
    test: bool


def knows_signatures() -> bool:
    """Tell whether the libraries for signatures are there, which are an extra."""
    return find_spec("pyhanko") is not None


def refuse_without_extra() -> None:
    """Refuse where the libraries for signatures are not there.

    Raises:
        MissingToolError: they are not.

    """
    if not knows_signatures():
        raise MissingToolError([report("sign-extra-missing")])


@contextmanager
def key_opened(where: str, pin: Asking) -> Iterator["Key"]:
    """Open a key once, for as many papers as there are: a .p12 file, or ``pkcs11:…`` of a token.

    Raises:
        DataError: there is no such file.
        FinishError: the key does not open.

    """
    if where.startswith(_PLUGGED):
        _refuse_without_tokens()
        from reportgen.seal.tokens import address_of, key_in_token  # noqa: PLC0415  # an extra

        with key_in_token(address_of(where), pin) as key:
            yield key
        return
    from reportgen.seal.keys import open_key  # noqa: PLC0415  # an extra

    content = read_bytes(Path(where), where)
    yield open_key(content, pin(), where)


def show_key(where: str, pin: Asking) -> Shown:
    """Tell what the certificate of a key says.

    Raises:
        DataError: there is no such file.
        FinishError: the key does not open.
        MissingToolError: the libraries for signatures are not installed.

    """
    refuse_without_extra()
    if where.startswith(_PLUGGED):
        _refuse_without_tokens()
        from reportgen.seal.tokens import address_of, certificate_in_token  # noqa: PLC0415  # an extra

        return _shown(certificate_in_token(address_of(where)))
    with key_opened(where, pin) as key:
        return _shown(key)


def _shown(found: "Whose") -> Shown:
    return Shown(found.name, found.issuer, found.sort, found.since, found.until, found.test)


def _refuse_without_tokens() -> None:
    if find_spec("pkcs11") is None:
        raise MissingToolError([report("token-extra-missing")])
