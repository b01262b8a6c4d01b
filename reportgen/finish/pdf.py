"""The manifest of a PDF: an attachment that says how it belongs to the paper (ISO 19005-3, 6.8)."""

import io
from typing import Final

import pikepdf

from reportgen.finish.identifier import saved
from reportgen.model.manifest import FILE_NAME, Manifest
from reportgen.packing import deflated

_ABOUT: Final = "Số liệu, công thức và lời văn của văn bản này, để kiểm tra lại"


def embedded(content: bytes, _: Manifest, text: str) -> bytes:
    """Attach a manifest to a PDF; it has no dates of its own, or the bytes would be others tomorrow."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached = pikepdf.AttachedFileSpec(
            pdf, text.encode(), description=_ABOUT, filename=FILE_NAME, mime_type="application/json",
            creation_date="", mod_date="",
        )  # fmt: skip
        attached.relationship = pikepdf.Name.Data
        attached.obj.EF.F.write(deflated(text.encode()), filter=pikepdf.Name.FlateDecode)
        pdf.attachments[FILE_NAME] = attached
        pdf.Root.AF = pikepdf.Array([pdf.attachments[FILE_NAME].obj])
        return saved(pdf, text)
