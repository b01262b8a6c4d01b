"""The signatures in a PDF, looked into: what they cover, what came after, whose they are, what that is worth.

ETSI EN 319 102-1 in short: the time that counts for a certificate is that of a trusted time stamp, else now.
Nothing is fetched: certificates, and lists of revoked ones, are those in the file and those of the office.
"""

import asyncio
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from asn1crypto import x509
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from reportgen.model.signature import After, Certificate, Chain, Signatures, Signed
from reportgen.seal.authority import MARK
from reportgen.seal.checking_before import changed_before
from reportgen.seal.checking_reader import Reader
from reportgen.seal.checking_trust import Trust

_LOOSE: Final = "soft-fail"
"""A certificate of which no list speaks is taken as not revoked."""

_STRICT: Final = "require"

_AFTER: Final[Mapping[ModificationLevel, After]] = {
    ModificationLevel.NONE: After.NOTHING,
    ModificationLevel.LTA_UPDATES: After.NOTHING,
    ModificationLevel.FORM_FILLING: After.SIGNATURES,
}


def check(content: bytes, trust: Trust, at: dt.datetime) -> Signatures:
    """Look into all signatures of a PDF; ``at`` is now."""
    try:
        return asyncio.run(_Checking.of(content, trust, at).result())
    except Exception:  # noqa: BLE001  # whatever others wrote into a file: nobody can tell is all that is told
        return Signatures(readable=False)


@dataclass(frozen=True, slots=True)
class _Checking:
    """One file, with what it brings along itself of certificates and lists."""

    content: bytes
    reader: Reader
    trust: Trust
    brought: Trust
    answers: Sequence[bytes]
    """What authorities answered when somebody asked whether a certificate is revoked (OCSP)."""

    at: dt.datetime

    @classmethod
    def of(cls, content: bytes, trust: Trust, at: dt.datetime) -> "_Checking":
        reader = Reader(content)
        return cls(content, reader, trust, *_brought(reader), at)

    async def result(self) -> Signatures:
        fields = {name: value for name, value, _ in enumerate_sig_fields(self.reader)}
        stamps = [await self._stamp(one) for one in self.reader.embedded_timestamp_signatures]
        signed = [await self._signed(one, stamps) for one in self.reader.embedded_regular_signatures]
        empty = tuple(str(name) for name, value in fields.items() if value is None)
        broken = tuple(one.by for one in stamps if not one.holds)
        first = self.reader.embedded_regular_signatures[:1]
        changed = any(changed_before(self.reader, self.content, one) for one in first)
        return Signatures(tuple(signed), empty, broken_stamps=broken, changed_before=changed)

    async def _signed(self, signature: EmbeddedPdfSignature, stamps: Sequence["_Stamp"]) -> Signed:
        status = await self._status(signature, self.at, _LOOSE)
        certificate = _certificate(signature.signer_cert)
        found = Signed(
            str(signature.field_name),
            certificate,
            bool(status.intact and status.valid and _covers(status.coverage)),
            _AFTER.get(status.modification_level, After.OTHER) if status.docmdp_ok else After.OTHER,
            chain=Chain.STRANGE,
            then=Chain.STRANGE,
            claimed=status.signer_reported_dt,
        )
        later = (one for one in stamps if one.revision > signature.signed_revision)
        stamp = await self._token(signature, status) or next((one for one in later if one.trusted), None)
        if stamp:
            found = replace(found, stamped=stamp.at, stamped_by=stamp.by)
        return await self._chained(signature, found)

    async def _chained(self, signature: EmbeddedPdfSignature, found: Signed) -> Signed:
        """Find what the certificate is worth when it counts, and when its holder says that it was used."""
        held = found.certificate
        chain, revoked, test = await self._chain(signature, found.stamped or self.at)
        then = chain
        if chain in {Chain.EXPIRED, Chain.REVOKED, Chain.STRANGE}:
            used = found.claimed or held.until
            then, _, test = await self._chain(signature, min(max(used, held.since), held.until))
        if chain is Chain.STRANGE and then in {Chain.TRUSTED, Chain.UNCHECKED}:
            chain = Chain.EXPIRED  # its authority's certificate is, at least
        held = replace(held, test=held.test or test)
        return replace(found, chain=chain, then=then, revoked_on=revoked, certificate=held)

    async def _chain(
        self, signature: EmbeddedPdfSignature, at: dt.datetime
    ) -> tuple[Chain, dt.datetime | None, bool]:
        if not self.trust.anchors:
            return Chain.NO_ANCHORS, None, False
        strict = await self._status(signature, at, _STRICT)
        revoked = strict.revocation_details
        status = strict if strict.trusted or revoked else await self._status(signature, at, _LOOSE)
        test = bool(status.validation_path) and _is_test(status.validation_path[0])
        if revoked is not None:
            return Chain.REVOKED, revoked.revocation_date, test
        if strict.trusted:
            return Chain.TRUSTED, None, test
        if status.trust_problem_indic is AdESIndeterminate.OUT_OF_BOUNDS_NO_POE:
            return Chain.EXPIRED, None, test
        return (Chain.UNCHECKED if status.trusted else Chain.STRANGE), None, test

    async def _status(self, signature: EmbeddedPdfSignature, at: dt.datetime, mode: str) -> Any:
        """Ask the library; what was changed after the signature is looked for once."""
        known = signature.diff_result is not None
        context, stamp = self._context(at, mode), self._context(at, mode)
        return await async_validate_pdf_signature(signature, context, stamp, skip_diff=known)

    async def _token(self, signature: EmbeddedPdfSignature, status: Any) -> "_Stamp | None":
        """Look at the time stamp of a signature, at its own time: its certificate may be old now."""
        if status.timestamp_validity is None:
            return None
        at = status.timestamp_validity.timestamp
        found = [(await self._status(signature, at, mode)).timestamp_validity for mode in (_LOOSE, _STRICT)]
        stamp = _Stamp.of(signature.signed_revision, *found)
        return stamp if stamp.trusted else None

    async def _stamp(self, signature: EmbeddedPdfSignature) -> "_Stamp":
        """Look at a time stamp of the whole file, likewise."""
        found = await async_validate_pdf_timestamp(signature, self._context(self.at, _LOOSE))
        covers = _covers(found.coverage) and found.modification_level in _AFTER
        then = [
            await async_validate_pdf_timestamp(
                signature, self._context(found.timestamp, mode), skip_diff=True
            )
            for mode in (_LOOSE, _STRICT)
        ]
        return replace(_Stamp.of(signature.signed_revision, *then), covers=covers)

    def _context(self, at: dt.datetime, mode: str) -> ValidationContext:
        trust, brought = self.trust, self.brought
        return ValidationContext(
            trust_roots=[x509.Certificate.load(one) for one in trust.anchors],
            other_certs=[x509.Certificate.load(one) for one in (*trust.others, *brought.others)],
            crls=[*trust.lists, *brought.lists],
            ocsps=list(self.answers),
            moment=at,
            revocation_mode=mode,
            retroactive_revinfo=True,
            allow_fetching=False,
        )


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A time stamp, in which revision of the file."""

    at: dt.datetime
    by: str
    revision: int
    intact: bool
    trusted: bool
    covers: bool = True

    @classmethod
    def of(cls, revision: int, loose: Any, strict: Any) -> "_Stamp":
        """Trust one whose authority is trusted, and of which no list says that it was revoked."""
        intact = bool(loose.intact and loose.valid)
        trusted = bool(loose.trusted and strict.revocation_details is None)
        return cls(loose.timestamp, _called(loose.signing_cert.subject), revision, intact, trusted)

    @property
    def holds(self) -> bool:
        return self.intact and self.covers


def _brought(reader: Reader) -> tuple[Trust, list[bytes]]:
    """Take out what a file keeps for the archive (DSS); nothing of it is believed without a signature."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return Trust(), []
    certificates = tuple(one.get_object().data for one in store.certs.values())
    lists = tuple(one.get_object().data for one in store.crls)
    return Trust(others=certificates, lists=lists), [one.get_object().data for one in store.ocsps]


def _covers(coverage: SignatureCoverageLevel | None) -> bool:
    return coverage in {SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE}


def _certificate(found: x509.Certificate) -> Certificate:
    validity = found["tbs_certificate"]["validity"]
    return Certificate(
        _called(found.subject),
        _called(found.issuer),
        validity["not_before"].native,
        validity["not_after"].native,
        found.sha256.hex(),
        test=_is_test(found),
    )


def _is_test(certificate: x509.Certificate) -> bool:
    return MARK in {one.native.get("organization_name") for one in (certificate.subject, certificate.issuer)}


def _called(name: x509.Name) -> str:
    return str(name.native.get("common_name", "") or name.human_friendly)
