"""What can be wrong with the office's register itself."""

from dataclasses import dataclass
from enum import StrEnum


class Ill(StrEnum):
    """What can be wrong with a register."""

    EDITED = "register-entry-edited"
    GONE = "register-entry-gone"
    DETAILS_EDITED = "register-details-edited"
    DETAILS_GONE = "register-details-gone"
    GAP = "register-number-gap"


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something wrong with a register, at an entry or a number."""

    ill: Ill
    entry: int = 0
    number: str = ""
