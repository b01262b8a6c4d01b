"""A QR code held against keys, the register and the paper beside it: what may be believed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportgen.audit import audit
from reportgen.audit.paper import open_paper
from reportgen.model.acts import STANDS, Act
from reportgen.model.claims import DIGEST, ENTRY, Claims
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.manifest_text import digest_of
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.registry import REPLACED_BY, Registered, Standing, read_number
from reportgen.model.values import told
from reportgen.papers.keys import refuse_without_libraries
from reportgen.register import Registry

if TYPE_CHECKING:
    from reportgen.token import PublicKey


class Verdict(StrEnum):
    """What is to be believed."""

    SIGNED = "signed"
    """The key signed just this; nobody asked the register."""

    VALID = "valid"
    """And the register says that it stands."""

    REVOKED = "revoked"
    OTHERWISE = "otherwise"
    """The register has no paper, or another one, under just this entry."""

    DIFFERS = "differs"
    """The register has the paper, and says something else of it."""

    OTHER_PAPER = "other paper"
    """It is not the code of the file beside it."""

    OTHER_FORMAT = "other format"
    """It is the code of the same paper's Word file, and beside it lies the PDF, or the other way round."""

    ALTERED = "altered"
    """It is the code of the file beside it, whose pages are not as they were made."""

    UNKNOWN_KEY = "unknown key"
    FORGED = "forged"
    DAMAGED = "damaged"


BELIEVED: Final = frozenset({Verdict.SIGNED, Verdict.VALID})
"""The verdicts with which nothing speaks against a code."""

_FALLEN: Final = frozenset({Act.REVOKED, Act.REPLACED})


@dataclass(frozen=True, slots=True)
class CodeVerdict:
    """What is to be believed of a code, what it claims, and whose key signed it."""

    verdict: Verdict
    claims: Claims | None = None
    key: "PublicKey | None" = None
    reason: str = ""
    file: str = ""
    """The paper that it was held against."""

    register: Mapping[str, str] = field(default_factory=dict)
    """What the register says otherwise, by name."""


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


@dataclass(frozen=True, slots=True)
class Beside:
    """A paper that a code is held against: the digest of its manifest, its place in the register.

    ``altered`` tells that its pages are not as they were made.
    """

    file: str
    manifest: bytes
    registered: Registered | None
    altered: bool


def beside(file: Path) -> Beside:
    """Read a paper that a code is to be held against.

    Raises:
        DataError: the paper carries no manifest, or cannot be read.

    """
    manifest = open_paper(file).manifest
    return Beside(str(file), digest_of(manifest)[:DIGEST], manifest.registered, audit(file).says_no)


def verdict_of(
    text: str, keys: "Sequence[PublicKey]", registry: Registry | None = None, paper: Beside | None = None
) -> CodeVerdict:
    """Tell what is to be believed of the text of a QR code, and whether it is that of the paper beside it."""
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
    found = CodeVerdict(Verdict.SIGNED, token.claims, key)
    if registry is not None:
        found = _by_register(found, token.claims, registry)
    return _beside(found, token.claims, paper) if paper and found.verdict in BELIEVED else found


def _why(standing: Standing) -> str:
    """Tell why a paper holds no longer."""
    if standing.state is Act.REPLACED:
        return phrase("replaced by {number}", number=standing.told.get(REPLACED_BY, ""))
    return phrase("revoked, {reason}", reason=standing.told.get("reason", ""))


def _by_register(found: CodeVerdict, claims: Claims, registry: Registry) -> CodeVerdict:
    standing = _standing(claims, registry)
    if standing is None:
        return replace(found, verdict=Verdict.OTHERWISE)
    if standing.state in _FALLEN:
        return replace(found, verdict=Verdict.REVOKED, reason=_why(standing))
    if standing.state not in STANDS:
        return replace(found, verdict=Verdict.OTHERWISE)
    if differs := _told_otherwise(claims, standing):
        return replace(found, verdict=Verdict.DIFFERS, register=differs)
    return replace(found, verdict=Verdict.VALID)


def _standing(claims: Claims, registry: Registry) -> Standing | None:
    """Find the paper whose number was given by just the entry that the code names."""
    digits, _, name = claims.number.partition("/")
    number = read_number(digits)
    if number is None:
        return None
    papers = registry.called(name, number)
    return next((one for one in papers if one.reserved.hash[: 2 * ENTRY] == claims.entry.hex()), None)


def _told_otherwise(claims: Claims, standing: Standing) -> dict[str, str]:
    """Tell what the register says otherwise: who has the key and a code can sign its number anew.

    What was taken out of the register, as the law may demand, is not asked for.
    """
    words = {**claims.words, "date": told(claims.date)}
    known = {**standing.told, "date": told(standing.dated or claims.date)}
    return {name: known[name] for name, text in words.items() if known.get(name, text) != text}


def _beside(found: CodeVerdict, claims: Claims, paper: Beside) -> CodeVerdict:
    """Hold a code against the manifest of a paper, and the paper against its manifest."""
    if paper.manifest == claims.manifest:
        verdict = Verdict.ALTERED if paper.altered else found.verdict
    else:
        place = paper.registered
        same = place is not None and (place.number, place.head[: 2 * ENTRY]) == (
            claims.number,
            claims.entry.hex(),
        )
        verdict = Verdict.OTHER_FORMAT if same else Verdict.OTHER_PAPER
    return replace(found, verdict=verdict, file=paper.file)
