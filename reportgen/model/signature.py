"""What was found out about the signatures in a PDF, in words for which nobody needs the libraries."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class After(StrEnum):
    """What was done to a file after a signature."""

    NOTHING = "nothing"
    """At most, proofs for the archive were added: lists of revoked certificates, time stamps."""

    SIGNATURES = "signatures"
    """Further signatures in fields that were there."""

    OTHER = "other"
    """Something that a signature does not allow, or that nobody understands."""


class Chain(StrEnum):
    """What a certificate is worth at the moment that counts."""

    TRUSTED = "trusted"
    UNCHECKED = "unchecked"
    """It leads to an authority that is trusted; whether it was revoked, nothing here tells."""

    REVOKED = "revoked"
    EXPIRED = "expired"
    """It holds no longer, or not yet."""

    STRANGE = "strange"
    """It leads to no authority that is trusted."""

    NO_ANCHORS = "no anchors"
    """Nobody has said whom to trust."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whom a certificate names, who issued it, from when to when it holds; ``test`` is a test authority's.

    ``digest`` is its SHA-256: it tells two people of one name apart.
    """

    name: str
    issuer: str
    since: dt.datetime
    until: dt.datetime
    digest: str
    test: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: in which field, whose, and whether what it signed is still that.

    ``claimed`` is when the signer's computer says, ``stamped`` when a trusted time stamp proves that it was
    there, by ``stamped_by``. ``chain`` holds at that proven time, or now; ``then`` at the claimed time.
    """

    field: str
    certificate: Certificate
    intact: bool
    after: After
    chain: Chain
    then: Chain
    claimed: dt.datetime | None = None
    stamped: dt.datetime | None = None
    stamped_by: str = ""
    revoked_on: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """All signatures of a file, in the order in which they were made, and the fields that stand empty.

    ``readable`` is false where the file is such that nobody can tell; ``broken_stamps`` are whose time stamps
    of the whole file are not of what stands in it. ``changed_before`` tells that more was done than to sign,
    between the time when the file was first complete and the first signature.
    """

    signed: tuple[Signed, ...] = ()
    empty: tuple[str, ...] = ()
    readable: bool = True
    broken_stamps: tuple[str, ...] = ()
    changed_before: bool = False
