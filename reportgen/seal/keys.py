"""A key to sign with, opened once for as many papers as there are."""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from asn1crypto import pkcs12, x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pyhanko.sign.signers import Signer, SimpleSigner

from reportgen.model.diagnostics import report
from reportgen.model.errors import FinishError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.seal.authority import MARK

_LOCKED: Final = "pkcs8_shrouded_key_bag"
_MOST_ROUNDS: Final = 10_000_000
"""So often a PIN may be digested: a few seconds. Programs ask for 2,000 to 600,000 times."""


_LEAST_BITS: Final = {"rsa": 2048, "ec": 224}
_NEVER: Final = 1 << 30
_SIGNING: Final = "non_repudiation"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a certificate names, and who vouches; ``test`` says that it is of a test authority."""

    name: str
    issuer: str
    sort: str
    since: dt.datetime
    until: dt.datetime
    test: bool


@dataclass(frozen=True, slots=True)
class Key(Whose):
    """A key and what its certificate says."""

    signer: Signer

    def names(self, who: str) -> bool:
        """Ask whether the certificate names somebody, however the name is spelled."""
        return _plain(self.name) == _plain(who)

    @property
    def unfit(self) -> str:
        """Say why nobody who checks signatures takes this key's (ETSI TS 119 312; RFC 5280, 4.2.1.3)."""
        certificate: x509.Certificate = self.signer.signing_cert
        if _strength(certificate) < _LEAST_BITS.get(certificate.public_key.algorithm, _NEVER):
            return phrase("{sort} is too weak, or no sort of key that is accepted", sort=self.sort)
        usage = certificate.key_usage_value
        if usage is None or _SIGNING not in usage.native:
            return phrase("it was not issued to sign documents (Non Repudiation)")
        return ""


def open_key(content: bytes, pin: str, file: str) -> Key:
    """Open a PKCS#12 file.

    Raises:
        FinishError: it is none, or the PIN is wrong; nobody can tell the one from the other.

    """
    try:
        _refuse_endless(content, file)
        signer = _Kept.load_pkcs12_data(content, [], pin.encode())
    except (ValueError, TypeError, AttributeError) as error:  # a file without a key, too
        raise FinishError([report("key-unreadable", Origin(file))]) from error
    return key_of(signer.signing_cert, _Kept.of(signer))


def _refuse_endless(content: bytes, file: str) -> None:
    """Refuse a file that says that it takes days to open: nobody could stop that.

    How often a PIN is to be digested stands outside of what it locks (RFC 7292, RFC 8018).
    """
    box = pkcs12.Pfx.load(content)
    locks = [box["mac_data"].native]
    for part in box.authenticated_safe:
        inside = part["content"]
        if part["content_type"].native == "encrypted_data":
            locks.append(inside["encrypted_content_info"]["content_encryption_algorithm"].native)
        elif part["content_type"].native == "data":
            bags = [bag for bag in pkcs12.SafeContents.load(inside.native) if bag["bag_id"].native == _LOCKED]
            locks += [bag["bag_value"]["encryption_algorithm"].native for bag in bags]
    if (rounds := max(_numbers(locks), default=0)) > _MOST_ROUNDS:
        raise FinishError([report("key-endless", Origin(file), rounds=rounds, most=_MOST_ROUNDS)])


def _numbers(said: object) -> Iterator[int]:
    """Give all whole numbers in what a file says, however deep."""
    if isinstance(said, int):
        yield said
    inner = said.values() if isinstance(said, Mapping) else said if isinstance(said, list) else ()
    for one in inner:
        yield from _numbers(one)


def key_of(certificate: x509.Certificate, signer: Signer) -> Key:
    """Put together a key and what its certificate says."""
    said = whose(certificate)
    return Key(said.name, said.issuer, said.sort, said.since, said.until, said.test, signer)


def whose(certificate: x509.Certificate) -> Whose:
    """Read from a certificate whose key it is."""
    until = certificate["tbs_certificate"]["validity"]["not_after"].native
    since = certificate["tbs_certificate"]["validity"]["not_before"].native
    subject, issuer = certificate.subject.native, certificate.issuer.native
    named = str(subject.get("common_name", ""))
    marked = MARK in {subject.get("organization_name"), issuer.get("organization_name")}
    vouching = str(issuer.get("common_name", ""))
    return Whose(named, vouching, _sort(certificate), since, until, marked)


def _sort(certificate: x509.Certificate) -> str:
    key = certificate.public_key
    return f"{key.algorithm.upper()} {_strength(certificate) or ''}".rstrip()


def _strength(certificate: x509.Certificate) -> int:
    """Count the bits of a key; of the sorts that are not known, none."""
    key = certificate.public_key
    return int(key.bit_size) if key.algorithm in {*_LEAST_BITS, "dsa"} else 0


class _Kept(SimpleSigner):
    """Signs with a key that is read once, not anew for each paper."""

    kept: Any

    @classmethod
    def of(cls, signer: SimpleSigner) -> "_Kept":
        """Take over a key and its chain."""
        found = cls(signer.signing_cert, signer.signing_key, signer.cert_registry)
        found.kept = load_der_private_key(signer.signing_key.dump(), password=None)
        return found

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Sign with SHA-256, which is all that is asked for."""
        if digest_algorithm == "sha256" and isinstance(self.kept, EllipticCurvePrivateKey):
            return self.kept.sign(data, ECDSA(SHA256()))
        if digest_algorithm == "sha256" and isinstance(self.kept, RSAPrivateKey):
            return self.kept.sign(data, PKCS1v15(), SHA256())
        return super().sign_raw(data, digest_algorithm)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
