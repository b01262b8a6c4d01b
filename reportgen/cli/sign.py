"""``reportgen sign``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import Language, counted, language, say
from reportgen.cli.options import By, OfficeFolder, hand_of
from reportgen.cli.pins import ask_pin
from reportgen.cli.scan import file_scans, refuse_without_key
from reportgen.cli.sign_filed import file_signed_papers
from reportgen.cli.sign_renewed import renew_stamps

if TYPE_CHECKING:
    from reportgen.model.manifest import Signer


_Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...", help="PDF papers that were issued, or folders of them.", readable=False
    ),
]
_Field = Annotated[
    str, typer.Option(metavar="FIELD", help="The field to sign in: secretary, chair, signer, seal.")
]
_Elsewhere = Annotated[
    bool,
    typer.Option(
        "--signed", help="The files were signed elsewhere, with any program: look into them, and file them."
    ),
]
_Key = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        help="The key with its certificate: a .p12 file, or pkcs11:… of a token (docs/signing.md).",
    ),
]
_Authority = Annotated[
    str | None,
    typer.Option(
        "--tsa", metavar="URL", help="Have this time-stamp authority attest when it was signed: its address."
    ),
]
_Lasting = Annotated[
    bool,
    typer.Option(
        "--long-term",
        help="With --tsa: put in what proves the signature for years, such as that no key was revoked.",
    ),
]
_Closed = Annotated[
    bool,
    typer.Option(
        "--archive",
        help="With --tsa: that, and a time stamp over the whole file; for whoever signs last. Without "
        "--field and --key: a further one, before the last runs out.",
    ),
]
_Picture = Annotated[
    Path | None,
    typer.Option(
        "--image", metavar="FILE", help="The owner's picture of the signature (blue) or of the seal (red)."
    ),
]


_Scan = Annotated[
    Path | None,
    typer.Option(
        "--scan",
        metavar="FILE",
        help="The scan of a paper that was signed by pen, as PDF: it is filed with the paper, without a key.",
    ),
]


def run(  # noqa: PLR0913  (one argument per option)
    files: _Files,
    field: _Field = "",
    key: _Key = "",
    *,
    scan: _Scan = None,
    signed: _Elsewhere = False,
    image: _Picture = None,
    authority: _Authority = None,
    long_term: _Lasting = False,
    archive: _Closed = False,
    office: OfficeFolder = None,
    by: By = "",
) -> None:
    """Sign issued PDF papers with a key; the PIN is asked for once, never kept, and never tried again.

    The first signature lets nothing be changed afterwards: others can only sign too, in their own fields. A
    paper in the office's folder is entered in the register as signed; one that was signed with another
    program comes back by --signed.
    """
    if scan is not None:
        file_scans(files, scan, office, by, keyed=bool(field or key))
        return
    if signed:
        file_signed_papers(files, office, by)
        return
    if archive and not (field or key):
        _refuse_without_authority(authority, asked=True)
        renew_stamps(files, authority or "", office, by)
        return
    refuse_without_key(field, key)
    _refuse_without_authority(authority, asked=long_term or archive)
    with leaving_properly():
        from reportgen.papers.attesting import Attesting  # noqa: PLC0415
        from reportgen.papers.sign import Signature, sign  # noqa: PLC0415

        attesting = Attesting(authority, long_term, archive) if authority else None
        wanted = Signature(field, key, ask_pin, hand_of(by), image, attesting)
        done = before = 0
        for one in sign(files, wanted, office):
            done, before = done + one.now, before + (not one.now)
            if one.now:
                typer.echo(f"{one.file} ({say('signed')}: {_role(one.signer)})")
    parts = [counted(done, "{count} paper signed", "{count} papers signed")]
    if before:
        alone, many = "{count} signed before, left as it was", "{count} signed before, left as they were"
        parts.append(counted(before, alone, many))
    typer.echo("; ".join(parts))


def _refuse_without_authority(address: str | None, *, asked: bool) -> None:
    if asked and address is None:
        said = say("it goes with --tsa URL: only an authority's time stamps prove anything for years")
        raise typer.BadParameter(said, param_hint="--long-term, --archive")
    if address is not None and not address.casefold().startswith(("http://", "https://")):
        raise typer.BadParameter(say("an address begins with http:// or https://"), param_hint="--tsa")


def _role(signer: "Signer") -> str:
    """Call a field by what its paper calls who signs there; papers are Vietnamese."""
    return signer.role if language() is Language.VI else signer.field
