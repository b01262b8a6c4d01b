"""What proves a signature for years, put into the file: certificates, and what says that none was revoked.

PAdES B-LT: gathered once for all papers that a key signs, from the office, the key and the network. B-LTA: a
time stamp over the whole file besides, so that nobody can say later that all this was put in afterwards.
"""

import asyncio
import io
from dataclasses import dataclass
from typing import Any, Final

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    InsufficientRevinfoError,
    PathBuildingError,
    PathError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import FinishError
from reportgen.model.origin import Origin
from reportgen.seal.checking_trust import Trust
from reportgen.seal.keys import Key
from reportgen.seal.times import TimeAuthority
from reportgen.seal.writer import Untouched

_RESERVED: Final = 32 * 1024


@dataclass(frozen=True, slots=True)
class Evidence:
    """Certificates up to those that are trusted, and what their authorities say of revoked ones."""

    certificates: tuple[x509.Certificate, ...]
    lists: tuple[crl.CertificateList, ...]
    answers: tuple[ocsp.OCSPResponse, ...]


def evidence_of(key: Key, place: Origin, authority: TimeAuthority, trust: Trust) -> Evidence:
    """Gather what proves a key's signatures and an authority's time stamps, as of now.

    Raises:
        FinishError: a certificate was revoked, leads to nobody who is trusted, or nothing says whether it was
            revoked; or the authority does not answer.

    """
    wanted = _Wanted(key.signer.signing_cert, tuple(key.signer.cert_registry), key.name, place)
    return asyncio.run(_gathered(wanted, authority, trust))


def is_closed(content: bytes) -> bool:
    """Tell whether a file has a time stamp over the whole of it, as it was then."""
    return bool(PdfFileReader(io.BytesIO(content)).embedded_timestamp_signatures)


def ends_in_stamp(content: bytes) -> bool:
    """Tell whether the last thing that was put behind a paper is a time stamp over all of it."""
    stamps = PdfFileReader(io.BytesIO(content)).embedded_timestamp_signatures
    return bool(stamps) and stamps[-1].evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE


def renewed(content: bytes, place: Origin, authority: TimeAuthority, trust: Trust) -> bytes:
    """Put behind a file what proves its last time stamp, while it still can be proven, and a further one.

    Raises:
        FinishError: nothing proves the last one any more, or the authority does not attest it.

    """
    last = PdfFileReader(io.BytesIO(content)).embedded_timestamp_signatures[-1]
    certificate, others = last.signer_cert, tuple(last.other_embedded_certs)
    name = str(certificate.subject.native.get("common_name", ""))
    wanted = _Wanted(certificate, (certificate, *others), name, place, frozenset({"time_stamping"}))
    evidence = asyncio.run(_gathered(wanted, authority, trust))
    return closed(with_evidence(content, evidence), authority)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A certificate that is to be proven, with those that lead to its root, and what it is meant for."""

    certificate: x509.Certificate
    own: tuple[x509.Certificate, ...]
    name: str
    place: Origin
    purposes: frozenset[str] = frozenset()


async def _gathered(wanted: _Wanted, authority: TimeAuthority, trust: Trust) -> Evidence:
    own = wanted.own
    context: Any = ValidationContext(
        trust_roots=[*map(x509.Certificate.load, trust.anchors), *(one for one in own if one.self_issued)],
        other_certs=[*map(x509.Certificate.load, trust.others), *own],
        crls=list(trust.lists),
        revocation_mode="require",
        allow_fetching=True,
    )
    try:
        paths = [await _path(wanted, context), *await _paths_of(authority, context)]
    finally:
        await context.aclose()
    found = {one.sha256: one for path in paths for one in path.iter_certs(include_root=True)}
    certificates = tuple(found.values())
    issuers = {one.subject.dump() for one in certificates}
    lists = tuple(one for one in context.crls if one.issuer.dump() in issuers)
    return Evidence(certificates, lists, tuple(context.ocsps))


async def _path(wanted: _Wanted, context: ValidationContext) -> ValidationPath:
    validator: Any = CertificateValidator(wanted.certificate, validation_context=context)
    try:
        found: ValidationPath = await validator.async_validate_usage(set(), set(wanted.purposes))
    except (PathError, ValidationError) as error:
        raise FinishError([_lacking(error, wanted.place, wanted.name)]) from error
    return found


async def _paths_of(authority: Any, context: ValidationContext) -> list[ValidationPath]:
    place = Origin(authority.address)
    try:
        return [path async for path in authority.validation_paths(context)]
    except (PathError, ValidationError) as error:
        raise FinishError([_lacking(error, place, authority.name)]) from error


def _lacking(error: Exception, place: Origin, name: str) -> Diagnostic:
    match error:
        case RevokedError():
            return report("lasting-revoked", place, name=name)
        case InsufficientRevinfoError():
            return report("lasting-unknown", place, name=name)
        case PathBuildingError():
            return report("lasting-stranger", place, name=name)
        case _:
            return report("lasting-unfit", place, name=name)


def with_evidence(content: bytes, evidence: Evidence) -> bytes:
    """Put it behind the last signature."""
    writer: Any = Untouched(io.BytesIO(content))
    DocumentSecurityStore.supply_dss_in_writer(
        writer, None, certs=evidence.certificates, crls=evidence.lists, ocsps=evidence.answers
    )
    finished = io.BytesIO()
    writer.write(finished)
    return finished.getvalue()


def closed(content: bytes, authority: TimeAuthority) -> bytes:
    """Have attested when the whole file was as it is.

    Raises:
        FinishError: the authority does not attest it.

    """
    finished = io.BytesIO()
    beside = InvisSigSettings(box_out_of_bounds=True)  # PDF/UA-1: what no page shows needs no tag
    PdfTimeStamper(authority, invis_settings=beside).timestamp_pdf(
        Untouched(io.BytesIO(content)), "sha256", bytes_reserved=_RESERVED, output=finished
    )
    return finished.getvalue()
