"""Signatures in PDF files: PAdES (ETSI EN 319 142-1), put behind the paper without touching a byte of it."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle

from reportgen.seal.keys import Key

_RESERVED: Final = 12 * 1024
"""Bytes left for a signature: without a size, the engine signs twice to find out."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What is done in which field; who ``certifies`` allows nothing afterwards but further signatures."""

    field: str
    certifies: bool
    looks: Any = None
    """The picture that the owner gave of a signature or a seal: with Pillow, opened."""


def fields_of(content: bytes) -> Mapping[str, bool]:
    """List the fields for signatures of a PDF, and whether each is signed."""
    reader = PdfFileReader(io.BytesIO(content))
    return {str(name): value is not None for name, value, _ in enumerate_sig_fields(reader)}


def signed(content: bytes, what: Signing, key: Key) -> bytes:
    """Sign in an empty field: the paper's bytes stay, and the signature comes behind them."""
    about = PdfSignatureMetadata(
        field_name=what.field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=key.name,
        certify=what.certifies, docmdp_permissions=MDPPerm.FILL_FORMS,
    )  # fmt: skip
    signer = PdfSigner(about, key.signer, stamp_style=_style(what.looks))
    finished = io.BytesIO()
    writer = _Untouched(io.BytesIO(content))
    signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=_RESERVED, output=finished)
    return finished.getvalue()


class _Untouched(IncrementalPdfFileWriter):
    """Leaves what the paper says of itself as it is: the engine would write it anew, and lose a schema."""

    def _update_meta(self) -> None:
        """Say nothing."""


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
