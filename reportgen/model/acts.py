"""What is done to papers, as the register's entries say it, and what that says of where a paper stands."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from reportgen.model.phrase import phrase


class Act(StrEnum):
    """What an entry says was done."""

    OPENED = "opened"
    """The register was begun: its first entry."""

    SUBMITTED = "submitted"
    """A draft was handed in to be approved."""

    APPROVED = "approved"
    """One of those who must approve a draft did."""

    REJECTED = "rejected"
    """One of them sent it back."""

    WITHDRAWN = "withdrawn"
    """A draft that was handed in or printed is not wanted any more."""

    PRINTED = "printed"
    """It was printed to be signed by hand: number and day come afterwards (rule G-5)."""

    RESERVED = "reserved"
    """A paper was given its number, and is being made."""

    ISSUED = "issued"
    SIGNED = "signed"
    """Somebody signed it by key: its file is another one now."""

    SCANNED = "scanned"
    """Somebody signed it by hand, and the scan was filed."""

    STAMPED = "stamped"
    """A signed paper got a further time stamp over the whole file: it is another file now."""

    CANCELLED = "cancelled"
    """A number that no paper will ever have."""

    REVOKED = "revoked"
    REPLACED = "replaced"
    """Another paper of the same form was issued in its place."""

    IMPORTED = "imported"
    """A paper that was issued before, or elsewhere."""

    MOVED = "moved"
    """The register goes on in another place."""

    ERASED = "erased"
    """What another entry told of people was taken out, as the law may demand."""


ACTS: Final[Mapping[Act, str]] = {
    Act.OPENED: phrase("begun"),
    Act.SUBMITTED: phrase("submitted"),
    Act.APPROVED: phrase("approved"),
    Act.REJECTED: phrase("sent back"),
    Act.WITHDRAWN: phrase("withdrawn"),
    Act.PRINTED: phrase("printed to be signed by hand"),
    Act.RESERVED: phrase("being issued"),
    Act.ISSUED: phrase("issued"),
    Act.SIGNED: phrase("signed"),
    Act.SCANNED: phrase("signed by hand"),
    Act.CANCELLED: phrase("cancelled"),
    Act.REVOKED: phrase("revoked"),
    Act.REPLACED: phrase("replaced"),
    Act.IMPORTED: phrase("issued, brought in from another register"),
    Act.STAMPED: phrase("time-stamped again"),
    Act.MOVED: phrase("moved"),
    Act.ERASED: phrase("taken out"),
}
"""What is said of each."""

REVIEW: Final[frozenset[Act]] = frozenset({Act.SUBMITTED, Act.APPROVED, Act.REJECTED, Act.WITHDRAWN})
"""What is done to a draft, before it has a number."""

STANDS: Final[frozenset[Act]] = frozenset({Act.ISSUED, Act.SIGNED, Act.SCANNED})
"""What was done last to a paper that was issued here, and holds."""

STATES: Final[frozenset[Act]] = REVIEW | STANDS | {
    Act.PRINTED, Act.RESERVED, Act.CANCELLED, Act.REVOKED, Act.REPLACED, Act.IMPORTED,
}  # fmt: skip
"""The acts that say where a paper stands: the last of them does."""

STANDING: Final[frozenset[Act]] = STANDS | {Act.IMPORTED}
"""Likewise, of papers that were issued elsewhere too."""

NUMBERED: Final[frozenset[Act]] = frozenset({Act.RESERVED, Act.IMPORTED})
"""The acts that take a number; nobody takes it again."""
