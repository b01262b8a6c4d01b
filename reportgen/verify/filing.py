"""Papers that were signed elsewhere, with any program for PDF, come back: looked into, filed and entered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.load import files_among, read_bytes
from reportgen.model.diagnostics import Severity, report
from reportgen.model.errors import FinishError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Hand, Standing
from reportgen.papers.keyring import refuse_without_extra
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.signed import PDF, enter_signed, pdf_of, settle_signed, times_signed
from reportgen.papers.trust import trust_in
from reportgen.register import Registry
from reportgen.verify.examine import Examined, Limits, Task
from reportgen.verify.examiner import Examiner
from reportgen.verify.judge import judge
from reportgen.verify.records import Records

_NO_MATTER: Final = frozenset({
    "signature-missing", "signature-unfiled", "trust-missing", "revocation-unknown",
})  # fmt: skip
"""Others may sign later, and whom the office trusts may be learned later."""


@dataclass(frozen=True, slots=True)
class FiledSignatures:
    """A paper that came back, where it is filed, and who signed it meanwhile; nobody, where it was there."""

    file: Path
    path: Path
    signers: tuple[Signer, ...]


def file_signed(
    files: Sequence[Path], examiner: Examiner, named: Path | None, hand: Hand
) -> Iterator[FiledSignatures]:
    """File papers in the place of what they were before they were signed; a folder stands for its PDF papers.

    Raises:
        FinishError: a file is not the last one that the register has of the paper with sound signatures, by
            whom it expects, behind it.
        MissingToolError: the libraries for signatures are not installed.
        OutputError: there is no office, or its register or cabinet cannot be written.

    """
    refuse_without_extra()
    place = find_office(named, Path())
    trust = trust_in(place)
    with place.writing() as registry:
        ill = registry.ailments()
        doubt = report("register-unsound", Origin(str(place.register))) if ill else None
        records = Records(hand.at, trust, registry, doubt)
        for file in dict.fromkeys(files_among(files, {".pdf"})):
            desk = _Desk(place, records, examiner.examined(Task(file, trust, hand.at, Limits.of(file))), hand)
            with place.cabinet.alone(str(desk.standing().number.series)):
                yield desk.filed(registry)


@dataclass(frozen=True, slots=True)
class _Desk:
    """One paper that came back."""

    place: OfficeFolder
    records: Records
    examined: Examined
    hand: Hand

    def standing(self) -> Standing:
        """Find the paper in the register, if nothing speaks against this file."""
        judged = judge(self.examined, self.records)
        faults = [
            one for one in judged.reasons if one.code not in _NO_MATTER and one.severity is not Severity.NOTE
        ]
        if faults or judged.standing is None:
            raise FinishError(faults or [report("paper-not-issued", self._origin)])
        return judged.standing

    def filed(self, registry: Registry) -> FiledSignatures:
        """File it, now that nobody else is at work on it."""
        standing = settle_signed(registry, self.place, self.standing(), self.hand)
        name, known = pdf_of(standing), standing.digests.get(PDF)
        file, found = Path(self.examined.file), self.examined.signatures
        content = read_bytes(file, str(file))
        if name is None or found is None or sha256(content).hexdigest() != self.examined.digest:
            raise FinishError([report("register-paper-differs", self._origin, number=standing.number)])
        path = self.place.cabinet.path / name
        if self.examined.digest == known:
            return FiledSignatures(file, path, ())
        if self.place.cabinet.digest(name) not in {known, None}:
            raise FinishError([report("register-paper-differs", Origin(str(path)), number=standing.number)])
        new = found.signed[times_signed(standing) :]
        self.place.cabinet.file(name, content, again=True)
        enter_signed(registry, standing, new, content, self.hand)
        signers = {one.field: one for one in self.examined.signers}
        return FiledSignatures(file, path, tuple(signers[one.field] for one in new if one.field in signers))

    @property
    def _origin(self) -> Origin:
        return Origin(self.examined.file)
