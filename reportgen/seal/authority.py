"""An authority to try signing out with: a root, an issuing authority below it, and a key for each name.

What it issues says in every name that it is a test, and nobody who has not been told to trusts it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

MARK: Final = "TEST - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
"""What the organisation of every test certificate is called."""

_YEARS: Final = dt.timedelta(days=3 * 365)
_OF_LIST: Final = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a certificate names, the certificate, and its key."""

    name: str
    certificate: x509.Certificate
    key: Any


@dataclass(frozen=True, slots=True)
class Authority:
    """A test authority at a moment: who is below whom."""

    root: Holder
    issuing: Holder
    at: dt.datetime

    @classmethod
    def begun(cls, at: dt.datetime) -> "Authority":
        """Make a root and an issuing authority."""
        root = _holder("reportgen TEST root", None, at, authority=True)
        return cls(root, _holder("reportgen TEST issuing", root, at, authority=True), at)

    def holder(self, name: str, key: Any = None) -> Holder:
        """Make a key for a person or an office, or vouch for the one that they have."""
        return _holder(name, self.issuing, self.at, key=key)

    def anchor(self) -> bytes:
        """Write the root's certificate as PEM."""
        return self.root.certificate.public_bytes(serialization.Encoding.PEM)

    def packed(self, holder: Holder, pin: str) -> bytes:
        """Write a key with its chain as PKCS#12, locked by a PIN."""
        chain = [self.issuing.certificate, self.root.certificate]
        locked = serialization.BestAvailableEncryption(pin.encode())
        return pkcs12.serialize_key_and_certificates(
            holder.name.encode(), holder.key, holder.certificate, chain, locked
        )

    def revoked(self, holders: Iterable[Holder] = ()) -> Iterator[bytes]:
        """Write the lists of revoked certificates as PEM: the root's, and that of the issuing authority."""
        numbers = [one.certificate.serial_number for one in holders]
        yield _list(self.root, [], self.at)
        yield _list(self.issuing, numbers, self.at)


def _holder(
    name: str, above: Holder | None, at: dt.datetime, *, authority: bool = False, key: Any = None
) -> Holder:
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = _called(name)
    signing = above.key if above else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.certificate.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - dt.timedelta(hours=1))
        .not_valid_after(at + _YEARS)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(_usage(authority=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False
        )
    )
    return Holder(name, builder.sign(signing, hashes.SHA256()), key)


def _called(name: str) -> x509.Name:
    return x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, MARK),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ])  # fmt: skip


def _usage(*, authority: bool) -> x509.KeyUsage:
    """Let an authority sign certificates, and everybody else papers."""
    return x509.KeyUsage(
        digital_signature=not authority, content_commitment=not authority, key_cert_sign=authority,
        crl_sign=authority, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _list(issuer: Holder, numbers: Iterable[int], at: dt.datetime) -> bytes:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at - dt.timedelta(hours=1))
        .next_update(at + _OF_LIST)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()), critical=False
        )
    )
    for number in numbers:
        gone = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(at).build()
        builder = builder.add_revoked_certificate(gone)
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
