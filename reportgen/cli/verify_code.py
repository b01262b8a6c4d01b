"""The QR code of a certificate, for ``reportgen verify --qr``."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import Format
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers.codes import Beside, CodeVerdict

_SAID: Final = {
    "signed": "signed by {owner} (key {key}); whether it was revoked, only the office's register can tell",
    "valid": "signed by {owner} (key {key}), and valid as the register says",
    "revoked": "signed by {owner} (key {key}), but it stands no more: {reason}",
    "otherwise": "signed by {owner} (key {key}), but the register knows no such paper",
    "differs": "signed by {owner} (key {key}), but the register says otherwise: {reason}",
    "other paper": "signed by {owner} (key {key}), but for another paper than {file}",
    "other format": (
        "cannot tell: signed by {owner} (key {key}) for the other format of {file}; take that file"
    ),
    "altered": (
        "signed by {owner} (key {key}) for {file}, which is not as it was made: see `reportgen audit {file}`"
    ),
    "unknown key": "cannot tell: signed with a key that is none of those given",
    "forged": "NOT genuine: what the code says is not what the key signed",
    "damaged": "cannot tell: this is no QR code of reportgen, or not all of it was read",
}
_LABELS: Final = {
    "name": "holder", "unit": "unit", "programme": "programme", "result": "result",
}  # fmt: skip


def tell_code(
    qr: str, files: Sequence[Path], keys: Sequence[Path], office: Path | None, form: Format
) -> None:
    """Tell what may be believed of codes, and leave with exit code 10 where it is nothing."""
    with leaving_properly(as_json=form is Format.JSON):
        found = _verdicts(qr, files, keys, office)
    if form is Format.JSON:
        print_record({"codes": [_record(one) for one in found]})
    else:
        for one in found:
            _tell(one)
    if not all(_is_believed(one) for one in found):
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(ExitCode.SAYS_NO)


def _verdicts(
    qr: str, files: Sequence[Path], keys: Sequence[Path], office: Path | None
) -> "list[CodeVerdict]":
    from reportgen.papers import find_office  # noqa: PLC0415
    from reportgen.papers.codes import keys_of, verdict_of  # noqa: PLC0415
    from reportgen.papers.keys import public_key  # noqa: PLC0415

    texts, papers = _asked(qr, files)
    place = find_office(office, Path()) if office or not keys else None
    known = keys_of(keys) if keys or place is None else [public_key(place)]
    with ExitStack() as stack:
        registry = None
        if place is not None and place.register.is_file():
            registry = stack.enter_context(place.reading())
        return [verdict_of(text, known, registry, paper) for text in texts for paper in papers]


def _asked(qr: str, files: Sequence[Path]) -> "tuple[Sequence[str], Sequence[Beside | None]]":
    """Give the texts of codes, and the papers that they are held against: a PDF is held against itself."""
    from reportgen.papers.scans import is_scan  # noqa: PLC0415

    picture = Path(qr.strip()) if is_scan(qr) else None
    typed = [] if picture else [sys.stdin.read() if qr == "-" else qr]
    if not (picture or files):
        return typed, [None]
    from reportgen.verify.scan import scanned  # noqa: PLC0415

    found = scanned(picture, tuple(files))
    return typed or found.texts, found.papers or [None]


def _is_believed(found: "CodeVerdict") -> bool:
    from reportgen.papers.codes import BELIEVED  # noqa: PLC0415

    return found.verdict in BELIEVED


def _tell(found: "CodeVerdict") -> None:
    """Say the verdict first, then what the code says."""
    owner = found.key.owner if found.key else ""
    name = found.key.name if found.key else ""
    typer.echo(
        say(
            _SAID[found.verdict],
            owner=owner,
            key=name,
            reason=found.reason or _otherwise(found),
            file=found.file,
        )
    )
    if found.file and _is_believed(found):
        typer.echo(say("it is the code of {file}, which is as it was made", file=found.file))
    if found.claims and found.key is None:
        typer.echo(say("it claims, and nobody vouches for it:"))
    for label, text in _claimed(found).items():
        typer.echo(f"  {say(label)}: {text}")


def _otherwise(found: "CodeVerdict") -> str:
    labels = {**_LABELS, "date": "date"}
    return "; ".join(f"{say(labels[name])}: {text}" for name, text in found.register.items())


def _claimed(found: "CodeVerdict") -> dict[str, str]:
    claims = found.claims
    if claims is None:
        return {}
    words = {label: claims.words[name] for name, label in _LABELS.items() if name in claims.words}
    return {"number": claims.number, "date": f"{claims.date:%d/%m/%Y}", **words, "code": claims.code}


def _record(found: "CodeVerdict") -> dict[str, Any]:
    claims, key = found.claims, found.key
    return {
        "verdict": str(found.verdict),
        "believed": _is_believed(found),
        "key": {"id": key.name, "owner": key.owner} if key else None,
        "reason": found.reason,
        "register": dict(found.register),
        "file": found.file or None,
        "claims": {
            "number": claims.number, "date": claims.date.isoformat(), **claims.words, "code": claims.code,
            "manifest": claims.manifest.hex(), "entry": claims.entry.hex(),
        } if claims else None,
    }  # fmt: skip
