"""Whom an office trusts: certificates of authorities, and their lists of revoked ones, from files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from asn1crypto import crl, pem, x509


@dataclass(frozen=True, slots=True)
class Trust:
    """Certificates and lists, as DER: ``anchors`` signed themselves, ``others`` lead to them."""

    anchors: tuple[bytes, ...] = ()
    others: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    strange: tuple[str, ...] = field(default=(), compare=False)
    """Names of files that hold none of these."""


def trust_of(files: Iterable[tuple[str, bytes]]) -> Trust:
    """Sort what files hold, PEM or DER, several in one or one alone."""
    anchors: list[bytes] = []
    others: list[bytes] = []
    lists: list[bytes] = []
    strange: list[str] = []
    for name, content in files:
        found = list(_parts(content))
        for one in found:
            if (certificate := _certificate(one)) is not None:
                (anchors if certificate.self_issued else others).append(one)
            elif _is_list(one):
                lists.append(one)
            else:
                strange.append(name)
        strange += [] if found else [name]
    return Trust(tuple(anchors), tuple(others), tuple(lists), tuple(dict.fromkeys(strange)))


def _parts(content: bytes) -> Iterator[bytes]:
    if not pem.detect(content):
        yield content
        return
    try:
        yield from (der for _, _, der in pem.unarmor(content, multiple=True))
    except ValueError:
        return


def _certificate(der: bytes) -> x509.Certificate | None:
    try:
        found = x509.Certificate.load(der, strict=True)
        _ = found.native  # reads all of it
    except (ValueError, TypeError):
        return None
    return found


def _is_list(der: bytes) -> bool:
    try:
        _ = crl.CertificateList.load(der, strict=True)["tbs_cert_list"]["issuer"].native
    except (ValueError, TypeError):
        return False
    return True
