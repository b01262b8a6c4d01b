"""Papers that somebody wants to sign: which field, whom it expects there, and whether it is his turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.audit.paper import OpenPaper, open_paper
from reportgen.load import files_among, read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Registered

if TYPE_CHECKING:
    from reportgen.seal.keys import Key
    from reportgen.seal.times import TimeAuthority


@dataclass(frozen=True, slots=True)
class Signable:
    """A paper with the field that is to be signed; ``digest`` is of its bytes when it was looked at.

    ``by`` is whom the certificate names of who has signed there already, ``signers`` are all whom it
    expects.
    """

    file: Path
    digest: str
    registered: Registered | None
    signer: Signer
    first: bool
    by: str = ""
    signers: tuple[Signer, ...] = ()

    @property
    def origin(self) -> Origin:
        """Tell where mistakes are."""
        return Origin(str(self.file))

    def unmeant(self, key: "Key") -> Iterator[Diagnostic]:
        """Refuse a key of somebody else than the paper expects in this field, or than has signed there."""
        if self.by and not key.names(self.by):
            yield self.taken()
        elif not key.names(self.signer.who):
            field, who = called(self.signer), self.signer.who
            yield report("sign-other-person", self.origin, field=field, who=who, name=key.name)

    def taken(self) -> Diagnostic:
        """Complain that somebody has signed there."""
        return report("sign-taken", self.origin, field=called(self.signer))

    def signed(self, key: "Key", looks: Any, authority: "TimeAuthority | None") -> bytes:
        """Sign: whoever is first lets nothing be done afterwards but sign.

        Raises:
            OutputError: the paper is not the one that was looked at.
            FinishError: the token or the authority fails.

        """
        from reportgen.seal.signing import Signing, signed  # noqa: PLC0415  # an extra

        content = read_bytes(self.file, str(self.file))
        if sha256(content).hexdigest() != self.digest:
            raise OutputError([report("file-changed-meanwhile", self.origin, name=self.file.name)])
        return signed(content, Signing(self.signer.field, self.first, looks), key, authority)


def called(signer: Signer) -> str:
    """Call a field by its name, which commands want, and by its role on the paper."""
    return f"{signer.field} ({signer.role})"


def look_at(files: Sequence[Path], field: str) -> list[Signable]:
    """Look at all papers before anybody is asked for a PIN; a field goes by its name or by its role.

    A folder stands for all PDF papers in it.

    Raises:
        DataError: papers have no such field, others must sign before, or all of them are signed there.

    """
    papers: list[Signable] = []
    faults: list[Diagnostic] = []
    for file in dict.fromkeys(files_among(files, {".pdf"})):
        try:
            papers.append(_looked_at(open_paper(file), file, field))
        except DataError as error:
            faults += error.diagnostics
    if papers and all(one.by for one in papers):
        faults += [one.taken() for one in papers]
    if faults:
        raise DataError(faults)
    return papers


def _looked_at(opened: OpenPaper, file: Path, field: str) -> Signable:
    from reportgen.seal.signing import fields_of, signed_by  # noqa: PLC0415  # an extra

    place = Origin(str(file))
    fields: Mapping[str, bool] = {} if opened.is_word else fields_of(opened.content)
    signers = [one for one in opened.manifest.signers if one.field in fields]
    if not signers:
        raise DataError([report("sign-no-fields", place)])
    wanted = next((one for one in signers if field.casefold() in {one.field, one.role.casefold()}), None)
    if wanted is None:
        raise DataError(
            [report("sign-field-unknown", place, field=field, known=", ".join(map(called, signers)))]
        )
    before = [one for one in signers[: signers.index(wanted)] if not fields[one.field]]
    if before:
        raise DataError(
            [report("sign-too-early", place, field=called(wanted), before=", ".join(map(called, before)))]
        )
    digest = sha256(opened.content).hexdigest()
    by = signed_by(opened.content, wanted.field) if fields[wanted.field] else ""
    said, first = opened.manifest, not any(fields.values())
    return Signable(file, digest, said.registered, wanted, first, by, said.signers)
