"""A QR code held against keys and, where there is one, against the register: what may be believed of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.model.claims import ENTRY, Claims
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.registry import Act, Standing
from reportgen.papers.keys import refuse_without_libraries
from reportgen.register import Registry

if TYPE_CHECKING:
    from reportgen.token import Opened, PublicKey


class Verdict(StrEnum):
    """What is to be believed."""

    SIGNED = "signed"
    """The key signed just this; nobody asked the register."""

    VALID = "valid"
    """And the register says that it stands."""

    REVOKED = "revoked"
    OTHERWISE = "otherwise"
    """The register has another paper under the number."""

    UNKNOWN_KEY = "unknown key"
    FORGED = "forged"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class CodeVerdict:
    """What is to be believed of a code, what it claims, and whose key signed it."""

    verdict: Verdict
    claims: Claims | None = None
    key: "PublicKey | None" = None
    reason: str = ""


def keys_of(paths: Sequence[Path]) -> "list[PublicKey]":
    """Read published keys.

    Raises:
        DataError: a file cannot be read, or holds no key.
        MissingToolError: the libraries for codes are not installed.

    """
    refuse_without_libraries()
    from reportgen.token import read_public_key  # noqa: PLC0415

    found, faults = [], []
    for path in paths:
        try:
            keys = read_public_key(path.read_text(encoding="utf-8-sig", errors="replace"))
        except OSError:
            keys = []
        found += keys
        if not keys:
            faults.append(report("no-public-key", Origin(str(path))))
    if faults:
        raise DataError(faults)
    return found


def verdict_of(text: str, keys: "Sequence[PublicKey]", registry: Registry | None = None) -> CodeVerdict:
    """Tell what is to be believed of the text of a QR code."""
    from reportgen.token import Damaged, opened  # noqa: PLC0415

    try:
        token = opened(text)
    except Damaged:
        return CodeVerdict(Verdict.DAMAGED)
    named = [key for key in keys if key.id == token.key_id]
    if not named:
        return CodeVerdict(Verdict.UNKNOWN_KEY, token.claims)
    key = next((one for one in named if token.is_signed_by(one)), None)
    if key is None:
        return CodeVerdict(Verdict.FORGED, token.claims)
    return _by_register(token, key, registry)


def _by_register(token: "Opened", key: "PublicKey", registry: Registry | None) -> CodeVerdict:
    claims = token.claims
    if registry is None:
        return CodeVerdict(Verdict.SIGNED, claims, key)
    standing = _standing(claims, registry)
    if standing is None:
        return CodeVerdict(Verdict.OTHERWISE, claims, key)
    if standing.state is Act.REVOKED:
        return CodeVerdict(Verdict.REVOKED, claims, key, standing.told.get("reason", ""))
    verdict = Verdict.VALID if standing.state is Act.ISSUED else Verdict.OTHERWISE
    return CodeVerdict(verdict, claims, key)


def _standing(claims: Claims, registry: Registry) -> Standing | None:
    """Find the paper whose number was given by just the entry that the code names."""
    name = claims.number.partition("/")[2]
    number = claims.number.partition("/")[0]
    if not (number.isascii() and number.isdigit()):
        return None
    papers = registry.called(name, int(number))
    return next((one for one in papers if one.reserved.hash[: 2 * ENTRY] == claims.entry.hex()), None)
