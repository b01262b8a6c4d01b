"""What an audit found, on the screen and for machines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import typer

from reportgen.cli.language import counted, said_here, say

if TYPE_CHECKING:
    from reportgen.audit import Audited, Whence
    from reportgen.model.diagnostics import Diagnostic
    from reportgen.model.manifest import Maker

_KINDS: Final = {
    "own": "kind: {title}, version {version}, word for word that of {folder}",
    "otherwise": "kind: {title}, version {version}; {folder} says otherwise: it only agrees with itself",
    "other version": (
        "kind: {title}, version {version}; {folder} is another one: it only agrees with itself"
    ),
    "unknown": (
        "kind: {title}, version {version}; not among those here (--templates): it only agrees with itself"
    ),
}


def tell_audited(found: "Audited", *, fully: bool) -> None:
    """Print what was found: figures, then wording, then a line for the paper; ``fully`` how sure all is."""
    from reportgen.audit import WORDING  # noqa: PLC0415

    wording = [one for one in found.findings if one.code in WORDING]
    _print([one for one in found.findings if one.code not in WORDING])
    if wording and len(wording) < len(found.findings):
        typer.echo(say("changed wording:"), err=True)
    _print(wording)
    if found.manifest is None:
        return
    made, count = found.manifest.maker, len([one for one in found.findings if one.stops])
    verdict = (
        counted(count, "{count} thing is not as it was made", "{count} things are not as they were made")
        if count
        else say("as it was made")
    )
    figures = say("{count} of {all} figures computed again", count=found.computed, all=found.recorded)
    whence = say("{title}, from {source}", title=made.title, source=made.source)
    typer.echo(f"{found.file}: {whence}: {figures}: {verdict}")
    for line in _sureness(found) if fully else ():
        typer.echo(f"  {line}")


def _print(findings: "Iterable[Diagnostic]") -> None:
    from reportgen.audit import sure_of  # noqa: PLC0415
    from reportgen.cli.findings import described  # noqa: PLC0415

    for one in findings:
        lines = described(one)
        if sure := sure_of(one.code):
            lines.append(f"  {say('sure')}: {say(sure[0])}; {said_here(sure[1])}")
        typer.echo("\n".join(lines), err=True)


def _sureness(found: "Audited") -> Iterator[str]:
    """Tell how much of a paper was looked at, and what nobody can tell from the file alone."""
    from reportgen.audit import Place  # noqa: PLC0415

    places = Counter(one.place for one in found.figures if one.stands)
    if any(places.values()):
        yield say(
            "in their places: {controls} figures in controls, {words} in the text of the pages, in order",
            controls=places[Place.CONTROL], words=places[Place.TEXT],
        )  # fmt: skip
    if unsure := [one.title for one in found.figures if not one.computed and not one.withheld]:
        names = ", ".join(map(said_here, unsure))
        yield say("not computed again, what they read is held back: {names}", names=names)
    if withheld := sum(one.withheld for one in found.figures):
        yield counted(
            withheld,
            "{count} figure about persons stays in the office",
            "{count} figures about persons stay in the office",
        )
    if found.whence and found.manifest:
        yield whose_kind(found.whence, found.manifest.maker)
    if not found.findings:
        yield say(
            "whether somebody made all of it anew, only a signature, its QR code or the register can tell"
        )


def whose_kind(whence: "Whence", made: "Maker", unknown: str = _KINDS["unknown"]) -> str:
    """Say whether the kind of a paper is the office's own."""
    folder = whence.folder / "kind.yaml" if whence.folder else ""
    text = unknown if whence.provenance == "unknown" else _KINDS[whence.provenance]
    return say(text, title=made.title, version=made.version, folder=folder)


def audit_record(found: "Audited") -> dict[str, Any]:
    """Give the same for machines."""
    made = found.manifest.maker if found.manifest else None
    return {
        "file": found.file,
        "kind": made.kind if made else None,
        "version": made.version if made else None,
        "whose_kind": str(found.whence.provenance) if found.whence else None,
        "data": made.source if made else None,
        "figures": found.recorded,
        "computed": found.computed,
        "findings": [_finding(one) for one in found.findings],
        "each": [
            {
                "name": one.name, "printed": one.printed, "computed": one.computed, "withheld": one.withheld,
                "place": str(one.place), "stands": one.stands,
            }
            for one in found.figures
        ],
    }  # fmt: skip


def _finding(one: "Diagnostic") -> dict[str, Any]:
    from reportgen.audit import WORDING, sure_of  # noqa: PLC0415
    from reportgen.cli.findings import as_record  # noqa: PLC0415

    sure = sure_of(one.code)
    return {
        **as_record(one),
        "about": "wording" if one.code in WORDING else "figures",
        "sure": str(sure[0]) if sure else None,
    }
