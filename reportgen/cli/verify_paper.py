"""What is told of papers that are verified: the verdict first, then what speaks against it, then the rest."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import Format, now
from reportgen.cli.records import print_record
from reportgen.model.local_time import VIETNAM

if TYPE_CHECKING:
    from reportgen.model.signature import Signed
    from reportgen.verify.judge import Judged

_SAID: Final[Mapping[str, str]] = {
    "valid": "VALID: {file}",
    "test": "TEST: {file}: all is well, but the keys are those of a test authority and worth nothing in law",
    "cannot tell": "CANNOT TELL: {file}",
    "not valid": "NOT VALID: {file}",
}
_COUNTED: Final[Mapping[str, str]] = {
    "valid": "valid: {count}",
    "test": "TEST: {count}",
    "cannot tell": "cannot tell: {count}",
    "not valid": "not valid: {count}",
}
_CHAINS: Final[Mapping[str, str]] = {
    "trusted": "not revoked",
    "unchecked": "whether it was revoked is not known",
    "revoked": "revoked",
    "expired": "out of date",
    "strange": "not trusted here",
    "no anchors": "trusted by nobody here",
}
_NO_KIND: Final = (
    "kind: {title}, version {version}; the office has none of this name: it only agrees with itself"
)
_WELL: Final = {"valid", "test"}


def tell_papers(files: Sequence[Path], office: Path | None, form: Format) -> None:
    """Verify papers one after the other, and leave with 10 unless all is well."""
    found: list[Judged] = []
    with leaving_properly(as_json=form is Format.JSON):
        for one in _judged(files, office):
            found.append(one)
            if form is Format.TEXT:
                _tell(one)
    if form is Format.JSON:
        print_record({"files": [_record(one) for one in found], "counts": _counts(found)})
    elif len(found) > 1:
        typer.echo(", ".join(say(_COUNTED[name], count=count) for name, count in _counts(found).items()))
    if any(one.judgement not in _WELL for one in found):
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(ExitCode.SAYS_NO)


def _judged(files: Sequence[Path], office: Path | None) -> "Iterator[Judged]":
    from reportgen.verify.examiner import examining  # noqa: PLC0415

    with examining() as examiner:  # it starts while the rest is imported
        from reportgen.verify.judge import judge_all  # noqa: PLC0415

        yield from judge_all(files, examiner, office, now())


def _counts(found: "Sequence[Judged]") -> dict[str, int]:
    counted = Counter(str(one.judgement) for one in found)
    return {name: counted[name] for name in _COUNTED if counted[name]}


def _tell(found: "Judged") -> None:
    from reportgen.cli.findings import print_findings, visible  # noqa: PLC0415

    typer.echo(visible(say(_SAID[found.judgement], file=found.examined.file)))
    print_findings(found.reasons, of_strangers=True)
    for line in _details(found):
        typer.echo(f"  {visible(line)}")


def _details(found: "Judged") -> Iterator[str]:
    from reportgen.cli.audited import whose_kind  # noqa: PLC0415
    from reportgen.model.acts import ACTS  # noqa: PLC0415
    from reportgen.model.values import told  # noqa: PLC0415

    examined, standing = found.examined, found.standing
    if standing:
        words = {"number": standing.number, "date": told(standing.dated) if standing.dated else ""}
        yield say("{number} of {date}; the register says: {state}", **words, state=ACTS[standing.state])
    roles = {one.field: one.role for one in examined.signers}
    for one in examined.signatures.signed if examined.signatures else ():
        yield f"{roles.get(one.field) or one.field}: {_signed(one)}"
    if examined.made and examined.whence:
        yield whose_kind(examined.whence, examined.made, _NO_KIND)
    if examined.made and examined.figures:
        computed, figures = examined.computed, examined.figures
        yield say("{count} of {all} figures computed again", count=computed, all=figures)


def _signed(one: "Signed") -> str:
    """Say who signed when, and what the certificate is worth."""
    certificate = one.certificate
    if not one.intact:
        return say("{name}; what was signed was changed since", name=certificate.name)
    if one.stamped:
        when = say(
            "signed before {time}, as a time stamp of {by} proves", time=_at(one.stamped), by=one.stamped_by
        )
    elif one.claimed:
        when = say("signed at {time}, as the signer's computer says", time=_at(one.claimed))
    else:
        when = say("signed, nobody says when")
    worth = say(
        "certificate of {issuer} to {until}, {worth}",
        issuer=certificate.issuer,
        until=f"{certificate.until.astimezone(VIETNAM):%d/%m/%Y}",
        worth=say(_CHAINS[one.chain]),
    )
    return f"{certificate.name}; {when}; {worth}"


def _at(moment: dt.datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def _record(found: "Judged") -> dict[str, Any]:
    from reportgen.cli.findings import as_record  # noqa: PLC0415

    examined, standing = found.examined, found.standing
    signed = examined.signatures.signed if examined.signatures else ()
    roles = {one.field: one for one in examined.signers}
    missing = [one for one in examined.signers if one.field not in {each.field for each in signed}]
    return {
        "file": examined.file,
        "digest": examined.digest,
        "verdict": str(found.judgement),
        "believed": found.judgement in _WELL,
        "reasons": [as_record(one) for one in found.reasons],
        "number": str(standing.number) if standing else None,
        "state": str(standing.state) if standing else None,
        "signatures": [
            {**_signature(one), "role": roles[one.field].role, "expected": roles[one.field].who}
            if one.field in roles
            else {**_signature(one), "role": None, "expected": None}
            for one in signed
        ],
        "missing": [{"field": one.field, "role": one.role, "expected": one.who} for one in missing],
        "whose_kind": str(examined.whence.provenance) if examined.whence else None,
        "figures": examined.figures,
        "computed": examined.computed,
    }


def _signature(one: "Signed") -> dict[str, Any]:
    certificate = one.certificate
    return {
        "field": one.field,
        "name": certificate.name,
        "intact": one.intact,
        "after": str(one.after),
        "claimed": one.claimed.isoformat() if one.claimed else None,
        "stamped": one.stamped.isoformat() if one.stamped else None,
        "stamped_by": one.stamped_by,
        "certificate": {
            "sha256": certificate.digest,
            "issuer": certificate.issuer,
            "since": certificate.since.isoformat(),
            "until": certificate.until.isoformat(),
            "worth": str(one.chain),
            "revoked_on": one.revoked_on.isoformat() if one.revoked_on else None,
            "test": certificate.test,
        },
    }
