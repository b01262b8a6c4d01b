"""The signatures of a paper, held against whom it expects and against the register's word."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.local_time import day_of, noted
from reportgen.model.manifest import Signer
from reportgen.model.names import same_name
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.registry import Standing
from reportgen.model.signature import After, Chain, Signatures, Signed
from reportgen.model.values import told
from reportgen.papers.signed import PDF, times_signed
from reportgen.papers.trust import TRUSTED
from reportgen.verify.examine import Examined

_CHAINS: Final[Mapping[Chain, str]] = {
    Chain.TRUSTED: "",
    Chain.UNCHECKED: "revocation-unknown",
    Chain.REVOKED: "signature-revoked",
    Chain.EXPIRED: "signature-out-of-date",
    Chain.STRANGE: "signature-strange",
    Chain.NO_ANCHORS: "",
}
"""What is said of a certificate; that there are no anchors is said once."""


@dataclass(frozen=True, slots=True)
class Signers:
    """The signatures in a file; ``standing`` is its paper as the register knows it, if that is sound."""

    examined: Examined
    standing: Standing | None

    @property
    def place(self) -> Origin:
        """Tell where mistakes are."""
        return Origin(self.examined.file)

    def may_be_filed(self) -> bool:
        """Tell whether the file has more signatures than the register knows, and nothing but these."""
        found = self.examined.signatures
        if not (found and self.standing) or found.changed_before:
            return False
        sound = all(one.intact and one.after in _allowed(one, found) for one in found.signed)
        return sound and len(found.signed) > times_signed(self.standing)

    def reasons(self) -> Iterator[Diagnostic]:
        """Give all that speaks against them."""
        found, expected = self.examined.signatures, {one.field: one for one in self.examined.signers}
        if self.examined.is_word:
            if expected:
                yield report("word-unsigned", self.place)
        elif found is None:
            yield report("sign-extra-missing")
        elif not found.readable:
            yield report("reading-ended", self.place, why=phrase("its signatures cannot be read"))
        elif expected and not found.signed:
            yield report("paper-unsigned", self.place)
        else:
            yield from self._of_fields(found, expected)
            yield from self._of_each(found, expected)

    def _of_fields(self, found: Signatures, expected: Mapping[str, Signer]) -> Iterator[Diagnostic]:
        """Find who has not signed, and fields that nobody asked for."""
        by_field = {one.field for one in found.signed}
        for field, one in expected.items():
            if field not in by_field:
                yield report("signature-missing", self.place, role=one.role, who=one.who)
        if self.examined.made is not None:
            if found.changed_before:
                yield report("changed-before-signing", self.place)
            for field in (*by_field, *found.empty):
                if field not in expected:
                    yield report("field-unasked", self.place, field=field)

    def _of_each(self, found: Signatures, expected: Mapping[str, Signer]) -> Iterator[Diagnostic]:
        for name in found.broken_stamps:
            yield report("changed-after-signing", self.place, role=phrase("time stamp"), name=name)
        if any(one.chain is Chain.NO_ANCHORS for one in found.signed):
            yield report("trust-missing", self.place, folder=TRUSTED)
        for one in found.signed:
            signer, sound = expected.get(one.field), one.intact and one.after in _allowed(one, found)
            yield from self._of_one(one, signer, sound=sound)

    def _of_one(self, one: Signed, signer: Signer | None, *, sound: bool) -> Iterator[Diagnostic]:
        name, role = one.certificate.name, role_of(one, signer)
        if not sound:
            yield report("changed-after-signing", self.place, role=role, name=name)
        if one.intact and signer is not None and not same_name(name, signer.who):
            yield report("signature-other-person", self.place, role=role, name=name, who=signer.who)
        if one.intact and (code := self._of_chain(one)):
            yield self._doubtful(code, one, role)

    def _doubtful(self, code: str, one: Signed, role: str) -> Diagnostic:
        """Tell of a certificate that is not to be relied on."""
        held = one.certificate
        return report(
            code, self.place, role=role, name=held.name, issuer=held.issuer, folder=TRUSTED,
            date=told(day_of(one.revoked_on)), since=told(day_of(held.since)), until=told(day_of(held.until)),
        )  # fmt: skip

    def _of_chain(self, one: Signed) -> str:
        """Tell what is wrong with a certificate; the register's note of the file proves when it was there."""
        filed = None if one.stamped else self._filed_at()
        if one.chain is Chain.EXPIRED:
            in_time = filed is not None and one.certificate.since <= filed <= one.certificate.until
            return _CHAINS[one.then if in_time else Chain.EXPIRED]
        older = filed is not None and one.revoked_on is not None and filed < one.revoked_on
        return _CHAINS[one.then if one.chain is Chain.REVOKED and older else one.chain]

    def _filed_at(self) -> dt.datetime | None:
        """Tell when the register noted just this file: it was there then."""
        entries = self.standing.entries if self.standing else ()
        times = [one.at for one in entries if one.digests.get(PDF) == self.examined.digest]
        return noted(min(times)) if times else None


def _allowed(one: Signed, found: Signatures) -> frozenset[After]:
    """Tell what may come behind a signature: others, but behind the last one nothing."""
    last = one is found.signed[-1]
    return frozenset({After.NOTHING} if last else {After.NOTHING, After.SIGNATURES})


def role_of(one: Signed, signer: Signer | None) -> str:
    """Call a field as the paper does, not as its file."""
    return signer.role if signer and signer.role else phrase("the field {field}", field=one.field)
