"""A further time stamp over a paper that has one, before that can no longer be proven (PAdES B-LTA)."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportgen.audit.paper import open_paper
from reportgen.load import files_among
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Hand, Registered
from reportgen.papers.books import Books, Done
from reportgen.papers.keyring import refuse_without_extra
from reportgen.papers.office import OfficeFolder
from reportgen.papers.trust import trust_of_office


@dataclass(frozen=True, slots=True)
class Closed:
    """A paper with a time stamp over the whole of it, as it was looked at."""

    file: Path
    content: bytes
    registered: Registered | None
    signers: Sequence[Signer]
    first: bool = False

    @property
    def digest(self) -> str:
        """Give the digest of its bytes."""
        return sha256(self.content).hexdigest()

    @property
    def origin(self) -> Origin:
        """Tell where mistakes are."""
        return Origin(str(self.file))


def renew(files: Sequence[Path], address: str, hand: Hand, office: Path | None = None) -> Iterator[Path]:
    """Have papers time-stamped again by the authority at an address; a folder stands for its PDF papers.

    Raises:
        DataError: a paper has no time stamp over the whole of it, or does not stand any more.
        FinishError: nothing proves its last one any more, or the authority does not answer.
        MissingToolError: the libraries for signatures are not installed.
        OutputError: a file or the register cannot be written.

    """
    refuse_without_extra()
    papers = _looked_at(files)
    from reportgen.seal.lasting import renewed  # noqa: PLC0415  # an extra
    from reportgen.seal.times import TimeAuthority  # noqa: PLC0415  # an extra

    trust = trust_of_office(office, papers[0].file.parent)
    with ExitStack() as stack:
        books = Books(stack, office, OfficeFolder.writing)
        if faults := [note for one in papers for note in books.unfit(one, hand)]:
            raise DataError(faults)
        for one in papers:
            content = renewed(one.content, one.origin, TimeAuthority(address), trust)
            books.write(one, content, Done(Act.STAMPED, hand))
            yield one.file


def _looked_at(files: Sequence[Path]) -> list[Closed]:
    from reportgen.seal.lasting import is_closed  # noqa: PLC0415  # an extra

    papers: list[Closed] = []
    faults: list[Diagnostic] = []
    for file in dict.fromkeys(files_among(files, {".pdf"})):
        try:
            opened = open_paper(file)
        except DataError as error:
            faults += error.diagnostics
            continue
        if is_closed(opened.content):
            about = opened.manifest
            papers.append(Closed(file, opened.content, about.registered, about.signers))
        else:
            faults.append(report("sign-not-closed", Origin(str(file))))
    if faults:
        raise DataError(faults)
    return papers
