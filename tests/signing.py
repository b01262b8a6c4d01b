"""What somebody with any library for PDF can do to a file that is signed, or is to be."""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field


def with_field(content: bytes, name: str) -> bytes:
    """Add a field for a signature, seen over most of the first page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    append_signature_field(writer, SigFieldSpec(name, box=(60, 60, 540, 780)))
    finished = io.BytesIO()
    writer.write(finished)  # type: ignore[no-untyped-call]
    return finished.getvalue()
