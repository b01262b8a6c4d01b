"""What is to be believed of a paper: what was found in the file, held against register and expectations."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reportgen.audit import SUFFIXES
from reportgen.load import files_among
from reportgen.model.acts import ACTS, STANDS, Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.local_time import day_of, noted
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, strung
from reportgen.model.registry import REPLACED_BY, Standing
from reportgen.model.values import told
from reportgen.papers.signed import PDF
from reportgen.verify.examine import Examined, Limits, Task
from reportgen.verify.examiner import Examiner
from reportgen.verify.records import Records, records_of
from reportgen.verify.signers import Signers


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
            yield judge(
                examiner.examined(Task(file, records.trust, at, Limits.of(file), records.shelf)), records
            )


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
            sound = self.standing if self.records.doubt is None else None
            yield from Signers(self.examined, sound).reasons()

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
        elif known and known[-1] in self.examined.before and Signers(self.examined, standing).may_be_filed():
            yield report("signature-unfiled", self.place, name=Path(self.examined.file).name)
        else:
            yield report("register-paper-differs", self.place, number=number)


def _why(standing: Standing) -> str:
    """Tell when a paper fell, and why, as far as the register says."""
    last = next(one for one in reversed(standing.entries) if one.act is standing.state)
    day = told(day_of(noted(last.at)) or last.at)
    reason = standing.told.get("reason", "")
    replaced = standing.state is Act.REPLACED and standing.told.get(REPLACED_BY, "")
    other = phrase("; by {number}", number=replaced) if replaced else ""
    why = phrase(" ({date}); reason: {reason}", date=day, reason=reason) if reason else ""
    return strung("", [why or phrase(" ({date})", date=day), *([other] if other else [])])
