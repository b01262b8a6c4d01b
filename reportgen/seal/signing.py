"""Signatures in PDF files: PAdES (ETSI EN 319 142-1), put behind the paper without touching a byte of it."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.stamp import StaticStampStyle

from reportgen.seal.keys import Key, whose
from reportgen.seal.times import TimeAuthority
from reportgen.seal.writer import Untouched

_NOBODY: Final = "?"
_RESERVED: Final = 2 * 2048
_RESERVED_STAMPED: Final = 32 * 1024
"""Digits left for a signature beside its certificates: without a size, the engine signs twice."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What is done in which field; who ``certifies`` allows nothing afterwards but further signatures."""

    field: str
    certifies: bool
    looks: Any = None
    """The picture that the owner gave of a signature or a seal: with Pillow, opened."""


def fields_of(content: bytes) -> Mapping[str, bool]:
    """List the fields for signatures of a PDF, and whether each is signed; signatures are not read."""
    root = PdfFileReader(io.BytesIO(content)).root
    listed = root["/AcroForm"]["/Fields"] if "/AcroForm" in root else ()
    fields = [one.get_object() for one in listed]
    return {str(one["/T"]): "/V" in one for one in fields if "/T" in one and one.get("/FT") == "/Sig"}


def signed_by(content: bytes, field: str) -> str:
    """Tell whom the certificate names of who signed in a field."""
    found = PdfFileReader(io.BytesIO(content)).embedded_signatures
    return next((_name(one) for one in found if one.field_name == field), _NOBODY)


def _name(signature: EmbeddedPdfSignature) -> str:
    try:
        return whose(signature.signer_cert).name or _NOBODY
    except (ValueError, TypeError, KeyError, AttributeError, SignatureValidationError):
        return _NOBODY  # whatever others wrote into the field


def signed(content: bytes, what: Signing, key: Key, authority: TimeAuthority | None = None) -> bytes:
    """Sign in an empty field: the paper's bytes stay, and the signature comes behind them.

    With an authority, PAdES B-T: the time of signing is what it attests, else what this computer says (B-B).

    Raises:
        FinishError: the authority does not attest it.

    """
    about = PdfSignatureMetadata(
        field_name=what.field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=key.name,
        certify=what.certifies, docmdp_permissions=MDPPerm.FILL_FORMS,
    )  # fmt: skip
    signer = PdfSigner(about, key.signer, timestamper=authority, stamp_style=_style(what.looks))
    certificates = {one.dump() for one in (key.signer.signing_cert, *key.signer.cert_registry)}
    reserved = (_RESERVED_STAMPED if authority else _RESERVED) + 2 * sum(map(len, certificates))
    finished = io.BytesIO()
    writer = Untouched(io.BytesIO(content))
    signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=reserved, output=finished)
    return finished.getvalue()


def _style(looks: Any) -> StaticStampStyle:
    """Show the picture as large as the field lets it be, and nothing where there is none."""
    return StaticStampStyle(
        border_width=0,
        background=PdfImage(looks) if looks is not None else None,
        background_opacity=1,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0)
        ),
    )
