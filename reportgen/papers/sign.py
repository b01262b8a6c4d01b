"""Signing by key: all papers are looked at before the PIN is asked for, and the key is opened once."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reportgen.audit.paper import open_paper
from reportgen.load import files_among, read_bytes
from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, FinishError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Hand
from reportgen.model.values import told
from reportgen.papers.attesting import Attesting, attested
from reportgen.papers.books import Books, Done
from reportgen.papers.keyring import Asking, key_opened, refuse_without_extra
from reportgen.papers.office import OfficeFolder
from reportgen.papers.signable import Signable, look_at
from reportgen.papers.trust import trust_of_office
from reportgen.render.pictures import bitmap, unfit

if TYPE_CHECKING:
    from reportgen.seal.keys import Key

_OPAQUE: Final = (255, 255)
"""The least and the most that any point of a picture hides, where nothing of it is transparent."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is wanted: a field, a key with the question for its PIN, the picture that its owner gave.

    ``attesting`` says who attests the time, and what shall prove the signature for years.
    """

    field: str
    key: str
    pin: Asking
    hand: Hand
    picture: Path | None = None
    attesting: Attesting | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A paper that was signed, and in which field; not ``now`` where the same key had signed there before."""

    file: Path
    signer: Signer
    now: bool


def sign(files: Sequence[Path], wanted: Signature, office: Path | None = None) -> Iterator["Signed"]:
    """Sign papers in a field, one after the other; a paper of the register is entered there as signed.

    Of a list of which some are signed there already by the same key, the others are signed: it goes on where
    it was stopped.

    Raises:
        DataError: a paper has no such field, it is signed already, or somebody must sign before.
        FinishError: the key does not open, is out of date, or is not of whom a paper expects.
        MissingToolError: the libraries for signatures are not installed.
        OutputError: a file or the register cannot be written.

    """
    refuse_without_extra()
    papers = _asked(files, wanted, office)
    looks = _looks(wanted.picture)
    with key_opened(wanted.key, wanted.pin) as key, ExitStack() as stack:
        faults = [*_of_key(key, wanted), *(note for one in papers for note in one.unmeant(key))]
        if faults:
            raise FinishError(dict.fromkeys(faults))
        trust = partial(trust_of_office, office, papers[0].file.parent)
        authority, after = attested(wanted.attesting, key, Origin(wanted.key), trust)
        books = Books(stack, office, OfficeFolder.writing)
        for one in papers:
            if one.by:
                books.settle(one.file, one.registered, wanted.hand)
            else:
                done = Done(Act.SIGNED, wanted.hand, one.signer.field)
                books.write(one, after(one.signed(key, looks, authority)), done)
            yield Signed(one.file, one.signer, now=not one.by)


def _asked(files: Sequence[Path], wanted: Signature, office: Path | None) -> list[Signable]:
    """Look at all papers, and at what their registers say, before anybody is asked for a PIN."""
    try:
        papers = look_at(files, wanted.field)
    except DataError:
        _settle_all(files, office, wanted.hand)
        raise
    with ExitStack() as stack:
        books = Books(stack, office, OfficeFolder.reading)
        faults = [note for one in papers for note in books.unfit(one, wanted.hand)]
    if faults:
        raise DataError(dict.fromkeys(faults))
    return papers


def _looks(picture: Path | None) -> Any:
    """Open the picture that the owner gave; nothing where none is."""
    if picture is None:
        return None
    content = read_bytes(picture, str(picture))
    if reason := unfit(content):
        raise DataError([report("asset-unfit", Origin(str(picture)), url=picture.name, reason=reason)])
    looks = bitmap(content)
    if looks.getextrema()[-1] == _OPAQUE:
        raise DataError([report("sign-picture-opaque", Origin(str(picture)), name=picture.name)])
    return looks


def _of_key(key: "Key", wanted: Signature) -> Iterator[Diagnostic]:
    if not key.since <= wanted.hand.at <= key.until:
        since, until = told(key.since.date()), told(key.until.date())
        yield report("key-out-of-date", Origin(wanted.key), name=key.name, since=since, until=until)
    if key.unfit:
        yield report("key-not-for-signing", Origin(wanted.key), name=key.name, why=key.unfit)


def _settle_all(files: Sequence[Path], office: Path | None, hand: Hand) -> None:
    """Settle what can be settled, before somebody is told that there is nothing to sign."""
    with ExitStack() as stack:
        books = Books(stack, office, OfficeFolder.writing)
        for file in dict.fromkeys(files_among(files, {".pdf"})):
            with suppress(DataError):
                books.settle(file, open_paper(file).manifest.registered, hand)
