"""Empty fields for signatures, where the template leaves room for them, tagged as the standards want it.

ISO 32000-1, 12.7.4.5 and 14.8.4.4.2; ISO 14289-1, 7.18.4; ISO 19005-3, 6.4.1. A template marks the corners
of a space by the ids ``sign.NAME`` and ``sign.NAME.end``, which the engine keeps as named places. On pages
that LibreOffice made of a Word file the places are those before and behind the signers' names, ``sign0``
and ``sign0end`` for the first of them: the space is above.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reportgen.model.manifest import Signer

_MM: Final = 72 / 25.4
WIDTH: Final = 54 * _MM
"""How wide the field of a person is, in points: it stands in the middle of its space (rule D-1)."""

SEAL: Final = 36 * _MM
"""How wide and high the field of a seal is: it lies over the left third of a signature (rule D-2)."""

_ABOVE: Final = 24 * _MM
"""How high the space is above a name."""

_PRINTED_LOCKED: Final = 4 | 128


class _Box(NamedTuple):
    page: Any
    left: float
    bottom: float
    right: float
    top: float


def added(content: bytes, signers: Sequence[Signer]) -> bytes:
    """Put in a field for each signer whose space the template marks; the same file is the same bytes."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        _add(pdf, signers)
        finished = io.BytesIO()
        pdf.save(finished, deterministic_id=True)
    return finished.getvalue()


def _add(pdf: pikepdf.Pdf, signers: Sequence[Signer]) -> None:
    spaces = {**_spaces(pdf), **_spaces_above(pdf, signers)}
    found = [(one, box) for one in signers if (box := _box(one, spaces))]
    if not found:
        return
    widgets = [_widget(pdf, one, box) for one, box in found]
    for widget in widgets:
        _tag(pdf, widget)
        page = widget.P
        page.Annots = Array([*page.get("/Annots", []), widget])
        page.Tabs = Name.S
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(widgets)))


def _spaces(pdf: pikepdf.Pdf) -> dict[str, Any]:
    places = pdf.Root.get("/Names", Dictionary()).get("/Dests")
    return (
        {str(name): place for name, place in pikepdf.NameTree(places).items()} if places is not None else {}
    )


def _spaces_above(pdf: pikepdf.Pdf, signers: Sequence[Signer]) -> dict[str, Any]:
    """Find the spaces above the names of signers, and take the names of these places out."""
    places: Any = pdf.Root.get("/Dests")
    found: dict[str, Any] = {}
    for number, one in enumerate(signers if places is not None else ()):
        begin, end = (places.get(f"/{name}") for name in places_of(number))
        if begin is not None and end is not None:
            middle, bottom = (float(begin[2]) + float(end[2])) / 2, float(begin[3])
            left, right, top = middle - WIDTH / 2, middle + WIDTH / 2, bottom + _ABOVE
            found[f"sign.{one.field}"] = [begin[0], None, left, top]
            found[f"sign.{one.field}.end"] = [end[0], None, right, bottom]
    if found:
        del pdf.Root.Dests
    return found


def places_of(number: int) -> tuple[str, str]:
    """Name the places before and behind the name of a signer; a PDF keeps such names as they are."""
    return f"sign{number}", f"sign{number}end"


def _box(signer: Signer, spaces: Mapping[str, Any]) -> _Box | None:
    """Find the field of a signer: of a person within the space, of a seal over the left of a signature."""
    name = f"sign.{signer.over or signer.field}"
    begin, end = spaces.get(name), spaces.get(f"{name}.end")
    if begin is None or end is None:
        return None
    left, top, right, bottom = (float(one) for one in (begin[2], begin[3], end[2], end[3]))
    wide = min(WIDTH, right - left)
    person = (left + right - wide) / 2
    if not signer.over:
        return _Box(begin[0], person, bottom, person + wide, top)
    right, middle = person + wide / 3, (top + bottom) / 2
    return _Box(begin[0], right - SEAL, middle - SEAL / 2, right, middle + SEAL / 2)


def _widget(pdf: pikepdf.Pdf, signer: Signer, box: _Box) -> Any:
    """Make a field; what is not signed looks like nothing, and says so in a stream of its own."""
    left, bottom, right, top = (round(one, 2) for one in box[1:])
    size = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
    looks = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=size, Resources=Dictionary())
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(signer.field),
            TU=String(f"Chữ ký số: {signer.role}"),
            Rect=Array([left, bottom, right, top]),
            F=_PRINTED_LOCKED,
            P=box.page,
            AP=Dictionary(N=looks),
        )
    )


def _tag(pdf: pikepdf.Pdf, widget: Any) -> None:
    """Put a field at the end of the document's tags."""
    root = pdf.Root.StructTreeRoot
    top = root.K[0] if isinstance(root.K, Array) else root.K
    numbers = root.ParentTree.Nums
    key = max((int(one) for one in list(numbers)[::2]), default=-1) + 1
    widget.StructParent = key
    element = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Form,
            P=top,
            Pg=widget.P,
            Alt=widget.TU,
            K=Dictionary(Type=Name.OBJR, Obj=widget, Pg=widget.P),
        )
    )
    top.K = Array([*top.K, element]) if isinstance(top.K, Array) else Array([top.K, element])
    numbers.append(key)
    numbers.append(element)
    root.ParentTreeNextKey = key + 1
