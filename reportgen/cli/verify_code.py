"""The QR code of a certificate, for ``reportgen verify --qr``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import Format
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers.codes import CodeVerdict

_SAID: Final = {
    "signed": "signed by {owner} (key {key}); whether it was revoked, only the office's register can tell",
    "valid": "signed by {owner} (key {key}), and valid as the register says",
    "revoked": "signed by {owner} (key {key}), but revoked: {reason}",
    "otherwise": "signed by {owner} (key {key}), but the register knows no such paper",
    "unknown key": "cannot tell: signed with a key that is none of those given",
    "forged": "NOT genuine: what the code says is not what the key signed",
    "damaged": "cannot tell: this is no QR code of reportgen, or not all of it was read",
}
_LABELS: Final = {
    "name": "name", "unit": "unit", "programme": "programme", "result": "result",
}  # fmt: skip
_BELIEVED: Final = {"signed", "valid"}


def tell_code(qr: str, keys: list[Path], office: Path | None, form: Format) -> None:
    """Tell what may be believed of a code, and leave with exit code 10 where it is nothing."""
    with leaving_properly(as_json=form is Format.JSON):
        found = _verdict(sys.stdin.read() if qr == "-" else qr, keys, office)
    if form is Format.JSON:
        print_record(_record(found))
    else:
        _tell(found)
    if found.verdict not in _BELIEVED:
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(ExitCode.SAYS_NO)


def _verdict(text: str, paths: list[Path], office: Path | None) -> "CodeVerdict":
    from reportgen.papers import find_office  # noqa: PLC0415
    from reportgen.papers.codes import keys_of, verdict_of  # noqa: PLC0415
    from reportgen.papers.keys import public_key  # noqa: PLC0415

    place = find_office(office, Path()) if office or not paths else None
    keys = keys_of(paths) if paths or place is None else [public_key(place)]
    if place is None or not place.register.is_file():
        return verdict_of(text, keys)
    with place.reading() as registry:
        return verdict_of(text, keys, registry)


def _tell(found: "CodeVerdict") -> None:
    """Say the verdict first, then what the code says."""
    owner = found.key.owner if found.key else ""
    name = found.key.name if found.key else ""
    typer.echo(say(_SAID[found.verdict], owner=owner, key=name, reason=found.reason))
    if found.claims and found.key is None:
        typer.echo(say("it claims, and nobody vouches for it:"))
    for label, text in _claimed(found).items():
        typer.echo(f"  {say(label)}: {text}")


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
        "believed": found.verdict in _BELIEVED,
        "key": {"id": key.name, "owner": key.owner} if key else None,
        "reason": found.reason,
        "claims": {
            "number": claims.number, "date": claims.date.isoformat(), **claims.words, "code": claims.code,
            "manifest": claims.manifest.hex(), "entry": claims.entry.hex(),
        } if claims else None,
    }  # fmt: skip
