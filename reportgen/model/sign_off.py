"""How far a paper is on its way through those who must approve it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Final

from reportgen.model.acts import REVIEW, Act
from reportgen.model.registry import INSTEAD_OF, Entry, Standing

ASKED, PARTS, CONTENT, ROLE, OBJECTION = "asked", "parts", "content", "role", "objection"
"""What entries tell of a review: who is asked, digests of the content, who speaks in which role, why not."""

EDITED, WORDING = "edited", "wording"
"""Of a paper whose wording somebody changed in Word: the digest of that file, and what was changed."""

SIGNERS, FIELD = "signers", "field"
"""Of an issued paper: who is to sign it, and of a signature: in which field it was given."""

INNER: Final = frozenset({SIGNERS, ASKED, PARTS, CONTENT, ROLE, INSTEAD_OF})
"""What of it says nothing to people."""

Parts = Mapping[str, str]
"""The digests of a paper's content: ``data.chair``, ``office.signer``, ``kind``, ``template``, ``words``."""


BESIDES: Final = frozenset({"replaces"})
"""What is said when a paper is handed in and issued: which other it replaces."""


class Stage(StrEnum):
    """Where a paper stands before it has a number."""

    DRAFT = "draft"
    REVIEW = "under review"
    REJECTED = "sent back"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who must approve: the name in the kind, the role, and who that is where the data say it."""

    name: str
    role: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """What the register knows of a paper's review; ``given`` are the approvals, by the name of the role."""

    asked: Sequence[Asked] = ()
    parts: Parts = field(default_factory=dict)
    given: Mapping[str, Entry] = field(default_factory=dict)
    last: Entry | None = None
    edited: str = ""
    objection: str = ""

    @property
    def stage(self) -> Stage:
        """Tell where the paper stands."""
        if self.last is None:
            return Stage.DRAFT
        if self.last.act is Act.REJECTED:
            return Stage.REJECTED
        return Stage.REVIEW if self.waits else Stage.APPROVED

    @property
    def waits(self) -> Asked | None:
        """Give whose turn it is."""
        return next((one for one in self.asked if one.name not in self.given), None)

    def changed(self, parts: Parts, *, whole: bool = False) -> list[str]:
        """List what is otherwise now than it was when the paper was handed in.

        What a command says besides counts where the ``whole`` is asked for: who approves does not repeat it.
        """
        names = [name for name in dict.fromkeys([*self.parts, *parts]) if whole or name not in BESIDES]
        return [name for name in names if self.parts.get(name) != parts.get(name)]


def content_of(parts: Parts) -> str:
    """Digest all that an approval stands for."""
    return sha256(written_parts(parts).encode("utf-8", "surrogatepass")).hexdigest()


def written_parts(parts: Parts) -> str:
    """Write digests down, a part on each line."""
    return "\n".join(f"{name} {digest}" for name, digest in sorted(parts.items()))


def written_asked(asked: Sequence[Asked]) -> str:
    """Write down who must approve, one on each line."""
    return "\n".join(f"{one.name}\t{one.role}\t{one.who}" for one in asked)


def next_signer(paper: Standing) -> Asked | None:
    """Give whose signature by key a paper that is issued waits for."""
    if paper.state not in {Act.ISSUED, Act.SIGNED} or paper.by_hand:
        return None
    given = {tale.get(FIELD) for tale in paper.tales.values()}
    return next((one for one in _read_asked(paper.told.get(SIGNERS, "")) if one.name not in given), None)


def sign_off(history: Sequence[Standing]) -> SignOff:
    """Put together where a paper stands of all that was done to the papers made from the same.

    What was approved stays so when a machine stops and a number is cancelled; once a paper is issued, what
    follows is another one.
    """
    entries = sorted(
        ((entry, one.tales.get(entry.entry, {})) for one in history for entry in one.entries),
        key=lambda pair: pair[0].entry,
    )
    found = SignOff()
    for entry, tale in entries:
        if entry.act is Act.SUBMITTED:
            found = SignOff(_read_asked(tale.get(ASKED, "")), _read_parts(tale.get(PARTS, "")))
        elif entry.act is Act.APPROVED:
            given = {**found.given, tale.get(ROLE, ""): entry}
            found = replace(found, given=given, edited=tale.get(EDITED, found.edited))
        elif entry.act is Act.REJECTED:
            found = replace(found, objection=tale.get(OBJECTION, ""))
        elif entry.act in {Act.ISSUED, Act.WITHDRAWN}:
            found = SignOff()
        if entry.act in REVIEW - {Act.WITHDRAWN}:
            found = replace(found, last=entry)
    return found


def _read_asked(text: str) -> tuple[Asked, ...]:
    lines = (line.split("\t") for line in text.split("\n") if line)
    return tuple(Asked(*line) for line in lines if len(line) == len(Asked.__dataclass_fields__))


def _read_parts(text: str) -> dict[str, str]:
    pairs = (line.rsplit(" ", 1) for line in text.split("\n") if " " in line)
    return dict(pairs)
