"""Signing by key: all papers are looked at before the PIN is asked for, and the key is opened once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from reportgen.audit.paper import OpenPaper, open_paper
from reportgen.load import is_there, read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, FinishError, OutputError
from reportgen.model.manifest import Signer
from reportgen.model.origin import Origin
from reportgen.model.registry import Act, Draft, Hand, Standing
from reportgen.model.values import told
from reportgen.papers.attesting import Attesting, attested
from reportgen.papers.keyring import Asking, key_opened, refuse_without_extra
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.settle import files_of
from reportgen.papers.trust import trust_of_office
from reportgen.register import Registry
from reportgen.render.pictures import bitmap, unfit
from reportgen.write import Cabinet

if TYPE_CHECKING:
    from reportgen.seal.keys import Key
    from reportgen.seal.times import TimeAuthority

_PDF: Final = "pdf"


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
    """A paper that was signed, and in which field."""

    file: Path
    signer: Signer


def sign(files: Sequence[Path], wanted: Signature, office: Path | None = None) -> Iterator["Signed"]:
    """Sign papers in a field, one after the other; a paper of the register is entered there as signed.

    Raises:
        DataError: a paper has no such field, it is signed already, or somebody must sign before.
        FinishError: the key does not open, is out of date, or is not of whom a paper expects.
        MissingToolError: the libraries for signatures are not installed.
        OutputError: a file or the register cannot be written.

    """
    refuse_without_extra()
    papers = [_looked_at(file, wanted.field) for file in dict.fromkeys(files)]
    for one in papers:
        _refuse_fallen(one, office)
    looks = _looks(wanted.picture)
    with key_opened(wanted.key, wanted.pin) as key:
        faults = [*_of_key(key, wanted), *(note for one in papers for note in one.unmeant(key))]
        if faults:
            raise FinishError(dict.fromkeys(faults))
        trust = partial(trust_of_office, office, papers[0].file.parent)
        authority, after = attested(wanted.attesting, key, Origin(wanted.key), trust)
        for one in papers:
            _write(one, after(one.signed(key, looks, authority)), wanted.hand, office)
            yield Signed(one.file, one.signer)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper with the field that is to be signed."""

    file: Path
    opened: OpenPaper
    signer: Signer
    first: bool

    def unmeant(self, key: "Key") -> Iterator[Diagnostic]:
        """Refuse a key of somebody else than the paper expects in this field."""
        if not key.names(self.signer.who):
            place = Origin(str(self.file))
            yield report(
                "sign-other-person", place, field=self.signer.field, who=self.signer.who, name=key.name
            )

    def signed(self, key: "Key", looks: Any, authority: "TimeAuthority | None") -> bytes:
        """Sign: whoever is first lets nothing be done afterwards but sign."""
        from reportgen.seal.signing import Signing, signed  # noqa: PLC0415  # an extra

        what = Signing(self.signer.field, self.first, looks)
        return signed(self.opened.content, what, key, authority)


def _looked_at(file: Path, field: str) -> _Paper:
    from reportgen.seal.signing import fields_of  # noqa: PLC0415  # an extra

    opened, place = open_paper(file), Origin(str(file))
    fields: Mapping[str, bool] = {} if opened.is_word else fields_of(opened.content)
    signers = {one.field: one for one in opened.manifest.signers if one.field in fields}
    if not signers:
        raise DataError([report("sign-no-fields", place)])
    if field not in signers:
        raise DataError([report("sign-field-unknown", place, field=field, known=", ".join(signers))])
    if fields[field]:
        raise DataError([report("sign-taken", place, field=field)])
    names = list(signers)
    before = [name for name in names[: names.index(field)] if not fields[name]]
    if before:
        raise DataError([report("sign-too-early", place, field=field, before=", ".join(before))])
    return _Paper(file, opened, signers[field], first=not any(fields.values()))


def _refuse_fallen(paper: _Paper, named: Path | None) -> None:
    """Refuse a filed paper that was revoked."""
    if place := _office_of(paper.file, named):
        with place.reading() as registry:
            _standing(registry, paper)


def _looks(picture: Path | None) -> Any:
    """Open the picture that the owner gave; nothing where none is."""
    if picture is None:
        return None
    content = read_bytes(picture, str(picture))
    if reason := unfit(content):
        raise DataError([report("asset-unfit", Origin(str(picture)), url=picture.name, reason=reason)])
    return bitmap(content)


def _of_key(key: "Key", wanted: Signature) -> Iterator[Diagnostic]:
    if not key.since <= wanted.hand.at <= key.until:
        since, until = told(key.since.date()), told(key.until.date())
        yield report("key-out-of-date", Origin(wanted.key), name=key.name, since=since, until=until)


def _write(paper: _Paper, content: bytes, hand: Hand, named: Path | None) -> None:
    """Write a signed paper in the place of what was signed, whole or not at all."""
    name = PurePosixPath(paper.file.name)
    place = _office_of(paper.file, named)
    if place is None:
        Cabinet(paper.file.parent).file(name, content, again=True)
        return
    with _entered(paper, place, sha256(content).hexdigest(), hand) as inside:
        place.cabinet.file(inside, content, again=True)


def _office_of(file: Path, named: Path | None) -> OfficeFolder | None:
    """Find the office in whose cabinet a paper lies."""
    try:
        place = find_office(named, file.parent)
    except OutputError:
        return None
    inside = file.resolve().is_relative_to(place.cabinet.path.resolve()) and is_there(place.register)
    return place if inside else None


@contextmanager
def _entered(paper: _Paper, place: OfficeFolder, digest: str, hand: Hand) -> Iterator[PurePosixPath]:
    """Let a filed paper be written anew, and enter it as signed."""
    with place.writing() as registry:
        standing = _standing(registry, paper)
        with place.cabinet.alone(str(standing.number.series)):
            inside = PurePosixPath(paper.file.resolve().relative_to(place.cabinet.path.resolve()).as_posix())
            before = place.cabinet.digest(inside)
            known = registry.standing(standing.paper)
            if inside not in files_of(known) or before != known.digests.get(_PDF):
                raise OutputError(
                    [report("register-paper-differs", Origin(str(paper.file)), number=known.number)]
                )
            yield inside
            digests = {**known.digests, _PDF: digest}
            with registry.writing(hand) as pen:
                words = {"field": paper.signer.field}
                pen.add(Draft(Act.SIGNED, known.paper, known.number, None, known.dated, digests, words))


def _standing(registry: Registry, paper: _Paper) -> Standing:
    """Find the paper in the register by what it carries.

    Raises:
        DataError: it is not of this register, or does not stand any more.

    """
    carried, origin = paper.opened.manifest.registered, Origin(str(paper.file))
    entry = registry.entry(carried.entry) if carried and carried.register == registry.name else None
    if carried is None or entry is None or entry.hash != carried.head:
        number = carried.number if carried else ""
        raise DataError([report("register-not-this", origin, number=number)])
    found = registry.standing(entry.paper)
    if found.state not in {Act.ISSUED, Act.SIGNED}:
        raise DataError([report("sign-not-standing", origin, number=found.number)])
    return found
