"""What is to be believed of a paper: what was found in the file, held against register and expectations."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reportgen.audit import SUFFIXES
from reportgen.load import files_among
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.manifest import Signer
from reportgen.model.names import same_name
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, strung
from reportgen.model.registry import ACTS, REPLACED_BY, STANDS, Act, Standing
from reportgen.model.signature import After, Chain, Signatures, Signed
from reportgen.model.values import told
from reportgen.papers.signed import PDF, times_signed
from reportgen.papers.trust import TRUSTED
from reportgen.verify.examine import Examined, Task
from reportgen.verify.examiner import Examiner
from reportgen.verify.records import Records, records_of

_VIETNAM: Final = dt.timezone(dt.timedelta(hours=7))


class Judgement(StrEnum):
    """What is to be believed; the worst that is found decides."""

    VALID = "valid"
    TEST = "test"
    """It would be valid, were the keys not those of a test authority."""

    CANNOT_TELL = "cannot tell"
    NOT_VALID = "not valid"


_DOUBTS: Final = frozenset({
    "signed-by-hand",
    "reading-ended", "trust-missing", "revocation-unknown", "signature-out-of-date", "paper-unsigned",
    "word-unsigned", "signature-unfiled", "register-unsound", "register-missing",
    "no-office-folder", "register-not-this", "register-cut", "register-rewritten", "sign-extra-missing",
    "no-manifest", "manifest-unreadable", "unreadable-pdf",
})  # fmt: skip
"""What keeps one from telling; of everything else, mistakes say no, and the rest is told and no more."""

_NO: Final = frozenset({"paper-not-issued"})

_WORD: Final = "docx"


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
class Judged:
    """A verdict with its reasons; ``standing`` is the paper as the register knows it, if it does."""

    examined: Examined
    judgement: Judgement
    reasons: tuple[Diagnostic, ...]
    standing: Standing | None = None


def judge_all(
    files: Sequence[Path], examiner: Examiner, office: Path | None, at: dt.datetime
) -> Iterator[Judged]:
    """Verify papers, and of a folder all that are in it; ``office`` is the office's folder, if it is named.

    Raises:
        DataError: a file that should say whom the office trusts says nothing.

    """
    with records_of(office, Path(), at) as records:
        for file in files_among(files, SUFFIXES):
            yield judge(examiner.examined(Task(file, records.trust, at)), records)


def judge(examined: Examined, records: Records) -> Judged:
    """Hold what was found in a file against what the office knows."""
    case = _Case(examined, records, Origin(examined.file))
    reasons = tuple(dict.fromkeys(case.reasons()))
    return Judged(examined, case.judgement(reasons), reasons, case.standing)


@dataclass(slots=True)
class _Case:
    examined: Examined
    records: Records
    place: Origin
    standing: Standing | None = None

    def reasons(self) -> Iterator[Diagnostic]:
        """Give all that speaks against the paper."""
        yield from self.examined.findings
        if self.examined.digest:
            yield from self._of_register()
            yield from self._of_signatures()

    def judgement(self, reasons: Sequence[Diagnostic]) -> Judgement:
        """Let the worst decide; a file that could not even be read is no forgery."""
        if not self.examined.digest:
            return Judgement.CANNOT_TELL
        doubts = {one for one in reasons if one.code in _DOUBTS or one == self.records.doubt}
        if any(one.stops or one.code in _NO for one in reasons if one not in doubts):
            return Judgement.NOT_VALID
        if doubts:
            return Judgement.CANNOT_TELL
        found = self.examined.signatures
        test = found is not None and any(one.certificate.test for one in found.signed)
        return Judgement.TEST if test else Judgement.VALID

    # --- the register ---------------------------------------------------------------------------------------

    def _of_register(self) -> Iterator[Diagnostic]:
        carried = self.examined.registered
        if carried is None:
            if self.examined.made is not None:
                yield report("paper-not-issued", self.place)
            return
        if self.records.doubt is not None:
            yield self.records.doubt
        self.standing, doubt = self.records.standing(carried)
        if doubt:
            yield report(doubt, self.place, number=carried.number, entry=carried.entry)
        if self.standing is not None:
            yield from self._of_standing(self.standing)

    def _of_standing(self, standing: Standing) -> Iterator[Diagnostic]:
        """Hold the file against what the register has of it, and say whether it holds at all."""
        number, form = standing.number, _WORD if self.examined.is_word else PDF
        if standing.state not in STANDS:
            state, why = ACTS[standing.state], _why(standing)
            yield report("paper-not-standing", self.place, number=number, state=state, why=why)
        if standing.by_hand:
            yield report("signed-by-hand", self.place, number=number)
        known = [one.digests[form] for one in standing.entries if form in one.digests]
        if self.examined.digest in known[-1:]:
            return
        if self.examined.digest in known:
            yield report("paper-rolled-back", self.place, number=number)
        elif known and known[-1] in self.examined.before and self._signed_again():
            yield report("signature-unfiled", self.place, name=Path(self.examined.file).name)
        else:
            yield report("register-paper-differs", self.place, number=number)

    # --- signatures -----------------------------------------------------------------------------------------

    def _of_signatures(self) -> Iterator[Diagnostic]:
        found, expected = self.examined.signatures, {one.field: one for one in self.examined.signers}
        if self.examined.is_word:
            if len(expected) > (times_signed(self.standing) if self.standing else 0):
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
            for field in (*by_field, *found.empty):
                if field not in expected:
                    yield report("field-unasked", self.place, field=field)

    def _of_each(self, found: Signatures, expected: Mapping[str, Signer]) -> Iterator[Diagnostic]:
        for name in found.broken_stamps:
            yield report("changed-after-signing", self.place, role=phrase("time stamp"), name=name)
        if any(one.chain is Chain.NO_ANCHORS for one in found.signed):
            yield report("trust-missing", self.place, folder=TRUSTED)
        for one in found.signed:
            last = one is found.signed[-1]
            yield from self._of_one(one, expected.get(one.field), last=last)

    def _of_one(self, one: Signed, signer: Signer | None, *, last: bool) -> Iterator[Diagnostic]:
        name, role = one.certificate.name, role_of(one, signer)
        allowed = {After.NOTHING} if last else {After.NOTHING, After.SIGNATURES}
        if not one.intact or one.after not in allowed:
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

    def _signed_again(self) -> bool:
        """Tell whether the file has more signatures than the register knows."""
        found = self.examined.signatures
        return bool(found and self.standing and len(found.signed) > times_signed(self.standing))

    def _filed_at(self) -> dt.datetime | None:
        """Tell when the register noted just this file: it was there then."""
        entries = self.standing.entries if self.standing else ()
        times = [one.at for one in entries if one.digests.get(PDF) == self.examined.digest]
        return dt.datetime.fromisoformat(min(times)) if times and self.records.doubt is None else None


def role_of(one: Signed, signer: Signer | None) -> str:
    """Call a field as the paper does, not as its file."""
    return signer.role if signer and signer.role else phrase("the field {field}", field=one.field)


def day_of(at: dt.datetime | None) -> dt.date | None:
    """Give the day of a moment, in Vietnam."""
    return at.astimezone(_VIETNAM).date() if at else None


def _why(standing: Standing) -> str:
    """Tell when a paper fell, and why, as far as the register says."""
    last = next(one for one in reversed(standing.entries) if one.act is standing.state)
    day = told(day_of(dt.datetime.fromisoformat(last.at)))
    reason = standing.told.get("reason", "")
<<<<<<< HEAD
    why = phrase(" ({date})", date=day)
    other = standing.told.get(REPLACED_BY, "") if standing.state is Act.REPLACED else ""
    parts = [why, *([phrase("; reason: {reason}", reason=reason)] if reason else [])]
    return strung("", [*parts, *([phrase("; by {number}", number=other)] if other else [])])
=======
    if not reason:
        return phrase(" ({date})", date=day)
    return phrase(" ({date}); reason: {reason}", date=day, reason=reason)
>>>>>>> f61ba4b (verify: why a paper fell is said in one sentence, in the user's language)
