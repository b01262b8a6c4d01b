"""Keys that never leave their token: smart cards, USB tokens, hardware modules, by PKCS#11.

A token is named as RFC 7512 says, ``pkcs11:token=…;object=…?module-path=…``. A PIN goes to the token once:
some wrong ones lock it for good.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote, unquote_to_bytes

import pkcs11
from asn1crypto import x509
from pkcs11.exceptions import (
    PinExpired,
    PinIncorrect,
    PinInvalid,
    PinLenRange,
    PinLocked,
    UserPinNotInitialized,
)
from pyhanko.sign.pkcs11 import PKCS11Signer

from reportgen.model.diagnostics import report
from reportgen.model.errors import FinishError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.seal.keys import Key, Whose, key_of, whose

PREFIX: Final = "pkcs11:"

_KNOWN: Final = frozenset({"token", "serial", "object", "id", "module-path"})
_SECRET: Final = frozenset({"pin-value", "pin-source"})
_REFUSALS: Final = (PinIncorrect, PinInvalid, PinLenRange, PinLocked, PinExpired, UserPinNotInitialized)
_CERTIFICATES: Final = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a key is: in which token, reached by which library, and which of its keys."""

    written: str
    module: str
    token: str = ""
    serial: str = ""
    label: str = ""
    ident: bytes = b""

    @property
    def origin(self) -> Origin:
        """Tell where mistakes are."""
        return Origin(self.written)


@dataclass(frozen=True, slots=True)
class _Held:
    """A certificate in a token, under the name by which its key goes."""

    label: str
    ident: bytes
    certificate: x509.Certificate


def address_of(written: str) -> Address:
    """Read an address.

    Raises:
        FinishError: it is none, or tells a PIN, which belongs nowhere.

    """
    path, _, query = written.removeprefix(PREFIX).partition("?")
    parts = [
        part.partition("=") for text, by in ((path, ";"), (query, "&")) for part in text.split(by) if part
    ]
    found = {name.strip(): value for name, _, value in parts}
    origin = Origin(PREFIX)
    if _SECRET & found.keys():
        raise FinishError([report("token-pin-written", origin)])
    if odd := sorted(found.keys() - _KNOWN):
        raise FinishError([report("token-address", origin, why=phrase("nobody knows {name}", name=odd[0]))])
    if "module-path" not in found:
        raise FinishError([report("token-address", origin, why=phrase("it does not name the library"))])
    texts = {name: unquote(found.get(name, "")) for name in ("module-path", "token", "serial", "object")}
    module, token, serial, label = texts.values()
    return Address(written, module, token, serial, label, unquote_to_bytes(found.get("id", "")))


@contextmanager
def key_in_token(where: Address, pin: Callable[[], str]) -> Iterator[Key]:
    """Open a key in a token until the context is left; the PIN is asked for once the key is found.

    Raises:
        FinishError: library, token or key is not there, there are several, or the PIN is wrong.

    """
    token = _token(where)
    held, others = _chosen(where, token)
    with _session(where, token, pin()) as session:
        wanted = {
            pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY,
            pkcs11.Attribute.ID: held.ident,
            pkcs11.Attribute.SIGN: True,
        }
        if not list(session.get_objects(wanted)):
            raise FinishError([report("token-empty", where.origin)])
        signer = _Signer(
            where,
            session,
            signing_cert=held.certificate,
            ca_chain=others,
            key_id=held.ident,
            use_raw_mechanism=True,
        )
        yield key_of(held.certificate, signer)


def certificate_in_token(where: Address) -> Whose:
    """Read whose key is in a token, which takes no PIN.

    Raises:
        FinishError: library, token or certificate is not there, or there are several.

    """
    held, _ = _chosen(where, _token(where))
    return whose(held.certificate)


class _Signer(PKCS11Signer):
    """Signs in the token; one that is pulled out is told as that."""

    def __init__(self, where: Address, session: Any, **more: Any) -> None:
        super().__init__(session, **more)
        self.where = where

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: FBT001, FBT002  (as declared)
        """Sign."""
        try:
            signature: bytes = await super().async_sign_raw(data, digest_algorithm, dry_run)
        except pkcs11.PKCS11Error as error:
            raise FinishError([report("token-failed", self.where.origin)]) from error
        return signature


def _token(where: Address) -> Any:
    try:
        slots = pkcs11.lib(where.module).get_slots(token_present=True)
        tokens = [slot.get_token() for slot in slots]
    except pkcs11.PKCS11Error as error:
        raise FinishError([report("token-library", where.origin, file=where.module)]) from error
    ready = [one for one in tokens if pkcs11.TokenFlag.TOKEN_INITIALIZED in one.flags]
    meant = [
        one
        for one in ready
        if where.token in {"", one.label}
        and where.serial in {"", one.serial.decode(errors="replace").strip()}
    ]
    if not meant:
        labels = ", ".join(sorted(one.label for one in ready)) or phrase("no token")
        raise FinishError([report("token-missing", where.origin, known=labels)])
    if len(meant) > 1:
        labels = ", ".join(f"token={one.label};serial={one.serial.decode(errors='replace')}" for one in meant)
        raise FinishError([report("token-several", where.origin, known=labels)])
    return meant[0]


def _chosen(where: Address, token: Any) -> tuple[_Held, list[x509.Certificate]]:
    """Choose whose key signs: the one that is named, or the only one that is no authority's."""
    with token.open() as session:
        held = [_held(one) for one in session.get_objects(_CERTIFICATES)]
    own = [
        one
        for one in held
        if not one.certificate.ca and where.label in {"", one.label} and where.ident in {b"", one.ident}
    ]
    if not own:
        raise FinishError([report("token-empty", where.origin)])
    if len(own) > 1:
        labels = ", ".join(sorted(f"object={one.label}" for one in own))
        raise FinishError([report("token-several", where.origin, known=labels)])
    return own[0], [one.certificate for one in held if one is not own[0]]


def _held(found: Any) -> _Held:
    attributes = found.get_attributes([pkcs11.Attribute.LABEL, pkcs11.Attribute.ID, pkcs11.Attribute.VALUE])
    label, ident, content = (attributes[one] for one in attributes)
    return _Held(str(label), bytes(ident), x509.Certificate.load(content))


@contextmanager
def _session(where: Address, token: Any, pin: str) -> Iterator[Any]:
    if not pin:
        raise FinishError([report("pin-missing", where.origin)])
    try:
        session = token.open(user_pin=pin)
    except _REFUSALS as error:
        raise FinishError([report("token-pin-wrong", where.origin, token=token.label)]) from error
    except pkcs11.PKCS11Error as error:
        raise FinishError([report("token-failed", where.origin)]) from error
    with session:
        yield session
