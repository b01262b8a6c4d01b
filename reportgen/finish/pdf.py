"""The manifest of a PDF: an attachment that says how it belongs to the paper (ISO 19005-3, 6.8)."""

import io
from hashlib import md5
from typing import Any, Final

import pikepdf

from reportgen.finish.grown import Growing, growing
from reportgen.finish.identifier import saved
from reportgen.model.manifest import FILE_NAME, Manifest
from reportgen.packing import deflated

_ABOUT: Final = "Số liệu, công thức và lời văn của văn bản này, để kiểm tra lại"


def embedded(content: bytes, _: Manifest, text: str) -> bytes:
    """Attach a manifest to a PDF; it has no dates of its own, or the bytes would be others tomorrow."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        long = growing(content, int(pdf.trailer.Size))
        names = pdf.Root.get("/Names", pikepdf.Dictionary())
        if not long or names.is_indirect or "/EmbeddedFiles" in names or "/Info" not in pdf.trailer:
            return _written_anew(pdf, text)
        _add(long, pdf.Root, manifest := text.encode())
        return long.written(pdf.trailer, manifest)


def _written_anew(pdf: pikepdf.Pdf, text: str) -> bytes:
    attached = pikepdf.AttachedFileSpec(
        pdf, text.encode(), description=_ABOUT, filename=FILE_NAME, mime_type="application/json",
        creation_date="", mod_date="",
    )  # fmt: skip
    attached.relationship = pikepdf.Name.Data
    attached.obj.EF.F.write(deflated(text.encode()), filter=pikepdf.Name.FlateDecode)
    pdf.attachments[FILE_NAME] = attached
    pdf.Root.AF = pikepdf.Array([pdf.attachments[FILE_NAME].obj])
    return saved(pdf, text)


def _add(long: Growing, root: Any, content: bytes) -> None:
    """Add the same to a file whose objects are left alone: the attachment, what tells of it, the catalog."""
    free = long.free
    file, told = (b"%d 0 R" % number for number in (free, free + 1))
    packed, name = deflated(content), pikepdf.String(FILE_NAME).unparse()
    checked = pikepdf.String(md5(content, usedforsecurity=False).digest()).unparse()
    long.add(
        free,
        b"<</Type/EmbeddedFile/Subtype/application#2fjson/Params<</CheckSum %b/Size %d>>"
        b"/Filter/FlateDecode/Length %d>>" % (checked, len(content), len(packed)),
        packed,
    )
    long.add(
        free + 1,
        b"<</Type/Filespec/F %b/UF %b/Desc %b/AFRelationship/Data/EF<</F %b/UF %b>>>>"
        % (name, name, pikepdf.String(_ABOUT).unparse(), file, file),
    )
    names = root.get("/Names", pikepdf.Dictionary()).unparse()
    others = pikepdf.Dictionary({key: value for key, value in root.items() if key not in {"/Names", "/AF"}})
    long.add(
        root.objgen[0],
        b"%b/AF[%b]/Names %b/EmbeddedFiles<</Names[%b %b]>>>>>>"
        % (_open(others.unparse()), told, _open(names), name, told),
    )


def _open(dictionary: bytes) -> bytes:
    """Leave the end of a dictionary off."""
    return dictionary.removesuffix(b">>")
