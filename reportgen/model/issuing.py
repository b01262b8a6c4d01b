"""What a kind says of papers that are issued: their numbers, who must approve them, and who signs."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.model.origin import Origin

DOCUMENT_WORDS = ("sort", "subject", "signer", "recipients", "kept", "copies")
"""What the register of outgoing documents tells of a paper (Decree 30/2020, Appendix IV)."""

HOLDER_WORDS = (
    "name", "born", "birthplace", "sex", "ethnicity", "position", "unit", "programme", "result", "serial",
)  # fmt: skip
"""What the register of certificates tells of whom one is given (rule CE-1)."""


@dataclass(frozen=True, slots=True)
class RegisterSpec:
    """How papers of the kind stand in the register.

    ``number`` is the field that a paper's number fills in, or the column where each row is a paper; ``date``
    the field of the day on which it is issued. Papers whose ``series`` reads alike share one row of numbers
    each year; ``words`` are patterns of what the register tells of each: `DOCUMENT_WORDS`, `HOLDER_WORDS`.
    """

    number: str
    date: str
    series: str
    words: Mapping[str, str]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SignatureSpec:
    """A field for a signature: ``who`` is the pattern of whom its certificate must name.

    A seal lies ``over`` the left of another field.
    """

    name: str
    role: str
    who: str
    over: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalSpec:
    """Somebody who must approve papers: ``who`` is the pattern of the name, where the data say it."""

    name: str
    role: str
    who: str = ""
