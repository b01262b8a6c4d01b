"""Stamped papers as copies of one that was finished step by step: cast whole, and only filled from then on.

What differs between papers of one stamp is what their page draws, a code on it and their manifest. The first
of them is finished as any other (`pipeline`), and cast: its bytes, what its page draws, and its words as they
are read back. The next ones are finished both ways. Where all of these agree to the byte, copies are taken
from then on; where they do not, another paper is cast, and after some of them none.

A copy is read back, too: by the glyphs that its page shows and the text that the file says each stands for,
in the order in which the first paper was read.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from reportgen.finish.pdf_code import drawing_of
from reportgen.finish.stereotype import CastError, Filling, Stereotype
from reportgen.model.artifact import PDF, Artifact, Impression
from reportgen.model.claims import Symbol
from reportgen.model.manifest import Signer
from reportgen.model.manifest_draft import Draft
from reportgen.model.reading import Reading
from reportgen.readback import missing
from reportgen.readback.drawing import digest_of, drawn, part_digest, parts_of_page
from reportgen.render.quick import FAULTS

_PROOFS: Final = 2
"""So many papers are finished both ways, beside the one that was cast."""

_EVERY: Final = 256
"""Each so-manieth paper is finished both ways still."""

_MOST_TRIED: Final = 8
_MOST_KNOWN: Final = 32


@dataclass(frozen=True, slots=True)
class Own:
    """What a stamped paper has of its own: its page, who is to sign it, its manifest and a code."""

    made: Impression
    signers: Sequence[Signer]
    draft: Draft
    code: bytes | None = None

    @property
    def mould(self) -> Hashable:
        """Tell papers apart that differ in more: by stamp, by fields, and whether there is a code."""
        fields = tuple((one.field, one.role, one.over) for one in self.signers)
        return self.made.stamp, fields, self.code is None


@dataclass(frozen=True, slots=True)
class _Cast:
    """A finished paper cast: its file, digests of what is drawn and what with, its words and their runs."""

    stereotype: Stereotype
    drawn: Sequence[bytes]
    means: tuple[str, ...]
    page: int
    code: int | None
    pieces: Sequence[str]
    runs: Mapping[int, int]

    def copy(self, own: Own) -> Artifact | None:
        """Finish a stamped page; nothing where it does not show what it must."""
        made = own.made
        pieces = self.read(made)
        if pieces is None or missing(made.script, Reading(pieces)):
            return None
        digests = (digest_of(self.digests(own)), *self.means)
        filling = _filling(own, digests, with_code=self.code is not None)
        content = self.stereotype.written(filling)
        return Artifact(content, PDF, made.script) if content else None

    def read(self, made: Impression) -> Sequence[str] | None:
        """Read what a page says, glyph by glyph where it differs; nothing where it differs elsewhere."""
        pieces = list(self.pieces)
        for run, text in made.changed.items():
            if run not in self.runs:
                return None
            pieces[self.runs[run]] = normalize("NFC", text)
        return pieces

    def digests(self, own: Own) -> Sequence[bytes]:
        """Digest what its page draws, part by part."""
        digests = list(self.drawn)
        digests[self.page] = part_digest(own.made.page)
        if self.code is not None and own.code is not None:
            digests[self.code] = part_digest(own.code)
        return digests


@dataclass(slots=True)
class _Mould:
    """What is known of the finished papers of a stamp; ``proofs`` are the pages of those that agreed."""

    cast: _Cast | None = None
    tried: int = 0
    proofs: set[bytes] = field(default_factory=set)
    copies: int = 0

    @property
    def is_proven(self) -> bool:
        return len(self.proofs) >= _PROOFS

    def try_on(self, own: Own, finished: Artifact, read: Sequence[str]) -> None:
        """Hold the cast against another paper as it was ``read``, and cast that one where they differ."""
        self.tried += 1
        copy = self.cast.copy(own) if self.cast else None
        same = copy is not None and copy.content == finished.content
        if self.cast and same and self.cast.read(own.made) == read:
            self.proofs.add(own.made.page)
        elif self.is_proven:  # it was wrong after all
            self.give_up()
        else:
            self.cast, self.proofs = _cast(own, finished, read), set()

    def give_up(self) -> None:
        """Copy nothing any more."""
        self.cast, self.proofs, self.tried = None, set(), _MOST_TRIED


_MOULDS: Final[dict[Hashable, _Mould]] = {}


def own(made: Impression, signers: Sequence[Signer], draft: Draft, symbol: Symbol | None) -> Own:
    """Gather what a paper has of its own."""
    return Own(made, signers, draft, drawing_of(symbol) if symbol else None)


def copied(own: Own) -> Artifact | None:
    """Give the finished paper, if it is known what that comes to."""
    mould = _MOULDS.get(own.mould)
    if mould is None or mould.cast is None or not mould.is_proven:
        return None
    mould.copies += 1
    try:
        return mould.cast.copy(own) if mould.copies % _EVERY else None
    except FAULTS:
        mould.give_up()
        return None


def learn(own: Own, finished: Artifact, reading: Reading) -> None:
    """Cast a paper that was finished step by step and read, or hold the cast of another one against it."""
    if len(_MOULDS) >= _MOST_KNOWN and own.mould not in _MOULDS:
        _MOULDS.clear()
    mould = _MOULDS.setdefault(own.mould, _Mould())
    if mould.is_proven or mould.tried < _MOST_TRIED:
        try:
            mould.try_on(own, finished, list(reading.pieces))
        except FAULTS:
            mould.give_up()


def _cast(own: Own, finished: Artifact, pieces: Sequence[str]) -> _Cast | None:
    """Take a finished paper apart; nothing where it is not made as others are."""
    parts = list(parts_of_page(finished.content))
    code = parts.index(own.code) if own.code in parts else None
    try:
        page = parts.index(own.made.page)
        digests, means = list(map(part_digest, parts)), drawn(finished.content)[1:]
        filling = _filling(own, (digest_of(digests), *means), with_code=code is not None)
        stereotype = Stereotype(finished.content, filling)
    except (ValueError, CastError):
        return None
    return _Cast(stereotype, digests, means, page, code, pieces, _runs(own.made, pieces))


def _filling(own: Own, digests: tuple[str, ...], *, with_code: bool) -> Filling:
    text = own.draft.sealed(digests)
    return Filling(own.made.page, text.encode(), own.made.identifier, own.code if with_code else None)


def _runs(made: Impression, pieces: Sequence[str]) -> dict[int, int]:
    """Find the runs that change among the pieces as they are read: each is a piece of its own."""
    found: dict[int, int] = {}
    for run, text in made.changed.items():
        words = normalize("NFC", text)
        free = (place for place, piece in enumerate(pieces) if piece == words and place not in found.values())
        if (place := next(free, None)) is not None:
            found[run] = place
    return found
