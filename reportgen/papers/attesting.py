"""What is asked for beside a signature: a time that somebody else attests, and what proves it for years."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.model.origin import Origin

if TYPE_CHECKING:
    from reportgen.seal.checking_trust import Trust
    from reportgen.seal.keys import Key
    from reportgen.seal.times import TimeAuthority


@dataclass(frozen=True, slots=True)
class Attesting:
    """An authority for time stamps by its address (PAdES B-T).

    ``lasting`` puts in what proves the signature for years (B-LT), ``closed`` besides a time stamp over the
    whole file (B-LTA).
    """

    address: str
    lasting: bool = False
    closed: bool = False


After = Callable[[bytes], bytes]
"""What is done to a paper behind its signature."""


def attested(
    wanted: Attesting | None, key: "Key", place: Origin, trust: "Callable[[], Trust]"
) -> "tuple[TimeAuthority | None, After]":
    """Find the authority, and gather what proves the key's signatures, before anything is signed.

    Raises:
        FinishError: the authority does not answer, or something is missing that would prove them.

    """
    if wanted is None:
        return None, _nothing
    from reportgen.seal.lasting import closed, evidence_of, with_evidence  # noqa: PLC0415  # an extra
    from reportgen.seal.times import TimeAuthority  # noqa: PLC0415  # an extra

    authority = TimeAuthority(wanted.address)
    if not (wanted.lasting or wanted.closed):
        return authority, _nothing
    evidence = evidence_of(key, place, authority, trust())

    def after(content: bytes) -> bytes:
        proven = with_evidence(content, evidence)
        return closed(proven, authority) if wanted.closed else proven

    return authority, after


def _nothing(content: bytes) -> bytes:
    return content
